"""From the forms of a file to rows of the store. What depends on words is decided here, once, and stored as a code."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.batch.cells import column_of, number_of
from jixiao.batch.columns import MOST_ROWS
from jixiao.batch.linerows import line_rows
from jixiao.batch.noted import cuts_off, noted, noted_rows
from jixiao.batch.schema import BLOCKS, FORMS, MONEY, MONEY_ROW, STATUS
from jixiao.batch.settingrows import setting_row
from jixiao.batch.settings import FormSettings, settings_of
from jixiao.batch.stored import Cells, number_cells, value_cell
from jixiao.batch.summaryrows import listed_rows
from jixiao.checking import Checkup
from jixiao.forms import Form, FormBook, MoneyRow, ResidueKind
from jixiao.forms.checks import UNKNOWN
from jixiao.forms.checks.money import with_points
from jixiao.forms.execution import explanations, in_its_unit, may_be_nested, rate_of, scores_by_ministry
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring import stated_total
from jixiao.forms.scoring.execution import unprinted_score
from jixiao.forms.totals import objective_score
from jixiao.forms.values import is_payment, says_all_done
from jixiao.forms.verifying import VerifiedBook, checked, checked_summary
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
    """The rows of the forms and summaries of a file, verified by these profiles.

    Forms, rows of summaries and settings are numbered from 1.

    >>> from jixiao.forms.profiles import profile
    >>> rows_of(FormBook((), ()), Source("空.txt"), lambda form: profile("A"))["forms"]
    []
    """
    by_rate = any(scores_by_ministry(form) for form in book.forms)
    profiles = {id(form): profile_of(form) for form in book.forms}
    checkups = [checked(form, profiles[id(form)], by_ministry=by_rate) for form in book.forms]
    of_summaries = [checked_summary(summary, book, profiles) for summary in book.summaries]
    return _rows(book, source, profiles, checkups, of_summaries)


def rows_of_verified(book: FormBook, done: VerifiedBook, source: Source) -> Tables:
    """The same rows of a file that has been verified already."""
    profiles = {id(each.form): each.profile for each in done.forms}
    of_summaries = [each.checkup for each in done.summaries]
    return _rows(book, source, profiles, [each.checkup for each in done.forms], of_summaries)


def _rows(
    book: FormBook,
    source: Source,
    profiles: Mapping[int, Profile],
    checkups: Sequence[Checkup],
    of_summaries: Sequence[Checkup],
) -> Tables:
    tables: Tables = {table: [] for table in ("forms", "money", "lines", "blocks", "listed", "noted", "settings")}
    numbers: dict[FormSettings, int] = {}
    settled: dict[int, tuple[int, FormSettings]] = {}
    by_rate = any(scores_by_ministry(form) for form in book.forms)
    for number, (form, checkup) in enumerate(zip(book.forms, checkups, strict=True), 1):
        profile = profiles[id(form)]
        settings = settings_of(profile)
        settled[id(form)] = number, settings
        keys: Cells = {"form": number, "setting": numbers.setdefault(settings, len(numbers) + 1)}
        if max(len(form.money), len(form.lines), len(form.blocks)) > MOST_ROWS:
            tables["forms"].append(_unread(form, source, keys, settings))
            continue
        row = _form(form, source, profile) | {"by_rate": int(by_rate), "cut_off": int(cuts_off(checkup))}
        tables["forms"].append(keys | row)
        tables["money"] += _money(form, number, settings)
        tables["lines"] += (keys | line for line in line_rows(form, profile))
        tables["blocks"] += (keys | block for block in _blocks(form, profile))
        tables["noted"] += noted_rows(noted(checkup), number, source.file, len(tables["noted"]))
    for summary, checkup in zip(book.summaries, of_summaries, strict=True):
        cut_off: Cells = {"file": source.file, "listed_cut_off": int(cuts_off(checkup))}
        for row, settings in listed_rows(summary, book, settled, settings_of(UNKNOWN)):
            keys = {"listed_row": len(tables["listed"]) + 1, "setting": numbers.setdefault(settings, len(numbers) + 1)}
            tables["listed"].append(row | keys | cut_off)
        tables["noted"] += noted_rows(noted(checkup), 0, source.file, len(tables["noted"]))
    tables["settings"] = [setting_row(settings, number) for settings, number in numbers.items()]
    return tables


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


def _form(form: Form, source: Source, profile: Profile) -> Cells:
    settings = settings_of(profile)
    row, unread = form.total_money, list(form.residues_of(ResidueKind.UNREAD))
    total, score = stated_total(form), row.score.printed if row else None
    return {
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
        **number_of(FORMS, "计分分值", with_points(form, row, profile.execution).points if row else None),
        **number_of(FORMS, "分值合计", form.total_points),
        **number_of(FORMS, "总分", total),
        **number_of(FORMS, "总体目标得分", objective_score(form) if form.scores_objective else None),
        **number_of(FORMS, "余下得分", unprinted_score(form, total)),
        "grade": form.grade.text or None,
        "grade_rank": settings.rank(form.grade.text),
        "total_row": int(bool(form.total_label) or form.total_score is not None or total is not None),
        "total_alone": int(form.total_score is None),
        "scored": int(form.is_scored),
        "points_given": int(any(not line.points.is_missing for line in form.lines)),
        "scores_objective": int(form.scores_objective),
        "all_done": int(any(says_all_done(one.actual.text) for one in form.objectives)),
        "pays": int(any(is_payment(one.expected.text) for one in form.objectives if says_all_done(one.actual.text))),
        "reason_column": int(bool(form.reason_heading)),
        "explained": int(bool(explanations(form))),
        "whole_score": int(score is not None and score.value.denominator == 1),
        "nested_sources": int(may_be_nested(form.sources)),
        "unread_money": int(form.has_unread_money),
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


def _blocks(form: Form, profile: Profile) -> Iterator[Cells]:
    """The blocks that the form heads and those that its lines stand in."""
    stated = {block.name: None if block.points.is_missing else block.points.known.value for block in form.blocks}
    prescribed = profile.prescribed(stated)
    names = dict.fromkeys([*(block.name for block in form.blocks), *(line.block for line in form.lines)])
    for at, name in enumerate(names, 1):
        block = form.block(name)
        yield {
            "block_number": at,
            "block": name,
            **number_of(BLOCKS, "标题分值", block.points if block else None),
            "profile_points": value_cell(column_of(BLOCKS, "口径分值"), prescribed.get(name)),
            "named": int(bool(name)),
            "unread_rows": sum(1 for left in form.residues_of(ResidueKind.UNREAD) if left.block == name),
        }


def _field(form: Form, name: str) -> str:
    own = form.fields.get(name)
    return own[1].text if own else ""
