"""What the running text says about forms: the total of their money, the scores from which grades are given."""

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.material import Material
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.forms import Summary
from jixiao.forms.catalogue import SUMMARY_SUM
from jixiao.forms.checks.grades import GRADE_NAMES
from jixiao.forms.checks.listing import are_added_up, trouble_of
from jixiao.forms.execution import budget_of
from jixiao.forms.pairing import Pairs, equal_amount
from jixiao.quantities import exact_text
from jixiao.reading.mentions import Mention
from jixiao.relations import Figure, Sum
from jixiao.relations.figures import MONEY

_OF_PROJECTS = re.compile("预算|资金|安排|投入")
_PART_OF_IT = re.compile("其中|基本支出|人员|公用|三公|上年|决算|收入")
_BAND = re.compile(
    r"(?P<low>\d{2,3})(?:分)?(?:\(含[^)]{0,6}\))?(?:分)?(?:[及(]?以上|[-~至到—](?:\d{2,3})(?:分)?(?:\(不?含[^)]{0,6}\))?)"
    r"[^,;。\d]{0,6}?(?P<grade>优秀?|良好?|中|合格|一般)(?!于)"
)


def totals(summary: Summary, pairs: Pairs, material: Material) -> Iterator[Posed | Checked]:
    """The amounts of the text that are the total of the projects a summary lists."""
    amounts = [row.money for row in summary.rows]
    if not are_added_up(amounts):
        return
    for mention in _stated_totals(material):
        relation = Sum.of(mention.figure(), amounts, SUMMARY_SUM)
        if relation.assess().verdict.is_possible:
            yield Posed(relation, "正文的项目资金总额与汇总表各项目之和")
            yield from _only_as_listed(mention, relation, pairs)


def _stated_totals(material: Material) -> Iterator[Mention]:
    """The amounts of the text that may be the total of the projects."""
    for found in material.mentions:
        for mention in found:
            unit = mention.printed.unit
            words = mention.before
            if (
                unit is not None
                and unit.dimension == MONEY
                and _OF_PROJECTS.search(words)
                and not _PART_OF_IT.search(words)
            ):
                yield mention


def _only_as_listed(mention: Mention, relation: Sum, pairs: Pairs) -> Iterator[Checked]:
    """A total that holds with the amounts of the summary and not with those of the forms."""
    changed = [
        (pair.row, budget_of(money))
        for pair in pairs.paired
        if (money := pair.form.total_money) and not pair.row.money.is_missing and not equal_amount(pair.row, pair.form)
    ]
    if not changed:
        return
    of_form: dict[Figure, Figure] = {row.money: amount for row, amount in changed}
    with_forms = Sum.of(relation.total, [of_form.get(figure, figure) for figure in relation.inputs], SUMMARY_SUM)
    assessment = with_forms.assess()
    if assessment.verdict.is_possible or assessment.computed is None:
        return
    words = "、".join(f"{row.name.cited}汇总表 {row.money}、自评表 {amount}" for row, amount in changed)
    computed = f"{exact_text(assessment.computed)}{relation.total.known.unit or ''}"
    yield Checked.failed(
        SUMMARY_SUM,
        Severity.WARNING,
        f"正文的 {mention.printed} 只有按汇总表的金额才成立",
        f"{words}；按自评表的金额，合计应为 {computed}。",
        mention.place,
        *(amount.place for _, amount in changed),
        stated=str(mention.printed),
        expected=computed,
        excused_by=tuple(trouble_of("资金", row) for row, _ in changed),
    )


def bands(material: Material) -> dict[str, Fraction]:
    """The lowest score of each grade as the text states it; empty where it states fewer than two grades."""
    for passage in material.passages:
        found = {GRADE_NAMES[one["grade"]]: Fraction(one["low"]) for one in _BAND.finditer(passage.text)}
        if len(found) > 1:
            return found | {"差": Fraction(0)}
    return {}
