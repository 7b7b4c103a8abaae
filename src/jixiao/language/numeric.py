"""Rules about one number: tiers, thresholds with deductions, ratios, formulas, counts."""

import re

from jixiao.language.numbers.bindings import bound
from jixiao.language.numbers.curves import Around, curve_of
from jixiao.language.numbers.effects import Clause, Does, Effect, clauses_of
from jixiao.language.numbers.formulas import with_formulas
from jixiao.language.numbers.resolving import Said
from jixiao.language.numbers.situations import Steps, situation_of
from jixiao.language.numbers.steps import rounding_of
from jixiao.language.numbers.wording import plain_wording
from jixiao.language.sentences import Sentence, Understood
from jixiao.language.statements import NotUnderstood

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
    said = [_said(clause) for clause in clauses if not _empty(clause)]
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


def _said(clause: Clause) -> Said:
    words = clause.situation
    situation = _SAID_AGAIN.sub("", words) if _SAID_AGAIN.fullmatch(words) else words
    return Said(situation_of(situation), clause.effect, clause.situation or clause.effect.words)


__all__ = ["Effect", "understood"]
