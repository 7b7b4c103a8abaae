"""How figures stand in a sentence: as printed, with their unit; a figure that is not stated leaves no clause."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import groupby

from jixiao.evaluation.case import Case
from jixiao.expressions import EvaluationError, Expression, Name, evaluate
from jixiao.facts import Ambiguous, Fact, Missing, Table, Value
from jixiao.quantities import percent_text
from jixiao.reports.content.sentences import joined


def value_text(value: Value) -> str:
    """A stated value as printed, with its unit.

    >>> from jixiao.facts import read_value
    >>> from jixiao.quantities import unit_named
    >>> value_text(read_value("82.849", "amount", unit_named("万元")))
    '82.849万元'
    """
    printed = str(value.printed)
    return printed if printed.endswith("%") else f"{printed}{value.unit}"


def figure_text(table: Table, index: int, heading: str) -> str:
    """The figure of a row under a heading, stated or derived; "" where it is neither."""
    value = table.rows[index].values.get(heading)
    if value is not None:
        return value_text(value)
    if heading not in [column.heading for column in table.kind.derived]:
        return ""
    rate = table.derived(index, heading)
    return "" if rate is None else percent_text(rate)


def figures_text(table: Table, index: int, labels: Mapping[str, str]) -> str:
    """The stated figures of a row, each with what its heading is called; "" where there are none."""
    return clauses((label, figure_text(table, index, heading)) for heading, label in labels.items())


def clauses(figures: Iterable[tuple[str, str]]) -> str:
    """Figures with what they are, one after the other; equal ones that follow each other are told together.

    A figure that is not stated ("") is left out.

    >>> clauses([("年初预算", "434.66万元"), ("调整预算", "454.58万元"), ("决算", "454.58万元"), ("执行率", "")])
    '年初预算434.66万元，调整预算和决算均为454.58万元'
    """
    told = groupby([(label, figure) for label, figure in figures if figure], key=lambda each: each[1])
    return "，".join(_together([label for label, _ in group], figure) for figure, group in told)


def whole_text(table: Table, labels: Mapping[str, str]) -> str:
    """The stated figures of the row of the whole; "" where there is none."""
    whole = main_row(table)
    return "" if whole is None else figures_text(table, whole, labels)


def main_row(table: Table) -> int | None:
    """The row of the whole, or the only row; None where the table has several rows and no whole."""
    whole = next((index for index, row in enumerate(table.rows) if row.level == 0), None)
    return 0 if whole is None and len(table.rows) == 1 else whole


def rows_below(table: Table, index: int) -> list[int]:
    """The rows one level below the row at `index`, in order."""
    return [number for number, row in enumerate(table.rows) if row.above == index]


def fact_of(case: Case, name: str, *qualifiers: str) -> Fact | None:
    """The stated fact of that name; None where there is none, or not exactly one."""
    try:
        return case.facts.find(Name.of(name, *qualifiers))
    except (Missing, Ambiguous):
        return None


def fact_text(case: Case, name: str, *qualifiers: str) -> str:
    """A stated figure with its unit; "" where there is none, or not exactly one."""
    fact = fact_of(case, name, *qualifiers)
    return "" if fact is None or fact.value is None else value_text(fact.value)


def computed(case: Case, expression: Expression) -> Fraction | None:
    """What an expression over the case's facts comes to; None where a fact is lacking or it cannot be divided."""
    try:
        return Fraction(evaluate(expression, case.facts.exact()))
    except (Missing, Ambiguous, EvaluationError):
        return None


def _together(labels: list[str], figure: str) -> str:
    return f"{joined(labels)}{'均为' if len(labels) > 1 else ''}{figure}"
