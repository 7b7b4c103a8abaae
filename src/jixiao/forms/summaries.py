"""Tables that list the self-evaluated projects with money, score and grade (项目支出绩效自评情况汇总表)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from jixiao.forms.model import NOTHING, Said, Summary, SummaryRow
from jixiao.forms.rows import Row, Slot, figure_of, unit_in
from jixiao.forms.vocabulary import is_total, is_total_money, unbracketed
from jixiao.quantities import Unit, unit_named
from jixiao.reading.labels import squeezed
from jixiao.relations import Figure
from jixiao.text.quoting import cited


class _Holds(Enum):
    NUMBER = "序号"
    NAME = "项目名称"
    MONEY = "资金"
    SCORE = "自评得分"
    GRADE = "自评等级"
    CONTACT = "联系人及电话"


_HEADINGS = (
    (_Holds.NUMBER, re.compile("序号|编号")),
    (_Holds.NAME, re.compile("(?:预算|支出|自评)?项目(?:名称)?")),
    (_Holds.GRADE, re.compile("(?:自评|评价|绩效)?(?:结果|得分)?(?:等级|等次|档次)|自评(?:结果|结论)")),
    (_Holds.SCORE, re.compile("(?:自评|评价|绩效)*(?:得分|评分|总分|分数|分值)")),
    (_Holds.MONEY, re.compile("(?:项目|预算|全年|年初|安排)*(?:资金|金额|预算)(?:数|总额|金额|规模)?")),
    (_Holds.CONTACT, re.compile("联系.*|.*电话")),
)
_UNIT_LINE = re.compile(r"[(（]?(?:金额)?单位\s*[:：]\s*(?:人民币)?(万元|亿元|元)[)）]?")
_BLANK_FIELD = re.compile(r"[^:：]{2,14}[:：]\s*")
_POINTS = unit_named("分")


@dataclass
class SummaryDraft:
    """Takes the rows of one summary in their order."""

    title: Said
    columns: Mapping[_Holds, Slot]
    unit: Unit | None
    blanks: tuple[Said, ...]
    rows: list[SummaryRow] = field(default_factory=list)
    total: SummaryRow | None = None

    def take(self, row: Row) -> bool:
        """Read one row; false where it does not belong to the summary."""
        name = self._cell(row, _Holds.NAME)
        number = self._cell(row, _Holds.NUMBER)
        first = row.filled[0]
        if is_total(first.words) or is_total_money(first.words):
            self.total = self._row(row, first, first.words)
            return True
        if name is None or name.carried:
            return False
        self.rows.append(self._row(row, name, number.words if number else ""))
        return True

    def summary(self) -> Summary:
        """What was read."""
        columns = frozenset(holds.value for holds in self.columns)
        return Summary(self.title, tuple(self.rows), self.total, columns, self.blanks)

    def _row(self, row: Row, name: Slot, number: str) -> SummaryRow:
        project = squeezed(name.cell.text)
        labels = {"table": "汇总表", "row": project}

        def said(holds: _Holds) -> Said:
            slot = self._cell(row, holds)
            return slot.said(**labels, column=holds.value) if slot else NOTHING

        def figure(holds: _Holds, unit: Unit | None) -> Figure:
            slot = self._cell(row, holds)
            return figure_of(
                f"汇总表{cited(project)}{holds.value}", slot, name.cell.place, unit, **labels, column=holds.value
            )

        return SummaryRow(
            number,
            name.said(**labels, column=_Holds.NAME.value),
            figure(_Holds.MONEY, self.unit),
            figure(_Holds.SCORE, _POINTS),
            said(_Holds.GRADE),
            said(_Holds.CONTACT),
        )

    def _cell(self, row: Row, holds: _Holds) -> Slot | None:
        heading = self.columns.get(holds)
        return row.between(heading.at, heading.end) if heading else None


def summary_headed(row: Row, title: Said | None, before: Sequence[Said]) -> SummaryDraft | None:
    """The summary that a row of headings begins; None where it is no such row."""
    columns: dict[_Holds, Slot] = {}
    for slot in row.filled:
        holds = _held_under(slot.words)
        if holds is not None:
            columns.setdefault(holds, slot)
    judged = [columns[holds] for holds in (_Holds.SCORE, _Holds.GRADE) if holds in columns]
    announced = title or any("自评" in slot.words for slot in judged)
    if _Holds.NAME not in columns or not judged or not announced or len(columns) < 3:
        return None
    return SummaryDraft(title or Said("", row.place), columns, _unit(columns, before), tuple(_blanks(before)))


@lru_cache(maxsize=8192)
def _held_under(heading: str) -> _Holds | None:
    words = unbracketed(heading)
    return next((holds for holds, pattern in _HEADINGS if pattern.fullmatch(words)), None)


def _unit(columns: Mapping[_Holds, Slot], before: Sequence[Said]) -> Unit | None:
    heading = columns.get(_Holds.MONEY)
    own = unit_in(heading.cell.text) if heading else None
    lines = [found[1] for said in before if (found := _UNIT_LINE.search(said.text))]
    return own or (unit_named(lines[-1]) if lines else None)


def _blanks(before: Sequence[Said]) -> list[Said]:
    """The lines between title and table that only name what should be filled in."""
    return [said for said in before if _BLANK_FIELD.fullmatch(said.text)]
