"""Scoring by one number, piece by piece: thresholds, tiers, lines, steps (the curve of the rules)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.packs.trees import Tree
from jixiao.workbook.rows import Row, Text
from jixiao.workbook.rulewords import (
    ANY,
    BOTH_ZERO,
    INVERSE,
    LESS,
    MEASURE_WAYS,
    NOTHING_EARNED,
    ONLY_BASE_ZERO,
    POINT_COUNT,
    SIZE,
    STEPS,
)
from jixiao.workbook.ways import (
    Branch,
    Misread,
    Unwritable,
    Way,
    body_of,
    branch,
    filled,
    items_of,
    mappings_of,
    required,
)

_ZERO = {"both_zero": BOTH_ZERO, "only_base_zero": ONLY_BASE_ZERO}
_LOSS = ("each", "per", "from", "steps", "already", "at_most")
_ANCHOR = re.compile("(.+)得(.+)")
_BETWEEN = re.compile("[；;]")


class CurveWay(Way):
    """Points by one measure, a row for every range of it."""

    meaning = ""
    rule_in_gives = False

    def __init__(self, measure: str, meaning: str, example: Tree) -> None:
        self.measure = measure
        self.name = MEASURE_WAYS[measure]
        self.meaning = meaning
        self.example = {"curve": example}

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A curve over this measure."""
        curve = part.get("curve")
        return isinstance(curve, dict) and curve.get("of") == self.measure

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row per piece, then what holds where the base is zero."""
        curve = body_of(part, "curve")
        prefix = SIZE if "absolute" in curve else ""
        for piece in mappings_of(curve.get("pieces")):
            yield _piece_row(piece, prefix)
        if "count" in curve:
            yield branch(item=f"共{curve['count']}个要点")
        zero = curve.get("zero_base", {})
        if not isinstance(zero, dict):
            raise Unwritable("zero_base")
        for key, words in _ZERO.items():
            if key in zero:
                yield branch(when=words, gives=zero[key])

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The curve of the rows."""
        curve: dict[str, Tree] = {"of": branches[0].row.get("way").like(self.measure)}
        zero: dict[str, Tree] = {}
        pieces: list[Tree] = []
        sizes = set()
        for row in (one.row for one in branches):
            count = POINT_COUNT.fullmatch(row.get("item"))
            if count and not row.has("when"):
                curve["count"] = row.get("item").like(count[1].strip())
                continue
            when = required(row, "when", "适用条件")
            key = next((key for key, words in _ZERO.items() if _bare(when) == _bare(words)), "")
            if key:
                zero[key] = required(row, "gives", "得分")
                continue
            sizes.add(when.startswith(SIZE))
            pieces.append(_piece(row, when.like(when.removeprefix(SIZE).strip())))
        if len(sizes) > 1:
            expected = f"各行都写“{SIZE}”，或都不写"
            raise Misread(branches[0].row, f"只有部分行写“{SIZE}”", expected, "请统一写法")
        curve["pieces"] = pieces
        if True in sizes:
            curve["absolute"] = "true"
        if zero:
            curve["zero_base"] = zero
        return {"curve": curve}


def _bare(text: str) -> str:
    return re.sub(r"[\s、，,]", "", text)


def _piece_row(piece: Mapping[str, Tree], prefix: str) -> Branch:
    when = str(piece.get("when", ""))
    cells: dict[str, Tree | None] = {"when": prefix + (ANY if when == "any" else when)}
    if "gives" in piece:
        cells["gives"] = piece["gives"]
    elif "line" in piece:
        cells["gives"] = "；".join(_anchor(anchor) for anchor in items_of(piece["line"]))
    elif "inverse" in piece:
        cells["gives"] = f"{piece['inverse']}{INVERSE}"
    elif piece.keys() == {"when", "loses"}:
        cells["gives"] = f"{LESS}{piece['loses']}"
    else:
        steps = str(piece.get("steps", ""))
        cells |= {key: piece.get(key) for key in ("per", "from", "already", "at_most")}
        cells |= {"each": piece.get("loses"), "steps": STEPS.get(steps, steps) or None}
    return branch(None, **cells)


def _anchor(pair: Tree) -> str:
    parts = items_of(pair)
    if len(parts) != 2:
        raise Unwritable(str(pair))
    return f"{parts[0]}得{parts[1]}"


def _piece(row: Row, when: Text) -> Tree:
    """What a row gives in its range."""
    piece: dict[str, Tree] = {"when": when.like("any") if when in (ANY, "any") else when}
    gives = row.get("gives")
    if gives and row.has(*_LOSS):
        found = "既有“得分”又有“每步扣（加）分”"
        raise Misread(row, found, "二者之一", "固定得分的填“得分”，逐步扣分的填“每步扣（加）分”“每步”“起算点”")
    if gives.endswith(INVERSE):
        return {**piece, "inverse": gives.like(gives.removesuffix(INVERSE).strip())}
    if gives.startswith(LESS):
        return {**piece, "loses": gives.like(gives.removeprefix(LESS).strip())}
    if "得" in gives and not gives.startswith("不得"):
        return {**piece, "line": [_read_anchor(gives, part) for part in _BETWEEN.split(gives) if part.strip()]}
    if gives:
        return {**piece, "gives": gives.like("0%") if gives == NOTHING_EARNED else gives}
    piece["loses"] = required(row, "each", "得分”或“每步扣（加）分")
    for key, heading in (("per", "每步"), ("from", "起算点")):
        piece[key] = required(row, key, heading)
    steps = row.get("steps")
    if steps:
        piece["steps"] = steps.like({shown: key for key, shown in STEPS.items()}.get(steps, steps))
    return piece | filled(row, "already", "at_most")


def _read_anchor(cell: Text, part: str) -> Tree:
    match = _ANCHOR.fullmatch(part.strip())
    if match is None:
        raise Misread(
            cell, f"“{part.strip()}”", "“60%得0%；100%得100%”这样的各点", "请按“数值得份额”写各点，用分号分开"
        )
    return [cell.like(match[1].strip()), cell.like(match[2].strip())]


def _pieces(*pieces: Tree) -> list[Tree]:
    return list(pieces)


def _down(each: str, start: str, per: str = "1%") -> list[Tree]:
    return _pieces(
        {"when": f"≥{start}", "gives": "100%"}, {"when": f"<{start}", "loses": each, "per": per, "from": start}
    )


def _up(each: str, start: str, per: str = "1") -> list[Tree]:
    return _pieces(
        {"when": f"≤{start}", "gives": "100%"}, {"when": f">{start}", "loses": each, "per": per, "from": start}
    )


def _in_proportion() -> list[Tree]:
    return _pieces({"when": "any", "line": [["0%", "0%"], ["100%", "100%"]]})


CURVE_WAYS: tuple[CurveWay, ...] = (
    CurveWay(
        "rate",
        "按一个比率计分：达标得满分、不达标逐步扣分；或分档得分；或得分＝比率×权重分",
        {
            "of": "rate",
            "pieces": _down("5%", "90%"),
            "zero_base": {"both_zero": "100%", "only_base_zero": "0%"},
        },
    ),
    CurveWay(
        "completion",
        "按完成率计分，例：不足60%不得分，60%到100%按直线计分",
        {
            "of": "completion",
            "pieces": _pieces(
                {"when": "<60%", "gives": "0%"},
                {"when": "≥60%, <100%", "line": [["60%", "0%"], ["100%", "100%"]]},
                {"when": "≥100%", "gives": "100%"},
            ),
        },
    ),
    CurveWay(
        "mark",
        "按百分制的得分计分，例：满意度90分以上得满分，80到90分得80%，80分以下扣2分",
        {
            "of": "mark",
            "pieces": _pieces(
                {"when": "≥90%", "gives": "100%"},
                {"when": "≥80%, <90%", "gives": "80%"},
                {"when": "<80%", "loses": "2分"},
            ),
        },
    ),
    CurveWay("to_target", "按实际值与目标值之比计分，目标值另行给出", {"of": "to_target", "pieces": _in_proportion()}),
    CurveWay(
        "margin",
        "按比率与目标值之差计分，目标值另行给出，例：每低于目标值1个百分点扣权重分的5%",
        {"of": "margin", "pieces": _down("5%", "0%")},
    ),
    CurveWay(
        "change",
        "按（本期数－上期数）÷上期数计分，例：变动率超过10%后每1个百分点扣权重分的5%",
        {
            "of": "change",
            "pieces": _up("5%", "10%", "1%"),
        },
    ),
    CurveWay(
        "reduction",
        "按（对比数－本期数）÷对比数计分，例：下降率达到10%得满分，每低1个百分点扣权重分的5%",
        {"of": "reduction", "pieces": _down("5%", "10%")},
    ),
    CurveWay(
        "deviation",
        "按有正负的偏差率计分；不分正负时在适用条件前写“绝对值”",
        {
            "of": "deviation",
            "absolute": "true",
            "pieces": _up("5%", "5%", "1%"),
        },
    ),
    CurveWay(
        "ratio",
        "按本期数与对比数之比计分，例：不高于上年得满分",
        {
            "of": "ratio",
            "pieces": _pieces({"when": "≤100%", "gives": "100%"}, {"when": ">100%", "inverse": "100%"}),
        },
    ),
    CurveWay(
        "bad_share",
        "按有问题的金额占核查总额的比例计分",
        {
            "of": "bad_share",
            "pieces": _pieces(
                {"when": "≤10%", "line": [["0%", "100%"], ["10%", "90%"]]}, {"when": ">10%", "gives": "0%"}
            ),
        },
    ),
    CurveWay(
        "percentile",
        "按名次占参加排名总数的比例计分",
        {
            "of": "percentile",
            "pieces": _pieces({"when": "≤20%", "gives": "100%"}, {"when": ">20%", "gives": "60%"}),
        },
    ),
    CurveWay("best", "按本单位数值与最优数值之比计分", {"of": "best", "pieces": _in_proportion()}),
    CurveWay(
        "value",
        "按一个数值计分，例：在30与60之间按直线由60%到100%",
        {
            "of": "value",
            "pieces": _pieces(
                {"when": "<30", "gives": "60%"},
                {"when": "≥30, ≤60", "line": [["30", "60%"], ["60", "100%"]]},
                {"when": ">60", "gives": "100%"},
            ),
        },
    ),
    CurveWay(
        "trend",
        "按比上期增减多少计分：增加、持平、减少",
        {
            "of": "trend",
            "pieces": _pieces(
                {"when": ">0", "gives": "100%"}, {"when": "=0", "gives": "50%"}, {"when": "<0", "gives": "0%"}
            ),
        },
    ),
    CurveWay(
        "excess", "按实际数超出限额多少计分，例：每超编1人扣0.1分", {"of": "excess", "pieces": _up("0.1分", "0", "1人")}
    ),
    CurveWay(
        "delay",
        "按延误的时间计分，例：每延误1天扣权重分的10%，不足一天按一天计",
        {
            "of": "delay",
            "pieces": _pieces(
                {"when": "=0", "gives": "100%"},
                {"when": ">0", "loses": "10%", "per": "1天", "from": "0", "steps": "started"},
            ),
        },
    ),
    CurveWay("count", "按个数计分，例：3项以上满分，每少1项扣1分", {"of": "count", "pieces": _down("1分", "3", "1项")}),
    CurveWay(
        "faults",
        "按问题个数计分，例：每发现1个问题扣0.5分，最多扣2分",
        {
            "of": "faults",
            "pieces": _pieces(
                {"when": "=0", "gives": "100%"},
                {"when": "≥1", "loses": "0.5分", "per": "1", "from": "0", "at_most": "2分"},
            ),
        },
    ),
    CurveWay(
        "met",
        "按符合的要点个数计分，例：3项满分，2项得一半，1项以下不得分",
        {
            "of": "met",
            "pieces": _pieces(
                {"when": "≥3", "gives": "100%"}, {"when": "=2", "gives": "50%"}, {"when": "≤1", "gives": "0%"}
            ),
        },
    ),
    CurveWay(
        "unmet",
        "按不符合的要点个数计分，例：每有一项不符合扣1分",
        {
            "of": "unmet",
            "pieces": _pieces({"when": "=0", "gives": "100%"}, {"when": "≥1", "loses": "1分", "per": "1", "from": "0"}),
        },
    ),
    CurveWay(
        "rank",
        "按名次计分，例：第1名满分，每低1名扣0.5分",
        {
            "of": "rank",
            "pieces": _pieces(
                {"when": "=1", "gives": "100%"}, {"when": ">1", "loses": "0.5分", "per": "1", "from": "1"}
            ),
        },
    ),
)
"""One way per measure of the rules."""
