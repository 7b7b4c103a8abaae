"""What sentences call the amounts and rates of a budget: words taken apart until nothing is left that is not known.

A phrase with any other word in it may mean something else (a project, a fund, another office) and is not compared.
"""

import re
from dataclasses import dataclass
from enum import Enum

from jixiao.reading.tables.measures import Measure

_OBJECTS = {
    "基本支出": "基本支出",
    "项目支出": "项目支出",
    "人员经费": "人员经费",
    "人员支出": "人员经费",
    "日常公用经费": "公用经费",
    "公用经费": "公用经费",
    "公用支出": "公用经费",
}
_NOISE = (
    "合计|共计|总额|总|共|资金|数额|金额|数|额|安排|下达|财政部门|财政|本级|年度|当年|本年|其中|包括|包含|分别|的|为|是|"
    "达到?|约|经批准|用于|有|、|和|:|“|”"
)
_TOKENS = re.compile(
    f"(?P<object>{'|'.join(sorted(_OBJECTS, key=len, reverse=True))})"
    "|(?P<became>(?:增加|调增|减少|调减|核减)[至到]为?|调整(?:为|[至到]))"
    "|(?P<increase>调增)|(?P<decrease>调减)|(?P<added>追加)|(?P<cut>核减|追减)"
    "|(?P<left>(?:年末|期末)?结转(?:和|及)?结余)"
    "|(?P<initial>年初|期初)|(?P<adjusted>调整后|调整|全年|最终)|(?P<approved>批复)"
    "|(?P<spent>决算|执行数|预算执行(?!率))|(?P<actual>实际支出|累计支出|实际执行|实际完成|执行(?!率|进度))|(?P<budget>预算)"
    "|(?P<side>收入|支出)|(?P<grand>总计)"
    f"|(?P<noise>{_NOISE})"
)
_EXECUTION_RATE = re.compile(
    "(?P<object>基本支出|项目支出)?(?:部门)?(?:整体)?(?:全年|年度)?(?:支出)?(?:(?:预算|资金)?执行率(?:完成)?|预算(?:总体)?完成率|(?P<of_budget>(?:总体|整体)完成率))(?:为|是|达到?|约)?"
    "|为调整后(?:的)?(?:全年)?预算数?的"
)


_OBJECT = re.compile("|".join(sorted(_OBJECTS, key=len, reverse=True)))
_NARROWER = re.compile(
    "三公|接待|公车|出国|采购|购买服务|专项|项目|工程|经费|补[助贴]|资产|债|工资|津贴|培训|会议|重点工作|任务|自评表|结余|结转资金"
)


_STAFF = {
    "在职人数": re.compile(
        "(?:目前|现|年末|期末|年底|截[至止]目前|截[至止]年[末底])?(?:共有|共|有)?(?:实有|现有)?(?:在职|在编|实有)(?:在职|在编)?"
        "(?:干部)?(?:职工|人员|人数|人员数|人员总数)(?:共|共有|共计|为)*"
    ),
    "编制数": re.compile("(?:核定|批复|核定批复)?的?(?:人员|总)?编制(?:总数|数|人数|总额)?(?:共|共有|共计|为)*"),
    "行政编制数": re.compile("(?:核定)?(?:机关)?行政编制数?(?:共|为)*"),
    "事业编制数": re.compile("(?:核定)?事业编制数?(?:共|为)*"),
}


class Spoken(Enum):
    """Amounts that only sentences name: the budget 批复 by finance, of which nobody says which one, and its changes."""

    APPROVED = "批复的预算"
    SPENT = "实际支出"
    INCREASE = "调增"
    DECREASE = "调减"
    ADDED = "追加"
    CUT = "核减"
    LEFT = "年末结转结余"


_CHANGES = {
    "increase": Spoken.INCREASE,
    "decrease": Spoken.DECREASE,
    "added": Spoken.ADDED,
    "cut": Spoken.CUT,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a phrase says: the measure (None where it names none), the object (empty for the whole), the side."""

    measure: Measure | Spoken | None
    object: str = ""
    side: str = ""
    is_grand: bool = False


def wording_of(phrase: str) -> Wording | None:
    """What the words before an amount say; None where any of them is not known.

    >>> wording_of("年初收入预算"), wording_of("基本支出")
    (Wording(measure=<Measure.INITIAL_BUDGET: '年初预算'>, object='', side='收入', is_grand=False), \
Wording(measure=None, object='基本支出', side='', is_grand=False))
    >>> wording_of("大厅运行经费预算") is None
    True
    """
    named: dict[str, str] = {}
    position = 0
    while position < len(phrase):
        token = _TOKENS.match(phrase, position)
        if token is None:
            return None
        named[token.lastgroup or ""] = token.group()
        position = token.end()
    kinds = set(named) - {"noise"}
    if not kinds:
        return None
    return Wording(_measure(kinds), _OBJECTS.get(named.get("object", ""), ""), named.get("side", ""), "grand" in kinds)


def topic_of(words: str) -> Wording | None:
    """What a heading or the words before a colon put the following amounts under; None for anything but the budget.

    >>> topic_of("B1.4公用经费控制率"), topic_of("三公经费情况"), topic_of("预算执行率")
    (Wording(measure=None, object='公用经费', side='', is_grand=False), None, \
Wording(measure=None, object='', side='', is_grand=False))
    """
    named = {_OBJECTS[found] for found in _OBJECT.findall(words)}
    if len(named) == 1:
        return Wording(None, named.pop())
    return None if named or _NARROWER.search(words) else Wording(None)


def rated_object(phrase: str, sentence: str = "") -> str | None:
    """The object of an execution rate, empty for the whole; None where the phrase is another rate.

    总体完成率 is that of the budget only in a `sentence` that names the budget.

    >>> rated_object("预算执行率为"), rated_object("项目支出预算执行率"), rated_object("公用经费控制率")
    ('', '项目支出', None)
    """
    found = _EXECUTION_RATE.fullmatch(phrase)
    if found is None or (found["of_budget"] and "预算" not in sentence):
        return None
    return found["object"] or ""


def staff_measure(phrase: str) -> str | None:
    """Which number of the staff the words before a number of persons name; None where they may name another.

    >>> staff_measure("目前在职人员"), staff_measure("核定批复的人员编制数"), staff_measure("下属中心在职人员")
    ('在职人数', '编制数', None)
    """
    return next((measure for measure, words in _STAFF.items() if words.fullmatch(phrase)), None)


def _measure(kinds: set[str]) -> Measure | Spoken | None:
    if "left" in kinds:
        return Spoken.LEFT if kinds == {"left"} else None
    for kind, change in _CHANGES.items():
        if kind in kinds:
            return change
    if "became" in kinds:
        return None if kinds & {"spent", "actual", "initial"} else Measure.ADJUSTED_BUDGET
    if "spent" in kinds or "actual" in kinds:
        return Measure.OUTTURN if "spent" in kinds else Spoken.SPENT
    if "budget" not in kinds:
        return None
    for kind, measure in (
        ("initial", Measure.INITIAL_BUDGET),
        ("adjusted", Measure.ADJUSTED_BUDGET),
        ("approved", Spoken.APPROVED),
    ):
        if kind in kinds:
            return measure
    return Measure.BUDGET
