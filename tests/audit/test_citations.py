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


def test_wrong_brackets_are_one_note() -> None:
    (finding,) = found("按清财效[2022]7号和清财预（2023）3号办理。\n", "citation.number_form")
    assert finding.severity is Severity.NOTE
    assert len(finding.places) == 2
