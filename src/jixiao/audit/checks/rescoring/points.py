"""Which points of the criteria a text says are met: “符合评价要点①②③”, “要点③不得分”, “①符合；②不符合”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.reading.running import Passage

_MARKS = "①②③④⑤⑥⑦⑧⑨⑩"
_OF = "(?:(?:评价|评分|考核)?(?:要点|要素))"
_SERIES = rf"(?P<points>[{_MARKS}](?:[、和及,]?[{_MARKS}]){{0,9}})"
_NUMBERED = rf"{_OF}(?P<points>\d(?:[、和及]\d){{0,9}})"
_EACH = "(?:均|都|各|全部|完全){0,2}"
_MET_BEFORE = re.compile(rf"(?<!不)(?:符合|满足){_OF}?{_SERIES}")
_UNMET_BEFORE = re.compile(rf"(?:不符合|未满足|不满足){_OF}?{_SERIES}")
_SAID_AFTER = tuple(
    re.compile(
        rf"{series}(?:“[^”]*”,)?{_EACH}(?P<said>不符合|不得分|不满足|未达标|不达标|扣分|部分符合|基本符合|符合|满足|得满分)"
    )
    for series in (f"{_OF}?{_SERIES}", _NUMBERED)
)
_SHARE = re.compile(rf"{_OF}?{_SERIES}{_EACH}得(?:(?P<share>\d+(?:\.\d+)?)%|(?P<half>一半))")
_ALL_MET = re.compile(
    f"(?<![不未])(?:(?:各项|各|所有|全部|[一二两三四五六七八九十]项){_OF}{_EACH}(?:符合|满足)|(?:均|都|全部|完全)符合(?:各项)?{_OF}|"
    f"(?<!不)符合(?:评价|评分|考核)(?:要点|要素)(?![{_MARKS}\\d]))"
)
_MET, _UNMET = Fraction(1), Fraction(0)
_WORDS = {"符合": _MET, "满足": _MET, "得满分": _MET}
_PARTLY = ("部分符合", "基本符合")


@dataclass(slots=True)
class Verdicts:
    """The share each point earned by its number, None where it is only said to be met in part; what was said, as words.

    `is_complete` unless points that nothing is said of were taken to be met because others are said not to be.
    """

    shares: dict[int, Fraction | None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    is_complete: bool = True

    @property
    def met(self) -> list[bool] | None:
        """Met or not, in order; None where a point was met in part."""
        if any(share not in (_MET, _UNMET) for share in self.shares.values()):
            return None
        return [self.shares[number] == _MET for number in sorted(self.shares)]


def verdicts_in(texts: Sequence[Passage], count: int) -> Verdicts | None:
    """The verdicts on `count` points in the first text that judges any; None where none does or it contradicts itself.

    >>> from jixiao.findings import Place
    >>> from jixiao.reading.running import passage_of_cell
    >>> found = verdicts_in([passage_of_cell("制度完整，但未执行，评价要点③不得分。", Place())], 3)
    >>> found.met, found.is_complete
    ([True, True, False], False)
    """
    for text in texts:
        said = list(_said(text.text, count))
        if said:
            return _settled(said, count)
    return None


def _said(text: str, count: int) -> Iterator[tuple[int, Fraction | None, str]]:
    for pattern, share in ((_MET_BEFORE, _MET), (_UNMET_BEFORE, _UNMET)):
        for found in pattern.finditer(text):
            yield from ((number, share, found.group()) for number in _numbers(found["points"]))
    for pattern in _SAID_AFTER:
        for found in pattern.finditer(text):
            earned = None if found["said"] in _PARTLY else _WORDS.get(found["said"], _UNMET)
            yield from ((number, earned, found.group()) for number in _numbers(found["points"]))
    for found in _SHARE.finditer(text):
        part = Fraction(1, 2) if found["half"] else Fraction(found["share"]) / 100
        yield from ((number, part, found.group()) for number in _numbers(found["points"]))
    for found in _ALL_MET.finditer(text):
        yield from ((number, _MET, found.group()) for number in range(1, count + 1))


def _numbers(points: str) -> Iterator[int]:
    for mark in points:
        if mark in _MARKS:
            yield _MARKS.index(mark) + 1
        elif mark.isdigit():
            yield int(mark)


def _settled(said: Sequence[tuple[int, Fraction | None, str]], count: int) -> Verdicts | None:
    """The verdicts put together; a point judged in two ways, or one that the criteria do not have, settles nothing."""
    verdicts = Verdicts(said=list(dict.fromkeys(words for _, _, words in said)))
    for number, share, _ in said:
        if not 1 <= number <= count or verdicts.shares.setdefault(number, share) != share:
            return None
    silent = set(range(1, count + 1)) - verdicts.shares.keys()
    if silent and _MET in verdicts.shares.values():
        return None
    verdicts.is_complete = not silent
    verdicts.shares |= dict.fromkeys(silent, _MET)
    return verdicts
