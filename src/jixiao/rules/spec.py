"""Reading the formal form of a rule: a plain tree of texts in which every key must be known.

A mistake raises `RuleError` with the path inside the rule, what was found and what was expected; the
caller, who knows file and line, turns it into a refusal.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from jixiao.packs.complaints import nearest
from jixiao.packs.trees import KeyPath, Tree, describe
from jixiao.quantities import NumberError, parse_number, parse_rate

Read = TypeVar("Read")
_UNITS = "人个项天月次件份元名户处年周季度万亿"


class RuleError(ValueError):
    """A rule cannot be accepted: `path` inside it, `found`, `expected`, the texts for the user's eyes."""

    def __init__(self, path: KeyPath, found: str, expected: str) -> None:
        super().__init__(f"读到{found}，应为{expected}")
        self.path = path
        self.found = found
        self.expected = expected


class Node:
    """A place in the tree of a rule, with its path, from which typed values are taken."""

    __slots__ = ("path", "tree")

    def __init__(self, tree: Tree, path: KeyPath = ()) -> None:
        self.tree = tree
        self.path = path

    def wrong(self, expected: str, found: str | None = None) -> RuleError:
        """The error that this place is not what was expected."""
        return RuleError(self.path, found or describe(self.tree), expected)

    def fields(self, *known: str) -> None:
        """Check that here is a mapping every key of which is one of `known`."""
        if not isinstance(self.tree, dict):
            raise self.wrong(f"由 {'、'.join(known)} 组成的一组键值")
        for key in self.tree:
            if key not in known:
                near = nearest(key, known)
                hint = f"（是否要写 {near}？）" if near else ""
                raise RuleError((*self.path, key), f"不认识的键“{key}”", f"{'、'.join(known)} 之一{hint}")

    def has(self, key: str) -> bool:
        """Whether the mapping here has `key`."""
        return isinstance(self.tree, dict) and key in self.tree

    def at(self, key: str) -> "Node":
        """The place under `key`, which must be there."""
        if not isinstance(self.tree, dict) or key not in self.tree:
            raise RuleError(self.path, f"没有 {key}", f"必填的 {key}")
        return Node(self.tree[key], (*self.path, key))

    def items(self) -> list["Node"]:
        """The places of a list, at least one."""
        if not isinstance(self.tree, list) or not self.tree:
            raise self.wrong("至少有一项的列表")
        return [Node(tree, (*self.path, number)) for number, tree in enumerate(self.tree)]

    def text(self) -> str:
        """The text here, not blank."""
        if not isinstance(self.tree, str) or not self.tree.strip():
            raise self.wrong("文字")
        return self.tree.strip()

    def whole(self) -> int:
        """The whole number here, 0 or more."""
        text = self.text()
        if not text.isdecimal():
            raise self.wrong("0、1、2 这样的整数")
        return int(text)

    def yes(self) -> bool:
        """The yes or no here."""
        text = self.text()
        if text not in ("true", "false", "是", "否"):
            raise self.wrong("是或否")
        return text in ("true", "是")

    def number(self) -> Fraction:
        """The number here: 3, 1/3, 5%, 1个百分点; a counting word after it (1人, 5天) names the step only."""
        text = self.text()
        if text.endswith("个百分点"):
            return self.read(lambda given: parse_number(given.removesuffix("个百分点")) / 100)
        if text.endswith(("%", "％")):
            return self.read(parse_rate)
        return self.read(lambda given: parse_number(given.rstrip(_UNITS)))

    def unit(self) -> str:
        """The counting word after the number here, or "": 人 of 1人."""
        text = self.text()
        return "" if text.endswith("个百分点") else text[len(text.rstrip(_UNITS)) :]

    def read(self, reader: Callable[[str], Read]) -> Read:
        """What `reader` makes of the text here; its NumberError becomes a RuleError with the path."""
        text = self.text()
        try:
            return reader(text)
        except NumberError as error:
            raise RuleError(self.path, error.found, error.expected) from None
