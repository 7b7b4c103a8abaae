"""The content as a template sees it: nothing but texts, whole numbers, lists and fields by name."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from jixiao.reports.content.parts import Chart, Table
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.schema import BLOCK, CONTENTS, Value


@dataclass(frozen=True, slots=True)
class Context:
    """The values of a template's variables, and the content whose fields they are."""

    content: type[Report] | type[Plan]
    values: Mapping[str, Value]


def context_of(content: Report | Plan, blocks: Blocks) -> Context:
    """Every field by its name; tables, charts and the table of contents also as the blocks they are shown as."""
    return Context(type(content), {**_record(content, blocks), CONTENTS: {BLOCK: blocks.contents()}})


def _value(value: object, blocks: Blocks) -> Value:
    match value:
        case None | str() | int():
            return value
        case Decimal():
            return format(value, "f")
        case tuple():
            return [_value(item, blocks) for item in value]
        case Table() | Chart():
            return {**_record(value, blocks), BLOCK: blocks.xml(value)}
    return _record(value, blocks)


def _record(record: Any, blocks: Blocks) -> dict[str, Value]:
    return {field.name: _value(getattr(record, field.name), blocks) for field in fields(record)}
