"""The questionnaire itself at the end of the annex, so that a reader sees what was asked and in which words."""

from collections.abc import Iterator

from jixiao.reports.page.chapters import Block, Paragraph, Part
from jixiao.reports.surveyed.forms.content import Choice, Form, Grid, Item, form_of
from jixiao.surveys.results import StudyResult

_GAP = "　"


def questionnaires_part(result: StudyResult) -> Part:
    """The questionnaires of all groups as they were put; what was made from the answers says so in its title."""
    asked = [(group.group.name, group.questionnaire) for group in result.groups if group.questionnaire is not None]
    parts = (Part(f"{name}问卷", tuple(_form(form_of(each, result.study)))) for name, each in asked)
    return Part("调查问卷", parts=tuple(parts))


def _form(form: Form) -> Iterator[Block]:
    yield Paragraph(form.title)
    yield from map(Paragraph, form.intro)
    for part in form.parts:
        if isinstance(part, Grid):
            yield Paragraph(f"{part.lead}{_listed(part.choices)}")
            yield from (Paragraph(_asked(item)) for item in part.items)
        else:
            yield Paragraph(_asked(part))
            if part.choices:
                yield Paragraph(_listed(part.choices))
    yield from map(Paragraph, form.closing)


def _asked(item: Item) -> str:
    return f"{item.label}{item.whole}{_open(item)}"


def _open(item: Item) -> str:
    return "" if item.choices else f"{_GAP}____{item.unit}"


def _listed(choices: tuple[Choice, ...]) -> str:
    return _GAP.join(choice.label for choice in choices)
