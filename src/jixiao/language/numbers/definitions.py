"""What a sentence explains before or after it scores: how a rate is computed, what its figures mean, in which unit."""

import re

from jixiao.language.numbers.effects import has_effect
from jixiao.language.numbers.figures import FIGURE

_START = r"(?:^|(?<=[,;。:\n(]))(?:其中|式中|计算公式为?|公式为?|即)?[:,]?"
_NAME = r"(?P<name>(?![^=]{0,20}(?:得分|扣分|评分|计分))[^,;。:=\d<>≤≥\n()]{2,20}(?:\([^()=\d]{1,12}\))?)"
_IN_BRACKETS = r"\((?:[^()=;。]|\([^()=;。]*\))*\)"
_BODY = rf"(?P<body>(?:[^,;。=()\n]|{_IN_BRACKETS})+?(?:[×*]\(?100%\)?|(?=[,;。\n)]|$)))"
_DEFINITION = re.compile(rf"{_START}{_NAME}={_BODY}(?:{_IN_BRACKETS})?(?=(?P<stop>[,;。\n]?))(?P=stop)")
_JOINED = re.compile(r"(?<=[分重值])(?=(?:其中|式中):[^,;。=]{2,20}=)")
_UNIT = re.compile(r"[,(]单位[:为][^(),;。\d]{1,12}\)?")
_EMPTY = re.compile(r"\([,;。]*\)")
_MEANING = re.compile(r"(?P<name>[^,;。:\n\d]{2,16}?)(?::|(?:是)?指)(?P<said>[^;。\n]*)[;。\n]")
_FIGURE = re.compile(FIGURE)
_SCORED = re.compile("权重|分值|满分|标准分")


def without_definitions(text: str) -> tuple[str, dict[str, str]]:
    """The sentence without its formulas of rates and what explains their names, and the formulas by name.

    >>> without_definitions("合格率=(合格数/总数)×100%。合格数:验收合格的数量。合格率达到95%得满分")
    ('合格率达到95%得满分', {'合格率': '(合格数/总数)×100%'})
    """
    found: dict[str, str] = {}

    def kept(match: "re.Match[str]") -> str:
        body = match["body"]
        if not ("/" in body or "÷" in body) or _SCORED.search(body) or has_effect(match.group()):
            return match.group()
        found[match["name"]] = body
        return ""

    plain = _EMPTY.sub("", _DEFINITION.sub(kept, _UNIT.sub("", _JOINED.sub(",", text))))
    if not found:
        return text, {}
    bodies = "".join(found.values())
    return _MEANING.sub(lambda match: "" if _explains(match, bodies) else match.group(), plain), found


def _explains(match: "re.Match[str]", bodies: str) -> bool:
    """Whether the words say what a name of the formulas means."""
    said = match["said"]
    return match["name"] in bodies and not has_effect(said) and _FIGURE.search(said) is None
