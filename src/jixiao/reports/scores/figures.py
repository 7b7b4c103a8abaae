"""Printed figures and printed arithmetic as a spreadsheet takes them: numbers with a format, formulas."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_FIGURE = re.compile(r"(-?\d+)(?:\.(\d+))?(%?)", re.ASCII)
_DIGITS = 15
_FORMULA_LIMIT = 8000
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-"})
_FUNCTIONS = re.compile(r"min|max|abs|round")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, the format that shows it as it was printed, and how many decimals its value has."""

    value: Decimal
    code: str
    places: int


def figure_of(text: str) -> Figure | None:
    """The figure a text prints; None for a text that is none, or has more digits than a spreadsheet keeps.

    >>> figure_of("207.90"), figure_of("84.75%")
    (Figure(value=Decimal('207.90'), code='0.00', places=2), Figure(value=Decimal('0.8475'), code='0.00%', places=4))
    >>> figure_of("2/3") is None, figure_of("1234567890123456") is None
    (True, True)
    """
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    whole, decimals, percent = match[1], match[2] or "", match[3]
    if len((whole.lstrip("-") + decimals).lstrip("0")) > _DIGITS:
        return None
    value = Decimal(f"{whole}.{decimals}" if decimals else whole).scaleb(-2 if percent else 0)
    code = "0" + (f".{'0' * len(decimals)}" if decimals else "") + percent
    return Figure(value, code, len(decimals) + (2 if percent else 0))


def arithmetic(expression: str, places: int) -> str | None:
    """The formula that does a derivation's arithmetic and rounds it as printed; None where it is too long for a cell.

    >>> arithmetic("round(2 − (38.93 + 19.01) ÷ 434.66 × 5%, 2)", 2)
    '=ROUND(ROUND(2 - (38.93 + 19.01) / 434.66 * 5%, 2),2)'
    """
    written = _FUNCTIONS.sub(lambda word: word[0].upper(), expression.translate(_SIGNS))
    return f"=ROUND({written},{places})" if len(written) < _FORMULA_LIMIT else None


def cell(column: int, row: int) -> str:
    """The name of a cell; column and row are counted from 0, of at most 26 columns.

    >>> cell(5, 4)
    'F5'
    """
    return f"{chr(ord('A') + column)}{row + 1}"


def cells(column: int, rows: Iterable[int]) -> str:
    """The cells of a column in the given rows, neighbours as a range.

    >>> cells(5, [4, 5, 6, 9])
    'F5:F7,F10'
    """
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ",".join(
        cell(column, run[0]) if len(run) == 1 else f"{cell(column, run[0])}:{cell(column, run[-1])}" for run in runs
    )
