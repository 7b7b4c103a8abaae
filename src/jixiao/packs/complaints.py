"""Turn pydantic's errors into problems a Chinese reader can act on: found, expected, mend, and no English.

Models of this and other rooms may raise `wrong(...)` in a validator to say exactly what they expected.
"""

import difflib
import re
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from jixiao.packs.trees import KeyPath, Tree, at, describe
from jixiao.refusals import Problem, Refusal

_WRONG = "jixiao_wrong"
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Complaint:
    """A problem not yet placed in a file: `path` leads from the root of the tree to it."""

    path: KeyPath
    found: str
    expected: str
    mend: str


def wrong(expected: str, mend: str, found: str = "") -> PydanticCustomError:
    """The error a validator raises; without `found` the refused text itself is shown.

    >>> raise wrong("“是”或“否”", "请改写")
    Traceback (most recent call last):
        ...
    pydantic_core._pydantic_core.PydanticCustomError: 应为“是”或“否”。请改写
    """
    return PydanticCustomError(_WRONG, "应为{expected}。{mend}", {"expected": expected, "mend": mend, "found": found})


def wrong_at(place: KeyPath, error: PydanticCustomError) -> ValidationError:
    """What a validator of a model raises where a part of it is wrong: the message then names the part's line."""
    return ValidationError.from_exception_data("", [InitErrorDetails(type=error, loc=place, input=None)])


def problems_of(errors: Sequence[ErrorDetails], tree: Tree, model: Any) -> list[Complaint]:
    """Every error once, in the order of the file's models; of a union only the branch that fits best."""
    complaints = (_complaint(path, error, tree, model) for path, error in _branches(errors, tree))
    return list(dict.fromkeys(complaint for complaint in complaints if complaint is not None))


def refusal_of(file: str, problems: Sequence[Problem]) -> Refusal:
    """The refusal of a file: the first fifty problems, and how many more there are.

    >>> print(refusal_of("t.csv", [Problem("t.csv", f"第 {n} 行", "甲", "乙", "") for n in range(60)]).problems[-1])
    t.csv：读到另外 10 处问题，应为没有问题的内容。请先改正以上各处。
    """
    rest = len(problems) - _SHOWN
    more = [Problem(file, "", f"另外 {rest} 处问题", "没有问题的内容", "请先改正以上各处")] if rest > 0 else []
    return Refusal(*problems[:_SHOWN], *more)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like `word`, or "".

    >>> nearest("wieght", ["name", "weight"])
    'weight'
    """
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)), "")


def known_keys(model: Any, path: KeyPath) -> list[str]:
    """The keys a mapping at `path` may have, following the annotations of `model`."""
    candidates = [model]
    for step in path:
        candidates = [inner for candidate in candidates for inner in _inside(candidate, step)]
    keys: dict[str, None] = {}
    for candidate in candidates:
        for plain in _plain(candidate):
            if isinstance(plain, type) and issubclass(plain, BaseModel):
                keys |= {field.alias or name: None for name, field in plain.model_fields.items()}
    return list(keys)


def _plain(annotation: Any) -> list[Any]:
    """The annotation without Annotated, unions spread out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [plain for part in get_args(annotation) for plain in _plain(part)]
    return [annotation]


def _inside(annotation: Any, step: str | int) -> list[Any]:
    found: list[Any] = []
    for plain in _plain(annotation):
        arguments = [a for a in get_args(plain) if a is not Ellipsis]
        if isinstance(plain, type) and issubclass(plain, BaseModel):
            found += [f.annotation for n, f in plain.model_fields.items() if step in (n, f.alias)]
        elif arguments:
            found.append(arguments[-1])
    return found


def _branches(errors: Sequence[ErrorDetails], tree: Tree) -> list[tuple[KeyPath, ErrorDetails]]:
    """Each error with its path in the tree. Of a union pydantic reports every branch: the one whose errors lie
    deepest is kept, then the one with the fewest."""
    sites: dict[tuple[KeyPath, str], list[tuple[KeyPath, ErrorDetails]]] = {}
    best: dict[KeyPath, tuple[int, int, str]] = {}
    for error in errors:
        path, site, branch = _place_in(tree, error)
        sites.setdefault((site, branch), []).append((path, error))
    for (site, branch), members in sites.items():
        rank = (-min(len(path) for path, _ in members), len(members), branch)
        if branch and (site not in best or rank < best[site]):
            best[site] = rank
    return [
        member
        for (site, branch), members in sites.items()
        if not branch or best[site][2] == branch
        for member in members
    ]


def _place_in(tree: Tree, error: ErrorDetails) -> tuple[KeyPath, KeyPath, str]:
    """The error's path in the tree, and the first union it went through: its site and its branch."""
    path: KeyPath = ()
    site: KeyPath = ()
    branch = ""
    steps = error["loc"]
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        if at(tree, (*path, step)) is not None or (last and error["type"] in ("missing", "extra_forbidden")):
            path = (*path, step)
        elif step != "[key]" and not branch:
            site, branch = path, str(step)
    return path, site, branch


def _complaint(path: KeyPath, error: ErrorDetails, tree: Tree, model: Any) -> Complaint | None:
    kind = error["type"]
    context: Mapping[str, Any] = error.get("ctx", {})
    node = at(tree, path)
    found = describe(node if node is not None else error["input"])
    if kind == "missing":
        return _missing_key(path, tree, model)
    if kind == "too_short" and isinstance(node, list) and len(node) >= context["min_length"]:
        return None  # short only of the items that are wrong, which are reported themselves
    if kind == "extra_forbidden":
        return _unknown_key(path, tree, model)
    if kind == _WRONG:
        return Complaint(path, context["found"] or found, context["expected"], context["mend"])
    if kind in ("value_error", "assertion_error"):
        return _own_error(path, found, context.get("error"))
    expected, mend = _expectation(kind, context, node)
    return Complaint(path, found, expected, mend)


def _missing_key(path: KeyPath, tree: Tree, model: Any) -> Complaint | None:
    """None when the key is there under a misspelt name: that one is reported, one mistake once."""
    key = str(path[-1])
    mend = f"请补上“{key}: …”"
    if at(tree, path) is not None:
        return Complaint(path, f"空着的“{key}”", f"必填项“{key}”", mend)
    if any(_meant(other, path[:-1], tree, model) == key for other in _written(tree, path[:-1])):
        return None
    return Complaint(path[:-1], f"没有“{key}”的一项", f"必填项“{key}”", mend)


def _unknown_key(path: KeyPath, tree: Tree, model: Any) -> Complaint:
    known = known_keys(model, path[:-1])
    meant = _meant(str(path[-1]), path[:-1], tree, model)
    expected = f"“{meant}”" if meant else "、".join(known) or "已知的键"
    mend = f"请改为“{meant}”，或删去这一项" if meant else "请改用其中一个键，或删去这一项"
    return Complaint(path, f"不认识的键“{path[-1]}”", expected, mend)


def _meant(key: str, place: KeyPath, tree: Tree, model: Any) -> str:
    """The known key that an unknown one most probably stands for: of those not written beside it."""
    known = known_keys(model, place)
    return "" if key in known else nearest(key, (k for k in known if k not in _written(tree, place)))


def _written(tree: Tree, place: KeyPath) -> list[str]:
    node = at(tree, place)
    return list(node) if isinstance(node, dict) else []


def _own_error(path: KeyPath, found: str, error: object) -> Complaint:
    """A ValueError of ours: those of the number readers carry found and expected, others a Chinese sentence."""
    expected = getattr(error, "expected", "")
    if isinstance(expected, str) and expected:
        mend = str(getattr(error, "mend", "") or "请改写")
        return Complaint(path, str(getattr(error, "found", "") or found), expected, mend)
    return Complaint(path, found, "符合要求的内容", str(error))


def _expectation(kind: str, context: Mapping[str, Any], node: Tree | None) -> tuple[str, str]:
    if kind in ("literal_error", "enum", "union_tag_invalid"):
        words = re.findall(r"'((?:[^'\\]|\\.)*)'", str(context.get("expected") or context.get("expected_tags")))
        near = nearest(node, words) if isinstance(node, str) else ""
        return "、".join(f"“{word}”" for word in words) + "之一", f"请改为“{near}”" if near else "请改用其中一个"
    for pattern, expected, mend in _EXPECTED:
        if re.fullmatch(pattern, kind):
            return expected.format_map(context), mend
    return "符合这一项要求的内容", "请对照格式说明改写"


_EXPECTED = (
    ("string_type|string_.*unicode", "一段文字", "请写成“键: 文字”；文字里有冒号时请加英文双引号"),
    ("string_too_short", "至少 {min_length} 个字的文字", "请填写"),
    ("string_too_long", "不超过 {max_length} 个字的文字", "请缩短"),
    ("string_pattern_mismatch", "规定写法的文字", "请对照格式说明改写"),
    ("(list|tuple|set|frozen_set|iterable)_type", "一个列表", "请每项一行，以“- ”开头"),
    ("too_short", "至少 {min_length} 项", "请补上缺少的项"),
    ("too_long", "不超过 {max_length} 项", "请删去多余的项"),
    ("(dict|mapping|model|dataclass)_.*|union_tag_not_found", "一组“键: 值”", "请每个键一行，用英文冒号加一个空格"),
    ("(decimal|int|float)_.*", "一个数", "请只写数字，例如 12.5"),
    ("bool_.*", "“是”或“否”", "请改为“是”或“否”"),
    ("date_.*|datetime_.*", "一个日期", "请写成 2023-01-31 的样子"),
    ("greater_than", "大于 {gt} 的数", "请核对这个数"),
    ("greater_than_equal", "不小于 {ge} 的数", "请核对这个数"),
    ("less_than", "小于 {lt} 的数", "请核对这个数"),
    ("less_than_equal", "不大于 {le} 的数", "请核对这个数"),
)
