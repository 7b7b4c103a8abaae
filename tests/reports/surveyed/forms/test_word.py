"""The paper form in Word, read back."""

from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.shared import Mm
from tests.reports.surveyed.forms.asking import EVERY_KIND, READY, asked, files
from tests.reports.word.package import check_package

from jixiao.documents.libreoffice import converted, libreoffice
from jixiao.surveys.entrysheet import letter

GROUPS = ("办事群众", "企业", "工作人员", "受益群众")


def form(text: str, group: str) -> Document:
    return docx.Document(BytesIO(files(text)[f"questionnaire-{group}.docx"]))


def lines(text: str, group: str) -> list[str]:
    return [paragraph.text for paragraph in form(text, group).paragraphs]


@pytest.mark.parametrize(("text", "group"), [(EVERY_KIND, "群众"), *((READY, group) for group in GROUPS)])
def test_word_opens_the_form_without_repairing_it(text: str, group: str) -> None:
    check_package(files(text)[f"questionnaire-{group}.docx"])


def test_it_is_a4_in_the_fonts_of_reports() -> None:
    opened = form(READY, "办事群众")
    section = opened.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]
    fonts = "".join(style.element.xml for style in opened.styles if style.name in ("Title", "绩效问卷文字"))
    assert "方正小标宋简体" in fonts
    assert "仿宋_GB2312" in opened.styles.element.xml


def test_it_begins_with_room_for_a_number_and_ends_with_thanks_and_who_asks() -> None:
    said = [line for line in lines(READY, "办事群众") if line]
    assert said[0].startswith("问卷编号：____")
    assert said[1] == "甲县某局服务对象满意度调查问卷"
    assert said[-2:] == ["问卷到此结束，谢谢您！", "委托单位：甲县财政局　调查单位：某事务所"]


def test_every_question_stands_once_in_order_with_all_its_answers() -> None:
    questionnaire = asked(READY)
    opened = form(READY, "办事群众")
    tables = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    shown = lines(READY, "办事群众")
    for number, question in enumerate(questionnaire.questions, 1):
        in_rows = [row for row in tables if row[:2] == [str(number), question.text]]
        in_lines = [line for line in shown if line.startswith(f"{number}.{question.text}")]
        assert len(in_rows) + len(in_lines) == 1
        if in_rows:
            assert in_rows[0][2:] == ["□"] * len(question.options)
            heading = [cell.replace("\n", "") for cell in tables[0][2:]]
            assert heading == [f"{letter(at)}{option.text}" for at, option in enumerate(question.options)]
        else:
            below = "".join(shown[shown.index(in_lines[0]) + 1 :])
            assert all(f"□{letter(at)}.{option.text}" in below for at, option in enumerate(question.options))


def test_who_answered_so_is_told_where_to_go_on() -> None:
    said = "\n".join(lines(READY, "办事群众"))
    assert "5.近一年内，您在甲县某局办过事或接受过服务吗？（选D的请跳到第14题）" in said
    assert "第6题至第13题，请每题选一项：" in said


def test_questions_of_every_kind_have_what_they_are_answered_in() -> None:
    said = lines(EVERY_KIND, "群众")
    at = {line.split(".")[0]: number for number, line in enumerate(said) if line[:1].isdecimal()}
    assert said[at["1"]] == "1.您用过哪些服务？（可多选）（没有选A、B的请跳到第3题）"
    assert said[at["2"] + 1] == "\t次"
    assert said[at["3"] : at["3"] + 2] == ["3.您给窗口打几分？（1最低，5最高）", "□1\t□2\t□3\t□4\t□5"]
    assert said[at["4"] : at["4"] + 2] == ["4.您给网站打几分？（0最低，100最高）", "\t分"]
    assert said[at["8"]] == "8.手机上哪里不好用？（第1题选C的请答本题，其他人不答）（选答）"
    assert said[at["8"] + 1 : at["8"] + 4] == ["\t"] * 3
    assert "除注明“可多选”的题外，每题只选一项。" in "".join(said)
    assert [len(table.rows) for table in form(EVERY_KIND, "群众").tables] == [4]


def test_two_questions_are_no_grid_and_whoever_jumps_lands_at_its_first_row() -> None:
    head = "name: 甲\ngroups:\n- name: 群众\n  questionnaire:\n    title: 甲\n    group: 乙\n    questions:\n"
    first = "    - {text: 来过吗？, options: [来过, 没有]}\n"
    item = "    - {text: 这样是否满意？, options: [满意, 不满意]}\n"
    for_some = item.replace("}", ", only_if: {question: 第1题, among: [来过]}}")

    def rows(*items: str) -> list[int]:
        return [len(table.rows) - 1 for table in form(head + first + "".join(items), "群众").tables]

    assert rows(item, item) == []
    assert rows(item, item, item, item) == [4]
    assert rows(for_some, for_some, for_some, item, item, item) == [3, 3]


def test_hostile_texts_stay_text() -> None:
    evil = "<w:p/>&]]></w:t>"
    own = f"{{title: '{evil}', group: 乙, questions: [{{text: '{evil}', options: ['{evil}', 乙]}}]}}"
    opened = check_package(
        files(f"name: 甲\ngroups:\n- {{name: 群众, questionnaire: {own}}}\n")["questionnaire-群众.docx"]
    )
    assert "".join(map(str, opened.document.itertext())).count(evil) == 3


@pytest.mark.system
@pytest.mark.parametrize("group", GROUPS)
def test_a_ready_form_prints_on_one_sheet_of_two_pages(group: str) -> None:
    program = libreoffice()
    assert program is not None
    pdf = converted(program, files(READY)[f"questionnaire-{group}.docx"], ".docx", "pdf", 120)
    assert pdf is not None
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2
        assert "谢谢您" in document[1].get_textpage().get_text_bounded()
