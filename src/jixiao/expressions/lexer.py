"""From the characters of a formula to its words: numbers, names with their qualifiers, signs and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from jixiao.expressions.tree import FUNCTION_WORDS, MAX_DECIMALS, QUOTATION_MARKS, Name, Number, normal_name

Kind: TypeAlias = Literal["number", "name", "word", "sign", "open", "close", "comma", "end"]

END_OF_FORMULA = "公式结束"

_VARIANTS = {
    "−–": "-",
    "×✕✖＊": "*",
    "÷∕": "/",
    "≥≧⩾": "≥",
    "≤≦⩽": "≤",
    "﹪": "%",
    QUOTATION_MARKS: '"',
    "、；;": ",",
}
_FOLDED: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDED |= {ord(char): plain for chars, plain in _VARIANTS.items() for char in chars}
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)(\s*%)?")
_WORD_IN_BRACKETS = re.compile(r"\([^\W且或]+\)")
_SIGN = re.compile(r"[<>=!]=|<>|=>|=<|[-+*/<>=≥≤≠]")
_SAME_SIGN = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "≠": "!=", "<>": "!=", "==": "="}
_BRACKETS = dict(zip("([{", ")]}", strict=True))
_QUALIFIER_BRACKETS = {"[": "]", "〔": "〕"}
_JOINING = {"且": "and", "或": "or"}
_NEGATING = "非"
_BEFORE_BRACKETS = {_NEGATING, *FUNCTION_WORDS, *FUNCTION_WORDS.values()}


class ExpressionError(ValueError):
    """A formula that cannot be read: at which character (counted from 1), what stands there, what should.

    >>> print(ExpressionError(3, "“×”", "名称"))
    第 3 个字：读到“×”，应为名称
    """

    def __init__(self, position: int, found: str, expected: str) -> None:
        super().__init__(position, found, expected)
        self.position = position
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return f"第 {self.position} 个字：读到{self.found}，应为{self.expected}"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a formula, `text` in plain form: the signs + - * / < <= > >= = != and or not, brackets of half width.

    A `word` is a name that may be a function's: neither quoted nor qualified. `start` and `end` are offsets.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: Number | Name | None = None


def tokens(text: str) -> Iterator[Token]:
    """The words of a formula and an `end`; `ExpressionError` where a character belongs to none.

    >>> [token.text for token in tokens("支出总额〔决算〕÷ １00% ≥ 1")]
    ['支出总额', '/', '100%', '>=', '1', '']
    """
    folded = fold(text)
    at = 0
    while at < len(folded):
        if folded[at].isspace():
            at += 1
            continue
        token = _number(folded, at) or _joining(folded, at) or _name(text, folded, at) or _mark(folded, at)
        if token is None:
            raise ExpressionError(at + 1, f"“{text[at]}”", "名称、数字、运算符或括号")
        yield token
        at = token.end
    yield Token("end", "", at, at)


def fold(text: str) -> str:
    """The text with every variant of a sign in one form, character for character."""
    return text.translate(_FOLDED)


def needs_quotes(name: str) -> bool:
    """Whether a name in normal form is read as itself only between quotation marks.

    >>> needs_quotes("非税收入"), needs_quotes("因公出国（境）费")
    (False, False)
    >>> needs_quotes("或有负债"), needs_quotes("12345热线办结率"), needs_quotes("R&D经费")
    (True, True, True)
    """
    return name == _NEGATING or name[0].isdecimal() or _end_of_name(fold(name), 0) < len(name)


def qualifier_needs_quotes(qualifier: str) -> bool:
    """Whether a qualifier in normal form would be cut into pieces without quotation marks."""
    return any(char in ",〔〕[]" for char in fold(qualifier))


def _is_plain(char: str) -> bool:
    return (char.isalnum() or char == "_") and char not in _JOINING


def _number(folded: str, at: int) -> Token | None:
    match = _NUMBER.match(folded, at)
    if match is None:
        return None
    digits, percent = match[1], match[2] is not None
    end = match.end()
    if len(digits.partition(".")[2]) > MAX_DECIMALS:
        raise ExpressionError(at + 1, f"“{digits}”", f"至多 {MAX_DECIMALS} 位小数的数")
    if end < len(folded) and (_is_plain(folded[end]) or folded[end] in '."'):
        raise ExpressionError(end + 1, f"“{folded[end]}”", "运算符（数后不写单位；以数字开头的名称请加引号“ ”）")
    value = Fraction(digits) / (100 if percent else 1)
    return Token("number", digits + "%" * percent, at, end, Number(value, percent))


def _joining(folded: str, at: int) -> Token | None:
    word = _JOINING.get(folded[at])
    return Token("sign", word, at, at + 1) if word else None


def _name(text: str, folded: str, at: int) -> Token | None:
    end = _end_of_name(folded, at)
    if end == at:
        return None
    if folded[at:end] == _NEGATING:
        return Token("sign", "not", at, end)
    name = normal_name(text[at:end])
    if not name:
        raise ExpressionError(at + 1, "空的引号", "名称")
    qualifiers: tuple[str, ...] = ()
    start_of_qualifiers = end
    while (opening := _opening(folded, end)) is not None:
        more, end = _qualifiers(text, folded, opening)
        qualifiers += more
    bare = end == start_of_qualifiers and '"' not in folded[at:end]
    return Token("word" if bare else "name", name, at, end, Name(name, qualifiers))


def _end_of_name(folded: str, at: int) -> int:
    """Where the name beginning at `at` ends.

    Between quotation marks every character belongs to it, and so does a word in brackets that directly follows, as in
    因公出国（境）费: after a name such a bracket means nothing else, unless the name is a function's or 非.
    """
    start = at
    while at < len(folded):
        if folded[at] == '"':
            at = _closing_quote(folded, at) + 1
        elif _is_plain(folded[at]):
            at += 1
        elif at > start and folded[start:at] not in _BEFORE_BRACKETS and (word := _WORD_IN_BRACKETS.match(folded, at)):
            at = word.end()
        else:
            break
    return at


def _opening(folded: str, at: int) -> int | None:
    """Where the qualifiers of a name ending at `at` begin: [ directly after it, 〔 also after spaces."""
    if folded.startswith("[", at):
        return at
    while at < len(folded) and folded[at].isspace():
        at += 1
    return at if folded.startswith("〔", at) else None


def _qualifiers(text: str, folded: str, opening: int) -> tuple[tuple[str, ...], int]:
    """The qualifiers between the brackets at `opening`, and the end of the closing one."""
    closing_mark = _QUALIFIER_BRACKETS[folded[opening]]
    found: list[str] = []
    start = at = opening + 1
    while True:
        if at >= len(folded):
            raise ExpressionError(at + 1, END_OF_FORMULA, f"“{closing_mark}”，与第 {opening + 1} 个字的括号成对")
        if folded[at] == '"':
            at = _closing_quote(folded, at)
        elif folded[at] in (",", closing_mark):
            found.append(normal_name(text[start:at]))
            if not found[-1]:
                raise ExpressionError(at + 1, f"“{text[at]}”", "限定词")
            if folded[at] == closing_mark:
                return tuple(found), at + 1
            start = at + 1
        elif folded[at] in "[]〔〕":
            raise ExpressionError(at + 1, f"“{text[at]}”", f"限定词或“{closing_mark}”")
        at += 1


def _closing_quote(folded: str, opening: int) -> int:
    closing = folded.find('"', opening + 1)
    if closing < 0:
        raise ExpressionError(len(folded) + 1, END_OF_FORMULA, f"与第 {opening + 1} 个字成对的引号")
    return closing


def _mark(folded: str, at: int) -> Token | None:
    if match := _SIGN.match(folded, at):
        return Token("sign", _SAME_SIGN.get(match[0], match[0]), at, match.end())
    char = folded[at]
    if char in _BRACKETS:
        return Token("open", _BRACKETS[char], at, at + 1)
    if char in _BRACKETS.values():
        return Token("close", char, at, at + 1)
    return Token("comma", char, at, at + 1) if char == "," else None
