"""Places in a ranking, worded as ranges of a number: 第一名, 第1-3名, 前10%, 后三分之一."""

import re
from collections.abc import Callable

from jixiao.language.numbers.figures import FIGURE, figure_of
from jixiao.language.numbers.zones import EXCLUDED, INCLUDED
from jixiao.language.numerals import NUMBER, number_of
from jixiao.rules.portion import rate_text

RANKED = re.compile(
    rf"排名|名次|位次|位居|名列|居首|首位|第(?:{NUMBER})(?:[-~至到]第?(?:{NUMBER}))?[名位]|前(?:{NUMBER})[名位]"
)
_SHARE = rf"(?P<share>{FIGURE})"
_PLACE = rf"(?:{NUMBER})"


def _rest(match: "re.Match[str]") -> str:
    """后30% — beyond 70 %."""
    figure = figure_of(match["share"])
    return f"超过{rate_text(1 - figure.value)}" if figure.is_rate else match.group()


def _middle(match: "re.Match[str]") -> str:
    """中间三分之一 — what lies between two thirds alike."""
    figure = figure_of(match["share"])
    edge = (1 - figure.value) / 2
    return f"{rate_text(edge)}{EXCLUDED}至{rate_text(1 - edge)}{INCLUDED}" if figure.is_rate else match.group()


def _first(match: "re.Match[str]") -> str:
    return f"不超过{int(number_of(match['place']))}名"


def _between(match: "re.Match[str]") -> str:
    return f"{int(number_of(match['from']))}名{INCLUDED}至{int(number_of(match['to']))}名{INCLUDED}"


def _after(match: "re.Match[str]") -> str:
    sign = "不低于" if match["and"] else "超过"
    return f"{sign}{int(number_of(match['place']))}名"


_REWRITES: tuple[tuple["re.Pattern[str]", str | Callable[["re.Match[str]"], str]], ...] = (
    (re.compile(rf"第(?P<from>{_PLACE})[名位]?(?:[-~至到、]|到)第?(?P<to>{_PLACE})[名位]"), _between),
    (re.compile(rf"第?(?P<place>{_PLACE})[名位](?P<and>[及或(]?)[及或]?(?:其)?(?:以后|之后|以下|靠后)\)?"), _after),
    (re.compile(rf"前(?P<place>{_PLACE})[名位]"), _first),
    (re.compile(r"(?:位居|名列|居于?|位于|排名|排)*(?:首位|第一名?|榜首|第1名|第一位|第1位|第1(?!\d))"), "名次为1名"),
    (re.compile(rf"第(?P<place>{_PLACE})[名位]"), r"名次为\g<place>名"),
    (re.compile(rf"第(?P<place>{_PLACE})(?=[得计的,为]|者)"), r"名次为\g<place>名"),
    (re.compile(rf"前{_SHARE}(?=[{INCLUDED}{EXCLUDED}]|以内|之内|的|,|得|计|$|名)"), r"不超过\g<share>"),
    (re.compile(rf"(?:后|末)(?:位)?{_SHARE}"), _rest),
    (re.compile(rf"中间?(?:的)?{_SHARE}"), _middle),
)


def places_worded(text: str) -> str:
    """The sentence with its places as ranges; unchanged where nothing is ranked.

    >>> places_worded("第1-3名得6分,前10%得满分")
    '1名〖至3名〖得6分,不超过10%得满分'
    """
    if RANKED.search(text) is None:
        return text
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    return text
