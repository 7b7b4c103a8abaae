"""Ranges of a number in words: 达到95%, 80%≤执行率<90%, 六成以上不满九成, 超出5个百分点以内."""

import re
from dataclasses import dataclass, replace

from jixiao.language.numbers.figures import FIGURE, Figure, figure_of
from jixiao.rules.ranges import Range

INCLUDED, EXCLUDED = "〖", "〗"
"""What stands for （含） and （不含） once they are understood."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of the number that `subject` names (empty: what was spoken of before).

    `kind` and `unit` are those of its figures; `of_size`: the number without its sign; `of_part`: the effect is for
    what lies in the zone only; `away`: the range counts from the threshold, above (>) or below (<) it. `settled` says
    of each end whether the words tell if it belongs to the zone; `about` names the measure if the words do.
    `base` is what the range counts from if said; `implied`: one value stands there without 等于.
    """

    subject: str
    when: Range
    kind: str = ""
    unit: str = ""
    of_size: bool = False
    of_part: bool = False
    settled: tuple[bool, bool] = (True, True)
    away: str = ""
    about: str = ""
    base: Range | None = None
    implied: bool = False

    @property
    def is_rate(self) -> bool:
        """Whether its figures are rates."""
        return self.kind in ("rate", "points")


_SIGNS = {
    ">=": (
        "不低于|不少于|不小于|不得低于|不得少于|未低于|大于等于|大于或等于|大于或者等于|高于或等于|"
        "高于等于|等于或大于|等于或高于|多于或等于|超过或等于|≥|>=|达到或超过|达到或高于|达到或大于|"
        "达到|达成|满足|至少|不止|达|不差于"
    ),
    "<=": (
        "不高于|不超过|不大于|不多于|不得超过|不得高于|不得多于|未超过|没有超过|未高于|不突破|"
        "未突破|不超出|未超出|不超|未超|小于等于|小于或等于|小于或者等于|低于或等于|低于等于|"
        "等于或小于|等于或低于|少于或等于|≤|<=|"
        "控制在|至多|不到或等于|未过|没过"
    ),
    "<": "低于|小于|不足|不满|未满|未达到|没有达到|达不到|未达|不到|少于|未到|不及|<|没达到",
    ">": "高于|超过|超出|大于|多于|突破|超|过(?=\\d)|>",
    "!=": "不等于|不为|不是|≠|<>|!=",
    "=": "等于|恰为|恰好为|正好为|正好|恰好|=|保持在|刚好",
}
_COMPARE = "|".join(f"(?:{words})" for words in (_SIGNS[sign] for sign in (">=", "<=", "!=", "<", ">", "=")))
_SIGN_OF = tuple((sign, re.compile(f"(?:{words})")) for sign, words in _SIGNS.items())
_SIDE = (
    "(?:及其?以上|及以下|以上|以下|以内|之内|及其?以内|以外|之外|及以外|内|之上|之下|(?:及|"
    "或)更(?:高|多)|(?:及|或)更(?:低|少)|及以后|以后|及以前|以前)"
)
MARKED = f"[{INCLUDED}{EXCLUDED}]"
_BE = "(?:(?:则|应|须|需)?(?:在|为|是|介于|处于|位于|落在|于|居于|占))"
_DONE = "(?:完成|办结|报送|提交|上报|下达|支付|拨付|开工|竣工|整改|办理|反馈|完工)?"
_TAIL = f"{_DONE}(?:(?:的)?(?P<part>部分)|范围|区间|范围内|区间内|区间|之间|幅度)*(?:的|时|者|情况|情形|,)*"
_SUBJECT = r"(?P<subject>[^\d,;。=/÷×*每]*?(?:“[^”]*”)?[^\d,;。=/÷×*每]*?)"
_LOW = rf"(?P<low>{FIGURE})(?P<lowmark>{MARKED}?)"
_HIGH = rf"(?P<high>{FIGURE})(?P<highmark>{MARKED}?)"
_SPAN = re.compile(
    rf"{_SUBJECT}(?P<be>{_BE}?)(?P<size>±?){_LOW}(?P<lowside>(?:及?以[上下])?)(?P<lowmark2>{MARKED}?)(?:,)?"
    rf"(?:[-~—至到]+|[与和](?={FIGURE}{MARKED}?(?:之间|区间|范围)))(?:,)?{_HIGH}(?:之间|以内|之内|以下|及以下|区间|范围|内|的范围)*(?P<highmark2>{MARKED}?)(?:之间|范围内|区间内|区间)?{_TAIL}"
)
_BOUND_LOW = rf"(?P<lowsign>(?:{_COMPARE})?)[为在]?{_LOW}(?P<lowside>{_SIDE}?)(?P<lowmark2>{MARKED}?)"
_BOUND_HIGH = rf"(?P<highsign>(?:{_COMPARE})?)[为在]?{_HIGH}(?P<highside>{_SIDE}?)(?P<highmark2>{MARKED}?)"
_DOUBLE = re.compile(
    rf"{_SUBJECT}{_BE}?(?:{_BOUND_LOW})(?:的)?[,、且并但同时至而]*(?:比率|该比率|值)?(?:{_BOUND_HIGH}){_TAIL}"
)
_MATH = re.compile(
    rf"{_LOW}(?P<lowsign><=|≤|<|>=|≥|>|小于等于|小于|低于)(?P<subject>[^\d,;。<>≤≥]{{1,30}}?)(?P<highsign><=|≤|<|>=|≥|>|小于等于|小于|低于){_HIGH}{_TAIL}"
)
_UNDONE = r"(?:(?:未|没有|不)[^,;。\d率比]{1,8}的)?"
_SINGLE = re.compile(rf"{_SUBJECT}(?P<be>{_BE}?)(?P<size>±?)(?:{_BOUND_LOW})(?:(?<=以上){_UNDONE})?{_TAIL}")
ANY_FIGURE = re.compile(FIGURE)
_SIZE = re.compile("绝对值|正负|上下(?:浮动|偏差|波动)?|双向|±|不论正负|无论正负|不分正负|偏差幅度|偏离幅度|浮动幅度")
NEGATED = re.compile(
    "[不未没无非](?!符|规范|合规|合格|实|良|当|到位|[^,的]{0,8}(?:率|比例|比重|占比|程度|数|额|量|值)$)|除|但|并且|如无|以及|或者"
)
_FALLING = re.compile(
    "(?:较|比|同比|环比|与)[^,;。]{0,14}(?:下降|减少|降低|压减|缩减|压缩|回落)$|^(?:同比|环比)?(?:下降|减少|降低|压减)$"
)
NOISE = re.compile(
    r"^(?:其中|其他情况下?|其余情况下?|其他情形下?|但是?|如果|若是|倘若|如|若|凡是|凡|当(?![年前地期])|对于|对|即|其(?![他余它间])|经核实|经查|的|,|且|则|而|实际|本年度|年度|全年|当年|本年)+(?=.)"
)
UP = "高于|高出|超过|超出|超额|大于|多于|多出|增加|增长|上升|上浮|提高|提升|升高|突破|增|升|高|超|多|溢出"
DOWN = "低于|小于|不足|少于|未达到|未达|达不到|下降|降低|减少|下浮|降|低|少|缺少|缺|差|欠|落后"


def zone_of(text: str) -> Zone | None:
    """The range of a number that the words name; None where they name none."""
    for pattern, read in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is not None and NEGATED.search(match["subject"].rstrip("在为是于")) is None:
            zone = read(match)
            if zone is not None:
                return zone
    return None


def _sign(text: str, side: str) -> str:
    """The comparison that the words before and after a figure make: >=, >, <=, <, =, != or ""."""
    before = next((sign for sign, words in _SIGN_OF if text and words.fullmatch(text)), "")
    if side in ("以外", "之外", "及以外"):
        return ">"
    after = ""
    if side and side[-1] in "上高多后":
        after = ">="
    elif side and side[-1] in "下低少内前":
        after = "<="
    if not before or before == "=":
        return after or before
    if after == "<=" and before == ">=" and side.endswith("内"):
        return before
    return before


def _figures_agree(low: Figure, high: Figure) -> bool:
    if low.value == 0 or high.value == 0 or "bare" in (low.kind, high.kind):
        return True
    return low.is_rate == high.is_rate and (low.unit == high.unit or not low.unit or not high.unit)


def _included(mark: str, usual: bool) -> bool:
    return mark == INCLUDED if mark else usual


def _zone(
    match: "re.Match[str]", when: Range, *figures: Figure, settled: tuple[bool, bool] = (True, True)
) -> Zone | None:
    if len(figures) == 2 and not _figures_agree(*figures):
        return None
    main = max(figures, key=lambda figure: (figure.kind != "bare", figure.value != 0))
    subject = re.sub(f"{_BE}$|[的为在]$", "", match["subject"].strip(","))
    of_size = any(figure.of_size for figure in figures) or _SIZE.search(match["subject"]) is not None
    if of_size and when.low is not None and when.low < 0:
        of_size = False
    about = ""
    if _FALLING.search(subject) and main.is_rate and (when.low is None or when.low >= 0):
        low = None if when.high is None else -when.high
        high = None if when.low is None else -when.low
        when, settled = Range(low, when.high_included, high, when.low_included), settled[::-1]
        about = "change"
    return Zone(subject, when, main.kind, main.unit, of_size, bool(match["part"]), settled, about=about)


def _span(match: "re.Match[str]") -> Zone | None:
    """Between two figures: the lower end belongs to it unless said otherwise, the upper end only if said (15.3)."""
    low, high = _pair(match["low"], match["high"])
    if match["size"]:
        low, high = replace(low, of_size=True), replace(high, of_size=True)
    marks = [match["lowmark"] or match["lowmark2"], match["highmark"] or match["highmark2"]]
    both = "两端" in match.group() or (not marks[0] and match["highmark2"] and not match["highmark"])
    if low.value > high.value:
        low, high, marks = high, low, marks[::-1]
    included = (_included(marks[0], True), _included(marks[1], False))
    settled = (bool(marks[0] or match["lowside"]), bool(marks[1]))
    if both and marks[1] == INCLUDED and not marks[0]:
        settled = (False, True)
    return _zone(match, Range(low.value, included[0], high.value, included[1]), low, high, settled=settled)


def _pair(low: str, high: str) -> tuple[Figure, Figure]:
    """Two figures of which the unit may stand with the second only: 3-5天, 80-90%."""
    first, second = figure_of(low), figure_of(high)
    if first.kind == "bare" and second.kind == "rate" and "%" in high:
        first = replace(first, value=first.value / 100, kind="rate")
    elif first.kind == "bare" and second.kind == "points":
        first = replace(first, value=first.value / 100, kind="points")
    elif first.kind == "bare" and second.kind == "mark":
        first = replace(first, value=first.value / 100, kind="mark", unit="分")
    elif first.kind == "bare":
        first = replace(first, kind=second.kind, unit=second.unit)
    return first, second


def _double(match: "re.Match[str]") -> Zone | None:
    first, second = _pair(match["low"], match["high"])
    signs = [_sign(match["lowsign"], match["lowside"]), _sign(match["highsign"], match["highside"])]
    marks = [match["lowmark"] or match["lowmark2"], match["highmark"] or match["highmark2"]]
    bounds = list(zip((first, second), signs, marks, strict=True))
    lower = [bound for bound in bounds if bound[1] in (">", ">=")]
    upper = [bound for bound in bounds if bound[1] in ("<", "<=")]
    if len(lower) != 1 or len(upper) != 1:
        return None
    (low, low_sign, low_mark), (high, high_sign, high_mark) = lower[0], upper[0]
    if low.value > high.value:
        return None
    if (
        not match["lowsign"]
        and not match["highsign"]
        and match["lowside"].endswith("上")
        and match["highside"].endswith("下")
        and not any(marks)
    ):
        settled = (False, False)
    else:
        settled = (
            bool(low_mark) or bool(match["lowsign"] and match["highsign"]) or low_sign == ">",
            bool(high_mark or high_sign == "<") or bool(match["highsign"]),
        )
    when = Range(low.value, _included(low_mark, low_sign == ">="), high.value, _included(high_mark, high_sign == "<="))
    return _zone(match, when, low, high, settled=settled)


def _math(match: "re.Match[str]") -> Zone | None:
    first, second = _pair(match["low"], match["high"])
    signs = [_sign(match["lowsign"], ""), _sign(match["highsign"], "")]
    if signs[0][0] == ">" and signs[1][0] == ">":
        first, second, signs = second, first, [signs[1].replace(">", "<"), signs[0].replace(">", "<")]
    if signs[0][0] != "<" or signs[1][0] != "<" or first.value > second.value:
        return None
    return _zone(match, Range(first.value, signs[0] == "<=", second.value, signs[1] == "<="), first, second)


def _single(match: "re.Match[str]") -> Zone | None:
    """From or up to one figure, or that figure only."""
    figure = figure_of(match["low"])
    if match["size"]:
        figure = replace(figure, of_size=True)
    said = _sign(match["lowsign"], match["lowside"])
    mark = match["lowmark"] or match["lowmark2"]
    if figure.kind == "mark" and match["be"].endswith("占"):
        return None
    if said == "!=" or (not said and (mark or figure.kind == "points")):
        return None
    away = _away(match) if figure.kind == "points" and not figure.of_size and said != "=" else ""
    if figure.kind == "count" and _SHORT_BY.fullmatch(match["subject"]):
        away = "<"
    sign = _meant(match, figure, said or "=", away)
    if sign == "=":
        when = Range(figure.value, True, figure.value, True)
    elif sign in (">", ">="):
        when = Range(figure.value, _included(mark, sign == ">="))
    else:
        when = Range(None, False, figure.value, _included(mark, sign == "<="))
    settled = bool(mark) or match["lowside"] not in _UNSETTLED or bool(match["lowsign"])
    zone = _zone(match, when, figure, settled=(settled, settled))
    return None if zone is None else replace(zone, away=away, implied=sign == "=" and not match["lowsign"])


_UNSETTLED = ("以上", "以下", "以后", "以前", "之上", "之下")
"""Sides whose words do not tell for certain that the figure itself belongs to them."""


def _meant(match: "re.Match[str]", figure: Figure, said: str, away: str) -> str:
    """The comparison meant: 超出5个百分点以内 ends at the figure, and so does a deviation of ±5%."""
    if away and match["lowside"]:
        beyond = ">=" if figure.kind == "count" or match["lowside"].startswith("及") else ">"
        return "<=" if match["lowside"][-1] in "内下" else beyond
    if figure.of_size and match["lowsign"] in ("", "控制在") and not match["lowside"]:
        return "<="
    return said


_SHORT_BY = re.compile("(?:[^,;。]{0,8},)?(?:相?差|[缺短]少?|欠)")


def _away(match: "re.Match[str]") -> str:
    """Whether the points count from the threshold: 超出5个百分点以内, 低于目标5个百分点以上."""
    sign = match["lowsign"]
    words = match["subject"]
    if re.search(f"(?:{UP})(?:目标值?|部分|幅度)?$", words) or (
        sign and re.fullmatch("超过|超出|超|高于|突破|多于|大于", sign)
    ):
        return ">"
    if re.search(f"(?:{DOWN})(?:目标值?|部分|幅度)?$", words) or (sign and re.fullmatch("低于|少于|不足|小于", sign)):
        return "<"
    return ""


_PATTERNS = ((_SPAN, _span), (_MATH, _math), (_DOUBLE, _double), (_SINGLE, _single))


def not_equal(text: str) -> Zone | None:
    """The one value that a zone of "not equal to" leaves out; None where the words are no such zone."""
    match = _SINGLE.fullmatch(NOISE.sub("", text))
    if match is None or _sign(match["lowsign"], match["lowside"]) != "!=":
        return None
    figure = figure_of(match["low"])
    return _zone(match, Range(figure.value, True, figure.value, True), figure)
