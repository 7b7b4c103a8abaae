"""Names listed one after another, of which something is said together: 合同、发票、验收单三样齐全."""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import takewhile

from jixiao.language.points.words import Word, words_of

NAMES = re.compile("[、和及与]|以及")
_NAMES_BY = (NAMES, re.compile("[、和与]|以及"), re.compile("、|以及"))
_GRADE = re.compile("(?:很|较|非常)?(?:优秀?|良好?|中等?|差|好|强|弱|高|低)|(?:不?合|不?及)格")
# Words for points that name a point of their own where they say what of it: 内容完整.
_THING = re.compile("(?:内容|资料|材料|任务|工作|标准|执行|落实)[^,;]{2}")
# 各占…, 每项得…: what follows a list of names.
_EACH_OF_THEM = re.compile("[fn]*e[efNn]*[sg]f*A")
_SHOULD = re.compile("^(?:应当?|须|需要?|要求)?(?:制定|建立|编制|设立|配备|提供|具备|提交|健全|完善|有)?")
_LACKING = re.compile("[,;]?[fe]*-")
SCORED = set("AgZlK=")


def kinds_of(words: tuple[Word, ...]) -> str:
    return "".join(word.kind for word in words)


def is_name(text: str) -> bool:
    """Whether a stretch can name a point: it says more than words about points do, and is no grade."""
    named = "T" in kinds_of(words_of(text)) or _THING.match(text) is not None
    return named and _GRADE.fullmatch(text) is None


def in_common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def share_words(one: str, other: str) -> bool:
    """Whether two characters that stand together in one stand so in the other."""
    return any(one[start : start + 2] in other for start in range(len(one) - 1))


def _shared(names: Sequence[str]) -> str:
    """What all names begin with."""
    return reduce(lambda one, other: one[: in_common(one, other)], names)


def of_points(names: Sequence[str], text: str) -> str:
    """What is said of named points without their common noun or verb: 四本台账齐全 of 监测台账、资金台账."""
    if len(names) < 2:
        return text
    verb, noun = _shared(names), _shared([name[::-1] for name in names])[::-1]
    if len(noun) > 1 and noun in text:
        text = re.sub(rf"(?<=[个项条种类份本册套样])(?:的)?{re.escape(noun)}", "", text)
    if len(verb) > 1 and verb in text:
        text = re.sub(rf"(?<=[均都])(?:予以|进行)?{re.escape(verb)}", "符合", text)
    return text


# 每缺一项制度扣0.5分
_COUNTED_THING = re.compile(
    "(?<=以上|上述|下列|前述)(?P<these>[\u4e00-\u9fff]{2,4}?)(?=[每均都任缺中,])|(?<=[一1任][个项条种类份本册套样])的?(?P<thing>[\u4e00-\u9fff]{2,4})(?=[扣,的不未没缺])"
)


def without_their_noun(names: Sequence[str], text: str) -> str:
    """What is said of points without the noun that stands in the name of each of them.

    >>> without_their_noun(["财务制度健全", "采购制度健全"], "每缺一项制度扣1分")
    '每缺一项扣1分'
    """
    if len(names) < 2:
        return text
    return _COUNTED_THING.sub(
        lambda found: "" if all((found["thing"] or found["these"]) in name for name in names) else found[0], text
    )


def names_of(text: str, said: str) -> list[str]:
    """The names of a list; where 及 or 和 may belong to a name, as many as what is said of them all fits."""
    ways = [[name for name in split.split(text) if name] for split in _NAMES_BY]
    words = words_of(said)
    share = next((word.amount for word in words if word.amount is not None), None)
    number = next((word.number for word in words if word.kind == "n"), None)
    for names in ways:
        fits = share is not None and share.of == "权重" and share.value * len(names) == 1
        if fits or number == len(names):
            return names
    return ways[0]


def counted_after(names: str, segment: str) -> list[str]:
    """The names before 三项均满足, 四本台账齐全: as many as are counted, of which no more than this is said."""
    found = [name for name in NAMES.split(names) if name]
    words = words_of(of_points(found, segment))
    counted = next((word.number for word in words if word.kind != "f"), None)
    return found if "T" not in kinds_of(words) and len(found) > 1 and counted == len(found) else []


def _counted_within(segment: str, after: str) -> list[str]:
    """The names of 应制定预算、收支、采购三项制度, where the lack of each is spoken of next."""
    words = words_of(segment)
    counted = next((word for word in reversed(words) if word.kind == "n"), None)
    if counted is None or SCORED & set(kinds_of(words)) or _LACKING.match(kinds_of(words_of(after))) is None:
        return []
    names = [name for name in NAMES.split(_SHOULD.sub("", segment[: counted.start])) if name]
    return names if len(names) > 1 and len(names) == counted.number else []


def _announced(head: str, segment: str) -> list[str]:
    """The names after 三项任务权重均等: as many as were _announced."""
    names = NAMES.split(segment)
    if not head.endswith(":") or len(names) < 2:
        return []
    _announced = [word.number for word in words_of(head) if word.kind == "n"]
    return names if _announced == [len(names)] else []


def _listed_before(segment: str, after: str) -> list[str]:
    """The names of a list of which the next segment says what each earns."""
    if NAMES.search(segment) is None:
        return []
    names = names_of(segment, after)
    listed = len(names) > 1 and all(is_name(name) and "A" not in kinds_of(words_of(name)) for name in names)
    return names if listed and _EACH_OF_THEM.match(kinds_of(words_of(after))) else []


def is_said_of_all(segment: str) -> bool:
    return "T" not in kinds_of(words_of(segment))


def names_together(head: str, segment: str, after: str) -> list[str]:
    """The names of a segment of which the text before or after it speaks together; none where neither does."""
    return _counted_within(segment, after) or _announced(head, segment) or _listed_before(segment, after[1:])
