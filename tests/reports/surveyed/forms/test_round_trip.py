"""What is typed into the workbook comes back as it was typed, and the example does not."""

import random
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.reports.surveyed.forms.asking import EVERY_KIND, READY, asked, files

from jixiao.surveys.entrysheet import JOINT, SHEET, letter
from jixiao.surveys.incoming import read_answers
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.sheets import NOT_ASKED, Answers
from jixiao.surveys.study import Validity

Typed = dict[str, list[int] | str | None]


def somebody(questionnaire: Questionnaire, chance: random.Random) -> Typed:
    """Options by number, numbers and sentences as texts, None for what is not asked."""
    given: Typed = {}
    for question in questionnaire.questions:
        wanted = question.only_if
        if wanted is not None:
            asker, answer = questionnaire.question(wanted.question), given[wanted.question]
            told = [asker.options[at].text for at in answer] if isinstance(answer, list) else []
            if not set(told) & set(wanted.among):
                given[question.id] = None
                continue
        if question.options:
            most = 2 if question.kind == "多选" else 1
            given[question.id] = sorted(chance.sample(range(len(question.options)), most))
        else:
            given[question.id] = f"意见{chance.random()}" if question.kind == "填空" else str(chance.randint(1, 5))
    return given


def typed(text: str, group: str, sheets: list[Typed], folder: Path) -> Path:
    """The workbook with the sheets typed in below the example."""
    book = openpyxl.load_workbook(BytesIO(files(text)[f"entry-{group}.xlsx"]))
    for row, answers in enumerate(sheets, 3):
        values: list[str | int | None] = [f"{row:03d}", "张三", None]
        for answer in answers.values():
            if isinstance(answer, list):
                values.append(JOINT.join(map(letter, answer)))
            else:
                values.append(int(answer) if answer and answer.isdecimal() else answer)
        for column, value in enumerate(values, 1):
            book[SHEET].cell(row, column).value = value
    book.save(folder / "typed.xlsx")
    return folder / "typed.xlsx"


def read(text: str, path: Path) -> Answers:
    return read_answers([path], asked(text), Validity(straight_lining=False), asked(text).group)


@pytest.mark.parametrize(("text", "group"), [(READY, "办事群众"), (EVERY_KIND, "群众")])
def test_every_answer_comes_back(text: str, group: str, tmp_path: Path) -> None:
    questionnaire, chance = asked(text), random.Random(7)
    sheets = [somebody(questionnaire, chance) for _ in range(60)]
    answers = read(text, typed(text, group, sheets, tmp_path))
    assert (answers.received, answers.valid, answers.excluded) == (60, 60, ())
    for question in questionnaire.questions:
        expected = [sheet[question.id] for sheet in sheets]
        if question.kind == "单选":
            codes = [answer[0] if isinstance(answer, list) else NOT_ASKED for answer in expected]
            assert answers.columns[question.id].to_list() == codes
        else:
            assert answers.columns[question.id].to_list() == expected


def test_the_example_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    sheets = [somebody(asked(EVERY_KIND), random.Random(1))]
    said = read(EVERY_KIND, typed(EVERY_KIND, "群众", sheets, tmp_path)).findings
    assert [str(each.places[0]) for each in said if each.title == "示例行没有计入"] == ["typed.xlsx，第 2 行"]
