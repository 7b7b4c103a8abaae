"""What answers come to: the results of groups (`groups`) and of a whole study (`studies`), reckoned exactly.

Nothing is imported here: what reckons from counts alone needs no columns, and a case is scored without loading them.
"""
