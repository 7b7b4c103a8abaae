"""Ranges told by how far the target is missed: 超过目标值10%以内, 10%—20%, 低于目标值20%以上."""

import re
from dataclasses import dataclass
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.figures import FIGURE, Figure, figure_of
from jixiao.language.numbers.zones import MARKED
from jixiao.quantities import exact_text
from jixiao.rules.portion import rate_text

_REACH = "不足|未达到|达不到|未达|达到"
_ENDED = "(?!以[下内外]|之内|[-~—至到])"
_CERTAINLY_A_SHARE = Fraction(1, 2)
_RATE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?%")
_SIDE = "(?:(?P<more>超过|超出|高于|大于|超)|(?P<less>低于|少于|小于))?了?"
_LOW = rf"(?P<low>{FIGURE})(?P<lowmark>{MARKED}?)"
_HIGH = rf"[-~—至到]+(?P<high>{FIGURE})(?P<highmark>{MARKED}?)(?:之间)?(?:以内|之内)?"
_END = rf"(?:(?P<within>以内|之内|以下|内)|(?P<beyond>以上|以外|及以上)|{_HIGH})?(?P<endmark>{MARKED}?)"


def relative_worded(text: str, target: Figure | None, names: str) -> str:
    """The sentence with such ranges as ranges of the number itself, where `target` says what they are a share of.

    `names` is a pattern of what the target is called. Beside a target that is a rate other than 100 % it stays open
    whether 10% are points or a share of it: NotUnderstood. Later ranges count from the target too where
    one begins at the end of the one before.

    >>> relative_worded("超过目标10%以内的得6分,10%-20%的得3分", Figure(Fraction(50), "count", "件"), "目标")
    '超过50件且不超过55件的得6分,55件-60件的得3分'
    """
    said = text
    if target is None:
        text = _shares_of_an_open_target(text, names)
    if target is not None:
        text = _shares_worded(text, target, names)
    chain = _Chain(target or Figure(Fraction(1), "rate"))
    pattern = rf"(?<![\d.%])(?P<each>每)?{_SIDE}(?P<named>(?:{names})的?)?{_LOW}{_END}"
    worded = re.sub(pattern, chain.worded, text)
    if target is not None and target.is_rate and target.value != 1:
        _must_be_told_apart(worded, said)
        left = re.search(rf"(?<!每)(?:{_REACH}|完成|低于|高于|超过)(?:{names})的?(?P<share>{_RATE.pattern})", worded)
        if left is not None and figure_of(left["share"]).value != target.value:
            raise NotUnderstood(f"“{left.group()}”是目标值的比例还是数值本身没有写明", left.group())
    return worded


def _shares_of_an_open_target(text: str, names: str) -> str:
    """小于目标值60%, 达到目标值的80%及以上: where no target is given, shares of it that are reached.

    >>> _shares_of_an_open_target("实际完成值小于目标值60%的不得分,超过目标值20%的得满分", "目标值")
    '完成率小于60%的不得分,超过目标值20%的得满分'
    """

    def worded(match: "re.Match[str]") -> str:
        share = figure_of(match["share"])
        least = Fraction(1) if match["more"] else _CERTAINLY_A_SHARE
        is_share = share.kind == "rate" and share.value >= least
        return f"完成率{match['more'] or match['less']}{match['share']}" if is_share else match.group()

    who = "(?:实际)?(?:完成值|完成数|完成量|完成额|实际值)?"
    compared = rf"(?:(?P<more>高于|超过|大于)|(?P<less>小于|低于|{_REACH}))(?:{names})的?"
    return re.sub(rf"(?<!每){who}{compared}(?P<share>{_RATE.pattern})(?!以[内下])", worded, text)


def _must_be_told_apart(worded: str, text: str) -> None:
    """Refuse a share of the target that stands elsewhere in the sentence without the target: of what is it there?"""
    for share in _RATE.findall(text):
        if share not in _RATE.findall(worded) or text.count(share) == worded.count(share):
            continue
        raise NotUnderstood(f"“{share}”是目标值的比例还是数值本身没有写明", share)


def _shares_worded(text: str, target: Figure, names: str) -> str:
    """不足目标值60%, 超过目标值的120% as comparisons with that share of the target."""

    def worded(match: "re.Match[str]") -> str:
        share = figure_of(match["share"])
        restated = target.is_rate and share.value == target.value
        plain = (
            share.kind == "rate" and not share.of_size and (match["more"] is None or share.value > 1) and not restated
        )
        sign = match["reach"] or match["less"] or match["more"]
        return f"{sign}{_written(target, share.value)}" if plain else match.group()

    named = f"(?:{names})"
    reach = rf"(?P<reach>{_REACH}){named}的?(?=[\d.]+%(?:[^以之~—至到-]|及?以上|$))"
    less = rf"(?P<less>低于|少于){named}的(?=[\d.]+%(?!以))"
    more = rf"(?P<more>高于|超过|大于){named}的?"
    return re.sub(rf"(?:{reach}|{less}|{more})(?P<share>{FIGURE})(?![\d.%]){_ENDED}", worded, text)


def _written(target: Figure, factor: Fraction) -> str:
    value = target.value * factor
    return rate_text(value) if target.is_rate else f"{exact_text(value)}{target.unit}"


def _is_share_of_target(match: "re.Match[str]", low: Figure) -> bool:
    """Whether the range may be a share of the target itself: 超过目标值的120%, 低于目标值80%的."""
    ended = match["within"] or match["beyond"] or match["high"]
    return low.value >= 1 or (bool(match["less"] and ended) and match["named"].endswith("的"))


@dataclass
class _Chain:
    """Ranges counted from one target: on which side, and how far the last one reached."""

    target: Figure
    side: str = ""
    reached: Fraction | None = None

    def worded(self, match: "re.Match[str]") -> str:
        """The range as one of the number itself; any other as it is."""
        low = figure_of(match["low"])
        if match["each"]:
            return match.group() if self.target.is_rate else self._step(match, low)
        high = figure_of(match["high"]) if match["high"] else None
        side = ">" if match["more"] else "<" if match["less"] else ""
        begins = bool(match["named"] and side)
        follows = not match["named"] and low.value == self.reached and side in ("", self.side)
        if low.kind != "rate" or low.of_size or not (begins or follows) or _is_share_of_target(match, low):
            return match.group()
        if begins:
            if not (match["within"] or match["beyond"] or match["high"] or match["more"]):
                return self._below(match, low)
            if self.target.is_rate and self.target.value != 1:
                raise NotUnderstood(f"“{match.group()}”是相差的百分点还是目标值的百分之几没有写明", match.group())
            self.side = side
        self.reached = (high or low).value
        return self._range(match, low, high)

    def _below(self, match: "re.Match[str]", share: Figure) -> str:
        """低于目标值80% — below that share of it; 低于目标值20% may mean by as much, or below so little."""
        if share.value < _CERTAINLY_A_SHARE and not match["named"].endswith("的"):
            raise NotUnderstood(f"“{match.group()}”是比目标值低这么多还是低于它的这个比例没有写明", match.group())
        return f"低于{_written(self.target, share.value)}{match['lowmark']}"

    def _step(self, match: "re.Match[str]", length: Figure) -> str:
        """每超过目标值1% — a step of that share of the target."""
        side = match["more"] or match["less"] or ""
        if not (match["named"] and side) or length.kind != "rate" or match["high"]:
            return match.group()
        return f"每{side}{_written(self.target, length.value)}"

    def _range(self, match: "re.Match[str]", low: Figure, high: Figure | None) -> str:
        near = self._at(low) + (match["lowmark"] or match["endmark"])
        more = self.side == ">"
        if high is not None:
            far = self._at(high) + (match["highmark"] or match["endmark"])
            near = self._at(low) + match["lowmark"]
            return f"{near}-{far}" if more else f"{far}-{near}"
        if match["within"]:
            start = self._at(Figure(Fraction(0), "rate"))
            return f"超过{start}且不超过{near}" if more else f"低于{start}且不低于{near}"
        if match["beyond"] and match["beyond"] != "以外":
            return f"{near}{'以上' if more else '以下'}"
        return f"{'超过' if more else '低于'}{near}"

    def _at(self, share: Figure) -> str:
        return _written(self.target, 1 + share.value if self.side == ">" else 1 - share.value)
