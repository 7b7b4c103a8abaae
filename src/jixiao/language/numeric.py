"""Rules about one number: tiers, thresholds with deductions, ratios, formulas, counts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.language.numbers.bindings import bound
from jixiao.language.numbers.curves import Around, curve_of
from jixiao.language.numbers.effects import Clause, Does, clauses_of
from jixiao.language.numbers.formulas import with_formulas
from jixiao.language.numbers.resolving import Said
from jixiao.language.numbers.situations import Steps, not_equal, situation_of
from jixiao.language.numbers.steps import rounding_of
from jixiao.language.numbers.wording import plain_wording
from jixiao.language.sentences import Sentence, Understood
from jixiao.language.statements import NotUnderstood
from jixiao.rules.ranges import Range

_SAID_AGAIN = re.compile(
    "(?:[两各二多]段)?(?:分段)?(?:累计|累加)(?:计算|扣分|扣减|计扣|计分)*|(?:分段|逐段)(?:累计)?(?:计算|扣分)?|合计|满分|为|之和|各点之间|中间|其间|[其]中|[的者时,;。]*|以此类推|依此类推|依次类推|权重分?|下同|无论正负"
)


def understood(sentence: Sentence) -> Understood:
    """The rule about one number that the sentence states; NotUnderstood where it states none."""
    text, formulas = with_formulas(sentence.text)
    text, rounding = rounding_of(plain_wording(text))
    text, bindings = bound(text, sentence.beside.target)
    clauses, rest = clauses_of(text)
    if rest and _SAID_AGAIN.fullmatch(rest) is None:
        raise NotUnderstood(f"“{rest}”没有说明怎样计分", rest)
    if not clauses:
        raise NotUnderstood("没有写怎样计分", sentence.text)
    said = [each for clause in _explained(clauses) if not _empty(clause) for each in _said(clause)]
    around = Around(bindings, formulas, rounding, sentence.beside.weight, sentence.text)
    curve, notes = curve_of(said, around)
    if rounding is not None and not any(
        isinstance(each.situation, Steps) and each.situation.length.value == rounding.length.value for each in said
    ):
        raise NotUnderstood("不足一步如何计算的规定与扣分的步长不一致")
    return Understood(curve, [*bindings.notes, *notes])


def _empty(clause: Clause) -> bool:
    return clause.effect.does is Does.FLOOR and (
        not clause.situation or _SAID_AGAIN.fullmatch(clause.situation) is not None
    )


def _explained(clauses: list[Clause]) -> Iterator[Clause]:
    """The clauses, a proportion in words left out where its formula follows (按超出比例扣减,得分=…)."""
    situation = ""
    for number, clause in enumerate(clauses):
        after = clauses[number + 1] if number + 1 < len(clauses) else None
        in_words = clause.effect.does in (Does.PROPORTION, Does.LOSE_PROPORTION)
        if in_words and after is not None and after.effect.does is Does.FORMULA and not after.situation:
            situation = clause.situation
            continue
        yield replace(clause, situation=clause.situation or situation)
        situation = ""


def _said(clause: Clause) -> Iterator[Said]:
    words = "" if _SAID_AGAIN.fullmatch(clause.situation) else clause.situation
    shown = clause.situation or clause.effect.words
    other = not_equal(words)
    if other is not None and clause.effect.does in (Does.EARN, Does.LOSE, Does.FORMULA):
        for when in (Range(None, False, other.when.low, False), Range(other.when.low, False)):
            yield Said(replace(other, when=when), clause.effect, shown)
        return
    yield Said(situation_of(words, clause.effect.does is Does.LOSE), clause.effect, shown)
