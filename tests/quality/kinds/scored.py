"""Faults of scores: rows, names and codes of indicators, sums, deductions, and what the rules give."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.quality.evaluations import percent, points, wan
from tests.quality.kinds.departments import Judged, judged_otherwise
from tests.quality.kinds.editing import in_row, instead, made_wrong, put_in, table_with, without_row
from tests.quality.kinds.registry import Planting
from tests.quality.kinds.reports import sheets_of, written
from tests.quality.kinds.written import Report
from tests.quality.sheets import Paragraph, Sheets, Table

SCORES = Planting(written)


def _annex(report: Report) -> tuple[int, Table]:
    return table_with(report.sheets, "评分规则", "评分过程")


def _any(report: Report, random: Random, wanted: Callable[[Judged], bool] = lambda _: True) -> Judged | None:
    found = [each for each in report.about.department.judged if wanted(each)]
    return random.choice(found) if found else None


@SCORES.fault("score.missing_row")
def a_row_left_out_of_the_annex(report: Report, random: Random) -> Sheets | None:
    number, table = _annex(report)
    rows = [cells for cells in table.rows[2:-1] if len(cells) == 8]
    cells = random.choice(rows)
    return without_row(report.sheets, number, cells[0].text)


@SCORES.fault("score.missing_row")
def a_row_left_out_of_a_score_table(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: each.indicator.score > 0)
    assert each is not None
    number, _ = table_with(report.sheets, each.indicator.name, "得分率", "小计")
    return without_row(report.sheets, number, each.indicator.name)


@SCORES.fault("score.code_twice")
def a_code_used_for_two_indicators(report: Report, random: Random) -> Sheets | None:
    if not report.about.style.coded:
        return None
    number, _ = _annex(report)
    return in_row(report.sheets, number, "A1.2 ", "A1.2 ", "A1.1 ")


@SCORES.fault("score.code_differs")
def a_code_that_differs_in_the_annex(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random)
    if not report.about.style.coded or each is None:
        return None
    number, _ = _annex(report)
    code = each.indicator.code
    return in_row(report.sheets, number, f"{code} {each.indicator.name}", f"{code} ", f"{code[:-1]}9 ")


@SCORES.fault("score.name_differs")
def a_name_that_differs_by_a_character(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: each.indicator.name.endswith(("性", "率")))
    if not report.about.style.coded or each is None:
        return None
    number, _ = _annex(report)
    code, name = each.indicator.code, each.indicator.name
    return in_row(report.sheets, number, f"{code} {name}", f"{code} {name}", f"{code} {name[:-1]}度")


@SCORES.fault("score.name_differs")
def a_name_that_differs_in_the_analysis(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random)
    if not report.about.style.coded or each is None:
        return None
    code, name = each.indicator.code, each.indicator.name
    return instead(report.sheets, f"{code} {name}：", f"{code} {name[0]}项{name[1:]}：")


@SCORES.fault("score.count_differs")
def a_wrong_number_of_indicators(report: Report, random: Random) -> Sheets:
    number = len(report.about.department.judged)
    return instead(report.sheets, f"{number}个三级指标构成", f"{number + random.choice((-1, 1, 2))}个三级指标构成")


@SCORES.fault("score.count_differs")
def a_wrong_number_of_indicators_of_a_group(report: Report, random: Random) -> Sheets:
    return instead(report.sheets, "过程指标共包含2个二级指标", "过程指标共包含3个二级指标")


@SCORES.fault("score.over_weight")
def a_score_over_its_weight(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random)
    assert each is not None
    number, _ = table_with(report.sheets, each.indicator.name, "得分率", "小计")
    old, new = points(each.indicator.score), points(each.indicator.weight + 100)
    return in_row(report.sheets, number, each.indicator.name, old, new)


@SCORES.fault("score.deduction")
def a_deduction_that_does_not_fit_its_score(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: each.lost > 0)
    if each is None:
        return None
    name = each.indicator.name
    return instead(
        report.sheets,
        f"{name}（扣{points(each.lost)}分）",
        f"{name}（扣{points(each.lost + random.choice((50, 100)))}分）",
    )


@SCORES.fault("score.losers", "score.deduction")
def an_indicator_with_full_marks_among_those_that_lost(report: Report, random: Random) -> Sheets | None:
    kept, lost = _one_each(report, random)
    if kept is None or lost is None:
        return None
    return instead(report.sheets, f"{lost.indicator.name}（扣", f"{kept.indicator.name}（扣")


@SCORES.fault("score.losers")
def an_indicator_that_lost_points_left_out_of_their_list(report: Report, random: Random) -> Sheets | None:
    groups = [report.about.department.group_of(number) for number in range(4)]
    lists = [[each for each in group if each.lost] for group in groups]
    found = [listed for listed in lists if len(listed) > 1]
    if not found:
        return None
    listed = random.choice(found)
    told = "、".join(f"{each.indicator.name}（扣{points(each.lost)}分）" for each in listed)
    names = "、".join(each.indicator.name for each in listed[:-1])
    return instead(report.sheets, f"扣分的三级指标有{len(listed)}个：{told}。", f"扣分的三级指标为{names}。")


def _one_each(report: Report, random: Random) -> tuple[Judged | None, Judged | None]:
    """An indicator with full marks and one that lost points, of one group."""
    for number in random.sample(range(4), 4):
        group = report.about.department.group_of(number)
        kept, lost = [each for each in group if not each.lost], [each for each in group if each.lost]
        if kept and lost:
            return kept[0], lost[0]
    return None, None


@SCORES.fault("score.override")
def a_score_set_against_its_rule(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: each.lost > 0)
    if each is None:
        return None
    name, score = each.indicator.name, points(each.indicator.score)
    told = f"{name}按规则得{points(each.indicator.score - 50)}分，评价组调整为{score}分。"
    return put_in(report.sheets, f"{name}（扣", Paragraph((told,)))


@SCORES.fault("score.override")
def a_score_set_against_its_rule_in_the_annex(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: each.lost > 0)
    if each is None:
        return None
    score = points(each.indicator.score)
    number, _ = _annex(report)
    told = f"按规则得{points(each.indicator.score - 50)}分，评价组将得分调整为{score}分。"
    return in_row(report.sheets, number, each.indicator.name, f"得{score}分。", told)


@SCORES.fault("sum.scores")
def a_wrong_score_in_a_score_table(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "score")


@SCORES.fault("sum.weights", "duplicate")
def a_wrong_weight_in_a_score_table(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "weight")


@SCORES.fault("duplicate")
def a_total_that_differs_in_a_sentence(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "total_score")


@SCORES.fault("rate.quotient")
def a_wrong_rate_of_a_score(report: Report, random: Random) -> Sheets:
    return made_wrong(report.sheets, random, "score_rate")


def _judged_otherwise(report: Report, each: Judged, score: int, process: str = "") -> Sheets:
    """The report with another score of an indicator in all places and sums, so that only its rule is against it."""
    other = replace(each, indicator=replace(each.indicator, score=score), process=process or each.process)
    return sheets_of(judged_otherwise(report.about.department, other), report.about.style)


@SCORES.fault("rescore.by_rule")
def a_score_that_its_points_do_not_give(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: "不符合" in each.process and each.indicator.score > 0)
    return None if each is None else _judged_otherwise(report, each, each.indicator.score // 2)


@SCORES.fault("rescore.by_rule")
def points_not_met_that_took_nothing_off(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: "不符合" in each.process)
    return None if each is None else _judged_otherwise(report, each, each.indicator.weight)


@SCORES.fault("rescore.by_rule")
def a_score_that_its_rate_does_not_give(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: each.indicator.name.endswith(("完成率", "合格率")))
    assert each is not None
    return _judged_otherwise(report, each, each.indicator.score - random.choice((20, 40)))


@SCORES.fault("rescore.by_rule")
def a_target_reached_that_took_points_off(report: Report, random: Random) -> Sheets | None:
    each = report.about.department.named(random.choice(("在职人员控制率", "预算执行率", "服务对象满意度")))
    return _judged_otherwise(report, each, each.indicator.weight - 50)


@SCORES.fault("rescore.not_earnable", "rescore.by_rule")
def a_score_that_no_number_of_points_gives(report: Report, random: Random) -> Sheets | None:
    each = _any(report, random, lambda each: "符合" in each.process)
    assert each is not None
    return _judged_otherwise(report, each, each.indicator.weight * 9 // 10, "经核查基本达到要求")


def _netted(report: Report) -> Sheets:
    """The budget adjusted by the difference of what was raised and cut, and full points for it."""
    about = report.about.department
    initial = sum(item.initial for item in about.evaluation.basic + about.evaluation.projects)
    net = about.raised - about.cut
    rate = percent(Fraction(net, initial))
    told = f"年初预算数{wan(initial)}万元，调增{wan(net)}万元，预算调整率=（{wan(net)}/{wan(initial)}）×100%={rate}"
    each = about.named("预算调整率")
    return _judged_otherwise(report, each, each.indicator.weight, told)


@SCORES.fault("rescore.net_adjustment")
def a_rate_of_adjustment_by_the_net_amount(report: Report, _: Random) -> Sheets:
    return _netted(report)


@SCORES.fault("rescore.net_score")
def a_score_by_the_net_amount(report: Report, _: Random) -> Sheets:
    return _netted(report)
