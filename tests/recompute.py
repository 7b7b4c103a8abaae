"""A pocket calculator for the arithmetic that derivations print.

It shares nothing with the program: its own tokenizer, its own precedence, its own rounding. What a score sheet prints
must come out of it as exactly the number printed beside it. What a clerk could not key in
is refused with `ValueError`.
"""

import re
from collections.abc import Callable
from fractions import Fraction

_TOKEN = re.compile(r"\s*(\d+\.\d+|\d+|min|max|abs|round|[-+−×÷*/(),%])", re.ASCII)
_BINDING = {"+": 1, "-": 1, "−": 1, "×": 2, "*": 2, "÷": 2, "/": 2}


def _half_up(value: Fraction, places: Fraction) -> Fraction:
    """Ties away from zero, as Excel does."""
    scale = 10 ** int(places)
    size = (abs(value) * scale + Fraction(1, 2)).__floor__()
    return Fraction(-size if value < 0 else size, scale)


_FUNCTIONS: dict[str, Callable[..., Fraction]] = {"min": min, "max": max, "abs": abs, "round": _half_up}
_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "−": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "*": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
    "/": lambda a, b: a / b,
}


class _Calculator:
    def __init__(self, text: str) -> None:
        text = text.strip()
        self.tokens: list[str] = []
        at = 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise ValueError(f"no arithmetic at {text[at:]!r}")
            self.tokens.append(match[1])
            at = match.end()
        self.tokens.append("")
        self.at = 0

    @property
    def next(self) -> str:
        return self.tokens[self.at]

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, token: str) -> None:
        if self.take() != token:
            raise ValueError(f"{token!r} expected as token {self.at} of {self.tokens}")

    def run(self) -> Fraction:
        value = self.binary(1)
        self.expect("")
        return value

    def binary(self, binding: int) -> Fraction:
        value = self.operand()
        while _BINDING.get(self.next, 0) >= binding:
            operator = self.take()
            value = _OPERATIONS[operator](value, self.binary(_BINDING[operator] + 1))
        return value

    def operand(self) -> Fraction:
        """A number, a bracket or a function. A sign stands at the beginning only: no one writes 5 − -3."""
        token = self.take()
        if token == "-" and (self.at == 1 or self.tokens[self.at - 2] in ("(", ",")):
            return -self.operand()
        if token == "(":
            value = self.binary(1)
            self.expect(")")
            return value
        if token in _FUNCTIONS:
            return self.function(token)
        if not token[:1].isdigit():
            raise ValueError(f"a number expected as token {self.at} of {self.tokens}")
        value = Fraction(token)
        if self.next == "%":
            self.take()
            value /= 100
        return value

    def function(self, name: str) -> Fraction:
        self.expect("(")
        arguments = [self.binary(1)]
        while self.next == ",":
            self.take()
            arguments.append(self.binary(1))
        self.expect(")")
        return _FUNCTIONS[name](*arguments) if name in ("abs", "round") else _FUNCTIONS[name](arguments)


def recompute(text: str) -> Fraction:
    """The value of a printed calculation, exactly.

    >>> recompute("(38.93 + 19.01) ÷ 434.66 × 100%")
    Fraction(2897, 21733)
    >>> recompute("round(max(1 − 1/3, 0) × 5, 2)")
    Fraction(333, 100)
    """
    return _Calculator(text).run()
