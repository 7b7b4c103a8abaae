"""The counts of one row by name, with those that follow from others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jixiao.surveys.results import VoiceRow
from jixiao.surveys.voices.kinds import Derived, Ratio, VoiceColumns


@dataclass(frozen=True, slots=True)
class RowCounts:
    """What is `known` of a row, by the names of its columns; `derived` of it follows from the others.

    >>> from jixiao.surveys.voices.kinds import VOICES
    >>> calls = VOICES["电话回访"]
    >>> counts = RowCounts.of(VoiceRow("1月", (120, 100, 95, None, None)), calls)
    >>> counts.known["不满意数"], counts.called("不满意数")
    (5, '不满意数（有效回访数－满意数）')
    """

    known: Mapping[str, int]
    derived: Mapping[str, Derived]

    @classmethod
    def of(cls, row: VoiceRow, about: VoiceColumns) -> "RowCounts":
        """The counts of a row of that kind."""
        known = {name: count for name, count in zip(about.names, row.counts, strict=True) if count is not None}
        derived: dict[str, Derived] = {}
        for each in about.derived:
            if each.name in known or not known.keys() >= {*each.plus, *each.minus}:
                continue
            value = sum(known[name] for name in each.plus) - sum(known[name] for name in each.minus)
            if value >= 0:
                known[each.name], derived[each.name] = value, each
        return cls(known, derived)

    def added(self, names: Sequence[str]) -> int | None:
        """The sum of those counts; None where one is not known."""
        return sum(self.known[name] for name in names) if self.known.keys() >= set(names) else None

    def base_of(self, ratio: Ratio) -> str:
        """The first base of a rate that is known, else the first."""
        return next((name for name in ratio.bases if name in self.known), ratio.bases[0])

    def called(self, name: str) -> str:
        """The name of a count, with how it follows where the table has not got it."""
        return f"{name}（{self.derived[name].formula}）" if name in self.derived else name
