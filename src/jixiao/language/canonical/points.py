"""Checklists as sentences: the portions of the points, and how a point earns its portion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from jixiao.language.canonical.phrases import AMOUNT, NUMBER, RATE, amount, points_apart, read_amount
from jixiao.language.canonical.stretch import Stretch
from jixiao.quantities import parse_number, parse_rate
from jixiao.rules.parts.checklist import Checklist, Points
from jixiao.rules.portion import Portion, rate_text

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARK = rf"(?:[{_CIRCLED}]+|\d+)"
_COMPLETION = "按各自的完成率得相应分值，超额完成的不加分"

_EQUAL = re.compile(rf"(?P<number>\d+)项要点各?占(?P<portion>{AMOUNT})")
_ENTRY = re.compile(
    rf"要点(?P<mark>{_MARK})(?P<below>(?:的分项\d+)*)(?:的(?P<number>\d+)个分项)?各?占(?P<portion>{AMOUNT})"
)
_CREDIT = re.compile(
    f"(?P<entries>要点[^;]+|[0-9]+项[^;]+?),"
    f"(?:(?P<completion>{_COMPLETION.replace('，', ',')})|"
    f"完成率与100%相差不超过(?P<apart>{NUMBER})个百分点的得相应分值,否则不得分|"
    f"符合的得相应分值(?:,部分符合的得(?:相应分值的(?P<share>{RATE})|(?P<points>{NUMBER}分)))?,不符合的不得分)"
)


def mark(number: int) -> str:
    """How point `number` is named: ① and so on, 21 and beyond in digits."""
    return _CIRCLED[number - 1] if 1 <= number <= len(_CIRCLED) else str(number)


def read_marks(text: str) -> tuple[int, ...]:
    """The numbers of the points that `mark` named one after another."""
    return (int(text),) if text.isdecimal() and text.isascii() else tuple(_CIRCLED.index(each) + 1 for each in text)


def write_checklist(checklist: Checklist) -> str:
    """The portions of the points and how they are earned.

    >>> write_checklist(Checklist((Portion.parse("40%"), Portion.parse("30%"), Portion.parse("30%"))))
    '要点①占权重分的40%，要点②③各占权重分的30%，符合的得相应分值，不符合的不得分'
    """
    return f"{_portions(checklist.portions)}，{_credit(checklist)}"


def _portions(portions: Points) -> str:
    first = portions[0]
    if isinstance(first, Portion) and all(portion == first for portion in portions):
        return f"{len(portions)}项要点{'各' if len(portions) > 1 else ''}占{amount(first)}"
    return "，".join(_entries(portions))


def _entries(portions: Points) -> Iterator[str]:
    """The portions of the points in order: equal neighbours together, points of a point under its name."""
    number = 0
    for portion, run in groupby(portions):
        numbers = [number := number + 1 for _ in run]
        if not isinstance(portion, Portion):
            for each in numbers:
                yield from _below(f"要点{mark(each)}", portion)
        elif numbers[-1] > len(_CIRCLED):
            for each in numbers:
                yield f"要点{mark(each)}占{amount(portion)}"
        else:
            each_of = "各" if len(numbers) > 1 else ""
            yield f"要点{''.join(map(mark, numbers))}{each_of}占{amount(portion)}"


def _below(name: str, portions: Points) -> Iterator[str]:
    first = portions[0]
    if isinstance(first, Portion) and len(portions) > 1 and all(portion == first for portion in portions):
        yield f"{name}的{len(portions)}个分项各占{amount(first)}"
        return
    for number, portion in enumerate(portions, 1):
        below = f"{name}的分项{number}"
        if isinstance(portion, Portion):
            yield f"{below}占{amount(portion)}"
        else:
            yield from _below(below, portion)


def _credit(checklist: Checklist) -> str:
    if checklist.by_completion:
        return _COMPLETION
    if checklist.tolerance is not None:
        return f"完成率与100%相差不超过{points_apart(checklist.tolerance)}的得相应分值，否则不得分"
    partly = checklist.partly
    if partly is None:
        return "符合的得相应分值，不符合的不得分"
    earns = amount(partly) if partly.in_points else f"相应分值的{rate_text(partly.amount)}"
    return f"符合的得相应分值，部分符合的得{earns}，不符合的不得分"


def read_checklist(stretch: Stretch) -> Checklist | None:
    """The checklist whose sentence this is."""
    found = stretch.match(_CREDIT)
    if found is None:
        return None
    portions = _read_portions(found.stretch("entries"))
    if portions is None:
        return None
    partly = None
    if "share" in found:
        partly = Portion(parse_rate(found["share"]))
    elif "points" in found:
        partly = Portion.parse(found["points"])
    tolerance = parse_number(found["apart"]) / 100 if "apart" in found else None
    return Checklist(portions, partly, "completion" in found, tolerance)


def _read_portions(entries: Stretch) -> Points | None:
    equal = entries.match(_EQUAL)
    if equal is not None:
        count = int(equal["number"])
        return (read_amount(equal["portion"]),) * count if 0 < count <= 999 else None
    tree = _Tree()
    for entry in entries.split(","):
        found = entry.match(_ENTRY)
        if found is None:
            return None
        portion = read_amount(found["portion"])
        below = [int(number) for number in re.findall(r"\d+", found["below"])]
        if "number" in found:
            ways = [[*below, number] for number in range(1, min(int(found["number"]), 999) + 1)]
        else:
            ways = [below]
        for top in read_marks(found["mark"]):
            for way in ways:
                if not _planted(tree, [top, *way], portion):
                    return None
    return _as_points(tree)


@dataclass(slots=True)
class _Tree:
    """Points on their way to being portions: branches are grown in the order in which the points are named."""

    branches: "list[Portion | _Tree]" = field(default_factory=list)


def _planted(tree: _Tree, way: list[int], portion: Portion) -> bool:
    """Whether the portion found its place: every point must be named, in order."""
    number, *below = way
    branches = tree.branches
    if not below:
        branches.append(portion)
        return len(branches) == number
    if number == len(branches) + 1:
        branches.append(_Tree())
    branch = branches[-1] if number == len(branches) else None
    return isinstance(branch, _Tree) and _planted(branch, below, portion)


def _as_points(tree: _Tree) -> Points:
    return tuple(branch if isinstance(branch, Portion) else _as_points(branch) for branch in tree.branches)
