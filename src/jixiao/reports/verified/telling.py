"""A verified document as it is told: the same content for the JSON, the terminal, the workbook and the page."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from jixiao.findings import Finding
from jixiao.forms import Form
from jixiao.forms.execution import budget_of, in_its_unit
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring import Computed, ScoredForm, ScoredItem
from jixiao.forms.verifying import VerifiedBook, VerifiedForm
from jixiao.quantities import exact_text, fixed_text, unit_named
from jixiao.relations import Figure
from jixiao.reports.verified.told import (
    Change,
    Range,
    ToldCorrection,
    ToldFile,
    ToldFinding,
    ToldForm,
    ToldItem,
    ToldList,
    ToldScore,
)

_YUAN = unit_named("元")
_TOTAL_DECIMALS = 2
_CONTACTS = (
    "联系人及电话",
    "联系人",
    "项目负责人及联系电话",
    "项目负责人及电话",
    "项目负责人",
    "填表人",
    "填报人",
    "经办人",
)
_NUMBERS = ("联系电话", "联系人电话")


def told_file(book: VerifiedBook, name: str) -> ToldFile:
    """What is told of a document called `name`; one without forms is told as one that was not read, and why."""
    unread = [*book.unread, *([f"没有读到自评表（{book.audited}）"] if book.audited else [])]
    checkups = [*(each.checkup for each in book.forms), *(each.checkup for each in book.summaries)]
    contacts = {row.name.text: row.contact.text for each in book.summaries for row in each.summary.rows}
    lists = (
        ToldList(source=name, title=each.summary.title.text or "汇总表", findings=_told(each.checkup.findings))
        for each in book.summaries
    )
    return ToldFile(
        forms=(
            *(_form(each, name, contacts.get(each.form.project.text, "")) for each in book.forms),
            *(ToldForm(source=name, number=0, status="unread", why=why) for why in unread),
        ),
        lists=tuple(lists),
        checked=sum(checkup.summary.checked for checkup in checkups),
        undecided=sum(checkup.summary.undecided for checkup in checkups),
    )


def _form(verified: VerifiedForm, name: str, listed: str) -> ToldForm:
    """What is told of a form; `listed` is the contact that a summary of the same file names."""
    form, profile, score = verified.form, verified.profile, verified.scored
    budget, executed = _money(form, profile)
    return ToldForm(
        source=name,
        number=form.number,
        project=form.project.text,
        department=_field(form, "主管部门"),
        unit=_field(form, "实施单位"),
        contact=_contact(form) or listed,
        year=form.year,
        profile=profile.id,
        profile_name=profile.name,
        recognised=verified.why.removeprefix(f"{profile.name}："),
        status=verified.reading.status.value,
        why="；".join((*verified.reading.why, *verified.reading.notes)) or None,
        budget=budget,
        executed=executed,
        stated=_stated(form, score),
        computed=_score(score.computed, score.computed_grades),
        corrected=_correction(score),
        items=tuple(map(_item, _items(score))),
        findings=_told(verified.checkup.findings),
    )


def _contact(form: Form) -> str:
    """Who is named in the header or the foot, and the telephone number."""
    named = (_field(form, name) for name in _CONTACTS)
    numbers = (_field(form, name) for name in _NUMBERS)
    return " ".join(filter(None, (next(filter(None, named), ""), next(filter(None, numbers), ""))))


def _stated(form: Form, score: ScoredForm) -> ToldScore:
    total = score.stated_total
    printed = None if total is None or total.printed is None else exact_text(total.printed.value)
    return ToldScore(total=printed, grade=form.grade.text or None)


def _score(total: Computed, grades: Sequence[str]) -> ToldScore:
    grade = grades[0] if len(grades) == 1 else None
    if total.exact is not None:
        return ToldScore(total=_two(total.exact), grade=grade)
    values = total.values
    if values is None or values.low is None or values.high is None:
        return ToldScore()
    return ToldScore(grade=grade, total_range=Range(low=_two(values.low), high=_two(values.high)))


def _correction(score: ScoredForm) -> ToldCorrection | None:
    """The corrected form; None where nothing of it can be computed."""
    if score.corrected.values is None:
        return None
    total = _score(score.corrected, score.corrected_grades)
    changes = tuple(_change(item) for item in _items(score) if item.is_mended)
    return ToldCorrection(total=total.total, grade=total.grade, total_range=total.total_range, changes=changes)


def _items(score: ScoredForm) -> list[ScoredItem]:
    return [*([score.execution] if score.execution else []), *(each.item for each in score.lines)]


def _item(item: ScoredItem) -> ToldItem:
    computed = item.computed.as_json()
    return ToldItem(
        item=item.name,
        points=_text(item.points),
        stated=_text(item.stated),
        low=computed["low"],
        high=computed["high"],
        why=item.computed.derivation,
    )


def _text(value: Fraction | None) -> str | None:
    return None if value is None else exact_text(value)


def _change(item: ScoredItem) -> Change:
    return Change(
        item=item.name, stated=_text(item.stated), corrected=str(item.corrected), why=item.corrected.derivation
    )


def _money(form: Form, profile: Profile) -> tuple[str | None, str | None]:
    """Budget and outturn of the total in yuan; what names no unit is in the unit of the profile."""
    row = form.total_money
    if row is None:
        return None, None
    read = in_its_unit(row, profile.execution.denominator)
    return _yuan(budget_of(read, profile.execution.denominator), profile), _yuan(read.executed, profile)


def _yuan(figure: Figure, profile: Profile) -> str | None:
    printed = figure.printed
    if printed is None:
        return None
    unit = printed.unit or unit_named(profile.money.unit.value)
    return exact_text(printed.value * unit.factor / _YUAN.factor) if unit.dimension == _YUAN.dimension else None


def _told(findings: Iterable[Finding]) -> tuple[ToldFinding, ...]:
    return tuple(ToldFinding.model_validate(finding.as_json()) for finding in findings)


def _two(value: Fraction) -> str:
    return fixed_text(value, _TOTAL_DECIMALS)


def _field(form: Form, name: str) -> str:
    own = form.fields.get(name)
    return own[1].text if own else ""
