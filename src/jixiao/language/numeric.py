"""Rules about one number: tiers, thresholds with deductions, ratios, formulas, counts."""

from jixiao.language.curves import curve_of
from jixiao.language.sentences import Sentence, Understood


def understood(sentence: Sentence) -> Understood:
    """The rule about one number that the sentence states; NotUnderstood where it states none."""
    statements = sentence.statements
    notes = [statement.effect.unsure for statement in statements if statement.effect.unsure]
    return Understood(curve_of(statements), notes)
