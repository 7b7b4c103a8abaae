"""Parts announced with their shares first (数量占70%、质量占30%;), each with its rule in a passage behind (数量按…)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao.language.composite.proportions import as_rule, of_itself
from jixiao.language.counted.amounts import amount, portion
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.combined import Parts, Share
from jixiao.rules.portion import FULL, Portion

_NAME = r"[\u4e00-\u9fff“”]{2,16}?"
_WITH_SHARE = rf"(?P<name>{_NAME})(?:得分)?(?:\((?:占|计|权重为?)*{amount('inside')}\)|(?:占|计|为)?{amount('after')})"
_PART = re.compile(_WITH_SHARE)
_COUNTED = "[两二三四五六](?:个|大)?(?:部分|方面|项|块)(?:内容|指标)?(?:组成|构成|考核|评价|评分|计分|进行)*"
_LEAD = r"(?:[本该]?项?指标(?:满分|分值|共|计|为|\d+分|,)*)?(?:其中|分别|分为|分|从|由|按|对|包括|包含)*"
_ONE = re.sub("P<[a-z]+>", ":", _WITH_SHARE)
_SHARES = re.compile(
    rf"^{_LEAD}(?P<parts>{_ONE}(?:(?:、|和|与|及|以及|,){_ONE})+)"
    rf"(?:{_COUNTED})?[:;。]"
)
_EQUAL = re.compile(
    rf"^{_LEAD}(?P<parts>{_NAME}(?:(?:、|和|与|及|以及){_NAME})+?)(?:{_COUNTED})?,?(?:各占|各为|均占){amount('each')}[:;。]"
)
_BETWEEN = re.compile("、|和|与|以及|及")
SUM = re.compile(
    "(?<=得分)后(?:相加|加总|求和|汇总)$|[,;。](?:再|最后|然后)?(?:以|将)?(?:[两二三四五]者|[两二三四五]个?(?:部分|项)|各部分|各项|上述各项|得分)*(?:得分)?(?:的)?(?:合计|相加|之和|加总|累加|总和)"
    "(?:后|即|得出|作为|为|的|是)*(?:本|该)?(?:项)?(?:指标)?(?:的)?(?:最终|总)?(?:得分)?(?=[,;。]?$)"
)
"""That the scores of the parts are added up, which goes without saying."""
VETO = re.compile(
    r"(?<=[;。\n])(?P<event>(?:如|若|凡|一旦|发现|出现|存在)[^,;。\n\d]{4,40}?的?,|[^,;。\n\d]{4,40}?的,?)(?:整个指标|(?:本|该)(?:项)?指标(?:整体)?|整项|全部)(?:均|一律)?(?:不得分|不计分|[得计]?0分)(?:[;。\n]|$)"
)
"""An event behind the parts that leaves nothing of all of them."""
_MEASURE = re.compile("(?:率|度|比例|比重)$")


@dataclass(frozen=True, slots=True)
class _Passage:
    name: str
    share: Portion
    rule: str


def claims(sentence: Sentence) -> bool:
    """Whether parts are announced, and each has a passage."""
    return len(_passages(sentence.text)) > 1


def understood(sentence: Sentence) -> Understood:
    """A part for each passage, its rule read on its own."""
    notes: list[str] = []
    shares = []
    for passage in _passages(sentence.text):
        inner = sentence.within(as_rule(of_itself(passage.rule)), worth(passage.share, sentence.beside.weight))
        notes += inner.notes
        shares.append(Share(passage.name, passage.share, inner.part))
    return Understood(Parts(tuple(shares), VETO.search(sentence.text) is not None), list(dict.fromkeys(notes)))


def worth(share: Portion, weight: Fraction | None) -> Fraction | None:
    """The points that a share comes to, where the weight is known."""
    if share.in_points:
        return Fraction(share.amount)
    return None if weight is None else Fraction(share.amount) * weight


@lru_cache(maxsize=16)
def _passages(text: str) -> tuple[_Passage, ...]:
    """The announced parts with their passages; none where one has no passage of its own."""
    text = VETO.sub("", SUM.sub("", text.rstrip("。"))).rstrip("。")
    found = _SHARES.match(text) or _EQUAL.match(text)
    if found is None:
        return ()
    announced = list(_announced(found))
    behind = text[found.end() :]
    starts = _starts([name for name, _ in announced], behind)
    if not starts or starts[0][0] != 0:
        return ()
    ends = [start for start, _ in starts[1:]] + [len(behind)]
    return tuple(
        _Passage(name, share, _without_key(behind[start:end], key))
        for (name, share), (start, key), end in zip(announced, starts, ends, strict=True)
    )


def _announced(found: "re.Match[str]") -> Iterator[tuple[str, Portion]]:
    """The parts by name, each with its share of the weight."""
    if "each" in "".join(found.re.groupindex):
        share = portion(found, "each")
        assert share is not None
        for name in _BETWEEN.split(found["parts"]):
            yield name, share
        return
    for part in _PART.finditer(found["parts"]):
        yield part["name"].lstrip("、和与及,"), portion(part, "inside") or portion(part, "after") or FULL


def _starts(names: Sequence[str], behind: str) -> list[tuple[int, str]]:
    """Where the passage of every part begins, in order, with the words that name it there; none where one lacks."""
    starts: list[tuple[int, str]] = []
    for name in names:
        after = starts[-1][0] + 1 if starts else 0
        keys = [name[:length] for length in range(len(name), 1, -1)]
        keys += [name[cut:] for cut in range(1, len(name) - 1)]
        found = next((at for key in keys if (at := _begins(key, behind, after)) is not None), None)
        if found is None:
            return []
        starts.append(found)
    return starts if len({key for _, key in starts}) == len(starts) else []


def _begins(key: str, behind: str, after: int) -> tuple[int, str] | None:
    match = re.compile(rf"(?:^|(?<=[,;。:\n])){re.escape(key)}").search(behind, after)
    return None if match is None else (match.start(), key)


def _without_key(passage: str, key: str) -> str:
    """The rule of a part without the name of the part, unless that is what is measured."""
    passage = passage.strip(",;。\n")
    rule = passage if _MEASURE.search(key) and not passage.startswith(f"{key}:") else passage.removeprefix(key)
    return rule.lstrip(":,")
