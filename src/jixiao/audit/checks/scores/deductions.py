"""What sentences say was taken off: weight − deduction = score, overrides of a rule, and who lost points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import DEDUCTION, LOSERS, OVERRIDE
from jixiao.audit.checks.scores.identity import Indicator
from jixiao.audit.checks.scores.totals import line_relations
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.indicatorlists import StatedLosers
from jixiao.reading.scorebook import LAST_LEVEL
from jixiao.reading.scoresentences import StatedScore
from jixiao.relations import Figure, Sum

_ALTOGETHER = re.compile("共|合计|累计|总")


def sentence_relations(book: ScoreBook) -> Iterator[Posed | Checked]:
    """Every sentence about one indicator by itself, with the weight of the tables where it names none."""
    for stated in book.sentences:
        known = None if stated.is_total else book.indicators.of(stated.line)
        if stated.is_total:
            yield from _of_whole(book, stated)
        else:
            yield from line_relations(stated.line)
            yield from _deduction(stated, known)
        yield from _override(stated)


def losers(book: ScoreBook, lists: Iterator[StatedLosers]) -> Iterator[Checked]:
    """Every list of those that lost points, against the scores of the group that the sentence stands under."""
    for stated in lists:
        found = [book.indicators.named(name) for name in stated.names]
        known = [indicator for indicator in found if indicator is not None]
        if not known or len(known) < len(found) or any(each.level != LAST_LEVEL for each in known):
            yield Checked.not_made(LOSERS, "所列的名称不都是得分表中的三级指标", stated.place)
            continue
        yield from _compared(stated, known, _group(book, stated, known))


def _deduction(stated: StatedScore, known: Indicator | None) -> Iterator[Posed]:
    """What was taken off is what the score lacks of the weight; both may come from the tables."""
    lines = [stated.line] if known is None else [stated.line, *known.lines]
    weight = next((line.weight for line in lines if not line.weight.is_missing), None)
    score = next((line.score for line in lines if not line.score.is_missing), None)
    if weight is None or score is None:
        return
    if not stated.lost.is_missing:
        cause = "" if known is None else _wrongly_taken_off(known)
        yield Posed(Sum.difference(stated.lost, weight, score, check=DEDUCTION), cause=cause)
    elif stated.losses and score is stated.line.score:
        yield from _for_reasons(stated.losses, weight, score)


def _for_reasons(losses: Sequence[Figure], weight: Figure, score: Figure) -> Iterator[Posed]:
    """What was taken off for each reason, and all of it where the last figure says so: 共扣1.5分."""
    *parts, last = losses
    if _ALTOGETHER.search(last.name):
        yield Posed(Sum.difference(last, weight, score, check=DEDUCTION))
        if len(parts) > 1:
            yield Posed(Sum.of(last, parts), at_most=Severity.WARNING)
    elif score.known.value:  # no more than all is taken off
        yield Posed(Sum.difference(score, weight, *losses, check=DEDUCTION), at_most=Severity.WARNING)


def _of_whole(book: ScoreBook, stated: StatedScore) -> Iterator[Posed | Checked]:
    """The rate and the deduction of the whole, where a table prints the weight of the whole."""
    totals = [source.total for source in book.sources if {line.level for line in source.tops} == {1}]
    weight = next((total.weight for total in totals if total is not None and not total.weight.is_missing), None)
    if weight is None or stated.line.score.is_missing:
        return
    yield from line_relations(replace(stated.line, weight=weight))
    if not stated.lost.is_missing:
        yield Posed(Sum.difference(stated.lost, weight, stated.line.score, check=DEDUCTION))


def _override(stated: StatedScore) -> Iterator[Checked]:
    """A score that the report itself says departs from the rule is no contradiction, but worth a note."""
    score, by_rule = stated.line.score, stated.by_rule
    if by_rule.is_missing or score.is_missing or by_rule.known.value == score.known.value:
        return
    yield Checked.failed(
        OVERRIDE,
        Severity.NOTE,
        f"“{stated.line.label}”的得分与规则不同，报告已经说明",
        f"按规则得 {by_rule}，报告写明调整为 {score}。两个得分都已列出，不作为矛盾。",
        stated.line.place,
        stated=str(score),
        expected=str(by_rule),
        group=stated.line.key,
    )


def _group(book: ScoreBook, stated: StatedLosers, known: list[Indicator]) -> list[Indicator]:
    """The indicators of the one first-level group that the sentence is about and all named ones stand in.

    Empty where the sentence may be about more or less than such a group.
    """
    about = stated.passage.text + "".join(heading.title for heading in stated.passage.section)
    for source in book.sources:
        tops = {
            id(top): top
            for each in known
            for line in each.listed
            if line in source.lines
            for top in [source.top_of(line)]
        }
        top = next(iter(tops.values())) if len(tops) == 1 else None
        if top is not None and top.level == 1 and top.key in about:
            below = [line for line in source.lines if line.level == LAST_LEVEL and source.top_of(line) is top]
            return [book.indicators.holding(line) for line in below]
    return []


def _compared(stated: StatedLosers, named: list[Indicator], group: list[Indicator]) -> Iterator[Checked]:
    full = [each for each in named if (lost := _lost(each)) is not None and lost <= 0]
    missed = [each for each in group if each not in named and (_lost(each) or 0) > 0] if stated.is_whole else []
    told = []
    if full:
        told.append(f"{_names(full)}得满分，没有扣分")
    if missed:
        told.append(f"{_names(missed)}也扣了分，没有列出")
    if not told:
        yield Checked.held(LOSERS, stated.place)
        return
    yield Checked.failed(
        LOSERS,
        Severity.WARNING,
        "所列的扣分指标与得分表不符",
        f"文中列出的扣分指标是{_names(named)}；按得分表，{'；'.join(told)}。",
        stated.place,
        *(each.first.place for each in (*full, *missed)),
        stated="、".join(stated.names),
        excused_by=tuple(map(_wrongly_taken_off, (*full, *missed))),
    )


def _wrongly_taken_off(indicator: Indicator) -> str:
    """The name of the trouble that a deduction does not fit weight and score."""
    return f"扣分与得分不符：{indicator.first.label}"


def _lost(indicator: Indicator) -> Fraction | None:
    """How many points it lost by the tables; None where they do not say, or contradict each other."""
    lost = {
        line.weight.known.value - line.score.known.value
        for line in indicator.listed
        if not _is_missing(line.weight, line.score)
    }
    return lost.pop() if len(lost) == 1 else None


def _is_missing(*figures: Figure) -> bool:
    return any(figure.is_missing for figure in figures)


def _names(indicators: list[Indicator]) -> str:
    return "、".join(f"“{each.first.label}”" for each in indicators)
