"""Forms in the layout of a profile: empty ones to fill in, completed ones to print, in Excel and Word."""
