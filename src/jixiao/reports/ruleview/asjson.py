"""A reading as a tree for programs: numbers are texts, exact as shown."""

from fractions import Fraction

from jixiao.language import Read, Unread, form_of
from jixiao.language.scoretables import ScoreTable
from jixiao.language.wanted import Wanted, wanted_by
from jixiao.reports.ruleview.tables import USUAL_WEIGHT, score_text, tables_of
from jixiao.rules import Rule, total_tree


def reading_json(reading: Read | Unread, weight: Fraction | None) -> dict[str, object]:
    """The reading: form, canonical sentence, notes, the rule, its scores and what evidence it wants."""
    if isinstance(reading, Unread):
        return {
            "status": "unread",
            "form": None,
            "canonical": None,
            "notes": [],
            "why": reading.why,
            "span": list(reading.span),
            "rule": None,
            "tables": [],
            "wanted": None,
        }
    whole = weight or USUAL_WEIGHT
    return {
        "status": "read",
        "form": form_of(reading.rule, weight),
        "canonical": reading.canonical,
        "notes": list(reading.notes),
        "why": None,
        "span": None,
        "rule": reading.rule.tree() if isinstance(reading.rule, Rule) else total_tree(reading.rule),
        "tables": [_table(table) for table in tables_of(reading, whole)],
        "wanted": _wanted(wanted_by(reading.rule, whole)),
    }


def _table(table: ScoreTable) -> dict[str, object]:
    rows = [{"case": row.case, "score": score_text(row), "because": row.because} for row in table.rows]
    return {"about": table.about, "of": table.of or None, "rows": rows}


def _wanted(wanted: Wanted) -> dict[str, object]:
    keys = [{"key": item.key, "meaning": item.meaning, "of": item.of or None} for item in wanted.items]
    return {"keys": keys, "example": wanted.example}
