"""Reading the formal form of a rule: a plain tree of texts in which every key must be known.

A mistake raises `RuleError` with the path inside the rule, what was found and what was expected; the
caller, who knows file and line, turns it into a refusal.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeVar

from jixiao.packs.complaints import nearest
from jixiao.packs.trees import KeyPath, Tree, describe
from jixiao.quantities import NumberError, parse_number, parse_rate

Read = TypeVar("Read")
_UNITS = "人个项天月次件份元名户处年周季度万亿"
_POINTS = "个百分点"


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
        """Check that here is a mapping every key of which is one of `known`.

        >>> Node({"poinst": "equal"}).fields("points", "partly")
        Traceback (most recent call last):
        jixiao.rules.spec.RuleError: 读到不认识的键“poinst”，应为points、partly 之一（是否要写 points？）
        """
        if not isinstance(self.tree, dict):
            raise self.wrong(f"由 {'、'.join(known)} 组成的一组键值")
        for key in self.tree:
            if key not in known:
                expected = f"{'、'.join(known)} 之一{_hint(key, known)}"
                raise RuleError((*self.path, key), f"不认识的键“{key}”", expected)

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

    def one_of(self, words: Iterable[str]) -> str:
        """The word here, which must be one of `words`.

        >>> Node("stared").one_of(("whole", "started"))
        Traceback (most recent call last):
        jixiao.rules.spec.RuleError: 读到“stared”，应为whole、started 之一（是否要写 started？）
        """
        text, known = self.text(), tuple(words)
        if text not in known:
            raise self.wrong(f"{'、'.join(known)} 之一{_hint(text, known)}")
        return text

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
        """The number here: 3, 1/3, -2.5; a counting word after it (1人, 5天) names the step only."""
        return self.read(parse_figure)

    def rate(self) -> Fraction:
        """The rate here: 95%, 1/3, 1个百分点; a bare 95 is refused with both its readings."""
        return self.read(parse_points)

    def unit(self) -> str:
        """The counting word after the number here, or "": 人 of 1人."""
        text = self.text()
        return "" if text.endswith(_POINTS) else text[len(text.rstrip(_UNITS)) :]

    def read(self, reader: Callable[[str], Read]) -> Read:
        """What `reader` makes of the text here; its NumberError becomes a RuleError with the path."""
        text = self.text()
        try:
            return reader(text)
        except NumberError as error:
            raise RuleError(self.path, error.found, error.expected) from None


def _hint(word: str, known: tuple[str, ...]) -> str:
    near = nearest(word, known)
    return f"（是否要写 {near}？）" if near else ""


def parse_figure(text: str) -> Fraction:
    """A number with or without a counting word; what is no number raises NumberError.

    >>> parse_figure("5天"), parse_figure("1/3")
    (Fraction(5, 1), Fraction(1, 3))
    """
    return parse_number(text.rstrip(_UNITS))


def parse_points(text: str) -> Fraction:
    """A rate, or a distance between rates in percentage points; otherwise a NumberError.

    >>> parse_points("5%"), parse_points("5个百分点")
    (Fraction(1, 20), Fraction(1, 20))
    """
    return parse_number(text.removesuffix(_POINTS)) / 100 if text.endswith(_POINTS) else parse_rate(text)
