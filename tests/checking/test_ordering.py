"""The order of findings: causes before consequences, grave before slight; and repetitions as one finding."""

from jixiao.checking.causes import with_causes
from jixiao.checking.grouping import grouped
from jixiao.checking.ordering import in_order
from jixiao.checking.troubles import Trouble
from jixiao.findings import Finding, Kind, Operand, Place, Severity, numbered


def finding(title: str, kind: Kind = Kind.OTHER, severity: Severity = Severity.ERROR, line: int = 1) -> Finding:
    return Finding(f"check.{kind.value}", severity, kind, title, "…", stated=title, places=(Place(line=line),))


def titles(findings: list[Finding]) -> list[str]:
    return [each.title for each in findings]


def test_a_missing_row_stands_before_the_total_that_does_not_add_up_without_it() -> None:
    missing = Trouble(finding("缺少指标 B3", Kind.MISSING_VALUE), cause="缺少指标 B3")
    total = Trouble(finding("合计不符", Kind.SCORE_SUM), excused_by=("缺少指标 B3",))
    other = Trouble(finding("占比不符", Kind.SHARE))
    listed = numbered(in_order(with_causes([total, other, missing])))
    assert [(each.id, each.title, each.derived_from) for each in listed] == [
        ("F1", "缺少指标 B3", None),  # a missing value matters least, but the total of the scores hangs on it
        ("F2", "合计不符", "F1"),
        ("F3", "占比不符", None),
    ]


def test_errors_come_first_and_among_them_what_changes_the_score() -> None:
    found = [
        finding("序号", Kind.NUMBERING, Severity.NOTE),
        finding("字号", Kind.CITATION),
        finding("得分", Kind.SCORE_SUM, Severity.WARNING),
        finding("等级", Kind.GRADE),
        finding("权重", Kind.WEIGHT_SUM),
    ]
    assert titles(in_order(found)) == ["等级", "权重", "字号", "得分", "序号"]


def test_a_slight_cause_stands_where_its_gravest_consequence_belongs() -> None:
    cause = Trouble(finding("附件没有内容", Kind.MISSING_VALUE, Severity.NOTE), cause="附件三")
    grave = Trouble(finding("等级不符", Kind.GRADE), excused_by=("附件三",))
    between = Trouble(finding("名称不一", Kind.NAME_MISMATCH))
    assert titles(in_order(with_causes([between, grave, cause]))) == ["附件没有内容", "等级不符", "名称不一"]


def test_troubles_that_explain_each_other_leave_one_that_stands_by_itself() -> None:
    one = Trouble(finding("甲"), cause="甲", excused_by=("乙",))
    other = Trouble(finding("乙"), cause="乙", excused_by=("甲",))
    derived = [each.derived_from for each in with_causes([one, other])]
    assert derived.count(None) == 1
    assert numbered(in_order(with_causes([one, other])))[1].derived_from == "F1"


def test_a_chain_of_causes_ends_at_its_first() -> None:
    first = Trouble(finding("甲"), cause="甲")
    second = Trouble(finding("乙"), cause="乙", excused_by=("甲",))
    third = Trouble(finding("丙"), excused_by=("乙",))
    listed = numbered(in_order(with_causes([third, second, first])))
    assert [(each.title, each.derived_from) for each in listed] == [("甲", None), ("丙", "F1"), ("乙", "F1")]


def test_repetitions_of_one_group_are_one_finding_with_every_place() -> None:
    troubles = [Trouble(finding(f"目标值 {line}", line=line), group="≤100%") for line in (4, 5, 9)]
    (one,) = grouped(troubles)
    assert one.finding.title == "目标值 4（共 3 处）"
    assert [place.line for place in one.finding.places] == [4, 5, 9]


def test_what_only_the_line_tells_apart_is_one_finding_so_that_no_two_share_a_fingerprint() -> None:
    operands = [Operand("9.5", "9.5", "分", Place(line=line, row="合计")) for line in (12, 80)]
    twice = [
        Trouble(Finding("sum", Severity.ERROR, Kind.SUM, "合计", "…", operands=(each,), places=(each.place,)))
        for each in operands
    ]
    (one,) = grouped(twice)
    assert [place.line for place in one.finding.places] == [12, 80]
