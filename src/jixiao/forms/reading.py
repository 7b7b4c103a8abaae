"""Finding the forms and summaries of a document: which table, or which rows of one, begin and continue each."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from jixiao.documents import Document, Grid, Paragraph
from jixiao.forms.belonging import held_by_headings
from jixiao.forms.draft import Draft
from jixiao.forms.headings import Headings
from jixiao.forms.intext import InText
from jixiao.forms.model import Form, FormBook, ResidueKind, Said
from jixiao.forms.moneyrows import aligned
from jixiao.forms.names import name_in_title
from jixiao.forms.restoring import Torn, restored
from jixiao.forms.rows import Row, rows_of
from jixiao.forms.summaries import SummaryDraft, summary_headed
from jixiao.forms.vocabulary import (
    Column,
    header_field,
    is_form_title,
    is_side,
    is_summary_title,
    labelled_in,
    plain,
)

_FURNITURE = re.compile(r"[-—–~\s第页共/0-9]{0,20}|[(（]?(?:续|接)上?表.{0,30}")
_YEAR = re.compile(r"(20\d\d)年")
_DAY = re.compile(r"20\d\d年\d{1,2}月")
_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?(万元|亿元|元)")
_CAPTION = re.compile("[(]?20[0-9]{2}年度?[)]?|(?:金额)?单位:(?:人民币)?[万亿]?元")
_FEW_CELLS = 4
_NEAR = 10  # lines before a table that may be its title or name its project


def read_forms(
    document: Document, headings: Mapping[Column, Sequence[str]] | None = None, *, score_tables: bool = False
) -> FormBook:
    """The self-evaluation forms and the summaries of a document, in their order.

    `headings` are further words that head a column (those of a profile of one's own). With `score_tables` tables under
    the title of a form that give points and scores by rules, without targets, are forms too (部门整体支出自评表), and
    so are tables under any title that name targets and what was made of them.
    """
    reader = _Reader(document.format, Headings.of(headings or {}, score_tables=score_tables))
    reader.has_merges = any(map(_has_merges, document.grids()))
    for block in restored(document, reader.headings):
        if isinstance(block, Paragraph):
            reader.paragraph(block)
        elif isinstance(block, Torn):
            reader.torn(block)
        else:
            reader.grid(block)
    return reader.book()


@dataclass
class _Reader:
    """Goes through the document once; what stands open is the form or the summary that the next rows belong to."""

    format: str
    headings: Headings
    forms: list[Form] = field(default_factory=list)
    summaries: list[SummaryDraft] = field(default_factory=list)
    grids: dict[int, list[Form]] = field(default_factory=dict)
    before: list[Said] = field(default_factory=list)
    unread: list[Said] = field(default_factory=list)
    together: list[Said] = field(default_factory=list)
    open: Draft | SummaryDraft | None = None
    has_merges: bool = False
    in_text: InText = field(default_factory=InText)

    @property
    def flattened(self) -> bool:
        """Whether columns cannot be trusted."""
        return self.format == "text" or (self.format == "pdf" and not self.has_merges)

    def paragraph(self, paragraph: Paragraph) -> None:
        if _FURNITURE.fullmatch(paragraph.text):
            return
        said = Said(" ".join(paragraph.text.strip("#* \t").split()), paragraph.place)
        self.before.append(said)
        self.open = None
        self.in_text.note(said)

    def torn(self, torn: Torn) -> None:
        """What was left of a table that fell apart."""
        if torn.is_form:
            self.together.append(torn.said)
        elif isinstance(self.open, Draft):
            self.open.note_torn(torn.said, torn.why)

    def grid(self, grid: Grid) -> None:
        title, known = self._title(is_form_title), len(self.forms)
        rows = [*rows_of(grid)]
        for whole, following in zip_longest(rows, rows[1:]):
            row, title_behind = self._parted(whole, following)
            if not self._begins(row) and self.open is not None:
                self._continue(row)
            if isinstance(self.open, Draft):
                self.grids.setdefault(grid.number, []).append(self.open.form)
            elif self.open is None and (len(row.filled) == 1 or _is_caption(row)):
                self.before += [Said(" ".join(slot.cell.text.split()), slot.cell.place) for slot in row.filled]
            if title_behind:
                self.open, self.before = None, title_behind
        if title is not None and self.open is None and len(self.forms) == known:
            self.unread.append(title)
        if not isinstance(self.open, Draft):
            self.before = []

    def book(self) -> FormBook:
        """What was read; a table that only began like a form is none."""
        forms = tuple(form for form in self.forms if _is_form(form))
        for form in forms:
            form.money, form.lines = aligned(form.money), held_by_headings(form)
            form.total_score = form.total_score or form.header_score
        grids = frozenset(number for number, held in self.grids.items() if any(_is_form(form) for form in held))
        return FormBook(
            forms,
            tuple(one.summary() for one in self.summaries if one.rows),
            grids,
            self._unread(),
            (*self.together, *self._lost()),
        )

    def _lost(self) -> tuple[Said, ...]:
        """Where a form stands whose cells are sentences now, in a document in which nothing else was read."""
        form = self.in_text.form()
        is_read = self.together or self._unread() or any(map(_is_form, self.forms))
        return () if form is None or is_read else (form,)

    def _unread(self) -> tuple[Said, ...]:
        """The titles under which no form was read: their tables hold none, or one that only began like a form."""
        begun = [form.title for form in self.forms if form.title and not _is_form(form)]
        return (*self.unread, *begun)

    def _begins(self, row: Row) -> bool:
        """Whether the row begins a summary or a form."""
        title = self._title(is_summary_title)
        summary = summary_headed(row, title, self.before[-_NEAR:])
        if summary is not None:
            self.summaries.append(summary)
            self.open, self.before = summary, []
            return True
        only = row.filled[0].cell.text if len({slot.words for slot in row.filled}) == 1 else ""
        if only and (is_form_title(only) or is_summary_title(only)):
            self.open, self.before = None, [Said(" ".join(only.split()), row.filled[0].cell.place)]
            return True
        if self._is_first_of_form(row):
            self._new_form().take(row)
            return True
        return False

    def _is_first_of_form(self, row: Row) -> bool:
        first = next((slot for slot in row.filled if not is_side(slot.words)), row.filled[0])
        label, _ = header_field(first.cell.text) or ("", "")
        begins_money = self.headings.begin_money(row)
        names_project = label == "项目名称" and _is_of_fields(row) and not begins_money
        if isinstance(self.open, Draft):
            form = self.open.form
            goes_on = not self.open.is_finished and not form.money
            repeated = not goes_on or "项目名称" in form.fields
            return (names_project and repeated) or (begins_money and not goes_on)
        if len(row.filled) == 1 and not names_project:
            return False  # a line above the table that a sheet holds in a cell
        announced = self._title(is_form_title) is not None
        begins = begins_money or (bool(label) and _is_of_fields(row)) or self.headings.begin_score_table(row)
        if self.headings.score_tables and (begins_money or self.headings.begin_indicators(row)):
            return True
        return names_project or (announced and begins)

    def _parted(self, row: Row, following: Row | None) -> tuple[Row, list[Said]]:
        """The row without the title of the form that begins below it, which plain text may run into its last cell."""
        last = row.filled[-1]
        lines = [" ".join(line.split()) for line in last.cell.text.split("\n") if line.strip()]
        at = next((number for number, line in enumerate(lines) if is_form_title(line)), None)
        if at == 0 and header_field(row.filled[-2].cell.text if len(row.filled) > 1 else ""):
            at = None  # a project may be named like a form
        if not self.flattened or len(row.filled) < 2 or at is None or following is None:
            return row, []
        first = header_field(following.filled[0].cell.text)
        if not (first or self.headings.begin_money(following) or self.headings.begin_score_table(following)):
            return row, []
        own = (replace(last, cell=replace(last.cell, text="\n".join(lines[:at]))),) if at else ()
        return replace(row, filled=row.filled[:-1] + own), [Said(line, last.cell.place) for line in lines[at:]]

    def _new_form(self) -> Draft:
        """A form with what the lines above its table say: title, year, and fields of the header."""
        near = self.before[-_NEAR:]
        title = self._title(is_form_title) or Said("")
        undated = [said for said in near if not _DAY.search(plain(said.text))]
        years = [found[1] for said in reversed(undated) if (found := _YEAR.search(plain(said.text)))]
        form = Form(title, len(self.forms) + 1, name_in_title(title.text), next(iter(years), ""))
        for said, following in pairwise([*near, Said("")]):
            for label, behind in labelled_in(said.text):
                value = Said(behind, said.place) if behind or header_field(following.text) else following
                form.fields[label] = (said, value)
        form.unit = next((found[1] for said in reversed(near) if (found := _UNIT.search(said.text))), "")
        self.forms.append(form)
        draft = Draft(form, self.headings, flattened=self.flattened, printed=self.format == "pdf")
        draft.take_results()
        self.open, self.before = draft, []
        return draft

    def _title(self, announces: Callable[[str], bool]) -> Said | None:
        return next((said for said in reversed(self.before[-_NEAR:]) if announces(said.text)), None)

    def _continue(self, row: Row) -> None:
        if isinstance(self.open, Draft):
            self.open.take(row)
        elif self.open is not None and not self.open.take(row):
            self.open = None


def _is_form(form: Form) -> bool:
    has_rows = form.indicator_columns and any(form.residues_of(ResidueKind.UNREAD))
    return bool(form.lines or has_rows or (form.money and form.title))


def _has_merges(grid: Grid) -> bool:
    """Whether lines around the cells told which are merged, so that columns of a printed form can be trusted."""
    return any(cell.rows * cell.columns > 1 for row in grid.rows for cell in row)


def _is_caption(row: Row) -> bool:
    """Whether a row holds nothing but the year and the unit of what stands below it."""
    return all(_CAPTION.fullmatch(slot.words) for slot in row.filled)


def _is_of_fields(row: Row) -> bool:
    """Whether a row holds a few labelled cells, not the headings of a table."""
    labels = [slot for slot in row.filled if header_field(slot.cell.text)]
    return len(row.filled) <= _FEW_CELLS or 2 * len(labels) >= len(row.filled)
