"""A rule for each unit or project, then the mean of their scores, plain or weighted by amounts."""

import re

from jixiao.language.composite.proportions import as_rule
from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.combined import Each

_UNIT = (
    "(?:预算单位|所属单位|下属单位|二级单位|基层单位|单位|子项目|明细项目|项目|部门|县区|区县|市县|县市|乡镇|街道|机构|标段|合同|批次|"
    "学校|医院|企业|地区|样本|科室|处室)"
)
_QUALIFIED = f"(?:所属|下属|被评价|抽查|抽取的?|纳入评价的?|相关|下级|子)*{_UNIT}(?:\\(项目\\))?"
_EACH = f"(?:(?:各(?:个)?|每(?:一)?个|每一|逐(?:个|一)|逐|单个|所有|全部|分){_QUALIFIED}|逐校|逐户|逐村|逐家|逐院|逐社)"
_EACH_OF = re.compile(_EACH)
_MEAN = re.compile("平均|均值")
_WEIGHTED = re.compile("加权|权数|为权重|作为权重")
_AMOUNT = re.compile("资金占比|金额|资金量|资金规模|资金额|投资额|预算数|预算额|规模|合同额|支出额|预算")
_OTHER_MEANS = re.compile("专家|评委|人均|平均分配|平均计分|平均水平")
_RULED = re.compile(r"满分|不得分|扣|\d%|[×*]|得\d|计\d|0分|按.{0,10}率")
_OF_ALL = re.compile("(?:整个|本|该)指标[^,;。=]{0,4}?(?:不得分|不计分|[得计]0分|最[多高])|一票否决")
# What only says that the mean is the score.
_GIVEN = re.compile(
    "(?:即|得出|作为|即为|为)?(?:本|该)?(?:项)?指标(?:的)?(?:最终)?(?:得分|评分)?[,;。]?|(?:得出|作为)[^,;。]{0,6}得分[,;。]?"
)
_SUM = re.compile(
    r"Σ?\(?(?:各|每个|单个)?(?:UNIT)?(?P<rate>[^()×Σ]*?率)×[^()×]*?(?:占比|比重|权数|权重比例)\)?×".replace(
        "UNIT", _UNIT
    )
)
# What only frames the rule of a unit.
_FRAMES = re.compile(
    f"(?:先)?(?:按(?:照)?|对|就)?{_EACH}(?:的)?(?:分别|逐一|均|先|单独|各自|依次)*(?:先)?(?:(?:计算|计)?(?:得分(?!=)|计分|评分|打分|考核|评价|测算))?(?:后)?(?:时)?[,:]?(?:再)?|"
    "(?:有|涉及|包含|存在)?(?:多|若干|两|几)(?:个|家)?(?:以上)?(?:UNIT)的,?|的(?:规则|办法|标准|方法)(?:进行)?(?:评分|计分|打分)|(?:UNIT)(?=得分)".replace(
        "UNIT", _UNIT
    )
)


def claims(sentence: Sentence) -> bool:
    """Whether the mean of units is taken."""
    text = sentence.text
    averaged = _MEAN.search(text) or _WEIGHTED.search(text)
    return bool((averaged or "Σ" in text) and _EACH_OF.search(text) and not _OTHER_MEANS.search(text))


def understood(sentence: Sentence) -> Understood:
    """The rule of a unit, read on its own, under the mean that the sentence takes."""
    by_amount = _WEIGHTED.search(sentence.text) is not None or _SUM.search(sentence.text) is not None
    voided = _OF_ALL.search(sentence.text)
    if voided is not None:
        raise NotUnderstood("没有读懂是一个单位不得分还是整个指标不得分", voided.group())
    if by_amount and _AMOUNT.search(sentence.text) is None:
        raise NotUnderstood("没有写明按什么加权", sentence.text)
    inner = sentence.within(_of_one(sentence.text), sentence.beside.weight)
    return Understood(Each(inner.part, by_amount), inner.notes, inner.not_applicable)


def _of_one(text: str) -> str:
    """The rule of one unit: the text without the clauses that only take the mean."""
    summed = _SUM.search(text)
    if summed is not None:
        text = text[: summed.start()] + summed["rate"] + "×" + text[summed.end() :]
    text = re.sub("(?<=率)最高按100%计(?:算)?", "超过100%的按100%计", text)
    kept = [piece for piece in re.split("(?<=[,;。:\n])", text) if not _only_frames(piece)]
    return as_rule(_FRAMES.sub("", "".join(kept)).strip(",;:。"))


def _only_frames(piece: str) -> bool:
    bare = _FRAMES.sub("", piece)
    if _GIVEN.fullmatch(bare) or _MEAN.search(bare) or _WEIGHTED.search(bare):
        refuse_rest(bare, ())
        return True
    return _RULED.search(bare) is None and re.search("抽取|抽查|抽样|汇总", bare) is not None
