"""Reading the sheet 要点认定: which row answers what, in whatever order the rows stand."""

import re
from collections.abc import Sequence

from jixiao.packs.trees import Tree
from jixiao.workbook.checklistway import point_path
from jixiao.workbook.judgements import BETWEEN, EVIDENCE_CELLS, JUDGEMENTS, NOTES, OVERRIDE, QUESTIONS, SILENT, WHOLE
from jixiao.workbook.rows import Complaints, Row, Text, Where, rows_by_code, value_of
from jixiao.workbook.texts import split_list

_LISTS = ("scores", "grades")
_FAULT = re.compile("问题次数[:：](.+)")
_PART = re.compile(r"第(\d{1,3})部分")


def read_judgements(rows: Sequence[Row], complaints: Complaints) -> dict[str, Tree]:
    """What was found, by indicator; rows in which nothing is filled are passed over."""
    reader = _Reader(complaints)
    found: dict[str, Tree] = {}
    for code, own in rows_by_code(rows, complaints).items():
        reader.refuse_unjudged(own)
        tree = reader.findings(own)
        if tree:
            first = next(row for row in own if _is_filled(row))
            found[Text(code, first.get("code").where or first.where)] = tree
    return found


def _is_filled(row: Row) -> bool:
    return row.has("finding", "reason", "evidence", *OVERRIDE) or row.get("item") == SILENT


def _point_of(row: Row) -> tuple[int, ...] | None:
    """Which point the row judges, if any."""
    return point_path(row.get("item"))


class _Reader:
    """Reads the rows of one indicator after another."""

    def __init__(self, complaints: Complaints) -> None:
        self.complaints = complaints
        self._gaps = False

    def refuse_unjudged(self, rows: Sequence[Row]) -> None:
        """Of the points of an indicator, or of one of its parts, all are judged or none is."""
        by_place: dict[str, list[Row]] = {}
        for row in rows:
            if _point_of(row) is not None:
                by_place.setdefault(row.get("place"), []).append(row)
        self._gaps = False
        for points in by_place.values():
            left = [row for row in points if not row.has("finding")]
            told = left if len(left) < len(points) else [row for row in left if row.has(*NOTES)]
            for row in told:
                where = Where(JUDGEMENTS.name, row.where.row if row.where else 0, "认定")
                found = f"{'写了理由而' if row.has(*NOTES) else ''}没有认定的“{row.get('item')}”"
                mend = "请在“认定”一列选择；暂不评这个指标的，把它的各个要点都清空"
                self.complaints.add(where, found, "同一指标的要点都认定，或都留空", mend)
                self._gaps = True

    def findings(self, rows: Sequence[Row]) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        for row in (row for row in rows if _is_filled(row)):
            node = self._part(tree, row.get("place"))
            if node is not None and row.get("item") != SILENT:
                self._put(tree, node, row)
        return tree

    def _part(self, tree: dict[str, Tree], place: Text) -> dict[str, Tree] | None:
        """The findings of the part the row belongs to; parts left out before it are empty."""
        node = tree
        for step in filter(None, (step.strip() for step in place.split(BETWEEN))):
            match = _PART.fullmatch(step)
            if match is None or int(match[1]) == 0:
                self.complaints.add(place, f"“{place}”", "“第1部分”这样的写法，或空白", "请改写“所属部分”")
                return None
            parts = node.setdefault("parts", [])
            assert isinstance(parts, list)  # nothing else is ever put there
            while len(parts) < int(match[1]):
                parts.append({})
            inner = parts[int(match[1]) - 1]
            assert isinstance(inner, dict)  # nothing else is ever put there
            node = inner
        return node

    def _put(self, whole: dict[str, Tree], node: dict[str, Tree], row: Row) -> None:
        item, finding = row.get("item"), row.get("finding")
        self._override(whole, row)
        if item in ("", WHOLE):
            if finding:
                mend = "“总体”一行只写理由、佐证和调整得分；请把认定写到要点或事项的一行"
                self.complaints.add(finding, f"“{finding}”", "空白", mend)
            self._notes(node, row)
            return
        path = _point_of(row)
        if path is not None:
            self._point(node, path, row)
            return
        if not finding:
            if row.has(*NOTES):
                self.complaints.add(row, f"写了理由而没有认定的“{item}”", "认定", "请在“认定”一列填写")
            return
        self._answer(node, item, finding)
        self._notes(node, row)

    def _answer(self, node: dict[str, Tree], item: Text, finding: Text) -> None:
        fault = _FAULT.fullmatch(item)
        keys = {title: key for key, title in QUESTIONS.items()}
        if fault:
            faults = node.setdefault("faults", {})
            if isinstance(faults, dict) and fault[1].strip() not in faults:
                faults[fault[1].strip()] = finding
                return
        elif item not in keys:
            expected = f"总体、要点①、问题次数：…、{'、'.join(keys)}之一"
            self.complaints.add(item, f"“{item}”", expected, "请改写“认定事项”")
            return
        elif keys[item] not in node:
            parts: list[Tree] = [finding.like(part) for part in split_list(finding)]
            node[keys[item]] = parts if keys[item] in _LISTS else finding
            return
        self.complaints.add(item, f"第二个“{item}”", "每个事项只认定一次", "请合并或删去其中一行")

    def _notes(self, node: dict[str, Tree], row: Row) -> None:
        """Reason and evidence beside an answer belong to the whole indicator or part: joined to those of 总体."""
        if row.has("reason"):
            before = node.get("reason")
            reason = row.get("reason")
            node["reason"] = reason.like(f"{before}\n{reason}") if before else reason
        if row.has("evidence"):
            cited = value_of(row.get("evidence"), EVIDENCE_CELLS)
            before = node.setdefault("evidence", [])
            if isinstance(before, list) and isinstance(cited, list):
                before += [each for each in cited if each not in before]

    def _override(self, node: dict[str, Tree], row: Row) -> None:
        filled: dict[str, Tree] = {own: row.get(key) for key, own in OVERRIDE.items() if row.has(key)}
        if not filled:
            return
        for key, heading in (("score", "调整得分"), ("why", "调整理由"), ("author", "调整人")):
            if not row.has(key):
                self.complaints.add(
                    row, f"空着的“{heading}”", "得分、理由、调整人都填写的调整", f"请填写“{heading}”，或清空调整的各格"
                )
        if "override" in node:
            self.complaints.add(row, "第二个调整得分", "每个指标最多一个调整得分", "请只保留一个")
        node["override"] = filled

    def _point(self, node: dict[str, Tree], path: tuple[int, ...], row: Row) -> None:
        finding = row.get("finding")
        notes = {key: value_of(row.get(key), JUDGEMENTS.column(key)) for key in NOTES if row.has(key)}
        entry: Tree = {"is": finding, **notes} if notes else finding
        points = node.setdefault("points", [])
        assert isinstance(points, list)  # nothing else is ever put there
        if not _placed(points, path, entry) and not self._gaps:
            mend = "前面的要点都要认定，每个要点只认定一次"
            self.complaints.add(row.get("item"), f"“{row.get('item')}”", "接着上一个要点的序号", mend)


def _placed(points: list[Tree], path: tuple[int, ...], entry: Tree) -> bool:
    """Put the entry where its numbers say; whether it comes right after what is there. What was left out before it
    is filled with blanks, so that it is complained about once."""
    number, *rest = path
    follows = len(points) == number - 1
    while len(points) < number:
        points.append([] if rest and len(points) == number - 1 else "")
    if not rest:
        points[number - 1] = entry
        return follows
    inner = points[number - 1]
    return isinstance(inner, list) and _placed(inner, tuple(rest), entry)
