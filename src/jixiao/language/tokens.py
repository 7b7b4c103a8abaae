"""The words of a scoring rule: a sentence cut into tokens of few kinds.

Every kind is one letter, so that the grammar of clauses can be written as patterns over letters. What is no word of
rules is plain text (T): names of rates, conditions told in words, explanations.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao.language.numerals import ARABIC, CHINESE, FRACTION, NUMBER, fraction_of, number_of

Value = Fraction | tuple[int, ...] | None

_UNITS = (
    "个工作日|工作日|个自然日|个月|个季度|个年度|季度|人次|亿元|万元|千元|元|平方米|公里|小时|分钟|"
    "[个项次人天日月周年名位处条家户起例件份档级辆套台篇场批笔宗桩倍类点吨亩]"
)
_COUNTED = "(?:方面|要点|要素|指标|环节|部门|单位|项目|问题|条件|内容|名次|位次|因素)"
_ORDINAL = rf"(?:\d+|{CHINESE})"
_MARKED = "[\u2460-\u2473]"

_KINDS: tuple[tuple[str, str], ...] = (
    # Words that hold a word of rules inside without being one.
    (
        "T",
        "差错|差异|差旅|差距|许多|多数|多次|少数|少量|缺陷|缺位|低保|低收入|超前|超标准|超标|超范围|超预算|超时|超期|超支|"
        "增加值|取得|获得|得到|心得|得当|得力|至少|以至|甚至|到位|到期|到账|及时|按时|准时|时间|时限|时效|定时|实时|临时|"
        "限时|平均|人均|均衡|即时|分配|分解|分析|分类|分工|部分(?!符合)|每年|每月|每季度|每季|每周|每日|每天|"
        "提高效率|减税|减排|减负|执行程度|达标率|目的|的确|一般公共|计划|统计|审计|会计|设计|合计|累计|预计|估计|其他资金",
    ),
    (
        "K",
        "(?:直至|直到|直|至|以)?扣(?:完|光|尽)(?:该|本)?(?:项|指标)?(?:的)?(?:权重分|分值|分数|权重|分|指标)?(?:为止|止)|"
        "(?:最低|最少)(?:得|计|为)?(?:0|零)分|扣至(?:0|零)分(?:为止)?|不(?:计|得|出现)负分|不倒扣|最低分为0|"
        "(?:该项|本项|该指标|本指标)?扣完(?=[,;。]|$)",
    ),
    (
        "q",
        rf"(?:要点|要素)?{_MARKED}(?:(?:[、,和及与或至到~—-]|要点|要素){{0,2}}{_MARKED})*|"
        rf"(?:要点|要素)(?:{_ORDINAL})|第(?:{_ORDINAL})(?:项|条|点|个)(?:要点|要素|内容|条件)?",
    ),
    (
        "Z",
        "不得分|不计分|不给分|不赋分|不予得分|不予计分|(?:得|计|记|为|赋)(?:0|零)分|得分(?:为|计)?(?:0|零)分?|(?<![0-9.])(?:0|零)分(?!之)",
    ),
    ("V", "满分|全分|全部分值|全部分数|全部得分|满额分"),
    ("Y", "不扣分|不予扣分|不作扣分|不扣(?!完)"),
    ("P", rf"(?:{NUMBER})?个百分点|(?:{NUMBER})百分点"),
    ("R", rf"(?:{ARABIC})%|百分之{NUMBER}|百分百"),
    ("F", FRACTION),
    ("S", rf"(?:{NUMBER}|半)分(?!之|钟|别|项|值|段|档|类|级|部|析|工)"),
    (
        "C",
        rf"(?:{ARABIC})(?:{_UNITS}){_COUNTED}?|(?:{CHINESE})(?:{_UNITS}){_COUNTED}?(?!性|定|致|般|些|样|律)",
    ),
    ("N", rf"(?:{ARABIC})"),
    (
        "W",
        "(?:该|本)?(?:项)?(?:三级)?(?:指标)?(?:的)?(?:权重分值|权重分数|权重分|权重|指标分值|标准分值|标准分|基准分|指标分|"
        "分值|总分值)",
    ),
    (
        "J",
        "按(?:照)?(?:实际|其)?[^,;。0-9%()每扣得]{0,14}?(?:比例|比率|完成率|执行率|到位率|满意度|程度|进度)(?:计算|确定|折算)?"
        "(?:计分|得分|赋分|计算得分|计算分值|给分|打分|评分|折算得分)|"
        "按(?:比例|比率)(?:计算|折算)",
    ),
    (
        "I",
        "(?:其间|中间|之间|区间内|两者之间|各点之间)?(?:的)?(?:按|采用|用|以)?(?:直线|线性)?(?:内)?插(?:值)?法?(?:计算|计|确定)?(?:得分|计分|分值)?",
    ),
    (
        "^",
        "以(?:满分|权重分|分值|权重)为(?:上限|限)|(?:最高|最多)?不(?:得)?(?:超过|突破|高于)(?:满分|权重分|该项权重分|该指标权重分|指标分值|分值|权重)|"
        "(?:最高|最多)(?:得|计)(?:满分|权重分)|(?:超过|高于|超出|大于)100%的?(?:部分)?(?:,)?(?:按|以|视为|计为)(?:为)?100%(?:计算|计分|计|处理)?|"
        "超额(?:完成)?(?:的|部分)?(?:不加分|不另加分|不再加分|按100%计算?|按满分计)",
    ),
    ("H", "(?:各自?|分别|均|每项)?占|分值(?:为|各为|分别为)"),
    ("±", "±|正负|[+]/-"),
    ("h", r"\((?:均|都)?(?:含|包含|包括)(?:本数|本级|两端|端点)?\)"),
    ("x", r"\((?:不含|不包含|不包括)(?:本数)?\)"),
    (
        "A",
        "不低于|不少于|不小于|不得低于|大于等于|大于或等于|高于或等于|等于或大于|等于或高于|≥|>=|达到或超过|达到|达成|达(?![标])",
    ),
    (
        "B",
        "不高于|不超过|不大于|不多于|不得超过|不得高于|未超过|没有超过|不突破|小于等于|小于或等于|低于或等于|等于或小于|≤|<=|"
        "控制在",
    ),
    (">", "高于|超过|超出|超|大于|多于|>"),
    ("<", "低于|小于|不足|不满|未达到|没有达到|达不到|未达|不到|少于|<"),
    ("=", "等于|="),
    ("u", "及?以上"),
    ("d", "及?以下"),
    ("i", "以内|之内|范围内"),
    ("b", "之间"),
    ("O", "偏离|偏差|相差"),
    ("U", "上升|增加|提高|增长|多"),
    ("D", "下降|降低|减少|偏低|低|少|缺少|缺|差"),
    ("E", "每"),
    (
        "M",
        "(?:最多|最高|累计最多|合计最多|至多)(?=扣|减)|(?:扣分|累计扣分|合计扣分|最高扣分)(?:上限)?(?:为|不超过|最多)?(?=[0-9])",
    ),
    ("L", "扣减|扣除|扣去|扣罚|核减|扣|减去|减(?=[0-9零一二两三四五六七八九十半权分标指])"),
    (
        "G",
        "得分|赋予|(?:可|各|计|赋|获|只|仅)?得(?=[满全0-9零一二两三四五六七八九十百半权相该本其标指分基应])|[计赋记](?=[0-9满全权])",
    ),
    ("o", "否则|反之|其余情况|其余情形|其余|其他情况|其他情形|其他|其它|除此之外"),
    ("a", "并且|同时|且"),
    ("r", "或者|或"),
    ("~", "[~—至到-]"),
    ("e", "[的者则即就均都时]|予以"),
    ("(", r"\("),
    (")", r"\)"),
    (",", "[,、:]"),
    (";", "[;。\n!]"),
)
_MASTER = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(_KINDS)))
_LETTERS = {f"k{number}": letter for number, (letter, _) in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its kind, its text, where it begins, what it is worth (a number; the points it names), its unit."""

    kind: str
    text: str
    start: int
    value: Value = None
    unit: str = ""

    @property
    def number(self) -> Fraction:
        """What a number is worth."""
        assert isinstance(self.value, Fraction), self.text
        return self.value


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a normalised sentence, in order, nothing left out.

    >>> "".join(token.kind for token in tokens_of("执行率达到95%的得满分,每低1个百分点扣权重分的5%,扣完为止。"))
    'TAReGV,EDPLWeR,K;'
    """
    tokens: list[Token] = []
    plain = 0
    for match in _MASTER.finditer(text):
        kind = _LETTERS[match.lastgroup or ""]
        if kind == "T":
            continue
        if match.start() > plain:
            tokens.append(Token("T", text[plain : match.start()], plain))
        tokens.append(_token(kind, match.group(), match.start()))
        plain = match.end()
    if plain < len(text):
        tokens.append(Token("T", text[plain:], plain))
    return tuple(tokens)


def _token(kind: str, text: str, start: int) -> Token:
    reader = _VALUES.get(kind)
    return Token(kind, text, start) if reader is None else Token(kind, text, start, *reader(text))


def _percentage_points(text: str) -> tuple[Value, str]:
    number = re.split("个?百分点", text)[0]
    return (number_of(number) if number else Fraction(1)) / 100, ""


def _rate(text: str) -> tuple[Value, str]:
    if text == "百分百":
        return Fraction(1), ""
    return number_of(text.removeprefix("百分之").removesuffix("%")) / 100, ""


def _points(text: str) -> tuple[Value, str]:
    number = text.removesuffix("分")
    return Fraction(1, 2) if number == "半" else number_of(number), ""


_COUNT = re.compile(rf"({NUMBER})(.+)")


def _count(text: str) -> tuple[Value, str]:
    match = _COUNT.fullmatch(text)
    assert match is not None  # the token was matched by the same pattern
    return number_of(match[1]), match[2]


@lru_cache(maxsize=512)
def _named_points(text: str) -> tuple[Value, str]:
    marks = [ord(mark) - 0x2460 + 1 for mark in re.findall(_MARKED, text)]
    if not marks:
        ordinal = re.search(_ORDINAL, text.removeprefix("要点").removeprefix("要素").removeprefix("第"))
        assert ordinal is not None
        return (int(number_of(ordinal[0])),), ""
    if re.search(rf"{_MARKED}(?:至|到|~|—|-)", text):
        return tuple(range(marks[0], marks[-1] + 1)), ""
    return tuple(marks), ""


_VALUES: dict[str, Callable[[str], tuple[Value, str]]] = {
    "P": _percentage_points,
    "R": _rate,
    "F": lambda text: (fraction_of(text), ""),
    "S": _points,
    "C": _count,
    "N": lambda text: (number_of(text), ""),
    "q": _named_points,
}
