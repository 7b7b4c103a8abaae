"""Surveys told in sentences: counts, shares and satisfaction of every question, and the mean of all."""

import pytest
from tests.audit.desk import audited

from jixiao.findings import Severity

_SURVEY = """共发出问卷60份，收回54份，其中有效问卷50份。

“很满意”计100分、“满意”计80分、“一般”计60分、“不满意”计0分，加权平均。

第1项为对窗口服务的评价。选择“很满意”的30份，占60.0%；选择“满意”的10份，占20.0%；选择“一般”的5份，占10.0%；选择“不满意”的5份，占10.0%。加权测算，该项满意度为82.0%。

第2项为对办事环境的评价。选择“很满意”的40份，占80.0%；选择“满意”的5份，占10.0%；选择“一般”的5份，占10.0%；选择“不满意”的0份，占0.0%。加权测算，该项满意度为94.0%。

上述2项调查内容满意度的算术平均数为88.0%。

问卷调查显示综合满意度为88.0%。
"""
_BEST = "发出问卷60份，有效问卷50份。对窗口服务，有30人表示很满意、10人表示满意，两者合计40人，满意率80.0%。"


@pytest.mark.parametrize("text", [_SURVEY, _BEST])
def test_answers_that_agree_are_no_finding(text: str) -> None:
    assert audited(text).findings == ()


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (_SURVEY, "选择“很满意”的30份", "选择“很满意”的20份"),
        (_SURVEY, "占60.0%", "占50.0%"),
        (_SURVEY, "该项满意度为82.0%", "该项满意度为83.0%"),
        (_SURVEY, "算术平均数为88.0%", "算术平均数为87.0%"),
        (_SURVEY, "综合满意度为88.0%", "综合满意度为98.0%"),
        (_BEST, "有30人", "有31人"),
        (_BEST, "合计40人", "合计45人"),
        (_BEST, "满意率80.0%", "满意率90.0%"),
    ],
)
def test_a_wrong_figure_of_a_survey_is_found(text: str, right: str, wrong: str) -> None:
    shown = [operand.text for finding in audited(text.replace(right, wrong)).findings for operand in finding.operands]
    shown += [str(finding.stated) for finding in audited(text.replace(right, wrong)).findings]
    assert any(each and each in wrong for each in shown)


def test_without_a_scheme_a_satisfaction_that_no_usual_one_gives_is_not_decided() -> None:
    text = _SURVEY.replace("“一般”计60分、", "").replace("该项满意度为82.0%", "该项满意度为33.3%")
    assert "survey.composite" not in {finding.check for finding in audited(text).findings}


_ONE = "发放问卷100份，收回有效问卷95份，其中非常满意60份、满意30份、一般5份，满意度{}。"


@pytest.mark.parametrize("stated", ["94.74%", "91.58%"])  # (60 + 30) ÷ 95; (60 + 30 × 0.8 + 5 × 0.6) ÷ 95
def test_a_satisfaction_by_a_usual_scheme_is_no_finding(stated: str) -> None:
    assert audited(_ONE.format(stated)).findings == ()


def test_a_satisfaction_that_no_usual_scheme_gives_is_a_warning_where_all_have_answered() -> None:
    (finding,) = audited(_ONE.format("96.20%")).findings
    assert (finding.check, finding.severity) == ("survey.result_unknown", Severity.WARNING)
    assert "前两档占比：94.74%" in finding.explanation


def test_more_answers_than_questionnaires_that_came_back_are_an_error() -> None:
    text = _ONE.format("94.74%").replace("一般5份", "一般15份")
    errors = [each for each in audited(text).findings if each.severity is Severity.ERROR]
    assert [(each.stated, each.expected) for each in errors] == [("95份", "105份")]
