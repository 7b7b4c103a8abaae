"""Documents that a report cites: one number each, one title each, one spelling of the issuer."""

from tests.audit.desk import audited, found, lines

from jixiao.findings import Severity

GUIDE = "根据《清河县财政局关于印发绩效评价管理办法的通知》（清财效〔2022〕7号）开展评价。\n\n"


def test_one_document_under_one_number_holds() -> None:
    text = GUIDE + "依据《清河县财政局关于印发绩效评价管理办法的通知》（清财效〔2022〕7号）确定等级。\n"
    assert [finding for finding in audited(text).findings if finding.check.startswith("citation")] == []


def test_one_document_under_two_numbers_is_an_error() -> None:
    text = GUIDE + "依据《清河县财政局关于印发绩效评价管理办法的通知》（清财效〔2022〕9号）确定等级。\n"
    (finding,) = found(text, "citation.two_numbers")
    assert (finding.severity, finding.stated, finding.expected) == (
        Severity.ERROR,
        "清财效〔2022〕9号",
        "清财效〔2022〕7号",
    )
    assert lines(finding) == [3, 1]


def test_a_notice_of_money_that_may_have_gone_out_twice_is_only_a_warning() -> None:
    text = "《关于下达供水补助资金的通知》（{number}）安排一批资金。\n\n"
    (finding,) = found(
        text.format(number="清财建〔2022〕7号") + text.format(number="清财建〔2022〕31号"), "citation.two_numbers"
    )
    assert finding.severity is Severity.WARNING


def test_two_documents_under_one_number_are_an_error() -> None:
    text = GUIDE + "依据《关于启用县城供水站印章的函》（清财效〔2022〕7号）办理。\n"
    (finding,) = found(text, "citation.one_number")
    assert "启用县城供水站印章" in finding.explanation


def test_a_title_written_short_is_the_same_document() -> None:
    assert found(GUIDE + "依据《绩效评价管理办法》（清财效〔2022〕7号）确定等级。\n", "citation.one_number") == []


def test_an_issuer_that_differs_by_one_character_is_a_misprint() -> None:
    text = "《关于甲事项的通知》（清政务办字〔2021〕5号）下发。\n\n后又引用（清政物办字〔2021〕5号）。\n"
    (finding,) = found(text, "citation.issuer_differs")
    assert (finding.stated, finding.expected) == ("清政务办字〔2021〕5号", "清政物办字〔2021〕5号")


def test_offices_and_places_that_number_alike_are_no_misprint() -> None:
    text = "根据清财预〔2021〕5号、清财社〔2021〕5号、河财预〔2021〕5号、清财预函〔2021〕6号、清财社函〔2021〕6号。\n"
    assert found(text, "citation.issuer_differs") == []


def test_a_short_code_that_differs_in_the_middle_is_only_a_warning() -> None:
    (finding,) = found("根据清教财〔2021〕5号和有关要求，清卫财〔2021〕5号同时施行。\n", "citation.issuer_differs")
    assert finding.severity is Severity.WARNING


def test_a_number_listed_behind_another_document_does_not_belong_to_it() -> None:
    other = "依据《中华人民共和国预算法》、清财效〔2022〕7号办理。\n\n"
    other += "执行《清河县预算管理规定》及清财效〔2022〕7号；执行《清河县预算管理规定》和清财预〔2022〕9号。\n"
    checks = {finding.check for finding in audited(GUIDE + other).findings}
    assert checks.isdisjoint({"citation.one_number", "citation.two_numbers"})


def test_wrong_brackets_are_one_note() -> None:
    (finding,) = found("按清财效[2022]7号和清财预（2023）3号办理。\n", "citation.number_form")
    assert finding.severity is Severity.NOTE
    assert len(finding.places) == 2
