"""The facts of a case: the data dictionary, values with their dimensions, tables, and the relations they satisfy."""

from jixiao.facts.base import Ambiguous, FactBase, Missing, Reading, unresolved_names
from jixiao.facts.catalogue import FACT_CHECKS
from jixiao.facts.cells import facts_of
from jixiao.facts.checks import CheckSummary, TableChecks, check_tables
from jixiao.facts.dictionary import Dictionary, Entry, Meaning, standard_dictionary
from jixiao.facts.dimensions import Dimensions
from jixiao.facts.fact import Fact, Origin
from jixiao.facts.kinds import Column, TableKind, survey_scheme, table_kind, table_kinds
from jixiao.facts.opening import TableNote, open_table
from jixiao.facts.reading import read_table
from jixiao.facts.stated import StatedFact, StatedFacts, facts_in, read_facts
from jixiao.facts.tables import Row, Table, TableSource
from jixiao.facts.values import Value, ValueRefused, read_value

__all__ = [
    "FACT_CHECKS",
    "Ambiguous",
    "CheckSummary",
    "Column",
    "Dictionary",
    "Dimensions",
    "Entry",
    "Fact",
    "FactBase",
    "Meaning",
    "Missing",
    "Origin",
    "Reading",
    "Row",
    "StatedFact",
    "StatedFacts",
    "Table",
    "TableChecks",
    "TableKind",
    "TableNote",
    "TableSource",
    "Value",
    "ValueRefused",
    "check_tables",
    "facts_in",
    "facts_of",
    "open_table",
    "read_facts",
    "read_table",
    "read_value",
    "standard_dictionary",
    "survey_scheme",
    "table_kind",
    "table_kinds",
    "unresolved_names",
]
