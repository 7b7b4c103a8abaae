"""What a report and a plan have in common: cover, contents, and the parts both take from the same fields."""

from scripts.wordtemplates.sections import section_break
from scripts.wordtemplates.writing import (
    Blocks,
    Lead,
    block,
    body,
    exhibits,
    given,
    heading,
    paragraph,
    repeated,
    texts,
    together,
)


def cover(date: str) -> Blocks:
    """The cover, on pages without a number; `date` is what the date is that of."""
    lines = (
        _line("评价对象：{{ cover.department }}"),
        given("cover.client", _line("委托单位：{{ cover.client }}")),
        given("cover.evaluator", _line("评价机构：{{ cover.evaluator }}")),
        given("cover.lead", _line("主 评 人：{{ cover.lead }}")),
        given("cover.period", _line("评价时段：{{ cover.period }}")),
        given("cover.date", _line(f"{date}：{{{{ cover.date }}}}")),
    )
    return [*paragraph("JxCoverTitle", "{{ cover.heading }}"), *together(lines), section_break("none")]


def contents() -> Blocks:
    """The page of contents, without the break after it."""
    return [*paragraph("JxFront", "目　录"), *block("contents")]


def beginning() -> Blocks:
    """The title over the text and the opening paragraph."""
    return [*paragraph("Title", "{{ cover.heading }}"), *given("opening", body("{{ opening }}"))]


def overview() -> Blocks:
    """The sections on the department."""
    section = (heading(2, "{{ section.heading }}"), texts("section.paragraphs"), exhibits("section"))
    return given("overview", heading(1, "部门基本情况"), repeated("section", "overview", *section))


def basis(groups: str) -> Blocks:
    """The documents, by category."""
    documents = repeated("document", "group.documents", body("{{ loop.index }}.{{ document }}"))
    return repeated("group", groups, body(Lead("{{ group.category }}：")), documents)


def numbered(among: str) -> Blocks:
    """A numbered paragraph for every text."""
    return repeated("text", among, body("{{ loop.index }}.{{ text }}"))


def methods(among: str) -> Blocks:
    """Methods, each after its name in bold."""
    return repeated("method", among, body(Lead("{{ loop.index }}.{{ method.title }}。"), "{{ method.text }}"))


def system() -> Blocks:
    """The indicator system in outline, how points are given, and what they are called."""
    return [
        *body("{{ system.sentence }}"),
        *texts("system.levels"),
        *block("system.weights"),
        *body("{{ system.scoring }}"),
        *body("{{ system.grade_sentence }}"),
        *block("system.grades"),
    ]


def signature() -> Blocks:
    """Who signs, and when."""
    return [
        *given("cover.evaluator", paragraph("JxSign", "{{ cover.evaluator }}")),
        *given("cover.date", paragraph("JxSign", "{{ cover.date }}")),
    ]


def _line(text: str) -> Blocks:
    return paragraph("JxCoverLine", text)
