"""Formulas in sentences: where one begins and ends, and its words as operators (乘以, 之比, 占…的比重)."""

import re

from jixiao.expressions import ExpressionError, names, parse_formula
from jixiao.language.numbers.effects import has_effect
from jixiao.language.numbers.figures import UNIT, figure_of

FIRST_SIGN = 0xE000
_LONGEST = 120
_MEANING = re.compile(r"(?<=[率例度])\([^()=×*]{2,40}[/÷][^()=×*]{2,40}\)(?=[,;。计得×*])")
# 超出幅度((实际值-目标值)/目标值): the bracket says what the word before it says.
_BY_HOW_MUCH = re.compile(r"(?<=[率例度])\(\([^()]{2,20}-(?P<base>[^()+*/÷×-]{2,20})\)[/÷](?P=base)(?:×100%)?\)")
# 得分=完成率×权重(完成率低于60%的不得分): the bracket is a clause of its own.
_SAID_BEHIND = re.compile(r"(?<=[分重值])\((?P<said>[^()=×*/÷]{4,40})\)(?=[,;。]|$)")
_BARE = re.compile(
    r"(?:^|(?<=[,;。\n])|(?<=分值\()|(?<=[得计赋评]分\())(?=[^,;。\n=按]{2,60}[×*][^,;。\n=]{0,6}(?:权重|分值|标准分))"
)
_SIGNS = re.compile("[\ue000-\uf8ff]")
_LEAD = re.compile(
    r"(?:^(?=[^=]*=[^=]*$)[^,;。\n\d=]{1,12}率)?(?<!扣减)(?<!扣除)(?<!相应)(?<!扣)(?:(?:(?<=[,;。])即)?(?:本|该|单位)?(?:项|指标)?(?:实际|最终|具体|应(?=得))?(?:得分|评分|计分|分值)(?:即)?(?:=|为|等于|按|:|是)|(?:扣分|应扣分|扣减分值|扣分值)(?:=|为))(?=[^;。\n]{0,60}[×*÷/])"
)
_BY = re.compile(
    r"(?:,)?(?:即|得分为)?(?:按照|按(?!时|期|规定|要求|计划完)|以(?![上下内外后前])|用|即(?!(?:[本该]?项?指标|[本该]项)?得分=)|(?<!否)则)(?=[^,;。\n]{0,60}[×*÷])"
)
_SAY = re.compile(
    "(?:的?(?:公式|方法|方式|结果|乘积)?(?:进行)?(?:相应)?(?:计算得分|计算分值|计算评分|计算|计分|得分|计得分|折算得分|折算分值|折算|确定得分|确定|作为(?:该项|本项|本指标)?得分|赋分|给分|评分|记分|计入得分|计|即为得分|得出得分|即得分|为得分))$"
)
_RATE = r"\d+(?:\.\d+)?%"
_OPERATORS: tuple[tuple["re.Pattern[str]", str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # 以完成率乘以权重分计分(不除以目标值)
        (r"\(不再?除以[^()\d]{2,8}\)", ""),
        (r"(?:再)?(?:乘以|乘上|乘)(?=[^,;。\n积])", "×"),
        (r"(?<![分])除以", "÷"),
        (
            r"(?:按|以|用)(?:照)?(?P<a>[^,;。\n按以用与和]{2,20})[与和](?P<b>[^,;。\n]{2,20}?)(?:的乘积|相乘|的积|之积)",
            r"按\g<a>×\g<b>",
        ),
        (
            r"(?:按照?|以)(?P<a>[^,;。\n按与和=(×]{2,20}?)[与和](?P<b>[^,;。\n×(]{2,20}?)(?:之比|的比例|的比值|的比率|的比重|比值)(?=×)",
            r"按\g<a>÷\g<b>",
        ),
        (
            r"(?P<a>[^,;。\n按以用与和=(×]{2,20})[与和](?P<b>[^,;。\n×(]{2,20}?)(?:之比|的比例|的比值|的比率|的比重|比值)(?=×)",
            r"(\g<a>÷\g<b>)",
        ),
        (
            r"(?P<a>[^,;。\n按以用占=(×]{2,20})占(?P<b>[^,;。\n×(]{2,20}?)的?(?:比例|比重|比率|百分比|比值)(?=×)",
            r"(\g<a>÷\g<b>)",
        ),
        (
            r"按(?:照)?(?P<a>[^,;。\n按以用与和=(×]{2,20})[与和](?P<b>[^,;。\n×(]{2,20}?)(?:之比|的比值|的比例|的比率)(?=计分|得分|计算得分|折算|赋分|给分|确定)",
            r"按\g<a>÷\g<b>×权重",
        ),
        (
            r"按(?:照)?“?(?P<a>[^,;。\n×*+()“”-]{2,20})[÷/](?P<b>[^,;。\n×*+()“”-]{2,20}?)”?(?:折算后)?(?:的)?(?:比例|比率|比值|百分比|结果)?"
            r"(?:进行)?(?=计分|得分|计算得分|折算得分|赋分|给分|计算分值|折算分值)",
            r"按\g<a>÷\g<b>×权重",
        ),
        (
            rf"(?:按|以)(?:照)?(?:实际)?(?P<a>[^,;。\n×*+()\d]{{0,12}}?)(?:超过|超出|高于)(?P<from>{_RATE})的?部分(?:占|与|除以|÷)(?P<of>{_RATE})的?(?:比例|比重|比率|之比|比值)"
            r"(?:[×*](?:权重分?|分值|标准分))?(?:进行)?(?=计分|得分|计算得分|折算得分|赋分|给分|计算分值|折算分值)",
            r"按(实际比率-\g<from>)÷\g<of>×权重",
        ),
        (
            rf"(?:按|以)(?:照)?(?P<a>(?:实际)?[^,;。\n×*+()\d占]{{2,12}})占(?P<of>\d+(?:\.\d+)?){UNIT}的?(?:比例|比重|百分比|比率)"
            r"(?=计分|得分|计算得分|折算得分|赋分|给分)",
            r"按\g<a>÷\g<of>×权重",
        ),
        (r"得分=(?:该|本)?(?:项|指标)*的?(?:权重分值?|满分|权重|分值|标准分)(?=[,;。]|$)", "得满分"),
        (r"(?:^|(?<=[,;。\n]))按[^,;。:\d]{2,14}(?:计分|评分|得分)[:,](?=(?:本项|指标)?得分=)", ""),
        (r"\^", ""),
        (r"[✖╳⨯]|(?<=[率例值数度分])[xX](?=\d|权|分|标|指)", "×"),
        (r"MIN|Min", "min"),
        (
            r"(?:应|共|计)?扣(?:减|除)?分(?:数|值)?(?:=|为|按)(?P<what>[^,;。\n=×*\d]{2,8}?)(?P<unit>[天日周月次个项件起人份])数?"
            r"[×*](?P<marks>\d+(?:\.\d+)?分)",
            r"每\g<what>1\g<unit>扣\g<marks>",
        ),
    )
)


def with_formulas(text: str) -> tuple[str, list[str]]:
    """The text with a sign in place of each scoring formula, and the formulas.

    >>> text, formulas = with_formulas("低于95%的,得分=实际比率÷95%×权重。")
    >>> formulas
    ['实际比率÷95%×权重']
    """
    text = _SAID_BEHIND.sub(lambda match: f";{match['said']}" if has_effect(match["said"]) else match.group(), text)
    text = _BY_HOW_MUCH.sub("", _MEANING.sub("", _SIGNS.sub("", text)))
    for pattern, replacement in _OPERATORS:
        text = pattern.sub(replacement, text)
    text = _with_definitions(text)
    formulas: list[str] = []
    kept: list[str] = []
    at = 0
    while at < len(text):
        lead = min(
            (found for found in (each.search(text, at) for each in (_LEAD, _BY, _BARE)) if found),
            key=lambda m: m.start(),
            default=None,
        )
        if lead is None:
            break
        end = _end(text, lead.end())
        body = _body(text[lead.end() : end])
        if body is None:
            after = max(lead.end(), lead.start() + 1)
            kept.append(text[at:after])
            at = after
            continue
        kept.append(text[at : lead.start()].removesuffix("按"))
        kept.append(chr(FIRST_SIGN + len(formulas)))
        formulas.append(f"权重-({body})" if lead.group().startswith(("扣", "应扣")) else body)
        at = end
        if len(formulas) > 200:
            break
    return "".join(kept) + text[at:], formulas


_LETTERED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,16})(?:\((?P<in>[A-Za-z])\)|(?P<letter>[A-Za-z])(?=[:,](?P=letter)[=<>≤≥]))[:,]?"
)
_VARIABLE = re.compile(
    r"(?:^|(?<=[,;。]))(?:设)?(?P<name>[^,;。\d]{2,18}?)(?:记为|设为|记作|为)(?P<letter>[a-zA-Z])[,;。]"
)
_LET = re.compile(r"(?:,)?以(?P<body>[^,;。]{0,40}[÷/×*-][^,;。]{1,40}?)(?:作)?为(?P<name>[^,;。\d()]{2,10})(?=[,;。])")


def _with_definitions(text: str) -> str:
    """设…率为x: the letter gives way to the name; 以（实际数-40）÷40为超标率: the name to what it stands for."""
    lettered = _LETTERED.search(text)
    if lettered is not None:
        letter = lettered["in"] or lettered["letter"]
        rest = re.sub(rf"(?<![a-zA-Z]){letter}(?![a-zA-Z])", lettered["name"], text[lettered.end() :])
        text = text[: lettered.start()] + (rest if lettered["name"] in rest else lettered["name"] + rest)
    variable = _VARIABLE.search(text)
    if variable is not None:
        rest = text[: variable.start()] + text[variable.end() :]
        rest = re.sub(rf"(?<=[\d.]){variable['letter']}(?![a-zA-Z])", "×" + variable["name"], rest)
        text = re.sub(rf"(?<![a-zA-Z]){variable['letter']}(?![a-zA-Z])", variable["name"], rest)
    let = _LET.search(text)
    if let is not None and let["name"] in text[let.end() :]:
        rest = text[let.end() :].replace(let["name"], f"({let['body']})")
        text = text[: let.start()] + rest
    return text


def _end(text: str, start: int) -> int:
    """Where a formula that begins at `start` ends: at a sign between clauses outside of brackets."""
    depth = 0
    for at in range(start, min(len(text), start + _LONGEST)):
        character = text[at]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
            if depth < 0:
                return at
        elif (depth == 0 and character in ",;。\n:") or character in ";。\n":
            return at
    return min(len(text), start + _LONGEST)


def _body(text: str) -> str | None:
    """The formula in the words, without 计算 after it; None where it is none."""
    body = _SAY.sub("", text).strip()
    body = re.sub(
        r"^(?:实际)?得分(?:=|为)|的(?=×|÷)|(?<=×)(?:该|本)(?:项|指标)?的?(?=权重|分值)|(?<=\d)分$|(?<=\d)分(?=[×÷*/)])",
        "",
        body,
    )
    body = body.replace("“", "").replace("”", "") if _OPERATED.search(body) else body
    body = re.sub(r"\|([^|]{1,40})\|", r"abs(\1)", body)
    body = re.sub(r"=.*$", "", body) if "=" in body else body
    body = re.sub(rf"(?<=[×÷*/(+-])({_CHINESE_SHARE})|^({_CHINESE_SHARE})", _digits, body)
    body = re.sub(
        r"(\d+(?:\.\d+)?%?)(?:人|个|件|次|天|日|户|万元|元|个工作日|工作日|分钟|小时|项|家|起|公斤)(?=[)×÷*/+-]|$)",
        r"\1",
        body,
    )
    body = re.sub(r"(?<=\d)([a-zA-Z])(?![a-zA-Z])", r"×\1", body)
    try:
        expression = parse_formula(body)
    except ExpressionError:
        return None
    if _SCORING.search(body) or not re.search("[×÷*/]", body):
        return None
    return body if names(expression) else None


_OPERATED = re.compile("[×÷/*][^“”]*”")
_SCORING = re.compile("扣|得分(?![/÷×*)]|$)|计分|满分的|不足|超过|低于")
_CHINESE_SHARE = "[一二三四五六七八九十百]+分之[一二三四五六七八九十百]+|[一二三四五六七八九]成"


def _digits(match: "re.Match[str]") -> str:
    figure = figure_of(match.group())
    return f"({figure.value.numerator}/{figure.value.denominator})"
