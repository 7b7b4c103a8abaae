"""PDF files as documents: tables with drawn lines, and the text outside of them."""

from jixiao.documents.pdf.reading import read_pdf

__all__ = ["read_pdf"]
