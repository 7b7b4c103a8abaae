"""Forms and summaries of several files held against each other: one department, one year, all of its projects."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from jixiao.checking import Checked, Checkup, Posed, weighed
from jixiao.findings import Finding, Severity
from jixiao.forms.catalogue import COUNT, MISSING_FORM
from jixiao.forms.checks import of_summary
from jixiao.forms.checks.catalogue import DEPARTMENT_MONEY
from jixiao.forms.known import KnownBook, KnownForm, KnownList
from jixiao.forms.model import FormBook
from jixiao.forms.pairing import Pairs, pairs_of
from jixiao.forms.vocabulary import plain
from jixiao.relations import Sum

Known = TypeVar("Known", KnownForm, KnownList)
_OF_MANY = (MISSING_FORM.id, COUNT.id)


@dataclass(frozen=True, slots=True)
class Crossed:
    """A summary, or a department's own form, held against the forms of other files; `why_not` if it could not be."""

    source: str
    title: str
    checkup: Checkup
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A summary with the forms of its department and year that stand in other files."""

    known: KnownList
    forms: tuple[KnownForm, ...]
    pairs: Pairs

    @property
    def is_complete(self) -> bool:
        """Whether every project has its form and every form its row."""
        return bool(self.forms) and not self.pairs.without_form and not self.pairs.unlisted


def crossed(books: Sequence[KnownBook]) -> tuple[Crossed, ...]:
    """Every summary whose forms stand in other files, and every department's own form, held against these forms.

    Nothing is held against forms of another department or year, nor where either is not known.
    """
    forms = _once(form for book in books for form in book.forms)
    projects = [form for form in forms if not form.is_whole]
    apart = _once(each for book in books if not any(not form.is_whole for form in book.forms) for each in book.lists)
    listed: list[_Listed] = []
    told: list[Crossed] = []
    for known in apart if projects else ():
        candidates, why_not = _candidates(known, projects)
        own = _Listed(known, candidates, pairs_of(known.summary(), [form.form() for form in candidates]))
        listed.append(own)
        told.append(_of_list(own, why_not, undated=any(not form.year for form in projects)))
    lists = [*listed, *_within_files(books)]
    whole = [form for form in forms if form.is_whole and any(form.projects)]
    return (*told, *(_of_department(form, lists) for form in whole if projects))


def _once(known: Iterable[Known]) -> list[Known]:
    """Each form and summary once: offices hand in the same one as Word file and as PDF."""
    first: dict[str, Known] = {}
    for each in known:
        first.setdefault(each.model_dump_json(exclude={"source", "number"}), each)
    return list(first.values())


def _within_files(books: Sequence[KnownBook]) -> Iterator[_Listed]:
    """The summaries that stand in one file with their forms, which have been compared already."""
    for book in books:
        forms = tuple(form for form in book.forms if not form.is_whole)
        for known in book.lists if forms else ():
            yield _Listed(known, forms, pairs_of(known.summary(), [form.form() for form in forms]))


def _candidates(known: KnownList, projects: Sequence[KnownForm]) -> tuple[tuple[KnownForm, ...], str]:
    """The forms of the department and year of a summary, or why none can be told to be."""
    years = {form.year for form in projects if form.year}
    year = known.year or (next(iter(years)) if len(years) == 1 else "")
    if not year:
        return (), "汇总表没有写年度，核验的自评表也不属于同一年度"
    of_year = [form for form in projects if form.year == year]
    if not of_year:
        undated = (
            "（没有写年度的自评表不知道是哪一年的，没有算在内）" if any(not form.year for form in projects) else ""
        )
        return (), f"没有 {year} 年度的自评表{undated}"
    departments = {plain(form.department) for form in of_year}
    title = plain(known.title)
    named = {each for each in departments if each and each in title}
    if not named and len(departments) == 1:
        named = departments
    longest = max(named, key=len, default="")
    if not longest or not all(each in longest for each in named):  # 教育局 and 某市教育局 are one
        return (), "汇总表标题没有写部门，核验的自评表属于几个部门，分不清是哪个部门的汇总表"
    return tuple(form for form in of_year if plain(form.department) in named), ""


def _of_list(listed: _Listed, why_not: str, *, undated: bool) -> Crossed:
    """A summary against its forms; where `undated` ones were left out, none is told to be missing."""
    known, pairs = listed.known, listed.pairs
    title = f"{known.title or '汇总表'}（与其他文件的自评表）"
    if why_not or not pairs.paired:
        return Crossed(known.source, title, weighed([]), why_not or "其他文件里没有汇总表所列项目的自评表")
    forms = (*(pair.form for pair in pairs.paired), *pairs.unlisted)
    summary = known.summary()
    checkup = weighed(of_summary(summary, pairs, FormBook(forms, (summary,)), {}))
    most = 2 * len(pairs.paired) >= len(summary.rows) and not (undated and pairs.without_form)
    kept = [_of_files(each) for each in checkup.findings if most or each.check not in _OF_MANY]
    absent = f"汇总表列了 {len(summary.rows)} 个项目，其他文件里只有其中 {len(pairs.paired)} 个的自评表，没有核对份数"
    absent += "（没有写年度的自评表没有算在内）" if undated else ""
    return Crossed(known.source, title, replace(checkup, findings=tuple(kept)), "" if most else absent)


def _of_files(finding: Finding) -> Finding:
    """A finding that speaks of all files; a form that was not among them may still exist."""
    explanation = finding.explanation.replace("文件附", "这次核验的文件附").replace("，文件里", "，这次核验的文件里")
    many = finding.check in _OF_MANY and finding.severity is Severity.ERROR
    severity = Severity.WARNING if many else finding.severity
    return replace(finding, explanation=explanation, severity=severity)


def _of_department(whole: KnownForm, lists: Sequence[_Listed]) -> Crossed:
    """项目支出 of a department's own form against the sum of its projects, if a summary tells that these are all."""
    title = f"《{whole.project}》自评表的项目支出与各项目自评表"
    of_same = _same(whole)
    own = [each for each in lists if each.forms and all(of_same(form) for form in each.forms)]
    complete = [each for each in own if each.is_complete]
    if not complete:
        because = "没有一张汇总表与这个部门、这一年度的自评表逐一对应，不知道项目是否齐全"
        return Crossed(whole.source, title, weighed([]), because)
    return Crossed(whole.source, title, weighed(_sums(whole, complete[0].forms)))


def _same(whole: KnownForm) -> Callable[[KnownForm], bool]:
    """Whether a form is of a project of the department and of its year."""
    name = plain(whole.project)
    return lambda form: bool(name) and plain(form.department) == name and bool(form.year) and form.year == whole.year


def _sums(whole: KnownForm, forms: Sequence[KnownForm]) -> Iterator[Posed | Checked]:
    for at, total in enumerate(whole.figures(whole.projects)):
        parts = [form.figures(form.amounts)[at] for form in forms]
        if total.is_missing:
            continue
        title = f"{whole.label}：项目支出的{total.name}与 {len(forms)} 个项目之和"
        if any(part.is_missing for part in parts):
            yield Checked.not_made(DEPARTMENT_MONEY, f"{title}：有的自评表没有这个数", total.place)
        else:
            yield Posed(Sum.of(total, parts, DEPARTMENT_MONEY), title)
