"""From the words of a formula to its tree, by precedence.

From loose to tight: 或, 且, 非, comparisons, ＋ －, × ÷, a sign. Operators of one row are read from the left. Whether a
part is a number or a condition is known from the words alone, so a formula that mixes the two is refused here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import get_args

from jixiao.expressions.lexer import END_OF_FORMULA, ExpressionError, Token, tokens
from jixiao.expressions.tree import (
    FUNCTION_WORDS,
    Arithmetic,
    Binary,
    Call,
    Compare,
    Comparing,
    Condition,
    Expression,
    Formula,
    Function,
    Join,
    Joining,
    Negate,
    Not,
)

MAX_LENGTH = 2000
MAX_NESTING = 50
MAX_HEIGHT = 100

_ARITHMETIC: dict[str, Arithmetic] = {sign: sign for sign in get_args(Arithmetic)}
_COMPARING: dict[str, Comparing] = {sign: sign for sign in get_args(Comparing)}
_JOINING: dict[str, Joining] = {sign: sign for sign in get_args(Joining)}
_FUNCTIONS: dict[str, Function] = {word: name for name, chinese in FUNCTION_WORDS.items() for word in (name, chinese)}
_BINDING = {"or": 1, "and": 2, **dict.fromkeys(_COMPARING, 3), "+": 4, "-": 4, "*": 5, "/": 5}
_OPERAND = "名称、数字或左括号"
_QUOTING = "（名称里的“且”“或”请加引号）"
_LONGEST_EXCERPT = 20


def parse(text: str) -> Expression:
    """The tree of a formula or a condition as people write it.

    Bracket shapes, spaces, full and half width and the usual variants of a sign make no difference. Raises
    `ExpressionError` for anything else, also for more than 2,000 characters, 50 levels of brackets or a tree higher
    than 100: every text is answered at once.

    >>> parse("［（A－B）/B］×100%") == parse("(A-B)÷B*100%")
    True
    >>> parse("支出总额〔决算〕>0 且 在职人员数≤编制数").operator
    'and'
    >>> parse("在职人员数÷÷编制数")
    Traceback (most recent call last):
    jixiao.expressions.lexer.ExpressionError: 第 7 个字：读到“÷”，应为名称、数字或左括号
    """
    return _Parser(text).whole().node


def parse_formula(text: str) -> Formula:
    """The tree of a formula that yields a number; a condition is refused.

    >>> parse_formula("A>B")
    Traceback (most recent call last):
    jixiao.expressions.lexer.ExpressionError: 第 1 个字：读到条件“A>B”，应为算式
    """
    parser = _Parser(text)
    return parser.number(parser.whole())


def parse_condition(text: str, longest: int = MAX_LENGTH) -> Condition:
    """The tree of a condition; a formula that yields a number is refused. `longest`: of so many characters at most.

    >>> parse_condition("A÷B")
    Traceback (most recent call last):
    jixiao.expressions.lexer.ExpressionError: 第 1 个字：读到算式“A÷B”，应为比较式等条件（名称里的“且”“或”请加引号）
    """
    parser = _Parser(text, longest)
    return parser.condition(parser.whole())


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that has been read: its tree, the characters it spans, how high the tree is."""

    node: Expression
    start: int
    end: int
    height: int = 1


class _Parser:
    """Reads one formula from left to right; every method takes the words it is named after."""

    def __init__(self, text: str, longest: int = MAX_LENGTH) -> None:
        if len(text) > longest:
            raise ExpressionError(longest + 1, f"{len(text)} 个字的公式", f"至多 {longest} 个字的公式")
        self._text = text
        self._tokens = tuple(tokens(text))
        self._at = 0
        self._nesting = 0

    def whole(self) -> _Part:
        part = self._operation(0)
        if self._next.kind != "end":
            comma = "；逗号只用在函数的各个数之间" if self._next.kind == "comma" else ""
            raise self._unexpected(f"运算符或{END_OF_FORMULA}{comma}")
        return part

    def number(self, part: _Part) -> Formula:
        if isinstance(part.node, Condition):
            raise ExpressionError(part.start + 1, f"条件“{self._excerpt(part)}”", "算式")
        return part.node

    def condition(self, part: _Part) -> Condition:
        if not isinstance(part.node, Condition):
            raise ExpressionError(part.start + 1, f"算式“{self._excerpt(part)}”", f"比较式等条件{_QUOTING}")
        return part.node

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _operation(self, binding: int) -> _Part:
        """An operand and all operators after it that bind at least as tightly as `binding`."""
        left = self._signed()
        while self._next.kind == "sign" and (tightness := _BINDING.get(self._next.text, -1)) >= binding:
            operator = self._take()
            left = self._combined(left, operator, self._right_of(operator, tightness))
        return left

    def _right_of(self, operator: Token, tightness: int) -> _Part:
        if operator.text in _ARITHMETIC and self._next.text == "-":
            raise self._unexpected(f"{_OPERAND}（负数请写在括号里）")
        return self._operation(tightness + 1)

    def _combined(self, left: _Part, operator: Token, right: _Part) -> _Part:
        return self._placed(self._joined(left, operator, right), left.start, right.end, left, right)

    def _joined(self, left: _Part, operator: Token, right: _Part) -> Expression:
        if operator.text in _JOINING:
            return Join(_JOINING[operator.text], self.condition(left), self.condition(right))
        if operator.text in _ARITHMETIC:
            return Binary(_ARITHMETIC[operator.text], self.number(left), self.number(right))
        if isinstance(left.node, Compare):
            again = self._text[operator.start : operator.end]
            raise ExpressionError(operator.start + 1, f"第二个比较号“{again}”", "“且”（比较式不能连写）")
        return Compare(_COMPARING[operator.text], self.number(left), self.number(right))

    def _signed(self) -> _Part:
        """An operand, perhaps with a minus sign or 非 before it."""
        if self._next.kind != "sign" or self._next.text not in ("-", "not"):
            return self._operand()
        sign = self._take()
        if sign.text == "not":
            with self._deeper(sign):
                part = self._operation(_BINDING["<"])
            return self._placed(Not(self.condition(part)), sign.start, part.end, part)
        part = self._operand()
        return self._placed(Negate(self.number(part)), sign.start, part.end, part)

    def _operand(self) -> _Part:
        token = self._next
        if token.kind == "open":
            return self._bracketed()
        if token.value is None:
            raise self._unexpected(_OPERAND + _QUOTING * (token.text in _JOINING))
        self._take()
        if token.kind == "word" and self._next.text == ")" and self._next.kind == "open":
            return self._call(token)
        return _Part(token.value, token.start, token.end)

    def _bracketed(self) -> _Part:
        opening = self._take()
        with self._deeper(opening):
            part = self._operation(0)
            closing = self._close(opening, "运算符")
        return _Part(part.node, opening.start, closing.end, part.height)

    def _call(self, name: Token) -> _Part:
        function = _FUNCTIONS.get(name.text)
        if function is None:
            known = "、".join(FUNCTION_WORDS.values())
            raise self._unexpected(f"运算符（没有名为“{name.text}”的函数，只有{known}）")
        opening = self._take()
        with self._deeper(opening):
            arguments = [self._operation(0)]
            while self._next.kind == "comma" and function != "abs":
                self._take()
                arguments.append(self._operation(0))
            closing = self._close(opening, "运算符" if function == "abs" else "运算符、逗号")
        call = Call(function, tuple(self.number(argument) for argument in arguments))
        return self._placed(call, name.start, closing.end, *arguments)

    def _close(self, opening: Token, otherwise: str) -> Token:
        if self._next.kind != "close" or self._next.text != opening.text:
            raise self._unexpected(f"{otherwise}或“{opening.text}”（与第 {opening.start + 1} 个字的括号成对）")
        return self._take()

    @contextmanager
    def _deeper(self, opening: Token) -> Iterator[None]:
        """One level further in."""
        self._nesting += 1
        if self._nesting > MAX_NESTING:
            raise ExpressionError(opening.start + 1, f"第 {self._nesting} 层括号", f"至多 {MAX_NESTING} 层")
        yield
        self._nesting -= 1

    def _placed(self, node: Expression, start: int, end: int, *inner: _Part) -> _Part:
        """The tree of what was read from `start` to `end`, unless it is too high to be walked safely."""
        height = 1 + max(part.height for part in inner)
        if height > MAX_HEIGHT:
            expected = f"至多 {MAX_HEIGHT} 层的公式（许多数相加请用“合计（…）”）"
            raise ExpressionError(end, "更多的运算", expected)
        return _Part(node, start, end, height)

    def _unexpected(self, expected: str) -> ExpressionError:
        token = self._next
        found = f"“{self._text[token.start : token.end]}”" if token.kind != "end" else END_OF_FORMULA
        return ExpressionError(token.start + 1, found, expected)

    def _excerpt(self, part: _Part) -> str:
        text = self._text[part.start : part.end]
        return text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT]}…"
