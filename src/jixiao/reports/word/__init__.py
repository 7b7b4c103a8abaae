"""The report as a Word file: a template rendered, then finished."""
