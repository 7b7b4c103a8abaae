"""What a rule says for a base of zero: 预算为零且无支出的得满分，预算为零而有支出的不得分."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.effects import Clause, Does
from jixiao.rules.parts.curve import ZeroBaseRule
from jixiao.rules.portion import Portion

_ANY = "[^;。]"
_IS_ZERO = "(?:为零|为0|是零|等于0|等于零)"
_NOTHING_THERE = f"(?:{_IS_ZERO}|未安排|没有安排|未发生|没有发生|无)"
_NAMED_BASE = "(?:预算|上年|上一?年度|基数|分母|年初|计划|去年|基期)"
_NO_BUDGET = "(?:未|没有|无)(?:安排|编制|列|下达)?[^,;。]{0,10}预算"
_NO_BASE = f"(?:{_NAMED_BASE}{_ANY}{{0,12}}?{_NOTHING_THERE}|{_NO_BUDGET})"
_AND = "(?:且|也|亦|同时|并且?|又|,全年|、)"
_BOTH_NAMED = f"(?:上年|预算|分子|支出|本年|当年|[两二]年|两个年度){_ANY}{{0,20}}(?:均|都|皆)"
_BOTH = re.compile(
    f"{_ANY}{{0,16}}?{_NO_BASE}{_ANY}{{0,6}}?{_AND}{_ANY}{{0,12}}?(?:无|未|没有|为零|为0|不存在){_ANY}{{0,14}}|"
    f"{_ANY}{{0,10}}{_BOTH_NAMED}(?:[为是]零|[为是]0|未发生|没有发生|无|未安排|没有){_ANY}{{0,16}}"
)
_BUT = "(?:而|但|却|、|,|且)(?:本年度?|当年|今年|全年)?数?(?:实际|仍)?"
_SOMETHING_THERE = "(?:有|发生|安排|实施|存在|已|出现|支出|采购|大于零|大于0|不为零|不为0)"
_ONLY = re.compile(
    f"{_ANY}{{0,16}}?{_NO_BASE}[^;。无未没]{{0,10}}?{_BUT}{_SOMETHING_THERE}{_ANY}{{0,14}}|"
    rf"(?:仅有?|只有?|单独|唯有?)分母{_IS_ZERO}{_ANY}{{0,4}}|分母{_IS_ZERO}[,且而但、]*分子不为(?:0|零){_ANY}{{0,4}}"
)
_ANY_BASE_OF_ZERO = re.compile(f"分母{_IS_ZERO}(?:的|时|者|情况|情形|,)*")
_OTHER_CASES = "其他情况|其余情况|其他|其余"
_A_BASE = (
    "(?:上年度?数?|预算数?|年初预算|基数|分母)(?:均)?(?:不为零|不为0|不是零|大于零|大于0)|"
    "(?:安排了?|有|已安排|列有)[^,;。]{0,6}预算|上年(?:有|已)发生"
)
_ELSE = re.compile(rf"^(?:{_OTHER_CASES}|{_A_BASE})(?:下|的|时|者)*(?:,|$)")
_NOTHING = re.compile("零|0|未|没有|无")
_TERMS = re.compile("分母|分子")


def without_zero_base(clauses: Sequence[Clause]) -> tuple[list[Clause], ZeroBaseRule | None]:
    """The clauses that speak of a base other than zero, and what is said of one that is.

    Raises NotUnderstood where a clause is left that speaks of 分母 or 分子 alone: neither is the number measured.
    """
    both: Portion | None = None
    only: Portion | None = None
    rest: list[Clause] = []
    for clause in clauses:
        words = clause.situation
        flat = clause.effect.does is Does.EARN and _NOTHING.search(words) is not None
        if flat and both is None and _BOTH.fullmatch(words):
            both = clause.effect.portion
        elif flat and only is None and _ONLY.fullmatch(words):
            only = clause.effect.portion
        elif flat and both is None and only is None and _ANY_BASE_OF_ZERO.fullmatch(words):
            both = only = clause.effect.portion
        else:
            rest.append(clause)
    if both is None and only is None:
        return list(_about_neither(clauses)), None
    others = [replace(clause, situation=_ELSE.sub("", clause.situation)) for clause in rest]
    return list(_about_neither(others)), ZeroBaseRule(both, only)


def _about_neither(clauses: Sequence[Clause]) -> Sequence[Clause]:
    for clause in clauses:
        if _TERMS.search(clause.situation):
            raise NotUnderstood(f"“{clause.situation}”没有读懂", clause.situation)
    return clauses
