"""The words in which people speak of the points of the criteria: which points, met or not, and what for.

As in `tokens`, every kind of word is one letter. What is no such word is plain text (T): in the name of a point
anything may stand, in a statement about points nothing may that is not understood.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from jixiao.language.numerals import ARABIC, CHINESE, FRACTION, NUMBER, fraction_of, number_of
from jixiao.language.scanner import Scanner

ORDINAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
CIRCLED, BRACKETED = "[\u2460-\u2473]", rf"\({ORDINAL}\)"
NOUN = (
    "(?:(?:评价|考察|考核|评分|考评|评审)?(?:要点|要素|内容|标准|指标|方面|环节|事项|条件|要求|因素)|部分|任务|工作|"
    "资料|材料)"
)
_NUMBERED = rf"(?:(?:要点|要素|条件)(?:{ORDINAL}|[A-H])|{NOUN}\d{{1,2}})(?![个项条点分%.\d致样般律定])"
_MARK = rf"(?:(?:第|{NOUN})?(?:{CIRCLED}|{BRACKETED})|{_NUMBERED}|第{ORDINAL}(?=[项点条个、和及与或至])|"
_MARK += "前[两二三四五六七八九](?=[项点条]))"
_BARE = r"(?<![\d.])\d{1,2}(?:(?:[、和及与]\d{1,2})+[项点条]?)?(?=[各均占]|分别)"
_LINK = "(?:[、,和及与或至到~—-]|以及)"
_NUMBERS = rf"{ORDINAL}(?:{_LINK}{ORDINAL})*(?=[项点条个任各均每不未都])"
_MARKS = rf"{_MARK}(?:{_LINK}{{0,2}}(?:{_MARK}|{_NUMBERS})|[项点条个](?={_LINK}?第))*"
_REFERENCE = rf"{_MARKS}(?:{ORDINAL}?[项点条个]{NOUN}?)?|{_BARE}"

_WEIGHT = (
    "(?:(?:该|本)?(?:项|条)?(?:三级)?(?:评价)?(?:指标|项目)?的?总?"
    "(?:权重分值|权重分数|权重分|权重|指标分值|指标分|标准分值|标准分|基准分|总分值|总分|满分值|分值|分数))"
)
_POINT_NOUN = f"(?:(?!指标){NOUN}|项|点|条)"
_OWN = (
    rf"(?:(?:与之)?(?:相对应|相应|对应|各自|所占|应得)的?|(?:该|此|本)(?:{_POINT_NOUN}|季度|月份?|时点|阶段|期)(?:的|所占|对应|相应|应得)*|"
    rf"{_MARK}的)"
)
_OWN_NOUN = f"{_POINT_NOUN}?的?(?:权重分值|权重分数|权重分|权重|分值|分数|满分|得分|全部分值|全分|全部分数|全部分|分)"
_SHARE = rf"(?:(?:{ARABIC})%|百分之{NUMBER}|{FRACTION}|百分百)"
_AMOUNT = (
    rf"(?P<part_of>{_SHARE})(?:的?{_WEIGHT}|分(?!之))的(?P<part>{_SHARE})|"
    r"(?P<own>按(?:照)?(?:其|各自)?(?:所占|对应|相应|各自)的?(?:权重|分值|份额)?(?:比例|比重|份额|分值|权重)(?=[计得给赋]分|计算))|"
    rf"{_OWN}(?:{_OWN_NOUN}的?)?(?P<of_point>{_SHARE})(?:分值)?|(?P<point>{_OWN}{_OWN_NOUN}(?![占为]))|"
    rf"(?P<full>(?:全部|本项|该项|本指标|该指标)?(?:满分|全分|全额分|满额分)|全部的?{_WEIGHT}|不(?:予)?扣(?:减)?分)|"
    rf"(?:{_WEIGHT}的?|[本该]指标的?)?(?:另|剩余)?(?P<share>{_SHARE})(?:的?{_WEIGHT}|分(?!之))?|"
    rf"(?<=得)(?P<whole>1|0\.\d+)(?=[,;。]|$)|(?<=[、差弱低无])(?P<zero>0)分?(?=[,;。]|$)|"
    rf"(?P<points>{NUMBER}|半)分(?!之|钟|别|项|档|类|级|部|析|工|解|配)"
)

LESS = ("少于", "不足", "不满", "不到")
"""Words before a number of points that leave it out: 少于两项."""

_NOT = "(?:不能|未能|未曾|没有|无法|不|未|没|无)"
_MEET = (
    "(?:符合|满足|达到|达成|达标|做到|具备|具有|落实|完成|通过|合格|到位|齐全|齐备|完备|完善|健全|完整|合规|规范|执行|实现|体现|"
    "相符|成立)"
)

_KINDS: tuple[tuple[str, str], ...] = (
    # Floors and caps, earning nothing, in proportion, equal shares.
    (
        "K",
        "(?:各?(?:要点|部分|项)?)?(?:直至|直到|直|至|以)?扣(?:完|光|尽)(?:该|本)?(?:项|指标|要点|部分)?的?(?:权重分|分值|分数|权重|分|指标)?(?:为止|止)?|"
        "(?:最低|最少)(?:得|计|为)?(?:0|零)分|扣至(?:0|零)分?(?:为止|止)?|不(?:计|得|出现)负分|不倒扣",
    ),
    (
        "Z",
        "不得(?:其|相应|对应|该要点|该项)的?(?:权重分|分值|分数|分)|不得分|不计分|不给分|不赋分|不予(?:得|计|记|给|赋)分|不再计分|不得(?=[,;。]|$)|(?:实行|执行|予以)?一票否决|(?:得|计|记|为|赋|给)(?:0|零)分?(?![.\\d%分])|"
        "(?<![0-9.])(?:0|零)分(?!之)|归零|清零",
    ),
    (
        "c",
        f"(?:(?:每项|各项|各个?|该)?{NOUN}?的?得分)?按(?:照)?(?:其|各自|各项|各{NOUN}|每项|该项|实际|{NOUN}(?=实际|完成|达成))*的?(?:完成|达成|落实|实现|执行)?的?(?:情况)?(?:比例|比率|进度|程度|率|百分比)"
        "(?:(?:进行)?(?:折算|计算|确定)?(?:各项|各部分|该项)?(?:得分|计分|赋分|给分|评分|打分|分值|得相应分值|计算得分)|(?:折算|计算)?(?=[,;。]|$))|"
        f"(?:(?:每项|各项|各个?|该)?{NOUN}?的?得分)?按(?:照)?(?:其|各自|各项|实际)*(?:完成|达成)(?:率|比例|程度|进度)(?:[×*]|乘以)(?:对应|相应|所占|各自|该项)*的?(?:权重分|权重|分值|标准分)(?:计算)?(?:计分|得分|赋分)?|"
        f"(?:每项|各项|各|该)?{NOUN}?的?(?:得分|分值)?(?:等于|[=为])(?:(?:该项|各项|该要点|要点|该任务|所占|对应|相应)?的?(?:权重分|权重|分值|标准分)|{NUMBER}分)(?:[×*]|乘以?)(?:该项|各项|其)?(?:{NOUN}的?)?(?:实际)?(?:完成|达成)(?:率|比例|程度|进度)|"
        f"(?:每项|各项|各|该)?{NOUN}?的?(?:得分|分值)?(?:等于|[=为])(?:该项|各项|该)?(?:{NOUN}的?)?(?:实际)?(?:完成|达成)(?:率|比例|程度|进度)(?:[×*]|乘以?)(?:该项|各项|该要点|要点|该任务|所占|对应|相应)?的?(?:权重分|权重|分值|标准分|{NUMBER}分)",
    ),
    (
        "^",
        "超额(?:完成)?[的部分]*(?:不[另再予重复]{0,2}加分|[仍均]?按(?:100%|满分)[计算]*)|"
        "(?:完成率|完成比例)?(?:大于|超过|高于|超出)100%的?(?:部分)?,?[均仍一律]*(?:按|以|计为|视为)100%[计算分]*|"
        "[以按](?:满分|100%)(?:为限|封顶)|最高按?100%计?",
    ),
    # Words that hold words about points without being any.
    ("G", "(?<=[为是])(?:必备|前提|前置|准入|基本|基础|必要|否决)性?(?:条件|要点|要素|项)"),
    (
        "T",
        "[会审统设]计|计划|登记|记录|记账|个?百分点|百分制|符合性|完成情况|完成率|达标率|执行率|到位率|合规性|完整性|考察点|检查点|评分点|"
        "(?:必备|前提|前置|准入|基本|基础|必要)条件|前提",
    ),
    (
        "=",
        f"(?:平均分配|平均计分|平均分摊|平均赋分|平均|均分|等分|均等|相等|相同|等额|平分|同等)(?:{_WEIGHT})?(?:得分)?|等权重?|同权|"
        f"(?:单项|每项|每个要点|各要点)的?(?:扣减额|扣分额?|分值|扣分值|得分)=(?:{_WEIGHT})[/÷](?:{NOUN}的?)?(?:总?项数|总?数量?|个数)",
    ),
    ("f", f"(?:合计|共计|总计|共|总分值?|满分|指标分值)[为是:]?{NUMBER}分(?![之值])"),
    ("A", _AMOUNT),
    # Which points.
    ("q", _REFERENCE),
    (
        "n",
        rf"(?:{'|'.join(LESS)})?(?:\d{{1,2}}[-~至到—])?(?:\d{{1,2}}|{CHINESE}|几)小?(?:处(?=要点|要素)|个|项|条|点|方面|样|者|款|类|份|种|本|册|套)(?:(?:重点|主要|年度)*{NOUN})?|{CHINESE}(?:要素|要点|条件)|(?:其中)?之{CHINESE}",
    ),
    ("r", f"(?:其余|其他|其它|剩余|余下)的?(?:(?:{ORDINAL}|两)?[个项点条])?{NOUN}?"),
    ("o", "否则|反之|除此之外"),
    # Met, partly, not.
    ("a", "缺一不可"),
    (
        "~",
        f"(?:基本(?!要点|条件|要素|项)|部分|大体|大致|大部分|较|比较|较为|有所|(?:不|未)(?:完全|够))上?(?:{_MEET}|好|充分|明确)|一般|尚可|部分",
    ),
    (
        "-",
        f"{_NOT}(?:按[规定要求时]+)?(?:全部)?(?:{_MEET}|充分|明确|有)+|不合要求|(?:达|做|办|满足)不[到了]|不[符全达]|缺[少失项乏]?|欠缺|漏项|"
        "(?:少|缺)(?:做到|完成|达到|满足|具备|符合)|差(?=的|,|不)|(?<![减至不较])少(?=[一二两三四五六七八九十\\d任])|否(?=不|的|,不|扣)|无(?=不|的|,|则)",
    ),
    ("+", f"(?:完全|全面)?{_MEET}|做到|好(?=的|,|得)|[是有](?=得|的得|的计|计|则|:)"),
    ("a", f"全部|全(?=具有|{_MEET}|不|未|没)|同时|全都|均|都|皆|也|一律|完全"),
    ("y", "任[一意何]一?|凡是?"),
    ("e", "每(?:[一个有]|出现|存在|发现)*|各自|各|逐[项条点一个]|分别"),
    # What for.
    ("m", "得?分?(?:最高|最多|至多)(?:不得?(?:超过|高于|突破))?(?:只能)?[得计为]?|得?分?不得?(?:超过|高于)|封顶为?"),
    ("s", f"[均共]?占[比到]?|(?:{_WEIGHT})(?:占比)?(?:各自?|均|分别|依次)?[为是]|占比(?:各自?|均|分别|依次)?[为是]"),
    ("x", "(?:相应|对应|[按逐]项)(?:扣分|扣减)"),
    ("l", "扣减|扣除|扣去|扣罚|核减|扣|减去|减"),
    (
        "g",
        "[方才即可只仅则就给能]*(?:计入|得|计|记|赋予|赋|给予|给足|给|获得|获|保留|对应为?(?=\\d))(?:到|有)?(?:分(?![值数]))?",
    ),
    ("p", "(?:对应|相应|该)(?:部分|要点|点|条|方面|节点|时点|阶段|环节|步骤)(?:内容)?|对应项"),
    ("w", f"(?:该|本|整个|整|此|全部)(?:项|个)?(?:三级)?(?:评价)?(?:指标|项){_WEIGHT}?|整项|整体"),
    ("d", "及其?以下|及其?以内|(?<=[个项条点面类种份样素件本册套])以下"),
    ("f", r"\((?:均)?含[^()]{0,6}\)"),
    ("v", "至少|不少于(?=\\d|[一二三四五六七八九十])|及其?以上|以上(?=[的得计给,(])|(?<=[个项条点种类份样素件])以上"),
    ("N", f"(?:(?:必备|必要|基础|基本|核心|关键|前置)?{NOUN}|项|点|条|个)(?:{_WEIGHT})?"),
    (
        "f",
        f"按(?:照)?(?:各|下列|以下|上述)*{NOUN}(?:的)?(?:完成|符合|落实|实现|具备|达标)?(?:情况|程度)?(?:分别|逐项|累计)?[计评赋打得给]分(?=[:,;。])|"
        "(?:[在由于](?:其|各自的?)?)?(?:下级|下设|所属)?(?:子项|分项|小项)(?:之?间|[内中])?|"
        "相应的?(?=不[得计给])|基础分(?=[,;。]|$)|的?基础上|必须|须|需|所列|所述|所指|的|者|即|则|就|其中|如果|如|若|对于|对照|按照|按|依据|根据|上述|以上|前述|下列|以下|右侧|右栏|左侧|逐条|佐证|认定|核实|判断|核对|核计|(?:年度|重点|主要|本年)+(?=任务|工作|要点)|评价|考核|考察|"
        "评分|评定|判断|判定|共计|共设|共有|共|包括|包含|等|情况|情形|时|后|方|才|可|再|仅|只|其|出现|发现|发生|存在|累计|合计|相加|加总|"
        f"得分|计入|这|此|该|以|在|直接|{_WEIGHT}|为|与|和|及|并|且|或|组成|由|汇总|之和|计算|相关|有|任|所|要|到|分|现象|问题|:|=",
    ),
    ("(", r"\("),
    (")", r"\)"),
    (",", ","),
    ("、", "、"),
    (";", "[;。\n!]"),
)
_SCANNER = Scanner([pattern for _, pattern in _KINDS])
_CIRCLE_ONE = 0x2460


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, and of what: 权重 (a share of the weight), 分 (points) or 要点 (a share of a point's own portion)."""

    value: Fraction
    of: str


class Word(NamedTuple):
    """A word about points: its kind, its text, and what it is worth."""

    kind: str
    text: str
    start: int
    amount: Amount | None = None
    points: tuple[int, ...] = ()
    number: int | None = None
    upto: int | None = None

    @property
    def end(self) -> int:
        """Where the text goes on after it."""
        return self.start + len(self.text)


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a normalised text, in order, nothing left out.

    >>> "".join(word.kind for word in words_of("三项都符合得满分,有一项不符合扣权重分的1/3。"))
    'na+gA,fn-lA;'
    """
    words: list[Word] = []
    plain = 0
    for number, match in _SCANNER.scan(text):
        if match.start() > plain:
            words.append(Word("T", text[plain : match.start()], plain))
        words.append(_word(_KINDS[number][0], match))
        plain = match.end()
    if plain < len(text):
        words.append(Word("T", text[plain:], plain))
    return tuple(words)


def _word(kind: str, match: "re.Match[str]") -> Word:
    text = match.group()
    if kind == "A":
        return Word(kind, text, match.start(), amount=_amount(match))
    if kind == "q":
        return Word(kind, text, match.start(), points=named_points(text))
    if kind in "nr":
        found = [int(number_of(number)) for number in re.findall(rf"\d+|{CHINESE}", text)]
        return Word(kind, text, match.start(), number=found[0] if found else None, upto=_upto(found))
    return Word(kind, text, match.start())


def _upto(numbers: list[int]) -> int | None:
    """The end of a range such as 3—4点, which must rise."""
    return numbers[1] if len(numbers) == 2 and numbers[0] < numbers[1] else None


def _amount(match: "re.Match[str]") -> Amount:
    if match["part_of"]:
        return Amount(_share(match["part_of"]) * _share(match["part"]), "权重")
    if match["of_point"]:
        return Amount(_share(match["of_point"]), "要点")
    if match["point"] or match["own"]:
        return Amount(Fraction(1), "要点")
    if match["whole"]:
        return Amount(Fraction(match["whole"]), "要点")
    if match["zero"]:
        return Amount(Fraction(0), "权重")
    if match["full"]:
        return Amount(Fraction(1), "权重")
    if match["share"]:
        return Amount(_share(match["share"]), "权重")
    return Amount(Fraction(1, 2) if match["points"] == "半" else number_of(match["points"]), "分")


def _share(text: str) -> Fraction:
    if text == "百分百":
        return Fraction(1)
    return number_of(text[:-1]) / 100 if text.endswith("%") else fraction_of(text)


def named_points(text: str) -> tuple[int, ...]:
    """The points that a reference names: ①③, ②—④, 第（1）、（2）点, 要点三, 要点B.

    >>> named_points("要点②—④"), named_points("第一项和第三项"), named_points("要点B")
    ((2, 3, 4), (1, 3), (2,))
    """
    if text.startswith("前"):
        return tuple(range(1, int(number_of(text[1])) + 1))
    numbers = [ordinal(mark) for mark in re.findall(rf"{CIRCLED}|[A-H]|{ORDINAL}", text)]
    if len(numbers) == 2 and re.search(r"[至到~—-]", text):
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)


def ordinal(mark: str) -> int:
    """The number of a mark: ③, 3, 三, C."""
    if re.fullmatch(CIRCLED, mark):
        return ord(mark) - _CIRCLE_ONE + 1
    if mark.isascii() and mark.isalpha():
        return ord(mark.upper()) - ord("A") + 1
    return int(number_of(mark))
