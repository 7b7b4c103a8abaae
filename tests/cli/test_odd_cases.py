"""Cases unlike the examples, through the front door: every file of the evaluation is whole and contradicts no other."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from tests.cli.front_door import FrontDoor
from tests.reports.page.reading import Page
from tests.reports.word.package import check_captions, check_package

from jixiao.packs.trees import Tree
from jixiao.packs.writing import dump

CRITERIA: list[Tree] = ["甲项", "乙项"]
HOSTILE = "甲\n乙\t丙 <w:p> {{ x }} {% for %} & ” ' ]]> =1+1 <r>x</r>"


def leaf(code: str, weight: str, **more: Tree) -> Tree:
    """A third-level indicator judged by two points."""
    rule: dict[str, Tree] = {"text": "每项各占一半。", "source": "ours", "checklist": {"points": "equal"}}
    return {"code": code, "name": f"指标{code}", "weight": weight, "criteria": CRITERIA, "rule": rule, **more}


def group(code: str, weight: str, *children: Tree, name: str = "") -> Tree:
    return {"code": code, "name": name or f"组{code}", "weight": weight, "children": list(children)}


JUDGED: dict[str, Tree] = {"points": ["符合", "不符合"]}
TWO_LEVELS: list[Tree] = [group("A", "40", leaf("A1", "40")), group("B", "60", leaf("B1", "30"), leaf("B2", "30"))]
MIXED: list[Tree] = [group("A", "40", leaf("A1", "40")), group("B", "60", group("B1", "60", leaf("B11", "60")))]
FOUR_LEVELS: list[Tree] = [group("A", "100", group("A1", "100", group("A11", "100", leaf("A111", "100"))))]
FIVE_LEVELS: list[Tree] = [group("A", "100", group("B", "100", group("C", "100", group("D", "100", leaf("E", "100")))))]
MANY: list[Tree] = [
    group(
        f"L{one}",
        "10",
        *(
            group(f"L{one}.{two}", "2.5", *(leaf(f"L{one}.{two}.{three}", "0.5") for three in range(5)))
            for two in range(4)
        ),
    )
    for one in range(10)
]
NAMED_BY_ANYBODY: list[Tree] = [
    group(
        "A",
        "100",
        group("A1", "100", leaf("A11", "100", name=HOSTILE, explanation=HOSTILE), name=HOSTILE),
        name="效果指标",
    )
]
SYSTEMS = {
    "two levels": TWO_LEVELS,
    "mixed": MIXED,
    "four levels": FOUR_LEVELS,
    "five levels": FIVE_LEVELS,
    "many": MANY,
    "hostile": NAMED_BY_ANYBODY,
}


def codes(nodes: list[Tree]) -> list[str]:
    """The codes of the third-level indicators."""
    found: list[str] = []
    for node in nodes:
        assert isinstance(node, dict)
        children = node.get("children")
        found += codes(children) if isinstance(children, list) else [str(node["code"])]
    return found


def folder_of(folder: Path, system: list[Tree], general: Mapping[str, Tree] | None = None, **sections: Tree) -> Path:
    """A case folder with that system, every indicator judged alike unless `sections` say otherwise."""
    case: dict[str, Tree] = {
        "name": "某局绩效评价报告",
        "department": "某局",
        "year": "2023",
        "grade_scale": "standard",
    }
    judgements: dict[str, Tree] = dict.fromkeys(codes(system), JUDGED)
    trees: dict[str, Tree] = {"case": {**case, **(general or {})}, "indicators": system, "judgements": judgements}
    folder.mkdir()
    for name, tree in {**trees, **sections}.items():
        (folder / f"{name}.yaml").write_text(dump(tree), encoding="utf-8")
    return folder


class Written:
    """What `jixiao evaluate --out` wrote of a case."""

    def __init__(self, jixiao: FrontDoor, case: Path) -> None:
        out = case.parent / "结果"
        answer = jixiao("evaluate", case, "--out", out, "--no-pages")
        assert answer.code in (0, 1), answer.err
        self.out = out
        self.result = json.loads((out / "result.json").read_text(encoding="utf-8"))
        self.html = (out / "report.html").read_text(encoding="utf-8")

    def paragraphs(self, name: str = "report.docx") -> list[str]:
        """The paragraphs outside tables, a line break as a line break."""
        document = Document(str(self.out / name))
        return [paragraph.text for paragraph in document.paragraphs]

    def rows(self) -> list[list[str]]:
        """The rows of all tables of the report."""
        body = Document(str(self.out / "report.docx")).element.body
        return [
            ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc"))]
            for row in body.iter(qn("w:tr"))
        ]


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_every_file_is_whole_whatever_the_system(system: list[Tree], jixiao: FrontDoor, tmp_path: Path) -> None:
    written = Written(jixiao, folder_of(tmp_path / "案例", system))
    for name in ("report.docx", "plan.docx"):
        check_captions(check_package((written.out / name).read_bytes()))
    ids = re.findall(r'\bid="([^"]*)"', written.html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', written.html)) <= set(ids)
    assert written.result["total"] == "50.00"
    scores = load_workbook(written.out / "scores.xlsx", data_only=True)["得分表"]
    heads = [cell.value for cell in scores[4]]
    totals = {cell.value for cell in scores[scores.max_row]}
    assert heads[-7:] == ["编码", "指标", "权重", "得分", "得分率", "按规则得分", "情况"]
    assert len(heads) == len(set(heads))
    assert {"总分", 50} <= totals
    assert written.rows()[-1][-1] == "50.00"


@pytest.mark.parametrize(
    ("system", "told"),
    [
        (TWO_LEVELS, "2个一级指标和3个三级指标"),
        (MIXED, "2个一级指标、1个二级指标和2个三级指标"),
    ],
)
def test_an_indicator_that_is_scored_is_called_third_level_wherever_it_stands(
    system: list[Tree], told: str, jixiao: FrontDoor, tmp_path: Path
) -> None:
    written = Written(jixiao, folder_of(tmp_path / "案例", system))
    assert sum(told in text for text in written.paragraphs()) == 3
    (weights,) = [row for row in written.rows() if row[0] == "合计" and len(row) == 5 and row[2] == "-"]
    assert f"{weights[-1]}个三级指标" in told


def test_without_a_second_level_no_table_and_no_chart_speaks_of_one(jixiao: FrontDoor, tmp_path: Path) -> None:
    written = Written(jixiao, folder_of(tmp_path / "案例", TWO_LEVELS))
    headings = [row for row in written.rows() if row[0] == "一级指标"]
    assert [row[1:3] for row in headings if "二级指标" in "".join(row)] == [["二级指标", "三级指标"]]  # annex 1
    assert any(text.endswith("各三级指标得分率") for text in written.paragraphs())


def test_what_is_not_filled_in_leaves_no_empty_line(jixiao: FrontDoor, tmp_path: Path) -> None:
    problem: dict[str, Tree] = {"id": "P1", "title": "目标不够明确。", "text": "", "cause": "", "indicators": ["B1"]}
    advice: dict[str, Tree] = {"id": "R1", "title": "细化目标。", "text": "", "problem": "P1"}
    narrative: dict[str, Tree] = {"problems": [problem], "recommendations": [advice]}
    written = Written(jixiao, folder_of(tmp_path / "案例", TWO_LEVELS, narrative=narrative))
    assert not any("委托单位" in text for text in written.paragraphs())
    paragraphs = Document(str(written.out / "report.docx")).paragraphs
    body = [each for each in paragraphs if each.style is not None and each.style.name == "绩效正文"]
    assert len(body) > 20
    assert all(each.text.strip() for each in body)
    (told,) = [text for text in written.paragraphs() if text.startswith("评价发现的主要问题")]
    assert told == "评价发现的主要问题：1.目标不够明确。"


def test_the_page_names_a_first_level_indicator_as_it_is_named(jixiao: FrontDoor, tmp_path: Path) -> None:
    page = Page(Written(jixiao, folder_of(tmp_path / "案例", NAMED_BY_ANYBODY)).html)
    assert "指标指标" not in page.text


def test_a_short_name_that_is_the_full_one_is_not_introduced(jixiao: FrontDoor, tmp_path: Path) -> None:
    general: dict[str, Tree] = {"department": "某局", "department_short": "某局"}
    written = Written(jixiao, folder_of(tmp_path / "案例", TWO_LEVELS, general))
    for name in ("report.docx", "plan.docx"):
        assert not any("以下简称" in text for text in written.paragraphs(name))


def test_more_problems_than_chinese_headings_count_are_counted_in_digits(jixiao: FrontDoor, tmp_path: Path) -> None:
    problems: list[Tree] = [
        {"id": f"P{number}", "title": f"问题{number}", "text": "情况。", "cause": "", "indicators": ["B1"]}
        for number in range(1, 101)
    ]
    written = Written(jixiao, folder_of(tmp_path / "案例", TWO_LEVELS, narrative={"problems": problems}))
    assert "（九十九）问题99" in written.html
    assert "（100）问题100" in written.html
