"""Points that a sentence names without numbering them: 合同、发票、验收单三样齐全; 数据规范占50%,报送及时占50%."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from jixiao.language.points.namelists import (
    NAMES,
    SCORED,
    counted_after,
    in_common,
    is_name,
    is_said_of_all,
    kinds_of,
    names_of,
    names_together,
    of_points,
)
from jixiao.language.points.outline import Item, Outline, named
from jixiao.language.points.words import Amount, words_of

_SEGMENT = re.compile(r"(?:[^,;:。\n()]|\([^()]*\)|[()])+")
_NUMBERING = re.compile(r"(?:(?<=^)|(?<=[;。\n]))(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|[\u2460-\u2473])(?![占得])")
# Where what is said of all the names begins: 各占…, 四样齐全…, 均达到…
_OF_ALL = re.compile("[enayN]f*[enayN+-]*f*[sgA=lZ]|=|s?e|n[+a-]|a[+-]")
_BEGINS_UNDER = ("其中", "包括", "包含")
_WHOLE = Amount(Fraction(1), "权重")
_FIGURES = re.compile(r"\d%|[<>≤≥=]")


@lru_cache(maxsize=64)
def named_points(text: str, weight: Fraction | None) -> Outline | None:
    """The points a text names, each with its share or all together; None where it names none.

    >>> outline = named_points("合同、发票、验收单三样齐全得满分,缺一样不得分。", None)
    >>> [item.name for item in outline.items], outline.tail
    (['合同', '发票', '验收单'], '三样齐全得满分,缺一样不得分。')
    """
    text = _NUMBERING.sub("", text)
    ways = (_found(text), _clause_by_clause(text), _after_announcement(text, weight), _before_each(text, weight))
    found = next((way for way in ways if _is_list(text, way, weight)), None)
    if found is None:
        return None
    numbered = tuple(replace(item, number=number) for number, (item, _, _) in enumerate(found, 1))
    tail = of_points([item.name for item in numbered], text[found[-1][2] :].lstrip(",;。"))
    return Outline(text[: found[0][1]], numbered, tail)


_Found = list[tuple[Item, int, int]]


def _is_list(text: str, found: _Found, weight: Fraction | None) -> bool:
    """Whether points follow upon each other, and their amounts make a whole."""
    if len(found) < 2 or any(text[end:start].strip(",;。:、\n") for (_, _, end), (_, start, _) in pairwise(found)):
        return False
    items = [item for item, _, _ in found]
    return text.count("占") >= len(found) or (_adds_up(items, weight) and not _are_cases(items))


def _are_cases(items: list[Item]) -> bool:
    """Whether names that earn differently differ by a degree only (目标明确, 目标欠明确), so that one applies."""
    return any(
        one.amount != other.amount and all(_DEGREES.fullmatch(rest) for rest in _apart(one.name, other.name))
        for one, other in pairwise(items)
    )


def _apart(one: str, other: str) -> tuple[str, str]:
    """What is left of two names without the words at either end that they share."""
    start = in_common(one, other)
    one, other = one[start:], other[start:]
    end = in_common(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


# Cases of one thing, which exclude each other, though what they earn may add up to the weight.
_DEGREE = re.compile(
    r"基本|部分|较|一般|轻微|严重|重大|特别|少量|个别|或|[一二三四五六七八九十百两\d]+[个项次天日起处]"
)
_DEGREES = re.compile(
    "(?:不够?|未能?|欠|没有?|无|有|较|很|非常|基本|大体|部分|及时|按[时期]|如期|提前|延迟|推迟|逾期|滞后|高|中|低|好|差|显著|明显|"
    "全部|全面|完全|少量|个别|一般|严重|轻微|重大|国家|省|市|县|区|[A-Z]|[一二三四五六甲乙丙丁])*"
)
_COMPUTED = re.compile(r"[=×÷*%]")
_LOST = re.compile("(?P<name>T.*?)lf*(?P<amount>A)f*")


def _clause_by_clause(text: str) -> _Found:
    """Points of a clause each, with what it earns (编制细化、完整得2分) or what its lack costs (未报送扣2分)."""
    earned: _Found = []
    lost: _Found = []
    for match in _SEGMENT.finditer(text):
        segment = match.group()
        name, amount, about = named(segment)
        if amount not in (None, _WHOLE) and not about and _is_one(name):
            earned.append((Item(0, name.removesuffix("的"), amount, ""), match.start(), match.end()))
        elif (item := _lost_in(segment)) is not None:
            lost.append((item, match.start(), match.end()))
    return earned if not lost else lost if not earned else []


def earning(text: str) -> tuple[Item, ...]:
    """The points of a text that stand in a clause each with what it earns, numbered.

    >>> [item.name for item in earning("组织保障:成立小组得0.5分,落实人员得0.5分")]
    ['成立小组', '落实人员']
    """
    return tuple(replace(item, number=number) for number, (item, _, _) in enumerate(_clause_by_clause(text), 1))


def _lost_in(segment: str) -> Item | None:
    words = words_of(segment)
    start = next((place for place, word in enumerate(words) if word.kind != "f"), 0)
    match = _LOST.fullmatch(kinds_of(words), start)
    if match is None:
        return None
    name = segment[words[start].start : words[match.end("name")].start].removesuffix("的")
    return Item(0, name, words[match.start("amount")].amount, "") if _is_one(name) else None


def _is_one(name: str) -> bool:
    return (
        is_name(name)
        and _DEGREE.search(name) is None
        and _COMPUTED.search(name) is None
        and not {"e", "y", "Z", "l"} & set(kinds_of(words_of(name)))
    )


def _found(text: str) -> _Found:
    """The points with the stretch of text that names each; what follows the last is said of all."""
    found: _Found = []
    before: re.Match[str] | None = None
    for match in _SEGMENT.finditer(text):
        segment = match.group()
        if before is not None and not found and (names := counted_after(before.group(), segment)):
            return [(Item(0, name, None, ""), before.start(), before.end()) for name in names]
        items, length = _named_in(segment)
        if segment.startswith(_BEGINS_UNDER) and items and found:
            last, start, _ = found[-1]
            under = tuple(replace(item, number=number) for number, item in enumerate(items, 1))
            found[-1] = (replace(last, under=Outline("", under, segment[length:])), start, match.end())
        elif items:
            found += [(item, match.start(), match.start() + length) for item in items]
            if length < len(segment):
                return found
        elif before is not None and (alone := named(segment))[1] is not None and not alone[0] and not alone[2]:
            found.append((Item(0, before.group(), alone[1], ""), before.start(), match.end()))
            before = None
            continue
        elif len(found) > 1 and is_said_of_all(segment):
            return found
        elif names := names_together(text[: match.start()], segment, text[match.end() :]):
            return [(Item(0, name, None, ""), match.start(), match.end()) for name in names]
        before = match if not items and "T" in kinds_of(words_of(segment)) else None
    return found


def _after_announcement(text: str, weight: Fraction | None) -> _Found:
    """The names behind 具备以下要素各得1分: as many as the weight holds, each a stretch of its own."""
    head, colon, rest = text.partition(":")
    amounts = [word.amount for word in words_of(head) if word.amount is not None]
    if not colon or len(amounts) != 1 or "e" not in kinds_of(words_of(head)) or weight is None:
        return []
    whole = weight if amounts[0].of == "分" else Fraction(1)
    names = list(_NAMED.finditer(rest.partition("。")[0]))
    if amounts[0].of == "要点" or amounts[0].value * len(names) != whole:
        return []
    start = len(head) + 1
    found = [(Item(0, name.group(), None, ""), start + name.start(), start + name.end()) for name in names]
    return found if all(not SCORED & set(kinds_of(words_of(item.name))) for item, _, _ in found) else []


def _before_each(text: str, weight: Fraction | None) -> _Found:
    """The names before 符合一项得1分: as many as the weight holds."""
    names, _, said = text.partition(",")
    words = words_of(said)
    amounts = [word.amount for word in words if word.amount is not None]
    if len(amounts) != 1 or amounts[0].of != "分" or not _OF_ONE.match(kinds_of(words)) or weight is None:
        return []
    found = [name for name in names.split("、") if name]
    fits = amounts[0].value * len(found) == weight and all(is_name(name) for name in found)
    return [(Item(0, name, None, ""), 0, len(names)) for name in found] if fits else []


# 符合一项得, 每做到一点得
_OF_ONE = re.compile("f*e?f*[+N]+f*n?f*gA")
_NAMED = re.compile(r"[^,;、]+")


def _named_in(segment: str) -> tuple[list[Item], int]:
    """The points a segment names, and where it goes on to say something of all of them."""
    start = _of_all(segment)
    if start < len(segment):
        names = names_of(segment[:start].removeprefix("其中"), segment[start:])
        if len(names) > 1 and all(is_name(name) for name in names):
            return [Item(0, name, None, "") for name in names], start
        return [], 0
    return list(_with_amounts(segment)), len(segment)


def _with_amounts(segment: str) -> Iterator[Item]:
    for piece in segment.split("、"):
        name, amount, about = named(piece)
        if amount in (None, _WHOLE) or about or not is_name(name) or _FIGURES.search(name):
            return
        yield Item(0, name, amount, "")


def _of_all(segment: str) -> int:
    """Where a segment that lists names says something of all of them; its end if it does not."""
    words = words_of(segment)
    kinds = kinds_of(words)
    starts = (found.start() for found in _OF_ALL.finditer(kinds) if not _begins_name(kinds, found.start()))
    start = next(starts, 0)
    if start == 0 or NAMES.search(segment) is None:
        return len(segment)
    return words[start].start


def _begins_name(kinds: str, start: int) -> bool:
    """Whether a word for points begins the next name of a list: 、内容完备."""
    return start > 0 and kinds[start - 1] == "、" and kinds[start : start + 2] == "N+"


def _adds_up(items: list[Item], weight: Fraction | None) -> bool:
    """Whether the amounts are shares of a whole, not grades that each stand for the whole rule."""
    amounts = [item.amount for item in items if item.amount is not None]
    if not amounts:
        return True
    if len(amounts) != len(items) or any(_FIGURES.search(item.name) for item in items):
        return False
    whole = sum((amount.value for amount in amounts), start=Fraction(0))
    wholes = (1, weight) if amounts[0].of == "权重" else (weight,)
    return whole in wholes and len({amount.of for amount in amounts}) == 1
