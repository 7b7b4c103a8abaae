"""Which number of the evidence a rule speaks of, from its words and the kinds of its figures."""

import re
from collections.abc import Sequence

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.bindings import Bindings, is_change
from jixiao.language.numbers.situations import Steps
from jixiao.language.numbers.zones import Zone
from jixiao.rules.measures import MEASURES, Measure

_BY_WORDS = (
    ("deviation", re.compile("偏差|偏离|调整率|浮动|误差率|差异率")),
    ("reduction", re.compile("(?:下降|降低|减少|压减|压缩|节约|节支)(?:率|比例|幅度)|降幅")),
    ("change", re.compile("变动|变化|增长率?|增幅|增减|增速")),
    ("completion", re.compile("完成率|完成比例|完成程度|实现率|完成情况|完成度")),
)
_BAD_SHARE = re.compile(
    "(?:违规|不合规|问题|违纪|挪用|截留|未按规定|虚列|套取|不符合规定|超范围)[^,;。]{0,10}(?:金额|资金)?[^,;。]{0,10}(?:占|比例|比重|比率)"
)
_BY_LANDMARK = ("nothing", "best", "trend", "delay", "faults", "rank", "excess", "margin", "to_target")
_RATE_NAME = re.compile("率|比例|比重|占比|比值|程度|系数|指数|度(?!量)")
_WHOLE = re.compile("[个项次人名位处条家户起例件份批笔宗桩场期辆台套篇]|人次|场次|批次|件次")


def measure_of(zones: Sequence[Zone], steps: Sequence[Steps], words: str, bindings: Bindings, about: str) -> Measure:
    """The measure that zones and steps are about; NotUnderstood where figures of several kinds stand side by side."""
    abouts = {zone.about for zone in zones if zone.about} | ({about} & {"rank", "delay", "faults"})
    if about == "rank" and any(zone.is_rate for zone in zones):
        return MEASURES["percentile"]
    if about == "excess" and not zones:
        return MEASURES["excess"]
    named = next((key for key in _BY_LANDMARK if key in abouts), None)
    if named is not None:
        return MEASURES["ratio" if named == "nothing" else named]
    subjects = "".join(zone.subject for zone in zones) + "".join(each.subject for each in steps)
    if any(zone.kind == "mark" for zone in zones):
        return MEASURES["mark"]
    rates = [zone.is_rate for zone in zones if zone.kind in ("rate", "points", "count")]
    rates += [each.length.is_rate for each in steps if each.length.kind != "bare"]
    if any(rates) and not all(rates):
        raise NotUnderstood("有的界限是比率，有的是数量，无法换算")
    of_size = any(zone.of_size for zone in zones)
    if any(rates):
        return MEASURES[_rate_key(subjects or words, words, bindings, of_size, abouts)]
    return MEASURES["deviation"] if of_size else _of_counts(zones, steps, subjects or words, words, bindings)


def _of_counts(zones: Sequence[Zone], steps: Sequence[Steps], subjects: str, words: str, bindings: Bindings) -> Measure:
    """The measure of figures that are no rates: counts of things, quantities, or a rate written 0.95."""
    units = {zone.unit.partition("/")[0] for zone in zones} | {each.length.unit.partition("/")[0] for each in steps}
    units.discard("")
    if not units and _RATE_NAME.search(subjects) is not None and all(_is_small(zone) for zone in zones):
        return MEASURES[_rate_key(subjects, words, bindings, of_size=False, abouts=set())]
    if len(units) > 1:
        raise NotUnderstood(f"界限的单位不一致：{'、'.join(sorted(units))}")
    counted = units and all(_WHOLE.fullmatch(unit) for unit in units) and _all_whole(zones)
    return MEASURES["count" if counted else "value"]


def _all_whole(zones: Sequence[Zone]) -> bool:
    return all(edge.denominator == 1 for zone in zones for edge in (zone.when.low, zone.when.high) if edge is not None)


def _is_small(zone: Zone) -> bool:
    return all(abs(edge) <= 3 for edge in (zone.when.low, zone.when.high) if edge is not None)


def _rate_key(subjects: str, words: str, bindings: Bindings, of_size: bool, abouts: set[str]) -> str:
    if "change" in abouts:
        return "change"
    if "deviation" in abouts:
        return "deviation"
    if _BAD_SHARE.search(words):
        return "bad_share"
    if any(is_change(body) for body in bindings.definitions.values()):
        return "change"
    if any(name in subjects and not is_change(body) and "-" not in body for name, body in bindings.definitions.items()):
        return "completion" if "完成" in subjects else "rate"
    key = next((key for key, known in _BY_WORDS if known.search(subjects)), "rate")
    if re.search("完成率|达标率|执行率|合格率|控制率|支出率", subjects) and key in ("change", "deviation"):
        key = "rate"
    return "deviation" if of_size and key not in ("deviation", "change") else key
