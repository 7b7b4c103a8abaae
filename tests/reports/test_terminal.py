"""The score sheet on a screen and in a pipe: complete, in columns, within the width."""

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case

from jixiao.evaluation import Case, evaluate, sensitivity_of
from jixiao.evaluation.whatif import try_changes
from jixiao.packs.trees import Tree
from jixiao.reports.terminal import print_sheet, print_whatif


def printed(case: Case, width: int = 100, screen: bool = False) -> str:
    stream = StringIO()
    sheet = evaluate(case)
    print_sheet(sheet, sensitivity_of(case, sheet), Console(file=stream, width=width, force_terminal=screen))
    return stream.getvalue()


def whatif(name: str, *changes: str) -> str:
    stream = StringIO()
    print_whatif(try_changes(case_of(name), changes), Console(file=stream, width=80))
    return stream.getvalue()


@pytest.mark.parametrize("name", BOTH)
def test_every_indicator_has_a_row_with_weight_score_and_rate(name: str) -> None:
    rows = [line.split() for line in printed(case_of(name)).splitlines()]
    for score in sheet_of(name).indicators():
        row = next(row for row in rows if row[:1] == [score.code])
        assert row[1:4] == [score.name, f"{score.weight:.2f}", f"{score.score:.2f}"]


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("width", [60, 80, 100, 132])
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    for line in printed(case_of(name), width).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("name", BOTH)
def test_at_80_columns_the_figures_stand_under_their_headings(name: str) -> None:
    lines = printed(case_of(name), 80).splitlines()
    heading = next(line for line in lines if "得分率" in line)
    end = cell_len(heading[: heading.index("得分率") + 3])
    for line in lines:
        if line.rstrip().endswith("%"):
            assert cell_len(line.rstrip()) == end


def test_colours_are_for_screens_only() -> None:
    assert "\x1b[" in printed(case_of(XINXIANG), screen=True)
    assert "\x1b[" not in printed(case_of(XINXIANG))


def test_the_screen_tells_result_deductions_overrides_distances_self_score_and_checks() -> None:
    text = printed(case_of(XINXIANG), 200)
    for words in (
        "总分 94.40（优）    完全按规则计算 94.07（优）",
        "B3.1 资产管理规范性 扣 1.00 分（问题：资产管理不够规范）",
        "B1.2 预算调整率：按规则得 1.67 分，评价组调整为 2.00 分：",
        "总分再低超过 4.40 分降为“良”；单独失去全部得分即会降级的指标：C1.1、C1.2、C1.3、C1.4、D1.2、D3.1",
        "自评 99.68（优），比评价得分高 5.28 分",
    ):
        assert words in text
    summary = sheet_of(XINXIANG).relations
    assert f"核对关系 {summary.checked} 项，成立 {summary.held} 项" in text
    assert f"未能核对 {len(summary.open)} 项" in text


def test_what_could_not_be_checked_is_listed_with_the_reason() -> None:
    text = printed(case_of(YANJIN), 200)
    assert sheet_of(YANJIN).relations.open
    for relation in sheet_of(YANJIN).relations.open:
        assert relation in text


def test_a_finding_is_told_with_its_number_and_severity() -> None:
    number = next(f.id for f in sheet_of(YANJIN).findings if f.check == "case.deduction_without_problem")
    assert f"提示 {number} 扣分没有对应的问题" in printed(case_of(YANJIN))


def test_an_open_total_is_a_range_and_says_what_is_lacking() -> None:
    text = printed(small_case([leaf("K", "5", {})]))
    assert "总分 95.00～100.00（有内容未得出结果，等级待定）" in text
    assert "完全按规则计算" not in text, "no score departs from its rule, so the total is told once"
    assert "K 指标K：评分规则没有读懂" in text
    assert "规则未读懂" in text


@pytest.mark.parametrize(
    ("own", "words"), [("100", "与评价得分相同"), ("95.5", "低 4.50 分"), ("100.00", "与评价得分相同")]
)
def test_a_self_score_is_compared_in_words(own: str, words: str) -> None:
    assert words in printed(small_case([], general={"self_evaluation": {"score": own}}))


def test_what_was_done_to_the_total_stands_under_it() -> None:
    rules: list[Tree] = [{"name": "审计发现违规", "penalty": "2分"}]
    text = printed(small_case([], general={"total_rules": rules, "total_events": {"审计发现违规": "2"}}))
    assert "审计发现违规2次，每次扣2分：100 − 2 × 2＝96.00" in text


def test_square_brackets_in_a_text_are_text() -> None:
    text = printed(small_case([leaf("K", "5", {"fixed": "0%"}, name="[bold]指标[/bold]")]))
    assert "[bold]指标[/bold]" in text


def test_whatif_shows_the_change_the_total_and_what_moved() -> None:
    text = whatif(XINXIANG, "B2.1③=符合")
    assert "改变 B2.1 要点 3：不符合 → 符合" in text
    assert "总分 94.40（优） → 95.40（优）" in text
    assert "完全按规则计算 94.07（优） → 95.07（优）" in text
    (row,) = [line.split() for line in text.splitlines() if "管理制度健全性" in line]
    assert row == ["B2.1", "管理制度健全性", "2.00", "3.00"]


def test_whatif_says_when_nothing_moves_and_when_a_set_score_stands() -> None:
    assert "没有指标的得分因此改变" in whatif(XINXIANG, "在职人员数=12")
    text = "".join(whatif(YANJIN, "A21②=符合").split())
    assert "规则得分1.00→1.50，调整得分不变" in text
