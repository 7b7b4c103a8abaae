"""Which profile a read form has: by its headings, columns, blocks and their points, and said; never a guess."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.documents import Document
from jixiao.forms.columns import headed
from jixiao.forms.model import Form
from jixiao.forms.profiles.model import BlockSet, PointsStand, Profile, TargetIn
from jixiao.forms.profiles.standard import GENERAL, profile, profiles
from jixiao.forms.rows import rows_of
from jixiao.forms.vocabulary import Column, indicator_column, plain
from jixiao.quantities import exact_text

_POINTS = re.compile(r"(?:预算执行|资金|得分)[^()]{0,8}(?:[(][^()]{0,4}[)])?[(](\d+)分")
_RESULT = re.compile("得分率|(?:评价|绩效|自评)?(?:等级|等次)")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The profile of a form, and in Chinese by what it was recognised, or why none was."""

    profile: Profile
    why: str


def recognised(form: Form, document: Document, known: Sequence[Profile] = ()) -> Recognised:
    """The profile whose signs a form shows, all of them and more than any other's; otherwise the general one.

    `known` are the profiles to choose from, those that come with Jixiao if none. The document's own words count where
    the signs ask for words (a footnote, a heading above the table).
    """
    shown = _Shown.of(form, document)
    fitting = [(len(signs), each, signs) for each in known or profiles() if (signs := _signs_of(each, shown))]
    if not fitting:
        return Recognised(profile(GENERAL), f"表样认不出：{_seen(form)}，与已有的表样都不一致，地方规定的内容不核对")
    most = max(count for count, _, _ in fitting)
    best = [(each, signs) for count, each, signs in fitting if count == most]
    if len(best) > 1:
        names = "、".join(each.id for each, _ in best)
        return Recognised(profile(GENERAL), f"表样分不清是{names}中的哪一种，地方规定的内容不核对")
    found, signs = best[0]
    differs = "" if not found.signs.block_points or _prints_allowed(form, found) else "；一级指标的分值与表样有出入"
    return Recognised(found, f"{found.name}：{_said(signs)}{differs}")


def without_forms(document: Document) -> Recognised:
    """What a document without forms is: a table of scores by first level (K) or a report in words (M)."""
    for grid in document.grids():
        for row in rows_of(grid):
            columns = headed(row, indicator_column).keys()
            given = [word for slot in row.filled if _RESULT.fullmatch(word := slot.words)]
            given += ["得分"] if Column.SCORE in columns else []
            if given and Column.LEVEL1 in columns and Column.LEVEL3 not in columns:
                found = profile("K")
                return Recognised(found, f"{found.name}：表头有一级指标和{given[-1]}，没有三级指标；{found.audited}")
    found = profile("M")
    return Recognised(found, f"{found.name}：没有项目资金和绩效指标的表格；{found.audited}")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a form shows of its layout; a heading 一级指标 that was overwritten is known by the blocks below it."""

    form: Form
    title: str
    words: str
    money: frozenset[Column]
    indicators: frozenset[Column]
    blocks: frozenset[str]

    @classmethod
    def of(cls, form: Form, document: Document) -> "_Shown":
        words = (*form.headings, *(label for label, _ in form.fields.values()), form.title, form.objective_heading)
        return cls(
            form,
            plain(form.title.text or document.name),
            plain("".join(said.text for said in words)),
            frozenset(form.money_columns),
            frozenset(form.indicator_columns) | ({Column.LEVEL1} if form.blocks else set()),
            frozenset(block.name for block in form.blocks),
        )


def _signs_of(each: Profile, shown: _Shown) -> list[str]:
    """The signs of a profile that a form shows, in words; none where one is missing or something speaks against it."""
    signs = each.signs
    if signs.are_none or each.audited or _contradicted(each, shown):
        return []
    title = next((word for word in signs.title if word in shown.title), "")
    points = _execution_points(shown.form)
    missing = (
        (signs.title and not title),
        not all(word in shown.words for word in signs.words),
        not set(signs.money) <= shown.money,
        not set(signs.indicators) <= shown.indicators,
        not set(signs.blocks) <= shown.blocks,
        signs.scores_objective and not shown.form.scores_objective,
    )
    if any(missing):
        return []
    found = [f"标题有“{title}”"] if title else []
    found += [f"有“{word}”" for word in signs.words]
    found += [f"资金栏目有{column.value}" for column in signs.money]
    found += [f"指标栏目有{column.value}" for column in signs.indicators]
    found += [f"一级指标有{block}" for block in signs.blocks]
    found += ["总体目标打分"] if signs.scores_objective else []
    return found + ([f"执行率 {points} 分"] if signs.execution_points is not None and points else [])


def _said(signs: Sequence[str]) -> str:
    """Signs in words, those of one kind together."""
    kinds: dict[str, list[str]] = {}
    for sign in signs:
        kind, has, what = sign.partition("有")
        kinds.setdefault(kind + has, []).append(what)
    return "，".join(kind + "、".join(what) for kind, what in kinds.items())


def _contradicted(each: Profile, shown: _Shown) -> bool:
    """Whether a form shows what the layout cannot have."""
    signs, layout, points = each.signs, each.indicators, _execution_points(shown.form)
    columns = shown.form.indicator_columns
    return any(
        (
            any(word in shown.title for word in signs.title_without),
            shown.money & set(signs.money_without),
            shown.indicators & set(signs.indicators_without),
            shown.blocks & set(signs.blocks_without),
            signs.blocks_without and any(not line.block for line in shown.form.lines),
            signs.block_points and not _are_allowed(shown.form, each),
            signs.execution_points is not None and points and points != exact_text(signs.execution_points),
            signs.unit is not None and shown.form.unit != signs.unit.value,
            columns and _points_stand(columns) not in (None, layout.points_stand),
            columns and (TargetIn.THREE if Column.NATURE in columns else TargetIn.ONE) is not layout.target_in,
        )
    )


def _are_allowed(form: Form, each: Profile) -> bool:
    """Whether headings and indicators together show the points of an allowed set; a wrong heading is no other layout.

    The points of a block show in its heading and in the sum of its indicators. One block may have other points in both,
    unless the headings come to the full points, as those of another layout do.
    """
    return _prints_allowed(form, each) or any(_is_nearly(form, each, allowed) for allowed in each.blocks)


def _prints_allowed(form: Form, each: Profile) -> bool:
    """Whether the points that the headings print are those of an allowed set, as far as they are printed."""
    printed = _printed_points(form)
    return any(printed.items() <= allowed.points.items() for allowed in each.blocks)


def _is_nearly(form: Form, each: Profile, allowed: BlockSet) -> bool:
    printed = _printed_points(form)
    if not printed.keys() <= allowed.points.keys():
        return False
    added = {name: _added_points(form, name) for name in printed}
    others = [name for name in printed if allowed.points[name] not in (printed[name], added[name])]
    execution = each.full_points - sum(allowed.points.values())
    is_whole = sum(printed.values(), execution) == each.full_points
    return not others or (len(others) == 1 and len(printed) > 1 and not is_whole)


def _printed_points(form: Form) -> dict[str, Fraction]:
    return {block.name: block.points.known.value for block in form.blocks if not block.points.is_missing}


def _added_points(form: Form, block: str) -> Fraction:
    points = (line.points for line in form.lines_of(block))
    return sum((figure.known.value for figure in points if not figure.is_missing), Fraction(0))


def _points_stand(columns: Sequence[Column]) -> PointsStand | None:
    """Where the points stand to the target; None where there is no target to stand to."""
    if Column.POINTS not in columns:
        return PointsStand.NOWHERE
    if Column.TARGET not in columns:
        return None
    before = columns.index(Column.POINTS) < columns.index(Column.TARGET)
    return PointsStand.BEFORE if before else PointsStand.BEHIND


def _execution_points(form: Form) -> str:
    """The points for execution that the money block prints, in its total's row or in its heading; "" for none."""
    row = form.total_money
    if row is not None and row.points.printed is not None:
        return exact_text(row.points.known.value)
    found = (_POINTS.search(plain(said.text)) for said in form.headings)
    return next((match[1] for match in found if match), "")


def _seen(form: Form) -> str:
    money = "、".join(column.value for column in form.money_columns) or "没有找到表头"
    indicators = "、".join(column.value for column in form.indicator_columns) or "没有找到表头"
    return f"资金栏目（{money}），指标栏目（{indicators}）"
