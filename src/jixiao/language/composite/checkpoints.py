"""Several dates, each with the progress it asks for and its share of the weight."""

import re
from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, FRACTION, NUMBER, fraction_of, number_of
from jixiao.language.points.words import Amount, words_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.combined import Parts, Share
from jixiao.rules.parts.curve import Curve
from jixiao.rules.parts.giving import Fixed, Giving, Line, Loss
from jixiao.rules.portion import FULL, NOTHING, Portion
from jixiao.rules.ranges import Range

DATE = (
    r"(?:\d{1,2}月(?:份|\d{1,2}日|底|末|中旬|上旬|下旬)?|第?[一二三四]季度末?|前三季度|上半年末?|半年|年中|年底|年末|"
    "全年)"
)
_AT = re.compile(
    rf"(?P<date>{DATE})(?:前|止|,)?(?:的)?(?:(?![占得计扣])[^,;。、\d]){{0,14}}?(?:达到|达|完成|不低于|为|≥|应)*(?:过半|[一二三四五六七八九]成)?\(?[≥>]?=?"
    rf"(?:(?P<rate>{ARABIC})%|(?P<part>{FRACTION}))(?:\(含\))?(?:以上)?\)?"
)
_LISTED = re.compile(
    rf"(?P<dates>{DATE}(?:[、和]{DATE})+)[^,;。\d]{{0,16}}?(?:目标)?(?:应)?(?:分别|依次)(?:达到|为|达|不低于|完成)+"
    rf"(?P<rates>(?:{ARABIC})%(?:、(?:{ARABIC})%)+)"
)
# 分3月末、6月末两个时点考核,目标分别为25%、50%,每个时点达标得2分
_LISTED_APART = re.compile(
    rf"(?P<dates>{DATE}(?:[、和]{DATE})+)[^,;。\d]{{0,16}},[^,;。\d]{{0,10}}?(?:目标值?|进度|要求|应)+(?:分别|依次)(?:应)?(?:达到|为|达|不低于|是)+"
    rf"(?P<rates>(?:{ARABIC})%(?:[、和](?:{ARABIC})%)+)"
)
# 每达到一个时点要求分别得2分、3分、5分
_EACH_SHARE = re.compile(rf"[^,;。\d]{{0,16}}(?:分别|依次)[得计占](?:{ARABIC})分(?:、(?:{ARABIC})分)+")
_RATIO = re.compile("(?:与|占)[^,;。]{0,10}(?:之比|的?比例)|÷|按(?:实际)?比例")
_STEP = re.compile(
    rf"每(?:低|少|降低|下降|相差|差)(?:于[^,;。]{{0,6}})?(?P<step>{NUMBER})?(?:个百分点|%)(?:扣|扣减|扣除)"
)
_WHICH = "哪一?个?(?:时点|节点|季度|阶段|月份?)"
_NOTHING = re.compile(
    f"(?:未|没有?|不)(?:达到|达标|完成){_WHICH}[^,;。]{{0,6}},就?(?:不得|扣除?){_WHICH}的?分(?:值|数)?|"
    f"{_WHICH}(?:未达标|未达到|未完成|没有达到|不达标|达不到)[^,;。]{{0,8}},{_WHICH}(?:的)?(?:分值)?(?:不得分|不计分|(?:得|计)?0分)|"
    "(?:任(?:一|何一|意一)个?(?:时点|节点|季度|阶段)(?:的)?)?(?:未达到|未达标|达不到|低于|未完成|没有达到|不达标)[^,;。]{0,10}?,?(?:则|的)?(?:该|对应|相应|本)?(?:部分|时点|节点|次|项|季度)?(?:的)?(?:不得分|不得该[^,;。]{0,4}(?:分值|分)|不计分|0分|得0分|计0分)|否则(?:该[^,;。]{0,6})?(?:不得分|0分)"
)


_EARNED = re.compile(rf"[得计]({ARABIC})分")
_LOST = re.compile(
    rf"(?:任[一何意]一?|每有?一?)个?(?:时点|节点|季度|阶段)(?:未达到|未达标|达不到|不达标|未完成)[^,;。\d]{{0,8}},?(?P<take>扣[减除]?(?P<points>{ARABIC})分)"
)


def claims(sentence: Sentence) -> bool:
    """Whether the progress at two dates or more is asked for."""
    return len(list(_AT.finditer(_one_by_one(sentence.text)))) > 1


def _one_by_one(text: str) -> str:
    """3月末、6月末执行进度分别达到25%、50%的 as 3月末达到25%,6月末达到50%,."""
    listed = _LISTED.search(text) or _LISTED_APART.search(text)
    if listed is None:
        return text
    dates, rates = re.split("[、和]", listed["dates"]), re.split("[、和]", listed["rates"])
    if len(dates) != len(rates):
        raise NotUnderstood("时点的个数与目标进度的个数不同", listed.group())
    each = "".join(f"{date}达到{rate}," for date, rate in zip(dates, rates, strict=True))
    return f"{text[: listed.start()]}{each}{text[listed.end() :].lstrip('的,')}"


def understood(sentence: Sentence) -> Understood:
    """A part for every date: its share from the target on, below it what the sentence says."""
    text = _without_own_loss(_one_by_one(sentence.text))
    dates = list(_AT.finditer(text))
    targets = [number_of(at["rate"]) / 100 if at["rate"] else fraction_of(at["part"]) for at in dates]
    ends = [*(at.start() for at in dates[1:]), len(text)]
    behind = [text[at.end() : end] for at, end in zip(dates, ends, strict=True)]
    shares = _shares(behind)
    rest = behind[-1]
    _use_all(text, dates, behind)
    parts = tuple(
        Share(at["date"], share, _curve(target, _below(rest, target)))
        for at, share, target in zip(dates, shares, targets, strict=True)
    )
    return Understood(Parts(parts))


def _without_own_loss(text: str) -> str:
    """任一时点不达标扣2分, where every date is worth 2 points, is that it earns nothing."""
    lost = _LOST.search(text)
    if lost is None or any(number_of(points) != number_of(lost["points"]) for points in _EARNED.findall(text)):
        return text
    return f"{text[: lost.start('take')]}不得分{text[lost.end() :]}"


def _shares(behind: Sequence[str]) -> list[Portion]:
    """The share of every date: behind each, or one for all behind the last."""
    each = _EACH_SHARE.search(behind[-1])
    if each is not None:
        listed = [Portion(number_of(points), in_points=True) for points in re.findall(rf"({ARABIC})分", each.group())]
        if len(listed) != len(behind):
            raise NotUnderstood("时点的个数与分值的个数不同", each.group())
        return listed
    first = [_first_amount(words) for words in behind]
    if first[0] is None and first[-1] is not None and all(amount is None for amount in first[:-1]):
        if (
            re.search(
                r"(?:达到|达标|完成)[1一]个(?:节点|时点|季度|阶段)(?:的)?(?:要求|目标)?的?,?[得计]|(?:每个?|各)(?:节点|时点|季度|次|项|阶段)?(?:达标|达到[^,;。\d]{0,6}?|完成)?(?:的|者)?,?(?:各|均)?(?:占|得|计)?(?:权重分?的?|分值的?)?(?=[\d一二三四五六七八九])",
                behind[-1],
            )
            is None
        ):
            raise NotUnderstood("没有写明各时点的分值", behind[-1])
        first = [first[-1]] * len(first)
    amounts = [amount for amount in first if amount is not None]
    if len(amounts) != len(behind):
        raise NotUnderstood("没有写明各时点的分值", behind[0])
    return [Portion(amount.value, in_points=amount.of == "分") for amount in amounts]


_FULL = (
    r"(?:达到|达标|完成|满足)[^,;。]{0,10}?的?,?(?:各|均)?得(?:满分|(?:权重分?的?)?\d+%|\d+(?:\.\d+)?分)|"
    r"[得计占](?:该[^,;。]{0,6})?满分|扣完[^,;。]{0,10}为止"
)


def _use_all(text: str, dates: Sequence["re.Match[str]"], behind: Sequence[str]) -> None:
    """Refuse what is said beside the dates, their shares and what is earned below the targets."""
    used: list[re.Match[str] | None] = [*dates]
    for at, words in zip(dates, behind, strict=True):
        shares = [word for word in words_of(words) if word.amount is not None]
        if shares:
            start = at.end() + shares[0].start
            used.append(re.compile(re.escape(shares[0].text)).match(text, start))
    used += [*_NOTHING.finditer(text), *_RATIO.finditer(text), *_EACH_SHARE.finditer(text)]
    used += [re.compile(r"[^,;。]*").match(text, step.start()) for step in _STEP.finditer(text)]
    refuse_rest(text, used, _FULL)


def _first_amount(text: str) -> Amount | None:
    return next((word.amount for word in words_of(text) if word.amount is not None), None)


def _below(text: str, target: Fraction) -> Giving:
    """What is earned below the target; exactly one way must be said."""
    step, ratio, nothing = _STEP.search(text), _RATIO.search(text), _NOTHING.search(text)
    if sum(found is not None for found in (step, ratio, nothing)) != 1:
        raise NotUnderstood("没有读懂某一时点未达到时怎样计分", text)
    if ratio is not None:
        return Line(((Fraction(0), NOTHING), (target, FULL)))
    if nothing is not None:
        return Fixed(NOTHING)
    assert step is not None
    amount = _first_amount(text[step.end() :])
    if amount is None:
        raise NotUnderstood("没有写明扣多少", text)
    length = number_of(step["step"] or "1") / 100
    return Loss(target, length, Portion(amount.value, in_points=amount.of == "分"))


def _curve(target: Fraction, below: Giving) -> Curve:
    return Curve(MEASURES["rate"], ((Range(target, True), Fixed(FULL)), (Range(None, False, target), below)))
