"""A case is the same in a folder and in a workbook."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from tests.strategies import contents

from jixiao.evaluation import evaluate
from jixiao.evaluation.content import CaseContent
from jixiao.evaluation.folder import read_folder
from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.sections import tree_of
from jixiao.packs.registry import standard_registry
from jixiao.workbook import convert, empty_case, open_case, read_workbook, write_workbook
from jixiao.workbook.checklistway import point_path
from jixiao.workbook.indicators import indicators_in
from jixiao.workbook.judgements import judgement_rows

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = ("xinxiang-hitech-2023", "yanjin-2022")


def through_a_workbook(content: CaseContent) -> CaseContent:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "案例.xlsx"
        write_workbook(content, path)
        return read_workbook(path).content()


def judged_whole(content: CaseContent) -> CaseContent:
    """The content without the points of judgements that leave some of them open: a workbook with such is refused."""
    leaves = [node for _, node in indicators_in(tree_of(content.indicators)) if not node.get("children")]
    judged: dict[tuple[str, str], set[bool]] = {}
    trees: Any = tree_of(content.judgements)
    for row in (asked.row for asked in judgement_rows(trees, leaves)):
        if point_path(row.get("item")) is not None:
            judged.setdefault((row.get("code"), row.get("place")), set()).add(row.has("finding"))
    half = {code for (code, _), answers in judged.items() if len(answers) > 1}
    whole = {code: _pointless(each) if code in half else each for code, each in content.judgements.items()}
    return replace(content, judgements={code: each for code, each in whole.items() if each != Judgement()})


def _pointless(judgement: Judgement) -> Judgement:
    parts = [part.model_copy(update={"points": []}) for part in judgement.parts]
    return judgement.model_copy(update={"points": [], "parts": parts})


random_cases = contents().map(judged_whole)


@settings(max_examples=20)
@given(random_cases)
def test_reading_a_written_workbook_gives_the_content_back(content: CaseContent) -> None:
    assert through_a_workbook(content) == content


@settings(max_examples=4)
@given(random_cases)
def test_a_folder_turned_into_a_workbook_and_back_holds_the_same_case(content: CaseContent) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_workbook(content, folder / "一.xlsx")
        convert(folder / "一.xlsx", folder / "二")
        convert(folder / "二", folder / "三.xlsx")
        assert read_workbook(folder / "三.xlsx").content() == read_folder(folder / "二").content() == content


@pytest.mark.parametrize("case", CASES)
def test_an_example_survives_the_way_to_a_workbook_and_back(case: str, tmp_path: Path) -> None:
    convert(EXAMPLES / case, tmp_path / "案例.xlsx")
    convert(tmp_path / "案例.xlsx", tmp_path / "回来")
    assert read_folder(tmp_path / "回来").content() == read_folder(EXAMPLES / case).content()


@pytest.mark.parametrize(
    ("case", "total", "by_rule", "grade"),
    [("xinxiang-hitech-2023", "94.40", "94.07", "优"), ("yanjin-2022", "86.00", "86.50", "良")],
)
def test_the_workbook_of_an_example_earns_the_published_total(
    case: str, total: str, by_rule: str, grade: str, tmp_path: Path
) -> None:
    convert(EXAMPLES / case, tmp_path / "案例.xlsx")
    sheet = evaluate(open_case(tmp_path / "案例.xlsx"))
    assert (str(sheet.in_force.total), sheet.in_force.grade) == (total, grade)
    assert str(sheet.by_rule.total) == by_rule


@pytest.mark.parametrize("pack", sorted(standard_registry().headers))
def test_an_empty_case_lacks_only_what_the_pack_cannot_know(pack: str) -> None:
    content = empty_case(standard_registry().pack(pack))
    named = content.case.model_copy(update={"name": "报告", "department": "甲局", "year": "2023"})
    filled = CaseContent(named, content.indicators, content.facts, [table for table in content.tables if table.rows])
    assert through_a_workbook(filled) == filled
