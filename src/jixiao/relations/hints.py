"""Guesses at what went wrong where a relation cannot hold. They are labelled as guesses and decide nothing.

A guess changes the relation in one place (a row left out, a sign turned, two digits swapped, a unit slipped) and is
made only if the changed relation holds and nearly all of the difference is gone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.findings import Verdict
from jixiao.quantities import Convention, Printed, exact_text, fixed_text
from jixiao.relations.assessments import Assessment
from jixiao.relations.relation import Relation
from jixiao.relations.sums import Sum, Term
from jixiao.text.quoting import cited

_POWERS = (4, 8, 3, 2, 1, -4, -8, -3, -2, -1)
_MOST_NAMES = 3  # where more rows explain the difference equally well, none does
_Change = tuple[str, Sum]
"""The figure that a guess accuses, and the relation as it would be without the mistake."""


def hint_for(relation: Relation, assessment: Assessment) -> str | None:
    """The likeliest cause of an impossible relation, as a Chinese guess; `None` without a good one.

    >>> from jixiao.relations.figures import Figure
    >>> items = [Figure.of(name, f"{amount}万元") for name, amount in (("甲", "12.40"), ("乙", "7.15"), ("丙", "3.02"))]
    >>> relation = Sum.of(Figure.of("合计", "15.42万元"), items)
    >>> hint_for(relation, relation.assess())
    '猜测：合计可能漏加了“乙”，或该项不应列入'
    """
    if assessment.verdict is not Verdict.IMPOSSIBLE:
        return None
    guess = _sum_guess(relation.without_blanks()) if isinstance(relation, Sum) else _slip_guess(relation, assessment)
    return f"猜测：{guess}" if guess else None


def suspects(assessed: Iterable[tuple[Relation, Assessment]]) -> tuple[str, ...]:
    """The quantities through which at least two relations go that all fail: they themselves are probably wrong.

    A quantity is left out where another one is in the same failing relations: neither can be singled out then.
    """
    failing: dict[str, set[int]] = {}
    sound: set[str] = set()
    for number, (relation, assessment) in enumerate(assessed):
        for name in {figure.name for figure in relation.figures}:
            if assessment.verdict is Verdict.IMPOSSIBLE:
                failing.setdefault(name, set()).add(number)
            elif assessment.verdict.is_possible:
                sound.add(name)
    accused = {name: where for name, where in failing.items() if name not in sound and len(where) > 1}
    alone = [name for name, where in accused.items() if not any(where <= w for n, w in failing.items() if n != name)]
    return tuple(alone)


def _sum_guess(relation: Sum) -> str | None:
    kinds: tuple[tuple[Callable[[Sum], Iterator[_Change]], str], ...] = (
        (_without_item, "合计可能漏加了{}，或该项不应列入"),
        (_item_twice, "合计可能把{}算了两次，或漏列了相同的一项"),
        (_sign_turned, "{}的正负号可能相反"),
        (_digits_swapped, "{}可能有两位数字颠倒"),
        (_unit_slipped, "{}的单位或小数点可能有误"),
    )
    for changes, words in kinds:
        names = dict.fromkeys(name for name, changed in changes(relation) if _explains(changed, relation))
        if 0 < len(names) <= _MOST_NAMES:
            return words.format("或".join(map(cited, names)))
    all_exact = all(figure.known.convention is Convention.EXACT for figure in relation.figures)
    if all_exact and relation.read(Printed.rounded).fits:
        return "各数可能是舍入后的显示数，若都是四舍五入的结果，相差可以解释"
    finest = max(figure.known.decimals for figure in relation.figures)
    nines = relation.residual * Fraction(10) ** finest / 9
    return "相差能被 9 整除，可能有两位数字颠倒" if nines.denominator == 1 else None


def _explains(changed: Sum, relation: Sum) -> bool:
    return changed.fits and abs(changed.residual) * 4 <= abs(relation.residual)


def _without_item(relation: Sum) -> Iterator[_Change]:
    if len(relation.terms) > 1:
        for place, term in enumerate(relation.terms):
            yield term.figure.name, replace(relation, terms=relation.terms[:place] + relation.terms[place + 1 :])


def _item_twice(relation: Sum) -> Iterator[_Change]:
    return _weighted(relation, Fraction(2))


def _sign_turned(relation: Sum) -> Iterator[_Change]:
    return _weighted(relation, Fraction(-1))


def _weighted(relation: Sum, factor: Fraction) -> Iterator[_Change]:
    for place, term in enumerate(relation.terms):
        turned = Term(term.figure, term.weight * factor)
        yield term.figure.name, replace(relation, terms=_exchanged(relation.terms, place, turned))


def _digits_swapped(relation: Sum) -> Iterator[_Change]:
    return _rewritten(relation, lambda printed: (replace(printed, value=value) for value in _swaps(printed)))


def _unit_slipped(relation: Sum) -> Iterator[_Change]:
    return _rewritten(relation, lambda printed: (_moved(printed, power) for power in _POWERS if printed.value))


def _rewritten(relation: Sum, versions: Callable[[Printed], Iterable[Printed]]) -> Iterator[_Change]:
    """The relation with one figure at a time printed in another version."""
    for printed in versions(relation.total.known):
        yield relation.total.name, replace(relation, total=replace(relation.total, printed=printed))
    for place, term in enumerate(relation.terms):
        for printed in versions(term.figure.known):
            changed = Term(replace(term.figure, printed=printed), term.weight)
            yield term.figure.name, replace(relation, terms=_exchanged(relation.terms, place, changed))


def _exchanged(terms: Sequence[Term], place: int, term: Term) -> tuple[Term, ...]:
    return (*terms[:place], term, *terms[place + 1 :])


def _swaps(printed: Printed) -> Iterator[Fraction]:
    """The values in which two neighbouring digits that differ have changed places.

    >>> [exact_text(value) for value in _swaps(Printed(Fraction("12.2"), 1))]
    ['21.2']
    """
    places = max(printed.decimals, 0)
    text = fixed_text(abs(printed.value), places).replace(".", "")
    sign = -1 if printed.value < 0 else 1
    for left in range(len(text) - 1):
        one, other = text[left], text[left + 1]
        if one != other:
            digits = text[:left] + other + one + text[left + 2 :]
            yield sign * Fraction(int(digits), 10**places)


def _moved(printed: Printed, power: int) -> Printed:
    return replace(printed, value=printed.value * Fraction(10) ** power, decimals=printed.decimals - power)


def _slip_guess(relation: Relation, assessment: Assessment) -> str | None:
    """A computed result that differs from its print by a power of ten."""
    if assessment.possible is None or assessment.stated is None or not assessment.computed:
        return None
    for power in _POWERS:
        if not assessment.possible.scale(Fraction(10) ** power).intersect(assessment.stated).is_empty:
            times = f"{exact_text(Fraction(10) ** abs(power))} 倍"
            return f"{cited(relation.stated.name)}{'大' if power > 0 else '小'}了约 {times}，可能是单位或小数点有误"
    return None
