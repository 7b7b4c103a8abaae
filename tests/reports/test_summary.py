"""The one-page summary: self-contained, escaped, complete."""

import re
from html.parser import HTMLParser

import pytest
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, leaf, sheet_of, small_case

from jixiao.evaluation import evaluate
from jixiao.packs.trees import Tree
from jixiao.reports.summary import summary_html

HOSTILE = "<script>alert('x')</script><b>&amp;"


class Page(HTMLParser):
    """The texts, tags and attributes of a page, and whether every tag is closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(" ".join(data.split()))

    @property
    def text(self) -> str:
        return " ".join(filter(None, self.texts))


@pytest.mark.parametrize("name", BOTH)
def test_the_page_loads_nothing_from_anywhere(name: str) -> None:
    html = summary_html(sheet_of(name))
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
    assert not [value for key, value in page.attributes if key in ("src", "action", "onclick", "style")]
    assert all(str(value).startswith("#") for key, value in page.attributes if key == "href")
    assert "http" not in html
    assert "url(" not in html
    assert "@import" not in html


@pytest.mark.parametrize("name", BOTH)
def test_every_indicator_of_the_table_leads_to_its_derivation(name: str) -> None:
    page = Page(summary_html(sheet_of(name)))
    codes = [score.code for score in sheet_of(name).indicators()]
    assert [value for key, value in page.attributes if key == "href"] == [f"#{code}" for code in codes]
    assert [value for key, value in page.attributes if key == "id"] == codes


@pytest.mark.parametrize("name", BOTH)
def test_the_page_shows_every_indicator_with_weight_score_and_rate(name: str) -> None:
    sheet = sheet_of(name)
    text = Page(summary_html(sheet)).text
    for score in sheet.indicators():
        assert f"{score.code} {score.name}" in text
        assert f"规则：{score.indicator.rule_text}" in text
        assert " ".join(score.derivation.text.split()) in text
    for level in sheet.levels:
        assert re.search(rf"{level.code} {level.name} {level.weight:.2f} {level.score:.2f} \d+\.\d\d%", text)


def test_the_page_shows_both_totals_the_self_score_deductions_overrides_and_findings() -> None:
    text = Page(summary_html(sheet_of(XINXIANG))).text
    for words in (
        "总分与等级 94.40 优",
        "完全按规则计算 94.07 优",
        "部门自评 99.68 优",
        "A1.2 绩效指标明确性 扣 3.00 分，见问题：绩效目标编报质量不高",
        "B1.2 预算调整率：按规则得 1.67 分，评价组调整为 2.00 分：",
        "自评 99.68（优），比评价得分高 5.28 分。",
        "合计 100.00 94.40 94.40%",
    ):
        assert words in text
    text = Page(summary_html(sheet_of(YANJIN))).text
    assert "A23 绩效指标明确性 扣 1.00 分， 未列入存在的问题" in text
    assert "扣分没有对应的问题" in text
    assert "部门自评" not in text


def test_a_text_of_the_case_is_shown_and_never_run() -> None:
    leaves = [leaf("K", "5", {"fixed": "0%"}, name=HOSTILE)]
    narrative: dict[str, Tree] = {"problems": [{"id": "P1", "title": HOSTILE, "indicators": ["K"]}]}
    override: Tree = {"score": "1", "reason": HOSTILE, "author": HOSTILE}
    case = small_case(
        leaves,
        narrative=narrative,
        judgements={"K": {"reason": HOSTILE, "override": override}},
        general={"name": HOSTILE, "department": HOSTILE, "self_evaluation": {"score": "90", "grade": HOSTILE}},
    )
    html = summary_html(evaluate(case))
    page = Page(html)
    assert "script" not in page.tags
    assert HOSTILE not in html
    assert html.count("&lt;script&gt;") >= 8
    assert HOSTILE in page.text


def test_what_was_not_scored_is_listed_with_the_reason_and_the_total_is_a_range() -> None:
    rules: list[Tree] = [{"name": "审计发现违规", "penalty": "2分", "at_most": "4分"}]
    leaves = [leaf("K", "5", {}), leaf("L", "5", {"checklist": {"points": ["100%"]}}, criteria=["甲"])]
    case = small_case(leaves, general={"total_rules": rules})
    text = Page(summary_html(evaluate(case))).text
    for words in (
        "总分与等级 86.00～100.00 等级待定",
        "K 指标K 规则未读懂 评分规则只有文字",
        "L 指标L 未能计算 缺少",
        "没有填列“审计发现违规”发生的次数",
    ):
        assert words in text


def test_rules_about_the_total_are_told_step_by_step() -> None:
    rules: list[Tree] = [{"name": "审计发现违规", "penalty": "2分"}]
    case = small_case([], general={"total_rules": rules, "total_events": {"审计发现违规": "2"}})
    assert "审计发现违规2次，每次扣2分：100 − 2 × 2＝96.00" in Page(summary_html(evaluate(case))).text
