"""Five forms and a summary as conversions of Word leave them: slipped rows, cut words, tags, strays, page breaks."""

from pathlib import Path

from tests.forms.notation import noted

from jixiao.documents import document_of
from jixiao.forms import ReadingStatus, ResidueKind, read_forms, reading_of, unread_in
from jixiao.forms.profiles import recognised
from jixiao.quantities import exact_text

SAMPLES = Path(__file__).parent / "samples"
DOCUMENT = document_of((SAMPLES / "five.txt").read_bytes(), "five.txt")
BOOK = read_forms(DOCUMENT)
VALUES = [part.split("\n", 1)[1] for part in (SAMPLES / "five-values.txt").read_text("utf-8").split("## ")[1:]]


def test_every_value_of_the_five_forms_is_read() -> None:
    assert [noted(form).strip() for form in BOOK.forms] == [values.strip() for values in VALUES]
    assert all(reading_of(form).status is ReadingStatus.READ for form in BOOK.forms)
    assert unread_in(BOOK) == ()


def test_all_five_are_the_ministrys_form_also_where_a_heading_was_overwritten() -> None:
    assert [recognised(form, DOCUMENT).profile.id for form in BOOK.forms] == ["A"] * 5


def test_the_only_number_of_a_last_row_is_neither_points_nor_score_where_columns_slipped() -> None:
    alone = [exact_text(form.total_alone.known.value) for form in BOOK.forms if form.total_alone]
    assert alone == ["98", "97", "100", "100", "100"]


def test_what_is_no_content_is_kept_apart() -> None:
    kinds = (ResidueKind.STRAY, ResidueKind.HEADING, ResidueKind.UNREAD)
    found = [(form.number, residue.said.text) for form in BOOK.forms for residue in form.residues_of(*kinds)]
    assert found == [(2, "更换自助终端"), (5, "0.3718")]


def test_the_amount_in_yuan_is_read_with_a_note() -> None:
    (note,) = (note for form in BOOK.forms for note in reading_of(form).notes)
    assert note == "年度资金总额的全年执行数写“862315.40元”，表头的单位是万元，按86.23154万元读"


def test_the_summary_lists_all_six_projects() -> None:
    (summary,) = BOOK.summaries
    read = [(row.name.text, str(row.money), str(row.score), row.grade.text) for row in summary.rows]
    assert read == [
        ("惠农服务站工作经费", "8.42", "93", "优"),
        ("农技大厅运行费", "104.30", "96", "优"),
        ("“田间通”信息平台及配套系统", "23", "91", "优"),
        ("“田间通”信息平台驻点维护项目", "12", "88", "良"),
        ("检测仪器购置费", "57.60", "90", "优"),
        ("土样采集委托费", "31.5", "89", "良"),
    ]
