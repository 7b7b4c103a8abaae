"""scores.xlsx: live formulas that give what is stored, texts that stay texts, no number where a score is open."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.evaluation.cases import BOTH, XINXIANG, YANJIN, case_of, leaf, sheet_of, small_case
from tests.evaluation.published import GROUPS, SCORES, TOTALS
from tests.recompute import recompute

from jixiao.evaluation import Case, evaluate
from jixiao.packs.trees import Tree
from jixiao.reports.scores import scores_xlsx

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "<r><t>x</t></r>", "<r>&</r>", "_x0041_", "http://a.example/", "007")
_CELL = re.compile(r"(?:(\w+)!)?([A-Z])(\d+)(?::[A-Z](\d+))?")


class Read:
    """A workbook read back twice: its formulas, and the values stored beside them."""

    def __init__(self, data: bytes) -> None:
        self.formulas: Workbook = load_workbook(io.BytesIO(data))
        self.values: Workbook = load_workbook(io.BytesIO(data), data_only=True)

    def value(self, sheet: str, name: str) -> Any:
        return self.values[sheet][name].value

    def live(self) -> Iterator[tuple[str, str, str]]:
        """Every formula: its sheet, its cell, itself."""
        for sheet in self.formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield sheet.title, cell.coordinate, str(cell.value)

    def recomputed(self, sheet: str, formula: str) -> Fraction:
        """What a formula gives by a pocket calculator over the stored values it refers to."""

        def figures(match: re.Match[str]) -> str:
            where, column, first, last = match.groups()
            rows = range(int(first), int(last or first) + 1)
            found = [self.value(where or sheet, f"{column}{row}") for row in rows]
            return ",".join(repr(number) for number in found if isinstance(number, int | float)) or "0"

        text = _CELL.sub(figures, formula.removeprefix("="))
        text = re.sub(r"SUM\(([^()]*)\)", lambda sum_: "(" + sum_[1].replace(",", "+") + ")", text)
        return recompute(
            text.replace("ROUND", "round").replace("MIN", "min").replace("MAX", "max").replace("ABS", "abs")
        )


def read(case: Case) -> Read:
    return Read(scores_xlsx(case, evaluate(case)))


def rows_under(sheet: Worksheet, heading: str) -> list[dict[str, Any]]:
    """The rows of a sheet below the row that holds the heading, by the headings."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(number for number, row in enumerate(rows) if heading in row)
    return [dict(zip(map(str, rows[start]), row, strict=True)) for row in rows[start + 1 :]]


def texts_of(book: Workbook) -> list[str]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


@pytest.mark.parametrize("name", BOTH)
def test_every_formula_gives_the_value_stored_beside_it(name: str) -> None:
    book = read(case_of(name))
    formulas = list(book.live())
    assert len(formulas) > 100
    for sheet, cell, formula in formulas:
        assert Fraction(repr(book.value(sheet, cell))) == book.recomputed(sheet, formula), (sheet, cell, formula)


@pytest.mark.parametrize("name", BOTH)
def test_the_score_table_holds_the_published_scores_sums_and_rates(name: str) -> None:
    book = read(case_of(name))
    rows = rows_under(book.values["得分表"], "得分率")
    leaves = {row["编码"]: row for row in rows if row["权重"] is not None and row["指标"]}
    assert {code: (f"{row['权重']:.2f}", f"{row['得分']:.2f}") for code, row in leaves.items()} == SCORES[name]
    sums = [(f"{row['权重']:.2f}", f"{row['得分']:.2f}", f"{row['得分率']:.2%}") for row in rows if not row["指标"]]
    assert sorted(sums[:-1]) == sorted(GROUPS[name].values())
    assert sums[-1][1] == TOTALS[name][0]


@pytest.mark.parametrize("name", BOTH)
def test_sums_rates_and_totals_are_live(name: str) -> None:
    rows = rows_under(read(case_of(name)).formulas["得分表"], "得分率")
    for row in rows:
        assert str(row["得分率"]).startswith("=ROUND(")
        if not row["指标"]:
            assert [str(row[key])[:5] for key in ("权重", "得分", "按规则得分")] == ["=SUM("] * 3


def test_every_step_with_arithmetic_is_printed_and_live() -> None:
    book = read(case_of(XINXIANG))
    live = rows_under(book.formulas["得分过程"], "算式")
    stored = rows_under(book.values["得分过程"], "算式")
    (number,) = [number for number, row in enumerate(stored) if row["内容"] == "得分（四舍五入到两位小数）"]
    assert stored[number]["算式"] == "round(2 − ((38.93 + 19.01) ÷ 434.66 − 10%) ÷ 1% × 2 × 5%, 2)"
    assert live[number]["结果"] == "=ROUND(ROUND(2 - ((38.93 + 19.01) / 434.66 - 10%) / 1% * 2 * 5%, 2),2)"
    assert stored[number]["结果"] == 1.67
    for row, formula in zip(stored, live, strict=True):
        assert bool(row["算式"]) == str(formula["结果"]).startswith("="), row


def test_the_first_level_has_a_chart_of_its_own_cells() -> None:
    package = zipfile.ZipFile(io.BytesIO(scores_xlsx(case_of(XINXIANG), sheet_of(XINXIANG))))
    chart = package.read("xl/charts/chart1.xml").decode()
    assert '<c:barDir val="bar"/>' in chart
    names, values = re.findall(r"<c:f>([^<]*)</c:f>", chart)
    book = read(case_of(XINXIANG))
    top, bottom = re.findall(r"\$B\$(\d+)", names)
    assert [book.value("总分与等级", f"B{row}") for row in range(int(top), int(bottom) + 1)] == [
        *("投入", "过程", "产出", "效果")
    ]
    assert values == names.replace("B", "E")


def test_overrides_deductions_facts_and_findings_have_their_sheets() -> None:
    book = read(case_of(YANJIN))
    (override,) = rows_under(book.values["与规则不同的得分"], "理由")
    assert (override["编码"], override["按规则得分"], override["调整后得分"], override["相差"]) == ("A21", 1, 0.5, -0.5)
    lost = rows_under(book.values["扣分与问题"], "扣分")
    assert lost[-1]["扣分"] == sum(row["扣分"] for row in lost[:-1]) == 14
    facts = {(row["数据名称"], row["口径"], row["年度"]): row for row in rows_under(book.values["基础数据"], "出处")}
    assert len(facts) > 5
    findings = rows_under(book.values["核对事项"], "说明")
    sheet = sheet_of(YANJIN)
    assert [row["编号"] for row in findings if row["编号"]] == [finding.id for finding in sheet.findings]
    assert [row["说明"] for row in findings if not row["编号"]] == list(sheet.relations.open)


def test_a_fact_stands_with_its_place_value_unit_and_users() -> None:
    rows = rows_under(read(case_of(XINXIANG)).values["基础数据"], "出处")
    (row,) = [row for row in rows if row["数据名称"] == "支出总额" and row["口径"] == "追加"]
    assert (row["年度"], row["数值"], row["计量单位"], row["用于指标"]) == ("2023", 38.93, "万元", "B1.2")
    assert "支出预决算.csv" in row["出处"]


def test_satisfaction_is_live_over_the_counts_of_every_question() -> None:
    rows = rows_under(read(case_of(YANJIN)).values["满意度调查"], "不了解")
    composites = {row["调查对象"]: row for row in rows if row["题目"] == "综合满意度"}
    assert sorted(f"{row['满意度']:.2%}" for row in composites.values()) == ["92.31%", "97.88%"]
    public = next(row for row in composites.values() if f"{row['满意度']:.2%}" == "92.31%")
    assert public["区间"] == "95%的区间为86.59%至98.03%（只有各选项份数，按各题完全相关保守估计）"
    (complaints,) = [row for row in rows if row["题目"] == "投诉处理"]
    assert (complaints["不了解"], complaints["有效填写"], complaints["计入综合"]) == (4, 74, "否")
    assert "满意度调查" not in read(small_case([leaf("K", "5", {})])).values.sheetnames


def test_where_a_score_is_open_no_number_stands_for_it_or_its_sums() -> None:
    book = read(small_case([leaf("K", "5", {})]))
    rows = rows_under(book.values["得分表"], "得分率")
    unread, full, group, level, total = rows
    assert (unread["得分"], unread["得分率"], unread["情况"]) == (None, None, "规则未读懂")
    assert (full["得分"], full["得分率"]) == (95, 1)
    assert group["得分"] == level["得分"] == total["得分"] == "95.00～100.00"
    assert group["得分率"] is level["得分率"] is total["得分率"] is None
    assert group["权重"] == 100
    assert "评分规则没有读懂" in str(rows_under(book.values["未得出的得分"], "原因"))
    assert {row["得分"] for row in rows_under(book.values["总分与等级"], "结果")[:2]} == {"95.00～100.00"}


def test_what_is_not_involved_counts_in_no_rate_and_the_total_is_rescaled() -> None:
    rule: dict[str, Tree] = {"fixed": "100%", "not_applicable": "rescale"}
    leaves = [leaf("K", "20", rule), leaf("L", "30", {"fixed": "50%"})]
    book = read(small_case(leaves, judgements={"K": {"applicable": "否"}}))
    rows = rows_under(book.values["得分表"], "得分率")
    formulas = rows_under(book.formulas["得分表"], "得分率")
    assert (rows[0]["得分"], rows[0]["情况"]) == (None, "不适用")
    group, whole, total = rows[-4], rows[-2], rows[-1]
    assert (group["得分"], group["得分率"]) == (65, 0.8125)
    assert (whole["得分"], total["得分"]) == (65, 81.25)
    assert formulas[-1]["得分"] == "=ROUND(F10/SUM(E6:E7)*100,2)"
    for sheet, cell, formula in book.live():
        assert Fraction(repr(book.value(sheet, cell))) == book.recomputed(sheet, formula)


def test_rules_about_the_total_are_part_of_its_formula() -> None:
    rules: list[Tree] = [
        {"name": "违规", "penalty": "2分", "at_most": "5分"},
        {"name": "创新", "bonus": "1分"},
        {"name": "瞒报", "cap": "80分"},
    ]
    events: Tree = {"违规": "3", "创新": "2", "瞒报": "1"}
    case = small_case([leaf("K", "10", {"fixed": "0%"})], general={"total_rules": rules, "total_events": events})
    book = read(case)
    formula = str(rows_under(book.formulas["得分表"], "得分率")[-1]["得分"])
    assert formula == "=ROUND(MIN(MAX(0,MIN(100,F9-MIN(3*2,5)+2*1)),80),2)"
    assert rows_under(book.values["得分表"], "得分率")[-1]["得分"] == 80
    assert book.recomputed("得分表", formula) == 80


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_text_whatever_it_looks_like(text: str) -> None:
    override: Tree = {"score": "1", "reason": text, "author": text}
    narrative: dict[str, Tree] = {"problems": [{"id": "P1", "title": text, "indicators": ["K"]}]}
    case = small_case(
        [leaf("K", "5", {"fixed": "0%"}, name=text)],
        narrative=narrative,
        judgements={"K": {"reason": text, "override": override}},
        general={"name": text, "department": text},
    )
    book = read(case)
    assert texts_of(book.formulas).count(text) >= 6
    assert not [formula for _, _, formula in book.live() if text in formula]


def test_a_text_too_long_for_a_cell_says_where_it_goes_on() -> None:
    case = small_case([leaf("K", "5", {"fixed": "0%"})], judgements={"K": {"reason": "长" * 40_000}})
    longest = max(texts_of(read(case).formulas), key=len)
    assert longest.endswith("全文见 report.html）")
    assert len(longest) < 32_767


def test_the_same_case_gives_the_same_bytes() -> None:
    assert len({scores_xlsx(case_of(YANJIN), sheet_of(YANJIN)) for _ in range(2)}) == 1


def test_every_sheet_prints_on_a4_lying_with_its_headings_repeated() -> None:
    book = read(case_of(XINXIANG)).formulas
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == (None if sheet.title == "总分与等级" else "$4:$4")


@pytest.mark.system
@pytest.mark.parametrize("name", BOTH)
def test_libreoffice_recomputes_exactly_the_stored_values(name: str, tmp_path: Path) -> None:
    file, out = tmp_path / "scores.xlsx", tmp_path / "out"
    file.write_bytes(_without_values(scores_xlsx(case_of(name), sheet_of(name))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    stored = Read(scores_xlsx(case_of(name), sheet_of(name)))
    recomputed = Read((out / "scores.xlsx").read_bytes())
    for sheet, cell, formula in stored.live():
        ours, theirs = stored.value(sheet, cell), recomputed.value(sheet, cell)
        assert abs(Decimal(repr(ours)) - Decimal(repr(theirs))) < Decimal("1e-9"), (sheet, cell, formula)


def _without_values(data: bytes) -> bytes:
    """The same workbook with every stored value of a formula taken out, so that whoever opens it must compute."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            new.writestr(part, content)
    return stream.getvalue()
