"""The audit through the front door: a document in, findings and the count of relations out."""

from jixiao.audit import Audit, Material, audit
from jixiao.documents import document_of
from jixiao.findings import Severity

SCORES = """表4-1 得分情况表

一级指标\t权重分\t得分\t得分率
A 决策\t20.00\t18.00\t{decision}
B 过程\t30.00\t27.50\t91.67%
C 产出\t50.00\t45.00\t90.00%
"""


def audited(text: str) -> Audit:
    return audit(Material(document_of(text.encode(), "报告.txt")))


def test_what_holds_is_counted_and_gives_no_finding() -> None:
    found = audited(SCORES.format(decision="90.00%"))
    assert found.findings == ()
    assert found.summary.exact == found.summary.checked >= 6  # at least three rates, three scores within their weights


def test_a_rate_that_cannot_be_is_an_error_at_its_cell() -> None:
    (finding,) = audited(SCORES.format(decision="91.00%")).findings
    assert finding.severity is Severity.ERROR
    assert (finding.stated, finding.expected) == ("91.00%", "90.00%")
    assert {place.line for place in finding.places} == {4}
    assert finding.places[-1].row == "A 决策"
