"""What the regulations themselves ask of a document: each check with its article, its years and its place."""

from collections.abc import Iterator, Mapping

from jixiao.audit.checks.regulation import (
    basis,
    design,
    forms,
    outline,
    period,
    problems,
    rates,
    residue,
    survey,
    weights,
)
from jixiao.audit.checks.regulation.asking import REGULATION_CHECKS, Asked, Judge, Subject
from jixiao.audit.checks.regulation.setting import setting_of
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.packs.regulations import regulations

__all__ = ["JUDGES", "REGULATION_CHECKS", "relations"]

JUDGES: Mapping[str, Judge] = {
    "effect_share_project": weights.effect_share,
    "effect_share_department": weights.effect_share,
    "output_share_ppp": weights.output_share,
    "whole_points_bonds": weights.whole_points,
    "whole_points_zhengzhou": weights.whole_points,
    "indicator_complete": design.complete,
    "same_rule": design.same_rule,
    "rule_covers": design.covers,
    "denominator": rates.denominators,
    "excluded_adjustments": rates.excluded_adjustments,
    "data_period": period.data_period,
    "one_survey": survey.one_survey,
    "verbal_target": design.verbal_targets,
    "rule_without_number": design.numeric_rules,
    "negative_criterion": design.negative_criteria,
    "outline": outline.parts,
    "tables_annexed": outline.tables,
    "principles_methods": outline.principles,
    "deduction_problem": problems.deductions,
    "problem_advice": problems.answers,
    "problem_advice_count": problems.counts,
    "basis_repealed": basis.repealed,
    "basis_elsewhere": basis.elsewhere,
    "basis_central": basis.central,
    "basis_unlisted": basis.unlisted,
    "disclosure": period.disclosure,
    "survey_described": survey.described,
    "lead_evaluator": outline.lead_evaluator,
    "future_tense": period.future_tense,
    "template_left": residue.placeholders,
    "other_place": residue.other_places,
    "cut_text": residue.cut_text,
    "form_points": forms.block_points,
    "form_far_above": forms.far_above,
    "form_nothing_spent": forms.nothing_spent,
    "form_source_points": forms.source_points,
    "self_report_outline": outline.parts,
}
"""Who answers each check of the pack, by its id."""


def relations(material: Material) -> Iterator[Checked]:
    """Everything asked of a document of this kind, about this object, at this place, in this year.

    What is not asked of it is not counted; where the year is not known, nothing can be decided.
    """
    setting = setting_of(material)
    subject = Subject(material, setting)
    for regulation in regulations().checks:
        if not regulation.is_asked_of(setting.kind, setting.about, setting.where):
            continue
        asked = Asked(subject, regulation)
        if setting.year is None:
            yield asked.not_made("看不出评价年度，不知道当时有没有这项规定")
        elif regulation.holds_for(setting.year):
            yield from JUDGES[regulation.id](asked)
