"""The printed figures of the other layouts hold: recomputed here from the printed texts alone."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest
from tests.quality.evaluations import evaluation
from tests.quality.faults import faults
from tests.quality.formats import FORMATS, filled
from tests.quality.otherlayouts import STYLES_OF_OTHERS, lists, yuan
from tests.quality.sheets import Paragraph, Sheets, Table

SEEDS = range(30)
TAIL = Decimal("0.005")


def number(text: str) -> Decimal:
    return Decimal(re.sub(r"[,%分份元万人个]", "", text))


def numbers(texts: Sequence[str]) -> list[Decimal]:
    return [number(text) for text in texts]


def table(sheets: Sheets, caption: str) -> list[list[str]]:
    """The rows of the table with such a caption."""
    (found,) = (block for block in sheets.blocks if isinstance(block, Table) and caption in block.caption)
    return filled(found)


def said(sheets: Sheets, pattern: str) -> list[tuple[str, ...]]:
    """What the groups of a pattern match in the paragraphs."""
    text = "\n".join(block.text for block in sheets.blocks if isinstance(block, Paragraph))
    return [match.groups() for match in re.finditer(pattern, text)]


def once(sheets: Sheets, pattern: str) -> list[str]:
    """The groups of a pattern that matches exactly once."""
    (groups,) = said(sheets, pattern)
    return list(groups)


def ratio(part: Decimal, whole: Decimal, text: str) -> bool:
    """Whether exact figures give the printed percentage."""
    printed = number(text)
    return (part * 100 / whole).quantize(printed, ROUND_HALF_UP) == printed


def near(part: Decimal, whole: Decimal, text: str) -> bool:
    """Whether some figures that round to these give the printed percentage."""
    printed = number(text)
    slack = 100 * TAIL * (1 + abs(part / whole)) / (whole - TAIL) + TAIL
    return abs(part * 100 / whole - printed) <= slack


def grade(score: Decimal) -> str:
    return "优" if score >= 90 else "良" if score >= 80 else "中" if score >= 60 else "差"


@pytest.mark.parametrize("seed", SEEDS)
def test_amounts_in_yuan_add_up_to_the_fen(seed: int) -> None:
    sheets = yuan(evaluation(Random(seed)))
    sides = table(sheets, "附表1")[2:]
    names = [line[3] for line in sides]
    amounts = numbers([line[4] for line in sides])
    second = names.index("项目支出")
    total = amounts[-1]
    assert amounts[0] == sum(amounts[1:second])
    assert amounts[second] == sum(amounts[second + 1 : -1])
    assert amounts[0] + amounts[second] == total == number(sides[-1][1])
    assert number(sides[0][1]) + number(sides[1][1]) == total
    for line in sides:
        assert ratio(number(line[4]), total, line[5])
        assert not line[1] or ratio(number(line[1]), total, line[2])
    assert number(once(sheets, r"该局年初部门预算批复数为([\d,.]+)元")[0]) == total
    parts = once(sheets, r"其中基本支出([\d,.]+)元、项目支出([\d,.]+)元，分别占部门预算的([\d.]+%)和([\d.]+%)")
    assert numbers(parts[:2]) == [amounts[0], amounts[second]]
    assert ratio(amounts[0], total, parts[2])
    assert ratio(amounts[second], total, parts[3])
    hundred_millions = Decimal(once(sheets, r"年初部门预算批复数为([\d.]+)亿元")[0])
    assert hundred_millions == (total / 10**8).quantize(hundred_millions, ROUND_HALF_UP)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_spent_in_yuan_adds_up_and_is_divided_rightly(seed: int) -> None:
    sheets = yuan(evaluation(Random(seed)))
    first, adjusted, spent = (numbers(line[1:]) for line in table(sheets, "附表2")[2:5])
    rates = table(sheets, "附表2")[5][1:]
    for line in (first, adjusted, spent):
        assert line[0] + line[1] == line[2]
        assert line[2] + line[3] == line[4]
    assert all(ratio(*each) for each in zip(spent, adjusted, rates, strict=True))
    projects = table(sheets, "附表3")[1:]
    assert once(sheets, r"共安排(\d+)个项目") == [str(len(projects) - 1)]
    for column in range(2, 6):
        total, *each = numbers([line[column] for line in projects])
        assert total == sum(each)
    for project in projects:
        assert number(project[3]) - number(project[4]) == number(project[5])
        assert ratio(number(project[4]), number(project[3]), project[6])
    assert numbers([projects[0][n] for n in (2, 3, 4)]) == [first[3], adjusted[3], spent[3]]
    changes = said(sheets, r"(追加|核减)预算([\d,.]+)元，调整后全年预算数为([\d,.]+)元，较年初..([\d.]+%)")
    assert bool(changes) == (first[4] != adjusted[4])
    for way, change, after, rate in changes:
        assert first[4] + (1 if way == "追加" else -1) * number(change) == number(after) == adjusted[4]
        assert ratio(number(change), first[4], rate)
    carry, share = once(sheets, r"年末结转结余([\d,.]+)元，占调整预算数的([\d.]+%)")
    assert number(carry) == adjusted[4] - spent[4]
    assert ratio(number(carry), adjusted[4], share)


@pytest.mark.parametrize("seed", SEEDS)
def test_scores_of_the_layout_in_yuan_add_up(seed: int) -> None:
    sheets = yuan(evaluation(Random(seed)))
    names, *lines = table(sheets, "附表4")
    weights, scores, lost = (numbers(line[1:]) for line in lines)
    assert weights[-1] == sum(weights[:-1]) == 100
    assert scores[-1] == sum(scores[:-1])
    assert [a - b for a, b in zip(weights, scores, strict=True)] == lost
    assert said(sheets, r"(?:最终得)([\d.]+)分") == [(f"{scores[-1]}",)] * 2
    assert once(sheets, r"评定为“(.)”") == once(sheets, r"评价等级：(.)") == [grade(scores[-1])]
    annex = table(sheets, "评分表")[1:]
    assert number(annex[0][7]) == scores[-1] == sum(numbers([line[7] for line in annex[1:]]))
    for column in (1, 3, 5):
        assert sum(numbers([line[column] for line in annex[1:] if line[column]])) == 100
    for place, name in enumerate(names[1:-1]):
        total, *leaves = (numbers(line[2:]) for line in table(sheets, f"{name}类指标评分明细")[1:])
        assert total == [weights[place], scores[place], lost[place]]
        assert total == [sum(column) for column in zip(*leaves, strict=True)]
        assert all(weight - score == minus for weight, score, minus in leaves)
    groups = said(sheets, r"本类指标满分([\d.]+)分，实得([\d.]+)分，为满分的([\d.]+%)")
    assert [(number(a), number(b)) for a, b, _ in groups] == list(zip(weights[:-1], scores[:-1], strict=True))
    assert all(ratio(number(score), number(weight), rate) for weight, score, rate in groups)
    each = said(sheets, r"（\d+）(.+)（([\d.]+)分）。.*?(?:不扣分|扣([\d.]+)分)，得([\d.]+)分。")
    printed = {line[4]: (line[5], line[7]) for line in annex[1:]}
    assert {name: (weight, score) for name, weight, _, score in each} == printed
    assert all(number(weight) - number(minus or "0") == number(score) for _, weight, minus, score in each)


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_of_the_layout_in_yuan_say_what_its_tables_say(seed: int) -> None:
    sheets = yuan(evaluation(Random(seed)))
    first, adjusted, spent = (numbers(line[1:]) for line in table(sheets, "附表2")[2:5])
    rates = table(sheets, "附表2")[5][1:]
    whole, basic, projects = 4, 2, 3
    yi = once(
        sheets, r"批复数为([\d.]+)亿元，其中基本支出([\d.]+)亿元、项目支出([\d.]+)亿元，分别占([\d.]+%)和([\d.]+%)"
    )
    yi += once(sheets, r"全年实际支出([\d.]+)亿元，为调整后预算的([\d.]+%)")
    exact = first[whole], first[basic], first[projects], spent[whole]
    for amount, printed in zip(exact, (*yi[:3], yi[5]), strict=True):
        assert (amount / 10**8).quantize(Decimal("0.0001"), ROUND_HALF_UP) == Decimal(printed)
    assert ratio(first[basic], first[whole], yi[3])
    assert ratio(first[projects], first[whole], yi[4])
    total, rate = once(sheets, r"累计支出([\d,.]+)元，预算执行率([\d.]+%)")
    assert (number(total), rate, rate) == (spent[whole], rates[whole], yi[6])
    lines = said(sheets, r"(?:基本|项目)支出执行([\d,.]+)元，执行率([\d.]+%)")
    assert [(number(a), b) for a, b in lines] == [(spent[basic], rates[basic]), (spent[projects], rates[projects])]
    shares = once(sheets, r"前者占全部支出的([\d.]+%)，后者占([\d.]+%)")
    assert ratio(spent[basic], spent[whole], shares[0])
    assert ratio(spent[projects], spent[whole], shares[1])
    for place, name in ((basic, "基本支出"), (projects, "项目支出")):
        changes = said(sheets, rf"{name}(调增|调减)([\d,.]+)元，调整为([\d,.]+)元")
        assert len(changes) == (first[place] != adjusted[place])
        for way, change, after in changes:
            assert number(after) == adjusted[place]
            assert first[place] + (1 if way == "调增" else -1) * number(change) == number(after)
    assert {number(after) for (after,) in said(sheets, r"全年预算数(?:仍)?为([\d,.]+)元")} == {adjusted[whole]}
    formula = once(sheets, r"决算数([\d,.]+)元÷调整预算数([\d,.]+)元×100%＝([\d.]+%)")
    assert (number(formula[0]), number(formula[1]), formula[2]) == (spent[whole], adjusted[whole], rates[whole])
    annex = table(sheets, "评分表")[2:]
    counts = [str(sum(bool(line[column]) for line in annex)) for column in (0, 2, 4)]
    assert once(sheets, r"由(\d+)个一级指标、(\d+)个二级指标和(\d+)个三级指标组成") == counts
    weights = once(sheets, r"四类指标的分值依次为([\d.]+)分、([\d.]+)分、([\d.]+)分和([\d.]+)分")
    assert weights == [line[1] for line in annex if line[1]]
    assert number(table(sheets, "评分表")[1][1]) == 100
    for lost in said(sheets, r"，共扣([\d.]+)分"):
        assert number(lost[0]) == 100 - number(table(sheets, "评分表")[1][7])
    lines = said(sheets, r"\d\.(.+)方面工作不够扎实，本次评价扣([\d.]+)分")
    points = {line[4]: number(line[5]) - number(line[7]) for line in annex}
    assert all(points[name] == number(lost) for name, lost in lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_survey_of_the_layout_in_yuan_follows_from_its_counts(seed: int) -> None:
    made = evaluation(Random(seed))
    sheets = yuan(made)
    issued, recovered, first, valid, second = once(
        sheets, r"发出问卷(\d+)份，收回(\d+)份，回收率([\d.]+%)；.*有效问卷(\d+)份，占收回问卷的([\d.]+%)"
    )
    assert ratio(number(recovered), number(issued), first)
    assert ratio(number(valid), number(recovered), second)
    results = said(sheets, r"加权测算，该项满意度为([\d.]+%)")
    mean = Decimal(0)
    for (result,), question in zip(results, made.questions, strict=True):
        _, counts, shares = table(sheets, f"{question.asked}满意度")
        *each, base = numbers(counts[1:])
        assert sum(each) == base == number(valid)
        assert all(ratio(count, base, share) for count, share in zip(each, shares[1:-1], strict=True))
        assert shares[-1] == "100.0%"
        (spoken,) = said(sheets, f"第.项为对{question.asked}的评价。(.+)。加权测算")
        pairs = re.findall(r"”的(\d+)份，占([\d.]+%)", spoken[0])
        assert pairs == list(zip(counts[1:-1], shares[1:-1], strict=True))
        weights = numbers(["100", "75", "50", "25", "0"])
        weighed = sum((count * weight for count, weight in zip(each, weights, strict=True)), Decimal(0))
        assert ratio(weighed, base * 100, result)
        mean += weighed / base / len(results)
    overall = once(sheets, r"算术平均数为([\d.]+%)") + once(sheets, r"综合满意度为([\d.]+%)")
    assert abs(number(overall[0]) - mean) <= Decimal("0.0500001")
    assert overall[0] == overall[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_amounts_of_the_layout_of_lists_add_up_but_for_rounding(seed: int) -> None:
    sheets = lists(evaluation(Random(seed)))
    total, *lines = table(sheets, "预算安排及调整")[1:]
    for column in (2, 3, 4):
        for code in ("1", "2"):
            (part,) = (number(line[column]) for line in lines if line[0] == code)
            items = [number(line[column]) for line in lines if line[0].startswith(code) and line[0] != code]
            assert abs(part - sum(items)) <= TAIL * (1 + len(items))
        both = sum(number(line[column]) for line in lines if len(line[0]) == 1)
        assert abs(number(total[column]) - both) <= 3 * TAIL
    for line in (total, *lines):
        initial, change, adjusted = numbers(line[2:5])
        assert abs(initial + change - adjusted) <= 3 * TAIL
        assert near(change, initial, line[5])
    spent = table(sheets, "支出决算情况")[2:-1]
    whole = spent[-1]
    assert whole[2] == total[2]
    assert whole[3] == total[4]
    for line in spent:
        assert near(number(line[4]), number(whole[4]), line[5])
        assert near(number(line[4]), number(line[3]), line[6])
    projects = said(
        sheets, r"（\d+）(.+)：可用预算([\d.]+)万元，已支出([\d.]+)万元，完成([\d.]+%)(?:，尚余([\d.]+)万元)?"
    )
    assert len(projects) == len(spent) - 5
    for (name, *amounts, left), line in zip(projects, spent[3:-2], strict=True):
        assert name == line[1]
        assert numbers(amounts) == numbers([line[3], line[4], line[6]])
        assert abs(number(amounts[0]) - number(amounts[1]) - number(left or "0")) <= 3 * TAIL
    said_total, basic, first, rest, second = once(
        sheets, r"支出预算([\d.]+)万元。.*基本支出的有([\d.]+)万元（占比([\d.]+%)），.*有([\d.]+)万元（占比([\d.]+%)）"
    )
    assert number(said_total) == number(total[2])
    assert near(number(basic), number(said_total), first)
    assert near(number(rest), number(said_total), second)


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_of_the_layout_of_lists_say_what_its_tables_say(seed: int) -> None:
    sheets = lists(evaluation(Random(seed)))
    planned = table(sheets, "预算安排及调整")[1:]
    spent = table(sheets, "支出决算情况")[2:-1]
    whole, basic, projects = spent[-1], spent[2], spent[-2]
    by_name = {line[1].removeprefix("其中："): line for line in planned}
    for line in spent[:2] + spent[3:-2]:
        assert [line[2], line[3]] == [by_name[line[1]][2], by_name[line[1]][4]]
    for part, items in ((basic, spent[:2]), (projects, spent[3:-2]), (whole, [basic, projects])):
        for column in (2, 3, 4):
            assert abs(number(part[column]) - sum(number(line[column]) for line in items)) <= TAIL * (1 + len(items))
    greatest, amount, share = once(sheets, r"金额最大的是(.+)，安排([\d.]+)万元，占项目支出预算的([\d.]+%)")
    assert number(amount) == number(by_name[greatest][2]) == max(number(line[2]) for line in spent[3:-2])
    assert near(number(amount), number(projects[2]), share)
    amounts = once(sheets, r"用于基本支出的有([\d.]+)万元.*用于项目支出的有([\d.]+)万元")
    assert numbers(amounts) == [number(basic[2]), number(projects[2])]
    amounts = once(sheets, r"全年决算支出([\d.]+)万元，其中：基本支出([\d.]+)万元、项目支出([\d.]+)万元")
    assert numbers(amounts) == [number(line[4]) for line in (whole, basic, projects)]
    shares = once(sheets, r"分别占决算支出的([\d.]+%)和([\d.]+%)。")
    assert numbers(shares) == [number(basic[5]), number(projects[5])]
    rates = once(sheets, r"总体完成率为([\d.]+%)") + once(sheets, r"全年预算完成率为([\d.]+%)")
    assert numbers(rates) == [number(whole[6])] * 2
    for (left,) in said(sheets, r"年末结转结余([\d.]+)万元"):
        assert abs(number(whole[3]) - number(whole[4]) - number(left)) <= 3 * TAIL
    changes = said(sheets, r"由([\d.]+)万元调整为([\d.]+)万元，净(..)([\d.]+)万元，.幅([\d.]+%)")
    for before, after, way, change, rate in changes:
        sign = 1 if way == "增加" else -1
        assert numbers([before, after]) == [number(planned[0][2]), number(planned[0][4])]
        assert (sign * number(change), sign * number(rate)) == (number(planned[0][3]), number(planned[0][5]))
    unchanged = said(sheets, r"调整后预算与年初预算均为([\d.]+)万元")
    assert [number(each) for (each,) in unchanged] == [number(whole[3])] * (not changes)
    formula = once(sheets, r"（([\d.]+)万元－([\d.]+)万元）÷([\d.]+)万元×100%＝(-?[\d.]+%)")
    assert numbers(formula) == numbers([planned[0][4], planned[0][2], planned[0][2], planned[0][5]])


@pytest.mark.parametrize("seed", SEEDS)
def test_scores_of_the_layout_of_lists_add_up(seed: int) -> None:
    sheets = lists(evaluation(Random(seed)))
    total, *lines = table(sheets, "一、二级指标得分一览")[1:]
    for columns in (3, 4, 5):
        seconds = sum(number(line[columns]) for line in lines if line[2])
        firsts = sum(number(line[columns]) for line in lines if line[1] == "小计")
        assert seconds == firsts == number(total[columns])
    score = number(total[4])
    stated, rate, minus = once(sheets, r"总分100分，评价得分([\d.]+)分，得分率([\d.]+%)(?:，扣([\d.]+)分)?")
    assert number(stated) == number(rate) == score == 100 - number(minus or "0")
    assert once(sheets, r"绩效等次为“(.)”") == [grade(score)]
    annex = table(sheets, "评分明细")[2:]
    leaves = {line[3]: (line[4], line[6]) for line in annex if line[3]}
    assert sum(number(score) for _, score in leaves.values()) == number(annex[-1][6]) == score
    assert once(sheets, r"一级(\d+)个、二级(\d+)个、三级(\d+)个") == [
        str(sum(line[1] == "小计" for line in lines)),
        str(sum(bool(line[2]) for line in lines)),
        str(len(leaves)),
    ]
    each = said(sheets, r"(?m)^\d+\.(.+?)：.*满分([\d.]+)分，评价得分([\d.]+)分，得分率([\d.]+%)(?:，扣([\d.]+)分)?。")
    assert {name: (weight, score) for name, weight, score, *_ in each} == leaves
    for line in annex:
        if line[0].endswith("小计"):
            (stated_group,) = said(
                sheets,
                rf"(?m)^{line[0][:-2]}类指标满分([\d.]+)分，评价得分([\d.]+)分，得分率([\d.]+%)(?:，扣([\d.]+)分)?。(.*)$",
            )
            weight, got, rate, minus, blamed = stated_group
            assert numbers([weight, got]) == numbers([line[4], line[6]])
            assert near(number(got), number(weight), rate)
            assert number(weight) - number(got) == number(minus or "0")
            assert sum(numbers(re.findall(r"（扣([\d.]+)分）", blamed))) == number(minus or "0")
            second = [each for each in lines if each[1] == "小计"][["投入", "过程", "产出", "效果"].index(line[0][:-2])]
            assert numbers(second[3:5]) == numbers([line[4], line[6]])
    assert number(annex[-1][4]) == sum(number(weight) for weight, _ in leaves.values()) == 100
    for _, weight, got, share, minus in each:
        assert (number(got) * 100 / number(weight)).quantize(Decimal("0.01"), ROUND_HALF_UP) == number(share)
        assert number(weight) - number(got) == number(minus or "0")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_survey_of_the_layout_of_lists_follows_from_its_counts(seed: int) -> None:
    sheets = lists(evaluation(Random(seed)))
    issued, recovered, first, valid, second = once(
        sheets, r"投放问卷(\d+)份，实际收回(\d+)份（回收率([\d.]+%)），经甄别有效(\d+)份（有效率([\d.]+%)）"
    )
    assert near(number(recovered), number(issued), first)
    assert near(number(valid), number(recovered), second)
    *lines, total = (line[2:] for line in table(sheets, "满意度调查统计")[2:])
    spoken = said(sheets, r"有(\d+)人表示非常满意、(\d+)人表示比较满意，两者合计(\d+)人，满意率([\d.]+%)")
    for line, (most, more, both, rate) in zip(lines, spoken, strict=True):
        counts = numbers(line[:10:2])
        assert sum(counts) == number(valid)
        assert numbers([most, more, both]) == [counts[0], counts[1], counts[0] + counts[1]]
        assert all(ratio(count, number(valid), share) for count, share in zip(counts, line[1:10:2], strict=True))
        assert ratio(number(both), number(valid), line[10])
        assert number(rate) == number(line[10])
    pooled = numbers(total[:10:2])
    assert pooled == [sum(column) for column in zip(*(numbers(line[:10:2]) for line in lines), strict=True)]
    assert ratio(pooled[0] + pooled[1], sum(pooled, Decimal(0)), total[10])
    every = sum(pooled, Decimal(0))
    assert all(ratio(count, every, share) for count, share in zip(pooled, total[1:10:2], strict=True))
    assert {number(each) for (each,) in said(sheets, r"总体满意率为([\d.]+%)")} == {number(total[10])}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("style", STYLES_OF_OTHERS)
def test_the_evaluation_of_the_department_adds_up(seed: int, style: str) -> None:
    sheets = STYLES_OF_OTHERS[style](evaluation(Random(seed)))
    total, level = once(sheets, r"部门自评得分为([\d.]+)分，自评等级为“(.)”")
    parts = said(sheets, r"指标自评([\d.]+)分")
    assert sum(number(part) for (part,) in parts) == number(total)
    assert level == grade(number(total))
    score = once(sheets, r"(?:最终得|评价得分)([\d.]+)分，(?:共扣|未扣分|得分率\S+?%(?:，扣\S+?分)?，绩效)")
    for (gap,) in said(sheets, r"比本次评价得分高([\d.]+)分"):
        assert number(total) - number(gap) == number(score[0])


def test_rates_of_evidence_follow_from_their_counts() -> None:
    sheets = yuan(evaluation(Random(1)))
    lines = said(sheets, r"(\d+)[名处]，\D+(\d+)[名处]，\D+?([\d.]+%)")
    assert len(lines) == 2
    for whole, part, rate in lines:
        assert ratio(number(part), number(whole), rate)
    sheets = lists(evaluation(Random(1)))
    pairs = said(sheets, r"()(297)÷(312)×100%＝([\d.]+%)") + said(sheets, r"(16)项，验收合格(15)(项)，合格率([\d.]+%)")
    (_, *used), (due, done, _, rate) = pairs
    assert ratio(number(used[0]), number(used[1]), used[2])
    assert ratio(number(done), number(due), rate)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("style", STYLES_OF_OTHERS)
def test_every_figure_can_be_made_wrong_and_every_format_written(seed: int, style: str) -> None:
    sheets = STYLES_OF_OTHERS[style](evaluation(Random(seed)))
    made = {fault.role for fault in faults(sheets, Random(seed))}
    assert made == {figure.role for _, figure in sheets.figures()}
    assert len(made) > 35
    for block in sheets.blocks:
        if isinstance(block, Table):
            widths = {len(line) for line in filled(block)}
            assert widths == {sum(cell.columns for cell in block.rows[0])}
    assert all(write(sheets) for _, write in FORMATS.values())
