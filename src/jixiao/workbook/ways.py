"""The ways of scoring as they stand in the sheet: each turns a part of a rule into rows and rows into the part.

A part is one way with a few rows (its branches). A branch that leads to a rule of its own either says at once what it
gives, or has its rule one level further in. Parts here are plain trees, as in a data file: what a row says is judged
by the rules themselves, which name the cell where it is wrong.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.packs.trees import Tree
from jixiao.workbook.rows import Row, Text


class Unwritable(ValueError):
    """A part that is no part of any rule; the rules say what is wrong with it."""


class Misread(ValueError):
    """Rows that are no part of a rule: the cell or row, what was found, what was expected, what to do."""

    def __init__(self, place: Text | Row | None, found: str, expected: str, mend: str) -> None:
        super().__init__(found, expected, mend)
        self.place = place
        self.found = found
        self.expected = expected
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Branch:
    """One row of a part: its cells, and the rule it leads to, if any."""

    row: Row
    rule: Tree | None = None


def branch(rule: Tree | None = None, **cells: Tree | None) -> Branch:
    """A branch to be written; what is None has no cell."""
    return Branch(Row({key.rstrip("_"): str(value) for key, value in cells.items() if value is not None}), rule)


class Way(ABC):
    """A way of scoring: its name in the drop-down list, what it means, an example, and both directions.

    `rule_in_gives` says that the cell 得分 of a branch may stand for a rule that gives just that.
    """

    name: str
    meaning: str
    example: Mapping[str, Tree]
    rule_in_gives = True

    @abstractmethod
    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Whether the part, a mapping of its one key, is written this way."""

    @abstractmethod
    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """The part as rows; Unwritable if it is malformed."""

    @abstractmethod
    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The rows as a part; raises Misread."""


def body_of(part: Mapping[str, Tree], key: str) -> Mapping[str, Tree]:
    """The mapping under the key of a part."""
    body = part.get(key)
    if not isinstance(body, dict):
        raise Unwritable(key)
    return body


def items_of(tree: Tree | None) -> list[Tree]:
    """The items of a list."""
    if not isinstance(tree, list):
        raise Unwritable(str(tree))
    return tree


def mappings_of(tree: Tree | None) -> list[Mapping[str, Tree]]:
    """The items of a list of mappings."""
    mappings: list[Mapping[str, Tree]] = []
    for item in items_of(tree):
        if not isinstance(item, dict):
            raise Unwritable(str(item))
        mappings.append(item)
    return mappings


def with_rule(one: Branch) -> Tree:
    """The rule a branch leads to; Misread if there is none."""
    if one.rule is None:
        raise Misread(
            one.row, "没有得分也没有细则的一行", "得分，或下一层次的细则", "请填写“得分”，或在下面写这一行的细则"
        )
    return one.rule


def only(branches: Sequence[Branch]) -> Branch:
    """The single row of a way that takes one."""
    if len(branches) != 1:
        raise Misread(branches[1].row, "第二行", "这种计分方式只写一行", "请删去多余的行，或改用其他计分方式")
    return branches[0]


def required(row: Row, key: str, heading: str) -> Text:
    """A cell that must be filled."""
    text = row.get(key)
    if not text:
        raise Misread(row, f"空着的“{heading}”", f"填写的“{heading}”", "请填写")
    return text


def filled(row: Row, *keys: str) -> dict[str, Tree]:
    """The filled ones of the cells."""
    return {key: row.get(key) for key in keys if row.has(key)}
