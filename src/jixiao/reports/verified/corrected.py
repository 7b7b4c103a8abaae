"""The corrected forms of a file beside the stated ones, in the layout of their profile."""

from collections.abc import Iterator, Mapping, Sequence

from jixiao.forms.scoring import ScoredForm, ScoredItem, corrected_form
from jixiao.forms.vocabulary import Column
from jixiao.quantities import exact_text
from jixiao.reports.scores.paper import CENTRED, LOST, Book, Look
from jixiao.reports.verified.forms.content import stated_content
from jixiao.reports.verified.forms.drawing import laid
from jixiao.reports.verified.forms.layout import Key, Layout, Part
from jixiao.reports.verified.forms.sheet import Changed, draw_completed

_MOST_SHEETS = 100
"""Forms of one file that get sheets of their own; the list names all of them."""
_MENDED = Look("right", bold=True, colour=LOST)


def corrected_xlsx(forms: Sequence[ScoredForm]) -> bytes:
    """A list of every change, and for each form a sheet as it should be and one as it was."""
    book = Book("自评表更正", "项目支出绩效自评表")
    _draw_list(book, forms)
    for number, scored in enumerate(forms[:_MOST_SHEETS], 1):
        stated = laid(stated_content(scored.form, scored.profile), scored.profile)
        mended = laid(stated_content(corrected_form(scored), scored.profile), scored.profile)
        draw_completed(book, mended, f"{number}更正", dict(_changed(scored, stated, mended)))
        draw_completed(book, stated, f"{number}原填")
    return book.finished()


def is_to_be_corrected(scored: ScoredForm) -> bool:
    """Whether a score or the total should be another than the stated one."""
    return any(True for _ in _rows(scored))


def _draw_list(book: Book, forms: Sequence[ScoredForm]) -> None:
    purpose = "得分由规则唯一确定而与原填不同的；由判断决定的得分不改"
    paper = book.sheet("更正一览", "应更正的得分", purpose, (6, 30, 30, 12, 12, 12, 70))
    paper.headings("序号", "自评表", "项目或指标", "分值", "原填", "更正为", "依据")
    for number, scored in enumerate(forms, 1):
        for name, points, stated, corrected, why in _rows(scored):
            paper.text(paper.row, 0, str(number), CENTRED)
            paper.text(paper.row, 1, scored.form.project.text or scored.form.label)
            paper.text(paper.row, 2, name)
            paper.figure(paper.row, 3, points)
            paper.figure(paper.row, 4, stated)
            paper.figure(paper.row, 5, corrected, _MENDED)
            paper.text(paper.row, 6, why)
            paper.row += 1


def _rows(scored: ScoredForm) -> Iterator[tuple[str, str, str, str, str]]:
    """Name, points, stated, corrected, why of every change, the total last."""
    for item in _items(scored):
        if item.is_mended:
            points = "" if item.points is None else exact_text(item.points)
            yield item.name, points, _stated(item), str(item.corrected), item.corrected.derivation
    stated = scored.stated_total
    printed = "" if stated is None or stated.printed is None else str(stated.printed)
    total = scored.corrected
    if total.exact is not None and (stated is None or stated.printed is None or total.exact != stated.printed.value):
        yield "总分", exact_text(scored.profile.full_points), printed, str(total), total.derivation


def _items(scored: ScoredForm) -> list[ScoredItem]:
    return [*([scored.execution] if scored.execution else []), *(each.item for each in scored.lines)]


def _stated(item: ScoredItem) -> str:
    return "" if item.stated is None else exact_text(item.stated)


def _changed(scored: ScoredForm, stated: Layout, mended: Layout) -> Iterator[tuple[Key, Changed]]:
    """The cells of the corrected sheet that differ from the stated one, with the reason of each."""
    before = stated.by_key
    reasons = _reasons(scored)
    for key, cell in mended.by_key.items():
        was = before.get(key)
        if was is not None and was.text != cell.text:
            yield key, Changed(was.text, reasons.get(key, "按各项得分重新合计"))


def _reasons(scored: ScoredForm) -> Mapping[Key, str]:
    form, reasons = scored.form, {}
    if scored.execution is not None and scored.form.total_money is not None:
        nth = form.money.index(scored.form.total_money)
        reasons[Key(Part.MONEY, nth, Column.SCORE)] = scored.execution.corrected.derivation
    numbers = {id(line): nth for nth, line in enumerate(form.lines)}
    for each in scored.lines:
        reasons[Key(Part.LINE, numbers[id(each.line)], Column.SCORE)] = each.item.corrected.derivation
    reasons[Key(Part.TOTAL, 0, Column.SCORE)] = scored.corrected.derivation
    return reasons
