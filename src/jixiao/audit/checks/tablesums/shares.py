"""Shares: part ÷ whole in every row, and complete breakdowns that make 100 %."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.tablesums.asking import holds
from jixiao.audit.checks.tablesums.catalogue import SHARE_OF_PART, UNSETTLED
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.quantities import percent_text
from jixiao.reading.tables import Meaning, TableColumn, TableRow, TypedTable
from jixiao.reading.tables.breakdowns import Breakdown, breakdowns, lines_of_rows
from jixiao.relations import Quotient, Sum

_OF_SUPERIOR = re.compile("占(?:其)?上级|占本类|占所属")
_OF_TOTAL = re.compile(".*占(?:.*总|全部|全年|本年).*")
_WHOLE = 100


def shares(table: TypedTable) -> Iterator[Posed | Checked]:
    """The relations of every column of shares."""
    wholes = _Wholes.of(table)
    for column in table.of(Meaning.SHARE, Meaning.RATE):
        if column.meaning is Meaning.RATE and not _says_share(column):
            continue
        yield from _ShareColumn(table, column, wholes).checked()


def _says_share(column: TableColumn) -> bool:
    return bool(re.fullmatch("比率|百分比|.*满意度比率|比例|%", column.name))


@dataclass(frozen=True, slots=True)
class _Wholes:
    """For every row the total of the table, and the row or subtotal that it belongs to."""

    grand: TableRow | None
    above: Mapping[int, TableRow]
    breakdowns: tuple[Breakdown, ...]

    @classmethod
    def of(cls, table: TypedTable) -> "_Wholes":
        rows = {row.at: row for row in table.rows}
        found = tuple(breakdowns(lines_of_rows(table.rows)))
        totals = [one for one in found if one.total.strength]
        strongest = max(totals, key=lambda one: (one.total.strength, one.total.at), default=None)
        grand = rows[strongest.total.at] if strongest else _only_total(table)
        above: dict[int, TableRow] = {}
        for one in sorted(found, key=lambda each: bool(each.total.strength)):
            for line in one.readings[0]:
                above.setdefault(line.at, rows[one.total.at])
        return cls(grand, above, found)


def _only_total(table: TypedTable) -> TableRow | None:
    totals = [row for row in table.rows if row.is_total]
    return totals[-1] if totals else None


@dataclass(frozen=True, slots=True)
class _ShareColumn:
    table: TypedTable
    column: TableColumn
    wholes: _Wholes

    def checked(self) -> Iterator[Posed | Checked]:
        amounts = self._amounts()
        rows = [row for row in self.table.rows if not self.table.figure(row, self.column).is_missing]
        if amounts is not None and _OF_SUPERIOR.search(self.column.heading):
            for row in rows:
                yield self._of_superior(row, amounts)
        elif amounts is not None and self.wholes.grand is not None:
            yield from self._of_wholes(amounts, self.wholes.grand, rows)
        yield from self._complete(alone=amounts is None)

    def _amounts(self) -> TableColumn | None:
        """The column that the shares are shares of: the nearest with amounts or counts on the left, or the first."""
        columns = self.table.of(Meaning.AMOUNT, Meaning.COUNT)
        same = [each for each in columns if each.group == self.column.group] or list(columns)
        named = [each for each in columns if each.name and each.name in self.column.name]
        left = [each for each in named or same if each.at < self.column.at]
        return left[-1] if left else next(iter(named or same), None)

    def _of_wholes(self, amounts: TableColumn, grand: TableRow, rows: Sequence[TableRow]) -> Iterator[Posed | Checked]:
        of_total = {row.at: share for row in rows if (share := self._share(row, grand, amounts)) is not None}
        of_part = {
            row.at: share
            for row in rows
            if (whole := self.wholes.above.get(row.at)) not in (None, grand)
            and whole is not None
            and (share := self._share(row, whole, amounts)) is not None
        }
        fits_total = {at for at, share in of_total.items() if holds(share)}
        fits_part = {at for at, share in of_part.items() if holds(share)} - fits_total
        if not fits_total and not fits_part and len(self.table.of(Meaning.AMOUNT)) > 1:
            return  # shares of another column, such as 占预算比例
        says_total = _OF_TOTAL.fullmatch(self.column.heading) is not None
        fitting = [of_part[at] for at in fits_part] + [of_total[at] for at in fits_total]
        telling = [share for share in fitting if share.numerator.known.value]  # nothing is 0 % of every whole
        confirmed = len(telling) > 1 or len(of_total) < 2
        for at, share in of_total.items():
            if at in fits_part:
                if not says_total:
                    yield Posed(of_part[at])
            elif at in fits_total:
                yield Posed(share)
            elif not confirmed or (at == grand.at and self._is_of_rows(grand)):
                yield Checked.not_made(UNSETTLED, f"“{share.result.name}”的分母不能确定", share.result.place)
            else:
                by_part = fits_part and at in of_part and not says_total
                yield Posed(of_part[at] if by_part or (fits_part and self._has_sibling(at, fits_part)) else share)
        if says_total and fits_part:
            yield self._other_whole(
                [of_total[at] for at in sorted(fits_part)], [of_part[at] for at in sorted(fits_part)]
            )

    def _is_of_rows(self, grand: TableRow) -> bool:
        """Whether the total has another share than the whole in several such columns: each is of its row, not of it.

        A survey prints beside each answer its share of all answers to the question; that a column adds up to just as
        many answers as one question has is chance.
        """
        alike = [
            self.table.figure(grand, each)
            for each in self.table.of(Meaning.SHARE, Meaning.RATE)
            if each.at != self.column.at and each.name == self.column.name
        ]
        return any(not figure.is_missing and figure.known.value != _WHOLE for figure in alike)

    def _of_superior(self, row: TableRow, amounts: TableColumn) -> Posed | Checked:
        """The share of the row it belongs to; where no mark tells which that is, of any row above that it fits."""
        above = self.wholes.above.get(row.at)
        rows = [each for each in self.table.rows if each.at < row.at] if above is None or above.is_total else [above]
        found = [share for whole in reversed(rows) if (share := self._share(row, whole, amounts)) is not None]
        fitting = next((share for share in found if holds(share)), None)
        if fitting is not None:
            return Posed(fitting)
        if len(found) == 1:
            return Posed(found[0])
        stated = self.table.figure(row, self.column)
        return Checked.not_made(UNSETTLED, f"“{stated.name}”的上级是哪一行不能确定", stated.place)

    def _has_sibling(self, at: int, fits: set[int]) -> bool:
        """Whether a row below the same whole is a share of that whole."""
        whole = self.wholes.above.get(at)
        return whole is not None and any(self.wholes.above.get(other) == whole for other in fits)

    def _share(self, row: TableRow, whole: TableRow, amounts: TableColumn) -> Quotient | None:
        part, all_of_it = self.table.figure(row, amounts), self.table.figure(whole, amounts)
        if part.is_missing or all_of_it.is_missing or not all_of_it.known.value:
            return None
        return Quotient.share(self.table.figure(row, self.column), part, all_of_it)

    def _other_whole(self, of_total: Sequence[Quotient], of_part: Sequence[Quotient]) -> Checked:
        recomputed = [
            percent_text(share.numerator.known.value / share.denominator.known.value, 2) for share in of_total
        ]
        rows = "；".join(
            f"{part.result.name}印的是 {part.result}，为占“{part.denominator.name}”的比重，占总数应为 {text}"
            for part, text in zip(of_part, recomputed, strict=True)
        )
        return Checked.failed(
            SHARE_OF_PART,
            Severity.WARNING,
            f"“{self.column.heading}”中有 {len(of_part)} 行不是占总数的比重",
            f"表头写的是“{self.column.heading}”，而这些行印的是占各自上级的比重：{rows}。",
            *(share.result.place for share in of_part),
            stated=" / ".join(str(share.result) for share in of_part),
            expected=" / ".join(recomputed),
        )

    def _complete(self, *, alone: bool) -> Iterator[Posed]:
        """The shares of the items of a total make its share; those of a group make that of the group, or 100 %.

        A failure is told only where shares stand `alone`: beside amounts the share that is wrong has failed already.
        """
        rows = {row.at: row for row in self.table.rows}
        for one in self.wholes.breakdowns:
            total = self.table.figure(rows[one.total.at], self.column)
            sums: list[Sum] = []
            for items in one.readings:
                printed = [self.table.figure(rows[line.at], self.column) for line in items]
                figures = [figure for figure in printed if not figure.is_missing]
                if len(figures) > 1 and not total.is_missing:
                    sums.append(Sum.of(total, figures))
                if len(figures) > 1:
                    sums.append(Sum.of_shares(figures))
            fitting = next(filter(holds, sums), None)
            if fitting is not None:
                yield Posed(fitting)
            elif alone and sums and one.total.strength and not total.is_missing:
                yield Posed(sums[0])
