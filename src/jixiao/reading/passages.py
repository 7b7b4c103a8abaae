"""The text of long cells: put together where a page or a narrow column broke it, taken apart where it is labelled."""

import re
from collections.abc import Mapping, Sequence

from jixiao.reading.columns import Role

_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’①-⑳"
_GAP = re.compile(rf"(?<=[{_CJK}])[ \t]+(?=[{_CJK}])")
_NEW_LINE = re.compile(
    r"[①-⑳]|[(（]?\d{1,2}[)）.、．](?!\d)|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、"
    r"|[^，。；：\n]{2,30}[=＝:：]"
)
_ENDED = "。；;！：:"
_LABELS = {
    Role.EXPLANATION: "指标解释|指标释义|指标定义|指标含义|指标说明",
    Role.CRITERIA: "评价要点|评分要点|评价要素|考核要点",
    Role.RULE: "评分规则|评分标准|计分办法|计分标准|计分规则|评分办法|评分细则|评价标准",
    Role.MEASURE: "计算公式|计算方法",
    Role.TARGET: "目标值|标杆值",
}
_LABEL = re.compile("|".join(f"(?P<{role.name}>{words})" for role, words in _LABELS.items()))
_LABELLED = re.compile(rf"(?:^|(?<=[\n。；;]))\s*[【\[]?(?:{_LABEL.pattern})[】\]]?\s*[:：]\s*")
_MARKS = (
    tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    tuple(f"（{number}）" for number in range(1, 21)),
    tuple(f"{number}." for number in range(1, 21)),
    tuple(f"要点{number}" for number in "一二三四五六七八九十"),
)


def tidy(text: str) -> str:
    """The text of a cell as it was meant: lines that a narrow column broke are joined, blanks inside Chinese go.

    >>> tidy("每存在一点不符扣\\n1 分，扣完 为止。\\n\\n②有记录")
    '每存在一点不符扣1 分，扣完为止。\\n②有记录'
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    whole = lines[0] if lines else ""
    for line in lines[1:]:
        whole += f"\n{line}" if whole.endswith(tuple(_ENDED)) or _NEW_LINE.match(line) else line
    return _GAP.sub("", whole)


def labelled(text: str, usual: Role) -> Mapping[Role, str]:
    """The text cut at labels such as “评价要点：”; what stands before the first label is of the `usual` role.

    >>> labelled("考核制度是否健全。评价要点：①有制度；②有记录。", Role.EXPLANATION)[Role.CRITERIA]
    '①有制度；②有记录。'
    """
    found: dict[Role, str] = {}
    role, begins = usual, 0
    for label in _LABELLED.finditer(text):
        _add(found, role, text[begins : label.start()])
        role = next(Role[name] for name, words in label.groupdict().items() if words)
        begins = label.end()
    _add(found, role, text[begins:])
    return found


def points_of(text: str) -> tuple[str, tuple[str, ...]]:
    """What stands before the first point, and the points ①②③ (or 1. 2. 3.) with their marks; none if it has none.

    A mark counts only in its turn, so a number inside a point does not cut it.

    >>> points_of("评价：①合法；②按第①点执行。")
    ('评价：', ('①合法；', '②按第①点执行。'))
    """
    plain = text.replace("(", "（").replace(")", "）").replace("．", ".")
    for marks in _MARKS:
        places = _places(plain, marks)
        if len(places) > 1:
            ends = [*places[1:], len(text)]
            points = tuple(text[start:end].strip() for start, end in zip(places, ends, strict=True))
            return text[: places[0]].strip(), points
    return text.strip(), ()


def _places(text: str, marks: Sequence[str]) -> list[int]:
    places: list[int] = []
    start = 0
    for mark in marks:
        at = _place(text, mark, start)
        if at < 0:
            break
        places.append(at)
        start = at + len(mark)
    return places


def _place(text: str, mark: str, start: int) -> int:
    """Where the mark stands; a number with a dot only where a sentence or line begins."""
    at = text.find(mark, start)
    while at > 0 and mark.endswith(".") and (text[at - 1] not in "\n。；;：:" or text[at + len(mark) :][:1].isdigit()):
        at = text.find(mark, at + 1)
    return at


def _add(found: dict[Role, str], role: Role, text: str) -> None:
    if text.strip():
        found[role] = "\n".join(filter(None, (found.get(role, ""), text.strip())))
