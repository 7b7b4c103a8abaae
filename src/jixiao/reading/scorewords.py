"""The words around a figure that tell what it is of a score, and the names of indicators among them."""

import re
from enum import Enum

from jixiao.reading.mentions import Mention


class Says(Enum):
    """What a figure in a sentence about scores is."""

    WEIGHT = "权重"
    SCORE = "得分"
    FULL = "满分"
    RATE = "得分率"
    LOST = "扣分"
    BY_RULE = "按规则得分"
    TOTAL = "总分"


_LINK = "(?:为|是|了|共|计|占|达|达到|[:“])*$"
_TOTAL = "(?:综合|总体|最终|总)(?:综合|总体|评价|绩效|评审|考核)*(?:得分|评分|分值|分数|成绩|分)"
_TAILS = (
    (Says.RATE, re.compile(f"得分率{_LINK}|(?:为|占|是)(?:其|该项|本项)?满分值?的$")),
    (Says.FULL, re.compile("得满分" + _LINK)),
    (Says.BY_RULE, re.compile("按照?(?:评分)?规则(?:计算|重算)?,?(?:应|应当)?(?:得分?)?" + _LINK)),
    (Says.WEIGHT, re.compile("(?:占?权重(?:分值|分)?|满分(?:值)?|标准分|分值|占比)" + _LINK)),
    (Says.LOST, re.compile("扣(?:减|除|分|掉)?" + _LINK)),
    (Says.SCORE, re.compile("(?:自评|评价|实际|最终|综合)?(?:得分|得|评分|调整)" + _LINK)),
)
_OF_THE_WHOLE = re.compile(
    "(?:整体(?:支出|绩效)?|本项目|该项目|项目支出|全年|年度)(?:绩效)?(?:管理)?(?:自评|评价|考核)(?:总|最终)?得分?"
    + _LINK
)
_IS_TOTAL = re.compile(_TOTAL + _LINK)
_FULL_MARKS = re.compile("总分值?" + _LINK)
_ABOUT_FULL_MARKS = re.compile("[个项][一二三四]级指标|指标体系|满分|百分制")
_OF_NOTHING_ELSE = re.compile(
    "(?:总共|总计|合计|累计|共计?|总体|整体|综合|总)?(?:(?:扣|失|丢)(?:分|减|除|掉|了)?|得分率)[为是了达:]?"
)
_BEFORE_GRADE = re.compile("(?:最终|综合|总体|项目|绩效|自评|评价)+得分?" + _LINK)
_GRADED = re.compile(
    "[,、(]?(?:综合)?(?:评定|评价|评定结果|绩效|对应|最终)?(?:等级|等次|级别|评定)?(?:结果)?(?:为|是|属于?)[“]?[优良中差]"
)
# Words that make a figure part of a rule, not of a result: 每…扣, 的得5分, 应扣.
_OF_A_RULE = re.compile("每|各(?!项)|再|最多|最高|至多|可[得扣]|应扣|[的者],?(?:得|扣)")
_SHARE = re.compile("[^各分]占(?:总?权重|比重)?(?:为|是|比)?$")
THIS_GROUP = re.compile("[该本](?:[一二]级指标|类(?:指标)?|方面指标|部分指标)")
THIS = re.compile("[该本](?:项|级|三级)*指标|本项|该项")
_FILLER = re.compile(
    "(?:因此|故|综上|其中|最终|实际|自评|评价组|评价|综合|共|合计|小计|并|且|则|所以|最后|故而|应)*|(?:依据|根据|按照?|经).*"
)
_LEAD = re.compile(
    "^[、(;,:)和及与]*(?:其中[,:]?)?(?:[一二三四五六七八九十]是)?(?:分别)?(?:主要)?(?:[扣失]分[^,;。]{0,8}[为是有])?"
)
_COUNTING = re.compile("(?:类|方面)?(?:指标)?(?:共?包含|包括|下设|共?设置?|共?有|权重分?|占权重|,)*$")
_NOT_THE_NAME = re.compile("(?:类|方面)?(?:指标)?(?:共|的|占(?:总?权重|比重)?)?$")
_LONGEST_NAME = 30
_REACH = 80  # characters before a figure that are looked at
POINTS, PERCENT, NUMBER = "分", "%", "个"


def says_of(mention: Mention, text: str) -> Says | None:
    """What the figure is, by its unit and the words before it."""
    before = mention.before[-_REACH:]
    if is_in(mention, PERCENT):
        if _TAILS[0][1].search(before):
            return Says.RATE
        return Says.WEIGHT if _SHARE.search(before) and "权重" in text else None
    if not is_in(mention, POINTS) or _OF_A_RULE.search(before):
        return None
    if _FULL_MARKS.search(before) and _ABOUT_FULL_MARKS.search(text):
        return None  # 设20个三级指标，总分100分: what may be reached, not what was
    is_graded = _BEFORE_GRADE.search(before) and _GRADED.match(mention.passage.text, mention.end)
    if is_graded or _IS_TOTAL.search(before) or _OF_THE_WHOLE.search(before):
        return Says.TOTAL
    says = next((each for each, tail in _TAILS if tail.search(before)), None)
    if says is None and before.endswith("(") and mention.after.startswith(")") and "权重" in text:
        return Says.WEIGHT
    return says


def may_be_of_whole(says: Says, mention: Mention) -> bool:
    """Whether a rate or a deduction in a sentence on the whole is one of the whole: its clause names nothing else.

    共扣18分 and 得分率82% are; 因资料未按时报送、台账不全扣3分 is not.
    """
    return says not in (Says.LOST, Says.RATE) or _OF_NOTHING_ELSE.fullmatch(mention.before.lstrip(",;、(")) is not None


def name_before(mention: Mention, says: Says) -> str:
    """The name of an indicator in the words before a figure that says this; "" where they name none."""
    before = mention.before[-_REACH:]
    tail = next((tail.search(before) for each, tail in _TAILS if each is says), None)
    return name_in(before[: tail.start()] if tail else before)


def name_counted(mention: Mention) -> str:
    """The group whose members the figure counts: 部门决策类指标共包含2个二级指标; "" where it counts none."""
    if not (is_in(mention, NUMBER) and re.match("[二三]级指标", mention.after)):
        return ""
    return name_in(_COUNTING.sub("", mention.before[-_REACH:]))


def name_in(words: str) -> str:
    """The name of an indicator in the words before a figure, "" where they are none."""
    plain = _LEAD.sub("", words.strip()).strip("、(;,:)“”")
    if plain.count("“") != plain.count("”"):
        plain = _LEAD.sub("", words.strip()).strip("、(;,:)")
    plain = _NOT_THE_NAME.sub("", plain.rsplit("、", 1)[-1] if "”" not in plain else plain)
    plain = plain.removeprefix("从").removeprefix("和")
    is_name = 2 <= len(plain) <= _LONGEST_NAME and not _FILLER.fullmatch(plain) and not THIS.search(plain)
    return plain if is_name and not re.search("[,;。]", plain) else ""


def is_in(mention: Mention, symbol: str) -> bool:
    """Whether the figure is in the unit of this symbol."""
    unit = mention.printed.unit
    return unit is not None and unit.symbol == symbol
