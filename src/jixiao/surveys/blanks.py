"""Blanks in a questionnaire, `{部门}`: what fills them in from the study, and what is refused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jixiao.packs.complaints import nearest
from jixiao.packs.datafile import Document
from jixiao.packs.trees import KeyPath, Tree
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.study import Study

_BLANK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class _Word:
    """What a blank is filled with, and the key of the study that says it."""

    key: str
    value: str


def filled(questionnaire: Document, study: Study, asking: Document) -> Document:
    """The questionnaire with its blanks filled in from the study, whose file is `asking`.

    Refusal where the study does not say what a blank asks for, and for a blank that is none of those known.
    """
    words = _words(study)
    used = [(path, name) for path, text in _texts(questionnaire.tree, ()) for name in _BLANK.findall(text)]
    unknown = [_unknown(questionnaire, path, name, words) for path, name in used if name not in words]
    empty = dict.fromkeys(name for _, name in used if name in words and not words[name].value)
    missing = [_missing(asking, questionnaire.file, name, words[name]) for name in empty]
    if unknown or missing:
        raise Refusal(*unknown, *missing)
    return replace(questionnaire, tree=_filled(questionnaire.tree, words))


def blanks_of(questionnaire: Document) -> tuple[str, ...]:
    """The names of the blanks of a questionnaire, each once, in their order.

    >>> from jixiao.surveys.ready import ready_documents
    >>> blanks_of(ready_documents()["服务对象"])
    ('部门', '年度')
    """
    return tuple(dict.fromkeys(name for _, text in _texts(questionnaire.tree, ()) for name in _BLANK.findall(text)))


def in_year(year: str) -> str:
    """A year as it stands before a noun.

    >>> in_year("2023"), in_year("2023年"), in_year("2022—2023年度"), in_year("")
    ('2023年度', '2023年度', '2022—2023年度', '')
    """
    bare = year.strip().removesuffix("度").removesuffix("年")
    return f"{bare}年度" if bare else ""


def _words(study: Study) -> dict[str, _Word]:
    return {
        "部门": _Word("department", study.department.strip()),
        "年度": _Word("year", in_year(study.year)),
        "项目": _Word("project", study.project.strip()),
    }


def _texts(tree: Tree, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, inner in tree.items():
            yield from _texts(inner, (*path, key))
    else:
        for number, inner in enumerate(tree):
            yield from _texts(inner, (*path, number))


def _filled(tree: Tree, words: Mapping[str, _Word]) -> Tree:
    if isinstance(tree, str):
        return _BLANK.sub(lambda blank: words[blank[1]].value, tree)
    if isinstance(tree, dict):
        return {key: _filled(inner, words) for key, inner in tree.items()}
    return [_filled(inner, words) for inner in tree]


def _unknown(document: Document, path: KeyPath, name: str, words: Mapping[str, _Word]) -> Problem:
    known = "、".join(f"{{{word}}}" for word in words)
    near = nearest(name, words)
    mend = f"请改为“{{{near}}}”" if near else "请直接写出这几个字，不用花括号"
    return document.problem(path, f"不认识的“{{{name}}}”", f"{known}之一", mend)


def _missing(asking: Document, questionnaire: str, name: str, word: _Word) -> Problem:
    found = f"没有“{word.key}”的调查方案"
    return asking.problem(
        (), found, f"必填项“{word.key}”，用来填写{questionnaire}的“{{{name}}}”", f"请补上“{word.key}: …”"
    )
