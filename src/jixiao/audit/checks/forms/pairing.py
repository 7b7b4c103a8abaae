"""Which form belongs to which row of a summary: by name, and by amount where names were changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.forms import Form, Summary, SummaryRow
from jixiao.forms.names import Kinship, core, kinship, likeness
from jixiao.relations import Duplicate

_ORDER = (Kinship.SHORTENED, Kinship.WITHIN, Kinship.SIMILAR)


@dataclass(frozen=True)
class Pair:
    """A row and its form; `is_certain` unless the names only resemble each other and nothing else confirms it."""

    row: SummaryRow
    form: Form

    @property
    def is_certain(self) -> bool:
        """Whether name or amount leaves no doubt that both speak of one project."""
        kin = kinship(self.row.name.text, self.form.project.text)
        same = kin in (Kinship.SAME, Kinship.SHORTENED)
        return same or equal_amount(self.row, self.form) or _swapped_amount(self.row, self.form)


@dataclass(frozen=True)
class Pairs:
    """The rows of a summary with their forms, the rows without one, and the forms that no row lists."""

    paired: tuple[Pair, ...]
    without_form: tuple[SummaryRow, ...]
    unlisted: tuple[Form, ...]


def pairs_of(summary: Summary, forms: Sequence[Form]) -> Pairs:
    """The pairs of one summary: equal names first, then the likeliest of those that are left, each once."""
    rows, left = list(summary.rows), list(forms)
    paired: list[tuple[SummaryRow, Form]] = []
    by_name: dict[str, list[Form]] = {}
    for form in left:
        by_name.setdefault(core(form.project.text), []).append(form)
    for row in summary.rows:
        known = by_name.get(core(row.name.text))
        if known:
            paired.append((row, known.pop(0)))
    paired += _likeliest([row for row in rows if all(row is not one for one, _ in paired)], _others(left, paired))
    with_form = [row for row, _ in paired]
    in_order = sorted(paired, key=lambda pair: _number(pair[0], rows))
    lacking = tuple(row for row in rows if all(row is not one for one in with_form))
    return Pairs(tuple(Pair(*pair) for pair in in_order), lacking, tuple(_others(left, paired)))


def _others(forms: Sequence[Form], paired: Sequence[tuple[SummaryRow, Form]]) -> list[Form]:
    return [form for form in forms if all(form is not one for _, one in paired)]


def _number(row: SummaryRow, rows: Sequence[SummaryRow]) -> int:
    return next(number for number, one in enumerate(rows) if one is row)


def _likeliest(rows: Sequence[SummaryRow], forms: Sequence[Form]) -> Iterator[tuple[SummaryRow, Form]]:
    """Pairs of changed names, the closest first; a merely similar name needs an equal amount beside it."""
    candidates = sorted(
        (rank, at, number)
        for at, row in enumerate(rows)
        for number, form in enumerate(forms)
        if (rank := _rank(row, form)) is not None
    )
    taken_rows: set[int] = set()
    taken_forms: set[int] = set()
    for _, at, number in candidates:
        if at not in taken_rows and number not in taken_forms:
            taken_rows.add(at)
            taken_forms.add(number)
            yield rows[at], forms[number]


def _rank(row: SummaryRow, form: Form) -> tuple[int, int, int] | None:
    kin = kinship(row.name.text, form.project.text)
    if kin is Kinship.FOREIGN:
        return None
    equal = equal_amount(row, form)
    if kin is Kinship.SIMILAR and not equal:
        return None
    return (_ORDER.index(kin) if kin in _ORDER else 0, 0 if equal else 1, -likeness(row.name.text, form.project.text))


def _swapped_amount(row: SummaryRow, form: Form) -> bool:
    """Whether the amount of the row has the digits of one of the form's in another order."""
    money = form.total_money
    if money is None or row.money.is_missing:
        return False
    digits = sorted(str(row.money))
    return any(sorted(str(amount)) == digits for amount in money.amounts if not amount.is_missing)


def equal_amount(row: SummaryRow, form: Form) -> bool:
    """Whether the amount of the row is one of those of the form."""
    money = form.total_money
    if money is None or row.money.is_missing:
        return False
    return any(
        Duplicate((row.money, amount)).assess().verdict.is_possible for amount in money.amounts if not amount.is_missing
    )
