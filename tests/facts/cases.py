"""Small cases in the text people write, and the real figures of the two published reports."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from jixiao.expressions import Written, evaluate, parse_formula
from jixiao.facts import (
    Fact,
    FactBase,
    Table,
    TableNote,
    facts_in,
    facts_of,
    open_table,
    standard_dictionary,
)
from jixiao.packs.csvfile import parse_csv
from jixiao.packs.datafile import parse_yaml
from jixiao.refusals import Refusal

XINXIANG_EXPENDITURE = """\
层次,类别,年初预算数,追加数,追减数,调整预算数,决算数
0,支出合计,434.66,38.93,19.01,454.58,454.58
1,一、基本支出,207.90,38.93,0,246.83,246.83
2,1.人员经费,205.40,-,-,-,246.83
2,2.公用经费,2.50,-,-,-,0.00
1,二、项目支出,226.76,0,19.01,207.75,207.75
2,1.政务大厅运行经费2023,83.00,-,-,-,82.849
2,2.大厅物业人员经费2023,100.11,-,-,-,84.843
2,3.大厅智能化改造项目2023,16.15,-,-,-,13.464
2,4.营商环境监测平台项目2023,22.50,-,-,-,0.00
2,5.招商经费2023,5.00,-,-,-,2.62
2,6.新型液压加注阀项目场地租金补贴,0.00,-,-,-,23.973
"""

XINXIANG_SURVEY = """\
调查对象,问题,计入综合,非常满意,比较满意,一般,不太满意,非常不满意
服务对象,政策宣传,是,132,1,4,0,0
服务对象,依法行政,是,132,1,4,0,0
服务对象,服务态度,是,131,2,4,0,0
服务对象,服务效率,是,132,0,5,0,0
服务对象,办事效率,是,131,2,4,0,0
服务对象,信息公开,是,132,1,4,0,0
服务对象,总体评价,是,131,2,4,0,0
"""

YANJIN_EXPENDITURE = """\
层次,类别,年初预算数,调整预算数,决算数
0,本年支出合计,354.31,335.96,335.96
1,基本支出,126.35,180.10,180.10
2,人员经费,117.72,161.75,161.75
2,公用经费,8.63,18.35,18.35
1,项目支出,227.96,155.86,155.86
"""

YANJIN_INCOME = """\
层次,类别,年初预算数,调整预算数,决算数
0,总计,354.31,335.96,335.96
1,本年收入合计,354.31,310.64,310.64
2,一、一般公共预算财政拨款收入,322.31,278.64,278.64
2,二、政府性基金预算财政拨款收入,32.00,32.00,32.00
1,年初结转结余,-,25.32,25.32
"""

YANJIN_BASIC = """\
层次,功能分类,经济分类,决算数
0,,总计,180.10
1,,工资福利支出,161.75
2,,基本工资,82.60
2,,津贴补贴,21.69
2,,奖金,10.03
2,,绩效工资,11.21
2,,机关事业单位基本养老保险,19.44
2,,职工基本医疗保险缴费,5.84
2,,其他社会保障缴费,1.13
2,,住房公积金,9.81
1,,商品和服务支出,18.35
2,,办公费,0.18
2,,水费,0.16
2,,电费,6.43
2,,物业管理费,1.82
2,,差旅费,1.17
2,,维修（护）费,7.38
2,,福利费,1.21
"""


def table(kind: str, text: str, *, year: int = 2023, unit: str = "", scheme: str = "", file: str = "") -> Table:
    """A table of the kind, written as CSV text."""
    written = parse_csv(text, file or f"tables/{kind}.csv")
    note = TableNote(written.file, kind, kind, unit=unit, evidence=("E1",), scheme=scheme)
    return open_table(note, written.headings, written.body, dictionary=standard_dictionary(), usual_year=year)


def base_of(*tables: Table, facts: str = "", year: int = 2023, bodies: Iterable[str] = ()) -> FactBase:
    """The facts of the tables, and those of a facts.yaml written as text."""
    stated = facts_in(parse_yaml(facts or "[]", "facts.yaml"), standard_dictionary(), year)
    listed: list[Fact] = [fact for each in tables for fact in facts_of(each, stated.dictionary, year)]
    return FactBase([*listed, *stated.facts], dictionary=stated.dictionary, year=year, bodies=bodies)


def value(base: FactBase, formula: str) -> Fraction:
    """What the formula comes to."""
    return Fraction(evaluate(parse_formula(formula), base.exact()))


def written(base: FactBase, formula: str) -> str:
    """The arithmetic the formula comes to."""
    found = evaluate(parse_formula(formula), base.written())
    assert isinstance(found, Written)
    return found.text


def problems(refusal: Refusal) -> Sequence[str]:
    """The sentences of a refusal."""
    return [str(problem) for problem in refusal.problems]
