"""Faults of several kinds, each with its own deduction; a kind may void the indicator."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from jixiao.language.counted.amounts import amount, portion
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.counted import Cost, Deductions
from jixiao.rules.portion import FULL, NOTHING, Portion

_UNIT = "(?:人次|个|项|次|起|处|笔|件|例|条|份|宗|户|点|人|类|期|张|批)"
_ONE = f"(?:(?:1|一){_UNIT}|{_UNIT})"
_LEAD = "(?:如果|如|若|凡|凡是|对|经查|检查)?(?:发现|出现|存在|发生|查出|有)?"
_WORD = r"[^,;。:\n\d%扣每]{2,}?"
_EVERY = "每(?:发现|出现|发生|有|存在|查出)?"
_OF = "(?:的|者|情况|行为|情形|问题)*"
_TAKE = "(?:,|的|则|各|再)*(?:扣减|扣除|扣罚|扣)"
_MOST = f"(?:,?(?:最多|最高|累计最多|累计(?:扣分)?不超过|扣分不超过)(?:扣)?{amount('most')})?"
_KIND = re.compile(
    # 手续不全的,每笔扣0.5分; 漏报一项扣权重的20%
    rf"{_LEAD}(?P<word>{_WORD}){_OF},?(?:{_EVERY}{_ONE}|(?:1|一){_UNIT}){_TAKE}{amount('each')}{_MOST}|"
    # 每发现一处资料缺失扣0.5分
    rf"{_EVERY}{_ONE}(?P<named>{_WORD}){_OF}{_TAKE}{amount('one')}{_MOST.replace('<most', '<top')}|"
    # 挪用资金的,本项不得分
    rf"{_LEAD}(?P<void>{_WORD}){_OF},?(?:一律|直接|则)?(?:本|该|整个|此)?(?:项|指标|项指标)?(?:直接|一律|均|即|则)?"
    r"(?:,?一票否决,?)?(?:不得分|不计分|(?:得|计|记|为)?(?:0|零)分)"
)
_FILLING = re.compile(
    r"(?:①|②|③|④|⑤|⑥|⑦|⑧|⑨|\(\d+\)|\d+[.、)](?!\d)|[一二三四五六七八]是|[,;。:\n]|以上|直至|直到|至|扣完(?:本项|该项|本指标|该指标)?(?:分值|权重分|权重)?(?:为止)?|"
    r"为止|(?:未|无|没有)(?:发现|出现|发生|存在)?(?:上述|以上|任何|相关)?(?:问题|情形|情况|现象|违规)*的?,?(?:得|计)?满分|(?:按时|及时|按期|如期|按规定)?(?:准确|完整|规范)?(?:报送|提交|上报|完成|无误)?的?,?[得计]满分)*"
)
_FLOOR = re.compile("(?:最低|最少)(?:得|计|为)?(?:0|零)分|扣至(?:0|零)分(?:为止)?")
_NUMERIC = re.compile(f"率|百分点|超过|低于|高于|总分|总得分|要点|要素|符合|不足|[二两三四五六七八九十]{_UNIT}(?:及?以上|$)")


# A stop between the kinds: what follows the last of them is said of it alone.
_SEPARATE = re.compile(r"[;。\n](?=[^;。\n]*每[^;。\n]*最[多高])")


def claims(sentence: Sentence) -> bool:
    """Whether the sentence is made of faults with a price each, two at least."""
    costs = _costs(sentence.text)
    return len(costs) > 1 and any(not cost.void for cost in costs)


def understood(sentence: Sentence) -> Understood:
    """The kinds by their words, which the evidence names too."""
    costs = _costs(sentence.text)
    words = [cost.word for cost in costs]
    twice = next((word for word in words if words.count(word) > 1), "")
    if twice:
        raise NotUnderstood(f"“{twice}”写了两种扣分", twice)
    return _limited(costs, sentence)


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
    text = _FLOOR.sub("", text)
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
    return word.strip("“”")


def _cost(match: "re.Match[str]") -> Cost:
    if match["void"]:
        return Cost(_bare(match["void"]), NOTHING, void=True)
    each = portion(match, "each") or portion(match, "one")
    assert each is not None
    return Cost(_bare(match["word"] or match["named"]), each, at_most=portion(match, "most") or portion(match, "top"))
