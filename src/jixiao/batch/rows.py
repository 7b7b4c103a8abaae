"""From the forms of a file to rows of the store. What depends on words is decided here, once, and stored as a code."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jixiao.batch.schema import (
    BLOCKS,
    DIRECTION,
    FORMS,
    LINES,
    LISTED,
    MONEY,
    MONEY_ROW,
    MOST_ROWS,
    OUTCOME,
    STATUS,
    Column,
    Table,
)
from jixiao.batch.settingrows import setting_row
from jixiao.batch.settings import FormSettings
from jixiao.batch.stored import Cells, number_cells, value_cell
from jixiao.forms import Form, FormBook, IndicatorLine, MoneyRow, ResidueKind, Summary, SummaryRow
from jixiao.forms.execution import explanations, in_its_unit, may_be_nested, rate_of, scores_by_ministry
from jixiao.forms.pairing import pairs_of
from jixiao.forms.totals import is_points_total
from jixiao.forms.values import Direction, Outcome, direction_of, is_payment, outcome, says_all_done, stated_pair
from jixiao.forms.vocabulary import SATISFACTION, plain
from jixiao.quantities import Printed
from jixiao.relations import Figure

Tables = dict[str, list[Cells]]
"""Rows by table."""
_PHONE = re.compile(r"\d{5,}")
_SIGNED = re.compile(r"[≥≤<>＜＞=]|不低于|不少于|不超过|不高于|以上|以内|以下")


@dataclass(frozen=True, slots=True)
class Source:
    """Where forms come from: the file as it is called, and the place and province where they are known."""

    file: str
    place: str = ""
    province: str = ""


def rows_of(book: FormBook, source: Source, settings_of: Callable[[Form], FormSettings]) -> Tables:
    """The rows of the forms and summaries of a file; forms, rows of summaries and settings are numbered from 1.

    >>> rows_of(FormBook((), ()), Source("空.txt"), lambda form: FormSettings())["forms"]
    []
    """
    tables: Tables = {table: [] for table in ("forms", "money", "lines", "blocks", "listed", "settings")}
    numbers: dict[FormSettings, int] = {}
    of_forms = [(number, form, settings_of(form)) for number, form in enumerate(book.forms, 1)]
    by_rate = any(scores_by_ministry(form) for form in book.forms)
    for number, form, settings in of_forms:
        keys: Cells = {"form": number, "setting": numbers.setdefault(settings, len(numbers) + 1)}
        if max(len(form.money), len(form.lines), len(form.blocks)) > MOST_ROWS:
            tables["forms"].append(_unread(form, source, keys, settings))
            continue
        tables["forms"].append(_form(form, source, keys, settings, by_rate))
        tables["money"] += _money(form, number, settings)
        tables["lines"] += (_line(form, line, at, keys) for at, line in enumerate(form.lines, 1))
        tables["blocks"] += _blocks(form, keys, settings)
    for summary in book.summaries:
        tables["listed"] += _listed(summary, of_forms, source, numbers, len(tables["listed"]))
    tables["settings"] = [setting_row(settings, number) for settings, number in numbers.items()]
    return tables


def unread_row(source: Source, why: str, settings: FormSettings) -> Tables:
    """A file of which nothing could be read, as one row that says why; it is counted and never passes."""
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
    total = form.total_score or (None if is_points_total(form) else form.total_alone)
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
        **_number(FORMS, "分值合计", form.total_points),
        **_number(FORMS, "总分", total),
        "grade": grade or None,
        "grade_rank": settings.rank(grade),
        "total_row": int(bool(form.total_label)),
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
    read = in_its_unit(row) if row else None
    figures: Mapping[str, Figure | None] = {
        "年初预算数": read.initial if read else None,
        "全年预算数": read.adjusted if read else None,
        "执行数": read.executed if read else None,
        "执行率分值": read.points if read else None,
        "执行率得分": read.score if read else None,
    }
    cells = {k: v for title, each in figures.items() for k, v in _number(FORMS, title, each, settings).items()}
    return cells | _rate(read)


def _rate(row: MoneyRow | None) -> Cells:
    """The rate in per cent; one that may be per cent or a fraction is kept as text."""
    printed = row.rate.printed if row else None
    read = rate_of(row) if row else None
    cells = number_cells(_column(FORMS, "执行率"), read.printed if read else None)
    return cells if printed is None or read is not None else cells | {"rate_text": str(printed)}


def _money(form: Form, number: int, settings: FormSettings) -> Iterator[Cells]:
    for at, row in enumerate(form.money, 1):
        read = in_its_unit(row)
        yield {
            "form": number,
            "money_row": at,
            "kind": MONEY_ROW[row.kind.value],
            "label": row.label.text,
            **_number(MONEY, "行年初预算数", read.initial, settings),
            **_number(MONEY, "行全年预算数", read.adjusted, settings),
            **_number(MONEY, "行执行数", read.executed, settings),
        }


def _line(form: Form, line: IndicatorLine, at: int, keys: Cells) -> Cells:
    target, actual = stated_pair(line.target.text, line.actual.text, line.measure)
    direction = direction_of(target, line.name.text, line.level2) if target else Direction.DOUBTFUL
    reached = outcome(target, actual, direction) if target and actual else Outcome.UNKNOWN
    target_words, actual_words = plain(line.target.text), plain(line.actual.text)
    same = bool(target_words) and target_words == actual_words
    return {
        **keys,
        "line": at,
        "block": line.block,
        "level2": line.level2,
        "name": line.name.text,
        "target_text": line.target.text or None,
        "actual_text": line.actual.text or None,
        "target": value_cell(_column(LINES, "指标值"), target.value if target else None),
        "target_unit": target.unit if target else None,
        "actual": value_cell(_column(LINES, "完成值"), actual.value if actual else None),
        "actual_unit": actual.unit if actual else None,
        "direction": DIRECTION[direction.value],
        "signed": int(target is not None and target.direction is not None),
        "outcome": OUTCOME[reached.value],
        "same_words": int(same and (target is None or actual is None)),
        "copied": int(same and _SIGNED.search(actual_words) is not None),
        "satisfaction": int(SATISFACTION in line.level2),
        "filled": int(bool(line.target or line.actual)),
        "compared": int(bool(line.target and line.actual)),
        "covered": int(line.covered),
        "reason": int(bool(line.reason)),
        "reason_asked": int(bool(form.reason_heading)),
        **_number(LINES, "分值", line.points),
        **_number(LINES, "得分", line.score),
    }


def _blocks(form: Form, keys: Cells, settings: FormSettings) -> Iterator[Cells]:
    """The blocks that the form heads and those that its lines stand in."""
    profile = dict(settings.block_points)
    names = dict.fromkeys([*(block.name for block in form.blocks), *(line.block for line in form.lines)])
    for at, name in enumerate(names, 1):
        block = form.block(name)
        yield {
            **keys,
            "block_number": at,
            "block": name,
            **_number(BLOCKS, "标题分值", block.points if block else None),
            "profile_points": value_cell(_column(BLOCKS, "口径分值"), profile.get(name)),
            "points_given": int(any(not line.points.is_missing for line in form.lines)),
            "unread_rows": sum(1 for each in form.residues_of(ResidueKind.UNREAD) if each.block == name),
        }


def _listed(
    summary: Summary,
    forms: list[tuple[int, Form, FormSettings]],
    source: Source,
    numbers: dict[FormSettings, int],
    before: int,
) -> Iterator[Cells]:
    """The rows of a summary, each with the form of its project where there is one."""
    pairs = pairs_of(summary, [form for _, form, _ in forms])
    paired = {id(pair.row): pair for pair in pairs.paired}
    of_form = {id(form): (number, settings) for number, form, settings in forms}
    usual = forms[0][2] if forms else FormSettings()
    for at, row in enumerate(summary.rows, before + 1):
        pair = paired.get(id(row))
        number, settings = of_form[id(pair.form)] if pair else (0, usual)
        yield {
            "listed_row": at,
            "form": number,
            "setting": numbers.setdefault(settings, len(numbers) + 1),
            "file": source.file,
            "certain": int(pair is not None and pair.is_certain),
            **_listed_cells(row, settings),
        }


def _listed_cells(row: SummaryRow, settings: FormSettings) -> Cells:
    return {
        "listed_name": row.name.text,
        **_number(LISTED, "汇总资金", row.money, settings),
        **_number(LISTED, "汇总得分", row.score),
        "listed_grade": row.grade.text or None,
        "listed_rank": settings.rank(row.grade.text),
    }


def _number(table: Table, title: str, figure: Figure | None, settings: FormSettings | None = None) -> Cells:
    printed: Printed | None = figure.printed if figure else None
    return number_cells(_column(table, title), printed, settings.money_unit if settings else "")


def _column(table: Table, title: str) -> Column:
    column = table.column(title)
    if column is None:
        raise KeyError(title)
    return column


def _field(form: Form, name: str) -> str:
    own = form.fields.get(name)
    return own[1].text if own else ""


def _grade(form: Form) -> str:
    return _field(form, "自评等级") or _field(form, "等级")
