"""Self-evaluation forms (项目支出绩效自评表) and their summary tables, read from a document of any layout."""

from jixiao.forms.completeness import FormReading, ReadingStatus, reading_of, unread_in
from jixiao.forms.model import (
    Block,
    Form,
    FormBook,
    IndicatorLine,
    KindHeading,
    MoneyKind,
    MoneyRow,
    Objective,
    Residue,
    ResidueKind,
    Said,
    Summary,
    SummaryRow,
)
from jixiao.forms.reading import read_forms

__all__ = [
    "Block",
    "Form",
    "FormBook",
    "FormReading",
    "IndicatorLine",
    "KindHeading",
    "MoneyKind",
    "MoneyRow",
    "Objective",
    "ReadingStatus",
    "Residue",
    "ResidueKind",
    "Said",
    "Summary",
    "SummaryRow",
    "read_forms",
    "reading_of",
    "unread_in",
]
