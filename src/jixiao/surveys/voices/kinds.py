"""What each kind of other voice counts, by which words its columns are known, and which rates follow from them."""

import re
import unicodedata
from dataclasses import dataclass

from jixiao.surveys.study import VoiceKind

_BLANK = re.compile(r"[\s　]+|[（(][^（）()]*[)）]")


@dataclass(frozen=True, slots=True)
class Counted:
    """A column by the name it has in results and the words its heading holds; of those that fit the last is taken."""

    name: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A rate: the columns that are its part, added up, and those that may be its base, of which the first known is."""

    name: str
    part: str
    parts: tuple[str, ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that follows from others where a table has not got it: `plus` added up less `minus`."""

    name: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def formula(self) -> str:
        """How it follows, in words."""
        return "＋".join(self.plus) + "".join(f"－{name}" for name in self.minus)


@dataclass(frozen=True, slots=True)
class VoiceColumns:
    """A kind of voice: `counted` in the order of results, `ratios` with that of satisfaction first.

    `limits` are pairs of parts and what they cannot exceed together.
    """

    counted: tuple[Counted, ...]
    derived: tuple[Derived, ...]
    ratios: tuple[Ratio, ...]
    limits: tuple[tuple[tuple[str, ...], str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.counted)

    @property
    def satisfaction(self) -> Ratio:
        """The rate that tables print."""
        return self.ratios[0]


def _counted(name: str, words: str) -> Counted:
    return Counted(name, re.compile(words))


_CALLBACKS = VoiceColumns(
    (
        _counted("回访数", "回访|拨打|电话|总数|总量"),
        _counted("有效回访数", "有效|接通|成功"),
        _counted("满意数", "满意"),
        _counted("不满意数", "不满意"),
        _counted("整改数", "整改|已处理|已解决"),
    ),
    (Derived("不满意数", ("有效回访数",), ("满意数",)),),
    (
        Ratio("满意率", "满意数", ("满意数",), ("有效回访数",)),
        Ratio("有效率", "有效回访数", ("有效回访数",), ("回访数",)),
        Ratio("整改率", "整改数", ("整改数",), ("不满意数",)),
    ),
    (
        (("有效回访数",), "回访数"),
        (("满意数",), "有效回访数"),
        (("满意数", "不满意数"), "有效回访数"),
        (("整改数",), "不满意数"),
    ),
)
_COMPLAINTS = VoiceColumns(
    (
        _counted("受理数", "受理|接收|接到|转办|交办|投诉|诉求|工单|总数|总量|件数"),
        _counted("解决数", "解决|办结|办理"),
        _counted("按期办结数", "按期|按时|及时|限时"),
        _counted("评价数", "评价|测评|回访"),
        _counted("满意数", "满意"),
        _counted("不满意数", "不满意"),
    ),
    (Derived("不满意数", ("评价数",), ("满意数",)),),
    (
        Ratio("满意率", "满意数", ("满意数",), ("评价数", "受理数")),
        Ratio("按期办结率", "按期办结数", ("按期办结数",), ("受理数",)),
        Ratio("解决率", "解决数", ("解决数",), ("受理数",)),
    ),
    (
        (("按期办结数",), "受理数"),
        (("解决数",), "受理数"),
        (("评价数",), "受理数"),
        (("满意数",), "评价数"),
        (("满意数", "不满意数"), "评价数"),
    ),
)
_GOOD, _BAD = ("非常满意", "满意", "基本满意"), ("不满意", "非常不满意")
_RATINGS = VoiceColumns(
    (
        _counted("评价数", "评价|总数|总量|合计"),
        _counted("非常满意", "非常满意|很满意"),
        _counted("满意", "(?<!非常)(?<!很)(?<!不)(?<!基本)满意"),
        _counted("基本满意", "基本满意|一般"),
        _counted("不满意", "不满意"),
        _counted("非常不满意", "非常不满意|很不满意"),
        _counted("差评数", "(?<!好)差评"),
        _counted("差评整改数", "整改"),
    ),
    (Derived("差评数", _BAD), Derived("评价数", (*_GOOD, *_BAD))),
    (
        Ratio("好评率", "非常满意、满意、基本满意之和", _GOOD, ("评价数",)),
        Ratio("差评整改率", "差评整改数", ("差评整改数",), ("差评数",)),
    ),
    (((*_GOOD, *_BAD), "评价数"), (_GOOD, "评价数"), (("差评数",), "评价数"), (("差评整改数",), "差评数")),
)

VOICES: dict[VoiceKind, VoiceColumns] = {
    "电话回访": _CALLBACKS,
    "现场回访": _CALLBACKS,
    "12345投诉": _COMPLAINTS,
    "好差评": _RATINGS,
}

_RATE = re.compile("满意率|满意度|好评率")
_ANY_RATE = re.compile("率|占比|比例|%|百分比|满意度")
_LABEL = re.compile("月份|时间|日期|期间|年度|季度|渠道|区域|单位|部门|窗口|类别|项目|名称")
_NUMBER = re.compile("序号|编号")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the column it is (`counted`), the printed satisfaction, a label, or nothing known."""

    counted: str = ""
    is_rate: bool = False
    is_label: bool = False
    is_known: bool = True


def heading_of(text: str, kind: VoiceKind) -> Heading:
    """What a heading of a table of that kind says.

    >>> heading_of("有效回访数（次）", "电话回访").counted, heading_of("满意率", "电话回访").is_rate
    ('有效回访数', True)
    >>> heading_of("备注", "电话回访").is_known
    False
    """
    plain = _BLANK.sub("", unicodedata.normalize("NFKC", text))
    if _RATE.search(plain) and "不满意率" not in plain:
        return Heading(is_rate=True)
    if not plain or _ANY_RATE.search(plain):
        return Heading(is_known=False)
    if _LABEL.search(plain) and not re.search("数|量|满意|整改", plain):
        return Heading(is_label=True)
    found = next((column.name for column in reversed(VOICES[kind].counted) if column.words.search(plain)), "")
    return Heading(found, is_known=bool(found) or bool(_NUMBER.search(plain)))
