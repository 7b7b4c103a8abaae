"""The facts a table states, and those that follow from it: satisfaction from the counts of answers."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jixiao.expressions import Binary, Call, Formula, Name, Number
from jixiao.facts.dictionary import Dictionary, Entry
from jixiao.facts.dimensions import Dimensions
from jixiao.facts.fact import Fact
from jixiao.facts.kinds import ANSWERS, Column
from jixiao.facts.tables import Row, Table
from jixiao.packs.schemes import SatisfactionScheme

COUNTED = "计入综合"
"""The heading that says whether a question counts for the composite satisfaction."""
_SATISFACTION = "满意度"
_COMPOSITE = "综合满意度"


def facts_of(table: Table, dictionary: Dictionary, usual_year: int) -> Iterator[Fact]:
    """The facts of the table in a case of `usual_year`, row by row; an empty cell is a gap at its place.

    The counts of a survey are followed by 满意度 of each question and 综合满意度 of each group of respondents, both
    as formulas over the counts, so that a derivation shows every answer.

    >>> from jixiao.facts.dictionary import standard_dictionary
    >>> from jixiao.facts.opening import TableNote, open_table
    >>> note, dictionary = TableNote("采购.csv", "procurement", "采购表"), standard_dictionary()
    >>> headings, rows = ("类别", "年初采购预算", "实际采购金额"), [(2, ("货物", "12.50", "-"))]
    >>> table = open_table(note, headings, rows, dictionary=dictionary, usual_year=2023)
    >>> [(fact.label(2023), fact.is_stated) for fact in facts_of(table, dictionary, 2023)]
    [('政府采购金额〔货物，年初〕', True), ('政府采购金额〔货物，实际〕', False)]
    """
    for row in table.rows:
        for column in table.columns:
            if column.is_number and (fact := _fact(table, row, column, dictionary)) is not None:
                yield fact
    if table.kind.is_survey and table.source.scheme is not None:
        yield from _satisfaction(table, table.source.scheme, dictionary, usual_year)


def _fact(table: Table, row: Row, column: Column, dictionary: Dictionary) -> Fact | None:
    entry = _entry(dictionary, column.quantity) if column.quantity else row.quantity
    value = row.values.get(column.heading)
    if entry is None or (value is None and column.may_be_blank):
        return None
    at = replace(_place(table, row), year=table.source.year - (column.year == "上年"), stage=column.stage)
    return Fact(entry, entry.name, at, table.origin(row, column.heading), value, sources=table.source.evidence)


def _place(table: Table, row: Row) -> Dimensions:
    return Dimensions(table.source.year, body=row.body, fund=row.fund, item=row.item)


def _entry(dictionary: Dictionary, name: str) -> Entry:
    meaning = dictionary.meaning(name)
    if meaning is None:
        raise LookupError(f"the dictionary has no {name}")
    return meaning.entry


def _satisfaction(table: Table, scheme: SatisfactionScheme, dictionary: Dictionary, usual_year: int) -> Iterator[Fact]:
    counted: dict[str, list[tuple[Row, Name]]] = {}
    for row in table.rows:
        at = _place(table, row)
        words = at.words(usual_year)
        yield _derived(table, row, at, _entry(dictionary, _SATISFACTION), _question(words, scheme))
        if row.texts[COUNTED] == "是":
            counted.setdefault(row.body, []).append((row, Name.of(_SATISFACTION, *words)))
    for body, questions in counted.items():
        at = Dimensions(table.source.year, body=body)
        mean = Call("mean", tuple(name for _, name in questions))
        yield _derived(table, questions[0][0], at, _entry(dictionary, _COMPOSITE), mean)


def _derived(table: Table, row: Row, at: Dimensions, entry: Entry, formula: Formula) -> Fact:
    return Fact(entry, entry.name, at, table.origin(row), formula=formula, sources=table.source.evidence)


def _question(words: tuple[str, ...], scheme: SatisfactionScheme) -> Formula:
    """The satisfaction with one question: answers × weights ÷ answers."""
    counts = [Name.of(answer, *words) for answer in ANSWERS]
    weighted = [
        Binary("*", count, Number(weight, percent=True))
        for count, weight in zip(counts, scheme.weights, strict=True)
        if weight != Fraction(0)
    ]
    return Binary("/", _sum(weighted), _sum(counts))


def _sum(terms: list[Binary] | list[Name]) -> Formula:
    first: Formula = terms[0]
    for term in terms[1:]:
        first = Binary("+", first, term)
    return first
