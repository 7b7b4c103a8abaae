"""Over-completion that costs points only where the target was set too low: two rules and what decides between them."""

import re
from dataclasses import dataclass

from jixiao.language.numbers.figures import FIGURE, figure_of
from jixiao.rules.portion import rate_text

_CAUSE = re.compile(
    r"(?:[,、](?!视)(?:且|并且|并|同时|而|确)*|且|并且|并|同时|而)(?:经[^,;。]{1,6}?)?(?:系|属于?|确因|因|由于|是由于|是因|为|存在)?[^,;。、\d%]{0,6}?(?:目标|指标|计划)(?:值|任务)?[^,;。\d%]{0,8}?(?:设定|设置|制定|确定|定得)?[^,;。\d%]{0,4}?(?:明显|过|偏|较|太)?(?:设|偏|过|太|较|设得)(?:得)?低"
    r"(?:[^,;。\d扣]{0,8}?(?:造成|所致|导致|引起|情形|原因))?(?:的)?(?=[,;。扣不得])"
)
_OTHER_CASES = re.compile("(?:其他|其余|其它)(?:情况|情形)下?,?(?=.)")
_OVER_TARGET = re.compile(
    rf"(?:实际)?(?:完成)?(?:值|数)?(?:高于|超过|超出|大于|超)(?:年初|年度)?(?:目标值|指标值|计划值|目标|计划)(?:的)?(?P<figure>{FIGURE})(?P<side>以上)?"
)


@dataclass(frozen=True, slots=True)
class TwoRules:
    """The sentence where the target was set too low, and where it was not."""

    too_low: str
    otherwise: str


def two_rules_of(text: str) -> TwoRules | None:
    """The two sentences; None where no target set too low is spoken of.

    >>> two_rules_of("按完成率计分;完成率高于130%且目标值明显偏低的,每超10个百分点扣权重分的5%。").otherwise
    '按完成率计分;'
    """
    text = _OTHER_CASES.sub("", text)
    cause = _CAUSE.search(text)
    if cause is None or not re.search("超|高于|大于|[>≥]|以上", text):
        return None
    start = max(text.rfind(sign, 0, cause.start()) for sign in ";。\n") + 1
    ends = [at for at in (text.find(sign, cause.end()) for sign in ";。\n") if at >= 0]
    end = min(ends, default=len(text)) + 1
    too_low = _OVER_TARGET.sub(_over, text[: cause.start()] + text[cause.end() :])
    return TwoRules(too_low, text[:start] + text[end:])


def _over(match: "re.Match[str]") -> str:
    figure = figure_of(match["figure"])
    return f"完成率超过{rate_text(1 + figure.value)}" if figure.is_rate else match.group()
