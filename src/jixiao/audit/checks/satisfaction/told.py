"""Answers that sentences count: they add up to the valid questionnaires, and give their shares and the satisfaction."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.audit.checks.satisfaction.catalogue import AVERAGE, RESULT_UNKNOWN
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.quantities import exact_text, round_half_up, unit_named
from jixiao.reading.mentions import Mention
from jixiao.reading.toldanswers import ToldQuestion, told_questions
from jixiao.relations import Figure, Quotient, Sum, Term
from jixiao.surveys import Composite, Scheme, schemes_for

_MEAN = re.compile("满意(?:度|率)的?(?:算术)?平均(?:数|值|分)?(?:为|是)?$")
_QUESTIONNAIRES = unit_named("份")
_FEWEST_OF_ALL = 3  # answers that may be all there are to a question
_MOST_ANSWERS = 5
_BACK = re.compile("收回|回收")


def told(found: Sequence[Mention], valid: Figure | None, scheme: Scheme | None) -> Iterator[Posed | Checked]:
    """The relations of the questions told in a passage; `valid` is the one number of valid questionnaires."""
    for question in told_questions(found):
        own = _own_base(found, question)
        yield from _answered(question, valid)
        if own is not None and Sum.of(own, _counts(question)).residual > 0:
            yield Posed(Sum.of(own, _counts(question)), title="各档份数之和多于收回的问卷")
        if question.result is not None:
            yield from _result(question, question.result, own if valid is None else valid, scheme)


def mean_told(found: Sequence[Sequence[Mention]]) -> Sum | None:
    """The mean of all results that sentences tell one by one, where one sentence states it."""
    results = [question.result for each in found if each for question in told_questions(each)]
    stated = [one for each in found for one in each if one.is_percent and _MEAN.search(one.before)]
    if len(results) < 2 or None in results or len(stated) != 1:
        return None
    figures = [result.figure(f"第{number}项满意度") for number, result in enumerate(results, 1) if result is not None]
    terms = tuple(Term(figure, Fraction(1, len(figures))) for figure in figures)
    return Sum(stated[0].figure("综合满意度"), terms, AVERAGE, lead="各项满意度的平均数")


def _answered(question: ToldQuestion, valid: Figure | None) -> Iterator[Posed]:
    """The answers against the valid questionnaires, where those are surely what the answers are shares of."""
    counts = _counts(question)
    if question.together is not None:
        yield Posed(Sum.of(_counted(question.together, "合计份数"), counts), at_most=Severity.WARNING)
    if valid is None:
        return
    every = Sum.of(valid, counts)
    shares = [
        Quotient.share(answer.share.figure(f"{answer.degree}占比"), count, valid)
        for answer, count in zip(question.answers, counts, strict=True)
        if answer.share is not None
    ]
    agreeing = sum(share.assess().verdict.is_possible for share in shares)
    is_all = len(counts) >= _FEWEST_OF_ALL and len(shares) == len(counts)
    if every.assess().verdict.is_possible or (is_all and agreeing >= len(shares) - 1):
        yield from (Posed(relation) for relation in ((every, *shares) if is_all else shares))


def _result(
    question: ToldQuestion, result: Mention, valid: Figure | None, scheme: Scheme | None
) -> Iterator[Posed | Checked]:
    """The satisfaction by the scheme that the document states; without one, by a usual scheme that gives it."""
    satisfaction, counts = result.figure("满意度"), _counts(question)
    if question.together is not None:
        if valid is not None:
            share = Quotient.share(satisfaction, _counted(question.together, "合计份数"), valid)
            yield Posed(share, at_most=Severity.WARNING)
    elif scheme is not None and len(scheme.weights) == len(counts):
        yield Posed(Composite(satisfaction, counts, scheme))
    else:
        is_all = valid is not None and not Sum.of(valid, counts).residual
        usual = [Composite(satisfaction, counts, each) for each in _usual(len(counts), is_all=is_all)]
        fitting = next((each for each in usual if each.assess().verdict.is_possible), None)
        if fitting is not None:
            yield Posed(fitting)
        elif is_all:
            yield _by_no_scheme(satisfaction, counts, usual)
        else:
            because = "没有写明赋值办法，常用的办法也算不出"
            yield Checked.not_made(RESULT_UNKNOWN, because, result.place)


def _usual(answers: int, *, is_all: bool) -> list[Scheme]:
    """The usual schemes for so many answers; where all have answered, the worst answers may be left out of the list."""
    longer = range(answers + 1, _MOST_ANSWERS + 1) if is_all else ()
    cut = (Scheme(each.name, each.weights[:answers]) for options in longer for each in schemes_for(options))
    return [*schemes_for(answers), *cut]


def _by_no_scheme(satisfaction: Figure, counts: Sequence[Figure], usual: Sequence[Composite]) -> Checked:
    """A satisfaction that the answers of all do not give, however they are usually weighed."""
    values = [count.known.value for count in counts]
    results = {each.scheme.name: each.scheme.of(values) for each in usual}
    told = "、".join(f"{name}：{exact_text(round_half_up(value, 2))}%" for name, value in results.items())
    return Checked.failed(
        RESULT_UNKNOWN,
        Severity.WARNING,
        f"满意度 {satisfaction} 不是各档份数按常用赋值办法算出的数",
        f"没有写明赋值办法；按常用的办法应为{told}。若用了别的办法，请写明。",
        satisfaction.place,
        stated=str(satisfaction),
        figures=(satisfaction, *counts),
    )


def _own_base(found: Sequence[Mention], question: ToldQuestion) -> Figure | None:
    """The questionnaires that came back, where the passage tells them before the answers: the valid ones if it does."""
    first = min(answer.count.start for answer in question.answers)
    before = [one for one in found if one.start < first and one.is_stated and _is_of_questionnaires(one)]
    valid = [one for one in before if "有效" in one.before]
    back = [one for one in before if _BACK.search(one.before)]
    last = (valid or back)[-1:]
    return _counted(last[0], "有效问卷" if valid else "收回问卷") if last else None


def _is_of_questionnaires(one: Mention) -> bool:
    return one.printed.unit is not None and one.printed.unit.symbol == _QUESTIONNAIRES.symbol


def _counts(question: ToldQuestion) -> tuple[Figure, ...]:
    return tuple(_counted(answer.count, f"{answer.degree}份数") for answer in question.answers)


def _counted(one: Mention, name: str) -> Figure:
    """The number of those who answered, which is the number of their questionnaires."""
    return replace(one.figure(name), printed=replace(one.printed, unit=_QUESTIONNAIRES))
