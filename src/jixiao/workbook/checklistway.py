"""Scoring by the points of the criteria, each with its share."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.packs.trees import Tree
from jixiao.workbook.rows import Text
from jixiao.workbook.rulewords import ALL_POINTS, EQUAL, PARTLY, POINT_COUNT, TOLERANCE
from jixiao.workbook.texts import circled, number_of
from jixiao.workbook.ways import Branch, Misread, Way, body_of, branch, items_of, required


def point_label(path: tuple[int, ...]) -> str:
    """The number of a point, counted from one: ②, and ②-1 for its first sub-point.

    >>> point_label((2,)), point_label((2, 1, 3))
    ('②', '②-1-3')
    """
    return "-".join([circled(path[0]), *map(str, path[1:])])


def point_path(text: str) -> tuple[int, ...] | None:
    """The numbers of a point, or None if the text numbers none.

    >>> point_path("要点②-1"), point_path("3"), point_path("②.1"), point_path("其他")
    ((2, 1), (3,), (2, 1), None)
    """
    first, *rest = re.split(r"[-－—.．]", text.removeprefix("要点").strip())
    numbers = [number_of(first), *(int(part) if part.isdecimal() and len(part) < 4 else None for part in rest)]
    path = tuple(number for number in numbers if number)
    return path if len(path) == len(numbers) else None


class ChecklistWay(Way):
    """Every point of the criteria earns its share."""

    rule_in_gives = False

    def __init__(self, name: str, meaning: str, by_completion: bool, example: Tree) -> None:
        self.name = name
        self.meaning = meaning
        self.by_completion = by_completion
        self.example = {"checklist": example}

    def accepts(self, part: Mapping[str, Tree]) -> bool:
        """A checklist, by judgement or by completion."""
        body = part.get("checklist")
        return isinstance(body, dict) and ("by" in body) == self.by_completion

    def branches(self, part: Mapping[str, Tree]) -> Iterator[Branch]:
        """A row per point, then what holds for all of them."""
        body = body_of(part, "checklist")
        if body.get("points") == "equal":
            yield branch(item=f"共{body['count']}个要点" if "count" in body else ALL_POINTS, gives=EQUAL)
        else:
            for path, share in _flat(items_of(body.get("points")), ()):
                yield branch(item=point_label(path), gives=share)
        if "partly" in body:
            yield branch(item=PARTLY, gives=body["partly"])
        if "tolerance" in body:
            yield branch(item=TOLERANCE, gives=body["tolerance"])

    def part(self, branches: Sequence[Branch]) -> dict[str, Tree]:
        """The checklist of the rows."""
        body: dict[str, Tree] = {}
        points: list[Tree] = []
        for row in (one.row for one in branches):
            item, gives = required(row, "item", "名称"), required(row, "gives", "得分")
            count = POINT_COUNT.fullmatch(item)
            if item == PARTLY:
                body["partly"] = gives
            elif item == TOLERANCE:
                body["tolerance"] = gives
            elif gives == EQUAL:
                body["points"] = gives.like("equal")
                body |= {"count": item.like(count[1])} if count else {}
            else:
                _place(points, item, gives)
        if points and "points" in body:
            raise Misread(branches[0].row, f"既有“{EQUAL}”又有各要点的得分", "二者之一", f"要点均分的只留“{EQUAL}”一行")
        body.setdefault("points", points)
        if self.by_completion:
            body["by"] = "completion"
        return {"checklist": body}


def _flat(points: Sequence[Tree], above: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
    for number, point in enumerate(points, start=1):
        if isinstance(point, list):
            yield from _flat(point, (*above, number))
        else:
            yield (*above, number), str(point)


def _place(points: list[Tree], item: Text, share: Text) -> None:
    """Put the share where its number says, in the order of the rows."""
    path = point_path(item)
    if path is None:
        expected = f"要点的序号（① 或 ②-1）、{ALL_POINTS}、{PARTLY}、{TOLERANCE}"
        raise Misread(item, f"“{item}”", expected, "请填写要点在“评价要点”中的序号")
    level = points
    for depth, number in enumerate(path):
        last = depth == len(path) - 1
        below = None if last or len(level) < number else level[number - 1]
        if len(level) == number - 1:
            below = None if last else []
            level.append(share if below is None else below)
        elif not isinstance(below, list):
            raise Misread(
                item, f"“{item}”", f"接着上一行的序号（第 {len(level) + 1} 个）", "请按顺序逐个填写要点，不要遗漏和重复"
            )
        if isinstance(below, list):
            level = below


def checklist_ways() -> tuple[ChecklistWay, ...]:
    """Both kinds of checklist."""
    return (
        ChecklistWay(
            "要点计分",
            f"逐个认定评价要点，符合的得分；每个要点一行，各要点相等时只写一行“{ALL_POINTS}　{EQUAL}”；"
            f"允许部分符合的，加一行“{PARTLY}”写它得该要点的几成",
            False,
            {"points": ["50%", ["25%", "25%"]], "partly": "50%"},
        ),
        ChecklistWay(
            "要点按完成率计分",
            f"各要点按完成率得分；加一行“{TOLERANCE}”时，偏差在此以内为符合、否则不得分",
            True,
            {"points": ["50%", "50%"], "by": "completion"},
        ),
    )
