"""What a rule says for a base of zero: 预算为零且无支出的得满分，预算为零而有支出的不得分."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jixiao.language.numbers.effects import Clause, Does
from jixiao.rules.parts.curve import ZeroBaseRule
from jixiao.rules.portion import Portion

_ZERO = "(?:为零|为0|是零|等于0|等于零|未安排|没有安排|未发生|没有发生|无)"
_BASE = (
    f"(?:(?:预算|上年|上一?年度|基数|分母|年初|计划|去年|基期)[^;。]{{0,12}}?{_ZERO}|(?:未|"
    f"没有|无)(?:安排|编制|列|下达)?[^,;。]{{0,10}}预算)"
)
_BOTH = re.compile(
    f"[^;。]{{0,16}}?{_BASE}[^;。]{{0,6}}?(?:且|也|亦|同时|并且?|又|,全年|、)[^;。]{{0,12}}?(?:无|未|没有|为零|为0|不存在)[^;。]{{0,14}}|"
    f"[^;。]{{0,10}}(?:上年|预算|分子|支出|本年|当年)[^;。]{{0,20}}(?:均|都|皆)(?:为零|为0|未发生|没有发生|无|未安排|没有)[^;。]{{0,16}}"
)
_ONLY = re.compile(
    f"[^;。]{{0,16}}?{_BASE}[^;。无未没]{{0,10}}?(?:而|但|却|、|,|且)(?:本年度?|当年|今年|全年)?(?:实际|仍)?(?:有|发生|实施|存在|已|出现|支出|采购|大于零|大于0|不为零|不为0)[^;。]{{0,14}}|仅?分母为(?:0|零)[^;。]{{0,4}}"
)
_ELSE = re.compile(
    r"^(?:其他情况|其余情况|其他|其余|(?:上年度?|预算数?|年初预算|基数|分母)(?:均)?(?:不为零|不为0|不是零|大于零|大于0)|(?:安排了?|有|已安排|列有)[^,;。]{0,6}预算|上年(?:有|已)发生)(?:下|的|时|者)*(?:,|$)"
)


_NOTHING = re.compile("零|0|未|没有|无")


def without_zero_base(clauses: Sequence[Clause]) -> tuple[list[Clause], ZeroBaseRule | None]:
    """The clauses that speak of a base other than zero, and what is said of one that is."""
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
        else:
            rest.append(clause)
    if both is None:
        return list(clauses), None
    return [replace(clause, situation=_ELSE.sub("", clause.situation)) for clause in rest], ZeroBaseRule(both, only)
