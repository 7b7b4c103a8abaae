"""Spreadsheets as people see them: every sheet a grid of texts, with what stands behind each text."""
