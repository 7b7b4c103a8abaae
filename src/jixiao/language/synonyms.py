"""Words that say the same, brought to one before any family of rules reads a sentence: 判零分 and 计0分 to 不得分.

Every exchange is one that leaves the score as it is wherever its pattern matches; what a family alone says in several
ways stays with that family. The accounting of a reading sees the words as they were written.
"""

import re

from jixiao.language.numerals import ARABIC, CHINESE, NUMBER

_END = r"(?=[,;。)\n]|$)"
_BEGINS = r"(?:^|(?<=[,;。\n]))"
_MARKS = rf"(?:{NUMBER}|半)分"
_SHARE = rf"(?:(?:{ARABIC})%|百分之{NUMBER}|{NUMBER}分之{NUMBER}|{CHINESE}成|一半)"
_INDICATOR = "(?:(?:本|该|此|整个?)(?:项|个)?(?:三级)?(?:评价)?指标|[本此整]项)"
_WEIGHT = f"(?:{_INDICATOR}的?)?(?:权重分值|权重分数|权重分|权重|指标分值|指标分|标准分值|标准分|满分值|满分|分值)"
_RATE = r"(?:[^,;。:\n=/÷×*()\d按以每-]{0,14}?(?:率|比例|满意度|进度))"
# Ways to give: none of them may be the end of another word (合计, 考评), nor belong to a limit or an addition.
_ALONE = r"(?<![再另减扣少])(?<![^增追]加)"
_GIVE = (
    r"(?:得分[为是]|(?:(?<![共总累统设小预会审])(?<!(?<!符)合)计|(?<![登])记|(?<![考测综自互参])评|判)[为作定]?|"
    "给[予到]?|赋予?|获得?|取|可得)"
)
_NOT_LIMIT = (
    r"(?<!最高)(?<!最低)(?<!最多)(?<!最少)(?<!至少)(?<!至多)(?<!(?<!于)下限)(?<!(?<!于)上限)(?<!最低分)(?<!最高分)"
)
_FULL = rf"(?:(?:全额|权重)?(?:满|全)分值?|100%的?{_WEIGHT}|{_WEIGHT}的?100%)"

_EFFECTS = (
    (
        rf"(?:直接|一律|统一|应当?|方可|方能|才能|才可|(?<!否)则|即|便|就|自动|相应地?)+(?=(?:{_GIVE}|得|按)?(?:0分|零分|满分|全分)|不得分)",
        "",
    ),
    # 最低给予0分, 最高计为4分
    (rf"(?<=最[高低多]){_GIVE}(?={_MARKS}{_END})", "得"),
    (rf"(?<=[,;]最高)(?={_MARKS}{_END})", "得"),
    (rf"(?<=最低)(?:{_GIVE}|得分为|按)?(?:0|零)分?计?{_END}", "得0分"),
    # 判零分, 按0分计, 得分为0
    (
        rf"{_NOT_LIMIT}{_ALONE}(?:(?:得分|直接|一律)?(?:{_GIVE}|得|按|为)(?:0|零)分(?:计算?|处理|计分)?|得分[为是](?:0|零)){_END}",
        "不得分",
    ),
    (rf"不(?:予(?:得|给|记|赋)分|给分|赋分|记分){_END}", "不得分"),
    # 取满分, 按满分计, 得满分值, 得权重分的100%
    (rf"{_NOT_LIMIT}{_ALONE}(?:{_GIVE}|得){_FULL}{_END}", "得满分"),
    (rf"{_NOT_LIMIT}按{_FULL}(?:计算?得?分?|处理|计得){_END}", "得满分"),
    (rf"(?<=得)满分(?={ARABIC}分{_END})", ""),
    # 评4分, 给予4分
    (rf"{_NOT_LIMIT}{_ALONE}{_GIVE}(?={_MARKS}{_END})", "得"),
    (rf"{_NOT_LIMIT}{_ALONE}(?:{_GIVE}|得)(?={_SHARE}的?{_WEIGHT}|{_WEIGHT}的?{_SHARE})", "得"),
    (rf"取(?=一半分{_END})", "得"),
    (rf"{_NOT_LIMIT}按(?P<of>{_WEIGHT}的?{_SHARE})(?:计分|得分|赋分|给分|计算得分|计){_END}", r"得\g<of>"),
    # 减2分, 扣分2分
    (rf"(?<![递增调核消缩压少上先])(?:倒扣|减扣|扣去|扣罚|扣掉|扣减|扣除|减去|扣分|减)(?={_MARKS}{_END})", "扣"),
    # 扣减满分的5%
    (rf"(?<=[得扣])(?:减|除)?{_WEIGHT}的?(?P<share>{_SHARE}){_END}", r"权重分的\g<share>"),
)
_ITSELF = f"(?:[本该此]项|{_INDICATOR})?"
_ALL_TOGETHER = "(?:累计|合计|总计|共计|总)"
_NO_MORE = "(?:不得?超过|上限为?|以)?"
_LIMITS = (
    (
        rf"(?:直至|直到|至|以|最多|至多)?扣(?:完|光|尽|满|除完)(?:{_INDICATOR}|该项|本)?(?:的)?(?:全部)?(?:{_WEIGHT}|分数|分)?(?:为止|即止|止|为限)?{_END}",
        "扣完为止",
    ),
    (rf"(?<!最多)(?<!最低)(?:直至|直到)?扣[到至](?:0|零)分?(?:为止|止)?{_END}", "扣完为止"),
    (rf"{_BEGINS}(?:得分)?不(?:计|得|出现|产生|记)为?负分{_END}", "扣完为止"),
    (rf"扣分(?:最[多高])?不得?超过(?:{_INDICATOR}的?)?{_WEIGHT}{_END}", "扣完为止"),
    (rf"封顶扣(?:分|减)?(?P<most>{_MARKS}){_END}", r"最多扣\g<most>"),
    # 扣分累计满6分后不再扣减
    (
        rf"(?:{_ALL_TOGETHER}?扣(?:分|减)?(?:累计|合计)?)(?:达到?|满|至)(?P<most>{_MARKS})(?:的|后|时|,|即)*不再(?:继续)?扣(?:分|减|除)?{_END}",
        r"合计最多扣\g<most>",
    ),
    # 累计扣分以3分为限; what is said of all together stays so
    (
        rf"{_ITSELF}(?:{_ALL_TOGETHER}扣分(?:总[数额])?(?:最[多高])?{_NO_MORE}|扣分(?:总[数额]|合计|累计){_NO_MORE}|"
        rf"{_ALL_TOGETHER}(?:最[多高]|至多)扣(?:分|减)?)(?P<most>{_MARKS})(?:为上?限|封顶|为止)?{_END}",
        r"合计最多扣\g<most>",
    ),
    (rf"扣满(?P<most>{_MARKS})(?:为止|即止|止){_END}", r"最多扣\g<most>"),
    (rf"{_ITSELF}扣分(?:最[多高])?{_NO_MORE}(?P<most>{_MARKS})(?:为上?限|封顶|为止)?{_END}", r"最多扣\g<most>"),
    (rf"此项(?:最[多高]|至多)扣(?:分|减)?(?P<most>{_MARKS}){_END}", r"最多扣\g<most>"),
    (rf"(?:得分|均)*(?:以满分为上限|满分封顶|(?:得到?)?满分为止|最高(?:得|计|不超过)满分){_END}", "以满分为限"),
    (rf"(?<![扣分总])(?:得分)?均?以(?P<most>{_MARKS})为上?限{_END}", r"最高得\g<most>"),
)
_CASES = (
    (rf"{_BEGINS}(?:其余|其他|其它|除此之外|反之|否则)(?:情况|情形)?[的下]*,?(?=不得分)", "否则"),
    (rf"(?<=不得分[,;。])(?:其余|其他|其它)(?:情况|情形)[的下]*,?(?=得满分{_END})", "否则"),
    (
        rf"(?:此项|此指标|该项指标|本项指标|整体|{_INDICATOR}整体|整个指标|{_INDICATOR}的?得分)(?=不得分|得满分)",
        "本指标",
    ),
    (r"不影响(?:本项|本指标|该指标|该项)?得分", "不扣分"),
    (rf"取消(?P<of>{_INDICATOR})?的?(?:全部|所有)?(?:得分|分值|分数){_END}", r"\g<of>不得分"),
    (r"(?:之时|的情况下|的情形下?|的情况),?(?=不得分|得满分|得\d|扣\d|,)", "的"),
    (r"第[一1]位(?=的?,?得)", "第一名"),
    (r"(?<=[\d一两二三半])个点(?=[,;。扣减])", "个百分点"),
)
_COMPARISONS = (
    (rf"达到了(?={ARABIC})", "达到"),
    (rf"{_BEGINS}(?P<target>目标值|指标值|计划值)及?以上(?=[的得,])", r"达到\g<target>"),
    (rf"{_BEGINS}(?P<target>目标值|指标值|计划值)以下(?=[的得按,])", r"低于\g<target>"),
    (r"(?<![每或])(?:不到|未满|不满|达不到|没有?达到)(?=\d{2,3}(?:\.\d+)?%)", "低于"),
    (r"(?<![不未每或])(?:突破|超)(?=\d{2,3}(?:\.\d+)?%)", "超过"),
    (rf"(?:不高于|未超过|不超出|没有超过|未超出|不突破|小于或等于|低于或等于)(?=±?{ARABIC}%)", "不超过"),
    (rf"(?:达到或超过|达到或高于|大于或等于|高于或等于|不小于)(?={ARABIC}%)", "不低于"),
)
_RATIOS = (
    # 得分=完成率×权重分,超额完成的按满分计: a limit, no case of its own
    (
        rf"(?P<ratio>×{_WEIGHT}|(?:比例|率)(?:计分|得分|计算得分))[,;。]超额(?:完成)?的?(?:部分)?,?[均仍也都]?得满分{_END}",
        r"\g<ratio>,超额完成的不加分",
    ),
    (r"直接(?=×|乘)", ""),
    (rf"(?<=[率度例值数比)])乘以?(?={_WEIGHT}|本|该|{_MARKS})", "×"),
    (
        rf"{_BEGINS}(?:按|以)?(?P<one>{_RATE}|{_WEIGHT})[与和](?P<other>{_RATE}|{_WEIGHT})(?:之积|的乘积)(?:即?为(?:{_INDICATOR}|本项)?得分|计分|计算得?分?|确定得分){_END}",
        r"得分=\g<one>×\g<other>",
    ),
    (
        rf"得分(?:等于|为|=|即|按)(?P<one>{_RATE}|{_WEIGHT})[与和](?P<other>{_RATE}|{_WEIGHT})(?:之积|的乘积|相乘)(?:计算|确定)?{_END}",
        r"得分=\g<one>×\g<other>",
    ),
    (rf"得分(?:等于|即?为|按)(?={_RATE}×|{_WEIGHT}×)", "得分="),
    (
        rf"(?:{_BEGINS}|(?<=:))(?:按|以|用)?(?P<one>{_RATE})×(?P<other>{_WEIGHT}|{_MARKS})即?(?:作?为)(?:{_INDICATOR}|本项)?的?得分{_END}",
        r"得分=\g<one>×\g<other>",
    ),
)
_TENTHS = "一二三四五六七八九"
_EXCHANGES = tuple((re.compile(said), plain) for said, plain in (*_EFFECTS, *_LIMITS, *_CASES, *_COMPARISONS, *_RATIOS))
_DASHES = re.compile("[–‐‑―]")
_TENTH = re.compile(f"零点(?P<tenths>[{_TENTHS}])分")


def in_one_wording(text: str) -> str:
    """A normalised sentence in the words that the grammar of every family knows.

    >>> in_one_wording("率达到95%的取满分,其余情形一律判零分。")
    '率达到95%的得满分,否则不得分。'
    """
    text = _DASHES.sub("-", text)
    text = _TENTH.sub(lambda found: f"0.{_TENTHS.index(found['tenths']) + 1}分", text)
    for said, plain in _EXCHANGES:
        text = said.sub(plain, text)
    return text
