"""What part of its points an indicator earns, worked by hand."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from tests.forms.scoring.county import with_line

from jixiao.forms.profiles import Scoring
from jixiao.forms.scoring.shares import share_of

PROPORTIONAL = {"shortfall": "按比例计", "decreasing": "指标值÷完成值"}


def share(target: str, actual: str, rules: Mapping[str, object], *, number: int = 1, name: str = "保洁合格率") -> str:
    """The share of an indicator as text: one number, or both ends with their brackets."""
    form = with_line(number, target=target, actual=actual, name=name).form()
    values = share_of(form.lines[number], Scoring.model_validate(rules)).values
    return str(values.low) if values.width == 0 else str(values)


@pytest.mark.parametrize(
    ("target", "actual", "rules", "expected"),
    [
        ("≥95%", "96%", {}, "1"),
        ("≥95%", "95%", {}, "1"),
        ("≥80公里", "60公里", PROPORTIONAL, "3/4"),
        ("≥80公里", "60公里", {"shortfall": "不得分"}, "0"),
        ("≥80公里", "60公里", {"shortfall": "及格线"}, "3/8"),  # (75 % − 60 %) ÷ 40 %
        ("≥80公里", "40公里", {"shortfall": "及格线"}, "0"),
        ("≥80公里", "48公里", {"shortfall": "及格线"}, "0"),  # 60 % itself passes with nothing
        ("≥80公里", "72公里", {"shortfall": "及格线", "pass_mark": "80"}, "1/2"),
        ("≥80公里", "60公里", {}, "[0, 0.75]"),  # no rule: at most in proportion
        ("≤4万元", "5万元", PROPORTIONAL, "4/5"),
        ("≤4万元", "5万元", {"decreasing": "按超出比例扣"}, "3/4"),
        ("≤4万元", "9万元", {"decreasing": "按超出比例扣"}, "0"),
        ("≤4万元", "5万元", {"decreasing": "不得分"}, "0"),
        ("≤4万元", "5万元", {}, "[0, 0.8]"),
        ("=10个", "8个", PROPORTIONAL, "4/5"),
        ("=10个", "12个", PROPORTIONAL, "[0, 1]"),  # more than asked for where things are counted, too much where paid
        ("0起", "0起", {}, "1"),
        ("≤0起", "2起", PROPORTIONAL, "0"),
        ("≤0起", "2起", {}, "[0, 1)"),  # never divided by zero
        ("≤0起", "2起", {"decreasing": "按超出比例扣"}, "[0, 1)"),
        ("≥10个", "14个", {"over_completion": "说明原因"}, "1"),
        ("≥10个", "14个", {"over_completion": "酌情扣分"}, "[0, 1]"),
        ("≥10个", "13个", {"over_completion": "酌情扣分"}, "1"),  # 130 % is not above 130 %
        ("≥10个", "14个", {"over_completion": "酌情扣分", "far_above": "150"}, "1"),
        ("20万份", "210000份", {}, "[0, 1]"),
        ("5个", "6个", {}, "[0, 1]"),  # nothing says whether more is better
        ("减少50%", "减少50%", {}, "1"),
        ("健全", "健全", {}, "[0.8, 1]"),
        ("健全", "基本完成", {}, "[0.8, 1]"),
        ("健全", "部分完成", {}, "[0.6, 0.8)"),
        ("健全", "部分完成", {"qualitative": ["80", "50"]}, "[0.5, 0.8)"),
        ("健全", "未完成", {}, "[0, 0.6)"),
        ("健全", "比上年好", {}, "[0, 1]"),
        ("6月底前", "5月20日", {}, "1"),
        ("2023年6月15日前", "2023年7月上旬", {}, "[0, 1)"),
        ("12月底前", "1月5日", {}, "[0, 1]"),  # of which year?
        ("12月底前", "11月", {}, "1"),
        ("10月底前", "11月", {}, "[0, 1)"),
        ("是", "是", {}, "1"),
        ("是", "否", {}, "[0, 1)"),
        ("≥95%", "", {}, "[0, 1]"),
    ],
)
def test_a_share_follows_from_target_actual_value_and_rule(
    target: str, actual: str, rules: Mapping[str, object], expected: str
) -> None:
    assert share(target, actual, rules) == expected


@pytest.mark.parametrize(("rate", "expected"), [("90%", "1"), ("89.9%", "4/5"), ("60%", "1/2"), ("59%", "0")])
def test_satisfaction_goes_by_tiers_whatever_its_target(rate: str, expected: str) -> None:
    tiers = [(90, 100), (80, 80), (60, 50), (0, 0)]
    rules = {"satisfaction": [{"from": str(low), "share": str(part)} for low, part in tiers]}
    assert share("≥95%", rate, rules, number=4, name="沿河居民满意度") == expected
    assert share("≥50%", rate, rules, number=1, name="保洁率") == ("[0, 1]" if Fraction(rate[:-1]) > 65 else "1")
