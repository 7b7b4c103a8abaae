"""Faults of words in a report: annexes, citations, dates, numbers of headings and tables, names, counts, targets."""

from dataclasses import replace
from random import Random

from tests.quality.kinds.editing import cut, instead, place_of, put_in, table_with, with_rows
from tests.quality.kinds.registry import Dossier, Planting
from tests.quality.kinds.reports import Evaluated, written
from tests.quality.sheets import Paragraph, Sheets

IN_REPORT = Planting(written)
Report = Dossier[Evaluated]
_OTHER_COUNTIES = ("长河县", "白石县", "青龙县")


@IN_REPORT.fault("annex.empty")
def an_annex_with_nothing_below_its_title(report: Report, _: Random) -> Sheets:
    return cut(report.sheets, "评价组访谈了服务对象代表", None)


@IN_REPORT.fault("annex.missing")
def an_annex_promised_and_not_there(report: Report, _: Random) -> Sheets:
    return cut(report.sheets, "附件3：访谈记录", None)


IN_REPORT.swap("an annex of a number that none has", "annex.missing", ("访谈情况详见附件3", "访谈情况详见附件5"))
IN_REPORT.swap("square brackets in a document number", "citation.number_form", ("财预〔2020〕10号", "财预[2020]10号"))
IN_REPORT.swap(
    "round brackets in a document number", "citation.number_form", ("豫财效〔2020〕10号", "豫财效（2020）10号")
)


def _cited(report: Report, sentence: str) -> Sheets:
    return put_in(report.sheets, "（三）评价原则和方法", Paragraph((sentence,)))


@IN_REPORT.fault("citation.two_numbers")
def a_document_cited_with_two_numbers(report: Report, random: Random) -> Sheets:
    number = random.choice((1, 11, 19, 100))
    return _cited(report, f"评价按照《项目支出绩效评价管理办法》（财预〔2020〕{number}号）的要求开展。")


@IN_REPORT.fault("citation.one_number")
def two_documents_under_one_number(report: Report, _: Random) -> Sheets:
    return _cited(report, "会计核算按照《政府会计准则基本准则》（财预〔2020〕10号）的要求核查。")


@IN_REPORT.fault("citation.issuer_differs")
def an_issuer_with_one_character_wrong(report: Report, _: Random) -> Sheets:
    return _cited(report, "资金管理按照宛政物办字〔2021〕5号的要求核查。")


def _year(report: Report) -> int:
    return report.about.department.evaluation.year


@IN_REPORT.fault("date.no_such_day")
def a_day_that_no_calendar_has(report: Report, random: Random) -> Sheets:
    day = random.choice(("2月30日", "4月31日", "13月5日", "6月31日"))
    return instead(report.sheets, f"{_year(report) + 1}年3月5日进驻", f"{_year(report) + 1}年{day}进驻")


@IN_REPORT.fault("date.period")
def a_period_that_ends_before_it_begins(report: Report, _: Random) -> Sheets:
    year = _year(report)
    return instead(report.sheets, f"{year}年1月1日至{year}年12月31日", f"{year}年1月1日至{year - 1}年12月31日")


@IN_REPORT.fault("date.after_report")
def a_reference_day_behind_the_report(report: Report, _: Random) -> Sheets:
    year = _year(report)
    return instead(report.sheets, f"评价基准日为{year}年12月31日", f"评价基准日为{year + 1}年12月31日")


@IN_REPORT.fault("date.period")
def a_period_in_months_that_ends_before_it_begins(report: Report, _: Random) -> Sheets:
    year = _year(report)
    told = Paragraph((f"服务站点改造的建设期为{year}年9月至{year}年3月。",))
    return put_in(report.sheets, "服务站点覆盖率为", told)


@IN_REPORT.fault("rate.over_hundred")
def a_rate_of_coverage_above_a_hundred(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "覆盖率为96.50%", "覆盖率为106.50%")


@IN_REPORT.fault("date.stages")
def a_stage_before_the_one_above_it(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "3月13日—4月10日", "2月13日—2月28日")


@IN_REPORT.fault("numbering.headings")
def a_heading_number_skipped(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "（四）评价工作过程", "（五）评价工作过程")


@IN_REPORT.fault("numbering.headings")
def a_heading_number_repeated(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "（三）评价原则和方法", "（二）评价原则和方法")


@IN_REPORT.fault("numbering.headings")
def a_chapter_number_skipped(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "六、有关建议", "七、有关建议")


IN_REPORT.swap(
    "a chapter with the title of a section", "numbering.heading_twice", ("七、其他需要说明的问题", "七、部门绩效目标")
)


@IN_REPORT.fault("numbering.tables")
def a_table_number_used_twice(report: Report, _: Random) -> Sheets:
    dash = report.about.style.dash
    return instead(report.sheets, f"表1{dash}4 ", f"表1{dash}3 ")


@IN_REPORT.fault("numbering.tables")
def a_table_before_one_of_a_smaller_number(report: Report, _: Random) -> Sheets:
    dash = report.about.style.dash
    return instead(report.sheets, f"表1{dash}3 ", f"表1{dash}9 ")


IN_REPORT.swap("a table referred to and not there", "numbering.table_missing", ("各项费用见表1-3", "各项费用见表1-8"))


@IN_REPORT.fault("crossing.part_of_period")
def some_months_that_count_more_than_the_year(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "宣传稿件51篇", "宣传稿件61篇")


@IN_REPORT.fault("crossing.project_names")
def a_project_told_under_another_name(report: Report, random: Random) -> Sheets:
    number, item = random.choice(list(enumerate(report.about.department.evaluation.projects, 1)))
    return instead(report.sheets, f"{number}.{item.name}：", f"{number}.企业帮扶补助项目：")


@IN_REPORT.fault("crossing.problem_titles")
def a_problem_titled_otherwise_in_the_summary(report: Report, random: Random) -> Sheets:
    name = random.choice(report.about.department.losers).indicator.name
    return instead(report.sheets, f".{name}不足", f".{name}工作水平不高")


@IN_REPORT.fault("crossing.other_place")
def the_same_office_of_another_county(report: Report, random: Random) -> Sheets:
    office = report.about.department.evaluation.office
    return put_in(
        report.sheets, "服务对象代表参加验收", Paragraph((f"{random.choice(_OTHER_COUNTIES)}{office}制定了服务制度。",))
    )


IN_REPORT.swap("a count announced and not kept", "sentence.announced_count", ("从三个方面开展", "从四个方面开展"))


@IN_REPORT.fault("target.empty_bound")
def a_rate_to_be_reached_with_an_upper_bound(report: Report, _: Random) -> Sheets:
    return _target(report, "技术培训完成率", "≤100%")


@IN_REPORT.fault("target.reversed")
def a_rate_to_be_kept_down_with_a_lower_bound(report: Report, _: Random) -> Sheets:
    return _target(report, "有效投诉率", "≥2%")


def _target(report: Report, name: str, target: str) -> Sheets:
    number, table = table_with(report.sheets, name, "指标值")
    rows = [
        (*cells[:-1], replace(cells[-1], piece=target)) if any(cell.text == name for cell in cells) else cells
        for cells in table.rows
    ]
    return with_rows(report.sheets, number, tuple(rows))


IN_REPORT.swap("grade bands with a gap", "score.grade_bands", ("60（含）—80分为中", "60（含）—75分为中"))
IN_REPORT.swap("grade bands that overlap", "score.grade_bands", ("80（含）—90分为良", "75（含）—90分为良"))


@IN_REPORT.fault("score.grade", "score.grade_bands")
def a_grade_word_against_the_bands(report: Report, random: Random) -> Sheets:
    grade = report.about.department.evaluation.grade
    other = random.choice([each for each in "优良中差" if each != grade])
    at = place_of(report.sheets, "绩效等级为“")
    block = report.sheets.blocks[at]
    assert isinstance(block, Paragraph)
    text = block.text.replace(f"绩效等级为“{grade}”", f"绩效等级为“{other}”")
    blocks = list(report.sheets.blocks)
    blocks[at] = Paragraph((text,))
    return replace(report.sheets, blocks=tuple(blocks))


@IN_REPORT.fault("count.whole_growth")
def a_growth_that_no_whole_number_gives(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "同比增长25.78%", "同比增长25.62%")


@IN_REPORT.fault("sentence.part_exceeds")
def a_part_above_its_whole_in_a_sentence(report: Report, _: Random) -> Sheets:
    return instead(report.sheets, "其中办公设备盘亏2.10万元", "其中办公设备盘亏5.10万元")
