"""The families of checks of an audit, one module of one subject each."""
