"""Answers told in sentences: “选择‘很满意’的41份，占82%；选择‘满意’的9份，占18%。该项满意度为96.4%”."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.quantities import parse_number
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.running import Passage
from jixiao.surveys import Scheme, options_in_order

_DEGREE = re.compile("(?:非常|十分|极为|很|比较|较|基本|不太|极)?(?:不)?满意(?![度率])|一般")
_WORTH = re.compile(
    rf"[“\"](?P<degree>{_DEGREE.pattern})[”\"](?:计|记|按|赋|赋值|得|为|=)+(?P<worth>\d+(?:\.\d+)?)(?:分|%)"
)
_ANSWERERS = ("份", "人", "人次", "票")
_SHARE = re.compile("占(?:比)?[^,;。占]{0,10}$")
_TOGETHER = re.compile("(?:[两二三]者|以上)?(?:合计|共计|共|相加)(?:为|有)?$")
_RESULT = re.compile("满意(?:度|率|程度)[^,;。]{0,6}$")


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """How many gave an answer, by its degree, and their share (None where none is printed)."""

    degree: str
    count: Mention
    share: Mention | None


@dataclass(frozen=True, slots=True)
class ToldQuestion:
    """The answers to a question that sentences tell, the best first; their sum and the satisfaction, if told."""

    answers: tuple[ToldAnswer, ...]
    together: Mention | None
    result: Mention | None


def told_questions(found: Sequence[Mention]) -> Iterator[ToldQuestion]:
    """The questions whose answers the sentences of a passage count."""
    listed = list(in_spans(found, found[0].passage.statements))
    for number, inside in enumerate(listed):
        answers = tuple(_answers(inside))
        order = options_in_order([answer.degree for answer in answers]) if len(answers) > 1 else None
        if order is None or len(order) < len(answers):
            continue
        last = answers[-1].count.start
        after = [
            one for one in (*inside, *(listed[number + 1] if number + 1 < len(listed) else ())) if one.start > last
        ]
        together = next((one for one in after if _counts(one) and _TOGETHER.search(one.before)), None)
        result = next((one for one in after if one.is_percent and _RESULT.search(one.before)), None)
        yield ToldQuestion(tuple(answers[at] for at in order), together, result)


def told_scheme(passages: Iterable[Passage]) -> Scheme | None:
    """The scheme that a sentence of the document states: “‘很满意’计100分、‘满意’计80分、…”; the best answer first.

    >>> from jixiao.findings import Place
    >>> from jixiao.reading.running import passage_of_cell
    >>> scheme = told_scheme([passage_of_cell("“满意”计100分、“一般”计60分、“不满意”计0分，加权平均。", Place())])
    >>> scheme and scheme.name
    '100/60/0'
    """
    for passage in passages:
        worths = {one["degree"]: parse_number(one["worth"]) for one in _WORTH.finditer(passage.text)}
        order = options_in_order(list(worths))
        if order is not None and len(order) == len(worths) > 2:
            weights = [list(worths.values())[at] for at in order]
            return Scheme("/".join(str(weight) for weight in weights), tuple(map(Fraction, weights)))
    return None


def _counts(one: Mention) -> bool:
    return one.printed.unit is not None and one.printed.unit.symbol in _ANSWERERS and one.is_stated


def _answers(inside: Sequence[Mention]) -> Iterator[ToldAnswer]:
    """The counts with the degree that stands before each of them, or behind each of them."""
    counted = [number for number, one in enumerate(inside) if _counts(one)]
    told = (inside[number] for number in counted if _DEGREE.search(inside[number].before + inside[number].after))
    first = next(told, None)
    if first is None:
        return
    stands_before = _DEGREE.search(first.before) is not None
    for number in counted:
        one = inside[number]
        after = inside[number + 1] if number + 1 < len(inside) else None
        words = one.before if stands_before else one.after[: after.start - one.end if after else None]
        if degree := _DEGREE.search(words):
            is_share = after is not None and after.is_percent and _SHARE.search(after.before)
            yield ToldAnswer(degree.group(), one, after if is_share else None)
