"""The report on a department with all that checks look at: the tables of the layouts and much around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from tests.quality.evaluations import DEGREES, SCHEME, percent, points, wan
from tests.quality.kinds.departments import WEIGHTS, Department, Judged, Weights, department
from tests.quality.kinds.editing import instead
from tests.quality.kinds.registry import Dossier
from tests.quality.layouts import STYLES, Style
from tests.quality.layouts import sheets as plain_report
from tests.quality.sheets import Block, Cell, Heading, Paragraph, Sheets, Table, row


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What a report is about, and the style it is set in."""

    department: Department
    style: Style
    seed: int


def written(
    seed: int, weights: Weights = WEIGHTS, what: str = "部门整体支出", place: str = "河南省南阳市"
) -> Dossier[Evaluated]:
    """The report of a department, or of a project of it, in one of the styles."""
    about = department(Random(seed), weights)
    style = STYLES[seed % len(STYLES)]
    renamed = instead(sheets_of(about, style), "部门整体支出", what, everywhere=True)
    return Dossier(renamed, Evaluated(about, style, seed), place)


def sheets_of(about: Department, style: Style) -> Sheets:
    """What the report of a department prints."""
    plain = plain_report(about.evaluation, style)
    return Sheets(plain.title, tuple(_blocks(about, style, plain)))


def _blocks(about: Department, style: Style, plain: Sheets) -> Iterator[Block]:
    made = about.evaluation
    yield Paragraph((f"主管部门：{made.department}",))
    yield Paragraph(("评价机构：河南清源咨询有限公司",))
    yield Paragraph(("主评人：陈某某",))
    yield Paragraph((f"报告日期：{made.year + 1}年5月20日",))
    yield from _chapter(plain, "一、部门基本情况")
    yield from _more_of_department(about, style)
    yield Heading(1, "二、绩效评价工作开展情况")
    yield from _work(about)
    yield Heading(1, "三、综合评价情况及评价结论")
    yield from _chapter(plain, "二、综合评价情况及评价结论")[1:]
    yield from _conclusion(about)
    yield Heading(1, "四、绩效评价指标分析")
    for number, block in enumerate(_chapter(plain, "三、绩效评价指标分析")[1:]):
        yield block
        if isinstance(block, Heading):
            yield from _members(about, block.text, number)
    yield from _told(about)
    yield from _problems(about)
    yield Heading(1, "附件1：评价指标体系及评分表")
    yield _annex(about, style)
    yield Heading(1, "附件2：满意度调查分析")
    yield from _survey(about)
    yield Heading(1, "附件3：访谈记录")
    yield Paragraph(("评价组访谈了服务对象代表，代表对办理时限和服务态度表示认可，希望增加服务窗口。",))


def _chapter(plain: Sheets, title: str) -> tuple[Block, ...]:
    """The blocks of a chapter of the plain report, its heading first."""
    starts = [number for number, block in enumerate(plain.blocks) if isinstance(block, Heading) and block.rank == 1]
    start = next(at for at in starts if plain.blocks[at] == Heading(1, title))
    return plain.blocks[start : next(at for at in starts if at > start)]


def _said(*sentences: str) -> Paragraph:
    return Paragraph(("".join(sentences),))


def _more_of_department(about: Department, style: Style) -> Iterator[Block]:
    """How the budget was changed, what was bought, what was done, the targets, the projects, the self-evaluation."""
    made, year = about.evaluation, about.evaluation.year
    yield _said(
        f"年初预算{wan(sum(each.initial for each in made.basic + made.projects))}万元，"
        f"其中：基本支出调增{wan(about.raised)}万元，项目支出调减{wan(about.cut)}万元。"
    )
    yield _said("预算安排情况见表1-1，决算支出情况见表1-2，各项费用见表1-3。")
    rows = (
        row("项目", "年初预算数", "调整数", "调整后预算数"),
        row("会议费", "12.00", "-2.50", "9.50"),
        row("培训费", "20.00", "3.40", "23.40"),
        row("差旅费", "8.60", "-0.50", "8.10"),
        row("合计", "40.60", "0.40", "41.00"),
    )
    yield Table(f"表1{style.dash}3 {year}年会议培训差旅费预算调整表", "万元", rows)
    rows = (
        row("项目", "上年决算数", "本年决算数", "增减率"),
        row("公务用车购置及运行费", "16.00", "14.00", "-12.50%"),
        row("其中：公务用车运行维护费", "10.00", "9.20", "-8.00%"),
        row("公务接待费", "5.00", "4.00", "-20.00%"),
        row("合计", "21.00", "18.00", "-14.29%"),
    )
    yield Table(f"表1{style.dash}4 {year}年公务用车和接待费支出对比表", "万元", rows)
    yield _said(f"{year}年购置便携式检测仪12台，每台5000元，合计6万元。")
    yield _said("资产清查盘亏3.60万元，其中办公设备盘亏2.10万元。")
    yield _said(f"{year - 1}年办理群众来件3200件，{year}年办理群众来件4000件，增长25.00%。")
    yield _said(f"{year}年新增签约服务农户644户，同比增长25.78%。")
    yield _said(f"{year}年1-10月份，{made.place}在市级以上媒体刊发民生服务工作宣传稿件51篇。")
    yield _said(f"{year}年，全县在市级以上媒体刊发民生服务工作宣传稿件58篇，位居前列。")
    yield _said(f"预算批复于{year}年2月6日下达，单位于{year}年2月20日在门户网站公开。")
    yield _said("服务站点覆盖率为96.50%，设施完好率为98.20%。")
    yield Heading(2, "（三）部门绩效目标")
    rows = (
        row("一级指标", "二级指标", "三级指标", "指标值"),
        row("产出指标", "数量指标", "技术培训完成率", "≥95%"),
        row("产出指标", "质量指标", "设施验收合格率", "≥95%"),
        row("产出指标", "质量指标", "有效投诉率", "≤2%"),
        row("效益指标", "满意度指标", "群众满意度", "≥90%"),
    )
    yield Table(f"表1{style.dash}5 {year}年部门整体绩效目标表", "", rows)
    yield Heading(2, "（四）部门项目支出情况")
    for number, item in enumerate(made.projects, 1):
        yield _said(f"{number}.{item.name}：按计划组织实施，年度任务已经验收。")


def _work(about: Department) -> Iterator[Block]:
    made, year = about.evaluation, about.evaluation.year
    yield Heading(2, "（一）评价对象和范围")
    yield _said(
        f"评价对象为{made.department}{year}年度部门整体支出，时间范围为{year}年1月1日至{year}年12月31日。",
        f"评价基准日为{year}年12月31日，评价组于{year + 1}年3月5日进驻现场。",
    )
    yield Heading(2, "（二）评价依据")
    yield _said("（1）《项目支出绩效评价管理办法》（财预〔2020〕10号）；")
    yield _said("（2）《河南省财政厅关于印发<河南省省级预算项目支出绩效评价管理办法>的通知》（豫财效〔2020〕10号）；")
    yield _said("（3）《关于加强民生服务资金管理的意见》（宛政务办字〔2021〕5号）；")
    yield _said("（4）《南阳市民生服务站点建设方案》（宛民服〔2021〕18号）。")
    yield Heading(2, "（三）评价原则和方法")
    yield _said(
        "评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，采用比较法和公众评判法。",
        "现场评价从三个方面开展：一是查阅资料；二是实地查看；三是座谈走访。",
    )
    yield _said(
        "服务对象满意度采用现场填写问卷的方式调查，赋值和计算办法详见附件2，访谈情况详见附件3。",
    )
    yield Heading(2, "（四）评价工作过程")
    rows = (
        row("阶段", "时间", "工作内容"),
        row("前期准备", "3月5日—3月12日", "组建评价组，编制方案"),
        row("评价实施", "3月13日—4月10日", "收集资料，现场核查"),
        row("撰写报告", "4月11日—4月30日", "分析评分，撰写报告"),
    )
    yield Table("", "", rows)


def _conclusion(about: Department) -> Iterator[Block]:
    made = about.evaluation
    leaves = [leaf for group in made.system for leaf in group.indicators()]
    seconds = sum(len(group.below) for group in made.system)
    yield _said(
        f"本次绩效评价指标体系由{len(made.system)}个一级指标、{seconds}个二级指标、{len(leaves)}个三级指标构成。"
    )
    listed = "".join(f"{number}.{title}；" for number, title in enumerate(_titles(about), 1))
    yield _said(f"评价发现，目前主要存在以下问题：{listed.removesuffix('；')}。")
    yield _said(_self_evaluation(about))


def _self_evaluation(about: Department) -> str:
    """The department's own score: its execution rate and three blocks."""
    every = about.evaluation.basic + about.evaluation.projects
    rate = Fraction(sum(each.spent for each in every), sum(each.adjusted for each in every))
    of_rate = (rate * 1000 + Fraction(1, 2)).__floor__()
    total = of_rate + 5000 + 3000 + 900
    return (
        f"部门自评情况：自评总体分值{points(total)}分。其中，预算执行率{percent(rate)}，资金支出管理得{points(of_rate)}分；"
        "产出指标得50.00分；效益指标得30.00分；满意度指标得9.00分。"
    )


def _titles(about: Department) -> list[str]:
    """The problems: one for every indicator that lost points."""
    return [f"{each.indicator.name}不足" for each in about.losers]


def _members(about: Department, heading: str, number: int) -> Iterator[Block]:
    """What a group consists of and which of its indicators lost points."""
    group = next((n for n, each in enumerate(about.evaluation.system) if each.name in heading), None)
    if group is None:
        return
    of_group = about.evaluation.system[group]
    own = about.group_of(group)
    lost = [each for each in own if each.lost]
    told = f"{of_group.name}指标共包含{len(of_group.below)}个二级指标，{len(own)}个三级指标。"
    if lost:
        listed = "、".join(f"{each.indicator.name}（扣{points(each.lost)}分）" for each in lost)
        told += f"扣分的三级指标有{len(lost)}个：{listed}。"
    yield _said(told)


def _told(about: Department) -> Iterator[Block]:
    yield _said(f"全年组织培训和维修，服务窗口正常开放，档案按{about.evaluation.year}年度归档。")


def _problems(about: Department) -> Iterator[Block]:
    yield Heading(1, "五、主要经验及做法、存在的问题及原因分析")
    yield Heading(2, "（一）主要经验及做法")
    yield _said("服务对象代表参加验收，服务窗口实行首问负责。")
    yield Heading(2, "（二）存在的问题及原因分析")
    for number, (title, each) in enumerate(zip(_titles(about), about.losers, strict=True), 1):
        yield Heading(3, f"{number}.{title}")
        yield _said(f"{each.indicator.name}没有达到要求，原因是经办人员对要求不熟悉。")
    yield Heading(1, "六、有关建议")
    for number, each in enumerate(about.losers):
        yield Heading(2, f"（{'一二三四五六七八九十'[number]}）改进{each.indicator.name}")
        yield _said(f"围绕{each.indicator.name}制定措施，明确责任人。")
    yield Heading(1, "七、其他需要说明的问题")
    yield _said(f"基础资料由{about.evaluation.department}提供并对其真实性负责。")


def _annex(about: Department, style: Style) -> Table:
    heads = (
        "一级指标",
        "二级指标",
        "三级指标",
        style.weight,
        "指标解释",
        "目标值",
        "评价要点",
        "评分规则",
        "评分过程",
        "得分",
    )
    rows = [row(*heads)]
    for group in about.evaluation.system:
        first: tuple[Cell, ...] = (
            Cell(_with_points(group.code, group.name, group.weight, style), len(group.indicators())),
        )
        for second in group.below:
            leaves = [each for each in about.judged if each.indicator.code.startswith(second.code)]
            head: tuple[Cell, ...] = (Cell(_with_points(second.code, second.name, second.weight, style), len(leaves)),)
            for each in leaves:
                rows.append(row(*first, *head, *_annex_cells(each, style)))
                first = head = ()
    rows.append(row(Cell("合计", columns=3), points(10000), *[""] * 5, points(about.evaluation.score)))
    return Table("", "", tuple(rows))


def _with_points(code: str, name: str, weight: int, style: Style) -> str:
    return f"{f'{code} ' if style.coded else ''}{name}（{weight // 100}分）"


def _annex_cells(each: Judged, style: Style) -> tuple[str, ...]:
    leaf = each.indicator
    name = f"{leaf.code} {leaf.name}" if style.coded else leaf.name
    return name, points(leaf.weight), each.about, each.target, each.definition, each.rule, each.told, points(leaf.score)


def _survey(about: Department) -> Iterator[Block]:
    """Every question with its answers, what they come to, and all questions together."""
    made = about.evaluation
    sent = made.answers + 6
    yield _said(
        f"本次调查共发放问卷{sent}份，收回问卷{made.answers}份，其中有效问卷{made.answers}份，"
        f"回收率{percent(Fraction(made.answers, sent))}。满意度按"
        f"{'、'.join(DEGREES)}分别赋值{'、'.join(f'{weight}%' for weight in SCHEME)}计算，加权平均得出综合满意度。"
    )
    for number, question in enumerate(made.questions, 1):
        every = sum(question.counts)
        shares = [Fraction(count, every) for count in question.counts]
        yield _said(f"{number}.请问您对{made.department}的{question.asked}是否满意？")
        rows = [row("选项", "小计", "比例")]
        for letter, degree, count, share in zip("ABCDE", DEGREES, question.counts, shares, strict=True):
            rows.append(row(f"{letter}.{degree}", str(count), percent(share)))
        rows.append(row("本题有效填写人次", str(every), ""))
        yield Table("", "", tuple(rows))
        yield _said(f"了解调查对象对{made.department}的{question.asked}满意程度，见下表：")
        lines = (
            row("综合满意度", "合计", *(f"{weight}%" for weight in SCHEME)),
            row("", "", *DEGREES),
            row(percent(question.composite / 100), str(every), *map(str, question.counts)),
            row("", "", *(percent(share) for share in shares)),
            row("", "", *(percent(_two(share) * weight / 100) for share, weight in zip(shares, SCHEME, strict=True))),
        )
        yield Table("", "", lines)
    yield _said("各题满意度汇总如下：")
    rows = [row("问题", *DEGREES, "综合满意度")]
    for number, question in enumerate(made.questions, 1):
        each = [percent(Fraction(count, sum(question.counts))) for count in question.counts]
        rows.append(row(f"{number}.{question.asked}", *each, percent(question.composite / 100)))
    overall = percent(made.satisfaction / 100)
    rows.append(row("综合满意度", *[""] * len(DEGREES), overall))
    yield Table("", "", tuple(rows))
    yield _said(f"通过调查，服务对象综合满意度为{overall}。")


def _two(share: Fraction) -> Fraction:
    """A share as it is printed, in two decimals of a percent."""
    return Fraction((share * 10000 + Fraction(1, 2)).__floor__(), 10000)
