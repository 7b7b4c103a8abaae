"""A score sheet and what the report says of it, as the JSON that programs rely on (design, section 5)."""

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal

from jixiao.evaluation.sheet import (
    Derivation,
    GroupScore,
    IndicatorScore,
    NodeScore,
    OverrideRecord,
    ScoreSheet,
    Totals,
    score_rate,
)
from jixiao.evaluation.whatif import Outcome
from jixiao.reports.content.report import Report


def sheet_json(sheet: ScoreSheet) -> dict[str, object]:
    """The sheet as plain JSON values: numbers are strings exactly as shown, what is not computed is null."""
    return {
        **_result(sheet),
        "levels": [_node(level) for level in sheet.levels],
        "findings": [finding.as_json() for finding in sheet.findings],
        "ruleset": sheet.ruleset,
    }


def whatif_json(outcome: Outcome) -> dict[str, object]:
    """What was changed, both totals, and every indicator that moved."""
    return {
        "changes": [{"name": each.name, "before": each.before, "after": each.after} for each in outcome.changes],
        "before": _result(outcome.before),
        "after": _result(outcome.after),
        "indicators": [
            {
                "code": each.code,
                "name": each.name,
                "before": _text(each.before),
                "after": _text(each.after),
                "by_rule_before": _text(each.by_rule_before),
                "by_rule_after": _text(each.by_rule_after),
            }
            for each in outcome.moved
        ],
    }


def _result(sheet: ScoreSheet) -> dict[str, object]:
    """The totals and grades of a sheet, in force and by the rules alone."""
    return {
        "total": _text(sheet.in_force.total),
        "grade": sheet.in_force.grade,
        "total_by_rule": _text(sheet.by_rule.total),
        "grade_by_rule": sheet.by_rule.grade,
        "total_range": _range(sheet.in_force),
    }


def result_text(sheet: ScoreSheet, report: Report) -> str:
    """The text of result.json: the sheet, and under `report` what the report says, chapter by chapter."""
    return json.dumps({**sheet_json(sheet), "report": plain(report)}, ensure_ascii=False, indent=2) + "\n"


def plain(value: object) -> object:
    """The value for JSON: parts by the names of their fields, lists, numbers of any size as text.

    >>> from jixiao.reports.content.parts import Series
    >>> plain(Series("得分率", (Decimal("80.00"), None)))
    {'name': '得分率', 'values': ['80.00', None]}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def _range(totals: Totals) -> object:
    return None if totals.total is not None else {"low": f"{totals.low:.2f}", "high": f"{totals.high:.2f}"}


def _node(node: NodeScore) -> dict[str, object]:
    leaf = node if isinstance(node, IndicatorScore) else None
    return {
        "code": node.code,
        "name": node.name,
        "weight": _text(node.weight),
        "score": _text(node.score),
        "rate": score_rate(node),
        "status": node.status,
        "rule": _rule(leaf) if leaf else None,
        "derivation": _derivation(node.derivation),
        "override": _override(leaf.override) if leaf and leaf.override else None,
        "children": [_node(child) for child in node.children] if isinstance(node, GroupScore) else [],
    }


def _rule(score: IndicatorScore) -> object:
    from jixiao.language import render_rule  # loads the grammar: only where rules are told in JSON

    indicator = score.indicator
    return {
        "text": indicator.rule_text,
        "status": "unread" if indicator.rule is None else "read",
        "canonical": None if indicator.rule is None else render_rule(indicator.rule),
        "source": indicator.rule_source,
    }


def _derivation(derivation: Derivation) -> object:
    return {
        "text": derivation.text,
        "steps": [{"text": step.text, "expression": step.expression, "value": step.value} for step in derivation.steps],
    }


def _override(override: OverrideRecord) -> object:
    return {
        "score": _text(override.score),
        "reason": override.reason,
        "author": override.author,
        "computed": _text(override.computed),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
