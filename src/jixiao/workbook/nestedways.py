"""Scoring that leads to other rules: conditions, vetoes, parts, several units, the lower of several."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.packs.trees import Tree
from jixiao.rules.parts.conditional import CONDITIONS
from jixiao.workbook.checklistway import point_label, point_path
from jixiao.workbook.rows import Text
from jixiao.workbook.rulewords import GATE, NOTHING_EARNED, OTHERWISE, VETO, VOID
from jixiao.workbook.texts import split_list
from jixiao.workbook.ways import (
    Branch,
    Misread,
    Way,
    body_of,
    branch,
    filled,
    items_of,
    mappings_of,
    only,
    required,
    with_rule,
)

_MORE = {"before": re.compile(f"{GATE}(.+)项"), "extra": re.compile(f"{VETO}(.+)项")}
_BINARY: Tree = {"on": "holds", "then": {"fixed": "100%"}, "else": {"fixed": "0%"}}


_FIXED: Mapping[str, Tree] = {"fixed": "100%"}


class FixedWay(Way):
    """A portion that needs no evidence."""

    name = "固定得分"
    meaning = "不论情形都得同样的分"
    rule_in_gives = False
    example = _FIXED

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A flat portion."""
        return "fixed" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """One row."""
        yield branch(gives=part["fixed"])

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The portion of the row."""
        return {"fixed": required(only(branches).row, "gives", "得分")}


_SWITCH: Mapping[str, Tree] = {"switch": _BINARY}


class SwitchWay(Way):
    """One rule where the conditions hold, another where they do not."""

    name = "按条件计分"
    meaning = "条件成立时按一种办法计分，否则按另一种；多个条件用“且”相连。简单的“成立得满分，否则不得分”写两行即可"
    example = _SWITCH

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A switch."""
        return "switch" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row for each of the two cases."""
        body = body_of(part, "switch")
        on = body.get("on", "")
        names = [str(name) for name in on] if isinstance(on, list) else [str(on)]
        yield branch(body.get("then"), when=" 且 ".join(CONDITIONS.get(name, name) for name in names))
        yield branch(body.get("else"), when=OTHERWISE)

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The switch of the rows."""
        if len(branches) != 2 or branches[1].row.get("when") != OTHERWISE:
            expected = f"两行：先写条件，再写“{OTHERWISE}”"
            raise Misread(branches[-1].row, f"{len(branches)} 行", expected, f"请补上“{OTHERWISE}”一行")
        when = required(branches[0].row, "when", "适用条件")
        names: list[Tree] = [when.like(name) for name in _conditions(when)]
        on = names[0] if len(names) == 1 else names
        return {"switch": {"on": on, "then": with_rule(branches[0]), "else": with_rule(branches[1])}}


def _conditions(when: Text) -> list[str]:
    """The conditions of a cell by their keys."""
    keys = {shown: key for key, shown in CONDITIONS.items()}
    words = [word.strip() for word in when.split("且")]
    for word in words:
        if word not in keys:
            raise Misread(when, f"条件“{word}”", f"{'、'.join(keys)}之一", "请改写适用条件")
    return [keys[word] for word in words]


_GUARD: Mapping[str, Tree] = {"guard": {"cap": "0%", "points": ["3", "4"], "rule": {"checklist": {"points": "equal"}}}}


class GuardWay(Way):
    """Points that must be met."""

    name = "否决要点"
    meaning = (
        f"所列要点有不符合的，得分最多为“得分”一列所写；不是要点的否决事项写“{VETO}1项”，"
        f"先于要点认定的写“{GATE}1项”。平时的计分办法写在下一层次"
    )
    rule_in_gives = False
    example = _GUARD

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A guard."""
        return "guard" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """One row; what holds otherwise is its rule."""
        body = body_of(part, "guard")
        numbers = [str(number) for number in items_of(body.get("points", []))]
        names = [point_label((int(number),)) if number.isdecimal() and number != "0" else number for number in numbers]
        if "before" in body:
            names.insert(0, f"{GATE}{body['before']}项")
        if "extra" in body:
            names.append(f"{VETO}{body['extra']}项")
        yield branch(body.get("rule"), item="、".join(names), gives=body.get("cap"))

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The guard of the row."""
        one = only(branches)
        body: dict[str, Tree] = {**_renamed(filled(one.row, "gives"), "gives", "cap"), "rule": with_rule(one)}
        item = required(one.row, "item", "名称")
        points: list[Tree] = []
        for name in split_list(item):
            path = point_path(name)
            more = {key: match for key, pattern in _MORE.items() if (match := pattern.fullmatch(name))}
            if more:
                body |= {key: item.like(match[1].strip()) for key, match in more.items()}
            elif path is not None and len(path) == 1:
                points.append(item.like(str(path[0])))
            else:
                raise Misread(item, f"“{name}”", f"要点的序号（③、④）或“{VETO}1项”", "请改写名称")
        if points:
            body["points"] = points
        return {"guard": body}


def _renamed(cells: dict[str, Tree], old: str, new: str) -> dict[str, Tree]:
    return {new if key == old else key: value for key, value in cells.items()}


_PARTS: Mapping[str, Tree] = {
    "parts": {
        "of": [
            {
                "name": "基本支出",
                "share": "50%",
                "rule": {
                    "curve": {
                        "of": "rate",
                        "pieces": [
                            {"when": "≥95%", "gives": "100%"},
                            {"when": "<95%", "loses": "5%", "per": "1%", "from": "95%"},
                        ],
                    }
                },
            },
            {"name": "制度建设", "share": "50%", "rule": {"switch": _BINARY}},
        ]
    }
}


class PartsWay(Way):
    """Several parts, each with its share and its rule."""

    name = "分部分计分"
    meaning = f"分成几部分，各占一定分值，各按自己的办法计分后相加；“{VOID}”另写一行，得分写“{NOTHING_EARNED}”"
    example = _PARTS

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Weighted parts."""
        return "parts" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row per part, and one for the condition that voids all."""
        body = body_of(part, "parts")
        for share in mappings_of(body.get("of")):
            yield branch(share.get("rule"), item=share.get("name"), share=share.get("share"))
        if "may_be_void" in body:
            yield branch(when=VOID, gives=NOTHING_EARNED)

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The parts of the rows."""
        shares: list[Tree] = []
        body: dict[str, Tree] = {"of": shares}
        for one in branches:
            when = one.row.get("when")
            if when == VOID:
                body["may_be_void"] = when.like("true")
                continue
            name, share = required(one.row, "item", "名称"), required(one.row, "share", "分值")
            shares.append({"name": name, "share": share, "rule": with_rule(one)})
        return {"parts": body}


class EachWay(Way):
    """The same rule for every unit or project, then the mean."""

    def __init__(self, name: str, mean: str, meaning: str) -> None:
        self.name = name
        self.mean = mean
        self.meaning = meaning
        pieces: list[Tree] = [{"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]}]
        self.example = {"each": {"mean": mean, "rule": {"curve": {"of": "rate", "pieces": pieces}}}}

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Units with this kind of mean."""
        body = part.get("each")
        return isinstance(body, dict) and body.get("mean") == self.mean

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """One row, with the rule of every unit."""
        yield branch(body_of(part, "each").get("rule"))

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The units' rule of the row."""
        one = only(branches)
        return {"each": {"mean": one.row.get("way").like(self.mean), "rule": with_rule(one)}}


class SeveralWay(Way):
    """Several rules side by side: the lower result, or the one chosen."""

    def __init__(self, name: str, key: str, meaning: str) -> None:
        self.name = name
        self.key = key
        self.meaning = meaning
        rates: list[Tree] = [{"when": "≥90%", "gives": "100%"}, {"when": "<90%", "gives": "0%"}]
        counts: list[Tree] = [{"when": "≥3", "gives": "100%"}, {"when": "<3", "gives": "0%"}]
        self.example = {key: [{"curve": {"of": "rate", "pieces": rates}}, {"curve": {"of": "count", "pieces": counts}}]}

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """The key of the part."""
        return self.key in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row per rule."""
        for number, rule in enumerate(items_of(part[self.key]), start=1):
            yield branch(rule, item=f"办法{number}")

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The rules of the rows."""
        return {self.key: [with_rule(one) for one in branches]}


def nested_ways() -> tuple[Way, ...]:
    """All ways of this kind."""
    return (
        SwitchWay(),
        GuardWay(),
        PartsWay(),
        EachWay(
            "逐个计分取平均", "plain", "每个单位（项目）按同一办法计分，再取平均数；单位（项目）的计分办法写在下一层次"
        ),
        EachWay("逐个计分按金额加权", "amount", "同上，按金额加权平均；金额在“数据取用”中用“权数金额”指明"),
        SeveralWay("取较低者", "lowest", "几种办法分别计分，取得分最低的一个；每种办法一行，细则写在下一层次"),
        SeveralWay("选用其一", "choose", "几种办法中由评价人选用一种"),
        FixedWay(),
    )
