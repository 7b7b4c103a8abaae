"""The pages on the checks of an audit."""
