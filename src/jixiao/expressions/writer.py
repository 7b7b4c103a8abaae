"""Formulas written the one canonical way, as the reports print them."""

from functools import lru_cache

from jixiao.expressions.lexer import needs_quotes, qualifier_needs_quotes
from jixiao.expressions.tree import FUNCTION_WORDS, Binary, Call, Compare, Expression, Join, Name, Negate, Not, Number

_MINUS = "－"
_ARITHMETIC = {"+": "＋", "-": _MINUS, "*": "×", "/": "÷"}
_COMPARING = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "=": "=", "!=": "≠"}
_JOINING = {"and": " 且 ", "or": " 或 "}
_BINDING = {"or": 1, "and": 2, "+": 3, "-": 3, "*": 4, "/": 4}
_ATOM = 5


@lru_cache(maxsize=4096)
def write(expression: Expression) -> str:
    """The canonical text: the fewest brackets that keep the tree, so reading it gives the same expression again.

    >>> from fractions import Fraction
    >>> initial, more = Name.of("支出总额", "年初"), Name.of("支出总额", "追加")
    >>> write(Compare(">=", Binary("/", Binary("+", initial, more), initial), Number(Fraction(9, 10), percent=True)))
    '（支出总额〔年初〕＋支出总额〔追加〕）÷支出总额〔年初〕≥90%'
    """
    match expression:
        case Number():
            return expression.text
        case Name(text, qualifiers):
            return _name(text, qualifiers)
        case Call(function, arguments):
            return f"{FUNCTION_WORDS[function]}（{'，'.join(map(write, arguments))}）"
        case Negate(operand):
            return _MINUS + _bracketed(write(operand), isinstance(operand, Binary | Negate))
        case Binary(operator, left, right):
            return _operation(expression, left, _ARITHMETIC[operator], right)
        case Join(operator, left, right):
            return _operation(expression, left, _JOINING[operator], right)
        case Compare(operator, left, right):
            return write(left) + _COMPARING[operator] + write(right)
        case Not(operand):
            return f"非（{write(operand)}）"


def _operation(whole: Binary | Join, left: Expression, sign: str, right: Expression) -> str:
    """Two operands that read from the left: a－b－c is （a－b）－c, and no operand on the right begins with a sign."""
    binding = _BINDING[whole.operator]
    right_text = write(right)
    signed = isinstance(whole, Binary) and right_text.startswith(_MINUS)
    return (
        _bracketed(write(left), _binding(left) < binding)
        + sign
        + _bracketed(right_text, signed or _binding(right) <= binding)
    )


def _binding(expression: Expression) -> int:
    return _BINDING[expression.operator] if isinstance(expression, Binary | Join) else _ATOM


def _bracketed(text: str, brackets: bool) -> str:
    return f"（{text}）" if brackets else text


def _name(text: str, qualifiers: tuple[str, ...]) -> str:
    name = f"“{text}”" if needs_quotes(text) else text
    if not qualifiers:
        return name
    return f"{name}〔{'，'.join(f'“{q}”' if qualifier_needs_quotes(q) else q for q in qualifiers)}〕"
