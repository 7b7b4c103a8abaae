"""The text of a name cell taken apart: “A1.2 绩效指标明确性（4分）” is a code, a name and a weight."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao.quantities import NumberError, parse_number

_CODE = r"(?:[A-Za-z]{1,2}[-.]?\d*(?:[-.]\d+)*|\d+(?:[-.]\d+)+)"
_CODED = re.compile(rf"({_CODE})[.、:)]?\s*(?=[^A-Za-z\d\s.%])(.*)", re.DOTALL)
_ORDINAL = re.compile(r"(?:[(]?[一二三四五六七八九十]+[)、.]|[(]\d{1,2}[)]|\d{1,2}[、.](?!\d)|[①-⑳])\s*(.+)", re.DOTALL)
_WEIGHT = re.compile(
    r"(.+?)\s*(?:[(\[【]\s*(?:权重|分值|共|满分)?[:]?\s*(\d+(?:\.\d+)?)\s*(?:分|%)?\s*[)\]】]|(?<!\d)(\d+(?:\.\d+)?)分)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a name cell says; `coded` is the name if `code` is taken for part of it (B超设备)."""

    code: str
    name: str
    weight: Fraction | None
    whole: str


@lru_cache(maxsize=10_000)
def label_of(text: str) -> Label:
    """The parts of a name cell; blanks in a name come from the lines of a narrow cell and are left out.

    >>> label = label_of("A1 目标\\n设定 ( 7分)")
    >>> label.code, label.name, label.weight
    ('A1', '目标设定', Fraction(7, 1))
    >>> label_of("（一）项目立项").name, label_of("12345热线办结率").code, label_of("B12预算执行率").code
    ('项目立项', '', 'B12')
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    weighted = _WEIGHT.fullmatch(plain)
    weight = Fraction(weighted[2] or weighted[3]) if weighted else None
    if weighted:
        plain = weighted[1]
    ordinal = _ORDINAL.fullmatch(plain)
    rest = ordinal[1] if ordinal else plain
    coded = _CODED.fullmatch(rest)
    code, name = (coded[1].rstrip(".-"), coded[2]) if coded else ("", rest)
    return Label(code, squeezed(name), weight, squeezed(rest))


@lru_cache(maxsize=10_000)
def squeezed(text: str) -> str:
    """A name without the blanks and line breaks of its cell, in the punctuation of Chinese.

    >>> squeezed("部门(单位) 绩效"), squeezed("GDP growth")
    ('部门（单位）绩效', 'GDP growth')
    """
    joined = re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", text.strip())
    return joined.replace("(", "（").replace(")", "）").replace(":", "：").replace(",", "，")


def weight_of(text: str) -> tuple[Fraction | None, bool]:
    """The weight in a cell of its own (None: not a number), and whether it is written in per cent.

    >>> weight_of("3.00"), weight_of("15%"), weight_of("5 分"), weight_of("")
    ((Fraction(3, 1), False), (Fraction(15, 1), True), (Fraction(5, 1), False), (None, False))
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    percent = plain.endswith("%")
    try:
        return parse_number(plain.removesuffix("%").removesuffix("分").strip("()")), percent
    except NumberError:
        return None, False
