"""report.html: self-contained, escaped, numbered, and every score opens its derivation."""

import re
from itertools import pairwise

import pytest
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, case_of, leaf, nodes, sheet_of, small_case
from tests.evaluation.published import GROUPS, SCORES, TOTALS
from tests.reports.page.reading import Page

from jixiao.evaluation import Case, evaluate
from jixiao.packs.trees import Tree
from jixiao.reports.content.building import report_of
from jixiao.reports.content.parts import Column, Table
from jixiao.reports.page import report_html
from jixiao.reports.page.tables import Targets, placed_table

HOSTILE = "<script>alert('x')</script><b>&amp;"
NOTICE = "关于印发<某指南>的通知"


def html_of(case: Case) -> str:
    sheet = evaluate(case)
    return report_html(case, sheet, report_of(case, sheet))


def page_of(case: Case) -> Page:
    return Page(html_of(case))


def headings(html: str, level: int) -> list[str]:
    return re.findall(rf"<h{level} id=[^>]*>([^<]*)</h{level}>", html)


@pytest.mark.parametrize("name", BOTH)
def test_the_page_loads_nothing_from_anywhere(name: str) -> None:
    html = html_of(case_of(name))
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
    assert not [value for key in ("src", "action", "onclick", "style") for value in page.values(key)]
    assert all(value.startswith("#") for value in page.values("href"))
    assert "http" not in html
    assert "url(" not in html
    assert "@import" not in html


@pytest.mark.parametrize("name", BOTH)
def test_every_link_leads_to_one_place_of_the_page(name: str) -> None:
    page = page_of(case_of(name))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value.removeprefix("#") for value in page.values("href")} <= set(ids)


@pytest.mark.parametrize("name", BOTH)
def test_every_score_opens_its_rule_its_derivation_its_steps_and_its_facts(name: str) -> None:
    page = page_of(case_of(name))
    for score in sheet_of(name).indicators():
        assert f"#score-{score.code}" in page.values("href")
        shown = page.within[f"score-{score.code}"]
        assert " ".join(score.indicator.rule_text.split()) in shown
        assert " ".join(score.derivation.text.split()) in shown
        assert all(step.value in shown for step in score.derivation.steps if step.value is not None)
        assert all(fact in shown for fact in score.facts)


@pytest.mark.parametrize("name", BOTH)
def test_the_score_of_every_group_and_the_total_open_their_sums(name: str) -> None:
    page = page_of(case_of(name))
    for node in nodes(sheet_of(name).levels):
        assert f"#score-{node.code}" in page.values("href")
        assert node.derivation.text in page.within[f"score-{node.code}"] or node.code in SCORES[name]
    assert "#total" in page.values("href")
    for level in sheet_of(name).levels:
        assert f"{level.name} {level.score:.2f}" in page.within["total"]


@pytest.mark.parametrize("name", BOTH)
def test_every_score_that_is_a_link_is_that_of_the_indicator_it_leads_to(name: str) -> None:
    links = re.findall(r'<a href="#(score-[^"]+|total)">([\d.]+%?)</a>', html_of(case_of(name)))
    scores = {code: score for code, (_, score) in SCORES[name].items()} | {"total": TOTALS[name][0]}
    scores |= {code: score for code, (_, score, _) in GROUPS[name].items()}
    rates = {code: rate for code, (_, _, rate) in GROUPS[name].items()}
    assert len(links) > len(scores) * 2
    for target, text in links:
        code = target.removeprefix("score-")
        if not text.endswith("%"):
            assert text == scores[code]
        elif code in rates:
            assert text == rates[code]


@pytest.mark.parametrize("name", BOTH)
def test_chapters_and_sections_are_counted_without_gaps(name: str) -> None:
    html = html_of(case_of(name))
    counted = [re.match("[一二三四五六七八九十]+、", heading) for heading in headings(html, 2)]
    assert [match[0] for match in counted if match] == [f"{number}、" for number in "一二三四五六七八"]
    assert [heading for heading in headings(html, 3) if heading.startswith("（一）")]
    numbers = [int(match[1]) for heading in headings(html, 4) if (match := re.match(r"(\d+)\.", heading))]
    assert all(after in (1, before + 1) for before, after in pairwise(numbers))


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("kind", ["表", "图", "附表"])
def test_tables_and_figures_are_counted_within_each_chapter(name: str, kind: str) -> None:
    captions = re.findall(rf"<figcaption>{kind}(\d+)-(\d+)  \S", html_of(case_of(name)))
    assert captions
    counted: dict[str, list[int]] = {}
    for chapter, number in captions:
        counted.setdefault(chapter, []).append(int(number))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in counted.values())


def test_the_top_shows_both_totals_the_self_score_and_what_was_checked() -> None:
    text = page_of(case_of(XINXIANG)).text
    for words in ("总分与等级 94.40 优", "完全按规则计算 94.07 优", "部门自评 99.68 优", "投入 12.00 / 15.00"):
        assert words in text
    assert "部门自评 " not in page_of(case_of(YANJIN)).text


def test_the_last_part_lists_what_remains_to_be_checked() -> None:
    text = page_of(case_of(XINXIANG)).text.rpartition("复核清单")[2]
    for words in (
        "A1.2 绩效指标明确性 扣 3.00 分，见问题：绩效目标编报质量不高",
        "B1.2 预算调整率 ：按规则得 1.67 分，评价组调整为 2.00 分：",
        "自评 99.68（优），比评价得分高 5.28 分。",
    ):
        assert words in text
    text = page_of(case_of(YANJIN)).text.rpartition("复核清单")[2]
    assert "A23 绩效指标明确性 扣 1.00 分， 未列入存在的问题" in text
    assert all(relation in text for relation in sheet_of(YANJIN).relations.open)
    assert all(finding.explanation in text for finding in sheet_of(YANJIN).findings)


def test_a_text_of_the_case_is_shown_and_never_run() -> None:
    narrative: dict[str, Tree] = {
        "problems": [{"id": "P1", "title": HOSTILE, "indicators": ["K"]}],
        "practices": [{"title": NOTICE, "text": NOTICE}],
    }
    override: Tree = {"score": "1", "reason": HOSTILE, "author": HOSTILE}
    case = small_case(
        [leaf("K", "5", {"fixed": "0%"}, name=HOSTILE)],
        narrative=narrative,
        judgements={"K": {"reason": HOSTILE, "override": override}},
        general={"name": HOSTILE, "department": HOSTILE, "self_evaluation": {"score": "90", "grade": HOSTILE}},
    )
    html = html_of(case)
    page = Page(html)
    assert "script" not in page.tags
    assert HOSTILE not in html
    assert html.count("&lt;script&gt;") >= 8
    assert HOSTILE in page.text
    assert page.text.count(NOTICE) >= 2


@pytest.mark.parametrize("code", ["A 1", "<K>", '"K"', "一", "total", "part-1"])
def test_a_code_of_any_form_leads_to_its_derivation(code: str) -> None:
    page = page_of(small_case([leaf(code, "5", {"fixed": "50%"})]))
    targets = [value.removeprefix("#") for value in page.values("href") if value.startswith("#score-")]
    shown = {target: page.within[target] for target in targets}
    assert [target for target, text in shown.items() if "5 × 50%" in text]
    assert len(page.values("id")) == len(set(page.values("id")))
    assert not [value for value in page.values("id") if " " in value]


def test_what_was_not_scored_is_a_range_above_and_a_reason_below() -> None:
    rules: list[Tree] = [{"name": "审计发现违规", "penalty": "2分", "at_most": "4分"}]
    leaves = [leaf("K", "5", {}), leaf("L", "5", {"checklist": {"points": ["100%"]}}, criteria=["甲"])]
    text = page_of(small_case(leaves, general={"total_rules": rules})).text
    assert "总分与等级 86.00～100.00 等级待定" in text
    for words in ("K 指标K 规则未读懂 评分规则没有读懂", "L 指标L 未能计算 缺少", "没有填列“审计发现违规”发生的次数"):
        assert words in text


def test_the_total_opens_what_was_done_to_it() -> None:
    rules: list[Tree] = [{"name": "审计发现违规", "penalty": "2分"}]
    case = small_case([], general={"total_rules": rules, "total_events": {"审计发现违规": "2"}})
    assert "审计发现违规2次，每次扣2分：100 − 2 × 2＝96.00" in page_of(case).within["total"]


def test_the_sum_of_a_table_without_indicators_leads_nowhere() -> None:
    columns = (Column("指标"), Column("得分"))
    targets = Targets({"A 投入": "score-A"}, {"合计": "total"})
    own = Table("自评得分", columns, (("投入", "15"), ("合计", "90")))
    ours = Table("总得分", columns, (("A 投入", "12.00"), ("合计", "94.40"), ("A 投入", "—")))

    def led(table: Table) -> list[str]:
        return [row.cells[-1].target for row in placed_table(table, "", targets).rows]

    assert led(own) == ["", ""]
    assert led(ours) == ["score-A", "total", ""]
