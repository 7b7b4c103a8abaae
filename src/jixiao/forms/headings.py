"""What the headings of columns mean: the words known everywhere, and those that a profile of one's own adds."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from jixiao.forms.columns import headed
from jixiao.forms.rows import Row, Slot
from jixiao.forms.vocabulary import Column, indicator_column, is_number, money_column, plain

_OF_INDICATORS = frozenset(
    {Column.LEVEL1, Column.LEVEL2, Column.LEVEL3, Column.TARGET, Column.ACTUAL, Column.NATURE, Column.MEASURE}
)

_TARGETS = {"年初": "年初指标值", "调整": "调整指标值", "调整后": "调整指标值", "年中调整": "调整指标值"}
_PARTS = {
    Column.TARGET: frozenset({Column.NATURE, Column.MEASURE}),
    Column.SCORE: frozenset({Column.OF_HUNDRED, Column.COEFFICIENT}),
}


@dataclass(frozen=True)
class Headings:
    """Words of one's own by what they head. With `score_tables` tables without targets are forms too (评分表)."""

    own: Mapping[str, Column] = field(default_factory=dict)
    score_tables: bool = False

    @classmethod
    def of(cls, words: Mapping[Column, Sequence[str]], *, score_tables: bool) -> "Headings":
        """The headings of a profile.

        >>> Headings.of({Column.ACTUAL: ("办结数",)}, score_tables=False).indicator("办 结数").value
        '实际完成值'
        """
        return cls({plain(word): column for column, each in words.items() for word in each}, score_tables)

    def money(self, text: str) -> Column | None:
        """What a column headed so holds in the money block."""
        return self.own.get(plain(text)) or money_column(text)

    def indicator(self, text: str) -> Column | None:
        """What a column headed so holds in the indicator block."""
        return self.own.get(plain(text)) or indicator_column(text)

    def begin_money(self, row: Row) -> bool:
        """Whether a row heads the money block: it names the executed amount and another column, no figures behind them.

        A figure before its columns is one that strayed into the heading.
        """
        columns = headed(row, self.money)
        if Column.EXECUTED not in columns or len(columns) < 2:
            return False
        first = min(slot.at for slot in columns.values())
        return not any(is_number(slot.words) and slot.at > first for slot in row.filled)

    def begin_indicators(self, row: Row) -> bool:
        """Whether a row heads the indicator block."""
        columns = headed(row, self.indicator).keys()
        if not {Column.LEVEL2, Column.LEVEL3} & columns:
            return False
        measured = {Column.TARGET, Column.ACTUAL} <= columns or {Column.TARGET, Column.COEFFICIENT} <= columns
        return measured or (self.score_tables and _are_scores(columns))

    def are_half(self, row: Row) -> bool:
        """Whether a row is one line of a heading of the indicator block that has two lines."""
        columns = headed(row, self.indicator).keys()
        fresh = [slot.words for slot in row.filled if not slot.carried]
        splits_target = bool(fresh) and all(words in _TARGETS for words in fresh)
        has_names = not any(is_number(slot.words) for slot in row.filled)
        return has_names and (splits_target or len(_OF_INDICATORS & columns) > 1)

    def in_one(self, upper: Row, lower: Row) -> Row:
        """The heading that two lines make: what stands in the lower one, and what covers none of its columns."""
        slots = [_as_target(slot) for slot in lower.filled if not slot.carried]
        lower = replace(lower, filled=tuple(slots))
        known = headed(lower, self.indicator).keys()
        for slot in upper.filled:
            column = None if slot.carried else self.indicator(slot.cell.text)
            parts = [at for at, each in enumerate(slots) if slot.at < each.end and each.at < slot.end]
            if column is None:
                continue
            if not parts:
                slots.append(slot)
            elif column not in known and (len(parts) > 1 or _PARTS.get(column, frozenset()) & known):
                slots[parts[-1]] = replace(slots[parts[-1]], cell=slot.cell)  # the value behind its sign
            elif column not in known:
                end = max(each.end for each in slots)
                slots.append(replace(slot, at=end, end=end + 1))
        return replace(lower, filled=tuple(sorted(slots, key=lambda slot: slot.at)))

    def begin_score_table(self, row: Row) -> bool:
        """Whether a row heads a table of scores that has points and rules, but no targets."""
        columns = headed(row, self.indicator).keys()
        return self.score_tables and Column.LEVEL3 in columns and _are_scores(columns)


def _as_target(slot: Slot) -> Slot:
    """A cell below 年度指标值 that says which of two targets it heads (年初, 调整)."""
    whole = _TARGETS.get(slot.words)
    return replace(slot, cell=replace(slot.cell, text=whole)) if whole else slot


def _are_scores(columns: AbstractSet[Column]) -> bool:
    """Points and scores beside what explains them or a second score."""
    beside = {Column.STANDARD, Column.EXPLANATION, Column.REVIEW} & columns
    return {Column.POINTS, Column.SCORE} <= columns and bool(beside)
