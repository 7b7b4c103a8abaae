"""Tables of figures: caption, unit, what each column holds, which row belongs under which."""

from jixiao.reading.tables.model import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.typing import tables_of

__all__ = ["Meaning", "TableColumn", "TableRow", "TypedTable", "tables_of"]
