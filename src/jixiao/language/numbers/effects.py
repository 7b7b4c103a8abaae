"""What a clause does to the score: points earned, lost, limited, computed; and the sentence cut at these words."""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from jixiao.language.numbers.figures import rate_of
from jixiao.language.numerals import ARABIC, CHINESE, NUMBER, number_of
from jixiao.language.scanner import Scanner
from jixiao.rules.portion import FULL, NOTHING, Portion


class Does(Enum):
    """The kinds of effect."""

    EARN = "得"
    LOSE = "扣"
    LOSE_AT_MOST = "最多扣"
    LEAVE_AT_LEAST = "最低得"
    FLOOR = "扣完为止"
    CAP = "以满分为限"
    PROPORTION = "按比例计分"
    LOSE_PROPORTION = "按比例扣分"
    INTERPOLATE = "插值"
    FORMULA = "公式"


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect with its portion of the weight; `words` as written, `unsure` which reading of an amount was taken."""

    does: Does
    portion: Portion = NOTHING
    words: str = ""
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a situation and the effect they have; `new` says that a sentence begins with it."""

    situation: str
    effect: Effect
    new: bool = False


FORMULA_SIGN = "\ue000-\ue0ff"
_WEIGHT = (
    "(?:相?应|对应|应得|全部|该|本|此)?(?:项|三级|个)?(?:指标|项目)?的?"
    "(?:权重分值|权重分数|权重分|权重|指标分值|指标分|标准分值|标准分|基准分|分值|满分|总分值|全分)"
)
_SHARE = (
    rf"(?:(?:{ARABIC})%|百分之{NUMBER}|(?:{ARABIC})/(?:{ARABIC})|{NUMBER}分之{NUMBER}|{CHINESE}成(?:半|[一二三四五六七八九])?|"
    rf"(?:{ARABIC})成|一半|半数)"
)
_MARKS = rf"(?:{NUMBER}|半)分(?!之|钟|别|值|数|项|段|档|类|级|部|析|工)"
_AMOUNT = (
    rf"(?:(?:该|本)项?指标{_SHARE}的?{_WEIGHT}|{_WEIGHT}的?{_SHARE}|{_SHARE}的?{_WEIGHT}|(?:0?\.\d+|0\.\d+)[×*]{_WEIGHT}|{_WEIGHT}[×*](?:{_SHARE}|0?\.\d+)|"
    rf"{_MARKS}|一半分|{_SHARE}(?:的?分数|的?得分)?|(?:零|0)(?=[,;。\n]|$))"
)
_GET = (
    "(?:(?:(?:实际|最终)?得分(?:为|是)?|(?:[可应只仅能则即各均便就才]|方可)*得|计|记|"
    "给予|给到?|赋予|赋|评(?=为)|获得|获)为?)"
)
_TAKE = (
    "(?:倒扣|扣减|扣除|扣去|扣罚|扣掉|扣发|核减|递减|减扣|减去|减除|减分|减计|(?<![压缩增调])减|(?<!减)少[得计]|"
    "扣计|[记计]扣|得分(?:降低|减少|下降)|降低得分|扣分|扣)"
)
_SAY = (
    "(?:计算得分|计算分值|计算评分|计分|得分|赋分|给分|打分|评分|记分|计算|折算得分|折算分值|"
    "折算计分|折算|计入得分|计得分|确定得分|确定)"
)
_NAME = "[^,;。\n按扣得]{0,18}?"
_LONG_NAME = "[^,;。\n扣得]{0,32}?"
_RATIO = "(?:比例|比率|比重|占比|程度|进度|满意度|[^,;。\n按扣得每]{0,10}率|数量占比)"
_END = "(?=[,;。\n]|$)"

_PHRASES: tuple[tuple[Does | str, str], ...] = (
    (
        Does.FLOOR,
        rf"(?:[本该]项?(?:指标)?)?(?:最多|最少)?(?:扣减?|减)?至(?:0|零)分(?:为止|止)?|(?:[本该]项?(?:指标)?)?(?:最低|最少)(?:分为|得|计|记|为)?(?:0|零)分?{_END}|(?:直至|直到|直|至|以)?(?:全部)?[扣减](?:完|光|尽|至(?:0|零))(?:{_WEIGHT}|分|[该本](?:部分|{_SHARE}|{_MARKS})(?:分值|权重分)?)?(?:为止|止)|扣[完光](?:即止|为限)|(?:直至|直到)(?:[扣减](?:完|光|尽)(?:{_WEIGHT}{_END})?|为?(?:0|零)分?)(?:为止)?|"
        rf"{_WEIGHT}?[扣减](?:完|光|尽)(?:为止|止)?{_END}|至(?:0|零)分?(?:为止|止)|(?:最低|最少|下限)(?:得|计|记|为|扣至|至)*(?:0|零)分?{_END}|[扣减]至(?:0|零)分?|"
        "(?:直至|直到)归零|不(?:计|得|出现|产生|记)(?:为)?负分|不倒扣分?|不计负值|最低不低于(?:0|零)分?|扣到(?:0|零)分?(?:为止|止)?|最低分为(?:0|零)分?",
    ),
    (
        Does.CAP,
        rf"(?:最高|最多)(?:得|计|为){_MARKS}{_END}|(?:得分)(?:最高|最多)?不(?:得)?超过{_MARKS}{_END}|(?:得分)?(?:超过|高于|大于){_MARKS}的?,?(?:按|以|计为|得|计){_MARKS}(?:计算?|计分|为限)?{_END}|"
        rf"(?:最高|最多|得分)?(?:(?:一般|原则上)?不(?:得|能|可|应)?(?:超过|突破|高于|超出)|以)(?:本|该)?(?:项)?(?:指标)?(?:的)?(?:满分|权重分值?|权重|分值|指标分值?|标准分)(?:总额|总分|上限)?(?:为(?:上限|限|最高分))?{_END}|"
        "以满分为(?:上限|限)|(?:最高|最多)(?:得|计|为)?(?:满分|权重分)|"
        "(?:超额(?:完成)?|超出)(?:的)?部分(?:均|都)?不(?:计|计算|计入|予计算)(?:得?分)?|不(?:计|计算|计入|考虑)(?:超额(?:完成)?|超出)(?:的)?部分|"
        "超额[^,;。\\d]{0,6}?(?:不(?:再|另|额外)?加分|不另加分|不重复加分|(?:也)?按(?:100%|满分)计?算?)|"
        "(?:最高|最多|上限)(?:按|为|取)?100%(?:计算|计)?|(?:得分)?满分封顶|封顶(?:为)?满分|100%封顶",
    ),
    (
        Does.CAP,
        "[^,;。\\d]{0,10}?(?:超过|高于|超出|大于|超)(?:100%|1(?![\\d.%]))(?:时|的)?(?:部分)?(?:,)?(?:均|都)?(?:按|以|视为|视同|计为|取)(?:为)?(?:100%|满分|1(?![\\d.%]))(?:计算得?分?|计分|计|处理|得分|封顶)?|"
        "[^,;。\\d]{0,10}?(?:超过|高于|超出|大于|超)100%(?:时|的)?(?:部分)?(?:,)?(?:均|也|都)?不(?:再|另|额外)?(?:加分|增加得?分)",
    ),
    (
        Does.LOSE_AT_MOST,
        rf"(?:最多|最高|至多|累计最多|合计最多|(?:累计|合计|总共|共计)?(?:扣分|扣减|扣)(?:累计|合计)?(?:的)?(?:上限|最高|最多)?(?:为|以|不超过|不得超过|至多|上限为|上限)|(?:累计|合计)?最多(?:只|可)?)"
        rf"(?:累计|合计)?{_TAKE}?(?:不超过)?(?P<most>{_AMOUNT})(?:为限|封顶|为止)?|{_TAKE}(?:至|满|完)(?P<most_upto>{_MARKS})为止|扣分(?:以|上限为)(?P<most_by>{_AMOUNT})(?:为限|封顶)|"
        rf"(?:累计|合计)?扣分(?:超过|高于|大于){_MARKS}的?,?(?:只)?按?(?:只)?(?P<most_as>{_MARKS})(?:扣(?:分|减|除)?|计算|为限)",
    ),
    (
        Does.LEAVE_AT_LEAST,
        rf"(?:直至|直到)?(?:减|降)[到至](?P<left>{_MARKS})(?:为止|止)|(?:最低|最少|至少|保底|但不低于|最低不低于)(?:得|计|记|为|保留|扣至|不低于)*(?P<least>{_MARKS}|{_WEIGHT}的?{_SHARE})(?:为止|保底)?",
    ),
    (
        "none",
        rf"(?:不得分|不再(?:[得计给赋])分|不计分(?!值)|不计得分|不给分|不赋分|不记分|不予(?:得分|计分|给分|赋分|记分)|得不到分|{_GET}(?:0|零)分|{_GET}(?:0|零)"
        rf"{_END}|(?<![0-9.])(?:0|零)分(?!之|钟|部|值)|(?<!不)全扣(?:除)?|全部扣除|(?:扣|扣除|扣减|扣去|扣掉)(?:全部|所有|该项全部|本项全部)(?:{_WEIGHT}|得分|分数)|"
        rf"{_TAKE}(?:全部{_WEIGHT}?|全部分数|满分|全分)|(?:得分)?归零|为零{_END}|(?:不得任何分|扣完{_END}|记零分|打零分|(?:直接)?清零))",
    ),
    ("kept", "(?:不(?:予|作|再)?[扣减](?:减)?分|免(?:予|于)?扣(?:减)?分?|不(?:予)?扣减|不扣(?=[,;。]|$))"),
    (
        Does.LOSE_PROPORTION,
        rf"(?:按照?|以|依照?)(?:其)?(?P<lost_by>{_LONG_NAME}(?:比例|比率|比重|占比|倍数?|超[出过支]的?幅度|[率倍]))(?:,)?(?:同比例|等比例|相应|按比例)?(?:的)?{_TAKE}(?:相应|对应|权重|同?等比例的?)?(?:的)?(?:分值|权重分|分数|分|权重)?{_END}|"
        rf"(?:同|等|按)比例(?:地)?(?:相应)?(?:的)?{_TAKE}(?:相应|对应)?(?:的)?(?:分值|权重分|分数|分|权重)?{_END}|"
        rf"扣分比例(?:等于|为|=|按|即)(?P<lost_share>{_LONG_NAME}(?:比例|比率|比重|占比|率)){_END}",
    ),
    (
        Does.INTERPOLATE,
        "(?:介于其间的?|介于(?:上述|以上)?(?:两者|各档|各点|二者)之间的?|各点(?:之)?间|各区间内?|其间|中间值?|(?:位于|处于|介于)?相邻(?:两|二|各)?(?:点|档|者)(?:之)?间|(?:两者|二者)之间|区间内|期间|介于两者之间的?)?(?:部分)?(?:的)?,?(?:得分)?(?:按|采用|用|以|使用|运用)?(?:照)?(?:(?:直线|线性)?(?:内)?插值?(?:法|公式)?|线性(?:关系|比例)?|直线(?:关系)?)"
        "(?:进行)?(?:计算得分|计算分值|计算|计分|计得分|得分|给分|赋分|评分|确定|折算|取值|计)?(?:得分|分值)?|由(?:0|零)分至满分(?:线性|直线|均匀)(?:计算|递增|插值)?",
    ),
    (Does.FORMULA, f"[{FORMULA_SIGN}]"),
    (
        Does.PROPORTION,
        rf"(?:按|以|依|根据)(?:照|据)?(?:其|该)?(?:实际)?(?P<by>{_NAME})(?P<ratio>{_RATIO})(?:的)?(?:进行)?(?:据实)?(?:同比例|等比例|相应|计算)?(?:乘以?{_WEIGHT})?{_SAY}(?:相应)?(?:的)?(?:分值|得分|分数)?|"
        rf"(?:按|同|等)比例{_SAY}?(?:相应)?(?:的)?(?:分值|得分|分数)?{_END}|(?:同|等)比例(?:计|给|得|折算)(?:得分|分值|分)?",
    ),
    (
        "lost",
        rf"{_TAKE}(?:除|去|掉)?(?P<lost>{_AMOUNT})(?:计算(?!得分))?|按(?:照)?(?P<taken>{_AMOUNT})(?:的标准)?(?:扣分|扣减|扣除|扣罚|扣)(?:分值)?{_END}",
    ),
    (
        "earned",
        rf"{_GET}(?P<earned>{_AMOUNT})(?:计分|计算|得分|给分|赋分|计)?|为(?P<worth>{_MARKS}|{_SHARE}的?{_WEIGHT}|{_WEIGHT}的?{_SHARE}){_END}|按(?P<rated>{_AMOUNT})的?{_SAY}?(?:计|给)?{_END}|"
        rf"(?:视(?:为|同)(?:达标|满足要求|符合要求)(?:,?(?:得|计)满分)?|按(?:满分|全分)(?:计算?|计分|处理)?){_END}|(?:{_GET}|为)?(?P<full>满分|全分|全部{_WEIGHT}|全部(?:分数|得分|权重)|满额分)(?!(?:为|是)?{_MARKS}|制|值|的)|"
        rf"(?:(?<=[,:;(])|(?<=^))(?P<bare>{_MARKS}|{_SHARE}的?{_WEIGHT}|{_WEIGHT}的?{_SHARE}|(?:0?\.\d+)[×*]{_WEIGHT})(?:{_END}|(?=每|低于|不足|高于|超过))|(?<![按照的])得分{_END}|"
        rf"(?:(?:[可应只仅能则即各均便就才]|方可)*得|计|记|赋|给)(?:相应|对应|该项|本项|该|本|全部|指标的?)*(?P<whole>权重分值?|权重|分值|指标分值?|标准分)(?!的?[\d一二三四五六七八九十百]){_END}",
    ),
)
_SCANNER = Scanner([pattern for _, pattern in _PHRASES])
_AMOUNTS = (
    "left",
    "most",
    "most_upto",
    "most_by",
    "least",
    "lost",
    "earned",
    "worth",
    "rated",
    "bare",
    "taken",
    "most_as",
)
_PLAIN_SHARE = re.compile(_SHARE)
_DECIMAL = re.compile(r"0?\.\d+")
_MARKED = re.compile(rf"({NUMBER}|半)分")
_ENDS_SENTENCE = re.compile("[。\n]")


def clauses_of(text: str) -> tuple[list[Clause], str]:
    """The clauses of a text in order, and the words after the last effect."""
    clauses: list[Clause] = []
    begin = 0
    for number, match in _SCANNER.scan(text):
        situation = text[begin : match.start()]
        clauses.append(
            Clause(trimmed(situation), _effect(_PHRASES[number][0], match), bool(_ENDS_SENTENCE.search(situation)))
        )
        begin = match.end()
    return clauses, trimmed(text[begin:])


def trimmed(text: str) -> str:
    """The words of a situation without the signs at either end."""
    return text.strip(",;。\n:、. ")


@lru_cache(maxsize=256)
def has_effect(text: str) -> bool:
    """Whether the words say anything about the score."""
    return next(_SCANNER.scan(text), None) is not None


def _effect(does: Does | str, match: "re.Match[str]") -> Effect:
    words = match.group()
    if does == "none":
        return Effect(Does.EARN, NOTHING, words)
    if does == "kept":
        return Effect(Does.EARN, FULL, words)
    if does is Does.PROPORTION:
        return Effect(does, words=f"{match['by'] or ''}{match['ratio'] or ''}")
    if does is Does.LOSE_PROPORTION:
        return Effect(does, words=match["lost_by"] or match["lost_share"] or "")
    amounts = match.groupdict()
    amount = next((amounts[name] for name in _AMOUNTS if amounts.get(name)), None)
    if isinstance(does, Does):
        return Effect(does, amount_of(amount) if amount else NOTHING, words)
    if amount is None:
        return Effect(Does.EARN, FULL, words)
    return Effect(Does.LOSE if does == "lost" else Does.EARN, amount_of(amount), words, _doubt(words, amount))


def amount_of(text: str) -> Portion:
    """The portion that an amount of points or a share of the weight comes to."""
    marks = _MARKED.fullmatch(text)
    if marks:
        number = Fraction(1, 2) if marks[1] == "半" else number_of(marks[1])
        return Portion(number, in_points=True) if number else NOTHING
    if text == "一半分":
        return Portion(Fraction(1, 2))
    share = _PLAIN_SHARE.search(text)
    if share is None:
        decimal = _DECIMAL.search(text)
        return Portion(Fraction(decimal[0])) if decimal else NOTHING
    return Portion(rate_of(share[0]))


def _doubt(words: str, amount: str) -> str:
    """A percentage without a word what it is a percentage of is taken as one of the weight, and said."""
    if _PLAIN_SHARE.fullmatch(amount) and "%" in amount and words.startswith(("扣", "减")):
        return f"“{words}”没有写明是什么的{amount}，按权重分的{amount}理解"
    return ""
