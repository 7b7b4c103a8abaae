"""Faults of several kinds, each with its own deduction; a kind may void the indicator."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from jixiao.language.counted.amounts import amount, portion
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import ARABIC, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.counted import Cost, Deductions
from jixiao.rules.portion import FULL, NOTHING, Portion

_UNIT = "(?:人次|个|项|次|起|处|笔|件|例|条|份|宗|户|点|人|类|期|张|批)"
_ONE = f"(?:(?:1|一){_UNIT}|{_UNIT})"
_LEAD = "(?:如果|如|若|凡|凡是|对|经查|检查)?(?:发现|出现|存在|发生|查出|有)?"
_TERM = r"\d+(?:个工作日|日|天|个月|万元)"
_WORD = rf"(?:[^,;。:\n\d%扣每]|{_TERM}){{2,}}?"
_EVERY = "每(?:发现|出现|发生|有|存在|查出|缺少?|少)?"
_ONCE = f"(?:发现|出现|发生|存在|有)(?:1|一){_UNIT}"
_OF = "(?:的|者|情况|行为|情形|问题)*"
_TAKE = "(?:,|的|则|各|再)*(?:扣减|扣除|扣罚|扣)"
_MOST = f"(?:,?(?:最多|最高|扣分不超过)(?:扣)?{amount('most')})?"
# 两类合计最多扣3分: said of all kinds together, whichever stands before it.
_TOGETHER = re.compile(
    f"[,;。](?:以上|上述)?(?:各类|各项|[两三四]类|[两三四]项)?(?:问题|情形|情况)?(?:扣分)?(?:累计|合计|总计|共)(?:扣分|扣减)?(?:总额)?(?:最多|最高|不超过|不得超过|上限为?|以)*(?:扣)?{amount('together')}(?:为限|封顶)?(?=[,;。]|$)"
)
_KIND = re.compile(
    # 手续不全的,每笔扣0.5分; 漏报一项扣权重的20%
    rf"{_LEAD}(?P<word>{_WORD}){_OF},?(?:{_EVERY}{_ONE}|(?:1|一){_UNIT}){_TAKE}{amount('each')}{_MOST}|"
    # 每发现一处资料缺失扣0.5分
    rf"(?:{_EVERY}{_ONE}|{_ONCE})(?P<named>{_WORD}){_OF}{_TAKE}{amount('one')}{_MOST.replace('<most', '<top')}|"
    # 每迟报一次扣0.5分
    rf"每(?P<done>(?!缺(?![失漏])|[少多增减低高超降升])[^,;。:\n\d%扣每]{{2,10}}?)(?:1|一){_UNIT}{_OF}{_TAKE}{amount('single')}|"
    # 未按规定公开的扣2分
    rf"{_LEAD}(?P<once>{_WORD})(?:的|者),?{_TAKE}{amount('flat')}(?!/)|"
    # 挪用资金的,本项不得分
    rf"{_LEAD}(?P<void>{_WORD}){_OF},?(?:一律|直接|则)?(?:本|该|整个|此)?(?:项|指标|项指标)?(?:直接|一律|均|即|则)?"
    r"(?:,?一票否决,?)?(?:不得分|不计分|(?:得|计|记|为)?(?:0|零)分)"
)
_FILLING = re.compile(
    r"(?:①|②|③|④|⑤|⑥|⑦|⑧|⑨|\(\d+\)|\d+[.、)](?!\d)|[一二三四五六七八]是|[,;。:\n]|以上|直至|直到|至|"
    "(?:全部)?[扣减]完(?:本项|该项|本指标|该指标)?(?:分值|权重分|权重)?(?:为止|即止)?|为止|"
    # 随机抽查30户档案, 检查发现问题的,按问题性质扣分: 账务处理:
    r"(?:随机)?(?:抽查|抽取|现场检查|核查)(?:中?发现|[^,;。:扣]{2,20},)|(?:^|(?<=[,;。\n]))(?![^;。:\n]*(?:否决|不得|不计|除外|减半|加倍))[^;。:\n\d扣]{2,20}(?:扣分)?:)*"
)
# What earns everything: nothing found, all as it should be.
_SOUND = re.compile(
    rf"(?:^|(?<=[,;。:\n]))(?![^,;。]*[二三四五六七八九十两]{_UNIT})"
    rf"[^,;。:\n\d扣每]{{2,20}}?,?(?P<full>[得计记](?:满分|全分|(?P<points>{ARABIC})分)|不扣分)(?=[,;。\n]|$)"
)
_ALL_LOST = re.compile(rf"扣完(?P<all>{ARABIC})分(?:为止|止|即止)?")
_FLOOR = re.compile("(?:最低|最少)(?:得|计|为)?(?:0|零)分|扣至(?:0|零)分(?:为止)?")
_NUMERIC = re.compile(
    "^(?:以上|上述|下列)|^(?:本|该|此|整个)?(?:项|指标)+$|超(?:出|编|过|支|额)|预期|目标|"
    f"率|百分点|超过|低于|高于|总分|总得分|要点|(?:各|项|个)要素|(?<!不)符合|不符合$|不足|[二两三四五六七八九十]{_UNIT}(?:及?以上|$)"
)


# A stop between the kinds: what follows the last of them is said of it alone.
_SEPARATE = re.compile(r"[;。\n](?=[^;。\n]*每[^;。\n]*最[多高])")


def claims(sentence: Sentence) -> bool:
    """Whether the sentence is made of faults with a price each: two at least, or one beside what earns everything."""
    costs, sound = _said(sentence)
    return len(costs) > (0 if sound else 1) and any(not cost.void and cost.at_most != cost.each for cost in costs)


def understood(sentence: Sentence) -> Understood:
    """The kinds by their words, which the evidence names too."""
    costs, _ = _said(sentence)
    words = [cost.word for cost in costs]
    twice = next((word for word in words if words.count(word) > 1), "")
    if twice:
        raise NotUnderstood(f"“{twice}”写了两种扣分", twice)
    limit = _limit(sentence)
    if limit is None:
        return Understood(Deductions(costs)) if len(costs) == 1 else _limited(costs, sentence)
    if any(cost.at_most not in (None, cost.each) for cost in costs):
        raise NotUnderstood("各类有各自的限额，又有合计的限额，没有读懂", sentence.text)
    if len(costs) == 1:
        return Understood(Deductions((replace(costs[0], at_most=limit),)))
    return Understood(Deductions(costs, limit))


def _limit(sentence: Sentence) -> Portion | None:
    """What all kinds together cost at most; the weight is no limit."""
    found = _TOGETHER.search(sentence.text)
    limit = None if found is None else portion(found, "together")
    return None if limit in (None, FULL, Portion(sentence.beside.weight or Fraction(0), in_points=True)) else limit


def _said(sentence: Sentence) -> tuple[tuple[Cost, ...], bool]:
    """The kinds of faults, and whether it is said what earns everything."""
    weight = sentence.beside.weight
    sound = [
        match
        for match in _SOUND.finditer(_until_nothing(sentence.text, weight))
        if match["points"] is None or number_of(match["points"]) == weight
    ]
    text = _until_nothing(sentence.text, weight)
    for match in reversed(sound):
        text = text[: match.start()] + text[match.end() :]
    return _costs(text), bool(sound)


def _until_nothing(text: str, weight: Fraction | None) -> str:
    """扣完6分为止 of 6 says that nothing is left."""
    return _ALL_LOST.sub(lambda found: "扣完为止" if number_of(found["all"]) == weight else found[0], text)


def _limited(costs: tuple[Cost, ...], sentence: Sentence) -> Understood:
    """The kinds, where a limit behind the last of them alone is said of this one and not of all together."""
    last = costs[-1]
    if last.at_most is None or any(cost.at_most is not None for cost in costs[:-1]):
        return Understood(Deductions(costs))
    if last.at_most in (FULL, Portion(sentence.beside.weight or Fraction(0), in_points=True)):
        return Understood(Deductions((*costs[:-1], replace(last, at_most=None))))
    if not _SEPARATE.search(sentence.text):
        raise NotUnderstood(f"“最多扣”不知道说的是“{last.word}”还是各类合计", last.word)
    return Understood(Deductions(costs), [f"最多扣{last.at_most}按只限“{last.word}”理解"])


@lru_cache(maxsize=8)
def _costs(text: str) -> tuple[Cost, ...]:
    """The kinds of faults; none where the text says anything else."""
    text = _TOGETHER.sub("", _FLOOR.sub("", text))
    found = list(_KIND.finditer(text))
    between = [text[end.end() if end else 0 : start.start() if start else len(text)] for end, start in _gaps(found)]
    costs = tuple(_cost(match) for match in found)
    if any(_FILLING.fullmatch(words) is None for words in between) or any(_NUMERIC.search(cost.word) for cost in costs):
        return ()
    return costs


def _gaps(
    found: "list[re.Match[str]]",
) -> "list[tuple[re.Match[str] | None, re.Match[str] | None]]":
    return list(zip([None, *found], [*found, None], strict=True))


def _bare(word: str) -> str:
    return word.strip("“”").removeprefix("被")


def _cost(match: "re.Match[str]") -> Cost:
    if match["void"]:
        return Cost(_bare(match["void"]), NOTHING, void=True)
    if match["once"]:
        once = portion(match, "flat")
        assert once is not None
        return Cost(_bare(match["once"]), once, at_most=once)
    each = portion(match, "each") or portion(match, "one") or portion(match, "single")
    assert each is not None
    word = match["word"] or match["named"] or match["done"]
    return Cost(_bare(word), each, at_most=portion(match, "most") or portion(match, "top"))
