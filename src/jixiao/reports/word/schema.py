"""The variables a template may name, read off the dataclasses of the content: their shape and what they mean."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from jixiao.reports.content.parts import Chart, Table

CONTENTS = "contents"
"""The variable in whose place the table of contents is written; it belongs to no dataclass."""
BLOCK = "xml"
"""The field that holds the WordprocessingML of what is placed whole; no template reaches it."""

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]
"""What a template is given."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text, a whole number, or yes and no."""

    kind: Literal["文字", "数", "是否"]


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Record:
    """Something with fields; `block` says what it is where it is placed whole, as paragraphs of its own."""

    fields: Mapping[str, "Variable"]
    block: str = ""


@dataclass(frozen=True, slots=True)
class Maybe:
    """Something that may be lacking."""

    shape: Plain | Many | Record


Shape = Plain | Many | Record | Maybe


@dataclass(frozen=True, slots=True)
class Variable:
    """What a name stands for, and what is said about it to those who write templates."""

    meaning: str
    shape: Shape


TEXT, NUMBER, FLAG = Plain("文字"), Plain("数"), Plain("是否")
BLOCKS = {Table: "表", Chart: "图"}
_PLAIN = {str: TEXT, Decimal: TEXT, int: NUMBER, bool: FLAG}


def variables_of(content: type) -> Mapping[str, Variable]:
    """The names a template of this content may begin with; the content is Report or Plan.

    >>> from jixiao.reports.content.report import Report
    >>> variables_of(Report)["opening"]
    Variable(meaning='正文开头一段：依据和委托', shape=Plain(kind='文字'))
    """
    return {**_fields_of(content), CONTENTS: Variable("目录", Record({}, "目录"))}


def kind_of(shape: Shape) -> str:
    """The shape in a few words.

    >>> kind_of(Many(TEXT)), kind_of(Many(Record({}))), kind_of(Maybe(Record({}, "表")))
    ('文字的列表', '列表', '表，可能没有')
    """
    match shape:
        case Plain(kind):
            return kind
        case Many(Record(_, "")):
            return "列表"
        case Many(Maybe(item)):
            return f"{kind_of(item)}的列表，其中可能有空缺"
        case Many(item):
            return f"{kind_of(item)}的列表"
        case Record(_, block):
            return block or "一组"
        case Maybe(inner):
            return f"{kind_of(inner)}，可能没有"


@cache
def _fields_of(record: type) -> Mapping[str, Variable]:
    hints = get_type_hints(record, include_extras=True)
    return {field.name: _variable(hints[field.name]) for field in fields(record)}


def _variable(annotation: Any) -> Variable:
    assert get_origin(annotation) is Annotated, f"{annotation} says nothing to writers of templates"
    inner, meaning = get_args(annotation)
    return Variable(meaning, _shape(inner))


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _one_of(arguments)
    if origin is tuple:
        return Many(_shape(arguments[0]))
    if origin is Literal:
        return TEXT
    if is_dataclass(annotation) and isinstance(annotation, type):
        return Record(_fields_of(annotation), BLOCKS.get(annotation, ""))
    return _PLAIN[annotation]


def _one_of(alternatives: tuple[Any, ...]) -> Shape:
    """Of several records the fields they share; with None something that may be lacking."""
    shapes = [_shape(each) for each in alternatives if each is not types.NoneType]
    first = shapes[0]
    if len(shapes) > 1:
        records = [shape for shape in shapes if isinstance(shape, Record)]
        shared = {n: v for n, v in records[0].fields.items() if all(r.fields.get(n) for r in records)}
        first = Record(shared, "或".join(record.block for record in records))
    assert not isinstance(first, Maybe)
    return Maybe(first) if types.NoneType in alternatives else first
