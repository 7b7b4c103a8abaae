"""Which question of a questionnaire each column of a table answers, found by the words of its heading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from fractions import Fraction

from jixiao.surveys.incoming.choices import Choices
from jixiao.surveys.incoming.headings import Heading, Meta
from jixiao.surveys.incoming.labels import Label, bare, items_of, label_of
from jixiao.surveys.questionnaire import Question, Questionnaire

_ALIKE = Fraction(3, 5)
"""How alike the words must be of a heading and a question that already agree in number."""
_LONGEST_COMPARED = 200
_FRAME = re.compile("请问|您对|您|是否|感到|觉得|满意度|满意|程度|情况|方面|如何|怎么样|吗|的")


@dataclass
class Plan:
    """What the columns of a table are: `whole` questions in one column, `parted` ones in a column per option."""

    whole: dict[str, Heading] = field(default_factory=dict)
    parted: dict[str, dict[int, Heading]] = field(default_factory=dict)
    meta: dict[Meta, Heading] = field(default_factory=dict)
    unmatched: list[Heading] = field(default_factory=list)
    reworded: list[tuple[Heading, Question]] = field(default_factory=list)

    @property
    def matched(self) -> set[str]:
        """The ids of the questions that have a column."""
        return {*self.whole, *self.parted}

    def answering(self, id_: str) -> list[Heading]:
        """The columns of a question."""
        return [self.whole[id_]] if id_ in self.whole else list(self.parted.get(id_, {}).values())


@dataclass(frozen=True, slots=True)
class _Match:
    question: Question
    option: int | None = None
    is_reworded: bool = False


class QuestionIndex:
    """The questions of a questionnaire by what a heading may call them."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        questions = questionnaire.questions
        self._questions = questions
        self._by_words = _unique(
            (words, question)
            for question in questions
            for words in {bare(question.text), bare(label_of(question.text).words), bare(question.topic)}
        )
        ids = {question.id: question for question in questions}
        self._by_number = {
            number: ids.get(f"第{number}题") or ids.get(f"Q{number}") or question
            for number, question in enumerate(questions, 1)
        } | {number: ids[id_] for number in range(1, 1000) if (id_ := f"第{number}题") in ids}
        self._choices = {question.id: Choices(question) for question in questions if question.kind == "多选"}
        self.words = frozenset(self._by_words)

    def plan(self, headings: Iterable[Heading]) -> Plan:
        """What each column is; a second column for the same question is left unmatched."""
        plan = Plan()
        for heading in headings:
            if heading.meta is not None and bare(heading.text) not in self._by_words:
                plan.meta.setdefault(heading.meta, heading)
            elif not self._place(plan, heading, self._match(heading.label)):
                plan.unmatched.append(heading)
        for id_ in plan.parted.keys() & plan.whole.keys():
            plan.unmatched += plan.parted.pop(id_).values()
        return plan

    def named(self, heading: str) -> Question | None:
        """The question that a heading names; None where it names none, or an option only."""
        match = self._match(label_of(heading))
        return match.question if match is not None and match.option is None else None

    @staticmethod
    def _place(plan: Plan, heading: Heading, match: _Match | None) -> bool:
        if match is None:
            return False
        id_ = match.question.id
        if match.option is None:
            is_first = plan.whole.setdefault(id_, heading) is heading
        else:
            is_first = plan.parted.setdefault(id_, {}).setdefault(match.option, heading) is heading
        if not is_first:
            return False
        if match.is_reworded:
            plan.reworded.append((heading, match.question))
        return True

    def _match(self, label: Label) -> _Match | None:
        if label.item:
            return self._part(self._base(label.words, label.number), label.words, label.item)
        if not label.words:
            question = self._by_number.get(label.number or 0)
            return _Match(question) if question else None
        if question := self._by_words.get(bare(label.words)):
            return _Match(question)
        for words, item in items_of(label.words):
            if found := self._part(self._base(words, label.number), words, item):
                return found
        return self._reworded(label)

    def _base(self, words: str, number: int | None) -> Question | None:
        return self._by_words.get(bare(words)) or self._by_number.get(number or 0)

    def _part(self, base: Question | None, words: str, item: str) -> _Match | None:
        """An option of the question, or the row of a matrix, which is a question of its own."""
        if base is not None and base.id in self._choices:
            option = self._choices[base.id].named(item)
            if option is None and item.isdecimal() and 1 <= int(item) <= len(base.options):
                option = int(item) - 1
            if option is not None:
                return _Match(base, option)
        question = self._by_words.get(bare(words + item)) or self._by_words.get(bare(item))
        return _Match(question) if question else None

    def _reworded(self, label: Label) -> _Match | None:
        question = self._by_number.get(label.number or 0)
        if question is None:
            return None
        words, asked = (bare(text)[:_LONGEST_COMPARED] for text in (label.words, label_of(question.text).words))
        subjects = (_subject(words), _subject(asked))
        is_alike = SequenceMatcher(None, *subjects, autojunk=False).ratio() >= _ALIKE
        return _Match(question, is_reworded=words != asked) if is_alike else None


def _subject(words: str) -> str:
    """What a question asks about, without the words that all questions on satisfaction share.

    >>> _subject("您对窗口人员服务态度是否满意"), _subject("您满意吗")
    ('窗口人员服务态度', '您满意吗')
    """
    return _FRAME.sub("", words) or words


def _unique(pairs: Iterable[tuple[str, Question]]) -> dict[str, Question]:
    """The questions by their words; words that several of them have name none."""
    found: dict[str, list[Question]] = {}
    for words, question in pairs:
        if words:
            found.setdefault(words, []).append(question)
    return {words: questions[0] for words, questions in found.items() if len(questions) == 1}
