"""What came of reading the rules that a case gives by their words: rules not read, and choices the words left open."""

from collections.abc import Iterator

from jixiao.findings import Catalogue, Check, Finding, Kind, Operand, Place, Severity
from jixiao.indicators import Indicator, IndicatorSystem
from jixiao.text.quoting import cited

_SOURCE = "计分只按写明的规则，不应悄悄猜测"

RULE_CHECKS = Catalogue(
    [
        Check(
            "case.rule_not_read",
            Kind.OTHER,
            "评分规则没有读懂",
            "只用文字写的评分规则，每一条都读得懂、能够执行",
            "另外写了计分办法的规则不看文字",
            _SOURCE,
        ),
        Check(
            "case.rule_left_open",
            Kind.OTHER,
            "评分规则的文字有不止一种读法",
            "只用文字写的评分规则没有写明的地方，读成了什么",
            "不判断哪一种读法合乎本意，只提请核对",
            _SOURCE,
        ),
    ]
)


def rule_findings(system: IndicatorSystem) -> Iterator[Finding]:
    """A finding for every rule that was not read, and for every choice made in reading one; warnings."""
    for indicator in system.indicators():
        sentence = indicator.sentence
        if sentence is None:
            continue
        if sentence.rule is None:
            mend = "该指标没有得分；请把这句话改写清楚，或写明计分办法。"
            yield _finding("case.rule_not_read", indicator, f"{sentence.why}。{mend}")
        for note in sentence.notes:
            mend = "不合本意的，请把规则写明。"
            yield _finding("case.rule_left_open", indicator, f"{note}。{mend}", sentence.canonical)


def _finding(check_id: str, indicator: Indicator, explanation: str, expected: str | None = None) -> Finding:
    check = RULE_CHECKS[check_id]
    place = Place(file=indicator.rule_place)
    return Finding(
        check.id,
        Severity.WARNING,
        check.kind,
        check.title,
        f"{cited(f'{indicator.code} {indicator.name}')}：{explanation}",
        stated=indicator.rule_text,
        expected=expected,
        operands=(Operand(f"{indicator.code} {indicator.rule_text}"),),
        places=(place,),
    )
