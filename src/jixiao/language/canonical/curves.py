"""Curves as sentences: what is measured, and a clause for every piece."""

import re
from dataclasses import replace
from functools import lru_cache

from jixiao.language.canonical.giving import phrase_of, read_phrase, stands_alone
from jixiao.language.canonical.phrases import EARNED, RATE, earned, range_pattern, read_earned, read_range
from jixiao.language.canonical.stretch import Stretch
from jixiao.language.canonical.subject import NAMES, name_of, read_figure
from jixiao.rules.measures import MEASURES, Measure
from jixiao.rules.parts.curve import Curve, ZeroBaseRule
from jixiao.rules.parts.giving import Giving
from jixiao.rules.ranges import Range

_ANY = Range()
_ALWAYS = "不论多少,"
_OPENING = re.compile(rf"(?:(?P<count>\d+)项要点中,)?(?P<first>(?P<name>{NAMES})(?P<size>的绝对值)?(?P<rest>.+))")
_FORMULA = re.compile(
    rf"(?:(?P<count>\d+)项要点中,)?(?P<first>得分=[^,;]*?(?P<name>{NAMES})(?P<size>的绝对值)?(?:÷{RATE})?)"
)
_BOTH_ZERO = re.compile(f"分子、分母均为0的,(?P<earned>{EARNED})")
_BASE_ZERO = re.compile(f"仅分母为0的,(?P<earned>{EARNED})")


def write_curve(curve: Curve) -> str:
    """The clauses of a curve.

    >>> from jixiao.rules import Rule
    >>> tree = {"curve": {"of": "delay", "pieces": [{"when": "=0", "gives": "100%"},
    ...     {"when": ">0", "loses": "0.5分", "per": "1天", "from": "0"}]}}
    >>> write_curve(Rule.read({"text": "按期完成", "source": "ours", **tree}).part)
    '延误时间等于0的，得满分；超过0的，每延误1天扣0.5分，扣完为止'
    """
    clauses = [_clause(curve, *piece, first=not number) for number, piece in enumerate(curve.pieces)]
    zero = curve.zero_base
    if zero is not None and zero.both_zero is not None:
        clauses.append(f"分子、分母均为0的，{earned(zero.both_zero)}")
    if zero is not None and zero.only_base_zero is not None:
        clauses.append(f"仅分母为0的，{earned(zero.only_base_zero)}")
    return (f"{curve.count}项要点中，" if curve.count else "") + "；".join(clauses)


def _clause(curve: Curve, when: Range, gives: Giving, first: bool) -> str:
    phrase = phrase_of(curve, when, gives)
    name = name_of(curve) if first else ""
    if when != _ANY:
        return f"{name}{curve.measure.worded(when)}的，{phrase}"
    if first and stands_alone(gives):
        return phrase if name in phrase else f"{name}{phrase}"
    return f"{name}不论多少，{phrase}"


def read_curve(stretch: Stretch) -> Curve | None:
    """The curve whose sentence this is."""
    first, *others = stretch.split(";")
    found = first.match(_OPENING) or first.match(_FORMULA)
    if found is None:
        return None
    measure = next(each for each in MEASURES.values() if each.name == found["name"])
    about = Curve(measure, (), "size" in found, None, int(found["count"] or 0))
    others, zero_base = _read_zero_base(others)
    clauses = [found.stretch("rest" if found["first"].startswith(found["name"]) else "first"), *others]
    pieces = [_read_clause(about, clause) for clause in clauses]
    if any(piece is None for piece in pieces):
        return None
    return replace(about, pieces=tuple(piece for piece in pieces if piece is not None), zero_base=zero_base)


def _read_clause(about: Curve, clause: Stretch) -> tuple[Range, Giving] | None:
    found = clause.match(_condition(about.measure))
    when, rest = _ANY, clause
    if found is not None:
        when = read_range(found, lambda text: read_figure(about.measure, text))
        rest = found.stretch("rest")
    elif clause.text.startswith(_ALWAYS):
        rest = clause.between(clause.start + len(_ALWAYS), clause.end)
    gives = read_phrase(about, when, rest)
    return None if gives is None else (when, gives)


@lru_cache
def _condition(measure: Measure) -> "re.Pattern[str]":
    """A range of the measure, and what is given in it."""
    return re.compile(f"{range_pattern(measure.more, measure.less)}的,(?P<rest>.+)")


def _read_zero_base(clauses: list[Stretch]) -> tuple[list[Stretch], ZeroBaseRule | None]:
    """The clauses without those about a base of zero, and what these say."""
    only = clauses[-1].match(_BASE_ZERO) if clauses else None
    kept = clauses[:-1] if only else clauses
    both = kept[-1].match(_BOTH_ZERO) if kept else None
    kept = kept[:-1] if both else kept
    if both is None and only is None:
        return clauses, None
    both_zero, only_zero = (read_earned(found["earned"]) if found else None for found in (both, only))
    return kept, ZeroBaseRule(both_zero, only_zero)
