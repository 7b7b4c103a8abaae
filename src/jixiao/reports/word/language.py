"""The language of templates: what a tag may say, and how a value becomes part of a Word file.

It is a small part of Jinja's. The delimiters given to Jinja are characters for private use that stand in no template,
so that Jinja sees as tags exactly those that were found in the paragraphs and checked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from jixiao.reports.numbering import chinese_number
from jixiao.reports.word import schema
from jixiao.reports.word.markup import escaped

OPENED, CLOSED = "\ue000", "\ue001"
LOOP_FIELDS = ("index", "index0", "first", "last", "length")

_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


def printing(expression: str) -> str:
    """The Jinja source that prints an expression."""
    return f"{OPENED}{{ {expression} }}{CLOSED}"


def statement(words: str) -> str:
    """The Jinja source of a statement."""
    return f"{OPENED}% {words} %{CLOSED}"


class Unfit(Exception):
    """A tag that a template cannot have: what was found, what is expected, what to do; its place is added later."""

    def __init__(self, found: str, expected: str, mend: str) -> None:
        super().__init__(found, expected, mend)
        self.found, self.expected, self.mend = found, expected, mend


class Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which a dot leads to fields of the content and to nothing else."""

    def __init__(self) -> None:
        super().__init__(
            block_start_string=f"{OPENED}%",
            block_end_string=f"%{CLOSED}",
            variable_start_string=f"{OPENED}{{",
            variable_end_string=f"}}{CLOSED}",
            comment_start_string=f"{OPENED}#",
            comment_end_string=f"#{CLOSED}",
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_as_xml,
            keep_trailing_newline=True,
        )
        self.globals = {}
        self.filters = {"length": len, "first": _first, "last": _last, "join": _join, "default": _default}
        self.filters["chinese"] = chinese_number
        self.tests = {"none": _is_none}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of the content, or of the loop."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP_FIELDS:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Undefined:
        """Nothing: brackets are not part of the language."""
        return self.undefined(obj=obj, name=argument)

    def call(self, *arguments: Any, **named: Any) -> Any:
        """Nothing is called."""
        raise TemplateRuntimeError("calls are not part of the language")


def _as_xml(value: object) -> object:
    """What stands in the Word file for a value: of a text its characters and line breaks, of a table its block."""
    match value:
        case Markup() | Undefined():  # Jinja names what is undefined when it prints it
            return value
        case str():
            return Markup(escaped(value.replace("\r\n", "\n")).replace("\n", _LINE_BREAK))
        case bool():
            raise TemplateRuntimeError("yes and no cannot be printed")
        case int():
            return value
        case None:
            return ""
        case {schema.BLOCK: str(xml)}:
            return Markup(xml)
    raise TemplateRuntimeError(f"{type(value).__name__} cannot be printed")


def _first(values: Sequence[object]) -> object:
    return values[0] if values else None


def _last(values: Sequence[object]) -> object:
    return values[-1] if values else None


def _join(values: Sequence[object], between: str = "") -> str:
    return between.join(map(str, values))


def _default(value: object, other: str) -> object:
    return value or other


def _is_none(value: object) -> bool:
    return value is None
