"""Weights: how much output and effect count, whole points where a place asks for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.regulation.asking import Asked
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Place
from jixiao.quantities import exact_text
from jixiao.reading.imported import ImportedSystem, weight_in

_OUTPUT = re.compile("产出|履职效能|(?<!运行)成本")
_EFFECT = re.compile("效果|效益|成效|满意|可持续|社会效应")
_OTHER = re.compile("投入|决策|过程|管理|执行|运行")
_HUNDRED = Fraction(100)
_EFFECT_SHARE = 60  # percent
_OUTPUT_SHARE_PPP = 80  # percent
_LEAST_WEIGHT = 15
_STEP = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """What a first-level group weighs."""

    name: str
    points: Fraction
    place: Place


def effect_share(asked: Asked) -> Iterator[Checked]:
    """Output and effect against the rest."""
    yield from _share(asked, "产出和效果（效益）", (_OUTPUT, _EFFECT), _EFFECT_SHARE)


def output_share(asked: Asked) -> Iterator[Checked]:
    """Output alone, in the operation of a partnership."""
    yield from _share(asked, "产出", (_OUTPUT,), _OUTPUT_SHARE_PPP)


def whole_points(asked: Asked) -> Iterator[Checked]:
    """Whole points, first levels of fives from fifteen on, output and effect above the rest."""
    system = asked.material.system
    weights = _first_level(asked.material)
    if system is None or not weights:
        yield asked.not_made("没有读出指标体系的权重")
        return
    faults = [*_not_whole(system), *_not_fives(weights)]
    result = _of(weights, (_OUTPUT, _EFFECT))
    if _all_known(weights) and 2 * result <= sum(each.points for each in weights):
        faults.append((f"产出与效益合计 {exact_text(result)} 分，没有超过其余指标", weights[-1].place))
    if faults:
        why = "；".join(text for text, _ in faults) + "。"
        yield asked.failed("指标分值不符合当地的规定", why, *(place for _, place in faults), stated=faults[0][0])
    else:
        yield asked.held(weights[0].place)


def _share(asked: Asked, what: str, kinds: Sequence[re.Pattern[str]], least: int) -> Iterator[Checked]:
    weights = _first_level(asked.material)
    if not weights or not _all_known(weights):
        yield asked.not_made("没有读出一级指标的权重，或一级指标的名称认不出类别")
        return
    share = _of(weights, kinds)
    listed = "、".join(f"“{each.name}” {exact_text(each.points)} 分" for each in weights)
    if share >= least:
        yield asked.held(weights[0].place)
    else:
        why = f"一级指标为{listed}，其中{what}合计 {exact_text(share)}%，原则上不应低于 {least}%。"
        title = f"{what}指标的权重只有 {exact_text(share)}%"
        places = (each.place for each in weights if any(kind.search(each.name) for kind in kinds))
        yield asked.failed(title, why, *places, stated=f"{exact_text(share)}%", expected=f"不低于 {least}%")


def _first_level(material: Material) -> list[Weight]:
    """The groups of the first level; none where they do not weigh 100 together."""
    system = material.system
    groups = [] if system is None else [Weight(each.name, weight_in(each), each.place) for each in system.groups]
    return groups if sum(each.points for each in groups) == _HUNDRED else []


def _all_known(weights: Sequence[Weight]) -> bool:
    return all(any(kind.search(each.name) for kind in (_OUTPUT, _EFFECT, _OTHER)) for each in weights)


def _of(weights: Sequence[Weight], kinds: Sequence[re.Pattern[str]]) -> Fraction:
    return sum((each.points for each in weights if any(kind.search(each.name) for kind in kinds)), start=Fraction(0))


def _not_whole(system: ImportedSystem) -> Iterator[tuple[str, Place]]:
    for each in system.indicators():
        if each.weight is not None and each.weight.denominator != 1:
            yield f"“{each.name}”的分值 {exact_text(each.weight)} 不是整数", each.place


def _not_fives(weights: Sequence[Weight]) -> Iterator[tuple[str, Place]]:
    for each in weights:
        if each.points % _STEP:
            yield f"一级指标“{each.name}”的分值 {exact_text(each.points)} 不以 0 或 5 结尾", each.place
        elif each.points < _LEAST_WEIGHT:
            yield f"一级指标“{each.name}”的分值 {exact_text(each.points)} 少于 {_LEAST_WEIGHT} 分", each.place
