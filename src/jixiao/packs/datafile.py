"""Read a YAML data file strictly: every scalar stays the text that was written, every key knows its line.

A case, a pack or a register is written by people who are not programmers. YAML's own habits would change
what they wrote (`207.90` becomes a float, code `1.10` becomes 1.1, `no` becomes false), so nothing is
resolved here: a tree holds texts, lists and mappings only, and the models decide what a text means. Whatever
could make a file say something else than it seems to say (a key written twice, anchors, tags, merge keys) is
refused with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from jixiao.packs.complaints import problems_of, refusal_of
from jixiao.packs.filing import bytes_of
from jixiao.packs.mistakes import syntax_problem
from jixiao.packs.trees import KeyPath, Tree, at, describe, readable
from jixiao.refusals import Problem, Refusal

SIZE_LIMIT = 5_000_000
"""Bytes a data file may have."""
DEPTH_LIMIT = 40
"""How deep lists and mappings may be nested."""
KEY_LIMIT = 100
"""Characters a key may have."""

_INVISIBLE = re.compile(
    "[^\\t\\r\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""What may not stand in a line of a data file: controls, and separators an editor does not show."""

Model = TypeVar("Model")
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """A data file as read: its name, its tree of texts, and the line of every key path.

    >>> document = parse_yaml("name: 支出\\nchildren:\\n- weight: 1.10\\n", "indicators.yaml")
    >>> document.tree
    {'name': '支出', 'children': [{'weight': '1.10'}]}
    >>> document.line(("children", 0, "weight"))
    3
    """

    file: str
    tree: Tree
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath = ()) -> int:
        """The 1-based line where `path` begins; for a path the file does not hold, that of its nearest ancestor."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def place(self, path: KeyPath = ()) -> str:
        """The place as a user reads it.

        >>> parse_yaml("- code: A1\\n  weight: 5\\n", "x.yaml").place((0, "weight"))
        '第 2 行 第 1 项（A1）的 weight'
        """
        return " ".join(part for part in (f"第 {self.line(path)} 行", readable(self.tree, path)) if part)

    def part(self, path: KeyPath) -> "Document":
        """What stands at `path` as a document of its own, its lines those of this file; KeyError where nothing does.

        >>> part = parse_yaml("a:\\n  b: [1, 2]\\n", "x.yaml").part(("a",))
        >>> part.tree, part.line(("b",))
        ({'b': ['1', '2']}, 2)
        """
        tree = at(self.tree, path)
        if tree is None:
            raise KeyError(path)
        depth = len(path)
        return Document(self.file, tree, {p[depth:]: line for p, line in self.lines.items() if p[:depth] == path})

    def problem(self, path: KeyPath, found: str, expected: str, mend: str) -> Problem:
        """A problem at `path`, for rooms above that judge what this room cannot (a rule, an expression)."""
        return Problem(self.file, self.place(path), found, expected, mend)


def read_yaml(path: Path, *, name: str = "") -> Document:
    """Read the file at `path`; `name` is what the user is told instead of the file's own name.

    Raises Refusal when there is no such file, it is no UTF-8 text, too large, or not acceptable YAML.
    """
    name = name or path.name
    raw = bytes_of(path, name, SIZE_LIMIT)
    try:
        return parse_yaml(raw.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = "不是 UTF-8 编码的文字"
        raise Refusal(Problem(name, f"第 {line} 行", found, "UTF-8 编码的文本", "请用编辑器另存为 UTF-8")) from None


def parse_yaml(text: str, file: str) -> Document:
    """Read YAML given as text; `file` names it in refusals. An empty text is the empty scalar.

    >>> parse_yaml("a: 207.90\\nb: yes\\nc:\\n", "x.yaml").tree
    {'a': '207.90', 'b': 'yes', 'c': ''}
    >>> parse_yaml("a: &x 1\\n", "x.yaml")
    Traceback (most recent call last):
        ...
    jixiao.refusals.Refusal: x.yaml，第 1 行 a：读到锚点“&x”，应为直接写出的内容。若是普通文字，请加英文双引号。
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if bad := _INVISIBLE.search(line):
            found = f"控制字符 U+{ord(bad.group()):04X}"
            raise Refusal(Problem(file, f"第 {number} 行", found, "可见的文字", "请删去这个看不见的字符"))
    builder = _Builder(file)
    try:
        builder.run(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refusal(syntax_problem(text, file, mark.line if mark else 0)) from None
    return Document(file, builder.tree, builder.lines)


def load(path: Path, model: type[Model], *, name: str = "") -> Model:
    """Read the file at `path` into `model` (a pydantic model, or a type such as `list[Node]`).

    Raises Refusal with one problem for every deviation: line, place, what was found, expected, what to do.
    """
    return validate(read_yaml(path, name=name), model)


def validate(document: Document, model: type[Model]) -> Model:
    """The document as `model`; Refusal as in `load`, for callers that keep the document for its lines."""
    adapter = TypeAdapter(model)
    try:
        return adapter.validate_python(document.tree)
    except ValidationError as error:
        problems = problems_of(error.errors(include_url=False), document.tree, model)
        placed = [document.problem(p.path, p.found, p.expected, p.mend) for p in problems]
        raise refusal_of(document.file, placed) from None


class _Builder:
    """Turns parser events into a tree; keeps lines; refuses what the format does not allow."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tree: Tree = ""
        self.lines: dict[KeyPath, int] = {}

    def run(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, (), "第二个“---”", "一个文件只写一份数据", "请删去“---”或拆成两个文件")
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                self.tree = self._node(event, events, ())

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> Tree:
        self.lines.setdefault(path, _line(event))
        self._refuse_references(event, path)
        if len(path) > DEPTH_LIMIT:
            self._refuse(event, (), f"超过 {DEPTH_LIMIT} 层的嵌套", "层次较浅的数据", "请检查缩进和括号")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Tree] = []
            for inner in events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                items.append(self._node(inner, events, (*path, len(items))))
            return items
        return self._mapping(events, path)

    def _mapping(self, events: Iterator[yaml.Event], path: KeyPath) -> Tree:
        mapping: dict[str, Tree] = {}
        for key_event in events:
            if isinstance(key_event, yaml.MappingEndEvent):
                break
            key = self._key(key_event, path)
            line = _line(key_event)
            if key in mapping:
                first = self.lines[*path, key]
                self._refuse(
                    key_event,
                    (*path, key),
                    f"第二个“{key}”（第一个在第 {first} 行）",
                    "同一处每个键只写一次",
                    "请合并或删去其中一个",
                )
            self.lines[*path, key] = line
            mapping[key] = self._node(next(events), events, (*path, key))
        return mapping

    def _key(self, event: yaml.Event, path: KeyPath) -> str:
        self._refuse_references(event, path)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, path, "用列表或一组键值作键", "文字作键", "请检查冒号和括号的位置")
        key = str(event.value)
        quoted = event.style in ("'", '"')
        if key == "<<" and not quoted:
            self._refuse(event, path, "合并键“<<”", "直接写出的内容", "请把要合并的内容写在这里")
        if (key.startswith("-") or key != key.strip()) and not quoted:
            found = f"以减号或全角空格开头的键{describe(key)}"
            self._refuse(
                event, path, found, "“- ”开头的列表项或半角空格缩进的键", "请在减号后加一个空格，并改用半角空格缩进"
            )
        if len(key) > KEY_LIMIT:
            self._refuse(event, path, describe(key), f"不超过 {KEY_LIMIT} 个字的键", "请检查冒号的位置")
        return key

    def _refuse_references(self, event: yaml.Event, path: KeyPath) -> None:
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            found = f"引用“*{anchor}”"
        elif anchor is not None:
            found = f"锚点“&{anchor}”"
        elif tag is not None:
            found = f"标签“{tag}”"
        else:
            return
        self._refuse(event, path, found, "直接写出的内容", "若是普通文字，请加英文双引号")

    def _refuse(self, event: yaml.Event, path: KeyPath, found: str, expected: str, mend: str) -> NoReturn:
        where = readable("", path)
        place = f"第 {_line(event)} 行" + (f" {where}" if where else "")
        raise Refusal(Problem(self.file, place, found, expected, mend))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
