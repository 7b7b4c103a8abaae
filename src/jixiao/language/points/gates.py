"""Listed points that other statements speak of in their own words: their lack, or the fault they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About, Does
from jixiao.language.points.account import Said
from jixiao.language.points.clauses import PointClause
from jixiao.language.points.outline import Item

# 未设定绩效目标 negates 项目设有绩效目标; 未达到标准 names no point.
_LACK = re.compile(
    "(?:项目|单位|部门)?(?:未|没有?|无|不)(?:按规定)?(?:设定|设置|设立|制定|建立|编制|填报|编报|出台|明确|具备|具有|开展|有)?"
    "(?P<thing>[^,;]{2,})"
)
_WHOLE = re.compile("的?(?:(?:本|该|整个?)项?(?:指标|项)?)?$")
_THERE_IS = re.compile(
    "(?:绩效|整体|年度|相关|相应|①|项目|单位|部门|已经?|是否|按规定|设定|设置|设立|制定|建立|编制|填报|编报|出台|明确|具备|具有|开展|有|设)*"
)
_BRACKETED = re.compile(r"\([^()]*\)")


def with_gates(clauses: Iterable[PointClause], items: Sequence[Item]) -> Iterator[PointClause]:
    """The statements; one about the lack of what a listed point asks for is about this point not being met."""
    for clause in clauses:
        _refuse_other_target(clause, items)
        event = _WHOLE.sub("", clause.state.partition(",")[0])
        lack = _LACK.fullmatch(event) if clause.tells_event else None
        numbers = [] if lack is None else [item.number for item in items if _asks_for(item.name, lack["thing"])]
        if len(numbers) == 1 and clause.does in (Does.NOTHING, Does.EARN_AT_MOST):
            yield replace(clause, about=About.NAMED_UNMET, points=tuple(numbers), whole=True, tells_event=False)
        else:
            yield clause


def _refuse_other_target(clause: PointClause, items: Sequence[Item]) -> None:
    """Refuse 制度不健全的,执行到位部分不得分: an event that takes from one point only."""
    _, comma, target = clause.state.rpartition(",")
    if clause.tells_event and comma and any(item.name and item.name in target for item in items):
        raise NotUnderstood(f"“{clause.words}”只使一个要点不得分，没有读懂", clause.words)


def _asks_for(name: str, thing: str) -> bool:
    """Whether a point asks for nothing but that there is something."""
    bare = _BRACKETED.sub("", name)
    return bare.endswith(thing) and _THERE_IS.fullmatch(bare.removesuffix(thing)) is not None


_HARM = "虚[报列假]|挪用|截留|挤占|套取|骗取|违规|违反|造假|弄虚"
_FAULT = re.compile(f"(?:是否)?(?:存在|发生|出现|{_HARM}|漏|错|超|逾期|未|不|缺)")


def faults_among(items: Sequence[Item], said: Said) -> Iterator[str]:
    """Points that are faults: 每有一项扣2分 counts those that occur, and a point is met where its fault does not."""
    faults = [item.name for item in items if _FAULT.match(item.name)]
    if faults and any(clause.about is About.EACH for clause in said.losses):
        yield f"“{faults[0]}”等按没有出现为符合理解"
