"""Which lines of different tables, annexes and sentences are about one indicator.

An indicator is known by its level and its name, and by its code where the name was changed. Codes help only where they
are reliable: a source that gives one code to two indicators does not tell them apart by it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.reading.scorebook import ScoreLine, ScoreSource

_NO_PART_OF_A_NAME = re.compile(r"[“”\"'‘’《》\s（）()、,，]")
_NO_PART_OF_A_CODE = re.compile("[.-]")


@dataclass(slots=True)
class Indicator:
    """An indicator: its level, its lines in tables and annex, and all its lines with those of sentences.

    `groups` are the identities of the indicators above it, whatever source tells them.
    """

    level: int
    listed: list[ScoreLine] = field(default_factory=list)
    lines: list[ScoreLine] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)

    @property
    def first(self) -> ScoreLine:
        """The line that names it first."""
        return self.lines[0]


class Indicators:
    """All indicators of a document, found by any line about them."""

    def __init__(self, sources: Sequence[ScoreSource]) -> None:
        self._all: list[Indicator] = []
        self._by_name: dict[tuple[int, str], Indicator] = {}
        self._of_name: dict[str, list[Indicator]] = {}
        self._by_code: dict[tuple[int, str], Indicator] = {}
        self._holding: dict[int, Indicator] = {}
        self._groups: dict[int, Indicator] = {}
        for source in sources:
            self._take(source)

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._all)

    def holding(self, line: ScoreLine) -> Indicator:
        """The indicator that a line of a source was taken for."""
        return self._holding[id(line)]

    def group_of(self, line: ScoreLine) -> Indicator | None:
        """The group that a line of a source stands in."""
        return self._groups.get(id(line))

    def of(self, line: ScoreLine) -> Indicator | None:
        """The indicator that a line of a sentence is about; None where it is none, or could be several."""
        if line.level:
            found = self._by_name.get((line.level, plain_name(line)))
            return found or self._by_code.get((line.level, plain_code(line)))
        named = self._of_name.get(plain_name(line), [])
        return named[0] if len(named) == 1 else None

    def named(self, name: str) -> Indicator | None:
        """The one indicator of this name."""
        return self.of(ScoreLine.named(name))

    def state(self, line: ScoreLine) -> Indicator | None:
        """The same, and the line is counted among those about it."""
        found = self.of(line)
        if found is not None:
            found.lines.append(line)
        return found

    def _take(self, source: ScoreSource) -> None:
        """The lines of one source: each is one indicator, so no two of them may become the same."""
        codes = _repeated((line.level, plain_code(line)) for line in source.lines if line.code)
        names = _repeated((line.level, plain_name(line)) for line in source.lines)
        taken: list[Indicator] = []
        for line in source.lines:
            code, name = (line.level, plain_code(line)), (line.level, plain_name(line))
            known = None if name in names else self._by_name.get(name)
            if known is None and line.code and code not in codes:
                known = self._by_code.get(code)
            if known is None or known in taken:
                known = Indicator(line.level)
                self._all.append(known)
            taken.append(known)
            self._holding[id(line)] = known
            if line.above is not None:
                group = taken[line.above]
                self._groups[id(line)] = group
                known.groups |= {id(group), *group.groups}
            known.listed.append(line)
            known.lines.append(line)
            if name not in names and name not in self._by_name:
                self._by_name[name] = known
                self._of_name.setdefault(name[1], []).append(known)
            if line.code and code not in codes:
                self._by_code.setdefault(code, known)


def _repeated(keys: Iterable[tuple[int, str]]) -> set[tuple[int, str]]:
    return {key for key, times in Counter(keys).items() if times > 1}


def plain_name(line: ScoreLine) -> str:
    """The name without what is written now so, now so: quotation marks, brackets, blanks, 指标 or 类 at the end.

    >>> plain_name(ScoreLine.named("“三公经费” 变动率指标"))
    '三公经费变动率'
    """
    return plain(line.key)


def plain(name: str) -> str:
    """A name without quotation marks, brackets and blanks."""
    return _NO_PART_OF_A_NAME.sub("", unicodedata.normalize("NFKC", name))


def plain_code(line: ScoreLine) -> str:
    """The code without its points: A1.2 and A12 are the same."""
    return _NO_PART_OF_A_CODE.sub("", line.code.upper())
