"""The files that a study is put with, before there is any answer."""

import re
from collections.abc import Mapping

from jixiao.reports.surveyed.forms.content import form_of
from jixiao.reports.surveyed.forms.entrybook import entry_xlsx
from jixiao.reports.surveyed.forms.online import online_text
from jixiao.reports.surveyed.forms.page import form_html
from jixiao.reports.surveyed.forms.word import form_docx
from jixiao.surveys.resolving import ResolvedStudy, questionnaires_in

_UNSAFE = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\x7f]+')
_LONGEST = 40


def form_files(study: ResolvedStudy) -> Mapping[str, bytes]:
    """The files by name, for every group whose questionnaire is known; the same study gives the same bytes.

    For each: questionnaire-….docx to print, .html to read and print, .txt for 问卷星, and entry-….xlsx to type paper
    answers into.
    """
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    for group, questionnaire in questionnaires_in(study):
        name = _name(group.name, taken)
        form = form_of(questionnaire, study.study)
        files[f"questionnaire-{name}.docx"] = form_docx(form)
        files[f"questionnaire-{name}.html"] = form_html(form).encode()
        files[f"questionnaire-{name}.txt"] = online_text(questionnaire).encode()
        files[f"entry-{name}.xlsx"] = entry_xlsx(questionnaire)
    return files


def _name(group: str, taken: set[str]) -> str:
    """The name of a group as part of a file's name that every system takes, unlike those before."""
    plain = _UNSAFE.sub("_", group).strip("._")[:_LONGEST] or "问卷"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.casefold())
    return name
