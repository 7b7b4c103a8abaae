"""Dated data files and their strict reader: registers, grade scales, frameworks and ready packs."""
