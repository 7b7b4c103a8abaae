"""Which indicators a document lists: none may be missing from the annex, and their number must be the one stated."""

from collections.abc import Iterable, Iterator, Sequence

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import COUNT_DIFFERS, MISSING_ROW
from jixiao.audit.checks.scores.identity import Indicator, Indicators
from jixiao.audit.checks.scores.totals import missing_rows
from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.quantities import exact_text
from jixiao.reading.indicatorlists import StatedCount
from jixiao.reading.scorebook import LAST_LEVEL, ScoreLine, ScoreSource

_EVERY_LEVEL = {1, 2, LAST_LEVEL}
_TOGETHER = "各得分表"


def missing(book: ScoreBook) -> Iterator[Checked]:
    """The indicators of the score tables that the annex does not hold, as one finding."""
    annex = book.annex
    if annex is None or not any(line.level == LAST_LEVEL for line in annex.lines):
        return
    in_annex = {id(book.indicators.holding(line)) for line in annex.lines}
    in_tables = {id(book.indicators.holding(line)) for table in book.tables for line in table.lines}
    listed = [each for each in book.indicators if id(each) in in_tables]
    names = {line.key for line in annex.lines}
    lacking = [each for each in listed if id(each) not in in_annex and not names & {line.key for line in each.listed}]
    for each in listed:
        if id(each) in in_annex:
            yield Checked.held(MISSING_ROW, each.first.place)
    if lacking:
        yield _lacking(annex, lacking)


def shortened(book: ScoreBook) -> Iterator[Checked]:
    """The score tables with a group whose weight lacks just what indicators weigh that only the annex lists in it."""
    if book.annex is None:
        return
    leaves = [line for line in book.annex.lines if line.level == LAST_LEVEL and not line.weight.is_missing]
    for table in book.tables:
        there = {id(book.indicators.holding(line)) for line in table.lines}
        wholes = table.lines if table.total is None else (*table.lines, table.total)
        groups = [(whole, table.tops if whole is table.total else table.below(whole)) for whole in wholes]
        left_out = [
            line
            for whole, below in groups
            for line in _left_out(
                whole, below, [leaf for leaf in leaves if id(book.indicators.holding(leaf)) not in there], book
            )
        ]
        if left_out:
            yield _left_out_of(table, list(dict.fromkeys(left_out)))


def _left_out(
    whole: ScoreLine, below: Sequence[ScoreLine], absent: Sequence[ScoreLine], book: ScoreBook
) -> Sequence[ScoreLine]:
    """The absent indicators of the group that the lines below a whole belong to, if they weigh what those lack."""
    if (
        not below
        or any(line.level != LAST_LEVEL or line.weight.is_missing for line in below)
        or whole.weight.is_missing
    ):
        return ()
    groups = set.intersection(*(book.indicators.holding(line).groups for line in below))
    own = [line for line in absent if groups & book.indicators.holding(line).groups]
    lacking = whole.weight.known.value - sum(line.weight.known.value for line in below)
    return own if own and sum(line.weight.known.value for line in own) == lacking else ()


def _left_out_of(table: ScoreSource, lines: Sequence[ScoreLine]) -> Checked:
    names = "、".join(f"“{line.label}”" for line in lines)
    return Checked.failed(
        MISSING_ROW,
        Severity.ERROR,
        f"{table.name}缺少 {len(lines)} 个指标",
        f"附件的指标体系表列有{names}，{table.name}中没有这些行，这一组的权重因此正好少 "
        f"{exact_text(sum(line.weight.known.value for line in lines))} 分。",
        table.lines[-1].place,
        *(line.place for line in lines),
        expected=names,
        cause=missing_rows(table.name),
    )


def _lacking(annex: ScoreSource, lacking: Sequence[Indicator]) -> Checked:
    names = "、".join(f"“{each.first.label}”" for each in lacking)
    first = lacking[0].first.code
    before = max((line for line in annex.lines if line.code < first), key=lambda line: line.number, default=None)
    places = [each.first.place for each in lacking] + ([before.place] if before is not None else [])
    return Checked.failed(
        MISSING_ROW,
        Severity.ERROR,
        f"附件的指标体系表缺少 {len(lacking)} 个指标（含分组）",
        f"得分表列有{names}，附件的指标体系表中没有这些行，无法核对它们的评分规则和评分过程。",
        *places,
        expected=names,
        cause=missing_rows(annex.name),
    )


def counts(book: ScoreBook, stated: Iterable[StatedCount]) -> Iterator[Checked]:
    """The numbers of indicators that sentences state, against what is listed."""
    wholes = tuple(_wholes(book))
    for count in stated:
        by_number: dict[int, list[str]] = {}
        for name, lines in wholes:
            if (listed := _number(book.indicators, lines, count)) is not None:
                by_number.setdefault(listed, []).append(name)
        for listed, names in by_number.items():
            sources = [*names, *(table.name for table in book.tables if _TOGETHER in names)]
            yield _counted(names, count, listed, tuple(map(missing_rows, sources)))


def _wholes(book: ScoreBook) -> Iterator[tuple[str, Sequence[ScoreLine]]]:
    """The lists of all indicators: the annex, and the score tables of the body taken together."""
    if book.annex is not None and {line.level for line in book.annex.lines} >= _EVERY_LEVEL:
        yield book.annex.name, book.annex.lines
    together = [line for table in book.tables for line in table.lines]
    if {line.level for line in together} >= _EVERY_LEVEL:
        yield _TOGETHER, together


def _number(indicators: Indicators, lines: Sequence[ScoreLine], count: StatedCount) -> int | None:
    """How many indicators of the level the lines list, each once; None where the group counted is not found."""
    at_level = [line for line in lines if line.level == count.level]
    if count.of:
        group = indicators.named(count.of)
        if group is None or group.level >= count.level:
            return None
        at_level = [line for line in at_level if _is_in(line, group, indicators)]
    return len({id(indicators.holding(line)) for line in at_level}) or None


def _is_in(line: ScoreLine, group: Indicator, indicators: Indicators) -> bool:
    """Whether the line stands in the group, as a table or (in a table of this group alone) its code tells."""
    codes = tuple(other.code for other in group.listed if other.code) if group.level == 1 else ()
    return id(group) in indicators.holding(line).groups or (bool(codes) and line.code.startswith(codes))


def _counted(names: Sequence[str], count: StatedCount, listed: int, excused_by: tuple[str, ...]) -> Checked:
    stated = count.mention.printed.value
    if stated == listed:
        return Checked.held(COUNT_DIFFERS, count.mention.place)
    ordinal, name = "一二三"[count.level - 1], "和".join(names)
    of = f"“{count.of}”的" if count.of else ""
    return Checked.failed(
        COUNT_DIFFERS,
        Severity.ERROR,
        f"文中说{of}{ordinal}级指标 {stated} 个，{name}列出 {listed} 个",
        f"写明的{of}{ordinal}级指标个数是 {stated}，{name}中逐个数出来是 {listed}。",
        count.mention.place,
        stated=str(count.mention.printed),
        expected=f"{listed}个",
        group=f"{name}{count.of}{count.level}",
        excused_by=excused_by,
    )
