"""The situation of a clause: a zone of a number, a step that costs points, a landmark in words, all other cases."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.language.numbers.figures import FIGURE, TIME, UNIT, Figure, figure_of
from jixiao.language.numbers.landmarks import At, Mark, landmark_of
from jixiao.language.numbers.zones import ANY_FIGURE, DOWN, MARKED, NEGATED, NOISE, UP, Zone, zone_of

LONGEST = 160
"""A situation of more characters is a text of its own."""


@dataclass(frozen=True, slots=True)
class Steps:
    """For each step of a length: `side` is > (above), < (below), O (either) or "" where the words do not say.

    `start` is where counting begins, if the words say so; `zone` where the steps are counted at all, if said;
    `about` names the measure if the words do (faults, delay, excess, rank).
    """

    subject: str
    length: Figure
    side: str = ""
    start: Figure | None = None
    whole: bool = False
    zone: "Zone | Mark | None" = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Every case not spoken of."""


@dataclass(frozen=True, slots=True)
class State:
    """A condition told in words; "" where there are none."""

    text: str


Situation = Zone | Steps | Otherwise | State | Mark
_NOUN = re.compile(
    r"[^\d,;。]{1,24}?(?:率|比例|比重|占比|数|额|度|比|量|成本|时间|情况|余额|费|值|水平|进度|幅度|支出|指标|经费|产量|增速|资金|节约|控制|成效|效果|管理|质量|产出|时长|周期|天数|期限)"
)
_LATE = "延迟|推迟|逾期|超期|迟延|延误|延后|滞后|延期|超时|拖延|拖期|晚报|迟报|晚|迟"
_OFF = "偏离|偏差|相差|浮动|变动|波动|正负"
_FAULT = (
    "发现|查出|发生|出现|存在|检查出|检出|查实|查处|漏|有|未|被|错|违|不合|没有|受到|通报|"
    "重复|退回|虚报|瞒报|迟报|缺漏|不规范|收到|接到|产生|造成|引发|流失|丢失|损坏|遗漏|"
    "失误|差错|投诉|一次|不"
)
_STEP = re.compile(
    rf"每(?P<verb>[^\d每]{{0,14}}?)(?:(?P<start>(?:{FIGURE}))的?(?P<more>(?:{UP}|{DOWN})?))??"
    rf"(?P<filled>满|足|够|整)?(?P<length>{FIGURE}|个?百分点|{UNIT})(?:{MARKED})?(?P<after>(?![^每]*(?:百分点|%))[^\d每]{{0,24}})"
)
_BARE_STEP = re.compile(
    rf"(?P<subject>[^每]{{0,40}}?)(?P<length>(?:一|1)(?:个百分点|{UNIT}|%))(?!以|及|之|〖|〗|月|内)(?P<after>[^\d每,]{{0,16}}),?(?:的|,)*"
)


def situation_of(text: str, losing: bool = False) -> Situation:
    """What the words of the situation say; whatever is no number, step, landmark or remainder is a state in words.

    `losing` says that points are lost: then 一次 and 少一期 are steps, 每 being left unsaid.

    >>> situation_of("执行率达到95%").when
    Range(low=Fraction(19, 20), low_included=True, high=None, high_included=False)
    >>> situation_of("每低于1个百分点", losing=True).side
    '<'
    """
    text = NOISE.sub("", text)
    if len(text) > LONGEST:
        return State(text)
    if _OTHERWISE.fullmatch(text):
        return Otherwise()
    if _APART.search(text) is not None:
        return State(text)
    if "每" in text:
        return _steps_of(text) or zone_of(text) or State(text)
    return (_bare_steps(text) if losing else None) or _place(text) or _of_segments(text) or State(text)


_APART = re.compile("[;。\n].")
_COMPARED = re.compile(
    rf"[^,;。\d]{{0,16}}(?:偏离|背离)(?P<off>{FIGURE})(?:的|,)*|(?:[^,;。\d]{{0,12}},)?(?:较|比|与|相较于?|相对于?|对比)(?P<figure>{FIGURE})(?:相比)?,?"
)
_OTHERWISE = re.compile(
    "(?:否则|反之|其余(?:情况|情形|的)?|其他(?:情况|情形)?|其它(?:情况|情形)?|除此之外|除此以外|不符合上述(?:条件|情形|情况)|以外的?|剩余(?:情况)?|"
    "(?:其他|其余|其它)(?:各)?(?:名次|位次|单位|[县区市]|部门|地区|乡镇|地方|县区|县[(]区[)]|参评单位)|其间|(?:介于|处于)(?:两者|二者)?之间|中间(?:部分)?)(?:下|的|者|均|都|一律|则|,)*"
)


def _place(text: str) -> "Zone | Mark | None":
    if ANY_FIGURE.search(text) is not None:
        return zone_of(text) or landmark_of(text)
    return landmark_of(text) or zone_of(text)


_BETWEEN = re.compile(",|但是?|而")


def _of_segments(text: str) -> Situation | None:
    """执行率,低于100% — names before, the same said again beside: one of the segments tells the range."""
    segments = [segment for segment in _BETWEEN.split(text) if segment.strip("的时者")]
    if not 1 < len(segments) <= 4:
        return None
    places = [_place(segment) for segment in segments]
    zones = [place for place in places if isinstance(place, Zone)]
    if len(zones) == len(segments) == 2 and _same_said(*zones):
        return zones[1]
    if len(zones) == 1:
        others = [segment for segment, place in zip(segments, places, strict=True) if place is not zones[0]]
        marks = [place for place in places if isinstance(place, Mark)]
        zone = zones[0]
        if len(marks) == len(others) == 1 and marks[0].at is At.WITHIN and zone.is_rate and zone.when.high is None:
            return replace(zone, when=replace(zone.when, high=Fraction(1), high_included=True))
        if all(_is_name(other) or _agrees(other, zones[0]) for other in others):
            name = next((other for other in others if _is_name(other)), "")
            return replace(zones[0], subject=zones[0].subject or name)
    last = places[-1]
    if isinstance(last, Mark) and all(_is_name(segment) for segment in segments[:-1]):
        return replace(last, words=text)
    if not zones and last is None and _OTHERWISE.fullmatch(segments[-1]) and all(map(_is_name, segments[:-1])):
        return Otherwise()
    return None


def _same_said(one: Zone, other: Zone) -> bool:
    """Whether one range says in other words what the other says with a sign: 未过半(<50%)."""
    same = (one.when.low, one.when.high) == (other.when.low, other.when.high)
    return same and not other.subject and other.kind == one.kind


def _agrees(text: str, zone: Zone) -> bool:
    """Whether words beside a zone say the same: 支付超出预算 beside >100%."""
    mark = landmark_of(text)
    if mark is None:
        return False
    up = zone.when.high is None
    return (mark.at in (At.OVER, At.UP, At.MET, At.NOT_MET) and up) or (
        mark.at in (At.NOT_MET, At.DOWN, At.WITHIN) and not up
    )


def _is_name(text: str) -> bool:
    return _NOUN.fullmatch(text.strip("的")) is not None and NEGATED.search(text) is None


def _steps_of(text: str) -> Steps | None:
    at = text.rfind("每")
    match = _STEP.fullmatch(text, at)
    if match is None:
        return None
    head = text[:at].strip(",")
    zone: Zone | Mark | None = None
    compared = _COMPARED.fullmatch(head)
    if compared is not None:
        steps = _steps(match, "", None, head)
        return steps and replace(steps, start=figure_of(compared["figure"] or compared["off"]))
    if head:
        zone = _place(head)
        if zone is None:
            found = _of_segments(head)
            zone = found if isinstance(found, Zone | Mark) else _last_place(head)
        if isinstance(zone, Zone) and zone.implied:
            steps = _steps(match, "", None, "")
            return steps and replace(steps, start=Figure(_only(zone), zone.kind, zone.unit))
        if zone is None and ANY_FIGURE.search(head) is not None:
            return None
    return _steps(match, head if zone is None else "", zone, head)


_OFF_WORDS = re.compile(_OFF)
_CHECKED = re.compile("发现|查出|抽查|检查")
_THERE_IS = re.compile("(?:^|,)(?:有|存在|发生|出现)[^,]*$")


def _counts_faults(words: str, head: str, side: str) -> bool:
    """Whether the words before a step name a fault, whatever its own verb: 发现资料缺失的,每缺1份."""
    return (side == "<" and _CHECKED.search(head) is not None) or (not words and _THERE_IS.search(head) is not None)


def _only(zone: Zone) -> Fraction:
    assert zone.when.low is not None
    return zone.when.low


def _last_place(head: str) -> "Zone | Mark | None":
    """控制率超过100%的,超出5个百分点以内的部分: the last segment tells, what is before it leads there."""
    before, _, last = head.rpartition(",")
    place = _place(last)
    lead = _place(before.strip(",的")) if before else None
    if isinstance(place, Zone) and place.away and isinstance(lead, Zone):
        return replace(place, base=lead.when)
    if isinstance(place, Zone) and isinstance(lead, Zone) and _lies_in(place, lead):
        return place
    if isinstance(place, Mark) and place.at is At.LATE and isinstance(lead, Zone) and TIME.fullmatch(lead.unit):
        return place
    if place is not None and isinstance(lead, Mark) and lead.at in (At.IN_TIME, At.MET, At.NOT_MET, At.OVER, At.LATE):
        return place
    return None


def _lies_in(place: Zone, lead: Zone) -> bool:
    """Whether a range narrows the one before it down: 低于95%的,85%至95%部分."""
    ends = [end for end in (place.when.low, place.when.high) if end is not None]
    alike = place.kind == lead.kind and not place.subject
    return alike and len(ends) == 2 and place.when.within(lead.when) == place.when


def _steps(match: "re.Match[str]", subject: str, zone: "Zone | Mark | None", head: str) -> Steps | None:
    words = match["verb"] + (match["more"] or "")
    written = match["length"]
    if re.fullmatch("个?百分点", written):
        written = f"1个{written.removeprefix('个')}"
    elif re.fullmatch(UNIT, written):
        written = f"1{written}"
    length = figure_of(written)
    if length.value <= 0:
        return None
    led_by = words or (head.rpartition(",")[2] if zone is None else _OFF_WORDS.sub("", head))
    side, about = _direction(led_by, length, match["after"])
    if not side and zone is None:
        side, about = _direction(words or head, length, match["after"])
    if length.kind == "count" and not isinstance(zone, Zone) and _counts_faults(words, head, side):
        side, about = ">", "faults"
    if isinstance(zone, Zone) and zone.when.low is None and zone.when.high == 0:
        side = "<"
    start = figure_of(match["start"]) if match["start"] else None
    whole = bool(match["filled"]) or re.search("完整|满|整数", words) is not None
    return Steps(subject, length, side, start, whole, zone, about)


def _direction(words: str, length: Figure, after: str) -> tuple[str, str]:
    """On which side the steps are counted, and what they count if the words tell."""
    late = re.search(_LATE, words) is not None and (not length.unit or TIME.fullmatch(length.unit) is not None)
    if late:
        return ">", "delay"
    if re.search("提前|提早|早", words):
        return "<", "delay"
    if re.search("名次|位次|排名|后移|退后|靠后", words + after) or length.unit in ("名", "位"):
        return ">", "rank"
    if re.search(_OFF, words):
        return "O", ""
    above, below = re.match(f".*?(?:{UP})", words), re.match(f".*?(?:{DOWN})", words)
    if above is not None and below is not None:
        return "O", ""
    if above is not None:
        return ">", ""
    if below is not None:
        return "<", ""
    if length.unit.endswith("元"):
        return ">", "excess"
    if length.kind == "count" and (re.search(_FAULT, words) or not words or after):
        return ">", "faults"
    return "", ""


def _bare_steps(text: str) -> Steps | None:
    """发现一处差错, 少一期, 多产1%: one of them costs points, 每 being left unsaid."""
    match = _BARE_STEP.fullmatch(text)
    if match is None:
        return None
    words = match["subject"].rpartition(",")[2]
    length = figure_of(match["length"].replace("个百分点", "个百分点"))
    side, about = _direction(words, length, match["after"])
    if length.is_rate and not re.search(f"(?:{UP}|{DOWN}|{_OFF})[^,]{{0,2}}$", words):
        return None
    if length.kind == "count" and about not in ("faults", "delay", "rank") and not re.search(f"(?:{UP}|{DOWN})", words):
        return None
    return Steps("" if about else match["subject"].strip(","), length, side, None, False, None, about)
