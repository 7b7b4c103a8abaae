"""Rules as rows of the sheet 评分规则, and rows as rules."""

from collections.abc import Iterator, Mapping, Sequence

from jixiao.packs.complaints import nearest
from jixiao.packs.trees import Tree
from jixiao.rules import Rule
from jixiao.workbook.checklistway import checklist_ways
from jixiao.workbook.curveway import CURVE_WAYS
from jixiao.workbook.nestedways import nested_ways
from jixiao.workbook.partways import (
    BonusWay,
    DeductionsWay,
    DiscretionaryWay,
    ExpertsWay,
    GradeCountWay,
    LevelsWay,
    MetRatioWay,
)
from jixiao.workbook.rows import Complaints, Row, Text, rows_by_code
from jixiao.workbook.rulewords import NOTHING_EARNED
from jixiao.workbook.ways import Branch, Misread, Unwritable, Way

WAYS: tuple[Way, ...] = (
    *checklist_ways(),
    *CURVE_WAYS,
    MetRatioWay(),
    LevelsWay(),
    DeductionsWay(),
    BonusWay(),
    ExpertsWay(),
    DiscretionaryWay(),
    GradeCountWay(),
    *nested_ways(),
)
"""Every way of scoring, in the order of the drop-down list."""

RULE_ITSELF = ("text", "source", "not_applicable")
"""The keys of a rule beside its way of scoring; they stand in the sheet 指标体系."""

_BY_NAME = {way.name: way for way in WAYS}


def rows_of_rule(code: str, rule: Mapping[str, Tree], criteria: int) -> list[Row]:
    """The way of scoring of a rule as rows; none where the rule is a sentence only.

    A rule whose tree cannot be told apart from another when it is read back is written in its canonical form;
    RuleError where it is no rule at all.

    >>> rule = {"text": "每项25%。", "source": "ours", "checklist": {"points": ["25%", "75%"]}}
    >>> [(row.cells["item"], row.cells["gives"]) for row in rows_of_rule("A1", rule, 2)]
    [('①', '25%'), ('②', '75%')]
    """
    part = {key: value for key, value in rule.items() if key not in RULE_ITSELF}
    if not part:
        return []
    try:
        rows = list(rows_of_part(part, "1"))
        faithful = part_of_rows(rows) == part
    except (Unwritable, Misread):
        rows, faithful = [], False
    if not faithful:
        read = Rule.read({"text": "—", "source": "ours", **part}, criteria).tree()
        rows = list(rows_of_part({key: value for key, value in read.items() if key not in RULE_ITSELF}, "1"))
    return [Row({"code": code, **row.cells}) for row in rows]


def rows_of_part(part: Tree, level: str) -> Iterator[Row]:
    """The rows of a part and of the rules inside it."""
    if not isinstance(part, dict):
        raise Unwritable(str(part))
    way = next((way for way in WAYS if len(part) == 1 and way.accepts(part)), None)
    if way is None:
        raise Unwritable(str(part))
    for number, one in enumerate(way.branches(part), start=1):
        cells = {"level": level, "way": way.name, **one.row.cells}
        fixed = one.rule.get("fixed") if isinstance(one.rule, dict) and len(one.rule) == 1 else None
        if isinstance(fixed, str) and way.rule_in_gives:
            yield Row({**cells, "gives": fixed})
        else:
            yield Row(cells)
            if one.rule is not None:
                yield from rows_of_part(one.rule, f"{level}.{number}")


def part_of_rows(rows: Sequence[Row]) -> Mapping[str, Tree]:
    """The part the rows of one indicator write; raises Misread."""
    levels: dict[str, list[Row]] = {}
    last = "1"
    for row in rows:
        last = row.get("level") or last
        levels.setdefault(last, []).append(row)
    if "1" not in levels:
        raise Misread(rows[0].get("level"), f"层次“{last}”", "从 1 开始的层次", "第一行的层次请填 1")
    used: set[str] = set()
    part = _part(levels, "1", used)
    for level, unused in levels.items():
        if level not in used:
            mend = "第 1 行的细则填 1.1，第 2 行的细则填 1.2；请核对层次"
            raise Misread(unused[0].get("level"), f"层次“{level}”", "上一层次某一行的细则", mend)
    return part


def _part(levels: Mapping[str, Sequence[Row]], level: str, used: set[str]) -> dict[str, Tree]:
    used.add(level)
    rows = levels[level]
    way = _way(rows)
    branches = []
    for number, row in enumerate(rows, start=1):
        below = f"{level}.{number}"
        rule: Tree | None = _part(levels, below, used) if below in levels else None
        gives = row.get("gives")
        if gives and rule is not None and way.rule_in_gives:
            raise Misread(gives, f"“{gives}”，而下面又有层次 {below} 的细则", "二者之一", "请清空“得分”，或删去细则")
        if gives and way.rule_in_gives:
            rule = {"fixed": gives.like("0%") if gives == NOTHING_EARNED else gives}
        branches.append(Branch(row, rule))
    return way.part(branches)


def _way(rows: Sequence[Row]) -> Way:
    """The way all the rows share; a row that names none continues the one above."""
    named: Text = Text("")
    for row in rows:
        name = row.get("way")
        if name and named and name != named:
            mend = "同一层次的各行用同一种计分方式；细则请写下一层次"
            raise Misread(name, f"“{name}”，而上面是“{named}”", "同一种计分方式", mend)
        named = named or name
    if named not in _BY_NAME:
        near = nearest(named, _BY_NAME)
        mend = f"请改为“{near}”" if near else "请从下拉列表中选择"
        raise Misread(named or rows[0], f"“{named}”" if named else "空着的“计分方式”", "下拉列表中的计分方式", mend)
    return _BY_NAME[named]


def rules_of_rows(rows: Sequence[Row], complaints: Complaints) -> dict[str, Mapping[str, Tree]]:
    """The parts by indicator code; what cannot be read is complained about."""
    parts: dict[str, Mapping[str, Tree]] = {}
    for code, own in rows_by_code(rows, complaints).items():
        try:
            parts[code] = part_of_rows(own)
        except Misread as wrong:
            complaints.add(wrong.place, wrong.found, wrong.expected, wrong.mend)
    return parts
