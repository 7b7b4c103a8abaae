"""Every setting of a profile of one's own, through `jixiao verify --profile`: what it makes right, worked by hand.

The form has 57 of 60 spent (95 %, 9.5 of 10 points) and 90 points of indicators, all met; each case changes some cells.
"""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.cli.front_door import FrontDoor
from tests.forms.scoring.county import LINES, SOUND, Line, Sheet, with_line

from jixiao.quantities import exact_text

Told = list[tuple[str, str]]


def verified(jixiao: FrontDoor, folder: Path, settings: str, text: str) -> tuple[Told, str | None]:
    """The findings (check, severity) and the corrected total, or its range, without needless noughts."""
    (folder / "本县.yaml").write_text(f"id: 本县\nname: 本县自评表\n{settings}\n", encoding="utf-8")
    (folder / "表.txt").write_text(text, encoding="utf-8")
    answer = jixiao("verify", folder / "表.txt", "--profile", folder / "本县.yaml", "--json")
    (form,) = json.loads(answer.out)["forms"]
    assert form["profile"] == "本县"
    corrected = form["corrected"] or {}
    between = corrected.get("total_range")
    ends = (between["low"], between["high"]) if between else (corrected.get("total"),)
    total = "—".join(exact_text(Fraction(end)) for end in ends if end is not None)
    return [(each["check"], each["severity"]) for each in form["findings"]], total or None


def spent(amount: str, rate: str, score: str, total: str, lines: tuple[Line, ...] = LINES) -> Sheet:
    first = replace(lines[0], reason="尾款跨年支付")
    return replace(SOUND, executed=amount, rate=rate, score=score, total=("100", total), lines=(first, *lines[1:]))


def at_85(score: str, total: str) -> Sheet:
    return spent("51.00", "85.00%", score, total)


def missed(score: str, total: str, **changes: str) -> Sheet:
    """60 of 80 kilometres: three quarters of 20 points."""
    return replace(with_line(0, actual="60公里", score=score, reason="汛期停工", **changes), total=("100", total))


TIERS = "tiers: [{from: 90%, share: 100}, {from: 80%, share: 70}, {from: 0, share: 0}]"
WRONG_EXECUTION, WRONG_TARGET = ("form.execution_score", "error"), ("form.target", "error")
SHORT = ("form.shortfall", "warning")
HALVES = (replace(LINES[0], points="20.5", score="20.5"), replace(LINES[1], points="19.5", score="19.5"), *LINES[2:])
LATE = spent("58.86", "98.10%", "10", "100", HALVES)  # 9.81 points as 10 beside scores of 20.5 and 19.5


@pytest.mark.parametrize(
    ("settings", "sheet", "found", "total"),
    [
        # rate × 10: 8.5; by tiers 7; finished and by tiers 10 or 7; below a floor nothing
        ("execution: {points: 10, rule: 按比例}", at_85("8.5", "98.5"), [], "98.5"),
        ("execution: {points: 10, rule: 按比例}", at_85("10", "100"), [WRONG_EXECUTION], "98.5"),
        (f"execution: {{points: 10, rule: 分档, {TIERS}}}", at_85("7", "97"), [], "97"),
        (f"execution: {{points: 10, rule: 分档, {TIERS}}}", at_85("8.5", "98.5"), [WRONG_EXECUTION], "97"),
        (f"execution: {{points: 10, rule: 完成后分档, {TIERS}}}", at_85("10", "100"), [], "100"),
        (f"execution: {{points: 10, rule: 完成后分档, {TIERS}}}", at_85("7", "97"), [], "97"),
        (f"execution: {{points: 10, rule: 完成后分档, {TIERS}}}", at_85("8", "98"), [WRONG_EXECUTION], "97—100"),
        ("execution: {points: 10, rule: 按比例, floor: 90}", at_85("0", "90"), [], "90"),
        ("execution: {points: 10, rule: 按比例, floor: 90}", at_85("8.5", "98.5"), [WRONG_EXECUTION], "90"),
        (
            "execution: {points: 10, rule: 不计分}\nfull_points: 90",
            replace(SOUND, points="", score="", total=("90", "90")),
            [],
            "90",
        ),
        ("execution: {points: 10, rule: 按比例, decimals: 0}", LATE, [], "100"),
        ("execution: {points: 10, rule: 按比例}", LATE, [("form.rounded_up", "warning")], "99.81"),
        # the rate over the budget at the start of the year: 57 ÷ 76
        (
            "execution: {points: 10, rule: 按比例, denominator: 年初预算}",
            replace(spent("57.00", "75.00%", "7.5", "97.5"), initial="76.00"),
            [],
            "97.5",
        ),
        # a reason is due below 97 %
        ("execution: {points: 10, explained_below: 97}", SOUND, [("form.low_execution", "note")], "99.5"),
        ("execution: {points: 10}", SOUND, [], "99.5"),
        # missed by a quarter: 15 in proportion; (0.75 − 0.6) ÷ 0.4 of 20 is 7.5; nothing; unstated: 0—15
        ("scoring: {shortfall: 按比例计}", missed("15", "94.5"), [], "94.5"),
        ("scoring: {shortfall: 按比例计}", missed("12", "91.5"), [SHORT], "94.5"),
        ("scoring: {shortfall: 及格线, pass_mark: 60}", missed("7.5", "87"), [], "87"),
        ("scoring: {shortfall: 及格线, pass_mark: 60}", missed("15", "94.5"), [SHORT], "87"),
        ("scoring: {shortfall: 及格线, pass_mark: 80}", missed("0", "79.5"), [], "79.5"),
        ("scoring: {shortfall: 不得分}", missed("0", "79.5"), [], "79.5"),
        ("scoring: {shortfall: 不得分}", missed("15", "94.5"), [SHORT], "79.5"),
        ("scoring: {shortfall: 未规定}", missed("20", "99.5"), [WRONG_TARGET], "79.5—94.5"),
        # a limit of 0.8 exceeded by 0.2: 10 × 0.8 ÷ 1 = 8; 10 × (1 − 0.25) = 7.5; nothing
        ("scoring: {decreasing: 指标值÷完成值}", "8", [], "97.5"),
        ("scoring: {decreasing: 指标值÷完成值}", "7.5", [SHORT], "97.5"),
        ("scoring: {decreasing: 按超出比例扣}", "7.5", [], "97"),
        ("scoring: {decreasing: 按超出比例扣}", "8", [], "97.5"),  # 7.5 in whole points
        ("scoring: {decreasing: 按超出比例扣}", "9", [SHORT], "97"),
        ("scoring: {decreasing: 不得分}", "0", [], "89.5"),
        # 9 sections for 6, half as many more than asked for
        ("scoring: {over_completion: 酌情扣分}", "over 25", [], "94.5"),
        ("scoring: {over_completion: 按偏离程度扣分}", "over 25", [], "94.5"),
        ("scoring: {over_completion: 说明原因}", "over 25", [("form.target", "warning")], "99.5"),
        ("scoring: {over_completion: 酌情扣分, far_above: 160}", "over 25", [WRONG_TARGET], "99.5"),
        ("scoring: {over_completion: 酌情扣分}", "over 30", [("form.over_completion", "note")], "99.5"),
        # partly done: 80—60 % or 80—50 % of 30 points
        ("scoring: {qualitative: [80, 60]}", "part 16", [("form.level", "warning")], "87.5—93.5"),
        ("scoring: {qualitative: [80, 50]}", "part 16", [], "85.5"),
        ("scoring: {qualitative: [80, 50]}", "part 30", [("form.level", "warning")], "84.5—93.5"),
        ("note: 没有规定分档", "part 30", [("form.level", "note")], "87.5—93.5"),
        # 93 % satisfied: full, or 80 % of 10 points
        ("scoring: {satisfaction: [{from: 90, share: 100}, {from: 0, share: 0}]}", SOUND, [], "99.5"),
        (
            "scoring: {satisfaction: [{from: 95, share: 100}, {from: 80, share: 80}, {from: 0, share: 0}]}",
            SOUND,
            [WRONG_TARGET],
            "97.5",
        ),
        ("scoring: {bonus: 是}", replace(with_line(0, score="23"), total=("100", "102.5")), [], "102.5"),
        (
            "scoring: {bonus: 否}",
            replace(with_line(0, score="23"), total=("100", "102.5")),
            [("form.score_limit", "error")],
            "99.5",
        ),
        ("money: {parts_may_score: 是}", "parts", [], "99.5"),
        ("money: {parts_may_score: 否}", "parts", [("form.source_points", "note")], "99.5"),
    ],
)
def test_a_setting_decides_what_is_right(
    jixiao: FrontDoor, tmp_path: Path, settings: str, sheet: Sheet | str, found: Told, total: str | None
) -> None:
    own = settings if settings.startswith("execution") else f"execution: {{points: 10}}\n{settings}"
    text = NAMED[sheet] if isinstance(sheet, str) else sheet.text()
    assert verified(jixiao, tmp_path, own, text) == (found, total)


def exceeded(score: str, total: str) -> Sheet:
    return replace(with_line(2, actual="1万元", score=score, reason="人工涨价"), total=("100", total))


NAMED = {
    "8": exceeded("8", "97.5").text(),
    "9": exceeded("9", "98.5").text(),
    "7.5": exceeded("7.5", "97").text(),
    "0": exceeded("0", "89.5").text(),
    "over 25": replace(with_line(3, actual="9个", score="25"), total=("100", "94.5")).text(),
    "over 30": with_line(3, actual="9个").text(),
    "part 16": replace(with_line(3, target="改善", actual="部分完成", score="16"), total=("100", "85.5")).text(),
    "part 30": with_line(3, target="改善", actual="部分完成").text(),
    "parts": SOUND.text().replace("—\t\t—", "10\t95.00%\t9.5"),
}


@pytest.mark.parametrize(
    ("grades", "word", "found"),
    [
        ("{scale: standard}", "优", []),
        ("{scale: standard, words: {优: [好]}}", "好", []),
        ("{scale: standard}", "良", [("form.grade_band", "error")]),
        ("{bands: [{name: 甲, from: 99.6}, {name: 乙, from: 60}, {name: 丙, from: 0}]}", "乙", []),
        (
            "{bands: [{name: 甲, from: 99.6}, {name: 乙, from: 60}, {name: 丙, from: 0}]}",
            "甲",
            [("form.grade_band", "error")],
        ),
        # whole numbers: 99.5 is 100
        (
            "{whole: 是, bands: [{name: 甲, from: 100, to: 100}, {name: 乙, from: 0, to: 99}]}",
            "甲",
            [],
        ),
        ("{bands: [{name: 优, from: 95}, {name: 良, from: 0}]}", "良", [("form.grade_band", "error")]),
    ],
)
def test_grades_follow_the_bands_and_words_of_the_profile(
    jixiao: FrontDoor, tmp_path: Path, grades: str, word: str, found: Told
) -> None:
    sheet = replace(SOUND, project=f"{SOUND.project}\t自评等级\t{word}")
    told, _ = verified(jixiao, tmp_path, f"execution: {{points: 10}}\ngrades: {grades}", sheet.text())
    assert told == found


@pytest.mark.parametrize(
    ("settings", "line", "says"),
    [
        ("execution: {rule: 按比利}", 3, "按比例"),
        ("execution: {rule: 分档}", 3, "没有 tiers"),
        ("execution: {rule: 按比例, tiers: [{from: 0, share: 0}]}", 3, "不分档而写了 tiers"),
        (
            "execution: {rule: 分档, tiers: [{from: 60, share: 50}, {from: 80, share: 70}, {from: 0, share: 0}]}",
            3,
            "由高到低",
        ),
        ("execution: {rule: 分档, tiers: [{from: 80, share: 70}]}", 3, "最低一档"),
        ("execution: {rule: 分档, tiers: [{form: 80, share: 70}]}", 3, "form"),
        ("execution: {floor: 九成}", 3, "百分数"),
        ("execution: {decimals: 9}", 3, "decimals"),
        ("execution: {denominator: 预算}", 3, "全年预算"),
        ("execution: {stands: 表头}", 3, "资金栏"),
        ("scoring: {shortfall: 按比例}", 3, "按比例计"),
        ("scoring: {pass_mark: 100}", 3, "及格线"),
        ("scoring: {decreasing: 反比}", 3, "指标值÷完成值"),
        ("scoring: {over_completion: 扣分}", 3, "酌情扣分"),
        ("scoring: {far_above: 一倍}", 3, "百分数"),
        ("scoring: {qualitative: [60, 80]}", 3, "由高到低"),
        ("scoring: {qualitative: [80]}", 3, "由高到低"),
        ("scoring: {satisfaction: [{from: 90, share: 100}]}", 3, "最低一档"),
        ("scoring: {bonus: 可以}", 3, "bonus"),
        ("grades: {scale: standard, bands: [{name: 优, from: 0}]}", 3, "其中一个"),
        ("grades: {bands: [{name: 优, from: 90}]}", 3, "grades"),
        ("grades: {scale: standard, words: {甲: [好]}}", 3, "甲"),
        ("objective_points: 20", 3, "总体目标不打分"),
        ("total_stands: 末尾", 3, "末行"),
        ("money: {unit: 千元}", 3, "万元"),
        ("indicators: {score_is: 系数}", 3, "得分系数×权重"),
        ("headings: {完成值: [办结]}", 3, "实际完成值"),
        ("unscored: 是\nblocks: [{points: {产出: 100}}]", 3, "不打分"),
    ],
)
def test_a_mistyped_setting_is_refused_with_file_line_and_what_was_expected(
    jixiao: FrontDoor, tmp_path: Path, settings: str, line: int, says: str
) -> None:
    (tmp_path / "本县.yaml").write_text(f"id: 本县\nname: 本县自评表\n{settings}\n", encoding="utf-8")
    (tmp_path / "表.txt").write_text(SOUND.text(), encoding="utf-8")
    answer = jixiao("verify", tmp_path / "表.txt", "--profile", tmp_path / "本县.yaml")
    assert answer.code == 2
    assert "本县.yaml" in answer.err
    assert f"第 {line} 行" in answer.err
    assert says in answer.err
    assert "Traceback" not in answer.err
