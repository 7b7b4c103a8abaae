"""Any file as a document: paragraphs and tables, each with its place."""

from jixiao.documents.model import Block, Cell, Document, Grid, Paragraph
from jixiao.documents.opening import document_of, open_document

__all__ = ["Block", "Cell", "Document", "Grid", "Paragraph", "document_of", "open_document"]
