"""The same quantity printed several times."""

from dataclasses import replace

import pytest

from jixiao.findings import Place, Verdict
from jixiao.relations import Duplicate, Figure, finding_of


def copies(*texts: str) -> Duplicate:
    return Duplicate(tuple(Figure.of("收入", text) for text in texts))


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (("1,386.5万元", "1,386.47万元"), Verdict.EXACT),
        (("1,386.47万元", "1,386.52万元"), Verdict.IMPOSSIBLE),
        (("1,386.47万元", "1386.47万元"), Verdict.EXACT),
        (("0.14亿元", "1,386.47万元"), Verdict.EXACT),
        (("0.13亿元", "1,386.47万元"), Verdict.IMPOSSIBLE),
        (("13,864,700.00元", "1,386.47万元"), Verdict.EXACT),
        (("0.15万元", "0.145万元", "0.1万元"), Verdict.EXACT),
        (("0.1万元", "0.15万元"), Verdict.ROUNDING),
        (("11人", "12人"), Verdict.IMPOSSIBLE),
        (("11人", "约12人"), Verdict.ROUNDING),
        (("约300万元", "约310万元"), Verdict.ROUNDING),
        (("300余万元", "312.40万元"), Verdict.ROUNDING),
        (("300余万元", "299.40万元"), Verdict.IMPOSSIBLE),
        (("不足300万元", "312.40万元"), Verdict.IMPOSSIBLE),
    ],
)
def test_copies_agree_or_contradict(texts: tuple[str, ...], verdict: Verdict) -> None:
    assert copies(*texts).assess().verdict is verdict


def test_a_third_copy_does_not_reconcile_two_that_contradict() -> None:
    """The same decimals must be identical: 100 and 105 contradict although 100.2 lies near the first."""
    relation = copies("100.0万元", "105.0万元", "100.21万元")
    assert relation.assess().verdict is Verdict.IMPOSSIBLE
    assert relation.clash == (relation.copies[0], relation.copies[1])
    later = copies("100.0万元", "100.02万元", "100.1万元")
    assert later.clash == (later.copies[0], later.copies[2])


def test_the_intersection_is_the_best_interval_for_the_quantity() -> None:
    assert str(copies("1,386.5万元", "1,386.47万元").common) == "[1386.465, 1386.475]"
    assert str(copies("0.1万元", "0.15万元").common) == "[0.145, 0.15]"


def test_a_contradiction_names_both_places() -> None:
    relation = Duplicate(
        (
            Figure.of("年初预算", "434.66万元", place=Place(line=12)),
            Figure.of("年初预算", "434.70万元", place=Place(table="表2", row="合计")),
        )
    )
    finding = finding_of(relation, relation.assess())
    assert finding is not None
    assert (finding.stated, finding.expected) == ("434.70万元", "434.66万元")
    assert finding.relation == "年初预算（第 12 行） = 年初预算（表2，合计）"
    assert finding.explanation == (
        "同一数量印为 434.66万元（第 12 行），又印为 434.70万元（表2，合计）：取位相同，本应完全相同。"
        "各数的取位：年初预算四舍五入到 0.01万元（据数字本身）。"
    )
    assert finding.places == (Place(line=12), Place(table="表2", row="合计"))


def test_copies_in_different_units_are_explained_by_their_ranges() -> None:
    relation = copies("0.13亿元", "1,386.47万元")
    explanation = relation.explain(relation.assess())
    assert "前者代表 0.125亿元 至 0.135亿元，后者代表 1386.465万元 至 1386.475万元，没有共同的数" in explanation


def test_copies_that_were_filled_in_are_not_called_printed() -> None:
    filled = Duplicate(tuple(replace(copy, filled=True) for copy in copies("1.1万元", "1.2万元").copies))
    assert filled.explain(filled.assess()).startswith("同一数量填为 1.1万元，又填为 1.2万元：")


def test_agreeing_and_undecided_copies_are_explained_too() -> None:
    agreeing = copies("0.1万元", "0.15万元")
    assert agreeing.explain(agreeing.assess()) == "同一数量先后印为 0.1万元、0.15万元，按各自的取位可以同时为真。"
    missing = Duplicate((Figure.of("收入", "1万元"), Figure("收入")))
    assert missing.explain(missing.assess()) == "未作判断：缺少“收入”。"


def test_copies_of_different_dimensions_are_undecided() -> None:
    assert copies("11人", "11万元").assess().verdict is Verdict.UNDECIDED


def test_one_copy_is_no_duplicate() -> None:
    with pytest.raises(ValueError, match="printed twice"):
        copies("1万元")
