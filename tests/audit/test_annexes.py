"""Annexes that are listed or referred to must be there and hold something."""

from io import BytesIO

from openpyxl import Workbook
from tests.audit.desk import audited, found, lines

from jixiao.audit import Material, audit
from jixiao.documents import document_of
from jixiao.findings import Severity

REPORT = """五、附件

附件一：指标体系

附件二：回访统计表

附件一：指标体系

各项指标见下表所列内容，共二十一项，逐项说明。

附件二：回访统计表
"""


def test_an_annex_with_a_title_only_is_an_error() -> None:
    (finding,) = found(REPORT, "annex.empty")
    assert (finding.severity, lines(finding)) == (Severity.ERROR, [11, 5])
    assert "附件二" in finding.title


def test_an_annex_with_content_holds() -> None:
    assert found(REPORT + "\n回访共计三百二十次，其中满意三百次。\n", "annex.empty") == []


def test_an_annex_referred_to_and_not_there_is_an_error() -> None:
    text = REPORT + "\n回访共计三百二十次，具体情况（详见附件三）。\n"
    (finding,) = found(text, "annex.missing")
    assert finding.severity is Severity.ERROR
    assert "附件3" in finding.title


def test_the_annex_of_another_document_is_not_looked_for() -> None:
    text = REPORT + "\n分值见财政局通知附件三，回访表见《工作手册》附件四。\n"
    assert found(text, "annex.missing") == []


def test_an_annex_that_only_a_cell_names_is_not_called_missing() -> None:
    text = REPORT + "\n具体情况（详见附件三）。\n\n附件3 回访统计表\t\n对象\t次数\n住户\t320\n"
    audit = audited(text)
    assert [finding for finding in audit.findings if finding.check == "annex.missing"] == []
    assert "annex.missing" in {each.check.id for each in audit.not_checked}


def test_a_number_from_eleven_on_is_the_same_in_digits_and_in_words() -> None:
    text = REPORT + "\n回访共计三百二十次（详见附件11）。\n\n附件十一：回访记录\n\n逐次记录如下，共三百二十次。\n"
    assert found(text, "annex.missing") == []


def test_another_word_for_the_same_number_is_a_note() -> None:
    (finding,) = found("评价标准详见附表1。\n\n" + REPORT, "annex.missing")
    assert (finding.severity, finding.stated, finding.expected) == (Severity.NOTE, "附表1", "附件1")


def test_annexes_bound_apart_are_only_noted() -> None:
    text = "九、附件\n\n附件一：指标体系\n\n附件二：调查问卷\n"
    assert {finding.severity for finding in audited(text).findings} == {Severity.NOTE}


def test_an_annex_on_a_sheet_of_another_name_is_not_called_missing_or_empty() -> None:
    book = Workbook()
    assert book.active is not None
    for line in (
        "回访情况详见附件三，评分见附件一。",
        "附件二：回访统计表",
        "附件一：指标体系",
        "各项指标共二十一项，逐项说明如下。",
    ):
        book.active.append([line])
    for row in (["对象", "次数"], ["住户", "320"]):
        book.create_sheet().append(row)
    out = BytesIO()
    book.save(out)
    result = audit(Material(document_of(out.getvalue(), "报告.xlsx")))
    assert [finding.check for finding in result.findings] == []
    assert {"annex.missing", "annex.empty"} <= {each.check.id for each in result.not_checked}
