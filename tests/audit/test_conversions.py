"""One figure that a sentence writes in two units."""

import pytest
from tests.audit.desk import audited, found

from jixiao.findings import Finding, Severity

NOTHING: list[Finding] = []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("项目总投资12,345,600元（即1,243.56万元）。", Severity.ERROR),
        ("项目总投资12,345,600元（1,243.56万元）。", Severity.ERROR),
        ("项目总投资1.23亿元（12,450万元）。", Severity.ERROR),
        ("建设高标准农田1500亩（折合110公顷）。", Severity.ERROR),
        ("铺设管网3.5公里，即3600米。", Severity.ERROR),
        ("项目总投资12,345,678元（1,234.56万元）。", Severity.WARNING),  # cut off instead of rounded
        ("补助资金30万元（3000元）。", Severity.WARNING),  # perhaps so much each
    ],
)
def test_two_units_of_one_figure_must_agree(text: str, severity: Severity) -> None:
    (finding,) = found(text, "duplicate")
    assert finding.severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "项目总投资12,345,600元（即1,234.56万元）。",
        "项目总投资1.23亿元（12,345万元）。",
        "建设高标准农田1500亩（100公顷）。",
        "建设高标准农田1.5万亩，约合1000公顷。",
        "补助资金30万元（3000元/户）。",
        "总投资1.20亿元（中央资金5000万元）。",
        "改造2公里（路灯40盏）。",
    ],
)
def test_what_agrees_or_is_something_else_is_no_finding(text: str) -> None:
    assert list(audited(text).findings) == NOTHING
