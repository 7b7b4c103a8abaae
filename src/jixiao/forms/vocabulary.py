"""The words of self-evaluation forms: what a cell says about itself, whatever its layout."""

import re
import unicodedata
from enum import Enum
from functools import lru_cache

_KNOWN = 8192  # the cells of a document are asked about again and again
_BLANKS = re.compile(r"\s+")
_BRACKETED = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=_KNOWN)
def plain(text: str) -> str:
    """A cell's text in half width and without the blanks and line breaks of narrow cells.

    >>> plain("可持续影 响指标"), plain("项目资金\\n（万元）")
    ('可持续影响指标', '项目资金(万元)')
    """
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def unbracketed(text: str) -> str:
    """A heading without what it says in brackets.

    >>> unbracketed("全年执行数(B)")
    '全年执行数'
    """
    return _BRACKETED.sub("", text)


class Column(Enum):
    """What a column of the money block or of the indicator block holds."""

    INITIAL = "年初预算数"
    ADJUSTED = "全年预算数"
    EXECUTED = "全年执行数"
    POINTS = "分值"
    RATE = "执行率"
    SCORE = "得分"
    LEVEL1 = "一级指标"
    LEVEL2 = "二级指标"
    LEVEL3 = "三级指标"
    NATURE = "指标性质"
    TARGET = "年度指标值"
    MEASURE = "度量单位"
    ACTUAL = "实际完成值"
    REASON = "偏差原因"
    RECEIVED = "到位数"
    INTEGRATED = "统筹整合数"
    NET = "扣除统筹整合后预算数"
    COEFFICIENT = "得分系数"
    OF_HUNDRED = "单项得分"
    REVIEW = "复核分"
    CORE = "是否核心"
    EXPLANATION = "指标解释"
    STANDARD = "评分标准"


_POINTS = re.compile("(?:指标|标准|基准|参考)?(?:分值|权重|标准分|分数)(?:分值?|占比)?")
_SCORE = re.compile("(?:自评|自评价|实际|评价|折算|指标|县级)?(?:得分|评分|自评分)(?:情况)?")
_MONEY_COLUMNS = (
    (Column.INTEGRATED, re.compile(".{0,6}统筹整合(?:资金)?(?:数|金额)?")),
    (Column.NET, re.compile("C=A-B|(?:扣除|统筹|整合).{0,8}后.{0,6}(?:预算|资金)数?")),
    (Column.INITIAL, re.compile("(?:年初|批复)预算(?:数|批复数|金额|安排数?)?")),
    (
        Column.ADJUSTED,
        re.compile(
            "(?:全年|调整后?|年度|变动后|当年|本年)?预算(?:数|金额|安排数?)|(?:全年|调整后?)预算|预算(?:安排情况|调整数)"
        ),
    ),
    (Column.RECEIVED, re.compile("(?:资金)?(?:实际)?到位(?:数|金额|资金|情况)?")),
    (
        Column.EXECUTED,
        re.compile("(?:全年|本年|实际|预算|年度|资金)?(?:实际)?(?:执行|支出)(?:数|金额)?|资金(?:执行|支出)情况"),
    ),
    (Column.RATE, re.compile("(?:预算|资金|全年)?执行率|(?:预算|资金)?执行进度")),
    (Column.POINTS, re.compile(f"{_POINTS.pattern}|执行率(?:分值|权重)")),
    (Column.SCORE, re.compile(f"{_SCORE.pattern}|执行率得分")),
    (Column.REASON, re.compile(".*(?:偏差|原因|改进|措施).*")),
)
_INDICATOR_COLUMNS = (
    (Column.LEVEL1, re.compile("(?:第?一级|1级)指标(?:名称)?")),
    (Column.LEVEL2, re.compile("(?:第?二级|2级)指标(?:名称)?")),
    (Column.LEVEL3, re.compile("(?:第?三级|3级)指标(?:名称)?|(?:绩效)?指标名称")),
    (
        Column.TARGET,
        re.compile("(?:年度|年初|预期|计划|全年)?(?:绩效)?(?:指标|目标){1,2}值|预期值|计划完成值"),
    ),
    (Column.NATURE, re.compile("指标性质|性质")),
    (Column.MEASURE, re.compile("(?:度量|计量)单位|单位")),
    (Column.ACTUAL, re.compile("(?:全年|年度|实际|指标)?(?:实际)?完成(?:指标)?(?:值|情况)|(?:指标)?实际值")),
    (Column.POINTS, _POINTS),
    (Column.COEFFICIENT, re.compile("得分系数")),
    (Column.OF_HUNDRED, re.compile("单项(?:指标)?得分")),
    (Column.REVIEW, re.compile("(?:财政|部门|市级)?(?:复核|审核|复评)(?:得分|评分|分)|市级评分")),
    (Column.SCORE, _SCORE),
    (Column.CORE, re.compile("是否核心(?:指标)?")),
    (Column.EXPLANATION, re.compile("指标(?:解释|说明)")),
    (Column.STANDARD, re.compile("(?:(?:评分|评价|计分|赋分)(?:标准|办法|细则|规则)|标准)")),
    (Column.REASON, re.compile(".*(?:偏差|原因|改进|措施).*|备注|说明")),
)
_LETTERS = re.compile("(?<=[一-鿿])[A-F](?:/[A-F])?(?:[×*]100%)?$")


@lru_cache(maxsize=_KNOWN)
def money_column(text: str) -> Column | None:
    """What a column headed so holds in the money block.

    >>> money_column("全年预算数(A)"), money_column("资金执行数E"), money_column("年度资金总额")
    (<Column.ADJUSTED: '全年预算数'>, <Column.EXECUTED: '全年执行数'>, None)
    """
    return _column(text, _MONEY_COLUMNS)


@lru_cache(maxsize=_KNOWN)
def indicator_column(text: str) -> Column | None:
    """What a column headed so holds in the indicator block.

    >>> indicator_column("年度 指标值"), indicator_column("偏差原因分析及改进措施")
    (<Column.TARGET: '年度指标值'>, <Column.REASON: '偏差原因'>)
    """
    return _column(text, _INDICATOR_COLUMNS)


def _column(text: str, known: tuple[tuple[Column, re.Pattern[str]], ...]) -> Column | None:
    words = _LETTERS.sub("", unbracketed(plain(text)).rstrip("%"))
    return next((column for column, pattern in known if words and pattern.fullmatch(words)), None)


_FIELDS = {
    "项目名称": re.compile("(?:一级|二级)?项目名称|(?:专项)?转移支付名称|专项(?:资金)?名称"),
    "部门名称": re.compile("(?:部门|单位)(?:[(]单位[)])?名称"),
    "自评得分": re.compile("(?:部门|单位)?自评(?:总分|得分|总得分)"),
    "审核评分": re.compile("(?:财政|部门|主管部门)?(?:审核|复核|复评)(?:评分|得分|总分)"),
    "自评等级": re.compile("(?:自评|评价|绩效)(?:等级|等次|结果等级)"),
    "主管部门": re.compile("(?:项目|地方|省级|市级|县级)?主管(?:部门|单位)(?:及代码)?|预算主管部门"),
    "实施单位": re.compile("(?:项目)?(?:具体)?实施(?:单位|部门)|项目(?:承担)?单位|预算单位|资金使用单位"),
}
_OTHER_FIELD = re.compile(
    "项目(?:负责人|编码|代码|类型|属性|类别|周期|分类)(?:及电话|及联系电话)?|联系(?:人|电话)(?:及电话)?|负责人|"
    "填报(?:日期|单位|人|部门)|评价(?:年度|时间)|单位负责人"
)
_LABELLED = re.compile(r"([^:]{3,10}):(.*)")


@lru_cache(maxsize=_KNOWN)
def header_field(text: str) -> tuple[str, str] | None:
    """The field of the header that a cell labels, and what it says behind a colon.

    >>> header_field("项目 名称"), header_field("主管部门：市教育局"), header_field("产出指标")
    (('项目名称', ''), ('主管部门', '市教育局'), None)
    """
    words = unbracketed(plain(text))
    labelled = _LABELLED.fullmatch(words)
    label, rest = (labelled[1], labelled[2]) if labelled else (words.rstrip(":"), "")
    for name, pattern in _FIELDS.items():
        if pattern.fullmatch(label):
            return name, rest
    return (label, rest) if _OTHER_FIELD.fullmatch(label) else None


_TOTAL_MONEY = re.compile(
    "(?:年度|项目|全年|本年)?(?:财政)?(?:资金)?(?:总额|合计|总计|总金额)(?:数)?|年度资金|资金总量"
)
_SOURCE = re.compile(
    "(?:其中)?[:,]?(?:当年|本年|年度)?(?:一般公共预算)?(?:财政)(?:拨款|资金|补助|预算资金|性资金)(?:资金)?|"
    "(?:其中)?[:,]?(?:上年|以前年度)?结转(?:结余)?(?:资金)?|(?:其中)?[:,]?其他(?:来源)?资金|(?:其中)?[:,]?其他|"
    "(?:其中)?[:,]?(?:财政专户(?:管理)?|单位(?:自筹|自有)?|自筹|自有|社会(?:投入)?|非税(?:收入)?)资金|"
    "(?:其中)?[:,]?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:拨款|资金|收入)?|"
    "(?:其中)?[:,]?(?:事业|经营|其他|非税)收入"
)
_WITHIN = re.compile("(?:其中)?[:,]?.{0,8}(?:中央|省级?|市级?|县级?|区级?|本级|上级|地方|债券|转移支付).{0,8}")


def is_total_money(text: str) -> bool:
    """Whether a row of the money block is its total.

    >>> is_total_money("年度资金总额"), is_total_money("其中：当年财政拨款")
    (True, False)
    """
    return _TOTAL_MONEY.fullmatch(plain(text).rstrip(":")) is not None


def is_source(text: str) -> bool:
    """Whether a row of the money block is a source that goes into the total.

    >>> is_source("其中：当年财政拨款"), is_source("上年结转资金"), is_source("其中：省级资金")
    (True, True, False)
    """
    return _SOURCE.fullmatch(plain(text)) is not None


def is_within(text: str) -> bool:
    """Whether a row of the money block is part of the source above it."""
    return _WITHIN.fullmatch(plain(text)) is not None


OUTPUT, EFFECT, SATISFACTION, COST = "产出", "效益", "满意度", "成本"
_LEVEL1 = re.compile(
    r"(?:项目)?(成本|产出|效益|效果|满意度|投入管理|资金管理|过程管理|决策|投入|过程|预算执行率)(?:类)?(?:指标)?"
    r"[,(:]*(?:共|权重|分值)?:?(\d+(?:\.\d+)?)?(?:分|%)?[)]?"
)
_LEVEL2 = {
    "数量": OUTPUT,
    "质量": OUTPUT,
    "时效": OUTPUT,
    "成本": OUTPUT,
    "经济成本": COST,
    "社会成本": COST,
    "生态环境成本": COST,
    "经济效益": EFFECT,
    "社会效益": EFFECT,
    "生态效益": EFFECT,
    "可持续影响": EFFECT,
    "服务对象满意度": SATISFACTION,
    "受益对象满意度": SATISFACTION,
    "社会公众满意度": SATISFACTION,
    "公众满意度": SATISFACTION,
    "群众满意度": SATISFACTION,
}
_LEVEL2_WORDS = re.compile(f"(?:项目)?({'|'.join(_LEVEL2)})(?:类)?(指标)?(?:[(]?[0-9.]+分[)]?)?")
_SIDE = re.compile(
    "(?:年度)?绩效指标(?:及完成情况)?|(?:年度)?总体目标(?:完成情况)?|年度(?:绩效)?目标|项目资金.*|(?:预算|资金)执行情况"
)


@lru_cache(maxsize=_KNOWN)
def level1_of(text: str) -> tuple[str, str] | None:
    """The block that a heading of the first level names, and its points as printed.

    >>> level1_of("产出指标 50分"), level1_of("满意度 指标（10分）"), level1_of("数量指标")
    (('产出', '50'), ('满意度', '10'), None)
    """
    found = _LEVEL1.fullmatch(plain(text))
    return (EFFECT if found[1] == "效果" else found[1], found[2] or "") if found else None


@lru_cache(maxsize=_KNOWN)
def level2_of(text: str) -> str | None:
    """The kind of indicator that a heading of the second level names.

    >>> level2_of("服务对象 满意度指 标"), level2_of("数量"), level2_of("群众满意度")
    ('服务对象满意度', '数量', None)
    """
    found = _LEVEL2_WORDS.fullmatch(plain(text))
    if not found or not (found[2] or len(found[1]) == len("数量")):
        return None
    return found[1]


_POINTS_BEHIND = re.compile(r"[(]\d+(?:\.\d+)?分?[)]$")


def kind_named(text: str) -> str:
    """The kind of indicator that a heading of the second level names, in the vocabulary's words or in its own.

    >>> kind_named("数量指标"), kind_named("预算配置（20分）")
    ('数量', '预算配置')
    """
    return level2_of(text) or _POINTS_BEHIND.sub("", plain(text)).removesuffix("指标")


def block_of(level2: str) -> str:
    """The block that a kind of indicator belongs to; "" for a kind that no vocabulary has."""
    return _LEVEL2.get(level2, "")


@lru_cache(maxsize=_KNOWN)
def is_side(text: str) -> bool:
    """Whether a cell only names the part of the form it stands beside (绩效指标, 年度总体目标)."""
    return _SIDE.fullmatch(plain(text)) is not None


_PLACEHOLDER = re.compile(r"(?:三级)?指标\d*[:.、]?[.…]*|[.…·。]{2,}|[.…]+指标.*|[*×X]{2,}|指标\d*[:.、]?(?:\(.*\))?")
_NUMBERED = re.compile(r"指标\s*\d+\s*[:：.、]\s*")


_NUMBER = re.compile(r"[≥≤><=]?\d[\d.,]*[%‰分]?")


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else.

    >>> is_number("95.00%"), is_number("3座"), is_number("预算数")
    (True, False, False)
    """
    return _NUMBER.fullmatch(plain(text)) is not None


_FRACTION = re.compile(r"[01]|0?\.\d+")


def is_fraction(text: str) -> bool:
    """Whether a cell holds a bare number of one at most, which may be a share shown as per cent.

    >>> is_fraction("0.95"), is_fraction("1"), is_fraction("95"), is_fraction("0.95%")
    (True, True, False, False)
    """
    return _FRACTION.fullmatch(plain(text)) is not None


_NOT_APPLICABLE = frozenset({"无", "不适用", "不涉及", "无此项", "/", "-", "—", "——"})


def is_not_applicable(text: str) -> bool:
    """Whether a cell says that there is no such indicator.

    >>> is_not_applicable("不涉及"), is_not_applicable("无投诉率")
    (True, False)
    """
    return plain(text) in _NOT_APPLICABLE


@lru_cache(maxsize=_KNOWN)
def is_placeholder(text: str) -> bool:
    """Whether a cell is what the template prints where nothing was filled in.

    >>> [is_placeholder(text) for text in ("指标 2:", ".....", "……", "指标1：培训人数")]
    [True, True, True, False]
    """
    return _PLACEHOLDER.fullmatch(plain(text)) is not None


def without_number(text: str) -> str:
    """The name of an indicator without the number of the template.

    >>> without_number("指标1：培训人数")
    '培训人数'
    """
    return _NUMBERED.sub("", text.strip(), count=1)


_REMARK = re.compile(r"(?:其他)?(?:需要)?说明的?(?:问题|事项)?|备注|(?:填表)?说明:.*|注\d*:.*|填表人.*|联系人.*")


@lru_cache(maxsize=_KNOWN)
def is_remark(text: str) -> bool:
    """Whether a row only holds a remark or who filled the form in.

    >>> is_remark("其他需要说明的事项"), is_remark("说明书印刷数量")
    (True, False)
    """
    return _REMARK.fullmatch(plain(text)) is not None


_TOTAL = re.compile(r"(?:自评)?(?:总分|合计|总计|总得分|总分值|自评总分|得分合计)[:]?(\d+(?:\.\d+)?)?分?")


@lru_cache(maxsize=_KNOWN)
def is_total(text: str) -> bool:
    """Whether a cell begins the last row of a form.

    >>> is_total("总分"), is_total("总 分：98分"), is_total("合计金额")
    (True, True, False)
    """
    return _TOTAL.fullmatch(plain(text)) is not None


_GRADE = re.compile("优秀?|良好?|中|差|较好|较差|好|一般|不?合格")


def is_grade(text: str) -> bool:
    """Whether a cell is a grade.

    >>> is_grade("优"), is_grade("不合格"), is_grade("良种")
    (True, True, False)
    """
    return _GRADE.fullmatch(plain(text)) is not None


_FORM_TITLE = re.compile("自评(?:报告)?表|自我评价表|绩效(?:目标)?自评")
_SUMMARY_TITLE = re.compile("汇总|一览|清单|统计表|情况表")


def is_form_title(text: str) -> bool:
    """Whether a line announces a self-evaluation form.

    >>> is_form_title("2021年度项目支出绩效自评表"), is_form_title("项目支出绩效自评情况汇总表")
    (True, False)
    """
    words = plain(text)
    return (
        len(words) <= 80
        and bool(_FORM_TITLE.search(words))
        and words.rstrip(")").endswith(("表", "年度", "年"))
        and not _SUMMARY_TITLE.search(words)
    )


def is_summary_title(text: str) -> bool:
    """Whether a line announces a table that lists self-evaluated projects.

    >>> is_summary_title("2021年度项目支出绩效自评情况汇总表")
    True
    """
    words = plain(text)
    return len(words) <= 80 and "自评" in words and bool(_SUMMARY_TITLE.search(words)) and "。" not in words
