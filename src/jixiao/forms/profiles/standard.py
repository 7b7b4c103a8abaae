"""Profiles by name: those that come with Jixiao, and a file of one's own."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from jixiao.forms.profiles.model import Grades, Profile
from jixiao.packs.complaints import nearest, problems_of, refusal_of
from jixiao.packs.datafile import Document, parse_yaml, read_yaml, validate
from jixiao.packs.strict import Strict
from jixiao.refusals import Problem, Refusal

GENERAL = "通用"
"""The profile of a form that no other fits: nothing local is known of it."""


def profile(name: str | Path) -> Profile:
    """The profile of that id or name, or the one in the YAML file at that path.

    Raises Refusal with file and line for a file that is no profile, and naming the known ones for an unknown name.

    >>> profile("B").name == profile("四川项目自评表（10/90）").name
    True
    """
    text = str(name)
    if isinstance(name, Path) or text.endswith((".yaml", ".yml")):
        return _completed(read_yaml(Path(name)))
    for known in profiles():
        if text in (known.id, known.name):
            return known
    near = nearest(text, (known.id for known in profiles()))
    mend = f"请改为“{near}”" if near else "请改用其中一个，或给出自己的 .yaml 文件"
    known_ids = "、".join(known.id for known in profiles())
    raise Refusal(Problem("表样", "", f"不认识的表样“{text}”", f"{known_ids}之一", mend))


def profiles() -> tuple[Profile, ...]:
    """All profiles that come with Jixiao, in the order of their files."""
    return tuple(_standard().values())


@cache
def _standard() -> Mapping[str, Profile]:
    folder = files("jixiao.packs") / "data" / "profiles"
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda each: each.name)
    read: dict[str, Profile] = {}
    for entry in entries:
        document = parse_yaml(entry.read_text(encoding="utf-8"), entry.name)
        found = validate(document, Profile)
        if found.id in read:
            raise Refusal(document.problem(("id",), f"第二个“{found.id}”", "每个表样有自己的 id", "请改名"))
        read[found.id] = found
    return {key: _like(each, read, Document("表样", "", {})) for key, each in read.items()}


def _completed(document: Document) -> Profile:
    """The profile of a file, completed by the one it names as its like."""
    return _like(validate(document, Profile), _standard(), document)


def _like(own: Profile, known: Mapping[str, Profile], document: Document) -> Profile:
    if not own.like:
        return own
    base = known.get(own.like)
    if base is None or base.like:
        expected = "、".join(key for key, each in known.items() if not each.like)
        raise Refusal(document.problem(("like",), f"“{own.like}”", f"{expected}之一", "请改用其中一个表样"))
    content = {**_merged(base, own), "like": ""}
    if "signs" not in own.model_fields_set:
        content.pop("signs", None)  # with the other's signs alone, no form could tell the two apart
    try:
        return Profile.model_validate(content)
    except ValidationError as error:
        problems = problems_of(error.errors(include_url=False), document.tree, Profile)
        placed = [document.problem(each.path, each.found, each.expected, each.mend) for each in problems]
        raise refusal_of(document.file, placed) from None


def _merged(base: Strict, own: Strict) -> dict[str, Any]:
    """What `own` writes, and for the rest what `base` writes; defaults stay unwritten, grades are taken whole."""
    content: dict[str, Any] = {}
    for name, info in type(own).model_fields.items():
        mine, others = name in own.model_fields_set, name in base.model_fields_set
        one, other = getattr(own, name), getattr(base, name)
        key = info.alias or name
        parts = isinstance(one, Strict) and isinstance(other, Strict) and not isinstance(one, Grades)
        if mine and others and parts:
            content[key] = _merged(other, one)
        elif mine or others:
            content[key] = one if mine else other
    return content
