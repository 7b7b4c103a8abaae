"""From the forms of a file to rows of the store. What depends on words is decided here, once, and stored as a code."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jixiao.batch.cells import column_of, number_of
from jixiao.batch.noted import noted, noted_rows
from jixiao.batch.schema import (
    BLOCKS,
    DIRECTION,
    FORMS,
    LINES,
    MONEY,
    MONEY_ROW,
    MOST_ROWS,
    OUTCOME,
    STATUS,
)
from jixiao.batch.settingrows import setting_row
from jixiao.batch.settings import FormSettings, settings_of
from jixiao.batch.stored import Cells, number_cells, value_cell
from jixiao.batch.summaryrows import listed_rows
from jixiao.forms import Form, FormBook, IndicatorLine, MoneyRow, ResidueKind
from jixiao.forms.checks import UNKNOWN, of_form, of_summary, of_verification
from jixiao.forms.execution import explanations, in_its_unit, may_be_nested, rate_of, says_no_reason, scores_by_ministry
from jixiao.forms.pairing import pairs_of
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring.shares import share_by_tiers
from jixiao.forms.totals import is_points_total
from jixiao.forms.values import Direction, Outcome, direction_of, is_payment, outcome, says_all_done, stated_pair
from jixiao.forms.vocabulary import SATISFACTION, plain
from jixiao.relations import Figure

Tables = dict[str, list[Cells]]
"""Rows by table."""
_PHONE = re.compile(r"\d{5,}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where forms come from: the file as it is called, and the place and province where they are known."""

    file: str
    place: str = ""
    province: str = ""


def rows_of(book: FormBook, source: Source, profile_of: Callable[[Form], Profile]) -> Tables:
    """The rows of the forms and summaries of a file; forms, rows of summaries and settings are numbered from 1.

    >>> from jixiao.forms.profiles import profile
    >>> rows_of(FormBook((), ()), Source("空.txt"), lambda form: profile("A"))["forms"]
    []
    """
    tables: Tables = {table: [] for table in ("forms", "money", "lines", "blocks", "listed", "noted", "settings")}
    numbers: dict[FormSettings, int] = {}
    of_forms = [_Profiled(number, form, profile_of(form)) for number, form in enumerate(book.forms, 1)]
    by_rate = any(scores_by_ministry(form) for form in book.forms)
    for each in of_forms:
        number, form, settings = each.number, each.form, each.settings
        keys: Cells = {"form": number, "setting": numbers.setdefault(settings, len(numbers) + 1)}
        if max(len(form.money), len(form.lines), len(form.blocks)) > MOST_ROWS:
            tables["forms"].append(_unread(form, source, keys, settings))
            continue
        tables["forms"].append(_form(form, source, keys, settings, by_rate))
        tables["money"] += _money(form, number, settings)
        tables["lines"] += (_line(each, line, at, keys) for at, line in enumerate(form.lines, 1))
        tables["blocks"] += _blocks(each, keys)
        posed = [*of_form(form, each.profile, by_ministry=by_rate), *of_verification(form, each.profile)]
        tables["noted"] += noted_rows(noted(posed), number, source.file, len(tables["noted"]))
    usual = of_forms[0].settings if of_forms else settings_of(UNKNOWN)
    settled = {id(each.form): (each.number, each.settings) for each in of_forms}
    for summary in book.summaries:
        pairs = pairs_of(summary, book.forms)
        found = tuple(noted(of_summary(summary, pairs, book, {})))
        for row, settings in listed_rows(pairs, summary, settled, usual, found):
            keys = {"listed_row": len(tables["listed"]) + 1, "setting": numbers.setdefault(settings, len(numbers) + 1)}
            tables["listed"].append(row | keys | {"file": source.file})
        tables["noted"] += noted_rows(found, 0, source.file, len(tables["noted"]))
    tables["settings"] = [setting_row(settings, number) for settings, number in numbers.items()]
    return tables


class _Profiled:
    """A form with its number, its profile and what that settles; a table of scores compares no values."""

    def __init__(self, number: int, form: Form, profile: Profile) -> None:
        self.number, self.form, self.profile = number, form, profile
        self.settings = settings_of(profile)
        self.compares = any(line.target or line.actual for line in form.lines)


def unread_row(source: Source, why: str, profile: Profile) -> Tables:
    """A file of which nothing could be read, as one row that says why; it is counted and never passes."""
    settings = settings_of(profile)
    row = _unread(None, source, {"form": 1, "setting": 1}, settings) | {"why": why}
    return {"forms": [row], "settings": [setting_row(settings, 1)]}


def _unread(form: Form | None, source: Source, keys: Cells, settings: FormSettings) -> Cells:
    row: Cells = {name: None for name, _ in FORMS.stored}
    row |= {column.name: 0 for column in FORMS.columns if column.codes or column.stored.value == "count"}
    told: Cells = {
        "file": source.file,
        "place": source.place,
        "province": source.province,
        "number": form.number if form else 1,
        "project": form.project.text if form else "",
        "profile": settings.profile,
        "status": STATUS["未读出"],
        "why": f"超过 {MOST_ROWS} 行" if form else "",
    }
    return row | keys | told


def _form(form: Form, source: Source, keys: Cells, settings: FormSettings, by_rate: bool) -> Cells:
    row, unread = form.total_money, list(form.residues_of(ResidueKind.UNREAD))
    total = form.total_score or (None if is_points_total(form) else form.total_alone or form.header_score)
    grade = _grade(form)
    score = row.score.printed if row else None
    return {
        **keys,
        "file": source.file,
        "number": form.number,
        "place": source.place,
        "province": source.province,
        "year": int(form.year) if form.year.isdecimal() else 0,
        "department": _field(form, "主管部门"),
        "unit": _field(form, "实施单位"),
        "project": form.project.text,
        "profile": settings.profile,
        "status": STATUS["部分读出" if unread else "已读出"],
        "why": "；".join(f"没有读出“{each.said}”所在的行" for each in unread) or None,
        **_total_money(row, settings),
        **number_of(FORMS, "分值合计", form.total_points),
        **number_of(FORMS, "总分", total),
        "grade": grade or None,
        "grade_rank": settings.rank(grade),
        "total_row": int(bool(form.total_label) or total is not None),
        "total_alone": int(form.total_score is None and form.total_alone is not None),
        "scored": int(form.is_scored),
        "points_given": int(any(not line.points.is_missing for line in form.lines)),
        "scores_given": int(any(not line.score.is_missing for line in form.lines)),
        "scores_objective": int(form.scores_objective),
        "all_done": int(any(says_all_done(one.actual.text) for one in form.objectives)),
        "pays": int(any(is_payment(one.expected.text) for one in form.objectives if says_all_done(one.actual.text))),
        "reason_column": int(bool(form.reason_heading)),
        "explained": int(bool(explanations(form))),
        "whole_score": int(score is not None and score.value.denominator == 1),
        "by_rate": int(by_rate),
        "nested_sources": int(may_be_nested(form.sources)),
        "unread_rows": len(unread),
        "contact": masked(_field(form, "联系人") + _field(form, "联系电话")) or None,
    }


def masked(contact: str) -> str:
    """A contact without what identifies a person: of a phone number the first three and the last two digits.

    >>> masked("张晓明 13812345678")
    '张** 138******78'
    """
    hidden = _PHONE.sub(lambda found: found[0][:3] + "*" * (len(found[0]) - 5) + found[0][-2:], contact)
    return re.sub(r"([\u4e00-\u9fff])([\u4e00-\u9fff]+)", lambda found: found[1] + "*" * len(found[2]), hidden)


def _total_money(row: MoneyRow | None, settings: FormSettings) -> Cells:
    read = in_its_unit(row, settings.denominator) if row else None
    figures: Mapping[str, Figure | None] = {
        "年初预算数": read.initial if read else None,
        "全年预算数": read.adjusted if read else None,
        "净预算数": read.net if read else None,
        "执行数": read.executed if read else None,
        "执行率分值": read.points if read else None,
        "执行率得分": read.score if read else None,
    }
    cells = {k: v for title, each in figures.items() for k, v in number_of(FORMS, title, each, settings).items()}
    return cells | _rate(read, settings)


def _rate(row: MoneyRow | None, settings: FormSettings) -> Cells:
    """The rate in per cent; one that may be per cent or a fraction is kept as text."""
    printed = row.rate.printed if row else None
    read = rate_of(row, settings.denominator) if row else None
    cells = number_cells(column_of(FORMS, "执行率"), read.printed if read else None)
    return cells if printed is None or read is not None else cells | {"rate_text": str(printed)}


def _money(form: Form, number: int, settings: FormSettings) -> Iterator[Cells]:
    for at, row in enumerate(form.money, 1):
        read = in_its_unit(row, settings.denominator)
        yield {
            "form": number,
            "money_row": at,
            "kind": MONEY_ROW[row.kind.value],
            "label": row.label.text,
            **number_of(MONEY, "行年初预算数", read.initial, settings),
            **number_of(MONEY, "行全年预算数", read.adjusted, settings),
            **number_of(MONEY, "行执行数", read.executed, settings),
        }


def _line(each: "_Profiled", line: IndicatorLine, at: int, keys: Cells) -> Cells:
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    direction = direction_of(target, line.name.text, line.level2) if target else Direction.DOUBTFUL
    reached = outcome(target, actual, direction) if target and actual else Outcome.UNKNOWN
    target_words, actual_words = plain(line.target.text), plain(line.actual.text)
    same = bool(target_words) and target_words == actual_words
    repeats = bool(target) and actual is not None and actual.direction not in (None, Direction.EXACTLY)
    tier = share_by_tiers(line, each.profile.scoring)
    share = tier.values.low * 100 if tier and tier.values.low is not None else None
    return {
        **keys,
        "line": at,
        "block": line.block,
        "level2": line.level2,
        "name": line.name.text,
        "target_text": line.target.text or None,
        "actual_text": line.actual.text or None,
        "target": value_cell(column_of(LINES, "指标值"), target.value if target else None),
        "target_unit": target.unit if target else None,
        "actual": value_cell(column_of(LINES, "完成值"), actual.value if actual else None),
        "actual_unit": actual.unit if actual else None,
        "direction": DIRECTION[direction.value],
        "signed": int(target is not None and target.direction is not None),
        "outcome": OUTCOME[reached.value],
        "same_words": int(same and (target is None or actual is None)),
        "copied": int(same and repeats),
        "satisfaction": int(SATISFACTION in line.level2),
        "filled": int(bool(line.target or line.actual) or not each.compares),
        "compared": int(bool(line.target and line.actual)),
        "covered": int(line.covered),
        "reason": int(bool(line.reason) and not says_no_reason(line.reason.text)),
        "reason_asked": int(bool(each.form.reason_heading)),
        "tier_share": value_cell(column_of(LINES, "满意度得分率"), share),
        **number_of(LINES, "分值", line.points),
        **number_of(LINES, "得分", line.score),
    }


def _blocks(each: "_Profiled", keys: Cells) -> Iterator[Cells]:
    """The blocks that the form heads and those that its lines stand in."""
    form = each.form
    stated = {block.name: None if block.points.is_missing else block.points.known.value for block in form.blocks}
    prescribed = each.profile.prescribed(stated)
    names = dict.fromkeys([*(block.name for block in form.blocks), *(line.block for line in form.lines)])
    for at, name in enumerate(names, 1):
        block = form.block(name)
        yield {
            **keys,
            "block_number": at,
            "block": name,
            **number_of(BLOCKS, "标题分值", block.points if block else None),
            "profile_points": value_cell(column_of(BLOCKS, "口径分值"), prescribed.get(name)),
            "points_given": int(any(not line.points.is_missing for line in form.lines)),
            "unread_rows": sum(1 for left in form.residues_of(ResidueKind.UNREAD) if left.block == name),
        }


def _field(form: Form, name: str) -> str:
    own = form.fields.get(name)
    return own[1].text if own else ""


def _grade(form: Form) -> str:
    return form.grade.text or _field(form, "自评等级") or _field(form, "等级")
