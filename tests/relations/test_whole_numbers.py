"""Percentages of a counted group, and growth rates of counts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.findings import Verdict
from jixiao.quantities import percent_text
from jixiao.relations import Figure, WholeNumberGrowth, WholeNumberShare, finding_of


def share(printed: str, size: str = "30份") -> WholeNumberShare:
    return WholeNumberShare(Figure.of("满意率", printed), Figure.of("有效问卷", size))


@pytest.mark.parametrize(
    ("printed", "size", "verdict", "outcomes"),
    [
        ("92.8%", "30份", Verdict.IMPOSSIBLE, ()),
        ("92.80%", "125份", Verdict.EXACT, ("116",)),
        ("92.81%", "125份", Verdict.IMPOSSIBLE, ()),
        ("93.3%", "30份", Verdict.EXACT, ("28",)),
        ("12.5%", "8人", Verdict.EXACT, ("1",)),
        ("12%", "8人", Verdict.ROUNDING, ("1",)),
        ("93%", "300份", Verdict.EXACT, ("278", "279", "280")),
        ("93%", "10000份", Verdict.EXACT, ("9250 至 9350",)),
        ("100.00%", "30份", Verdict.EXACT, ("30",)),
        ("103.33%", "30份", Verdict.IMPOSSIBLE, ()),
        ("-3.33%", "30份", Verdict.IMPOSSIBLE, ()),
    ],
)
def test_a_share_of_n_is_k_over_n(printed: str, size: str, verdict: Verdict, outcomes: tuple[str, ...]) -> None:
    assessment = share(printed, size).assess()
    assert (assessment.verdict, assessment.outcomes) == (verdict, outcomes)


def test_a_mean_of_whole_answers_may_exceed_one() -> None:
    mean = WholeNumberShare(Figure.of("平均分", "4.23分"), Figure.of("有效问卷", "30份"))
    assert mean.assess().outcomes == ("127",)
    assert (
        WholeNumberShare(Figure.of("平均分", "4.25分"), Figure.of("有效问卷", "30份")).assess().verdict
        is Verdict.IMPOSSIBLE
    )


@pytest.mark.parametrize("size", ["0份", "1000万元", "12.5"])
def test_a_group_that_is_not_known_exactly_decides_nothing(size: str) -> None:
    assert share("50%", size).assess().because == f"“有效问卷”{size} 不是确切的正整数"


def test_without_the_number_of_answers_nothing_is_decided() -> None:
    relation = WholeNumberShare(Figure.of("满意率", "92.8%"), Figure("有效问卷"))
    assert relation.assess().because == "缺少“有效问卷”"
    assert relation.explain(relation.assess()) == "未作判断：缺少“有效问卷”。"
    assert relation.expected(relation.assess()) is None


def test_an_impossible_percentage_is_shown_with_its_neighbours() -> None:
    relation = share("92.8%")
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert finding.expected == "90.0% 或 93.3%"
    assert finding.relation == "满意率 = 整数 ÷ 有效问卷"
    assert finding.explanation == (
        "“满意率”印出 92.8%，“有效问卷”为 30份，份数只能是 27.825 至 27.855，其中没有可取的整数。"
        "最接近的是 27 ÷ 30 = 90.0%，28 ÷ 30 = 93.3%。"
        "各数的取位：有效问卷为精确值；满意率四舍五入到 0.1%（据数字本身）。"
    )


def test_a_possible_percentage_names_its_whole_numbers() -> None:
    relation = share("93%", "300份")
    assert relation.explain(relation.assess()).endswith("份数只能是 277.5 至 280.5，其中的整数：278、279、280。")


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.integers(0, 3))
def test_a_percentage_that_was_computed_from_counts_is_never_accused(counts: tuple[int, int], places: int) -> None:
    part, whole = counts
    assessment = share(percent_text(Fraction(part, whole), places), f"{whole}份").assess()
    assert assessment.verdict is Verdict.EXACT


def growth(printed: str, after: str, *, falling: bool = False) -> WholeNumberGrowth:
    return WholeNumberGrowth(Figure.of("增长率", printed), Figure.of("新增企业", after), falling)


@pytest.mark.parametrize(
    ("printed", "after", "verdict", "outcomes"),
    [
        ("20.00%", "96家", Verdict.EXACT, ("80",)),
        ("20.50%", "96家", Verdict.IMPOSSIBLE, ()),  # 80 gives 20.00 %, 79 gives 21.52 %
        ("31%", "921家", Verdict.EXACT, ("701", "702", "703", "704", "705")),
        ("21.9%", "96303件", Verdict.EXACT, ("78970 至 79034",)),
        ("-12.5%", "7件", Verdict.EXACT, ("8",)),
        ("0.00%", "5个", Verdict.EXACT, ("5",)),
        ("300%", "4个", Verdict.EXACT, ("1",)),
        ("900%", "4个", Verdict.IMPOSSIBLE, ()),
    ],
)
def test_a_count_grew_from_a_whole_number(
    printed: str, after: str, verdict: Verdict, outcomes: tuple[str, ...]
) -> None:
    assessment = growth(printed, after).assess()
    assert (assessment.verdict, assessment.outcomes) == (verdict, outcomes)


def test_a_decrease_may_be_printed_without_its_sign() -> None:
    assert growth("12.5%", "7件", falling=True).assess().outcomes == ("8",)


@pytest.mark.parametrize(
    ("printed", "after"), [("20%", "约960家"), ("20%", "0家"), ("20%", "3.5万元"), ("-100%", "4家")]
)
def test_without_an_exact_count_or_a_base_a_growth_is_undecided(printed: str, after: str) -> None:
    assert growth(printed, after).assess().verdict is Verdict.UNDECIDED


def test_a_growth_without_a_base_names_the_two_nearest_rates() -> None:
    relation = growth("20.50%", "96家")
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert finding.expected == "21.52% 或 20.00%"
    assert "96 ÷ 79 − 1 = 21.52%，96 ÷ 80 − 1 = 20.00%" in finding.explanation


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_growth_computed_from_two_counts_always_has_a_base(before: int, after: int, places: int) -> None:
    printed = percent_text(Fraction(after - before, before), places)
    assert growth(printed, f"{after}家").assess().verdict is not Verdict.IMPOSSIBLE
