"""The words of self-evaluation forms: what a cell says about itself, whatever its layout."""

from jixiao.forms.vocabulary.cells import is_number, plain, unbracketed
from jixiao.forms.vocabulary.columns import Column, indicator_column, money_column
from jixiao.forms.vocabulary.header import header_field, is_foot, is_form_title, is_summary_title, labelled_in
from jixiao.forms.vocabulary.levels import (
    COST,
    EFFECT,
    OUTPUT,
    SATISFACTION,
    block_of,
    is_side,
    kind_named,
    level1_in_own_words,
    level1_of,
    level2_of,
)
from jixiao.forms.vocabulary.money import is_source, is_spending, is_total_money, is_within
from jixiao.forms.vocabulary.rows import (
    is_grade,
    is_not_applicable,
    is_placeholder,
    is_remark,
    is_total,
    without_number,
)

__all__ = [
    "COST",
    "EFFECT",
    "OUTPUT",
    "SATISFACTION",
    "Column",
    "block_of",
    "header_field",
    "indicator_column",
    "is_foot",
    "is_form_title",
    "is_grade",
    "is_not_applicable",
    "is_number",
    "is_placeholder",
    "is_remark",
    "is_side",
    "is_source",
    "is_spending",
    "is_summary_title",
    "is_total",
    "is_total_money",
    "is_within",
    "kind_named",
    "labelled_in",
    "level1_in_own_words",
    "level1_of",
    "level2_of",
    "money_column",
    "plain",
    "unbracketed",
    "without_number",
]
