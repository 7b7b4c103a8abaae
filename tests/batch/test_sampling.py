"""A sample for re-checking: as many as wanted, each with its probability, the same again for the same seed."""

from collections import Counter
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.batch.sampling import STRATA, USUAL_SHARES, Candidate, allocated, draw

SIZES = st.one_of(st.none(), st.fractions(0, 10**8), st.integers(0, 10**10).map(Fraction))
FORMS = st.lists(st.tuples(st.sampled_from(STRATA), SIZES), min_size=1, max_size=60).map(
    lambda drawn: [Candidate(number, stratum, size) for number, (stratum, size) in enumerate(drawn, 1)]
)


@settings(max_examples=200, deadline=None)
@given(forms=FORMS, wanted=st.integers(0, 80), seed=st.integers(0, 10**6))
def test_as_many_forms_as_wanted_are_drawn_each_once_whatever_their_order(
    forms: list[Candidate], wanted: int, seed: int
) -> None:
    drawn = draw(forms, wanted, seed)
    assert len({each.form for each in drawn}) == len(drawn) == min(wanted, len(forms))
    assert all(0 < each.probability <= 1 for each in drawn)
    assert draw(list(reversed(forms)), wanted, seed) == drawn


def test_forms_are_drawn_as_often_as_their_probability_says() -> None:
    """Of sizes 1, 2, 3, 4 two are drawn: 1/5, 2/5, 3/5, 4/5 of 4,000 seeds, within four standard deviations."""
    forms = [Candidate(number, "其余", Fraction(number)) for number in (1, 2, 3, 4)]
    times = Counter(each.form for seed in range(4000) for each in draw(forms, 2, seed))
    for number in (1, 2, 3, 4):
        assert abs(Fraction(times[number], 4000) - Fraction(number, 5)) < Fraction(32, 1000)
    known = {each.form: each.probability for seed in range(50) for each in draw(forms, 2, seed)}
    assert known == {number: Fraction(number, 5) for number in (1, 2, 3, 4)}


def test_the_largest_form_of_a_stratum_is_taken_for_certain() -> None:
    forms = [Candidate(number, "有错误", Fraction(1)) for number in range(1, 10)] + [
        Candidate(10, "有错误", Fraction(1000))
    ]
    assert all(
        (10, Fraction(1)) in [(each.form, each.probability) for each in draw(forms, 3, seed)] for seed in range(20)
    )


def test_a_form_without_a_budget_can_be_drawn() -> None:
    forms = [Candidate(1, "其余", None), Candidate(2, "其余", Fraction(100)), Candidate(3, "其余", Fraction(100))]
    assert any(each.form == 1 for seed in range(2000) for each in draw(forms, 1, seed))


def test_what_a_stratum_cannot_give_goes_to_the_others_by_their_shares() -> None:
    assert allocated(10, {"有错误": 100, "有疑点": 100, "其余": 100}, USUAL_SHARES) == {
        "有错误": 5,
        "有疑点": 3,
        "其余": 2,
    }
    assert allocated(10, {"有错误": 0, "有疑点": 1, "其余": 100}, USUAL_SHARES) == {"有错误": 0, "有疑点": 1, "其余": 9}
    assert allocated(10, {"有错误": 1, "有疑点": 1, "其余": 1}, USUAL_SHARES) == {"有错误": 1, "有疑点": 1, "其余": 1}
