"""On the same form the checks defined here and the relations of the audit say the same, where both have the check."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.layouts import LAYOUTS
from tests.forms.sheets import FORM, as_text
from tests.reading.annexes import Row

from jixiao.batch.checks import CHECKS
from jixiao.batch.rows import Source, rows_of
from jixiao.batch.rowwise import verify_rowwise
from jixiao.checking import Posed
from jixiao.documents import document_of
from jixiao.findings import Severity, Verdict
from jixiao.forms import FormBook, read_forms
from jixiao.forms.checks import conduct, of_form, of_summary
from jixiao.forms.execution import scores_by_ministry
from jixiao.forms.pairing import pairs_of
from jixiao.forms.profiles import Profile, profile

SAMPLES = Path(__file__).parents[1] / "forms/samples"
OTHERWISE_SETTLED = {"form.grade_band"}  # grades that contradict each other already are left out there
SHARED = {check.check.id for check in CHECKS} - OTHERWISE_SETTLED
UNPRINTED = ("form.score_total", Severity.WARNING)  # what a total leaves for points that are not printed: only there
KEY = {check.key: check.check.id for check in CHECKS}

CHANGES = {
    "86.40": ["", "90.00", "80.00", "0.00"],
    "90.00": ["", "86.40", "95.00", "0.00", "85.50"],
    "85.50": ["", "0.00", "45.10", "30.00", "91.20", "855000", "855000.00元", "85"],
    "10": ["", "8", "20"],
    "95.00%": ["", "95", "0.95", "94.99%", "0.00%", "100%", "95.1%", "98.96%"],
    "9.5": ["", "10", "9.50", "9", "0", "9.499", "8"],
    "80.00": ["", "86.40", "0.00", "79.99"],
    "6.40": ["", "6", "6.41"],
    "产出指标\n50分": ["产出指标", "产出指标\n60分", "产出指标\n40分"],
    "126公里": ["119公里", "200公里", "≥120公里", "126", "较长"],
    "12": ["", "10", "12.5", "100"],
    "8": ["", "6", "7.5"],
    "38公斤": ["40公斤", "20公斤", "53公斤"],
    "9": ["", "10", "9.5"],
    "夏季高温影响产量，下年调整品种。": ["", "无"],
    "渠道、机井管护任务均已完成，灌溉有保障。": ["全部完成", "100%"],
    "1.完成渠道和机井的日常管护；\n2.保障农田灌溉。": ["按时拨付管护补助"],
    "98.5": ["", "100", "98", "98.50"],
    "100": ["", "110", "98"],
}


def told_by_relations(book: FormBook, known: Profile) -> Counter[tuple[str, Severity]]:
    """What fails, by check and severity."""
    found: Counter[tuple[str, Severity]] = Counter()
    by_ministry = any(scores_by_ministry(form) for form in book.forms)
    posed = [each for form in book.forms for each in of_form(form, known, by_ministry=by_ministry)]
    posed += [each for form in book.forms for each in conduct.relations(form, known)]
    posed += [each for one in book.summaries for each in of_summary(one, pairs_of(one, book.forms), book, {})]
    for each in posed:
        if not isinstance(each, Posed):
            found.update([(each.check.id, each.finding.severity)] if each.finding else [])
        elif each.relation.assess().verdict is Verdict.IMPOSSIBLE:
            found[each.relation.check.id, each.at_most] += 1
    del found[UNPRINTED]
    return once_for_blanks(found)


def once_for_blanks(found: Counter[tuple[str, Severity]]) -> Counter[tuple[str, Severity]]:
    """The audit names every blank cell; here one finding tells of all in a block or form."""
    return Counter({key: 1 if key[0] == "form.missing" else count for key, count in found.items() if key[0] in SHARED})


def told_by_batch(book: FormBook, known: Profile) -> Counter[tuple[str, Severity]]:
    tables = rows_of(book, Source("自评.txt"), lambda _: known)
    _, failed = verify_rowwise(tables)
    return once_for_blanks(Counter((KEY[failure.key], failure.severity) for failure in failed))


def book_of(content: bytes) -> FormBook:
    return read_forms(document_of(content, "自评.txt"))


def changed_form(changes: dict[str, str], at: dict[str, int]) -> Sequence[Row]:
    """The form with one cell of each of these texts changed: the n-th that has it."""
    rows = [list(row) for row in FORM]
    for old, new in changes.items():
        places = [(y, x) for y, row in enumerate(rows) for x, box in enumerate(row) if box and box.text == old]
        y, x = places[at[old] % len(places)]
        box = rows[y][x]
        assert box is not None
        rows[y][x] = type(box)(new, box.rows, box.columns)
    return rows


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_both_find_the_same_in_a_form_with_any_changes(data: st.DataObject) -> None:
    cells = data.draw(st.lists(st.sampled_from(sorted(CHANGES)), unique=True, max_size=6))
    changes = {old: data.draw(st.sampled_from(CHANGES[old])) for old in cells}
    at = {old: data.draw(st.integers(0, 5)) for old in cells}
    book = book_of(as_text(changed_form(changes, at)).encode())
    known = profile(data.draw(st.sampled_from(["通用", "A", "B", "C2", "E", "G", "L", "N"])))
    assert told_by_batch(book, known) == told_by_relations(book, known)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_pass_a_faultless_form_of_another_province(layout: str) -> None:
    book = book_of("\n".join(LAYOUTS[layout]).encode())
    assert not [key for key in told_by_batch(book, profile("通用")) if key[1] is not Severity.NOTE]


@pytest.mark.parametrize("known", ["通用", "A"])
@pytest.mark.parametrize("name", ["clean.txt", "torn.txt"])
def test_both_find_the_same_in_a_report_with_a_summary(name: str, known: str) -> None:
    book = book_of((SAMPLES / name).read_bytes())
    found = told_by_batch(book, profile(known))
    assert found == told_by_relations(book, profile(known))
    assert name == "clean.txt" or len(found) > 10
