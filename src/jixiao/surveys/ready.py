"""The questionnaires that come with Jixiao, ready to be put once the study fills in department, year and project."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from jixiao.packs.datafile import Document, parse_yaml, validate
from jixiao.surveys.questionnaire import Questionnaire


@cache
def ready_documents() -> Mapping[str, Document]:
    """The documents of all ready questionnaires by id, their blanks not filled in.

    >>> list(ready_documents())
    ['受益群众', '企业', '服务对象', '工作人员']
    """
    folder = files("jixiao.packs") / "data" / "questionnaires"
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda each: each.name)
    ready: dict[str, Document] = {}
    for entry in entries:
        document = parse_yaml(entry.read_text(encoding="utf-8"), entry.name)
        name = validate(document, Questionnaire).id
        ready[name] = replace(document, file=f"现成问卷“{name}”")
    return ready


def ready_questionnaires() -> tuple[Questionnaire, ...]:
    """All of them, their blanks (`{部门}`) as they stand."""
    return tuple(validate(document, Questionnaire) for document in ready_documents().values())
