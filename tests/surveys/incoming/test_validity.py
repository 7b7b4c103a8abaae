"""Sheets left out by the rules of validity, each once, with its row and its reason."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.surveys.wenjuanxing import Sheet, rows, write_csv

from jixiao.surveys.incoming import read_answers
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.sheets import BLANK, Answers
from jixiao.surveys.study import Validity

DEGREES = ["非常满意", "满意", "一般", "不满意", "非常不满意"]
ASKED = Questionnaire.model_validate(
    {
        "title": "问卷",
        "group": "群众",
        "questions": [
            {"text": "您的身份是？", "options": ["办事群众", "企业代表", "工作人员"], "role": "身份"},
            *({"text": f"您对{name}是否满意？", "options": DEGREES} for name in "甲乙丙丁"),
            {"text": "您对戊是否满意？", "options": DEGREES[::-1]},
            {"text": "您是否遇到过推诿刁难？", "options": ["是", "否"]},
        ],
    }
)
NOON = datetime(2023, 7, 16, 12)
GOOD = (0, 0, 1, 0, 2, 4, 1)


def sheet(*given: int, minutes: float = 0, seconds: int = 65, ip: str = "1.2.3.4") -> Sheet:
    codes = {question.id: code for question, code in zip(ASKED.questions, given, strict=True)}
    return Sheet(codes, NOON + timedelta(minutes=minutes), seconds, ip)


def judged(folder: Path, *sheets: Sheet, group: str = "群众", **validity: object) -> Answers:
    path = write_csv(folder / "答卷.csv", rows(ASKED, sheets))
    return read_answers([path], ASKED, Validity.model_validate(validity), group)


def reasons(answers: Answers) -> Mapping[int, str]:
    return {each.row: each.reason for each in answers.excluded}


def test_a_sheet_as_fast_as_the_limit_is_too_fast_and_without_a_limit_none_is(tmp_path: Path) -> None:
    quick = [sheet(*GOOD, seconds=seconds, ip=str(seconds)) for seconds in (29, 30, 31)]
    assert reasons(judged(tmp_path, *quick, fastest="30")) == {2: "作答过快", 3: "作答过快"}
    assert judged(tmp_path, *quick).valid == 3


def test_the_later_of_two_equal_sheets_from_one_address_within_seconds_is_a_duplicate(tmp_path: Path) -> None:
    other = (0, 0, 1, 0, 2, 3, 1)
    sent = [
        sheet(*GOOD, minutes=1),  # sent after the next one, so this is the later one
        sheet(*GOOD),
        sheet(*GOOD, minutes=5),  # four minutes later
        sheet(*other, minutes=1),  # other answers
        sheet(*GOOD, minutes=1, ip="9.9.9.9"),
    ]
    answers = judged(tmp_path, *sent)
    assert reasons(answers) == {2: "重复提交"}
    assert answers.excluded[0].detail == "60 秒前有同一来源（1.2.3.4）、回答相同的答卷"
    assert judged(tmp_path, *sent, duplicates="否").valid == 5


def test_one_place_all_through_is_left_out_only_where_it_contradicts_itself(tmp_path: Path) -> None:
    straight = sheet(0, 0, 0, 0, 0, 0, 0)
    consistent = sheet(0, 0, 0, 0, 0, 4, 1, ip="2")
    answers = judged(tmp_path, straight, consistent)
    assert reasons(answers) == {2: "直线作答"}
    assert "都选第 1 项" in answers.excluded[0].detail
    assert judged(tmp_path, straight, consistent, straight_lining="否").valid == 2
    assert judged(tmp_path, straight, straight_from="7").valid == 1
    content = sheet(0, 0, 0, 0, 0, BLANK, BLANK)
    assert judged(tmp_path, content, straight_from="4").valid == 1


def test_half_of_the_required_questions_may_stay_open_and_no_more(tmp_path: Path) -> None:
    half = sheet(0, 0, 1, 0, BLANK, BLANK, BLANK)
    less = sheet(0, 0, 1, BLANK, BLANK, BLANK, BLANK, ip="2")
    nothing = sheet(*[BLANK] * 7, ip="3")
    answers = judged(tmp_path, half, less, nothing)
    assert reasons(answers) == {3: "大多未答", 4: "大多未答"}
    assert answers.excluded[0].detail == "应答 7 题，4 题未答或读不出"
    assert judged(tmp_path, nothing, emptiest="1").valid == 0


def test_another_group_is_left_out_where_the_questionnaire_asks_for_it(tmp_path: Path) -> None:
    enterprise = sheet(1, *GOOD[1:], ip="2")
    assert reasons(judged(tmp_path, sheet(*GOOD), enterprise)) == {3: "不属于本群体"}
    assert reasons(judged(tmp_path, sheet(*GOOD), enterprise, group="企业")) == {2: "不属于本群体"}
    assert judged(tmp_path, sheet(*GOOD), enterprise, group="全体对象").valid == 2


def test_every_sheet_is_left_out_once_under_the_first_rule_it_breaks(tmp_path: Path) -> None:
    answers = judged(tmp_path, sheet(*[BLANK] * 7, seconds=1), sheet(1, *[0] * 6, seconds=1), fastest="10")
    assert [each.reason for each in answers.excluded] == ["大多未答", "不属于本群体"]
    assert (answers.received, answers.valid) == (2, 0)


def test_rules_without_their_columns_are_said_not_to_be_judged(tmp_path: Path) -> None:
    path = tmp_path / "答卷.csv"
    table = [
        [question.text for question in ASKED.questions],
        ["办事群众", "满意", "满意", "一般", "满意", "满意", "否"],
    ]
    path.write_text("\n".join(map(",".join, table)), encoding="utf-8")
    answers = read_answers([path], ASKED, Validity.model_validate({"fastest": "30"}))
    (finding,) = (each for each in answers.findings if each.check == "survey.row_validity_not_judged")
    assert "过快（没有所用时间）" in finding.explanation
    assert "重复提交" in finding.explanation


@pytest.mark.parametrize("written", ["群众", "企业"])
def test_a_column_of_groups_says_whose_sheet_it_is(tmp_path: Path, written: str) -> None:
    path = tmp_path / "答卷.csv"
    headings = ["调查对象", *(question.text for question in ASKED.questions)]
    path.write_text("\n".join(map(",".join, [headings, [written, "", *["满意"] * 5, "否"]])), encoding="utf-8")
    assert read_answers([path], ASKED, group="群众").valid == (written == "群众")
