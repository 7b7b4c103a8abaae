"""What a sentence or the cells beside it fix before anything is scored: targets, named figures, explanations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.effects import has_effect
from jixiao.language.numbers.figures import FIGURE, figure_of
from jixiao.language.numbers.relative import relative_worded
from jixiao.language.numbers.wording import plain_wording
from jixiao.language.numbers.zones import Zone, zone_of
from jixiao.text import normal

TARGET = (
    "(?:年初|年度|全年|预期|既定|设定的?|规定的?|考核|绩效|计划|本年)*(?:目标值|指标值|"
    "标杆值|计划值|标准值|目标进度|目标水平|目标数|计划数|目标任务|目标要求|年度目标|目标)(?!(?:值|进度|完成|成本|"
    "产出))"
)
_BASES = rf"{TARGET}|(?:批复的?|核定的?)?(?:预算|概算|限额|控制数|定额|编制|计划成本)(?:数|总?额)?"
_COMPARE = (
    "不低于|不少于|不小于|大于等于|大于或等于|≥|>=|不高于|不超过|不大于|不多于|未超过|不突破|不超|小于等于|小于或等于|≤|<=|低于|小于|不足|未满|少于|高于|超过|超出|大于|多于|突破|"
    "较|比|等于|偏离|低|高|超"
)
_COMPARED_TARGET = re.compile(
    rf"(?P<compare>{_COMPARE}|<|>|=)(?:了)?(?P<target>{TARGET})(?!的?{FIGURE}以?[上下内])(?!(?:的)?(?:{FIGURE})的?(?:以上|以内))"
)
_STEP_OF_TARGET = re.compile(rf"每(?:{_COMPARE}){TARGET}(?=,?(?:的|扣|减))")
_NAMED = re.compile(
    rf"(?<![低高超过出于少满足到差比较达成的分])(?:设|以)?(?P<name>不允许值|不容许值|满意值|最低值|最高值|上限值?|下限值?|及格线|合格线|基准值|标准值|标杆值|目标值|优秀值|良好值|最优值|最差值|合格值|警戒值|达标值)(?:为|是|=|:|取)?(?P<figure>{FIGURE})(?![\d.%]|及?以[上下内])"
)
_LINE = re.compile(
    rf"(?:以[^,;。\d]{{2,12}}|以)?(?P<figure>{FIGURE})(?:作)?为(?P<name>准|标杆值?|标准值|基准值|及格线|合格线|底线|基准|基准线|门槛|起点|目标值?|标准|合格|达标|及格|满意值|不允许值|不容许值|上限值?|下限值?)(?=[,;。、])"
)
_DECLARED = (
    re.compile(
        rf"[^,;。\d]{{0,20}}?(?:{TARGET})(?:为|是|:|,|应)?[^,;。\d]{{0,14}}?(?P<zone>(?:[^,;。\d]{{0,6}}?){FIGURE}(?:及?以上|及?以下|以内|之内)?)"
    ),
    re.compile(
        rf"[^,;。\d]{{0,20}}?应(?:当)?(?:为|达到?|在)?(?P<zone>[^,;。\d]{{0,10}}?{FIGURE}(?:及?以上|及?以下|以内|之内)?〖?)"
    ),
    re.compile(rf"[^,;。\d]{{0,20}}?(?P<zone>控制在{FIGURE}(?:以内|以下|之内)?)"),
    re.compile(
        rf"[^,;。\d]{{0,20}}?允许(?:发生|出现|存在)?(?:不超过)?(?P<allowed>{FIGURE})(?:以内|以下)?(?:[〖的][^,;。\d]{{1,10}})?"
    ),
    re.compile(rf"(?:[^,;。\d]{{0,12}}?)(?:至少|不少于|不低于)(?P<least>[^,;。\d]{{0,4}}?{FIGURE})"),
    re.compile(
        rf"(?:全年|年度|本年度?|年内)?(?:计划|拟|需|应)(?![^,;。\d%]{{0,12}}(?:率|比例)[^,;。\d%]{{0,3}}\d)[^,;。\d%]{{1,14}}?(?P<planned>{FIGURE})"
    ),
)
_EXCEPTION = re.compile("除外|例外|不适用|不涉及|否决|视为|折算|加分|酌情|除.{1,12}外")
_LEFT_ASIDE = re.compile(r"[^\d%]{4,80}(?:调整|变动|因素|支出|事项|情况|情形|部分)(?:除外|不计算在内|予以剔除)")
_FIGURE = re.compile(FIGURE)
_DEFINITION = re.compile(r"(?P<name>[^,;。=\d]{1,20})=(?P<body>[^;。\n]{3,120})")
_DEFINED = re.compile(r"(?P<name>[^,;。=\d<>≤≥]{1,20})=(?P<body>[^,;。=]*[/÷][^,;。=]*)")
_CHANGE = re.compile(r"\(([^()+*/÷×-]{2,20})-([^()+*/÷×-]{2,20})\)[/÷]\(?([^()+*/÷×-]{2,20})\)?")
_HEADING = re.compile("(?:产出|项目|社会|经济|生态)?(?:数量|质量|时效|成本|效益|满意度|影响|过程|决策|管理)(?:指标)?")
_ABOUT = re.compile("^(?:反映|考核|考察|用以|用于|主要|其中|本指标|该指标|指标|说明|注|备注|数据|以.{1,30}为准)")


@dataclass
class Bindings:
    """What is fixed: the target zone (None: none known), where it is from, and the definitions met on the way."""

    target: Zone | None = None
    from_cell: bool = False
    directed: bool = False
    named: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    reverse: bool | None = None
    notes: list[str] = field(default_factory=list)
    cell: str = ""
    """The target cell, where it holds no figure."""

    @property
    def target_text(self) -> str:
        """The target's one figure as it is written; "" where there is none or two."""
        return self.named.get("目标值", "")


def cell_target(cell: str) -> tuple[Zone | None, bool, str]:
    """The zone of a target cell, whether the cell gives it a direction, and its figure as written.

    >>> zone, directed, text = cell_target("≥90%")
    >>> str(zone.when.low), directed, text
    ('9/10', True, '90%')
    """
    text = plain_wording(normal(cell).text).strip(",;。")
    zone = zone_of(text)
    if zone is None:
        figures = _FIGURE.findall(text)
        first = _FIGURE.search(text)
        if first is None or len(figures) != 1 or len(text) > 40:
            return None, False, ""
        zone = zone_of(text[: first.end()])
        if zone is None:
            return None, False, ""
    found = _FIGURE.search(text)
    exact = zone.when.low == zone.when.high
    directed = not exact or "=" in text or "等于" in text
    return zone, directed, found.group() if found and (zone.when.low is None or zone.when.high is None or exact) else ""


def bracketed(text: str) -> str:
    """[70%,90%) of a text not yet normalised as words with （含） and （不含）.

    >>> bracketed("完成率∈[70%,90%)得8分")
    '完成率70%（含）至90%（不含）得8分'
    """
    return _BRACKETED.sub(_without_brackets, text)


def bracket_places(text: str) -> Iterator[int]:
    """Where each character of `bracketed(text)` comes from in `text`.

    >>> list(bracket_places("[1%,2%]内"))
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 7]
    """
    done = 0
    for match in _BRACKETED.finditer(text):
        words = _without_brackets(match)
        yield from range(done, match.start())
        if words == match.group():
            yield from range(match.start(), match.end())
        else:
            yield from (*[match.start()] * (len(words) - 1), match.end() - 1)
        done = match.end()
    yield from range(done, len(text))


def _without_brackets(match: "re.Match[str]") -> str:
    low, high = match[2], match[3]
    if not (set("[［］]∞") & set(match.group()) or ("%" in low + high or "％" in low + high)):
        return match.group()
    left = "（含）" if match[1] in "[［" else "（不含）"
    right = "（含）" if match[4] in "]］" else "（不含）"
    if "∞" in high:
        return f"{'不低于' if left == '（含）' else '高于'}{low}"
    if "∞" in low:
        return f"{'不高于' if right == '（含）' else '低于'}{high}"
    return f"{low}{left}至{high}{right}"


_BRACKETED = re.compile(
    r"(?:(?:∈|属于|在)\s*)?([\[(［（])\s*(-?[\d.]+\s*[%％]?|-\s*∞)\s*[,，、]\s*([+＋]?\s*∞|-?[\d.]+\s*[%％]?)\s*([\])］）])"
)


def bound(text: str, cell: str) -> tuple[str, Bindings]:
    """The text without what it only fixes or explains, and what that is, helped by the target cell."""
    bindings = Bindings()
    if cell.strip():
        zone, directed, written = cell_target(bracketed(cell))
        bindings.target, bindings.directed, bindings.from_cell = zone, directed, zone is not None
        bindings.cell = cell.strip()
        if written:
            bindings.named["目标值"] = written
    text = relative_worded(text, figure_of(bindings.target_text) if bindings.target_text else None, _BASES)
    text = _without_named(text, bindings)
    text = _without_declarations(text, bindings)
    return _with_figures(text, bindings), bindings


def _without_named(text: str, bindings: Bindings) -> str:
    def keep(match: "re.Match[str]") -> str:
        bindings.named[match["name"]] = match["figure"]
        return ""

    text = _LINE.sub(keep, text)
    return _NAMED.sub(keep, text)


def _without_declarations(text: str, bindings: Bindings) -> str:
    """Segments before the first effect of each sentence that declare a target or only explain, taken out."""
    kept: list[str] = []
    for sentence in re.split("(?<=[。;\n])", text):
        segments = sentence.split(",")
        fresh: list[str] = []
        for number, segment in enumerate(segments):
            bare = segment.strip(",;。:\n ")
            defined = _DEFINED.fullmatch(bare)
            if defined is not None and not has_effect(segment):
                bindings.definitions[defined["name"]] = defined["body"]
                continue
            following = segments[number + 1 :]
            if (
                bare
                and "每" not in segment
                and not has_effect(segment)
                and (not following or any(map(has_effect, following)))
                and _declares(bare, following, bindings)
            ):
                continue
            fresh.append(segment)
        joined = ",".join(fresh)
        if has_effect(joined) or not joined.strip(",;。:\n "):
            kept.append(
                joined
                + (
                    ""
                    if joined.endswith((";", "。", "\n")) or not joined
                    else ";"
                    if sentence.endswith((";", "。", "\n"))
                    else ""
                )
            )
        elif not _explains(joined, bindings):
            kept.append(joined)
    return "".join(kept)


def _declares(segment: str, following: list[str], bindings: Bindings) -> bool:
    for number, pattern in enumerate(_DECLARED):
        match = pattern.fullmatch(segment)
        if match is None:
            continue
        if number in (2, 4) and not (
            following
            and re.match("(?:达标|达到|满足|符合|实现|控制住|达成|完成)(?:要求|目标|的)*", following[0].strip())
        ):
            continue
        written = next(value for value in match.groupdict().values() if value)
        allowed = "allowed" in match.groupdict()
        zone = zone_of(
            f"不超过{written}"
            if allowed
            else f"至少{written}"
            if "least" in match.groupdict()
            else written.lstrip("为是")
        )
        if zone is None and (figure := _FIGURE.search(written)) is not None:
            zone = zone_of(written[figure.start() :])
        if zone is None:
            continue
        _declare(zone, written, segment, bindings)
        return True
    return False


def _declare(zone: Zone, written: str, segment: str, bindings: Bindings) -> None:
    exact = zone.when.low == zone.when.high
    if bindings.from_cell and bindings.target is not None and _edges(bindings.target) != _edges(zone):
        bindings.notes.append(f"句中的目标“{segment}”与目标值一栏“{bindings.cell}”不同，按句中的计分")
    bindings.target, bindings.directed, bindings.from_cell = replace(zone, subject=""), not exact, False
    figure = _FIGURE.search(written)
    if figure is not None:
        bindings.named["目标值"] = figure.group()


def _edges(zone: Zone) -> set[Fraction]:
    return {edge for edge in (zone.when.low, zone.when.high) if edge is not None}


def _explains(text: str, bindings: Bindings) -> bool:
    """Whether a sentence without any effect only explains; what it defines is kept in mind."""
    bare = text.strip(",;。:\n ")
    definition = _DEFINITION.match(bare)
    if definition is not None:
        bindings.definitions[definition["name"].strip("(")] = definition["body"]
        bare = bare[: definition.start()] + bare[definition.end() :]
    if _LEFT_ASIDE.fullmatch(bare):
        bindings.notes.append(f"“{bare}”：由填报数据时考虑")
        return True
    if _EXCEPTION.search(bare):
        return False
    if re.search("反向指标|逆向指标|越低越好|越小越好|负向指标", bare):
        bindings.reverse = True
    if re.search("正向指标|越高越好|越大越好", bare):
        bindings.reverse = False
    without = bare.replace("×100%", "").replace("100%", "")
    if _FIGURE.search(without) is None:
        return (
            _HEADING.fullmatch(bare) is not None
            or definition is not None
            or _ABOUT.match(bare) is not None
            or re.search("反映|考核|考察|为准|指标|是指|包括|用以|越.越|比率|比例|单位|不计$|含|口径", bare) is not None
            or not bare
        )
    return (
        re.fullmatch(r"[^,;。]{0,20}[/÷][^;。]{0,60}", without) is not None
        and has_effect(without) is False
        and definition is not None
    )


def _with_figures(text: str, bindings: Bindings) -> str:
    """Names of figures, where something is compared with them, replaced by the figures."""
    for name, written in bindings.named.items():
        if name != "目标值":
            text = text.replace(name, written)
            if name.endswith("限值"):
                text = text.replace(name.removesuffix("值"), written)
    endless = _STEP_OF_TARGET.search(text)
    if endless is not None:
        raise NotUnderstood(f"“{endless.group()}”没有写明每一步是多少", endless.group())
    written = bindings.named.get("目标值", "")
    if written:
        text = _COMPARED_TARGET.sub(lambda match: f"{match['compare']}{written}", text)
    return text


def is_change(body: str) -> bool:
    """Whether a definition is that of a rate of change: (this − last) ÷ last."""
    match = _CHANGE.search(body.replace("[", "(").replace("]", ")"))
    return match is not None and match[2] == match[3]
