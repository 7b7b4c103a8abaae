"""A case begun from an imported table: once its facts are filled in it scores as the table's rules say."""

from pathlib import Path

import pytest

from jixiao.documents import document_of
from jixiao.evaluation import build_case, evaluate
from jixiao.evaluation.content import CaseContent
from jixiao.evaluation.folder import read_folder, write_folder
from jixiao.evaluation.importing import case_from
from jixiao.reading import cover_of, read_indicators

TITLE = "某市某局2024年度部门整体支出绩效评价报告"
HEAD = "一级指标\t二级指标\t三级指标\t权重\t指标解释\t目标值\t评分规则"


def case_of(explanation: str, target: str, rule: str, name: str = "某某率") -> CaseContent:
    """A case of one indicator with 100 points."""
    text = f"{TITLE}\n\n{HEAD}\n投入\t预算\t{name}\t100\t{explanation}\t{target}\t{rule}\n"
    document = document_of(text.encode("utf-8"), "某局.txt")
    return case_from(read_indicators(document), cover_of(document))


def scored(content: CaseContent, folder: Path, **facts: str) -> str | None:
    """What the only indicator earns with these facts filled in."""
    write_folder(content, folder)
    path = folder / "facts.yaml"
    text = path.read_text(encoding="utf-8")
    for name, value in facts.items():
        empty = f'- name: {name}\n  value: ""'
        assert empty in text, text
        text = text.replace(empty, f"- name: {name}\n  value: {value}")
    path.write_text(text, encoding="utf-8")
    score = next(iter(evaluate(build_case(read_folder(folder))).indicators())).score
    return None if score is None else str(score)


@pytest.mark.parametrize(
    ("explanation", "target", "rule", "facts", "points"),
    [
        (
            "办结率=办结件数÷受理件数×100%。",
            "≥90%",
            "办结率达到90%得满分，每低1个百分点扣权重分的2%，扣完为止。",
            {"办结件数": "85", "受理件数": "100"},
            "90.00",  # five points below, 2 % each
        ),
        (
            "增长率=（本年数－上年数）÷上年数×100%。",
            "≤10%",
            "变动率不高于10%得满分，每高1个百分点扣权重分的5%，扣完为止。",
            {"本年数": "115", "上年数": "100"},
            "75.00",  # 15 % is five points above, 5 % each
        ),
        (
            "控制率=（在职人员数/编制数）×100%。",
            "",
            "不超编得满分，每超编1人扣5分，扣完为止。",
            {"在职人员数": "13", "编制数": "10"},
            "85.00",  # three persons over, five points each
        ),
        (
            "反映群众满意程度。",
            "≥90%",
            "满意度≥90%得满分；80%≤满意度＜90%得50分；满意度＜80%不得分。",
            {"某某率": "82%"},
            "50.00",
        ),
        (
            "反映群众满意程度。",
            "90分",
            "满意度达到90分得满分，每低1分扣5分，扣完为止。",
            {"某某率": "86%"},
            "80.00",  # four marks below, five points each
        ),
        (
            "办结率=办结件数÷受理件数×100%。",
            "",
            "达到目标值得满分，每低于目标值1个百分点扣2分，扣完为止。",
            {"办结件数": "85", "受理件数": "100", "某某率目标值": "90%"},
            "90.00",  # five points below a target that is to be filled in
        ),
        (
            "调整率=调整数÷年初数×100%。",
            "≤10%",
            "预算调整率不高于10%得满分，每高1个百分点扣5分，扣完为止。",
            {"调整数": "14", "年初数": "100"},
            "80.00",
        ),
    ],
)
def test_a_rule_scores_from_the_formula_beside_it(
    explanation: str, target: str, rule: str, facts: dict[str, str], points: str, tmp_path: Path
) -> None:
    assert scored(case_of(explanation, target, rule), tmp_path / "案例", **facts) == points


def test_points_that_are_judged_ask_for_no_figures(tmp_path: Path) -> None:
    content = case_of("评价要点：①有制度；②有记录。", "健全", "两项都符合得满分，有一项不符合扣权重分的50%。")
    assert content.facts == []
    assert content.indicators[0].children[0].children[0].criteria == ["有制度", "有记录"]


def test_a_rule_that_is_not_read_keeps_its_words_and_its_formula(tmp_path: Path) -> None:
    content = case_of("办结率=办结件数÷受理件数×100%。", "≥90%", "视情况评分。")
    leaf = content.indicators[0].children[0].children[0]
    assert leaf.rule == {"text": "视情况评分。", "source": "report"}
    assert leaf.measure == "办结件数÷受理件数×100%"
    assert scored(content, tmp_path / "案例") is None


def test_a_rule_that_leaves_a_gap_is_not_executed(tmp_path: Path) -> None:
    content = case_of("办结率=办结件数÷受理件数×100%。", "", "办结率≥98%，得满分")
    assert scored(content, tmp_path / "案例", 办结件数="99", 受理件数="100") is None


def test_the_sentence_of_the_table_is_the_rule_of_the_case() -> None:
    words = "办结率达到90%得满分，每低1个百分点扣权重分的2%，扣完为止。"
    leaf = case_of("办结率=办结件数÷受理件数×100%。", "≥90%", words).indicators[0].children[0].children[0]
    assert leaf.rule == {"text": words, "source": "report"}


def test_a_share_of_sub_indicators_asks_for_the_completion_of_each(tmp_path: Path) -> None:
    content = case_of("反映完成情况。", "", "得分=完成率不低于90%的子项个数÷子项总数×权重分。")
    assert [(fact.name, fact.item, fact.unit) for fact in content.facts] == [("某某率完成率", ("子项1",), "%")]


def test_the_cover_fills_in_the_case(tmp_path: Path) -> None:
    general = case_of("甲。", "", "酌情。").case
    assert (general.name, general.year, general.department) == (TITLE, "2024", "（待填）")


def test_a_part_with_a_formula_of_its_own_is_derived() -> None:
    facts = case_of("率=支出数/安排数×100%；安排数=上年数额+本年数额。", "", "酌情。").facts
    assert [(fact.name, fact.formula, fact.value) for fact in facts] == [
        ("支出数", None, ""),
        ("安排数", "上年数额＋本年数额", None),
        ("上年数额", None, ""),
        ("本年数额", None, ""),
    ]
