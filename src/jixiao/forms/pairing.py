"""Which form belongs to which row of a summary: by name, and by amount where names were changed."""

from collections import deque
from collections.abc import Mapping, Sequence
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
    rows = summary.rows
    by_name: dict[str, deque[int]] = {}
    for number, form in enumerate(forms):
        by_name.setdefault(core(form.project.text), deque()).append(number)
    form_of: dict[int, int] = {}
    for at, row in enumerate(rows):
        if alike := by_name.get(core(row.name.text)):
            form_of[at] = alike.popleft()
    paired = set(form_of.values())
    form_of |= _likeliest(
        {at: row for at, row in enumerate(rows) if at not in form_of},
        {number: form for number, form in enumerate(forms) if number not in paired},
    )
    paired = set(form_of.values())
    return Pairs(
        tuple(Pair(rows[at], forms[form_of[at]]) for at in sorted(form_of)),
        tuple(row for at, row in enumerate(rows) if at not in form_of),
        tuple(form for number, form in enumerate(forms) if number not in paired),
    )


def _likeliest(rows: Mapping[int, SummaryRow], forms: Mapping[int, Form]) -> dict[int, int]:
    """Pairs of changed names by their numbers, the closest first; a merely similar name needs an equal amount."""
    candidates = sorted(
        (rank, at, number)
        for at, row in rows.items()
        for number, form in forms.items()
        if (rank := _rank(row, form)) is not None
    )
    form_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, number in candidates:
        if at not in form_of and number not in taken:
            form_of[at] = number
            taken.add(number)
    return form_of


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
