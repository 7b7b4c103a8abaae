"""Scores against the sentence that a form prints beside an indicator, each worked by hand."""

import pytest

from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import Form, read_forms
from jixiao.forms.profiles import profile
from jixiao.forms.scoring import scored
from jixiao.forms.verifying import checked

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def form_with(
    standard: str, target: str, actual: str, score: str, points: str = "10", name: str = "抽检合格率"
) -> Form:
    """A form with a column of standards and one indicator that carries one; 90 points are beside it."""
    total = f"{90 + float(score):g}"
    lines = [
        "项目支出绩效自评表（2023年度）",
        "",
        "项目名称\t\t食品抽检\t\t\t\t\t",
        "主管部门\t\t石桥县市场局\t\t\t实施单位\t食检所\t",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t评分标准\t分值\t得分",
        f"\t产出指标\t质量指标\t{name}\t{target}\t{actual}\t{standard}\t{points}\t{score}",
        "\t\t数量指标\t抽检批次\t≥300批\t320批\t\t50\t50",
        "\t效益指标\t社会效益指标\t问题处置率\t≥90%\t100%\t\t40\t40",
        f"总分\t\t\t\t\t\t\t100\t{total}",
        "",
    ]
    (form,) = read_forms(document_of("\n".join(lines).encode(), "自评.txt")).forms
    return form


def told(form: Form) -> list[tuple[str, Severity, str | None]]:
    return [(each.check, each.severity, each.expected) for each in checked(form, profile("通用")).findings]


def corrected(form: Form) -> str:
    return str(scored(form, profile("通用")).lines[0].item.corrected)


BY_POINT = "合格率达到95%得满分，每低1个百分点扣0.5分，扣完为止"
STEPS = "≥90%得10分；80%（含）-90%得8分；60%（含）-80%得5分；60%以下不得分"


@pytest.mark.parametrize(
    ("standard", "target", "actual", "due"),
    [
        (BY_POINT, "≥95%", "93%", "9"),  # 2 points below 95: 10 − 2 × 0.5
        (BY_POINT, "≥95%", "96%", "10"),
        (BY_POINT, "≥98%", "95%", "10"),  # missed, and yet all points by the sentence
        (STEPS, "≥95%", "85%", "8"),
        (STEPS, "≥95%", "93%", "10"),
        ("完成值达到指标值得满分，未达到的按完成率计分", "≥20台", "15台", "7.5"),
        ("达到指标值得满分，否则按比例扣分", "≥120公里", "114公里", "9.5"),
    ],
)
def test_a_score_follows_from_the_sentence_beside_it(standard: str, target: str, actual: str, due: str) -> None:
    right = form_with(standard, target, actual, due)
    assert told(right) == []
    assert corrected(right) == due
    other = "6.5" if due != "6.5" else "7"
    wrong = form_with(standard, target, actual, other)
    (finding,) = checked(wrong, profile("通用")).findings
    assert (finding.check, finding.stated) == ("form.standard", other)
    assert standard in finding.explanation
    assert corrected(wrong) == due


def test_full_marks_for_less_than_a_sentence_asks_are_an_error() -> None:
    assert told(form_with(BY_POINT, "≥95%", "93%", "10")) == [("form.standard", ERROR, "9分")]


def test_a_sentence_with_two_meanings_accepts_both() -> None:
    # 93 % of a target of 95 %: 9.3 by the rate itself, 10 × 93 ÷ 95 = 9.79 by its completion
    for score in ("9.3", "9.79"):
        assert told(form_with("按完成比例得分", "≥95%", "93%", score)) == []
    assert told(form_with("按完成比例得分", "≥95%", "93%", "10"))[0][:1] == ("form.standard",)
    assert corrected(form_with("按完成比例得分", "≥95%", "93%", "10")) == "9.3—9.79"


@pytest.mark.parametrize("standard", ["由评价组综合评定，酌情给分", "目标明确得满分", "", "分" * 500])
def test_a_sentence_that_is_judged_or_not_understood_decides_nothing(standard: str) -> None:
    assert told(form_with(standard, "≥95%", "93%", "9")) == []
    assert told(form_with(standard, "≥95%", "93%", "10")) == [("form.target", ERROR, "少于 10")]


def test_a_score_between_the_steps_is_none_of_them_even_where_nothing_can_be_computed() -> None:
    assert told(form_with(STEPS, "较高", "高", "9")) == [("form.standard", WARNING, "10、8、5、0之一")]
    assert told(form_with(STEPS, "较高", "高", "8")) == []


@pytest.mark.parametrize(
    ("standard", "says"),
    [
        ("①有制度得4分；②有记录得3分", "各要点分值合计 7 分，权重是 10 分"),
        ("合格率达到95%得20分，否则不得分", "超出权重分 10 分"),
        ("≥90%得8分；60%（含）-90%得5分；60%以下不得分", "最高一档只有 8 分"),
    ],
)
def test_points_in_a_sentence_that_are_not_those_of_its_row_are_doubted(standard: str, says: str) -> None:
    findings = checked(form_with(standard, "≥95%", "96%", "10"), profile("通用")).findings
    doubted = [each for each in findings if each.check == "form.standard_points"]
    assert [(each.severity, says in each.explanation) for each in doubted] == [(WARNING, True)]
    assert told(form_with("①有制度得6分；②有记录得4分", "有", "有", "10")) == []


def test_shares_of_points_that_stand_elsewhere_are_not_added_up() -> None:
    assert told(form_with("①占50%，其余要点各占25%权重分；符合相关要点得相应权重分", "有", "有", "10")) == []
