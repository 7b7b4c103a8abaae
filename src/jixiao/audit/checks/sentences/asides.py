"""Figures said by the way: changes, what is left, what was before, and what stands in brackets.

Of “资产3260万元，比年初3100万元增加160万元，其中房屋2445万元” only the first figure is what 其中 takes apart.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from jixiao.reading.mentions import Mention

_CHANGED = (
    "增加|减少|增长|下降|下浮|下滑|提高|降低|上升|缩短|扩大|净增|净减|增收|减收|多|少|高|低|超出?|超过|"
    "调增|调减|追加|追减|核增|核减|压减|压缩"
)
_LEFT = "节约|节省|结余|结存|剩余|尚余|空编|缺编|超编|缺口|短缺|尚缺|相差|滞留|扣[减除]?|退回|结转"
_TAIL = "(?:资金|金额|经费|额|数|出|了|为|约|达|仅|共)*$"
_ASIDE = re.compile(f"(?<!最)(?:{_CHANGED}|{_LEFT}|含){_TAIL}")
_KEPT_WORD = re.compile(f"{_LEFT}|压减|核减")
_THAN = re.compile("(?<![对评占])[比较与同](?![例重赛意类级])(?P<base>[^,;。]*)$|占(?![地比])[^,;。]*$")
_BRACKET = re.compile("[()]")
_DEEPEST = 8
_ALIKE = re.compile("相比|相较|对比")
_FROM = re.compile("(?:由|从(?![业事]))[^,;。]*$")
_BECOMES = re.compile("[^,;。\\d]{0,6}[到至为]")
_NET = re.compile(f"(?<!最)(?:{_CHANGED}){_TAIL}")


def is_change(one: Mention) -> bool:
    """Whether the words before the figure make it a change or what is left: 比上年增加, 节约, 扣, 空编."""
    return bool(_ASIDE.search(one.clause))


def is_base(one: Mention) -> bool:
    """Whether the figure is what another one is compared with: 比年初3100万元, 较2022年决算数6240万元."""
    than = _THAN.search(one.clause)
    return than is not None and not _ALIKE.search(one.clause) and not is_change(one)


def is_start(one: Mention) -> bool:
    """Whether something else becomes of the figure: 由7800万元增加到8179万元."""
    return bool(_FROM.search(one.clause) and _BECOMES.match(one.after))


def is_net(one: Mention) -> bool:
    """Whether the figure is a change that others may offset: 增加300万元 may be part of an increase by 250万元."""
    return bool(_NET.search(one.clause))


def is_aside(one: Mention) -> bool:
    """Whether the figure says how much it changed, was or is left, and not how much there is."""
    return is_change(one) or is_base(one) or is_start(one)


def share_a_remainder(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether whole and parts are called by one word that nothing offsets: 扣12分，其中决策扣2分."""
    words = set(_KEPT_WORD.findall(whole.clause))
    return any(all(word in part.clause for part in parts) for word in words)


class Brackets:
    """Which brackets of a text enclose its characters; of very deep ones only the outermost count.

    >>> brackets = Brackets("16个(含4个)和5个")
    >>> brackets.around(0), brackets.around(5), brackets.around(9)
    ((), (3,), ())
    """

    def __init__(self, text: str) -> None:
        """Find the brackets; one that is never opened closes nothing."""
        opened: tuple[int, ...] = ()
        self._at, self._opened = list[int](), [opened]
        self._ends: dict[int, int] = {}
        for found in _BRACKET.finditer(text):
            if found.group() == ")":
                self._ends.update({start: found.start() for start in opened[-1:]})
                opened = opened[:-1]
            elif len(opened) < _DEEPEST:
                opened = (*opened, found.start())
            self._at.append(found.start())
            self._opened.append(opened)

    def around(self, position: int) -> tuple[int, ...]:
        """Where the brackets around the character open, the outermost first."""
        return self._opened[bisect_right(self._at, position)]

    def end(self, around: tuple[int, ...], otherwise: int) -> int:
        """Where the innermost of these brackets closes; `otherwise` if it is none or is never closed."""
        return self._ends.get(around[-1], otherwise) if around else otherwise
