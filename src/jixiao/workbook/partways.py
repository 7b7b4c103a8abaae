"""Scoring by judgement and by counted events."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.packs.trees import Tree
from jixiao.workbook.rows import Row, Text
from jixiao.workbook.rulewords import (
    ANY,
    ASPECTS,
    EXPERT_DROP,
    EXPERT_SCALE,
    GRADES,
    NOTHING_EARNED,
    OVER_WEIGHT,
    THE_REST,
)
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
)

_FREE = re.compile("超过(.+)次")
_NEED = re.compile("(.+?)个以上达到“(.+?)”")
_NONE_BELOW = re.compile("没有低于“(.+?)”的")


_LEVELS: Mapping[str, Tree] = {"levels": {"达成": "≥80%, ≤100%", "部分达成": "≥60%, <80%", "未达成": "≥0%, <60%"}}


class LevelsWay(Way):
    """A word of a closed list earns a share, or opens a band of shares."""

    name = "等次计分"
    meaning = "先认定等次，再按等次得分；得分写区间时，由评价人在区间内选定份额"
    rule_in_gives = False
    example = _LEVELS

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Levels."""
        return "levels" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row per word."""
        for word, level in body_of(part, "levels").items():
            yield branch(item=word, gives=level)

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The levels of the rows."""
        levels: dict[str, Tree] = {}
        for row in (one.row for one in branches):
            word = required(row, "item", "名称")
            if word in levels:
                raise Misread(word, f"第二个“{word}”", "各不相同的等次", "请改名或删去")
            levels[word] = required(row, "gives", "得分")
        return {"levels": levels}


class MetRatioWay(Way):
    """The share of sub-indicators whose completion is good enough."""

    name = "达标子项占比"
    meaning = "按达标的子项占全部子项的比例得分：适用条件写完成率在什么范围内算达标"
    rule_in_gives = False
    example: Mapping[str, Tree] = {"met_ratio": "≥90%, ≤110%"}

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """The share of those met."""
        return "met_ratio" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """One row with the range."""
        when = part["met_ratio"]
        yield branch(when=ANY if when == "any" else when)

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The range of the row."""
        when = required(only(branches).row, "when", "适用条件")
        return {"met_ratio": when.like("any") if when in (ANY, "any") else when}


_DEDUCTIONS: Mapping[str, Tree] = {
    "deductions": [
        {"of": "手续不全", "each": "0.5分", "at_most": "2分"},
        {"of": "迟报", "each": "0.2分", "free": "1"},
        {"of": "挪用资金", "void": "true"},
    ]
}


class DeductionsWay(Way):
    """Each kind of fault has its price."""

    name = "分类扣分"
    meaning = "各类问题分别扣分：名称写问题种类，每次扣多少写在“每步扣（加）分”；出现即不得分的，得分写“不得分”"
    rule_in_gives = False
    example = _DEDUCTIONS

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Deductions."""
        return "deductions" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row per kind of fault."""
        for cost in mappings_of(part["deductions"]):
            yield branch(
                item=cost.get("of"),
                when=f"超过{cost['free']}次" if "free" in cost else None,
                gives=NOTHING_EARNED if "void" in cost else None,
                each=cost.get("each"),
                at_most=cost.get("at_most"),
            )

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The deductions of the rows."""
        return {"deductions": [self._cost(one.row) for one in branches]}

    @staticmethod
    def _cost(row: Row) -> Tree:
        cost: dict[str, Tree] = {"of": required(row, "item", "名称"), **filled(row, "each")}
        when, gives = row.get("when"), row.get("gives")
        free = _FREE.fullmatch(when)
        if when and free is None:
            raise Misread(when, f"“{when}”", "“超过1次”这样的写法，或留空", "前几次不扣分的，写明超过几次才扣")
        if free:
            cost["free"] = when.like(free[1].strip())
        if gives == NOTHING_EARNED:
            cost["void"] = gives.like("true")
        elif gives:
            raise Misread(gives, f"“{gives}”", f"“{NOTHING_EARNED}”或空白", "扣多少分请写在“每步扣（加）分”")
        return cost | filled(row, "at_most")


_BONUS: Mapping[str, Tree] = {
    "bonus": {"each": "0.5分", "at_most": "1分", "base": {"checklist": {"points": "equal"}}, "over_weight": "true"}
}


class BonusWay(Way):
    """A base score and something for every merit."""

    name = "加分"
    meaning = "在基础得分上，每有一项加分事项加若干分，最多加到上限；基础得分的算法写在下一层次"
    example = _BONUS

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A bonus."""
        return "bonus" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """One row; the base is its rule."""
        body = body_of(part, "bonus")
        over = OVER_WEIGHT if "over_weight" in body else None
        yield branch(body.get("base"), when=over, each=body.get("each"), at_most=body.get("at_most"))

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The bonus of the row."""
        one = only(branches)
        body: dict[str, Tree] = {
            "each": required(one.row, "each", "每步扣（加）分"),
            "at_most": required(one.row, "at_most", "最多扣（加）"),
        }
        when = one.row.get("when")
        if when and when != OVER_WEIGHT:
            raise Misread(when, f"“{when}”", f"“{OVER_WEIGHT}”或空白", "请改写或清空")
        if one.rule is not None:
            body["base"] = one.rule
        if when:
            body["over_weight"] = when.like("true")
        return {"bonus": body}


_EXPERTS: Mapping[str, Tree] = {"experts": {"scale": "100", "drop": "1"}}


class ExpertsWay(Way):
    """The mean of the experts' marks."""

    name = "专家打分"
    meaning = "专家打分的平均数折算为权重分，可去掉若干个最高分和最低分"
    rule_in_gives = False
    example = _EXPERTS

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Experts' marks."""
        return "experts" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row for the scale, one for the marks left out."""
        body = body_of(part, "experts")
        yield branch(item=EXPERT_SCALE, gives=body.get("scale"))
        if "drop" in body:
            yield branch(item=EXPERT_DROP, gives=body["drop"])

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The experts' marks of the rows."""
        keys = {EXPERT_SCALE: "scale", EXPERT_DROP: "drop"}
        body: dict[str, Tree] = {}
        for row in (one.row for one in branches):
            item = required(row, "item", "名称")
            if item not in keys:
                raise Misread(item, f"“{item}”", f"“{EXPERT_SCALE}”或“{EXPERT_DROP}”", "请改写名称")
            body[keys[item]] = required(row, "gives", "得分")
        return {"experts": body}


_DISCRETIONARY: Mapping[str, Tree] = {"discretionary": {"at_most": "3分"}}


class DiscretionaryWay(Way):
    """The evaluator takes points off."""

    name = "酌情扣分"
    meaning = "由评价人酌情扣分，规则只定最多扣多少（不写就是最多扣完）"
    rule_in_gives = False
    example = _DISCRETIONARY

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A stated deduction."""
        return "discretionary" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """One row."""
        yield branch(at_most=body_of(part, "discretionary").get("at_most"))

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The limit of the row."""
        return {"discretionary": filled(only(branches).row, "at_most")}


_GRADECOUNT: Mapping[str, Tree] = {
    "grade_count": {
        "aspects": "8",
        "scale": ["优", "良", "中", "差"],
        "bars": [
            {"word": "优", "gives": "100%", "need": "6", "at_least": "优", "none_below": "良"},
            {"word": "良", "gives": "80%", "need": "6", "at_least": "良"},
            {"word": "差", "gives": "0%"},
        ],
    }
}


class GradeCountWay(Way):
    """Aspects are graded, the whole follows from how many reach what."""

    name = "方面等次计分"
    meaning = "各方面分别定等次，再按达到某等次的方面数综合计分；最后一档写“其余”"
    rule_in_gives = False
    example = _GRADECOUNT

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """Counted grades."""
        return "grade_count" in part

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row for the order of the grades, then one per overall grade."""
        body = body_of(part, "grade_count")
        yield branch(item=ASPECTS, gives=body.get("aspects"))
        yield branch(item=GRADES, when="、".join(map(str, items_of(body.get("scale")))))
        for bar in mappings_of(body.get("bars")):
            conditions = []
            if "at_least" in bar:
                conditions.append(f"{bar.get('need')}个以上达到“{bar['at_least']}”")
            if "none_below" in bar:
                conditions.append(f"没有低于“{bar['none_below']}”的")
            yield branch(item=bar.get("word"), when="，".join(conditions) or THE_REST, gives=bar.get("gives"))

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The counted grades of the rows."""
        body: dict[str, Tree] = {}
        bars: list[Tree] = []
        for row in (one.row for one in branches):
            item = required(row, "item", "名称")
            if item == ASPECTS:
                body["aspects"] = required(row, "gives", "得分")
                continue
            when = required(row, "when", "适用条件")
            if item == GRADES:
                body["scale"] = [when.like(word) for word in split_list(when)]
            else:
                bars.append({"word": item, "gives": required(row, "gives", "得分"), **self._conditions(when)})
        return {"grade_count": {**body, "bars": bars}}

    @staticmethod
    def _conditions(when: Text) -> dict[str, Tree]:
        need, none_below = _NEED.search(when), _NONE_BELOW.search(when)
        if not need and not none_below and when != THE_REST:
            expected = f"“6个以上达到“优”，没有低于“良”的”，或“{THE_REST}”"
            raise Misread(when, f"“{when}”", expected, "请改写适用条件")
        bar: dict[str, Tree] = {}
        if need:
            bar |= {"need": when.like(need[1].strip()), "at_least": when.like(need[2])}
        if none_below:
            bar["none_below"] = when.like(none_below[1])
        return bar
