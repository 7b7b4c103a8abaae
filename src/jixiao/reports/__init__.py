"""Renderings of results: terminal, JSON, page, workbook, Word. Nothing is computed here."""
