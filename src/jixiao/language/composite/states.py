"""Tiers of a rate that hold only where the work is not finished within its budget."""

import re

from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import NUMBER, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.conditional import Flat, Switch
from jixiao.rules.portion import FULL, Portion

_FINISHED = "(?:完成|完工|竣工|办结|实施完毕|结束)"
_WITHIN = (
    "(?:(?:未|没有|不|没)(?:超过|超出|超|突破)(?:全年|年度|批复|下达|调整)*(?:预算|概算|支出计划)?|"
    "控制在[^,;。]{0,8}预算(?:之|以)?内|在?预算(?:之|以)?内)"
)
_FIRST = re.compile(
    rf"^(?:①|\(1\)|1[.、)])?[^;。]*?(?<!未)(?<!全部未){_FINISHED}[^;。]*?{_WITHIN}[^;。]*?(?:(?P<full>满分|全分)|(?P<points>{NUMBER})分)[;。\n]"
)
_UNFINISHED = re.compile(
    rf"^(?:②|\(2\)|2[.、)])?[^,;。:]*?(?:(?:未|没有|尚未)(?:全部|按期|如期)?{_FINISHED}|否则|(?:其余|其他)(?:情形|情况|的)(?:看|按|根据)?)[^,;。:]*?[,:]"
)
_EARNED = re.compile(rf"(?:满分|全分|{NUMBER}分)[;。\n]$")
_STATE = re.compile(rf"{_FINISHED}[^;。]*?{_WITHIN}")
_REPEATED = re.compile(f"(?<=[;。\\n]){_UNFINISHED.pattern[1:]}")
_BY_RATE = re.compile(
    "^(?:按|根据|依据)(?:照)?(?:支出|执行|完成)?(?:进度|执行率|完成率|支出进度)(?:的)?(?:情况)?(?:分档|分段|分级)?(?:计分|得分|评分)?[:,]"
)


def claims(sentence: Sentence) -> bool:
    """Whether a finished state within the budget is set apart from tiers of a rate."""
    first = _FIRST.search(sentence.text)
    return first is not None and _UNFINISHED.search(sentence.text[first.end() :]) is not None


def understood(sentence: Sentence) -> Understood:
    """The portion for what is finished within the budget; the tiers for everything else."""
    text = sentence.text
    first = _FIRST.search(text)
    assert first is not None
    unfinished = _UNFINISHED.search(text[first.end() :])
    if unfinished is None:
        raise NotUnderstood("没有写明未完成的怎样计分", text)
    refuse_rest(first.group(), (_EARNED.search(first.group()), _STATE.search(first.group())))
    rest = _REPEATED.sub("", text[first.end() + unfinished.end() :])
    inner = sentence.within(_BY_RATE.sub("", rest), sentence.beside.weight)
    full = FULL if first["full"] else Portion(number_of(first["points"]), in_points=True)
    notes = [*inner.notes, "已完成但超出预算的没有单独写明，按未完成的分档计分"]
    return Understood(Switch(("finished", "within_budget"), Flat(full), inner.part), notes)
