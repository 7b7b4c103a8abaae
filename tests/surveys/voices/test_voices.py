"""Other voices beside the survey: tables of call-backs, complaints and ratings, their rates and contradictions."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from jixiao.findings import Finding, Severity
from jixiao.refusals import Refusal
from jixiao.surveys.results import VoiceResult
from jixiao.surveys.study import Voice
from jixiao.surveys.voices import voice_result

CALLS = "月份,回访数,有效回访数,满意数,不满意数,整改数,满意率"


def voice(folder: Path, *lines: str, kind: str = "电话回访", **stated: str) -> VoiceResult:
    """What a table of those lines comes to."""
    (folder / "表.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return voice_result(Voice.model_validate({"kind": kind, "file": "表.csv", **stated}), folder)


def rates(result: VoiceResult) -> dict[str, Fraction | None]:
    return {rate.formula: rate.value for rate in result.rates}


def titles(result: VoiceResult) -> list[str]:
    return [finding.title for finding in result.findings]


def only(result: VoiceResult) -> Finding:
    (finding,) = result.findings
    return finding


def test_each_rate_is_of_the_base_it_names(tmp_path: Path) -> None:
    result = voice(tmp_path, CALLS, "3月,1200,1000,980,20,15,98%", "4月,800,500,490,10,10,98.0%")
    assert rates(result) == {
        "满意率＝满意数÷有效回访数": Fraction(1470, 1500),
        "有效率＝有效回访数÷回访数": Fraction(1500, 2000),
        "整改率＝整改数÷不满意数": Fraction(25, 30),
    }
    assert result.total.counts == (2000, 1500, 1470, 30, 25)
    assert result.findings == ()


def test_a_rate_of_the_calls_made_is_not_that_of_those_reached(tmp_path: Path) -> None:
    finding = only(voice(tmp_path, CALLS, "3月,1200,1000,980,20,15,81.67%"))
    assert finding.severity is Severity.ERROR
    assert (finding.stated, finding.expected) == ("81.67%", "98.00%")
    assert finding.hint == "除以回访数 1200 可以得到印出的数，回访数不是满意率的基数"
    assert finding.places[0].row == 2


def test_who_is_not_satisfied_follows_where_no_column_says_it(tmp_path: Path) -> None:
    result = voice(tmp_path, "月份,有效回访数,满意数,整改数", "3月,1000,980,15")
    assert rates(result)["整改率＝整改数÷不满意数（有效回访数－满意数）"] == Fraction(15, 20)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("3月,1200,1000,1001,0,0,", "3月的满意数 1001 多于有效回访数 1000"),
        ("3月,900,1000,990,10,0,", "3月的有效回访数 1000 多于回访数 900"),
        ("3月,1200,1000,990,11,0,", "3月的满意数、不满意数之和 1001 多于有效回访数 1000"),
        ("3月,1200,1000,990,10,11,", "3月的整改数 11 多于不满意数 10"),
    ],
)
def test_a_part_beyond_its_whole_is_an_error(tmp_path: Path, line: str, title: str) -> None:
    finding = only(voice(tmp_path, CALLS, line))
    assert (finding.severity, finding.title) == (Severity.ERROR, title)


def test_rows_that_add_up_others_are_checked_and_not_added(tmp_path: Path) -> None:
    result = voice(
        tmp_path,
        "月份,回访数,有效回访数,满意数",
        "1月,100,90,80",
        "2月,100,90,80",
        "一季度小计,200,180,161",
        "4月,50,40,40",
        "二季度小计,50,40,40",
        "合计,250,221,200",
    )
    assert result.total.counts == (250, 220, 200, None, None)
    assert titles(result) == [
        "一季度小计的满意数印为 161，各行之和为 160",
        "合计的有效回访数印为 221，各行之和为 220",
    ]


def test_what_the_report_says_is_held_against_the_table(tmp_path: Path) -> None:
    result = voice(tmp_path, CALLS, "3月,1200,1000,980,20,15,", stated="11406", stated_rate="100%")
    assert titles(result) == ["正文写明 11406 次，统计表的有效回访数合计为 1000", "正文的满意率印为 100%，应为 98.00%"]


def test_call_backs_by_the_thousand_without_a_table_are_pointed_out(tmp_path: Path) -> None:
    stated = {"kind": "现场回访", "title": "电话及现场回访", "stated": "11406", "stated_rate": "100.00%"}
    result = voice_result(Voice.model_validate(stated), tmp_path)
    assert (result.rows, result.rates, result.total.stated_rate) == ((), (), "100.00%")
    missing, too_good = result.findings
    assert "报告写明 11406 次、满意率 100.00%" in missing.explanation
    assert (missing.severity, too_good.severity) == (Severity.WARNING, Severity.NOTE)
    named = voice_result(Voice.model_validate({**stated, "file": "附件三.xlsx"}), tmp_path)
    assert "“附件三.xlsx”没有提供" in named.findings[0].explanation
    empty = voice(tmp_path, CALLS, stated="11406")
    assert empty.findings[0].check == "survey.voice_annex_missing"


@pytest.mark.parametrize(("line", "is_odd"), [("全年,5000,4000,4000,0,0,", True), ("全年度,5000,999,999,0,0,", False)])
def test_thousands_all_satisfied_are_worth_a_look(tmp_path: Path, line: str, is_odd: bool) -> None:
    result = voice(tmp_path, CALLS, line.replace("全年度", "本年").replace("全年", "本年"))
    assert ("survey.voice_all_satisfied" in [finding.check for finding in result.findings]) is is_odd


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("月份,回访数,有效回访数", "1,3月,1200,1140", "“回访数”一列：读到“3月”"),
        ("序号,回访数,有效回访数,满意数", "1,3月,1200,1140", "“回访数”一列：读到“3月”"),
        ("甲,乙,丙", "1,2,3", "没有认得出的表头"),
    ],
)
def test_headings_above_other_columns_are_refused(tmp_path: Path, head: str, line: str, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        voice(tmp_path, head, line)


def test_a_cell_that_is_no_count_is_named_and_its_column_has_no_sum(tmp_path: Path) -> None:
    result = voice(tmp_path, CALLS, "3月,1200,约一千,980,20,15,", "4月,1200,1000,980,20,15,", "5月,1,1,1,0,0,")
    assert result.total.counts[1] is None
    assert titles(result) == ["读不出的数：“约一千”"]
    assert str(result.findings[0].places[0]) == "表.csv，第 2 行“有效回访数”"


def test_columns_that_are_not_known_are_named(tmp_path: Path) -> None:
    assert titles(voice(tmp_path, "月份,回访数,有效回访数,满意数,备注", "3月,9,8,7,无")) == ["没有读取的列：备注"]


def test_complaints_take_those_who_were_asked_as_base_where_they_are_counted(tmp_path: Path) -> None:
    head = "月份,受理件数,按期办结数,办结数,评价数,满意数"
    result = voice(tmp_path, head, "1月,100,90,95,50,40", kind="12345投诉")
    assert rates(result) == {
        "满意率＝满意数÷评价数": Fraction(4, 5),
        "按期办结率＝按期办结数÷受理数": Fraction(9, 10),
        "解决率＝解决数÷受理数": Fraction(19, 20),
    }
    without = voice(tmp_path, "月份,受理件数,满意数", "1月,100,40", kind="12345投诉")
    assert rates(without)["满意率＝满意数÷受理数"] == Fraction(2, 5)


def test_a_rate_whose_base_is_not_counted_names_it_and_has_no_value(tmp_path: Path) -> None:
    result = voice(tmp_path, "月份,回访数,满意数", "1月,100,40")
    assert rates(result)["满意率＝满意数÷有效回访数"] is None


def test_ratings_are_good_from_satisfied_in_the_main_upwards(tmp_path: Path) -> None:
    head = "渠道,非常满意,满意,基本满意,不满意,非常不满意,差评整改数"
    result = voice(tmp_path, head, "大厅,900,50,30,15,5,18", kind="好差评")
    found = {rate.name: (rate.base, rate.value) for rate in result.rates}
    assert found["好评率"] == ("评价数（非常满意＋满意＋基本满意＋不满意＋非常不满意）", Fraction(98, 100))
    assert found["差评整改率"] == ("差评数（不满意＋非常不满意）", Fraction(18, 20))


def test_a_workbook_with_a_title_and_rates_as_numbers_is_read_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["回访统计表"],
        ["月份", "回访数（次）", "有效回访数", "满意数", "满意率"],
        ["3月", 120, 100, 98, 0.98],
    ):
        sheet.append(row)
    book.save(tmp_path / "表.xlsx")
    result = voice_result(Voice.model_validate({"kind": "现场回访", "file": "表.xlsx"}), tmp_path)
    assert (result.total.counts[:3], result.findings) == ((120, 100, 98), ())


def test_a_file_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="同一文件夹里的文件"):
        voice_result(Voice.model_validate({"kind": "好差评", "file": "../表.csv"}), tmp_path)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*[st.integers(0, 999)] * 4), min_size=1, max_size=8))
def test_a_table_that_is_right_has_nothing_to_be_said(tmp_path: Path, months: list[tuple[int, ...]]) -> None:
    rows = []
    for not_reached, satisfied, rectified, open_ in months:
        bad = rectified + open_
        reached = satisfied + bad
        rate = f"{satisfied / reached:.6%}" if reached else ""
        rows.append((reached + not_reached, reached, satisfied, bad, rectified, rate if reached else "-"))
    lines = [f"{number}月,{','.join(map(str, row))}" for number, row in enumerate(rows, 1)]
    sums = [str(sum(int(row[place]) for row in rows)) for place in range(5)]
    result = voice(tmp_path, CALLS, *lines, f"合计,{','.join(sums)},")
    told = [finding for finding in result.findings if finding.check != "survey.voice_all_satisfied"]
    assert told == []
    assert [str(count) for count in result.total.counts] == sums
