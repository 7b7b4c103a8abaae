"""A questionnaire as it is put on paper: numbered, with boxes to tick, and told who goes where."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jixiao.quantities import exact_text
from jixiao.surveys.entrysheet import JOINT, letter
from jixiao.surveys.questionnaire import Question, QuestionKind, Questionnaire
from jixiao.surveys.skipping import Jump, Way, way_through
from jixiao.surveys.study import Study
from jixiao.text.widths import width_of

_LEAST_ROWS = 3
"""A grid of fewer questions would take more room than they do one by one."""
_MOST_COLUMNS, _WIDEST = 7, 10
"""The options of a grid, and how wide one may be, in half-width characters."""
_MOST_MARKS = 11
"""A scale of more marks is answered in digits."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick; `letter` is what is typed for it, "" where the text itself is."""

    letter: str
    text: str

    @property
    def label(self) -> str:
        """The letter and the text."""
        return f"{self.letter}.{self.text}" if self.letter else self.text


@dataclass(frozen=True, slots=True)
class Item:
    """A question: `label` stands before its text, `hints` in brackets after it, `unit` after the number to be written.

    Without choices it is answered by its `kind`: 填空 in sentences, 数字 and 量表 of many marks in digits.
    """

    id: str
    label: str
    text: str
    kind: QuestionKind
    choices: tuple[Choice, ...] = ()
    hints: tuple[str, ...] = ()
    unit: str = ""

    @property
    def whole(self) -> str:
        """The text with its hints."""
        return self.text + "".join(f"（{hint}）" for hint in self.hints)


@dataclass(frozen=True, slots=True)
class Grid:
    """Questions that follow each other and have the same choices: a row each, the choices as columns.

    Whoever jumps lands at its first row or outside.
    """

    choices: tuple[Choice, ...]
    items: tuple[Item, ...]

    @property
    def lead(self) -> str:
        """What is said above it."""
        return f"{self.items[0].id}至{self.items[-1].id}，请每题选一项："


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form; `colophon` says who asks and when, as far as the study tells."""

    title: str
    intro: tuple[str, ...]
    manner: str
    parts: tuple[Item | Grid, ...]
    closing: tuple[str, ...]
    colophon: str


def form_of(questionnaire: Questionnaire, study: Study) -> Form:
    """The form of a questionnaire whose blanks are filled in."""
    way = way_through(questionnaire)
    numbers = range(len(questionnaire.questions))
    parts: list[Item | Grid] = []
    for (columns, _), run in groupby(numbers, key=lambda number: _place_in_grids(number, questionnaire, way)):
        items = tuple(_item(number, questionnaire, way) for number in run)
        if columns and len(items) >= _LEAST_ROWS:
            parts.append(Grid(items[0].choices, items))
        else:
            parts += items
    told = (("委托单位", study.client), ("调查单位", study.evaluator), ("调查时间", study.period))
    return Form(
        title=questionnaire.title,
        intro=_paragraphs(questionnaire.intro),
        manner=_manner(questionnaire),
        parts=tuple(parts),
        closing=_paragraphs(questionnaire.closing),
        colophon="　".join(f"{what}：{value}" for what, value in told if value),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("\n"))))


def _manner(questionnaire: Questionnaire) -> str:
    """How to fill in the form, in one sentence or two."""
    several = any(question.kind == "多选" for question in questionnaire.questions)
    each = "除注明“可多选”的题外，每题只选一项" if several else "每题只选一项"
    unknown = any(option.no_opinion for question in questionnaire.questions for option in question.options)
    rest = "；没有接触过、说不清的事项，请选“不了解”" if unknown else ""
    return f"请在所选答案的“□”内打“√”，{each}{rest}。"


def _place_in_grids(number: int, questionnaire: Questionnaire, way: Way) -> tuple[tuple[str, ...], int]:
    """What neighbours in one grid share: the options, none for a question that stands alone, and the jumps above."""
    question = questionnaire.questions[number]
    texts = tuple(option.text for option in question.options)
    fits = 1 < len(texts) <= _MOST_COLUMNS and all(width_of(text) <= _WIDEST for text in texts)
    alone = question.kind != "单选" or not question.required or number in way.told or way.after(number)
    landed = sum(jump.to is not None and jump.to <= number for jump in way.jumps)
    return texts if question.is_counted and fits and not alone else (), landed


def _item(number: int, questionnaire: Questionnaire, way: Way) -> Item:
    question = questionnaire.questions[number]
    label = f"{number + 1}." if question.id == f"第{number + 1}题" else f"{question.id} "
    choices = tuple(Choice(letter(at), option.text) for at, option in enumerate(question.options)) or _marks(question)
    hints = (
        _condition_hint(question, questionnaire) if number in way.told else "",
        "可多选" if question.kind == "多选" else "",
        _limits(question),
        "" if question.required else "选答",
        *(_jump_hint(jump, questionnaire) for jump in way.after(number)),
    )
    return Item(question.id, label, question.text, question.kind, choices, tuple(filter(None, hints)), question.unit)


def _condition_hint(question: Question, questionnaire: Questionnaire) -> str:
    """Who is to answer a question that has a condition, "" for one that has none."""
    condition = question.only_if
    if condition is None:
        return ""
    asked = questionnaire.question(condition.question)
    order = [option.text for option in asked.options]
    chosen = sorted({order.index(answer) for answer in condition.among})
    return f"{asked.id}选{_letters(chosen)}的请答本题，其他人不答"


def _marks(question: Question) -> tuple[Choice, ...]:
    """The marks of a scale that has few."""
    limits = question.limits
    if question.kind != "量表" or limits is None or limits.low.denominator != 1 or limits.high.denominator != 1:
        return ()
    marks = range(int(limits.low), int(limits.high) + 1)
    return tuple(Choice("", str(mark)) for mark in marks) if len(marks) <= _MOST_MARKS else ()


def _limits(question: Question) -> str:
    limits = question.limits
    if limits is None:
        return ""
    low, high = exact_text(limits.low), exact_text(limits.high)
    return f"{low}最低，{high}最高" if question.kind == "量表" else f"{low}至{high}"


def _jump_hint(jump: Jump, questionnaire: Questionnaire) -> str:
    who = f"{'没有' if jump.unless else ''}选{_letters(jump.options)}的"
    return f"{who}到此结束" if jump.to is None else f"{who}请跳到{questionnaire.questions[jump.to].id}"


def _letters(options: Sequence[int]) -> str:
    return JOINT.join(map(letter, options))
