"""Scoring a form: every score by the rules of its profile, the sums, the grade, and what the form should say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.forms.model import NO_FIGURE, Form, IndicatorLine, MoneyRow
from jixiao.forms.profiles import ExecutionRule, ExecutionStands, Profile
from jixiao.forms.scoring.execution import (
    ExecutionRate,
    execution_share,
    is_execution,
    printed_rate,
    prints_whole_scores,
    rate_in,
    share_of_execution,
    unprinted_score,
)
from jixiao.forms.scoring.items import AS_STATED, allows, printed_range, rounded, scored_item, value_of
from jixiao.forms.scoring.model import Computed, ScoredForm, ScoredItem, ScoredLine, shown
from jixiao.forms.scoring.shares import ANY, Share, hull, share_of
from jixiao.forms.scoring.weights import weights_of
from jixiao.forms.totals import is_points_total, objective_score
from jixiao.quantities import Interval, exact_text
from jixiao.relations import Figure


@dataclass(frozen=True, slots=True)
class Row:
    """Indicators that share one cell of points and score, mostly one alone, with the share that they earn."""

    lines: tuple[IndicatorLine, ...]
    points: Fraction | None
    score: Figure
    share: Share

    @property
    def name(self) -> str:
        """The names of its indicators."""
        return "、".join(line.name.text for line in self.lines)


def scored(form: Form, profile: Profile) -> ScoredForm:
    """Every score of a form by its profile, beside what it states.

    A score that the rules leave to judgement is a range, and the stated one stands if it lies inside. Where the points
    of a block do not come to what its heading (or the profile) gives it, the points of its indicators are unknown; the
    block then earns what every division of its points would make it earn.
    """
    rate = _rate(form, profile)
    rows = _rows(form, profile, rate)
    execution = None if _fill_the_form(form, profile, rows) else _execution(form, profile, rate)
    items = [_item(form, row, profile) for row in rows]
    objective = _objective(form, profile)
    why_not = _not_scored(form, profile)
    apart = [item for item in (execution, objective) if item is not None]
    weights = weights_of(form, profile, rows, sum((item.points or Fraction(0) for item in apart), Fraction(0)))
    blocks = [_block(name, points, rows, items, profile) for name, points in weights.blocks] if not why_not else []
    own = {name for name, points in weights.blocks if points is None}
    alone = {name: block for (name, _), block in zip(weights.blocks, blocks, strict=False) if _has_one(name, rows)}
    parts = [*apart, *blocks]
    why_not = why_not or weights.because
    total = _total([(part.name, part.computed) for part in parts], why_not)
    corrected = _total([(part.name, part.corrected) for part in parts], why_not)
    return ScoredForm(
        form,
        profile,
        _rate_shown(rate),
        execution,
        tuple(_line(row, item, own, alone) for row, item in zip(rows, items, strict=True)),
        tuple(blocks),
        stated_total(form),
        total,
        corrected,
        _grades(total, profile),
        _grades(corrected, profile),
    )


def stated_total(form: Form) -> Figure | None:
    """The total of scores that a form prints, in its last row or in its header; None where it prints none."""
    for total in (form.total_score, form.header_score):
        if total is not None and not total.is_missing:
            return total
    return None if form.total_alone is None or is_points_total(form) else form.total_alone


def _not_scored(form: Form, profile: Profile) -> str:
    if not form.is_scored:
        return "这份自评表不打分" if profile.unscored else "没有读到分值和得分"
    if (form.scores_objective or profile.scores_objective) and profile.objective_points is None:
        return "总体目标也打分，没有读出它的分值"
    return ""


def _rate(form: Form, profile: Profile) -> ExecutionRate | None:
    return rate_in(form.total_money, profile.execution) if form.total_money else None


def _rate_shown(rate: ExecutionRate | None) -> Computed:
    if rate is None:
        return Computed(None, "没有读出执行数和预算数，执行率不能计算")
    return Computed(Interval.point(rate.value), f"{rate.arithmetic} ＝ {rate.percent}")


def _fill_the_form(form: Form, profile: Profile, rows: Sequence[Row]) -> bool:
    """Whether the indicators have all points already, so that a form that prints none for execution gives none."""
    printed = form.total_money is not None and not form.total_money.points.is_missing
    points = [row.points for row in rows if row.points is not None]
    return not printed and sum(points, Fraction(0)) == profile.full_points


def _execution(form: Form, profile: Profile, rate: ExecutionRate | None) -> ScoredItem | None:
    """The points for execution in the money block; None where none are given there."""
    rule, row = profile.execution, form.total_money
    if row is None or rule.stands is not ExecutionStands.MONEY_BLOCK or rule.rule is ExecutionRule.NONE:
        return None
    points = value_of(row.points) if not row.points.is_missing else rule.points
    if points is None:
        return None
    share = execution_share(rate, profile.execution)
    stated = unprinted_score(form, stated_total(form)) or row.score
    whole = prints_whole_scores(form, profile)
    item = scored_item("执行率", points, stated, share, decimals=rule.decimals, rounds_to_all=whole)
    if item.kept or rate is None:
        return _only_tiers(item, rate, profile)
    printed = _printed_share(row, profile)
    if printed is not None and allows(Interval.point(points * printed), points, stated, rounds_to_all=whole):
        return replace(item, corrected=Computed(Interval.point(stated.known.value), "按印出的执行率计"), kept=True)
    return item


def _objective(form: Form, profile: Profile) -> ScoredItem | None:
    """The points for the yearly objective itself, which only whoever judges can give."""
    points = profile.objective_points
    if points is None or not form.is_scored:
        return None
    stated = objective_score(form) or NO_FIGURE
    return scored_item("年度总体目标", points, stated, Share(ANY, "年度总体目标的得分由评价者判断"))


def _only_tiers(item: ScoredItem, rate: ExecutionRate | None, profile: Profile) -> ScoredItem:
    """A score between two tiers is none of them."""
    if rate is None or item.points is None or item.computed.exact is not None or item.stated is None:
        return item
    shares, _ = share_of_execution(rate, profile.execution)
    kept = item.stated in {item.points * share for share in shares}
    return item if kept else replace(item, corrected=item.computed, kept=False)


def _printed_share(row: MoneyRow, profile: Profile) -> Fraction | None:
    """The printed rate as a share, where the amounts confirm it and points follow it in proportion."""
    rate = printed_rate(row, profile.execution)
    if rate is None or profile.execution.rule is not ExecutionRule.PROPORTIONAL:
        return None
    shares, _ = share_of_execution(rate, profile.execution)
    return shares[0]


def _rows(form: Form, profile: Profile, rate: ExecutionRate | None) -> list[Row]:
    rows: list[Row] = []
    for line in form.lines:
        share = _share(form, line, profile, rate)
        shared = line.covered and rows and rows[-1].lines[-1].block == line.block
        if shared and (line.score.is_missing or line.points.is_missing):
            above = rows[-1]
            known = [points for points in (above.points, value_of(line.points)) if points is not None]
            together = share if share == above.share else _together(above.share, share)
            rows[-1] = Row((*above.lines, line), sum(known, Fraction(0)) if known else None, above.score, together)
            continue
        rows.append(Row((line,), value_of(line.points), line.score, share))
    return rows


def _together(one: Share, other: Share) -> Share:
    return Share(hull((one.values, other.values)), f"{one.says}；{other.says}；几个指标合用一个分值")


def _share(form: Form, line: IndicatorLine, profile: Profile, rate: ExecutionRate | None) -> Share:
    if rate is not None and is_execution(form, line, profile):
        return execution_share(rate, profile.execution)
    return share_of(line, profile.scoring)


def _item(form: Form, row: Row, profile: Profile) -> ScoredItem:
    scoring = profile.scoring
    whole = is_execution(form, row.lines[0], profile) and prints_whole_scores(form, profile)
    return scored_item(
        row.name,
        row.points,
        row.score,
        row.share,
        decimals=scoring.decimals,
        bonus=scoring.bonus,
        rounds_to_all=whole,
    )


def _has_one(block: str, rows: Sequence[Row]) -> bool:
    return sum(row.lines[0].block == block for row in rows) == 1


def _line(row: Row, item: ScoredItem, own: set[str], alone: Mapping[str, ScoredItem]) -> ScoredLine:
    """The score of a row; without a corrected one where its points are unknown.

    The only indicator of a block has the block's points.
    """
    block = row.lines[0].block
    if block in own:
        return ScoredLine(row.lines[0], item)
    if block in alone:
        return ScoredLine(row.lines[0], replace(alone[block], name=item.name))
    because = "所在一级指标的分值与各指标分值之和不符，应先改正分值"
    return ScoredLine(row.lines[0], replace(item, corrected=Computed(None, because), kept=False))


def _block(
    name: str, points: Fraction | None, rows: Sequence[Row], items: Sequence[ScoredItem], profile: Profile
) -> ScoredItem:
    """A block: the sum of its indicators, or, with points of its own, what every division of these would make."""
    inside = [pair for pair in zip(rows, items, strict=True) if name in (pair[0].lines[0].block, "")]
    scores = [item.stated for _, item in inside if item.stated is not None]
    stated = sum(scores, Fraction(0)) if scores else None
    title = f"{name}指标" if name else "各指标"
    if points is None:
        given = sum((item.points or Fraction(0) for _, item in inside), Fraction(0))
        computed = _total([(item.name, item.computed) for _, item in inside], "")
        corrected = _total([(item.name, item.corrected) for _, item in inside], "")
        kept = all(item.kept for _, item in inside)
        return ScoredItem(title, given, stated, computed, corrected, kept)
    by_rule = _divided(points, [row.share.values for row, _ in inside])
    accepted = _divided(points, [_accepted(row, item) for row, item in inside])
    fits_as_stated = by_rule.values is not None and _fits([row for row, _ in inside], by_rule.values)
    if stated is not None and fits_as_stated and all(row.points is None for row, _ in inside):
        return ScoredItem(title, points, stated, by_rule, Computed(Interval.point(stated), AS_STATED), kept=True)
    return ScoredItem(title, points, stated, by_rule, rounded(accepted, profile.scoring.decimals))


def _accepted(row: Row, item: ScoredItem) -> Interval:
    """The share of a row whose points are wrong: the stated one where the rules allow it."""
    if item.kept and item.points and item.stated is not None:
        return Interval.point(item.stated / item.points)
    return row.share.values


def _divided(points: Fraction, shares: Sequence[Interval]) -> Computed:
    share = hull(shares)
    values = share.scale(points)
    if share.width == 0:
        every = "全部得满分" if share.low == 1 else f"得分率都是 {exact_text((share.low or Fraction(0)) * 100)}%"
        return Computed(values, f"各指标{every}，无论 {exact_text(points)} 分怎样分配，都得 {shown(values)} 分")
    return Computed(values, f"各指标得分率不同，{exact_text(points)} 分怎样分配不明，得 {shown(values)} 分")


def _fits(rows: Sequence[Row], values: Interval) -> bool:
    """Whether the scores of the rows, all printed and rounded so, can add up to one of the values."""
    added = Interval.point(0)
    for row in rows:
        if row.score.printed is None:
            return False
        added = added + printed_range(row.score.printed)
    return not values.intersect(added).is_empty


def _total(parts: Sequence[tuple[str, Computed]], why_not: str) -> Computed:
    missing = next((f"{name}：{part.derivation}" for name, part in parts if part.values is None), "")
    if why_not or missing or not parts:
        return Computed(None, why_not or missing or "没有读到打分的指标")
    values = Interval.point(0)
    for _, part in parts:
        values = values + (part.values or Interval.point(0))
    added = " ＋ ".join(f"{name} {part}" for name, part in parts)
    return Computed(values, f"{added} ＝ {shown(values)}" if len(parts) > 1 else parts[0][1].derivation)


def _grades(total: Computed, profile: Profile) -> tuple[str, ...]:
    """The grades that a total may earn, the best first; none where there is no total."""
    if total.values is None or total.values.low is None or total.values.high is None:
        return ()
    scale = profile.grades.in_force
    names = [band.name for band in scale.bands]
    best, worst = (names.index(scale.grade_of(max(end, Fraction(0)))) for end in (total.values.high, total.values.low))
    return tuple(names[best : worst + 1])
