"""Tables of amounts in the layouts that provinces and agencies print, filled with any exact amounts."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from tests.audit.tablesums.printing import Amount, Cell, Percent, Sheet

Numbers = Sequence[Fraction]
Layout = Callable[[Numbers], tuple[str, Sheet]]
"""Takes twelve positive exact amounts and gives a caption and a table."""


def _in_cents(numbers: Numbers) -> list[Fraction]:
    """Amounts in 元 are kept to the cent."""
    return [Fraction(round(number * 100), 100) for number in numbers]


def _total(numbers: Iterable[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))


def _amounts(*values: Fraction, decimals: int = 2) -> list[Cell]:
    return [Amount(value, decimals) for value in values]


def project_list(n: Numbers) -> tuple[str, Sheet]:
    """序号、项目、预算、执行、执行率，末行合计."""
    rows: list[list[Cell]] = [["序号", "项目名称", "预算数", "执行数", "执行率", "备注"]]
    names = ["窗口改造", "系统运维", "物业服务", "宣传培训", "档案数字化", "自助终端"]
    for number, (name, budget, spent) in enumerate(zip(names, n[:6], n[6:], strict=True), 1):
        rows.append([number, name, *_amounts(budget, spent), Percent(spent / budget), "-"])
    total, all_spent = _total(n[:6]), _total(n[6:])
    rows.append(["合计", "", *_amounts(total, all_spent), Percent(all_spent / total), ""])
    return "表3-1 2023年项目支出执行情况表\n单位：万元", rows


def shares_of_total(n: Numbers) -> tuple[str, Sheet]:
    """一、/1. 两级，占比均为占总数."""
    a, b = n[:3], n[3:7]
    total = _total(a) + _total(b)
    rows: list[list[Cell]] = [["类别", "决算数", "占总支出比重"]]
    rows.append(["一、基本支出", Amount(_total(a)), Percent(_total(a) / total)])
    names = ["1.工资福利支出", "2.商品和服务支出", "3.对个人和家庭的补助"]
    rows += [[name, Amount(value), Percent(value / total)] for name, value in zip(names, a, strict=True)]
    rows.append(["二、项目支出", Amount(_total(b)), Percent(_total(b) / total)])
    rows += [[f"{k}.专项{k}", Amount(value), Percent(value / total)] for k, value in enumerate(b, 1)]
    rows.append(["支出合计", Amount(total), Percent(Fraction(1))])
    return "表2 部门支出决算构成表（单位：万元）", rows


def shares_of_parent(n: Numbers) -> tuple[str, Sheet]:
    """（一）/1. 两级，下级占比为占上级."""
    a, b = _in_cents(n[:2]), _in_cents(n[2:6])
    total = _total(a) + _total(b)
    rows: list[list[Cell]] = [["项目", "金额（元）", "占比"]]
    rows.append(["（一）基本支出", Amount(_total(a)), Percent(_total(a) / total)])
    rows += [[f"{k}.基本{k}", Amount(value), Percent(value / _total(a))] for k, value in enumerate(a, 1)]
    rows.append(["（二）项目支出", Amount(_total(b)), Percent(_total(b) / total)])
    rows += [[f"{k}.项目{k}", Amount(value), Percent(value / _total(b))] for k, value in enumerate(b, 1)]
    rows.append(["总 计", Amount(total), Percent(Fraction(1))])
    return "附表2 支出构成", rows


def account(n: Numbers) -> tuple[str, Sheet]:
    """收入、支出左右并列，收支总计平衡."""
    income, opening = n[:3], n[3]
    total = _total(income) + opening
    part = [total * k / (_total(n[4:8]) + 1) for k in n[4:8]]
    spent, closing = part, total - _total(part)
    rows: list[list[Cell]] = [["收入", "", "支出", ""], ["项目", "决算数", "项目", "决算数"]]
    left = ["一、财政拨款收入", "二、事业收入", "三、其他收入", ""]
    right = ["一、一般公共服务支出", "二、社会保障和就业支出", "三、卫生健康支出", "四、住房保障支出"]
    for number in range(4):
        rows.append([left[number], Amount(income[number]) if number < 3 else "", right[number], Amount(spent[number])])
    rows.append(["本年收入合计", Amount(_total(income)), "本年支出合计", Amount(_total(spent))])
    rows.append(["年初结转和结余", Amount(opening), "年末结转和结余", Amount(closing)])
    rows.append(["总计", Amount(total), "总计", Amount(total)])
    return "表1-1 收入支出决算总表\n金额单位：万元", rows


def turned(n: Numbers) -> tuple[str, Sheet]:
    """各行为年初预算、调整预算、决算、完成率，各列为支出类别."""
    rows: list[list[Cell]] = [
        ["类别", "基本支出", "", "", "项目支出", "支出合计"],
        ["", "人员经费", "公用经费", "小计", "", ""],
    ]
    columns = [[n[k], n[k + 3], n[k] + n[k + 3], n[k + 6], n[k] + n[k + 3] + n[k + 6]] for k in range(3)]
    for name, values in zip(["年初预算数", "调整预算数", "决算数"], columns, strict=True):
        rows.append([name, *_amounts(*values)])
    rates = (Percent(done / planned) for done, planned in zip(columns[2], columns[1], strict=True))
    rows.append(["预算完成率", *rates])
    return "表2-2 支出预算执行情况表\n单位：万元", rows


def merged_groups(n: Numbers) -> tuple[str, Sheet]:
    """首列为合并的类别，每类末行小计，末行总计."""
    a, b = n[:4], n[4:7]
    total = _total(a) + _total(b)
    rows: list[list[Cell]] = [["支出", "经济科目", "支出金额（万元）", "结构占比"]]
    names = ["基本工资", "津贴补贴", "奖金", "住房公积金"]
    for k, (name, value) in enumerate(zip(names, a, strict=True)):
        rows.append(["工资福利支出" if k == 0 else "", name, Amount(value), Percent(value / total)])
    rows.append(["", "小计", Amount(_total(a)), Percent(_total(a) / total)])
    for k, (name, value) in enumerate(zip(["办公费", "电费", "差旅费"], b, strict=True)):
        rows.append(["商品和服务支出" if k == 0 else "", name, Amount(value), Percent(value / total)])
    rows.append(["", "小计", Amount(_total(b)), Percent(_total(b) / total)])
    rows.append(["总计", "", Amount(total), Percent(Fraction(1))])
    return "表2-3 基本支出情况表", rows


def coded(n: Numbers) -> tuple[str, Sheet]:
    """科目编码、类款项三级，合计在首行，横向合计 = 基本 + 项目."""
    n = _in_cents(n)
    pairs = [(n[k], n[k + 5]) for k in range(5)]

    def row(code: str, name: str, items: Sequence[tuple[Fraction, Fraction]]) -> list[Cell]:
        basic, project = _total(a for a, _ in items), _total(b for _, b in items)
        return [code, name, *_amounts(Fraction(basic + project), Fraction(basic), Fraction(project))]

    rows: list[list[Cell]] = [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["栏次", "", "1", "2", "3"],
    ]
    rows.append(row("", "合计", pairs))
    rows += [row("201", "一般公共服务支出", pairs[:3]), row("20103", "政府办公厅（室）事务", pairs[:2])]
    rows += [row("2010301", "行政运行", pairs[:1]), row("2010302", "一般行政管理事务", pairs[1:2])]
    rows += [row("20105", "统计信息事务", pairs[2:3]), row("2010505", "专项统计业务", pairs[2:3])]
    rows += [row("208", "社会保障和就业支出", pairs[3:]), row("20805", "行政事业单位养老支出", pairs[3:])]
    rows += [row("2080501", "行政单位离退休", pairs[3:4]), row("2080505", "基本养老保险缴费支出", pairs[4:])]
    return "公开03表 支出决算表\n金额单位：元", rows


def three_items(n: Numbers) -> tuple[str, Sheet]:
    """三公经费，合计在首行，其中项，上年、本年、增减额、增减率."""
    trips, receptions, buying, running = (n[k : k + 2] for k in (0, 2, 4, 6))
    cars = [buying[0] + running[0], buying[1] + running[1]]
    all_of_them = [trips[k] + cars[k] + receptions[k] for k in (0, 1)]
    rows: list[list[Cell]] = [["项目", "2022年决算数", "2023年决算数", "增减额", "增减率"]]
    for name, (before, after) in (
        ("合计", all_of_them),
        ("1.因公出国（境）费", trips),
        ("2.公务用车购置及运行维护费", cars),
        ("其中：（1）公务用车购置费", buying),
        ("（2）公务用车运行维护费", running),
        ("3.公务接待费", receptions),
    ):
        rows.append([name, *_amounts(before, after, after - before), Percent(after / before - 1)])
    return "表5 “三公”经费支出情况对比表\n单位：万元", rows


def two_row_heading(n: Numbers) -> tuple[str, Sheet]:
    """预算、决算各分小计、财政拨款、其他资金，末列执行率."""
    rows: list[list[Cell]] = [
        ["项目", "预算数", "", "", "决算数", "", "", "执行率（%）"],
        ["", "小计", "财政拨款", "其他资金", "小计", "财政拨款", "其他资金", ""],
    ]
    values = [list(n[k : k + 4]) for k in (0, 4, 8)]
    values.append([_total(column) for column in zip(*values, strict=True)])
    for name, (a, b, c, d) in zip(["专项一", "专项二", "专项三", "合计"], values, strict=True):
        rate = Amount((c + d) / (a + b) * 100)
        rows.append([name, *_amounts(a + b, a, b, c + d, c, d), rate])
    return "表6 项目资金预算执行情况（单位：万元）", rows


def subsidies(n: Numbers) -> tuple[str, Sheet]:
    """人数 × 标准 = 金额."""
    rows: list[list[Cell]] = [["乡镇", "补助人数（人）", "补助标准（元）", "补助金额（元）"]]
    people = [int(value) % 900 + 20 for value in n[:5]]
    standard = [int(value) % 50 * 10 + 100 for value in n[5:10]]
    for number, (heads, each) in enumerate(zip(people, standard, strict=True), 1):
        rows.append([f"第{number}乡", heads, each, heads * each])
    whole = sum(heads * each for heads, each in zip(people, standard, strict=True))
    rows.append(["合计", sum(people), "—", whole])
    return "表7 补助资金发放情况表", rows


def assets(n: Numbers) -> tuple[str, Sheet]:
    """期初 + 增加 − 减少 = 期末."""
    rows: list[list[Cell]] = [["资产类别", "期初数", "本期增加", "本期减少", "期末数"]]
    values = [list(n[k : k + 3]) for k in (0, 3, 6, 9)]
    values.append([_total(column) for column in zip(*values, strict=True)])
    for name, (first, more, less) in zip(["房屋", "设备", "家具", "其他", "合计"], values, strict=True):
        rows.append([name, *_amounts(first, more, less, first + more - less)])
    return "表8 国有资产变动情况表\n（单位：万元）", rows


def funding(n: Numbers) -> tuple[str, Sheet]:
    """资金来源：计划、到位、到位率、支出、支出进度、结余."""
    rows: list[list[Cell]] = [["资金来源", "预算金额", "到位金额", "资金到位率", "支出金额", "支出进度", "结余资金"]]
    values = [[n[k], n[k + 4] + n[k + 8], n[k + 8]] for k in range(4)]
    values.append([_total(column) for column in zip(*values, strict=True)])
    names = ["中央资金", "省级资金", "市级资金", "县级资金", "合计"]
    for name, (planned, got, spent) in zip(names, values, strict=True):
        rows.append(
            [
                name,
                Amount(planned),
                Amount(got),
                Percent(got / planned),
                Amount(spent),
                Percent(spent / got),
                Amount(got - spent),
            ]
        )
    return "表9 项目资金到位及使用情况（万元）", rows


def years(n: Numbers) -> tuple[str, Sheet]:
    """每行一年：年初预算、调整数、调整预算、决算、调整率、完成率、结转结余."""
    heading = ["年度", "年初预算数", "预算调整数", "调整预算数", "决算数", "预算调整率", "预算完成率", "结转结余"]
    rows: list[list[Cell]] = [list(heading)]
    for k, year in enumerate(("2021年", "2022年", "2023年")):
        first, more, unspent = n[k] + n[k + 6], n[k + 3], n[k + 6]
        done = first + more - unspent
        rows.append(
            [
                year,
                *_amounts(first, more, first + more, done),
                Percent(more / first),
                Percent(done / (first + more)),
                Amount(unspent),
            ]
        )
    return "表10 近三年预算执行情况\n单位：万元", rows


def unmarked(n: Numbers) -> tuple[str, Sheet]:
    """各行没有序号，层级只能从科目关系和数字看出."""
    rows: list[list[Cell]] = [["支出类别", "2022年", "2023年"]]
    a, b, c, d = (n[k : k + 2] for k in (0, 2, 4, 6))
    for name, values in (
        ("基本支出", [a[0] + b[0], a[1] + b[1]]),
        ("人员经费", a),
        ("公用经费", b),
        ("项目支出", [c[0] + d[0], c[1] + d[1]]),
        ("专项业务费", c),
        ("设备购置费", d),
        ("合计", [a[k] + b[k] + c[k] + d[k] for k in (0, 1)]),
    ):
        rows.append([name, *_amounts(*values)])
    return "表11 支出情况表\n单位：万元", rows


def units(n: Numbers) -> tuple[str, Sheet]:
    """各单位一行，横向合计 = 基本支出小计 + 项目支出，首行合计."""
    rows: list[list[Cell]] = [
        ["单位名称", "合计", "基本支出", "", "", "项目支出"],
        ["", "", "小计", "人员经费", "日常公用经费", ""],
    ]
    values = [list(n[k : k + 3]) for k in (0, 3, 6, 9)]
    totals = [_total(column) for column in zip(*values, strict=True)]
    for name, (staff, running, project) in zip(
        ["合计", "局机关", "大厅", "信息中心", "培训中心"], [totals, *values], strict=True
    ):
        rows.append([name, *_amounts(staff + running + project, staff + running, staff, running, project)])
    return "附表4 各单位支出汇总表\n单位：万元", rows


def procurement(n: Numbers) -> tuple[str, Sheet]:
    """各列单位不同：预算（万元）、合同（元），节约额，末行合计."""
    rows: list[list[Cell]] = [
        ["采购项目", "采购方式", "预算金额（万元）", "合同金额（元）", "支付金额（元）", "支付率"]
    ]
    for k in range(4):
        contract, paid = _in_cents([n[k + 4] * 10000, n[k + 4] * 8000])
        rows.append([f"采购{k + 1}", "公开招标", *_amounts(n[k], contract, paid), Percent(paid / contract)])
    return "表12 政府采购情况表", rows


def year_columns(n: Numbers) -> tuple[str, Sheet]:
    """三年并列，末列为比上年增减."""
    rows: list[list[Cell]] = [["功能科目", "2021年", "2022年", "2023年", "2023年比2022年增减%"]]
    values = [list(n[k : k + 3]) for k in (0, 3, 6)]
    values.append([_total(column) for column in zip(*values, strict=True)])
    for name, (first, second, third) in zip(["公共服务", "教育", "农林水", "合计"], values, strict=True):
        rows.append([name, *_amounts(first, second, third), Amount((third / second - 1) * 100)])
    return "表13 支出功能分类情况\n单位：亿元", rows


LAYOUTS: tuple[Layout, ...] = (
    project_list,
    shares_of_total,
    shares_of_parent,
    account,
    turned,
    merged_groups,
    coded,
    three_items,
    two_row_heading,
    subsidies,
    assets,
    funding,
    years,
    unmarked,
    units,
    procurement,
    year_columns,
)
