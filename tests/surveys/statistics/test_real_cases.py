"""The printed surveys of two real reports, reckoned from the counts they print."""

import csv
from pathlib import Path

import numpy as np
import pytest
from tests.surveys.statistics.asking import FIVE, asked, counted, percent, rating, result_of, study

from jixiao.findings import Severity
from jixiao.quantities import parse_printed
from jixiao.surveys.fitting import Asked, fit
from jixiao.surveys.results import Method
from jixiao.surveys.statistics.studies import study_result

EXAMPLES = Path(__file__).parents[3] / "examples"
SEVEN = [(132, 1, 4, 0, 0)] * 2 + [(131, 2, 4, 0, 0), (132, 0, 5, 0, 0), (131, 2, 4, 0, 0)]
SEVEN += [(132, 1, 4, 0, 0), (131, 2, 4, 0, 0)]


def printed_counts(table: str) -> dict[str, tuple[tuple[int, ...], bool]]:
    """The counts of every question of a table of the examples, and whether it is counted."""
    with (EXAMPLES / table).open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    return {row["问题"]: (tuple(int(row[answer]) for answer in FIVE), row["计入综合"] == "是") for row in rows}


def test_seven_questions_to_137_people_come_to_what_the_report_prints() -> None:
    printed = printed_counts("xinxiang-hitech-2023/tables/满意度调查.csv")
    assert [counts for counts, _ in printed.values()] == SEVEN
    result = result_of(counted(asked(*map(rating, printed)), *SEVEN), scheme="A")
    each = [percent(question.composite) for question in result.questions]
    assert each == ["98.36%", "98.36%", "98.18%", "98.18%", "98.18%", "98.36%", "98.18%"]
    # The mean of the seven unrounded values; that of the printed ones would be 98.26 %.
    assert percent(result.composite) == "98.25%"
    assert result.sampling.valid == 137


def test_what_137_answers_can_carry_is_said_beside_the_figure() -> None:
    result = result_of(counted(asked(*(rating(f"甲{n}") for n in range(7))), *SEVEN))
    assert result.interval is not None
    assert result.interval.method is Method.CONSERVATIVE
    deviations = [np.std(np.repeat([1, 0.75, 0.5, 0.25, 0], counts), ddof=1) / 137**0.5 for counts in SEVEN]
    expected = 1.959964 * sum(deviations) / len(deviations)
    assert float(result.interval.half_width) == pytest.approx(expected, rel=1e-6)
    assert percent(result.interval.half_width) == "1.49%"


def test_the_staff_of_the_other_report_are_counted_by_the_two_best_answers() -> None:
    printed = printed_counts("yanjin-2022/tables/工作人员调查.csv")
    result = result_of(
        counted(asked(*map(rating, printed)), *(counts for counts, _ in printed.values())),
        {"stated": "97.88%"},
        scheme="E",
    )
    # (54 + 54 + 54 + 53 + 54 + 54) ÷ (6 × 55) = 323/330 = 97.88 %
    assert percent(result.composite) == "97.88%"
    assert not [finding for finding in result.findings if finding.check == "survey.stated_result"]


def test_the_figure_of_the_public_comes_from_no_scheme_and_the_nearest_are_named() -> None:
    printed = printed_counts("yanjin-2022/tables/办事群众调查.csv")
    questions = [rating(name, counts=flag) for name, (_, flag) in printed.items()]
    counts = [counts for counts, _ in printed.values()]
    result = result_of(counted(asked(*questions), *counts), {"stated": "93.32%"})
    (finding,) = (each for each in result.findings if each.check == "survey.stated_result")
    assert finding.severity is Severity.WARNING
    assert "试了 1890 种办法" in finding.explanation  # 63 choices of questions × 10 schemes × 3 ways to average
    assert "都得不到这个数" in finding.explanation
    # 100/90/60/30/0 without 接待协助: (91.92… by hand below) is the nearest
    rest = [each for name, (each, _) in printed.items() if name != "接待协助"]
    means = [sum(n * w for n, w in zip(each, (100, 90, 60, 30, 0), strict=True)) / sum(each) for each in rest]
    assert f"{sum(means) / 5:.2f}" == "93.34"
    nearest = finding.explanation.partition("最接近的是：")[2].partition("。")[0].split("；")
    assert nearest[0] == "赋值 100/90/60/30/0，不计接待协助，各题平均得 93.34%"
    assert len({way.rpartition("得 ")[2] for way in nearest}) == 3


def test_a_figure_that_another_way_gives_names_that_way() -> None:
    asked_of = [Asked("甲", (30, 6, 4, 0, 0)), Asked("乙", (20, 20, 0, 0, 0))]
    # 甲 by 100/80/60/40/20: 93 %; with 乙 (90 %) 91.5 %
    found = fit(parse_printed("91.50%"), asked_of)
    assert str(found.fits[0]) == "赋值 100/80/60/40/20，各题平均"
    assert not found.nearest
    alone = fit(parse_printed("93.00%"), asked_of)
    assert (
        next(str(way) for way in alone.fits if way.averaging == "各题平均") == "赋值 100/80/60/40/20，不计乙，各题平均"
    )


def test_questions_with_different_numbers_of_answers_are_not_mixed() -> None:
    found = fit(parse_printed("90%"), [Asked("甲", (1, 2, 3)), Asked("乙", (1, 2, 3, 4))])
    assert (found.tried, found.fits, found.nearest) == (0, (), ())


def test_groups_are_put_together_as_the_study_says() -> None:
    one = result_of(counted(asked(rating("甲")), (30, 0, 10, 0, 0)))  # 40 sheets, 87.5 %
    other = result_of(counted(asked(rating("甲")), (5, 0, 5, 0, 0)))  # 10 sheets, 75 %
    whole = study(combination="按答卷数")
    assert percent(study_result(whole, [one, other]).composite) == "85.00%"  # (40 · 87.5 + 10 · 75) ÷ 50
    assert percent(study_result(study(combination="等权"), [one, other]).composite) == "81.25%"
    heavy = result_of(counted(asked(rating("甲")), (5, 0, 5, 0, 0)), {"weight": "3"})
    assert percent(study_result(study(combination="按权重"), [one, heavy]).composite) == "78.13%"
