"""Composite satisfaction as printed: possible for the answers counted, or for their shares, or for neither."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.findings import Severity, Verdict
from jixiao.quantities import Printed, fixed_text, round_half_up, unit_named
from jixiao.relations import Figure, finding_of
from jixiao.surveys import SCHEMES, Composite, Scheme, schemes_for

QUARTERS = schemes_for(5)[0]
PERCENT = unit_named("%")


def composite(result: str, answers: list[str], scheme: Scheme = QUARTERS) -> Composite:
    named = (Figure.of(f"第{number}档", text) for number, text in enumerate(answers, 1))
    return Composite(Figure.of("综合满意度", result), tuple(named), scheme)


def verdict(result: str, answers: list[str]) -> Verdict:
    return composite(result, answers).assess().verdict


COUNTS = ["30份", "6份", "4份", "0份", "0份"]  # (3000 + 450 + 200) / 40 = 91.25 %
THIRDS = ["33.33%", "33.33%", "33.33%", "0.00%", "0.00%"]  # one third each: (100 + 75 + 50) / 3 = 75 %


@pytest.mark.parametrize("result", ["91.25%", "91.3%", "91%"])
def test_what_the_counts_give_is_exact_with_any_number_of_decimals(result: str) -> None:
    assert verdict(result, COUNTS) is Verdict.EXACT


@pytest.mark.parametrize("result", ["91.26%", "91.1%", "92%", "19.25%"])
def test_what_the_counts_do_not_give_is_impossible(result: str) -> None:
    assert verdict(result, COUNTS) is Verdict.IMPOSSIBLE


def test_half_a_step_rounded_down_is_only_rounding() -> None:
    assert verdict("91.2%", COUNTS) is Verdict.ROUNDING


SHARES = ["83.3%", "16.7%", "0.0%", "0.0%", "0.0%"]  # 5 and 1 answers: (500 + 75) / 6 = 95.8333 %; by print 95.825 %


def test_shares_explain_a_result_within_their_rounding() -> None:
    assert verdict("95.83%", SHARES) is Verdict.EXACT
    assert verdict("95.84%", SHARES) is Verdict.ROUNDING


def test_no_share_is_taken_to_be_below_zero() -> None:
    # At most 83.35 % and at least 16.65 %: (8335 + 1248.75) / 100 = 95.8375 %, below the 95.845 % that 95.85 % needs.
    assert verdict("95.85%", SHARES) is Verdict.IMPOSSIBLE


def test_shares_that_do_not_quite_add_up_are_weighed_by_their_sum() -> None:
    assert verdict("75.00%", THIRDS) is Verdict.EXACT
    assert verdict("75.10%", THIRDS) is Verdict.IMPOSSIBLE


def test_without_an_answer_nothing_is_decided() -> None:
    assessment = composite("0.00%", ["0份"] * 5).assess()
    assert (assessment.verdict, assessment.because) == (Verdict.UNDECIDED, "没有一份有效回答")


def test_without_one_of_the_counts_nothing_is_decided() -> None:
    whole = composite("91.25%", COUNTS)
    lacking = Composite(whole.result, (*whole.counts[:-1], Figure("第5档")), QUARTERS)
    assert lacking.assess().verdict is Verdict.UNDECIDED


def test_the_finding_shows_the_arithmetic_and_what_it_comes_to() -> None:
    relation = composite("92.15%", COUNTS)
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert (finding.severity, finding.stated, finding.expected) == (Severity.ERROR, "92.15%", "91.25%")
    assert "(30 × 100% + 6 × 75% + 4 × 50% + 0 × 25% + 0 × 0%) ÷ 40" in finding.explanation


schemes = st.sampled_from(SCHEMES)
decimals = st.integers(0, 3)


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Scheme, list[int]]:
    """A usual scheme, and how many gave each answer; somebody did."""
    scheme = draw(schemes)
    size = len(scheme.weights)
    return scheme, draw(st.lists(st.integers(0, 2_000), min_size=size, max_size=size).filter(any))


def rounded(name: str, percent: Fraction, places: int) -> Figure:
    return Figure(name, Printed(Fraction(round_half_up(percent, places)), places, PERCENT))


def counted(counts: list[int]) -> tuple[Figure, ...]:
    return tuple(Figure.of(f"第{number}档", f"{count}份") for number, count in enumerate(counts, 1))


def mean(scheme: Scheme, counts: list[int]) -> Fraction:
    """The weighted mean worked out answer by answer."""
    answers = [weight for weight, count in zip(scheme.weights, counts, strict=True) for _ in range(count)]
    return sum(answers, Fraction(0)) / len(answers)


@given(surveys(), decimals)
def test_a_composite_computed_from_counts_and_rounded_is_exact(survey: tuple[Scheme, list[int]], places: int) -> None:
    scheme, counts = survey
    printed = rounded("综合满意度", mean(scheme, counts), places)
    assert Composite(printed, counted(counts), scheme).assess().verdict is Verdict.EXACT


@given(surveys(), decimals, decimals)
def test_a_composite_beside_rounded_shares_is_never_impossible(
    survey: tuple[Scheme, list[int]], places: int, own: int
) -> None:
    scheme, counts = survey
    shares = [Fraction(100 * count, sum(counts)) for count in counts]
    figures = tuple(rounded(f"第{number}档", share, own) for number, share in enumerate(shares, 1))
    relation = Composite(rounded("综合满意度", mean(scheme, counts), places), figures, scheme)
    assert relation.assess().verdict is not Verdict.IMPOSSIBLE


@given(surveys(), st.integers(1, 3), st.data())
def test_a_changed_digit_is_found(survey: tuple[Scheme, list[int]], places: int, data: st.DataObject) -> None:
    scheme, counts = survey
    value = mean(scheme, counts)
    assume((value * 10**places * 2).denominator != 1 or (value * 10**places).denominator == 1)  # no tie of two prints
    text = fixed_text(value, places)
    at = data.draw(st.sampled_from([number for number, character in enumerate(text) if character.isdigit()]))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[at]]))
    wrong = Figure.of("综合满意度", f"{text[:at]}{other}{text[at + 1 :]}%")
    assert Composite(wrong, counted(counts), scheme).assess().verdict is Verdict.IMPOSSIBLE
