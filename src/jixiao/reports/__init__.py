"""Renderings of results: JSON, terminal, one-page summary. Nothing is computed here."""
