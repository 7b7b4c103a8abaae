"""A satisfaction indicator tells its questions, scheme, base and interval, and whether the sample decides its score."""

from pathlib import Path
from shutil import copytree

import pytest

from jixiao.evaluation import build_case, evaluate
from jixiao.evaluation.folder import read_folder

EXAMPLES = Path(__file__).parents[2] / "examples"


def derivation(folder: Path, code: str) -> str:
    sheet = evaluate(build_case(read_folder(folder)))
    return next(leaf.derivation.text for leaf in sheet.indicators() if leaf.code == code)


@pytest.fixture
def yanjin(tmp_path: Path) -> Path:
    return Path(copytree(EXAMPLES / "yanjin-2022", tmp_path / "yanjin"))


def with_facts(folder: Path, *facts: str) -> Path:
    path = folder / "facts.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "".join(f"- {{{fact}}}\n" for fact in facts), encoding="utf-8")
    return folder


def test_the_sample_of_78_decides_the_score_of_the_public() -> None:
    told = derivation(EXAMPLES / "yanjin-2022", "D31")
    assert (
        "调查依据：办事群众5题（接待协助、业务能力、服务态度、电话咨询、总体评价），五档赋值100/100/0/0/0，"
        "有效回答78份，综合满意度92.31%，95%的区间为86.59%至98.03%（只有各选项份数，按各题完全相关保守估计），"
        "区间内按规则得5.00至6.00分，得分取决于抽到哪些人。"
    ) in told


def test_a_single_question_has_the_interval_of_its_own_counts() -> None:
    told = derivation(EXAMPLES / "xinxiang-hitech-2023", "D1.1")
    # mean (132 + 5 × 0.5) ÷ 137 = 0.981752; s² = (132 × 0.018248² + 5 × 0.481752²) ÷ 136; 1.96 × √(s² ÷ 137) = 0.015758
    assert "服务对象1题（服务效率），五档赋值100/75/50/25/0，有效回答137份，满意度98.18%" in told
    assert "95%的区间为96.60%至99.75%（按答卷的正态近似），区间内按规则都得4.00分，得分不取决于抽样" in told


def test_a_stated_interval_goes_before_the_conservative_one(yanjin: Path) -> None:
    narrow = ("综合满意度下限, body: 办事群众, value: 90.50%", "综合满意度上限, body: 办事群众, value: 94.10%")
    told = derivation(with_facts(yanjin, *(f"name: {each}, source: E19" for each in narrow)), "D31")
    assert "95%的区间为90.50%至94.10%（由逐份答卷求得），区间内按规则都得6.00分，得分不取决于抽样" in told


def test_a_known_population_narrows_the_interval_and_all_of_it_leaves_none(yanjin: Path) -> None:
    whole = derivation(
        with_facts(yanjin, "name: 调查总体人数, body: 大厅工作人员, value: 55, unit: 人, source: E20"), "D32"
    )
    assert "综合满意度97.88%，已全部调查，没有抽样误差" in whole
    half = derivation(
        with_facts(yanjin, "name: 调查总体人数, body: 办事群众, value: 155, unit: 人, source: E19"), "D31"
    )
    # 5.7177 points × √((155 − 78) ÷ 154) = 4.0430
    assert "区间为88.26%至96.35%" in half


def test_indicators_without_a_survey_say_nothing_of_one() -> None:
    assert "调查依据" not in derivation(EXAMPLES / "yanjin-2022", "A11")


def test_what_is_said_of_a_survey_changes_no_score() -> None:
    case = build_case(read_folder(EXAMPLES / "yanjin-2022"))
    scores = [[str(leaf.score) for leaf in evaluate(case, traced).indicators()] for traced in (True, False)]
    assert scores[0] == scores[1]


@pytest.mark.parametrize("groups", [("办事群众", "大厅工作人员"), ("大厅工作人员", "办事群众")])
def test_several_surveys_are_told_in_the_order_of_the_formula(yanjin: Path, groups: tuple[str, str]) -> None:
    path = yanjin / "indicators.yaml"
    text = path.read_text(encoding="utf-8")
    mean = "（" + "＋".join(f"综合满意度〔{group}〕" for group in groups) + "）÷2"
    path.write_text(text.replace("综合满意度〔办事群众〕", mean), encoding="utf-8")
    told = derivation(yanjin, "D31")
    assert "抽样" not in told  # the rule looks at the mean of both, of which neither interval says anything
    assert "抽到哪些人" not in told
    assert [told.index(f"调查依据：{group}") for group in groups] == sorted(
        told.index(f"调查依据：{g}") for g in groups
    )
