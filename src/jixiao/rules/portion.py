"""A portion: part of an indicator's weight, or a number of points."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao.expressions import Written
from jixiao.quantities import NumberError, exact_text, parse_number, parse_rate

Number = Fraction | Written


def exact(number: Number) -> Fraction:
    """The value of a number, whether or not it carries the arithmetic that yielded it."""
    return number.value if isinstance(number, Written) else number


@lru_cache(maxsize=1024)
def rate_text(value: Fraction) -> str:
    """A rate as people write it: 25%, 12.5%, and 1/3 where no percentage is exact.

    >>> rate_text(Fraction(1, 8)), rate_text(Fraction(1, 3))
    ('12.5%', '1/3')
    """
    percent = exact_text(value * 100)
    return exact_text(value) if "/" in percent else f"{percent}%"


@dataclass(frozen=True, slots=True)
class Portion:
    """`amount` of the weight (25 % of it, 1/3 of it) or, where `in_points`, that many points.

    >>> Portion.parse("25%").of(Fraction(8)), Portion.parse("0.5分").of(Fraction(8))
    (Fraction(2, 1), Fraction(1, 2))
    """

    amount: Fraction
    in_points: bool = False

    @classmethod
    def parse(cls, text: str) -> "Portion":
        """Read `25%`, `1/3`, `满分`, `0` or `0.5分`; anything else is a NumberError.

        A bare number other than 0 is refused, because it might mean points or per cent:

        >>> Portion.parse("5")
        Traceback (most recent call last):
        jixiao.quantities.numbers.NumberError: 读到“5”，应为写明单位的分值（是权重分的 5% 还是 5分？）
        """
        text = text.strip()
        if text in ("满分", "全分"):
            return FULL
        if text == "0":
            return NOTHING
        if text.endswith("分"):
            return cls(parse_number(text[:-1]), in_points=True)
        if "%" in text or "％" in text or "/" in text:
            return cls(parse_rate(text))
        try:
            bare = exact_text(parse_number(text))
        except NumberError:
            raise NumberError(f"“{text}”", "“25%”“1/3”这样的权重份额，或“0.5分”这样的分值") from None
        raise NumberError(f"“{text}”", f"写明单位的分值（是权重分的 {bare}% 还是 {bare}分？）")

    def of(self, weight: Number) -> Number:
        """The points this portion comes to for an indicator of `weight` points."""
        if isinstance(weight, Written):
            if self.in_points or self.amount == 0:
                return Written.of(self.amount)
            if self.amount == 1:
                return weight
            return weight * Written.of(self.amount, rate_text(self.amount))
        return self.amount if self.in_points else weight * self.amount

    def __str__(self) -> str:
        return f"{exact_text(self.amount)}分" if self.in_points else rate_text(self.amount)

    def worded(self) -> str:
        """The portion as a phrase of a rule.

        >>> Portion.parse("100%").worded(), Portion.parse("1/3").worded(), Portion.parse("0.5分").worded()
        ('满分', '权重分的1/3', '0.5分')
        """
        if self.amount == 0:
            return "0分"
        if self.in_points:
            return str(self)
        return "满分" if self.amount == 1 else f"权重分的{self}"

    def earned(self) -> str:
        """The portion as what is earned: 得满分, 得权重分的25%, 不得分."""
        return f"得{self.worded()}" if self.amount else "不得分"

    def fits(self, weight: Fraction) -> bool:
        """Whether the portion lies between 0 and the weight."""
        return 0 <= exact(self.of(weight)) <= weight


FULL = Portion(Fraction(1))
NOTHING = Portion(Fraction(0))
