"""What regulations ask of self-evaluation forms."""

from pathlib import Path

from tests.audit.regulation.sample import asked, found

from jixiao.findings import Finding, Severity

FORMS = (Path(__file__).parents[2] / "forms/samples/clean.txt").read_text(encoding="utf-8")


def forms(*changes: tuple[str, str]) -> str:
    """The forms with the first place of every text of the changes replaced."""
    text = FORMS
    for old, new in changes:
        assert old in text, f"{old} does not stand in the forms"
        text = text.replace(old, new, 1)
    return text


def one(check: str, *changes: tuple[str, str]) -> Finding:
    (finding,) = found(forms(*changes), check)
    return finding


def test_forms_that_have_all_that_is_asked_give_no_finding() -> None:
    assert asked(forms()).findings == ()


def test_other_points_than_usual_are_one_note_for_all_forms() -> None:
    unusual = ("产出指标50分", "产出指标40分"), ("效益指标30分", "效益指标40分")
    assert found(forms(*unusual), "form_points") == []
    finding = one("form_points", *unusual, ("自评得分90分", "按财预〔2020〕10号自评。自评得分90分"))
    assert finding.severity is Severity.NOTE
    assert "山塘水库巡查管护" in finding.explanation
    assert "产出 40 分、效益 40 分、满意度 10 分" in finding.explanation


def test_twice_the_target_without_a_reason_is_a_note() -> None:
    finding = one("form_far_above", ("≥46座\t46座", "≥46座\t92座"))
    assert (finding.severity, finding.stated) == (Severity.NOTE, "92座")
    assert found(forms(("≥46座\t46座", "≥46座\t91座")), "form_far_above") == []
    reason = ("≥46座\t46座\t12.5\t12.5\t", "≥46座\t92座\t12.5\t12.5\t年中增加巡查任务。")
    assert found(forms(reason), "form_far_above") == []


def test_full_marks_for_everything_without_a_yuan_spent_are_a_warning() -> None:
    nothing = ("86.40\t90.00\t84.60\t10\t94.00%\t9.4", "86.40\t90.00\t0.00\t10\t0.00%\t0")
    full = ("3.1万亩\t10\t8\t七月干旱，来水不足，下年加强调度。", "3.3万亩\t10\t10\t")
    finding = one("form_nothing_spent", nothing, full)
    assert finding.severity is Severity.WARNING
    assert found(forms(nothing), "form_nothing_spent") == []


def test_points_beside_a_source_of_money_are_noted() -> None:
    finding = one("form_source_points", ("80.00\t82.00\t77.10\t—\t—\t—", "80.00\t82.00\t77.10\t5\t94.02%\t4.7"))
    assert finding.severity is Severity.NOTE
    assert "当年财政拨款" in finding.explanation


def test_a_self_evaluation_report_of_henan_must_give_advice() -> None:
    titles = ("一、自评工作开展情况", "二、自评结果及分析", "三、存在的问题和措施")
    text = "\n\n".join(("南阳市水利局2023年度部门整体绩效自评报告", *titles, "管护经费拨付较慢。"))
    (finding,) = found(text, "self_report_outline")
    assert (finding.severity, finding.expected) == (Severity.NOTE, "有关建议")
    assert found(text.replace("南阳市", "长沙市"), "self_report_outline") == []
