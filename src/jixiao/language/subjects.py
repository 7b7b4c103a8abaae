"""Which number of the evidence a rule speaks of, from the words it uses."""

from collections.abc import Sequence

from jixiao.language.situations import Steps, Zone
from jixiao.rules.measures import MEASURES, Measure

_BY_WORDS = (
    ("deviation", ("偏差", "偏离")),
    ("change", ("变动", "变化", "增长", "调整", "增幅", "降幅", "增减")),
    ("completion", ("完成率", "完成比例", "完成程度", "实现率")),
)
_BY_UNIT = (
    ("delay", ("天", "日", "工作日", "个工作日", "月", "个月", "季度", "个季度", "周", "小时", "年")),
    ("rank", ("名", "位", "名次", "位次")),
)


def measure_of(zones: Sequence[Zone], steps: Sequence[Steps]) -> Measure:
    """The measure that zones and steps are about: by their words, else by their units."""
    words = "".join([zone.subject for zone in zones] + [each.subject for each in steps])
    units = {zone.unit for zone in zones} | {each.length.unit for each in steps}
    if any(zone.is_rate for zone in zones) or any(each.length.is_rate for each in steps):
        key = next((key for key, known in _BY_WORDS if any(word in words for word in known)), "rate")
        if any(zone.of_size for zone in zones) and key not in ("deviation", "change"):
            key = "deviation"
        return MEASURES[key]
    for key, known in _BY_UNIT:
        if units & set(known):
            return MEASURES[key]
    if not zones:
        return MEASURES["faults"]
    return MEASURES["count"]
