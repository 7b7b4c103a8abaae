"""Objectives completed from an indicator pack: third-level indicators for the kinds a project has none of, and points.

Points are shared out only where the profile says what each block has, or the pack's weights come to what all
indicators have together; otherwise they stay blank, for nobody knows them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.forms.objectives import Objectives, PlannedIndicator
from jixiao.forms.profiles import ExecutionRule, ExecutionStands, Profile
from jixiao.forms.vocabulary import COST, block_of, level1_of, level2_of
from jixiao.indicators import Group, Indicator, read_system
from jixiao.packs.registry import Pack, standard_registry
from jixiao.quantities import exact_text

EXECUTION = "预算执行率"
_SATISFACTION, _SERVED = "满意度", "服务对象满意度"
_USUAL_BLOCKS = ("产出", "效益", _SATISFACTION)
"""The blocks of a project's form where its profile does not say which."""
_COST_KIND = "经济成本"
_CENT = Fraction(1, 100)


class CommonIndicator(PlannedIndicator):
    """An indicator of a pack, which whoever fills in the form makes one of the project; `weight` is the pack's."""

    weight: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Completed:
    """Objectives that can be drawn, and what was added to them, in sentences."""

    objectives: Objectives
    notes: tuple[str, ...] = ()


def completed(objectives: Objectives, profile: Profile) -> Completed:
    """The objectives with the indicators of their pack; those that name none are returned as they are."""
    if not objectives.pack:
        return Completed(objectives)
    pack = standard_registry().pack(objectives.pack)
    own = objectives.indicators
    points = _points_of_blocks({each.level1 for each in own}, profile)
    known = {(each.level1, each.level2) for each in own}
    of_pack = tuple(_of_pack(pack, _blocks_wanted(points, own, pack), profile))
    added = [each for each in of_pack if (each.level1, each.level2) not in known]
    indicators = _in_order([*own, *added], [*points, *(each.level1 for each in of_pack)], of_pack)
    shared = _with_points(indicators, points, profile)
    notes = [
        f"三级指标由指标包“{pack.header.name}”补充 {len(added)} 个，"
        f"请改成本{'项目' if _is_of_projects(pack) else '部门'}的指标，并写明指标值。",
        *_notes_on_points(shared, indicators, points),
    ]
    year = f"{objectives.year}年度" if objectives.year else ""
    title = objectives.title or ("" if _is_of_projects(pack) else f"{year}{pack.header.object}绩效自评表")
    return Completed(objectives.model_copy(update={"indicators": shared, "title": title}), tuple(notes))


def shares(whole: Fraction, weights: Sequence[Fraction]) -> list[Fraction]:
    """A number of points shared out by weights, in whole points where it is whole and no share would be nought.

    The largest remainders are rounded up, the first of equal ones, so that the shares come to the whole.

    >>> [str(each) for each in shares(Fraction(50), [Fraction(1)] * 3)]
    ['17', '17', '16']
    """
    for step in (Fraction(1), _CENT):
        units = whole / step
        exact = [units * weight / sum(weights) for weight in weights]
        if units.denominator == 1 and all(each >= 1 for each in exact):
            break
    least = [Fraction(each.numerator // each.denominator) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: (least[at] - exact[at], at))
    up = set(by_remainder[: int(units - sum(least))])
    return [(each + (at in up)) * step for at, each in enumerate(least)]


def _points_of_blocks(own: set[str], profile: Profile) -> Mapping[str, Fraction]:
    """The points of the blocks in the first case of the profile that has all blocks of the project."""
    return next((case.points for case in profile.blocks if own <= set(case.points)), {})


def _blocks_wanted(points: Mapping[str, Fraction], own: Iterable[PlannedIndicator], pack: Pack) -> frozenset[str]:
    """The blocks that may be filled from the pack; none means all that it has."""
    if points:
        return frozenset(points)
    return frozenset((*_USUAL_BLOCKS, *(each.level1 for each in own))) if _is_of_projects(pack) else frozenset()


def _is_of_projects(pack: Pack) -> bool:
    return pack.header.object == "项目支出"


def _of_pack(pack: Pack, blocks: frozenset[str], profile: Profile) -> Iterator[CommonIndicator]:
    within = profile.execution.stands is ExecutionStands.WITHIN_BLOCK
    apart = _execution_points(profile) > 0 and not within
    for group in read_system(pack.indicators).groups:
        for above, leaf in _leaves(group, group):
            place = next((each for each in _places(group, above, leaf) if not blocks or each[0] in blocks), None)
            if place is None or (leaf.name == EXECUTION and apart):
                continue
            block, kind = place
            yield CommonIndicator(
                name=leaf.name,
                block=block,
                kind=kind,
                target=leaf.target,
                points=exact_text(_execution_points(profile)) if leaf.name == EXECUTION and within else "",
                explanation=leaf.explanation,
                standard=leaf.rule_text or "；".join(leaf.criteria),
                weight=leaf.weight,
            )


def _leaves(node: Group | Indicator, above: Group) -> Iterator[tuple[Group, Indicator]]:
    """The indicators below a node, each with the group it stands in."""
    if isinstance(node, Indicator):
        yield above, node
        return
    for child in node.children:
        yield from _leaves(child, node)


def _places(first: Group, second: Group, leaf: Indicator) -> Iterator[tuple[str, str]]:
    """Block and kind under which forms have an indicator, the most particular first."""
    block = (level1_of(first.name) or (first.name, ""))[0]
    kind = level2_of(second.name.removeprefix(block)) or second.name
    if _SATISFACTION in leaf.name:
        yield _SATISFACTION, _SERVED
    if COST in kind:
        yield COST, _COST_KIND
    if own := level1_of(second.name):
        yield own[0], second.name
    yield block_of(kind) or block, kind


def _in_order(
    indicators: Sequence[PlannedIndicator], blocks: Sequence[str], of_pack: Sequence[CommonIndicator]
) -> tuple[PlannedIndicator, ...]:
    """Block by block and kind by kind, in the order of the profile and the pack; the project's own ones first."""
    block_order = {name: at for at, name in reversed(list(enumerate(blocks)))}
    kinds = [each.level2 for each in (*of_pack, *indicators)]
    return tuple(
        sorted(indicators, key=lambda each: (block_order.get(each.level1, len(blocks)), kinds.index(each.level2)))
    )


def _with_points(
    indicators: tuple[PlannedIndicator, ...], points: Mapping[str, Fraction], profile: Profile
) -> tuple[PlannedIndicator, ...]:
    """The indicators with what the profile gives their block shared out among those that have no points yet."""
    if not points:
        weights = _weights(indicators)
        if sum(weights) != indicator_points(profile):
            return indicators
        return tuple(_pointed(each, weight) for each, weight in zip(indicators, weights, strict=True))
    given: dict[int, Fraction] = {}
    for block, whole in points.items():
        blank = [at for at, each in enumerate(indicators) if each.level1 == block and not each.points]
        rest = whole - sum((Fraction(each.points) for each in indicators if each.level1 == block and each.points), 0)
        if blank and rest > 0:
            weights = _weights([indicators[at] for at in blank]) or [Fraction(1)] * len(blank)
            given |= dict(zip(blank, shares(rest, weights), strict=True))
    return tuple(_pointed(each, given.get(at)) for at, each in enumerate(indicators))


def _weights(indicators: Sequence[PlannedIndicator]) -> list[Fraction]:
    """The pack's weights; none where one of the indicators has none."""
    known = [each.weight for each in indicators if isinstance(each, CommonIndicator) and each.weight is not None]
    return known if len(known) == len(indicators) else []


def _pointed(indicator: PlannedIndicator, points: Fraction | None) -> PlannedIndicator:
    return indicator if points is None else indicator.model_copy(update={"points": exact_text(points)})


def _notes_on_points(
    shared: Sequence[PlannedIndicator], before: Sequence[PlannedIndicator], points: Mapping[str, Fraction]
) -> Iterator[str]:
    blank = sum(not each.points for each in shared)
    if points and any(one.points != other.points for one, other in zip(shared, before, strict=True)):
        blocks = "、".join(f"{name} {exact_text(each)} 分" for name, each in points.items())
        yield f"分值按表样分配：{blocks}，在一级指标内分到各指标，请按重要程度调整。"
    elif not points and not blank:
        yield "分值取指标包的权重，请按重要程度调整。"
    elif blank:
        yield f"表样没有规定各一级指标的分值，{blank} 个指标的分值留空，请填写。"
    for block in points:
        if not any(each.level1 == block for each in shared):
            yield f"指标包没有“{block}”的指标，表样给它 {exact_text(points[block])} 分，请补充。"


def _execution_points(profile: Profile) -> Fraction:
    execution = profile.execution
    counted = execution.rule is not ExecutionRule.NONE and execution.points is not None
    return execution.points if counted and execution.points is not None else Fraction(0)


def indicator_points(profile: Profile) -> Fraction:
    """What the points of all indicators come to: the full points less those for execution, if these stand apart."""
    within = profile.execution.stands is ExecutionStands.WITHIN_BLOCK
    return profile.full_points - (Fraction(0) if within else _execution_points(profile))
