"""Surveys in sentences: how many questionnaires went out and came back, and the satisfaction they are said to show."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.satisfaction.catalogue import BASE_DIFFERS, RESULT_UNKNOWN
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.compositetables import CompositeTable, SurveySummary
from jixiao.reading.mentions import Mention, in_spans
from jixiao.reading.surveytables import SurveyQuestion
from jixiao.relations import Duplicate, Figure, Quotient, WholeNumberShare

_SENT = re.compile("(?:发放|发出|投放)(?!并)[^回收]{0,12}$")
_RETURNED = re.compile("(?:回收|收回)(?!有效)[^有效]{0,10}$")
_VALID = re.compile("有效[^,;。]{0,8}$")
_VALID_RATE = re.compile("有效率|有效(?:问卷)?(?:回收)?率|占(?:收回|回收)的?问卷")
_RETURN_RATE = re.compile("(?:回收|收回)率")
_AMONG = re.compile("(?:有效)?(?:调查)?问卷(?:之)?中")
_MAKE_UP = re.compile("占(?:比)?(?:为|达|到)?$|比例(?:为|是|达)?$")
_OVERALL = re.compile("(?:综合|总体|整体|平均)[^,;。]{0,8}满意(?:度|程度|率)[^,;。]{0,6}$")
_SATISFACTION = re.compile("满意(?:度|程度|率)[^,;。]{0,6}$")


def questionnaires(found: Sequence[Mention]) -> Iterator[Posed]:
    """The rates of return and of validity, against the numbers of questionnaires in the same passage."""
    sent, returned, valid = (_one(found, words) for words in (_SENT, _RETURNED, _VALID))
    for one in found:
        if not _is_rate(one):
            continue
        if _VALID_RATE.search(one.before):
            part, whole = valid, returned or sent
        elif _RETURN_RATE.search(one.before):
            part, whole = returned or valid, sent
        else:
            continue
        if part is not None and whole is not None and part is not whole:
            yield Posed(Quotient(one.figure(), part.figure(), whole.figure()))


def shares_of_answers(found: Sequence[Mention]) -> Iterator[Posed]:
    """Shares of questionnaires that a sentence tells without their counts: “125份有效问卷中，满意的占92.80%”.

    The question may have been answered by fewer, so that a share no whole number gives is only doubtful.
    """
    for inside in in_spans(found, found[0].passage.sentences):
        groups = [one for one in inside if _is_count(one) and _AMONG.match(one.after)]
        if len(groups) != 1 or sum(map(_is_count, inside)) != 1:
            continue
        for one in inside:
            if one.start > groups[0].start and _is_rate(one) and one.is_stated and _MAKE_UP.search(one.before):
                relation = WholeNumberShare(one.figure("占比"), groups[0].figure("问卷份数"))
                yield Posed(relation, at_most=Severity.WARNING)


def _one(found: Sequence[Mention], words: re.Pattern[str]) -> Mention | None:
    return next((one for one in found if _is_count(one) and words.search(one.before)), None)


def _is_count(one: Mention) -> bool:
    return one.printed.unit is not None and one.printed.unit.symbol in ("份", "人", "人次")


def _is_rate(one: Mention) -> bool:
    return one.printed.unit is not None and one.printed.unit.symbol == "%"


def valid_questionnaires(mentions: Sequence[Sequence[Mention]]) -> Mention | None:
    """The number of valid questionnaires, where the document states just one."""
    stated = [one for found in mentions for one in found if _is_count(one) and _is_valid(one)]
    return stated[0] if len({one.printed.value for one in stated}) == 1 else None


def valid_counts(valid: Mention, questions: Sequence[SurveyQuestion]) -> Iterator[Checked]:
    """The base of every question against the number of valid questionnaires."""
    for question in questions:
        if question.base.is_missing or question.is_multiple:
            continue
        if question.base.known.value == valid.printed.value:
            yield Checked.held(BASE_DIFFERS, question.base.place)
        else:
            yield Checked.failed(
                BASE_DIFFERS,
                Severity.WARNING,
                f"题目的有效人次 {question.base}，有效问卷却是 {valid.printed}",
                "全文只说明了一个有效问卷数，这道题的有效填写人次与它不同；若有人跳答，请说明。",
                question.base.place,
                valid.place,
                stated=str(question.base),
                expected=str(valid.printed),
            )


def _is_valid(one: Mention) -> bool:
    told = one.before + one.after[:4]
    return bool(_VALID.search(one.before)) and (
        "问卷" in told or (one.dimension == "份" and "问卷" in one.passage.text)
    )


def results(
    mentions: Sequence[Sequence[Mention]],
    tables: Sequence[CompositeTable],
    summaries: Sequence[SurveySummary],
    told: Figure | None = None,
) -> Iterator[Posed | Checked]:
    """The satisfaction that sentences state, against the results of tables, or else the whole told elsewhere."""
    overall = [summary.overall for summary in summaries if not summary.overall.is_missing]
    at_most = Severity.ERROR if overall else Severity.WARNING
    overall = overall or ([told] if told is not None else [])
    single = [table.result for table in tables if not table.result.is_missing]
    for found in mentions:
        for one in found:
            if not _is_rate(one) or not _SATISFACTION.search(one.before):
                continue
            if len(overall) == 1 and _OVERALL.search(one.before):
                yield Posed(Duplicate((overall[0], one.figure("综合满意度"))), at_most=at_most)
            elif single:
                yield _one_of(one, [*single, *overall])


def _one_of(one: Mention, known: Sequence[Figure]) -> Checked:
    """A satisfaction with one thing should be the result of one of the questions."""
    if any(Duplicate((figure, one.figure("满意度"))).assess().verdict.is_possible for figure in known):
        return Checked.held(RESULT_UNKNOWN, one.place)
    return Checked.not_made(RESULT_UNKNOWN, f"{one.printed} 不是任何一题的满意度，不知道怎样算出", one.place)
