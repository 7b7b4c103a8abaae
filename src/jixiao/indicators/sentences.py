"""The words of a rule in an indicator system, and what came of reading them with the cells beside them."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao import language
from jixiao.rules import Rule

NO_RULE = "表中没有写评分规则"
ABOUT_TOTAL = "这是关于总分的规则，不能用来给一个指标计分"


@dataclass(frozen=True, slots=True)
class RuleSentence:
    """A rule as it is worded: `rule` and its `canonical` sentence where it was read, otherwise `why` it was not.

    `notes` name the choices that the reading made where the words leave something open.
    """

    text: str
    rule: Rule | None
    canonical: str = ""
    notes: tuple[str, ...] = ()
    why: str = ""


@lru_cache(maxsize=4096)
def read_sentence(
    text: str, criteria: tuple[str, ...] = (), target: str = "", weight: Fraction | None = None
) -> RuleSentence:
    """The sentence of an indicator with these criteria, this target and weight; the same one is read once.

    A rule that cannot be right for the weight (a gap, more points than there are) is not one that was read: it is never
    applied.

    >>> read_sentence("完成率达到90%得满分，否则按比例计分。").canonical
    '完成率不低于90%的，得满分；低于90%的，得分＝权重分×完成率÷90%。'
    >>> read_sentence("完成率达到90%得满分，其余视情况计分。").why
    '“其余视情况计分”没有说明怎样计分'
    """
    if not text.strip():
        return RuleSentence(text, None, why=NO_RULE)
    reading = language.parse_rule(text, criteria=criteria, target=target, weight=weight)
    if isinstance(reading, language.Unread):
        return RuleSentence(text, None, why=_with_words(reading.why, text, reading.span))
    rule = reading.rule
    if not isinstance(rule, Rule):
        return RuleSentence(text, None, why=ABOUT_TOTAL)
    complaints = [] if weight is None else list(rule.lint(weight))
    if complaints:
        return RuleSentence(text, None, why="；".join(complaints))
    return RuleSentence(text, rule, reading.canonical, reading.notes)


def _with_words(why: str, text: str, span: tuple[int, int]) -> str:
    """Why a sentence was not read, with the words that were not understood."""
    words = text[span[0] : span[1]].strip()
    return f"{why}（“{words}”）" if words and "“" not in why else why
