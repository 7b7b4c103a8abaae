"""Typed answers, those of the same or nearly the same wording put together."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from jixiao.surveys.results import Remark

MOST = 1_000
"""Groups of wordings that are listed; a reader needs no more, and the data hold them all."""
_COMPARED = 400  # the commonest wordings, each compared with each
_ALIKE = (4, 5)  # of the pairs of characters in both wordings so many must be common
_NOISE = re.compile(r"[\W_]+")
_NO_REMARK = frozenset(
    ("无", "没有", "暂无", "无意见", "没有意见", "无建议", "没有建议", "暂无建议", "暂无意见", "无意见建议")
)
_TELLING = re.compile(r"[不没无未非\d]")
"""Characters that turn a sentence round; wordings that differ in them are never put together."""


@dataclass(slots=True)
class _Wordings:
    """Wordings that come to the same, the first of them the commonest; `bare` is it without blanks and punctuation."""

    bare: str
    count: int
    wordings: list[str]


def remarks_of(texts: Mapping[str, int]) -> tuple[Remark, ...]:
    """The wordings with how many wrote each, the commonest first, at most MOST of them.

    Blanks and punctuation make no difference; of the commonest wordings those are alike of whose pairs of characters
    four fifths are common, and which hold the same negations and digits. All ways of writing that there is nothing to
    say are one.

    >>> [(remark.text, remark.count, remark.alike) for remark in remarks_of({"窗口太少。": 3, "窗口太少": 1, "无": 2})]
    [('窗口太少。', 4, ('窗口太少',)), ('无', 2, ())]
    """
    same: dict[str, _Wordings] = {}
    for text, count in sorted(texts.items(), key=lambda entry: (-entry[1], entry[0])):
        bare = _bare(text)
        known = same.get(bare)
        if known is None:
            same[bare] = _Wordings(bare, count, [text])
        else:
            known.count += count
            known.wordings.append(text)
    ranked = sorted(same.values(), key=_rank)
    joined = [*_joined(ranked[:_COMPARED]), *ranked[_COMPARED:]]
    listed = sorted(joined, key=_rank)[:MOST]
    return tuple(Remark(each.wordings[0], each.count, tuple(each.wordings[1:])) for each in listed)


def _rank(wordings: _Wordings) -> tuple[int, str]:
    return -wordings.count, wordings.wordings[0]


def _bare(text: str) -> str:
    bare = _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return "无" if bare in _NO_REMARK else bare


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What tells a wording from another: its pairs of characters, and the characters that turn a sentence round."""

    pairs: frozenset[str]
    telling: tuple[str, ...]

    @classmethod
    def of(cls, bare: str) -> "_Likeness":
        pairs = frozenset(map("".join, pairwise(bare))) or frozenset((bare,))
        return cls(pairs, tuple(sorted(_TELLING.findall(bare))))

    def is_like(self, other: "_Likeness") -> bool:
        common = 2 * len(self.pairs & other.pairs)
        return self.telling == other.telling and common * _ALIKE[1] >= _ALIKE[0] * (len(self.pairs) + len(other.pairs))


def _joined(ranked: Iterable[_Wordings]) -> list[_Wordings]:
    """Each wording with the first before it that is alike."""
    leaders: list[tuple[_Likeness, _Wordings]] = []
    for each in ranked:
        likeness = _Likeness.of(each.bare)
        leader = next((known for like, known in leaders if like.is_like(likeness)), None)
        if leader is None:
            leaders.append((likeness, each))
        else:
            leader.count += each.count
            leader.wordings += each.wordings
    return [leader for _, leader in leaders]
