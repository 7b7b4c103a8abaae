"""What is kept of the forms and summaries of a file, so that those of several files can be held against each other."""

import re
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from jixiao.findings import Place
from jixiao.forms.execution import in_its_unit
from jixiao.forms.model import Form, FormBook, MoneyKind, MoneyRow, Said, Summary, SummaryRow
from jixiao.forms.scoring import stated_total
from jixiao.forms.vocabulary import plain
from jixiao.quantities import fixed_text
from jixiao.relations import Figure

_PROJECTS = re.compile("(?:其中[:,]?)?(?:[(（]?[0-9一二三]+[)）.、])?项目支出(?:合计|总额)?")
_YEAR = re.compile(r"(20\d\d)年")
_WHOLE = re.compile("部门整体|整体支出|整体绩效")
_AMOUNTS = ("年初预算数", "全年预算数", "全年执行数")


class _Known(BaseModel):
    model_config = ConfigDict(frozen=True)


class KnownForm(_Known):
    """A form: who, when, its amounts as printed with their unit ("": none) and its total.

    `is_whole` if it is a department's own; `projects` are then the amounts of its row of 项目支出.
    """

    source: str
    number: int
    project: str
    department: str
    unit: str
    year: str
    is_whole: bool
    amounts: tuple[str, str, str]
    projects: tuple[str, str, str]
    score: str

    @property
    def label(self) -> str:
        """How findings name it."""
        return f"《{self.project}》自评表（{self.source}）"

    def figures(self, amounts: Sequence[str]) -> tuple[Figure, Figure, Figure]:
        """Amounts as figures, with the file they stand in."""
        initial, adjusted, executed = (
            _figure(name, text, Place(file=self.source, row=self.project, column=name, text=text))
            for name, text in zip(_AMOUNTS, amounts, strict=True)
        )
        return initial, adjusted, executed

    def form(self) -> Form:
        """The form as far as it is known."""
        place = Place(file=self.source, row=self.project)
        form = Form(Said(f"《{self.project}》自评表", place), self.number, year=self.year)
        form.fields = {"项目名称": (Said("项目名称", place), Said(self.project, place))}
        none = Figure("")
        initial, adjusted, executed = self.figures(self.amounts)
        form.money = [MoneyRow(MoneyKind.TOTAL, Said("总额", place), initial, adjusted, executed, none, none, none)]
        form.total_score = _figure("得分总分", self.score, place) if self.score else None
        return form


class KnownRow(_Known):
    """A row of a summary as printed."""

    number: str
    name: str
    money: str
    score: str
    grade: str


class KnownList(_Known):
    """A summary: its file, title and rows."""

    source: str
    title: str
    rows: tuple[KnownRow, ...]

    @property
    def year(self) -> str:
        """The year that its title names; "" for none."""
        found = _YEAR.search(plain(self.title))
        return found[1] if found else ""

    def summary(self) -> Summary:
        """The summary as far as it is known."""
        return Summary(Said(self.title, Place(file=self.source)), tuple(map(self._row, self.rows)))

    def _row(self, row: KnownRow) -> SummaryRow:
        place = Place(file=self.source, row=row.name)
        money, score = _figure("资金", row.money, place), _figure("自评得分", row.score, place)
        return SummaryRow(row.number, Said(row.name, place), money, score, Said(row.grade, place), Said("", place))


class KnownBook(_Known):
    """The forms and summaries of a file."""

    forms: tuple[KnownForm, ...] = ()
    lists: tuple[KnownList, ...] = ()

    def named(self, source: str) -> "KnownBook":
        """The same of a file with this name."""
        forms = tuple(each.model_copy(update={"source": source}) for each in self.forms)
        return KnownBook(forms=forms, lists=tuple(each.model_copy(update={"source": source}) for each in self.lists))


def known_book(book: FormBook, source: str) -> KnownBook:
    """What is kept of the forms and summaries of a file."""
    return KnownBook(
        forms=tuple(_known_form(form, source) for form in book.forms),
        lists=tuple(_known_list(summary, source) for summary in book.summaries),
    )


def _known_form(form: Form, source: str) -> KnownForm:
    row = form.total_money and in_its_unit(form.total_money)
    projects = next((each for each in form.money if _PROJECTS.fullmatch(plain(each.label.text).rstrip(":"))), None)
    total = stated_total(form)
    return KnownForm(
        source=source,
        number=form.number,
        project=form.project.text,
        department=_field(form, "主管部门"),
        unit=_field(form, "实施单位"),
        year=form.year,
        is_whole="部门名称" in form.fields or _WHOLE.search(plain(form.title.text)) is not None,
        amounts=_amounts(row),
        projects=_amounts(projects),
        score="" if total is None else _text(total),
    )


def _known_list(summary: Summary, source: str) -> KnownList:
    rows = tuple(
        KnownRow(
            number=row.number,
            name=row.name.text,
            money=_text(row.money),
            score=_text(row.score),
            grade=row.grade.text,
        )
        for row in summary.rows
    )
    return KnownList(source=source, title=summary.title.text, rows=rows)


def _field(form: Form, name: str) -> str:
    own = form.fields.get(name)
    return own[1].text if own else ""


def _amounts(row: MoneyRow | None) -> tuple[str, str, str]:
    if row is None:
        return "", "", ""
    initial, adjusted, executed = map(_text, row.amounts)
    return initial, adjusted, executed


def _text(figure: Figure) -> str:
    """A figure with the decimals it is read with and its unit."""
    if figure.printed is None:
        return ""
    return f"{fixed_text(figure.printed.value, max(figure.printed.decimals, 0))}{figure.printed.unit or ''}"


def _figure(name: str, text: str, place: Place) -> Figure:
    return Figure.of(name, text, place=place) if text else Figure(name, place=place)
