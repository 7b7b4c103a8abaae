"""A summary against the forms it lists, and within itself."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.checking import Checked, Posed
from jixiao.findings import Severity, Verdict
from jixiao.forms import Form, FormBook, Summary, SummaryRow
from jixiao.forms.catalogue import (
    CONTACTS,
    COUNT,
    MISSING_FORM,
    NOT_LISTED,
    SUMMARY_FIELDS,
    SUMMARY_MONEY,
    SUMMARY_SCORE,
    SUMMARY_SUM,
)
from jixiao.forms.execution import budget_of, in_its_unit
from jixiao.forms.pairing import Pair, Pairs
from jixiao.forms.scoring import stated_total
from jixiao.relations import Duplicate, Figure, Sum

_NUMBER = re.compile(r"(\D*)(\d{7,12})\D*")
_RUN = 3  # numbers that count up by one are a fill-down from so many rows on


def relations(summary: Summary, pairs: Pairs, book: FormBook) -> Iterator[Posed | Checked]:
    """What must agree between a summary and its forms, and within the summary."""
    for pair in pairs.paired:
        yield from _money(pair)
        yield from _score(pair)
    if book.forms:
        yield from _presence(summary, pairs)
    if book.forms and len(book.summaries) == 1:
        yield from _unlisted(pairs)
        yield _count(summary, pairs)
    if (total := added_up_in(summary)) is not None:
        amounts = [row.money for row in summary.rows]
        yield Posed(Sum.of(total, amounts, SUMMARY_SUM), "汇总表：资金合计与各项目之和")
    yield from _contacts(summary)
    yield from _blanks(summary)


def _money(pair: Pair) -> Iterator[Posed]:
    """The amount of a row is one of those of its form; otherwise it contradicts the budget."""
    row, money = pair.row, pair.form.total_money
    if money is None or row.money.is_missing:
        return
    money = in_its_unit(money)
    amounts = [amount for amount in money.amounts if not amount.is_missing]
    if amounts:
        nearest = min(amounts, key=lambda amount: list(Verdict).index(_alike(row, amount)))
        budget = budget_of(money)
        compared = nearest if budget.is_missing or _alike(row, nearest).is_possible else budget
        title = f"{row.name.cited}：汇总表的资金与自评表的{compared.name}"
        yield Posed(
            Duplicate((row.money, compared), SUMMARY_MONEY), title, _at_most(pair), cause=trouble_of("资金", row)
        )


def _alike(row: SummaryRow, amount: Figure) -> Verdict:
    return Duplicate((row.money, amount)).assess().verdict


def _at_most(pair: Pair) -> Severity:
    return Severity.ERROR if pair.is_certain else Severity.WARNING


def _score(pair: Pair) -> Iterator[Posed | Checked]:
    row, form = pair.row, pair.form
    printed = stated_total(form)
    title = f"{row.name.cited}：汇总表的得分与自评表的总分"
    if row.score.is_missing:
        return
    scored = _sum_of_scores(form)
    alone = form.total_score is None
    if alone and scored is not None and scored == row.score.known.value:
        yield Checked.held(SUMMARY_SCORE, row.score.place)
    elif printed is None:
        yield Checked.not_made(SUMMARY_SCORE, f"{form.label}没有印得分总分", row.score.place)
    else:
        relation = Duplicate((row.score, printed), SUMMARY_SCORE)
        yield Posed(relation, title, _at_most(pair), cause=trouble_of("得分", row))


def _sum_of_scores(form: Form) -> Fraction | None:
    row = form.total_money
    scores = [line.score for line in form.lines] + ([row.score] if row else [])
    known = [figure.known.value for figure in scores if not figure.is_missing]
    return sum(known, Fraction(0)) if known else None


def _presence(summary: Summary, pairs: Pairs) -> Iterator[Checked]:
    """Projects without a form: an error where the document otherwise attaches the forms of its projects."""
    attached = 2 * len(pairs.paired) >= len(summary.rows) and not pairs.unlisted
    for pair in pairs.paired:
        yield Checked.held(MISSING_FORM, pair.row.name.place)
    for row in pairs.without_form:
        amount = "" if row.money.is_missing else f"，资金 {row.money}"
        yield Checked.failed(
            MISSING_FORM,
            Severity.ERROR if attached else Severity.WARNING,
            f"{row.name.cited}没有自评表",
            f"汇总表列有{row.name.cited}{amount}，文件里{'没有' if attached else '找不到同名的'}项目支出绩效自评表。",
            row.name.place,
            row.money.place,
            stated=row.name.text,
            expected="该项目的项目支出绩效自评表",
            group="" if attached else "找不到自评表",
            cause=trouble_of("自评表", row),
        )


def _unlisted(pairs: Pairs) -> Iterator[Checked]:
    for form in pairs.unlisted:
        yield Checked.failed(
            NOT_LISTED,
            Severity.WARNING,
            f"{form.label}不在汇总表中",
            f"文件附有“{form.project}”的自评表，汇总表没有列这个项目（或名称不同）。",
            form.project.place,
            stated=form.project.text,
            cause=_unlisted_form(form),
        )


def _count(summary: Summary, pairs: Pairs) -> Checked:
    rows, forms = len(summary.rows), len(pairs.paired) + len(pairs.unlisted)
    if rows == forms:
        return Checked.held(COUNT, summary.title.place)
    attached = 2 * len(pairs.paired) >= rows and not pairs.unlisted
    titles = [pair.form.title or pair.form.project for pair in pairs.paired]
    return Checked.failed(
        COUNT,
        Severity.ERROR if attached else Severity.WARNING,
        f"汇总表有 {rows} 个项目，自评表有 {forms} 份",
        f"汇总表列了 {rows} 个项目，文件附了 {forms} 份自评表，两者应当一致。",
        summary.rows[-1].name.place,
        *(title.place for title in titles),
        stated=f"{rows}个项目",
        expected=f"{forms}份自评表",
        excused_by=(
            *(trouble_of("自评表", row) for row in pairs.without_form),
            *(_unlisted_form(form) for form in pairs.unlisted),
        ),
    )


def added_up_in(summary: Summary) -> Figure | None:
    """The total of money that the rows of a summary are held to; None where they cannot be added up."""
    if summary.total is None or summary.total.money.is_missing:
        return None
    return summary.total.money if are_added_up([row.money for row in summary.rows]) else None


def are_added_up(amounts: Sequence[Figure]) -> bool:
    """Whether amounts can be added up: several, none of them missing."""
    return len(amounts) > 1 and not any(figure.is_missing for figure in amounts)


def _contacts(summary: Summary) -> Iterator[Checked]:
    """Telephone numbers of one person that count up by one from row to row."""
    for run in _runs_of_contacts(summary.rows):
        if len(run) >= _RUN:
            yield Checked.failed(
                CONTACTS,
                Severity.WARNING,
                "同一联系人的电话逐行加一",
                f"“{run[0].contact}”到“{run[-1].contact}”的电话每行加一，像是表格下拉填充造成的，请核对。",
                *(row.contact.place for row in run),
                stated="、".join(row.contact.text for row in run),
                expected="同一联系人只有一个电话",
            )


def _runs_of_contacts(rows: Sequence[SummaryRow]) -> list[list[SummaryRow]]:
    """The rows, cut wherever the number is not the one before plus one, or belongs to somebody else."""
    runs: list[list[SummaryRow]] = []
    before: re.Match[str] | None = None
    for row in rows:
        said = _NUMBER.fullmatch("".join(row.contact.text.split()))
        if said and before and said[1] == before[1] and int(said[2]) == int(before[2]) + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
        before = said
    return runs


def _blanks(summary: Summary) -> Iterator[Checked]:
    for said in summary.blanks:
        yield Checked.failed(
            SUMMARY_FIELDS,
            Severity.NOTE,
            f"汇总表的“{said}”没有填",
            "汇总表上方的单位、盖章等栏是空白。",
            said.place,
            stated=said.text,
        )


def _unlisted_form(form: Form) -> str:
    return f"不在汇总表中：{form.label}"


def trouble_of(what: str, row: SummaryRow) -> str:
    """The name of a trouble of one row, on which checks of it agree."""
    return f"{what}：{row.name}"
