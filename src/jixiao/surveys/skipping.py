"""Skip logic as somebody with a pen follows it: where to jump after an answer, and what to ask before a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.surveys.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Jump:
    """Whoever gave one of these answers to the question goes on at the question `to`; None is the end.

    Questions and options count from 0. `unless` turns it round, for a multiple choice: whoever gave none of them.
    """

    question: int
    options: tuple[int, ...]
    to: int | None
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """The way through a questionnaire: the jumps, and the questions that say themselves who is to answer them.

    What a question says of itself is its condition `only_if`; a jump says the same of questions that follow at once.
    """

    jumps: tuple[Jump, ...]
    told: frozenset[int]

    def after(self, question: int) -> tuple[Jump, ...]:
        """The jumps from a question."""
        return tuple(jump for jump in self.jumps if jump.question == question)


def way_through(questionnaire: Questionnaire) -> Way:
    """The way that puts to everybody just the questions whose conditions hold.

    An answer after which a row of questions is skipped at once gives a jump; other conditions are told at the question.
    """
    questions = questionnaire.questions
    place = {question.id: number for number, question in enumerate(questions)}
    depends = [None if each.only_if is None else place[each.only_if.question] for each in questions]
    jumps: list[Jump] = []
    told: set[int] = set()
    for number, question in enumerate(questions):
        for options, unless, direct in _refusals(number, question, questions, depends):
            skipped = _with_followers(direct, depends)
            end = number + 1 + len(skipped)
            if skipped == set(range(number + 1, end)):
                jumps.append(Jump(number, options, end if end < len(questions) else None, unless))
            else:
                told |= direct
    return Way(tuple(jumps), frozenset(_with_followers(told, depends)))


def _refusals(
    number: int, question: Question, questions: Sequence[Question], depends: Sequence[int | None]
) -> Iterator[tuple[tuple[int, ...], bool, set[int]]]:
    """Answers after which the same questions are not put: the options, whether to none of them, and the questions."""
    order = {option.text: at for at, option in enumerate(question.options)}
    among: dict[int, frozenset[int]] = {
        at: frozenset(order[answer] for answer in each.only_if.among)
        for at, each in enumerate(questions)
        if each.only_if is not None and depends[at] == number
    }
    yield from _of_several(among) if question.kind == "多选" else _of_one(among, len(order))


def _of_one(among: Mapping[int, frozenset[int]], options: int) -> Iterator[tuple[tuple[int, ...], bool, set[int]]]:
    by_refused: dict[frozenset[int], list[int]] = {}
    for option in range(options):
        by_refused.setdefault(frozenset(at for at, wanted in among.items() if option not in wanted), []).append(option)
    for refused, given in by_refused.items():
        if refused:
            yield tuple(given), False, set(refused)


def _of_several(among: Mapping[int, frozenset[int]]) -> Iterator[tuple[tuple[int, ...], bool, set[int]]]:
    """Where the conditions on a multiple choice differ, each is told at its question: no answer settles all of them."""
    if len(set(among.values())) == 1:
        yield tuple(sorted(next(iter(among.values())))), True, set(among)
    else:
        for at, wanted in among.items():
            yield tuple(sorted(wanted)), True, {at}


def _with_followers(skipped: set[int], depends: Sequence[int | None]) -> set[int]:
    """Those questions and all that depend on them: whoever is not asked a question gave no answer to it either."""
    every = set(skipped)
    for number, source in enumerate(depends):
        if source in every:
            every.add(number)
    return every
