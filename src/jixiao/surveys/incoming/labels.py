"""Headings, options and answers as people write them, brought to one form so that the same words compare equal."""

import re
import unicodedata
from dataclasses import dataclass

_TAGS = re.compile(
    r"(?:\[[^\[\]]{1,12}\]|【[^【】]{1,12}】|\((?:必填|必答|选填|选答|单选|多选|可多选|单选题|多选题)\)|\*)+$"
)
_NUMBERED = re.compile(r"(?:第|Q|q|题|问题)?(\d{1,3})(?:题)?(?:[、.:,)]|(?=[^\W\d]))(.+)")
_NUMBER_ONLY = re.compile(r"(?:第|Q|q|题|问题)?(\d{1,3})(?:题)?[、.:]?")
_NUMBERED_ITEM = re.compile(r"(?:第|Q|q|题)?(\d{1,3})(?:题)?\((.+)\)")
_LETTERED = re.compile(r"([A-Za-z])(?:[.、:)]|(?=[^\x00-\x7f]))(.+)")
_SHOWN_NUMBER = re.compile(r"^\s*(?:第\s*\d{1,3}\s*题[、.．:：,，)）\s]|(?:Q|q|题)?\s*\d{1,3}\s*[、.．:：,，)）])\s*")
_SHOWN_TAGS = re.compile(r"\s*(?:\[[^\[\]]{1,12}\]|【[^【】]{1,12}】|[*＊])+\s*$")
_NO_LETTERS = re.compile(r"[\W_]+")
_ITEM_MARKS = ("—", "–", ":", "--", "-", "_", "/")


def squeezed(text: str) -> str:
    """The text in half width, without any blanks and marks that nobody sees.

    >>> squeezed("Ａ. 非常 满意（含）")
    'A.非常满意(含)'
    """
    return "".join(unicodedata.normalize("NFKC", text).replace("\ufeff", "").replace("\u200b", "").split())


def bare(text: str) -> str:
    """Only the letters and figures of a text, which is how questions are compared.

    >>> bare("您对“窗口服务”满意吗？")
    '您对窗口服务满意吗'
    """
    return _NO_LETTERS.sub("", squeezed(text))


@dataclass(frozen=True, slots=True)
class Label:
    """What a heading says: the number of the question, its words, and the row or option of it in brackets."""

    number: int | None = None
    words: str = ""
    item: str = ""


def label_of(heading: str) -> Label:
    """What a heading says, without marks such as [单选题].

    >>> label_of("3、您对服务态度是否满意？[单选题]*")
    Label(number=3, words='您对服务态度是否满意?', item='')
    >>> label_of("第6题(微信)"), label_of("Q2")
    (Label(number=6, words='', item='微信'), Label(number=2, words='', item=''))
    """
    text = _TAGS.sub("", squeezed(heading))
    if found := _NUMBER_ONLY.fullmatch(text):
        return Label(int(found[1]))
    if found := _NUMBERED_ITEM.fullmatch(text):
        return Label(int(found[1]), item=found[2])
    if found := _NUMBERED.fullmatch(text):
        return Label(int(found[1]), _TAGS.sub("", found[2]))
    return Label(None, text)


def shown_words(heading: str) -> str:
    """The words of a heading as written, without its number, a colon at the end, and marks such as [单选题].

    >>> shown_words("3、 您对服务态度是否满意？[单选题]"), shown_words("第3题   您的性别：")
    ('您对服务态度是否满意？', '您的性别')
    """
    return _SHOWN_TAGS.sub("", _SHOWN_NUMBER.sub("", heading)).strip().rstrip("：:")


def items_of(words: str) -> list[tuple[str, str]]:
    """The ways in which words may be a question and one of its rows or options.

    >>> items_of("请评价:服务态度")
    [('请评价', '服务态度')]
    >>> items_of("办理过的业务(社保)")
    [('办理过的业务', '社保')]
    """
    ways = [
        (before, after) for mark in _ITEM_MARKS for before, found, after in [words.rpartition(mark)] if before and after
    ]
    if words.endswith(")") and "(" in words[1:]:
        before, _, item = words[:-1].rpartition("(")
        ways.append((before, item))
    return ways


def without_letter(option: str) -> tuple[str, str]:
    """The letter of an option, upper case, and its words.

    >>> without_letter("A.非常满意"), without_letter("满意"), without_letter("B")
    (('A', '非常满意'), ('', '满意'), ('', 'B'))
    """
    found = _LETTERED.fullmatch(squeezed(option))
    return (found[1].upper(), found[2]) if found else ("", squeezed(option))
