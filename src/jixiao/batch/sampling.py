"""A sample of forms for re-checking on the spot: by strata of risk, with probability proportional to size, repeatable.

The method, so that anyone can draw the same sample again:

1. Forms are divided by their gravest finding: 有错误, 有疑点 (a warning), 其余. The wanted number is divided among the
   strata by their shares, whole numbers by the largest remainders; a stratum that has fewer forms is taken whole and
   what it leaves goes to the others by the same rule.
2. Inside a stratum the size of a form is its budget; a form of which none is known, or less than a hundredth of the
   mean of the stratum, counts as that hundredth, so that every form can be drawn.
3. With n to be drawn and sizes adding up to T, a form of size T ÷ n or more is taken for certain, and the rest is drawn
   anew without it, until no such form is left.
4. The others stand in the order of SHA-256(seed:form); a random start u from SHA-256(seed:stratum) and steps of T ÷ n
   along their added sizes pick the forms. So the probability of a form is n × its size ÷ T, exactly.

The weight of a form in an estimate is 1 ÷ its probability.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import lcm

STRATA = ("有错误", "有疑点", "其余")
USUAL_SHARES: Mapping[str, Fraction] = {"有错误": Fraction(1, 2), "有疑点": Fraction(3, 10), "其余": Fraction(1, 5)}
"""How the sample is divided among the strata unless the authority says otherwise: a setting, no rule of any text."""
LEAST_OF = 100
"""A form counts at least as the hundredth part of the mean size of its stratum."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that may be drawn: its number, its stratum, its size (budget in yuan, None if not known)."""

    form: int
    stratum: str
    size: Fraction | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A form that was drawn and the probability with which it was."""

    form: int
    stratum: str
    probability: Fraction


def draw(
    candidates: Iterable[Candidate], wanted: int, seed: int, shares: Mapping[str, Fraction] = USUAL_SHARES
) -> tuple[Drawn, ...]:
    """The sample, in the order of strata and forms; every form where more are wanted than there are.

    >>> forms = [Candidate(n, "其余", Fraction(n)) for n in range(1, 5)]
    >>> [(each.form, str(each.probability)) for each in draw(forms, 2, seed=1)]
    [(2, '2/5'), (4, '4/5')]
    """
    by_stratum: dict[str, list[Candidate]] = {stratum: [] for stratum in shares}
    for candidate in candidates:
        by_stratum[candidate.stratum].append(candidate)
    numbers = allocated(wanted, {stratum: len(forms) for stratum, forms in by_stratum.items()}, shares)
    return tuple(
        each for stratum, forms in by_stratum.items() for each in _from(stratum, forms, numbers[stratum], seed)
    )


def allocated(wanted: int, available: Mapping[str, int], shares: Mapping[str, Fraction]) -> dict[str, int]:
    """How many are drawn from each stratum.

    >>> allocated(10, {"有错误": 2, "有疑点": 50, "其余": 50}, USUAL_SHARES)
    {'有错误': 2, '有疑点': 5, '其余': 3}
    """
    numbers = dict.fromkeys(available, 0)
    left = min(wanted, sum(available.values()))
    while left:
        room = {stratum: shares[stratum] for stratum in available if numbers[stratum] < available[stratum]}
        whole = sum(room.values(), Fraction(0))
        if not whole:
            room, whole = dict.fromkeys(room, Fraction(1)), Fraction(len(room))
        due = {stratum: left * share / whole for stratum, share in room.items()}
        given = {stratum: int(number) for stratum, number in due.items()}
        most_left = sorted(due, key=lambda stratum: given[stratum] - due[stratum])
        for stratum in most_left[: left - sum(given.values())]:
            given[stratum] += 1
        for stratum, number in given.items():
            taken = min(number, available[stratum] - numbers[stratum])
            numbers[stratum] += taken
            left -= taken
    return numbers


def _from(stratum: str, forms: Sequence[Candidate], wanted: int, seed: int) -> list[Drawn]:
    sizes = _sizes(forms)
    drawn, left = [], wanted
    while left:
        total = sum(sizes.values())
        certain = [form for form, size in sizes.items() if size * left >= total]
        if not certain:
            break
        drawn += [Drawn(form, stratum, Fraction(1)) for form in certain]
        left -= len(certain)
        taken = set(certain)
        sizes = {form: size for form, size in sizes.items() if form not in taken}
    if left:
        drawn += _along(stratum, sizes, left, seed)
    return sorted(drawn, key=lambda each: each.form)


def _along(stratum: str, sizes: Mapping[int, int], wanted: int, seed: int) -> list[Drawn]:
    """Steps along the added sizes, in whole numbers: sizes count `wanted` × 2⁶⁴ times, so that every step is one."""
    total = sum(sizes.values())
    parts = wanted << 64
    mark = total * int.from_bytes(sha256(f"{seed}:{stratum}".encode()).digest()[:8])
    drawn, reached = [], 0
    for form in sorted(sizes, key=lambda form: sha256(f"{seed}:{form}".encode()).digest()):
        reached += sizes[form]
        if mark < reached * parts:
            drawn.append(Drawn(form, stratum, Fraction(sizes[form] * wanted, total)))
            mark += total << 64
    return drawn


def _sizes(forms: Sequence[Candidate]) -> dict[int, int]:
    """The sizes as whole numbers of one common part of a yuan."""
    known = [max(form.size or Fraction(0), Fraction(0)) for form in forms]
    part = lcm(*(size.denominator for size in known)) * LEAST_OF * max(len(known), 1)
    whole = [size.numerator * (part // size.denominator) for size in known]
    least = sum(whole) // (LEAST_OF * max(len(known), 1))  # divides: every size is a multiple of both
    return {form.form: max(size, least) or 1 for form, size in zip(forms, whole, strict=True)}
