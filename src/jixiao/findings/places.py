"""Where something stands in a document or a case."""

from dataclasses import dataclass, field

JsonPlace = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Place:
    """A position, as closely as it is known: every part may be missing.

    `line` is 1-based in a text; `table`, `row` and `column` are numbers or the words that head them; `text` is what
    stands there. `file` matters where several files make one input (a case folder). `anchor` is, in a Word file, how
    many paragraphs (w:p) of the part with the text stand before this one, so that a comment can be put there; `offset`
    is how many characters of a passage do. Both are no part of what the place says: neither printed nor compared.

    >>> print(Place(line=12, table="表3", row="支出合计", column="决算数"))
    第 12 行，表3，支出合计，决算数
    >>> print(Place(file="tables/支出.csv", row=4, column="决算数"))
    tables/支出.csv，第 4 行“决算数”
    >>> print(Place(file="工作表“支出预决算表”", row=11, column="年初预算数"))
    工作表“支出预决算表”第 11 行“年初预算数”
    """

    line: int | None = None
    page: int | None = None
    table: str | int | None = None
    row: str | int | None = None
    column: str | int | None = None
    text: str | None = None
    file: str | None = None
    anchor: int | None = field(default=None, compare=False, repr=False)
    offset: int | None = field(default=None, compare=False, repr=False)

    @property
    def spot(self) -> tuple["Place", int | None, int | None]:
        """The place with its anchor and offset, which alone tell paragraphs of a Word file and equal figures apart."""
        return self, self.anchor, self.offset

    @property
    def labels(self) -> tuple[str | int | None, ...]:
        """What still names the place when the document around it has changed: a table counted by number does not."""
        return self.file, None if isinstance(self.table, int) else self.table, self.row, self.column

    def as_json(self) -> JsonPlace:
        """The six keys every finding has; `file` only where it is known."""
        place: JsonPlace = {
            "line": self.line,
            "page": self.page,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "text": self.text,
        }
        return place if self.file is None else {"file": self.file, **place}

    def __str__(self) -> str:
        parts = (
            _numbered("第 {} 页", self.page),
            _numbered("第 {} 行", self.line),
            _numbered("第 {} 张表", self.table),
            self._cell,
        )
        inside = "，".join(part for part in parts if part)
        joint = "，" if self.file and inside and not self.file.endswith("”") else ""
        return f"{self.file or ''}{joint}{inside}"

    @property
    def _cell(self) -> str:
        """Row and column: a heading after a row number is quoted, words stand as they are."""
        row, column = _numbered("第 {} 行", self.row), _numbered("第 {} 列", self.column)
        if isinstance(self.row, int) and isinstance(self.column, str):
            return f"{row}“{column}”"
        return "，".join(part for part in (row, column) if part)


def _numbered(pattern: str, part: str | int | None) -> str | None:
    return pattern.format(part) if isinstance(part, int) else part


NOWHERE = Place()
"""A place of which nothing is known."""
