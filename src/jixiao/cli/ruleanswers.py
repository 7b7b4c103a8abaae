"""What a sentence and its evidence come to: read, unread or refused, with the score and the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jixiao.language import Unread, form_of, parse_rule
from jixiao.quantities import exact_text, fixed_text
from jixiao.rules import (
    Evidence,
    Lacking,
    LeftOut,
    NotAllowed,
    NotScored,
    Rule,
    Scored,
    TotalRule,
    apply_total_rules,
    rescaled,
)
from jixiao.rules.portion import exact
from jixiao.rules.totals import Cap, PayGate, Rescaling

_reading = lru_cache(maxsize=4096)(parse_rule)


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence with what stands beside it, and the evidence (`given`) it is applied to."""

    text: str
    weight: Fraction | None = None
    target: str = ""
    criteria: tuple[str, ...] = ()
    given: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How the sentence was read and what it gives; `score` is None where there is none, and `why` says why."""

    status: str
    form: str | None = None
    score: str | None = None
    canonical: str | None = None
    notes: tuple[str, ...] = ()
    why: str | None = None


def answer(question: Question) -> Answer:
    """The answer to a question; equal sentences beside equal cells are read once.

    >>> sentence = "满意度达到90%的得满分，每低1个百分点扣0.5分，扣完为止。"
    >>> answer(Question(sentence, Fraction(5), given={"rate": "88.5%"})).score
    '4.25'
    """
    reading = _reading(question.text, criteria=question.criteria, target=question.target, weight=question.weight)
    if isinstance(reading, Unread):
        return Answer("unread", why=reading.why)
    status, score, why = _applied(reading.rule, question.weight, question.given or {})
    return Answer(status, form_of(reading.rule, question.weight), score, reading.canonical, reading.notes, why)


def _applied(
    rule: Rule | TotalRule, weight: Fraction | None, given: Mapping[str, object]
) -> tuple[str, str | None, str | None]:
    """Status, score and why there is no score."""
    try:
        score = _score(rule, weight, given)
    except Lacking as lacking:
        return "read", None, str(lacking)
    except NotAllowed as refused:
        return "refused", None, str(refused)
    except ZeroDivisionError:
        return "refused", None, "规则自身有误（每一步长度为 0，或直线各点数值相同），不能计算"
    return "read", score, None


def _score(rule: Rule | TotalRule, weight: Fraction | None, given: Mapping[str, object]) -> str:
    evidence = Evidence(given)
    if not isinstance(rule, Rule):
        return _new_total(rule, weight, evidence)
    if rule.not_applicable == "rescale" and evidence.has("items"):
        return _rescaled(evidence)
    match rule.apply(_given(weight), evidence, traced=False):
        case Scored(_, score):
            return f"{score:.2f}"
        case NotScored(why, refused):
            raise (NotAllowed if refused else Lacking)(why)
        case LeftOut(why):
            raise Lacking(why)


def _given(weight: Fraction | None) -> Fraction:
    if weight is None:
        raise Lacking("缺少权重（weight）")
    return weight


def _new_total(rule: TotalRule, weight: Fraction | None, evidence: Evidence) -> str:
    """The total after a rule about it; for a cap on the grade the grade, for a gate of payment what is paid."""
    match rule:
        case Rescaling():
            return _rescaled(evidence)
        case PayGate():
            share = rule.share(exact(evidence.number("total", "总分")))
            if share is None:
                raise Lacking(f"总分未达到{exact_text(rule.score)}分，规则没有写明付多少")
            return fixed_text(_given(weight) * share, 2)
    before = exact(evidence.number("total", "总分"))
    after = apply_total_rules(before, [rule], Evidence({rule.name: _times(rule.name, evidence)}))
    if isinstance(rule, Cap) and rule.grade is not None:
        return _grade(after.score, after.grade_caps)
    return f"{after.score:.2f}"


def _times(name: str, evidence: Evidence) -> object:
    """How often the event occurred; an event that did or did not occur counts once or not at all."""
    given = evidence.raw("event" if evidence.has("event") else "events", f"“{name}”的次数")
    return int(given) if isinstance(given, bool) else given


def _rescaled(evidence: Evidence) -> str:
    """The total of the indicators that apply, as points out of a hundred."""
    applicable = [
        (exact(item.number("weight", "指标的权重")), exact(item.number("score", "指标的得分")))
        for item in evidence.inputs("items", "各项指标")
        if not item.has("applicable") or item.flag("applicable", "是否涉及")
    ]
    return fixed_text(rescaled(applicable), 2)


def _grade(total: Decimal, caps: tuple[str, ...]) -> str:
    """The grade of the standard scale, which is loaded only for this."""
    from jixiao.indicators.grades import grade_under_caps
    from jixiao.packs.registry import standard_registry

    scale = standard_registry().scale("standard")
    unknown = [cap for cap in caps if cap not in {band.name for band in scale.bands}]
    if unknown:
        raise NotAllowed(f"等级“{unknown[0]}”不是{'、'.join(band.name for band in scale.bands)}之一")
    return grade_under_caps(scale, total, caps)
