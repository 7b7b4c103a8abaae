"""Surveys: whether the report says who was asked, how many, how, and how answers became a percentage."""

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.audit.checks.regulation.asking import Asked
from jixiao.audit.checks.regulation.outline import is_whole
from jixiao.checking import Checked
from jixiao.quantities import exact_text
from jixiao.reading.scorebook import ScoreLine

_SURVEY = re.compile("问卷")
_SAID = {
    "调查对象": re.compile(
        "对象|群体|向[^,。]{2,25}(?:发放|开展|进行|推送)|对[^,。]{2,25}(?:开展|进行)[^,。]{0,6}(?:问卷|调查)"
    ),
    "发放或回收份数": re.compile(r"(?:发放|回收|收回|收到|发出)[^。]{0,15}\d+(?:份|人)|\d+份"),
    "有效份数": re.compile("有效"),
    "调查方式": re.compile(
        "线上|网络|电子|问卷星|二维码|电话|现场(?!核[实查]|检查|评价|勘[查察])|纸质|随机|抽样|面访|实地|入户|微信"
    ),
    "满意度的计算办法": re.compile("赋值|加权|权重|分值|计算|非常满意|平均|记\\d|×|选项"),
}
_SATISFIED = re.compile("满意")
_PERCENT = re.compile(r"\d+(?:\.\d+)?%")
_COUNT = re.compile(r"(\d+)份")


def described(asked: Asked) -> Iterator[Checked]:
    """The five things that tell what a survey is worth, anywhere in the report."""
    material = asked.material
    if not is_whole(material):
        return
    passages = (*material.passages, *(passage for _, passage in asked.subject.processes))
    about = [each.text for each in passages if _SURVEY.search(each.text) or _SATISFIED.search(each.text)]
    if not any(_SURVEY.search(text) and _PERCENT.search(text) for text in about):
        return
    heads = ("".join(grid.texts(0)) for grid in material.document.grids())
    texts = [*about, *(heading.title for heading in material.headings), *filter(_SATISFIED.search, heads)]
    missing = [name for name, words in _SAID.items() if not any(words.search(text) for text in texts)]
    if missing:
        names = "、".join(missing)
        why = f"报告用问卷得出满意度，没有写明{names}，看的人无法判断结果是否可靠。"
        yield asked.failed(f"问卷调查没有写明{names}", why, expected=names)
    else:
        yield asked.held()


def one_survey(asked: Asked) -> Iterator[Checked]:
    """Indicators of other things than satisfaction that are scored by the satisfaction of the one survey."""
    surveys: dict[str, list[ScoreLine]] = {}
    for line, passage in asked.subject.processes:
        count = _COUNT.search(passage.text)
        if count and all(words.search(passage.text) for words in (_SURVEY, _SATISFIED, _PERCENT)):
            surveys.setdefault(count[1], []).append(line)
    for answers, lines in surveys.items():
        others = [line for line in lines if not _SATISFIED.search(line.name)]
        if len(lines) < 2 or not others:
            yield asked.held(lines[0].place)
            continue
        weight = sum((line.weight.known.value for line in others if not line.weight.is_missing), start=Fraction(0))
        names = "、".join(f"“{line.name}”" for line in others)
        why = (
            f"{names}（权重合计 {exact_text(weight)} 分）也用同一次 {answers} 份问卷的满意度计分，同一结果被重复使用；"
            "这些指标宜用能直接反映成效的数据。"
        )
        title = f"同一次问卷用于 {len(lines)} 个指标"
        yield asked.failed(title, why, *(line.place for line in lines), stated=f"{answers} 份")
