"""Broken files of answers: every row is either counted or listed with its reason, and what is wrong names its row."""

import csv
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from jixiao.findings import Finding, Severity
from jixiao.refusals import Refusal
from jixiao.surveys.incoming import read_answers
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.sheets import BLANK, FILE, NOT_ASKED, ROW, SECONDS, SUBMITTED, UNREADABLE, Answers

DEGREES = ["非常满意", "满意", "一般", "不满意", "非常不满意"]
ASKED = Questionnaire.model_validate(
    {
        "title": "群众问卷",
        "group": "群众",
        "questions": [
            {"text": "您的身份是？", "options": ["群众", "企业"], "role": "身份"},
            *(
                {"text": f"您对{name}是否满意？", "options": DEGREES}
                for name in ("服务态度", "办事效率", "大厅环境", "收费公开")
            ),
            {"text": "您的建议", "kind": "填空", "required": "否"},
        ],
    }
)
LEADING = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
HEADINGS = [f"{number}、{question.text}" for number, question in enumerate(ASKED.questions, 1)]
GOOD = ["群众", "非常满意", "满意", "一般", "满意", "很好"]


def leading(number: int, seconds: str = "65秒") -> list[str]:
    time = datetime(2023, 7, 16, 12) + timedelta(hours=number)
    return [str(number), f"{time:%Y/%m/%d %H:%M:%S}", seconds, "微信", "N/A", f"1.2.3.{number}(河南)"]


def read(folder: Path, rows: Sequence[Sequence[str]], asked: Questionnaire | None = ASKED) -> Answers:
    path = folder / "答卷.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return read_answers([path], asked, group="群众")


def found(answers: Answers, check: str) -> Finding:
    (finding,) = (finding for finding in answers.findings if finding.check == check)
    return finding


def sheets(count: int) -> list[list[str]]:
    return [[*leading(number), *GOOD] for number in range(1, count + 1)]


def test_what_was_answered_stands_under_the_question_with_its_row_and_its_time(tmp_path: Path) -> None:
    answers = read(tmp_path, [[*LEADING, *HEADINGS], *sheets(2)])
    first = answers.columns.row(0, named=True)
    assert [first[question.id] for question in ASKED.questions] == [0, 0, 1, 2, 1, "很好"]
    assert (first[ROW], first[FILE], first[SUBMITTED], first[SECONDS]) == (2, "答卷.csv", datetime(2023, 7, 16, 13), 65)
    assert (answers.received, answers.valid, answers.excluded) == (2, 2, ())


def test_titles_above_the_heading_blank_rows_and_totals_below_are_no_sheets(tmp_path: Path) -> None:
    total = ["合计", "", "", "", "", "", "", "2", "2", "2", "2", ""]
    rows = [["某县满意度调查"], [], [*LEADING, *HEADINGS], sheets(2)[0], [], sheets(2)[1], [""] * 12, total]
    answers = read(tmp_path, rows)
    assert (answers.received, answers.columns[ROW].to_list()) == (2, [4, 6])
    assert [place.row for place in found(answers, "survey.row_total").places] == [8]


def test_headings_merged_over_two_rows_are_read_together(tmp_path: Path) -> None:
    upper = [*LEADING, "1、您的身份是？", "2、请评价", "", "", "", "6、您的建议"]
    lower = [*[""] * 6, "", *(question.text for question in ASKED.questions[1:5]), ""]
    answers = read(tmp_path, [upper, lower, *sheets(1)])
    assert answers.columns.select(question.id for question in ASKED.questions).row(0) == (0, 0, 1, 2, 1, "很好")


def test_names_of_groups_of_columns_above_the_heading_are_no_part_of_it(tmp_path: Path) -> None:
    groups = ["基本信息", "满意度评价", "", "", "", "建议"]
    answers = read(tmp_path, [groups, HEADINGS, GOOD])
    assert (answers.received, answers.columns["第5题"].to_list()) == (1, [1])


def test_an_unknown_option_is_unreadable_and_named_with_its_row(tmp_path: Path) -> None:
    rows = sheets(3)
    rows[1][8] = "挺好"
    answers = read(tmp_path, [[*LEADING, *HEADINGS], *rows])
    assert answers.columns["第3题"].to_list() == [1, UNREADABLE, 1]
    finding = found(answers, "survey.row_unknown_answer")
    assert [(place.row, place.column, place.text) for place in finding.places] == [(3, HEADINGS[2], "挺好")]
    assert finding.expected == "、".join(DEGREES)
    assert answers.received == answers.valid == 3


def test_thousands_of_alike_are_one_finding_that_counts_them(tmp_path: Path) -> None:
    rows = sheets(200)
    for row in rows:
        row[8] = "挺好"
    finding = found(read(tmp_path, [[*LEADING, *HEADINGS], *rows]), "survey.row_unknown_answer")
    assert "“挺好”200 行" in finding.explanation
    assert len(finding.places) == 20


def test_data_shifted_against_the_heading_are_not_read_but_told(tmp_path: Path) -> None:
    rows = [[*leading(number), "", *GOOD] for number in range(1, 9)]
    answers = read(tmp_path, [[*LEADING, *HEADINGS, ""], *rows])
    finding = found(answers, "survey.row_shifted")
    assert (finding.severity, finding.places[0].column, finding.places[0].text) == (Severity.ERROR, HEADINGS[1], "群众")
    assert set(answers.columns["第2题"].to_list()) == {UNREADABLE}


def test_another_questionnaire_below_in_the_sheet_is_left_out_row_by_row(tmp_path: Path) -> None:
    other = [
        *LEADING,
        "1、您的企业规模是？",
        "2、您认为营商环境如何？",
        "3、您是否享受过减税？",
        "4、您对融资是否满意？",
    ]
    strangers = [[*leading(number), "小型", "好", "是", "满意"] for number in (5, 6, 7)]
    answers = read(tmp_path, [[*LEADING, *HEADINGS], *sheets(4), other, *strangers])
    assert (answers.received, answers.valid) == (7, 4)
    assert [(each.row, each.reason) for each in answers.excluded] == [(row, "另一份问卷") for row in (7, 8, 9)]
    assert found(answers, "survey.row_other_questionnaire").severity is Severity.ERROR


def test_the_same_heading_repeated_is_no_sheet_and_no_other_questionnaire(tmp_path: Path) -> None:
    heading = [*LEADING, *HEADINGS]
    answers = read(tmp_path, [heading, *sheets(2), heading, *sheets(2)[:1]])
    assert (answers.received, len(answers.columns[ROW]) + len(answers.excluded)) == (3, 3)


def test_a_missing_column_is_not_asked_and_a_strange_one_is_named(tmp_path: Path) -> None:
    headings = [*HEADINGS[:4], "联系电话"]
    answers = read(tmp_path, [[*LEADING, *headings], [*leading(1), *GOOD[:4], "138"]])
    assert answers.columns["第5题"].to_list() == [NOT_ASKED]
    assert "收费公开" in found(answers, "survey.row_column_missing").explanation
    assert "联系电话" in found(answers, "survey.row_column_unmatched").explanation


def test_dates_as_text_or_as_numbers_of_days_are_times_and_others_are_told(tmp_path: Path) -> None:
    rows = sheets(4)
    for row, time in zip(rows, ["2023年7月16日 8:05", "45123.5", "2023-07-16", "前天"], strict=True):
        row[1] = time
    answers = read(tmp_path, [[*LEADING, *HEADINGS], *rows])
    times = [datetime(2023, 7, 16, 8, 5), datetime(2023, 7, 16, 12), datetime(2023, 7, 16), None]
    assert answers.columns[SUBMITTED].to_list() == times
    assert [place.row for place in found(answers, "survey.row_unread_time").places] == [5]


def test_text_like_a_formula_stays_text(tmp_path: Path) -> None:
    rows = sheets(1)
    rows[0][11] = '=HYPERLINK("http://x","点我")'
    assert read(tmp_path, [[*LEADING, *HEADINGS], *rows]).columns["第6题"].to_list() == [rows[0][11]]


@pytest.mark.parametrize(
    "lone",
    [
        {3: ("很好", '"很好')},
        {3: ("很好", '"很好'), 5: ("很好", '很好"')},
        {3: ("群众", '"群众'), 5: ("群众", '"群众')},
    ],
)
def test_a_quote_without_its_partner_swallows_no_rows(tmp_path: Path, lone: dict[int, tuple[str, str]]) -> None:
    path = tmp_path / "答卷.csv"
    lines = [",".join([*LEADING, *HEADINGS]), *(",".join(row) for row in sheets(5))]
    for row, (text, quoted) in lone.items():
        lines[row - 1] = lines[row - 1].replace(text, quoted)
    path.write_text("\n".join(lines), encoding="utf-8")
    answers = read_answers([path], ASKED)
    assert (answers.received, answers.columns[ROW].to_list()) == (5, [2, 3, 4, 5, 6])
    assert 3 in [place.row for place in found(answers, "survey.row_quotes").places]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_encodings_and_separators_of_spreadsheets_are_known(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "答卷.txt"
    rows = sheets(3)
    rows[0][11] = '窗口少，排队久\n建议"增加"窗口'
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=separator).writerows([[*LEADING, *HEADINGS], *rows])
    answers = read_answers([path], ASKED)
    assert answers.columns["第6题"].to_list() == [rows[0][11], "很好", "很好"]


def test_cells_merged_over_rows_count_once_and_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [["满意度调查表"], HEADINGS, GOOD, GOOD, GOOD]:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("B3:B5")
    path = tmp_path / "答卷.xlsx"
    book.save(path)
    answers = read_answers([path], ASKED)
    assert answers.columns["第2题"].to_list() == [0, BLANK, BLANK]
    assert answers.columns[ROW].to_list() == [3, 4, 5]
    (place,) = found(answers, "survey.row_merged_cells").places
    assert (place.row, place.column) == (3, 2)


def test_files_that_hold_nothing_of_the_questionnaire_are_refused_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="群众问卷"):
        read(tmp_path, [["姓名", "您的电话？"], ["张三", "138"]])
    with pytest.raises(Refusal, match="找不到表头"):
        read(tmp_path, [["1", "2"], ["3", "4"]])


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "空白的文件"),
        (b"PK\x03\x04broken", "不是 Excel 工作簿的文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "损坏或过大的工作簿"),
        (b"\xff\xff\xff\x00\x00", "不是文字的内容"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name(tmp_path: Path, raw: bytes, complaint: str) -> None:
    path = tmp_path / "答卷.xlsx"
    path.write_bytes(raw)
    with pytest.raises(Refusal, match=rf"答卷\.xlsx.*{complaint}"):
        read_answers([path], ASKED)


def test_one_file_given_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "答卷.csv"
    path.write_text(",".join(HEADINGS) + "\n" + ",".join(GOOD) + "\n", encoding="utf-8")
    copy = tmp_path / "副本.csv"
    copy.write_bytes(path.read_bytes())
    with pytest.raises(Refusal, match="内容完全相同"):
        read_answers([path, copy], ASKED)


def test_several_files_are_one_group(tmp_path: Path) -> None:
    paths = []
    for number in (1, 2):
        paths.append(tmp_path / f"{number}.csv")
        paths[-1].write_text("\n".join([",".join(HEADINGS), *[",".join(GOOD)] * number]), encoding="utf-8")
    answers = read_answers(paths, ASKED)
    assert answers.columns.select(FILE, ROW).rows() == [("1.csv", 2), ("2.csv", 2), ("2.csv", 3)]


def test_a_title_is_no_heading_however_much_it_speaks_of_satisfaction(tmp_path: Path) -> None:
    one = Questionnaire.model_validate(
        {"title": "问卷", "group": "群众", "questions": [{"text": "您满意吗", "options": DEGREES}]}
    )
    assert read(tmp_path, [["群众满意度问卷"], ["1、您满意吗？"], ["满意"], ["一般"]], one).columns[
        "第1题"
    ].to_list() == [1, 2]


@pytest.mark.parametrize("asked", [ASKED, None])
def test_a_heading_without_answers_is_no_answers(tmp_path: Path, asked: Questionnaire | None) -> None:
    answers = read(tmp_path, [[*LEADING, *HEADINGS]], asked)
    assert (answers.received, answers.valid, answers.excluded) == (0, 0, ())


def test_a_cell_far_away_takes_neither_memory_nor_time(tmp_path: Path) -> None:
    path = tmp_path / "答卷.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_string(1_048_575, 16_383, "远")
    with pytest.raises(Refusal, match="过大的工作簿"):
        read_answers([path], ASKED)


def test_a_workbook_of_the_nineties_is_read(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "reading/samples/annex.xls"
    with pytest.raises(Refusal, match=r"annex\.xls.*群众问卷|annex\.xls.*找不到表头"):
        read_answers([sample], ASKED)


texts = st.text('满意甲乙,"\t\n\r;；A=1 ', max_size=8)


@given(st.lists(st.lists(texts, min_size=6, max_size=6), max_size=8))
def test_reading_by_column_and_reading_record_by_record_give_the_same(rows: list[list[str]]) -> None:
    """UTF-8 goes the one way, UTF-16 the other."""
    found = []
    with TemporaryDirectory() as folder:
        for encoding in ("utf-8", "utf-16"):
            path = Path(folder) / "答卷.csv"
            with path.open("w", encoding=encoding, newline="") as stream:
                csv.writer(stream).writerows([HEADINGS, *rows])
            answers = read_answers([path], ASKED)
            found.append((answers.columns.rows(), answers.excluded, answers.received))
    assert found[0] == found[1]


cells = st.sampled_from(
    [*DEGREES, "", "A", "2", "挺好", "(跳过)", "-3", "=1+1", '"', ",", "\n", "群众", "99", "￥", "合 计x", "〖〗"]
)


@given(st.lists(st.lists(cells, min_size=0, max_size=14), max_size=12))
def test_no_row_is_dropped_whatever_stands_in_it(rows: list[list[str]]) -> None:
    """Received is valid and excluded together, and every row that has a cell is one of the two."""
    with TemporaryDirectory() as folder:
        answers = read(Path(folder), [[*LEADING, *HEADINGS], *rows])
    assert answers.received == answers.valid + len(answers.excluded)
    filled = {number for number, row in enumerate(rows, 2) if any(cell.strip() for cell in row)}
    assert {*answers.columns[ROW], *(each.row for each in answers.excluded)} == filled
    assert len(answers.excluded) == len({each.row for each in answers.excluded})


def test_without_a_questionnaire_a_few_slips_leave_a_question_in_and_are_named(tmp_path: Path) -> None:
    rows = [[*leading(number), "非常满意" if number % 2 else "满意", "满意"] for number in range(1, 20)]
    rows += [[*leading(20), "asdf", "满意"], ["审核人", "", "", "", "", "", "复核：王五", ""]]
    heading = [*LEADING, "1、您对态度是否满意？", "2、您对效率是否满意？"]
    answers = read(tmp_path, [heading, *rows], None)
    first = answers.questionnaire.questions[0]
    assert [option.text for option in first.options] == ["非常满意", "满意", "一般", "不满意", "非常不满意"]
    assert answers.columns[first.id].to_list() == [*[0, 1] * 9, 0, UNREADABLE]
    assert "“asdf”1 行" in found(answers, "survey.row_unknown_answer").explanation


def test_without_a_questionnaire_another_one_pasted_below_is_not_counted_into_the_first(tmp_path: Path) -> None:
    rows = [[*LEADING, "1、您对服务态度是否满意？", "2、您对办事效率是否满意？"]]
    rows += [[*leading(number), "满意", "满意"] for number in range(1, 4)]
    rows += [[*LEADING, "1、您对办公环境是否满意？", "2、您对食堂是否满意？"]]
    rows += [[*leading(number), "不满意", "一般"] for number in range(4, 6)]
    answers = read(tmp_path, rows, None)
    assert (answers.received, answers.valid) == (5, 3)
    assert [each.row for each in answers.excluded] == [6, 7]
    assert "办公环境" in found(answers, "survey.row_other_questionnaire").explanation


@pytest.mark.parametrize(
    ("headings", "cells", "title"),
    [
        ("1,2", "AB", "2 道题只有数字或字母，不知是什么选项"),
        ("1、服务打分,2、环境打分", "98", "2 道题是打分，不知满分是多少"),
    ],
)
def test_codes_and_points_that_nobody_can_read_are_an_error(
    tmp_path: Path, headings: str, cells: str, title: str
) -> None:
    answers = read(tmp_path, [["序号", *headings.split(",")], ["1", *cells], ["2", *reversed(cells)]], None)
    unclear = found(answers, "survey.row_codes_unclear")
    assert (unclear.title, unclear.severity) == (title, Severity.ERROR)


def test_the_most_points_may_stand_in_the_heading(tmp_path: Path) -> None:
    answers = read(tmp_path, [["序号", "请为满意度打分（10分最高）", "满意度评分，百分制"], ["1", "9", "85"]], None)
    assert [(str(each.scale.low), str(each.scale.high)) for each in answers.questionnaire.questions] == [
        ("0", "10"),
        ("0", "100"),
    ]


def test_names_and_telephone_numbers_are_not_taken_for_remarks(tmp_path: Path) -> None:
    headings = ["姓名（可不填）", "2、您的联系电话", "3、如需回访请留下电话：", "4、您对公布的联系电话是否满意？"]
    answers = read(
        tmp_path, [headings, ["张三", "13800000000", "010-1", "满意"], ["李四", "13900000000", "", "满意"]], None
    )
    assert [question.text for question in answers.questionnaire.questions] == ["您对公布的联系电话是否满意？"]
    assert found(answers, "survey.row_column_unmatched").title == "3 列没有对应的题目，没有读取"
