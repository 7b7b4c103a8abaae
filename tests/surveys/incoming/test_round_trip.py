"""Answers exported as 问卷星 does, in each of its three ways, come back as the same codes."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.surveys.wenjuanxing import Export, Given, rows, spread_out, write_csv, write_workbook

from jixiao.surveys.incoming import read_answers
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.sheets import BLANK, NOT_ASKED, ROW
from jixiao.surveys.study import Validity

EVERYONE = Validity.model_validate({"straight_lining": "否", "duplicates": "否", "emptiest": "1"})
SCALES = (
    ["A.非常满意", "B.满意", "C.一般", "D.不满意", "E.非常不满意"],
    ["很满意", "满意", "基本满意", "不满意", "很不满意", "不了解"],
    ["非常不满意", "不满意", "一般", "比较满意", "非常满意"],
    ["满意", "基本满意", "不满意", "说不清"],
)
words = st.text("意见建议窗口排队=+-@'\"，,、;\n😀 0123456789A", min_size=1, max_size=12).map(str.strip)
said = words.filter(lambda text: text not in ("", "-2", "-3", "空") and "\n" not in text[:1])


@st.composite
def asked_and_given(draw: st.DrawFn) -> tuple[Questionnaire, list[Mapping[str, Given]]]:
    """A questionnaire of every kind of question, and what people answered."""
    questions: list[dict[str, Any]] = [{"text": "您的性别", "options": ["男", "女"], "role": "身份"}]
    for number in range(draw(st.integers(1, 4))):
        options = draw(st.sampled_from(SCALES))
        degrees = sum(text not in ("不了解", "说不清") for text in options)
        weights = [str(100 - 20 * place) for place in range(degrees)]
        text = f"您对第{'甲乙丙丁'[number]}项服务是否满意？"
        questions.append({"text": text, "options": options, "option_weights": weights})
    questions.append(
        {"text": "您办理过哪些业务？", "kind": "多选", "options": ["社保、医保", "公积金", "其他", "不动产（登记）"]}
    )
    questions.append({"text": "请为大厅环境打分", "kind": "量表", "scale": {"low": "0", "high": "10"}})
    questions.append({"text": "您的意见和建议", "kind": "填空"})
    asked = Questionnaire.model_validate({"title": "问卷", "group": "群众", "questions": questions})
    sheet = st.fixed_dictionaries(
        {question.id: _answers(question.kind, len(question.options)) for question in asked.questions}
    )
    return asked, draw(st.lists(sheet, min_size=1, max_size=8))


def _answers(kind: str, options: int) -> st.SearchStrategy[Given]:
    match kind:
        case "单选":
            return st.sampled_from([*range(options), *range(options), BLANK, NOT_ASKED])
        case "多选":
            chosen = st.lists(st.integers(0, options - 1), unique=True).map(sorted)
            return st.none() | chosen
        case "量表":
            return st.none() | st.integers(0, 10).map(str) | st.sampled_from(["8.5", "9.50"])
    return st.none() | said


def comes_back(asked: Questionnaire, answers: list[Mapping[str, Given]], export: Export, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        write = write_csv if suffix == ".csv" else write_workbook
        path = write(Path(folder) / f"12345_{export}{suffix}", rows(asked, spread_out(answers), export))
        read = read_answers([path], asked, EVERYONE, "群众")
    found = {row[ROW]: row for row in read.columns.rows(named=True)}
    assert read.received == len(answers) == len(found) + len(read.excluded)
    for number, given_ in enumerate(answers, 2):
        if number not in found:
            assert all(value in (None, [], BLANK, NOT_ASKED) for value in given_.values())
            continue
        for question in asked.questions:
            assert found[number][question.id] == given_[question.id], question.text


@pytest.mark.parametrize("export", ["按文本", "按序号", "按分数"])
@settings(max_examples=40, deadline=None)
@given(case=asked_and_given())
def test_exported_answers_come_back_as_the_same_codes(
    export: Export, case: tuple[Questionnaire, list[Mapping[str, Given]]]
) -> None:
    comes_back(*case, export, ".csv")


@pytest.mark.parametrize("export", ["按文本", "按序号", "按分数"])
@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(case=asked_and_given())
def test_exported_workbooks_come_back_as_the_same_codes(
    export: Export, case: tuple[Questionnaire, list[Mapping[str, Given]]]
) -> None:
    comes_back(*case, export, ".xlsx")
