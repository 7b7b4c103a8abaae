"""Points and scores of a form: blocks, the total of 100, and the sum of scores."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.checking import Checked, Posed
from jixiao.findings import NOWHERE, Place, Severity
from jixiao.forms import Block, Form, IndicatorLine, ResidueKind
from jixiao.forms.catalogue import (
    BLOCK_POINTS,
    HEADINGS,
    MISSING,
    POINTS_TOTAL,
    SCORE_LIMIT,
)
from jixiao.forms.checks.adding import added_up, counts_unprinted_execution
from jixiao.forms.checks.scoretotal import score_total
from jixiao.forms.profiles import ExecutionRule, ExecutionStands, Profile
from jixiao.quantities import Convention, Printed, exact_text, unit_named
from jixiao.relations import Figure, Sum
from jixiao.text.quoting import cited

_POINTS = unit_named("分")


def relations(form: Form, profile: Profile) -> Iterator[Posed | Checked]:
    """What must hold among the points and scores of one form."""
    if not form.is_scored:
        return
    if not profile.scoring.bonus:
        yield from _limits(form)
    yield from _missing(form)
    if all(line.points.is_missing for line in form.lines):
        yield from score_total(form, profile)
        return
    for name in dict.fromkeys(line.block for line in form.lines):
        yield from _block(form, profile, name)
    if profile.bracketed_points_bind:
        yield from _headings(form, profile)
    yield from _points_total(form, profile)
    yield from score_total(form, profile)


def _limits(form: Form) -> Iterator[Checked]:
    row = form.total_money
    of_lines = [(line.name.text, line.points, line.score) for line in form.lines if not line.covered]
    pairs = [("执行率", row.points, row.score), *of_lines] if row else of_lines
    for name, points, score in pairs:
        if points.printed is None or score.printed is None:
            continue
        if score.printed.value <= points.printed.value:
            yield Checked.held(SCORE_LIMIT, score.place)
            continue
        yield Checked.failed(
            SCORE_LIMIT,
            Severity.ERROR,
            f"{form.label}：{cited(name)}的得分超过分值",
            f"这一行的分值是 {points}，得分却是 {score}，得分不能超过分值。",
            score.place,
            points.place,
            stated=str(score),
            expected=f"不超过 {points}",
            figures=(score, points),
        )


def _missing(form: Form) -> Iterator[Checked]:
    """Indicators that were filled in and have no points or no score where the form gives them."""
    compares = any(line.target or line.actual for line in form.lines)
    for line, words, certain in lacking(form):
        if not words:
            yield Checked.held(MISSING, line.name.place)
        elif not certain:
            because = f"{form.label}：{line.name.cited}没有印{words}，可能与别的指标合用一格"
            yield Checked.not_made(MISSING, because, line.name.place)
        else:
            yield Checked.failed(
                MISSING,
                Severity.ERROR,
                f"{form.label}：{line.name.cited}没有填{words}",
                (f"这个指标填了指标值“{line.target}”、完成值“{line.actual}”，" if compares else "")
                + f"{words}{'却' if compares else ''}是空白；表中其他指标都填了。",
                line.name.place,
                stated="空白",
                expected=words,
            )


def lacking(form: Form) -> Iterator[tuple[IndicatorLine, str, bool]]:
    """Every indicator that was filled in, and what it lacks where the form gives it: "", 分值, 得分, 分值和得分.

    The last says whether it lacks it for certain: it cannot stand in a cell that the indicator shares with others.
    """
    gives_points = any(not line.points.is_missing for line in form.lines)
    gives_scores = any(not line.score.is_missing for line in form.lines)
    compares = any(line.target or line.actual for line in form.lines)
    for line in form.lines:
        if line.covered or (compares and not (line.target or line.actual)):
            continue
        lacks_points, lacks_score = gives_points and line.points.is_missing, gives_scores and line.score.is_missing
        words = "和".join(word for word, lacks in (("分值", lacks_points), ("得分", lacks_score)) if lacks)
        yield line, words, bool(words) and gives_points and not _may_share(form, line)


def _may_share(form: Form, line: IndicatorLine) -> bool:
    """Whether what the line lacks may stand in a cell that it shares with others.

    A score that the line lacks beside its points is its own where the scores given do not come to the total.
    """
    return _shares_a_cell(form, line) if line.points.is_missing else not _lacks_scores(form)


def _lacks_scores(form: Form) -> bool:
    """Whether the scores given come to less than the total that is printed."""
    total, money = form.total_score, form.total_money
    if total is None or total.is_missing or form.scores_objective:
        return False
    scores = [line.score for line in form.lines] + ([money.score] if money else [])
    return sum((each.known.value for each in scores if not each.is_missing), Fraction(0)) < total.known.value


def _shares_a_cell(form: Form, line: IndicatorLine) -> bool:
    """Whether the others' points fill the block or the form already, as where rows share one cell; or it is a part.

    A part (其中：…) belongs to the indicator above it and has no points of its own.
    """
    if line.name.text.startswith("其中") or _fill_the_form(form):
        return True
    block = form.block(line.block)
    if block is None or block.points.is_missing:
        return False
    others = [each.points.known.value for each in form.lines_of(line.block) if not each.points.is_missing]
    return sum(others, Fraction(0)) == block.points.known.value


def _fill_the_form(form: Form) -> bool:
    """Whether the points given come to the total that is printed."""
    total, money = form.total_points, form.total_money
    if total is None or total.is_missing:
        return False
    points = [line.points for line in form.lines] + ([money.points] if money else [])
    return sum((each.known.value for each in points if not each.is_missing), Fraction(0)) == total.known.value


def _block(form: Form, profile: Profile, name: str) -> Iterator[Posed | Checked]:
    lines, block = form.lines_of(name), form.block(name)
    items = [line.points for line in lines]
    if block is None or block.points.is_missing:
        yield from _block_without_points(form, profile, name, lines, block)
        return
    if not profile.bracketed_points_bind:
        return
    total = block.points
    title = f"{form.label}：“{block.heading}”与所列指标的分值之和"
    if _shared_out_evenly(profile, total, items):
        yield Checked.held(BLOCK_POINTS, total.place)
    else:
        yield added_up(form, total, items, BLOCK_POINTS, title, name)


def _block_without_points(
    form: Form, profile: Profile, name: str, lines: Sequence[IndicatorLine], block: Block | None
) -> Iterator[Checked]:
    """A block whose points are not printed can still be seen to be too large: it exceeds the whole form."""
    known = [line.points for line in lines if not line.points.is_missing]
    total = sum((figure.known.value for figure in known), Fraction(0))
    full = profile.full_points
    if not name or total <= full:
        return
    rest = _what_is_left(form, full, name)
    yield Checked.failed(
        BLOCK_POINTS,
        Severity.ERROR,
        f"{form.label}：{name}指标的分值之和超过总分",
        f"{name}指标各项分值之和为 {' + '.join(map(str, known))} = {exact_text(total)} 分，"
        f"超过全表总分 {exact_text(full)} 分。"
        + (f"其余各部分已占 {exact_text(full - rest)} 分，{name}指标应为 {exact_text(rest)} 分。" if rest else ""),
        *(figure.place for figure in known),
        *((block.heading.place,) if block else ()),
        stated=f"{exact_text(total)}分",
        expected=f"{exact_text(rest)}分" if rest else f"不超过 {exact_text(full)} 分",
    )


def _what_is_left(form: Form, full: Fraction, name: str) -> Fraction | None:
    """The points left for a block by the printed points of execution and of the other blocks."""
    row = form.total_money
    others = [block.points for block in form.blocks if block.name != name]
    if row is None or row.points.is_missing or not others or any(figure.is_missing for figure in others):
        return None
    left = full - row.points.known.value - sum(figure.known.value for figure in others)
    return left if left > 0 else None


def _shared_out_evenly(profile: Profile, total: Figure, items: Sequence[Figure]) -> bool:
    """Whether points that the profile shares out evenly and rounds to whole ones miss their total only by rounding."""
    if not profile.indicators.even_whole_points or total.is_missing or any(figure.is_missing for figure in items):
        return False
    added = sum((figure.known.value for figure in items), Fraction(0))
    return 2 * abs(added - total.known.value) <= len(items)


def _with_bonus(profile: Profile, items: Sequence[Figure]) -> bool:
    """Whether points beyond the full ones are those of rows for a bonus, which the profile allows."""
    added = sum((figure.known.value for figure in items if not figure.is_missing), Fraction(0))
    return profile.scoring.bonus and added > profile.full_points


def _full(profile: Profile, name: str = "总分", place: Place = NOWHERE) -> Figure:
    text = f"{exact_text(profile.full_points)}分"
    return Figure(name, Printed(profile.full_points, 0, _POINTS, Convention.EXACT, text=text), place)


def _execution_is_apart(form: Form, profile: Profile) -> bool:
    """Whether points for execution, if there are any, stand in the money block."""
    rule = profile.execution
    elsewhere = rule.stands is not ExecutionStands.MONEY_BLOCK or rule.rule is ExecutionRule.NONE
    return not elsewhere or (form.total_money is not None and not form.total_money.points.is_missing)


def _headings(form: Form, profile: Profile) -> Iterator[Posed]:
    row, figures = form.total_money, [block.points for block in form.blocks]
    blocks = {line.block for line in form.lines}
    if form.levels_doubtful or form.scores_objective or not blocks <= {block.name for block in form.blocks}:
        return
    if len(figures) < 2 or any(figure.is_missing for figure in figures) or any(form.residues_of(ResidueKind.UNREAD)):
        return
    if not _execution_is_apart(form, profile):
        items = figures
    elif row is not None and not row.points.is_missing:
        items = [row.points, *figures]
    else:
        return
    relation = replace(Sum.of(_full(profile), items, HEADINGS), prescribed=True)
    yield Posed(relation, f"{form.label}：各一级指标名称后的分值之和不是 {exact_text(profile.full_points)} 分")


def _points_total(form: Form, profile: Profile) -> Iterator[Posed | Checked]:
    row = form.total_money
    lines = [line.points for line in form.lines]
    if _execution_is_apart(form, profile):
        if row is None or row.points.is_missing:
            yield _points_of_indicators(form, profile, lines)
            return
        items = [row.points, *lines]
    else:
        items = lines
    if form.scores_objective:
        yield Checked.not_made(POINTS_TOTAL, f"{form.label}的总体目标也打分，没有读出它的分值", form.total_label.place)
        return
    printed = form.total_points
    if printed is not None and not printed.is_missing and printed.known.value != profile.full_points:
        yield added_up(form, printed, items, POINTS_TOTAL, f"{form.label}：分值合计与各项分值之和")
    place = printed.place if printed else form.total_label.place
    total = _full(profile, "满分", place)
    if _shared_out_evenly(profile, total, items) or _with_bonus(profile, items):
        yield Checked.held(POINTS_TOTAL, place)
        return
    title = f"{form.label}：各项分值之和不是 {exact_text(profile.full_points)} 分"
    yield added_up(form, total, items, POINTS_TOTAL, title, prescribed=True)


def _points_of_indicators(form: Form, profile: Profile, items: Sequence[Figure]) -> Posed | Checked:
    """Without printed points for execution: with those of the profile, otherwise only a total that holds says anything.

    The profile's points are not the form's, so a sum that misses with them is only doubtful.
    """
    if form.total_points is not None and not any(figure.is_missing for figure in items):
        relation = Sum.of(form.total_points, items, POINTS_TOTAL)
        if relation.assess().verdict.is_possible:
            return Posed(relation, f"{form.label}：分值合计与各项分值之和")
    points, place = profile.execution.points, form.total_label.place
    known = [figure.known.value for figure in items if not figure.is_missing]
    if points is not None and sum(known, Fraction(0)) == profile.full_points:
        return Checked.held(POINTS_TOTAL, place)
    if points is None or form.total_money is None or form.scores_objective or not counts_unprinted_execution(profile):
        return Checked.not_made(POINTS_TOTAL, f"{form.label}没有印执行率的分值", place)
    execution = Figure(
        "表样规定的执行率分值", Printed(points, 0, _POINTS, Convention.EXACT), form.total_money.points.place
    )
    title = f"{form.label}：各项分值与表样规定的执行率分值之和不是 {exact_text(profile.full_points)} 分"
    total = _full(profile, "满分", place)
    added = added_up(form, total, [execution, *items], POINTS_TOTAL, title, prescribed=True)
    return replace(added, at_most=Severity.WARNING) if isinstance(added, Posed) else added
