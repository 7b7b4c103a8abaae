"""Faults of every kind, each planted in a consistent document and sought by the check that should tell it."""
