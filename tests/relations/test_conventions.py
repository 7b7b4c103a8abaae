"""A document's way of cutting numbers is decided for all its relations at once."""

from jixiao.findings import Severity, Verdict
from jixiao.quantities import Convention
from jixiao.relations import Figure, Sum, Summary, assess_all, findings_of


def of_rows(printed: str, *items: str) -> Sum:
    rows = [Figure.of(f"第{number}项", f"{item}万元") for number, item in enumerate(items, 1)]
    return Sum.of(Figure.of("合计", f"{printed}万元"), rows)


def test_truncation_is_reported_once_instead_of_every_failure() -> None:
    relations = [of_rows("3.39", *["0.33"] * 10), of_rows("6.69", *["0.66"] * 10), of_rows("2.00", "1.00", "1.00")]
    assert [relation.assess().verdict for relation in relations] == [Verdict.IMPOSSIBLE] * 2 + [Verdict.EXACT]
    assessed = assess_all(relations)
    assert assessed.convention is Convention.TRUNCATION
    assert assessed.cut_off == tuple(relations[:2])
    assert assessed.summary.impossible == 0
    first, *others = findings_of(assessed)
    assert (first.check, first.severity) == ("convention.truncation", Severity.NOTE)
    assert "有 2 个关系按四舍五入都不成立，按去尾（舍去末位以后的数字）则全部可能成立" in first.explanation
    assert all(finding.severity is not Severity.ERROR for finding in others)


def test_one_failure_is_a_mistake_and_no_convention() -> None:
    assessed = assess_all([of_rows("3.39", *["0.33"] * 10), of_rows("2.00", "1.00", "1.00")])
    assert assessed.convention is Convention.NEAREST
    assert assessed.summary == Summary(exact=1, impossible=1)


def test_a_relation_that_truncation_breaks_rules_the_convention_out() -> None:
    """Two rows of 1.00 cannot add up to 1.99 when digits were only cut off; they can when rounded."""
    relations = [of_rows("3.39", *["0.33"] * 10), of_rows("6.69", *["0.66"] * 10), of_rows("1.99", "1.00", "1.00")]
    assessed = assess_all(relations)
    assert assessed.convention is Convention.NEAREST
    assert assessed.summary == Summary(rounding=1, impossible=2)
    assert [finding.severity for finding in findings_of(assessed)] == [Severity.ERROR, Severity.ERROR, Severity.NOTE]


def test_failures_that_truncation_does_not_explain_stay_failures() -> None:
    assessed = assess_all([of_rows("3.39", *["0.33"] * 10), of_rows("9.00", *["0.66"] * 10)])
    assert assessed.convention is Convention.NEAREST
    assert assessed.summary.impossible == 2


def test_what_was_not_checked_is_listed_with_its_reason_and_never_counted_as_passed() -> None:
    blank = Sum.of(Figure.of("合计", "2.00万元"), [Figure("甲"), Figure("乙")])
    assessed = assess_all([blank, of_rows("2.00", "1.00", "1.00")])
    assert assessed.not_checked == ((blank, "缺少“甲”“乙”"),)
    assert assessed.summary.as_json() == {
        "checked": 1, "exact": 1, "rounding": 0, "strained": 0, "impossible": 0, "undecided": 1,
    }  # fmt: skip
    assert findings_of(assessed) == ()


def test_summaries_of_parts_add_up() -> None:
    total = Summary(exact=3, strained=1) + Summary(rounding=2, impossible=1, undecided=4)
    assert total == Summary(3, 2, 1, 1, 4)
    assert total.checked == 7
