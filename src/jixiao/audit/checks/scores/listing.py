"""Which indicators a document lists: none may be missing from the annex, and their number must be the one stated."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import COUNT_DIFFERS, MISSING_ROW
from jixiao.audit.checks.scores.totals import missing_rows
from jixiao.audit.posing import Checked
from jixiao.findings import Severity
from jixiao.reading.mentions import Mention
from jixiao.reading.scorebook import LAST_LEVEL, ScoreLine, ScoreSource

_LEVELS = {"一": 1, "二": 2, "三": 3}
_COUNTED = re.compile("([一二三])级指标(?:共|有|为|共有)?$")
_COUNTED_BEHIND = re.compile("([一二三])级指标")


def missing(book: ScoreBook) -> Iterator[Checked]:
    """The indicators of the score tables that the annex does not hold, as one finding."""
    annex = book.annex
    if annex is None or not any(line.level == LAST_LEVEL for line in annex.lines):
        return
    known = {line.code for line in annex.lines} | {line.key for line in annex.lines}
    listed = [line for table in book.tables for line in table.lines]
    lacking = [line for line in listed if not (line.code and line.code in known) and line.key not in known]
    for line in listed:
        if line not in lacking:
            yield Checked.held(MISSING_ROW, line.place)
    if lacking:
        yield _lacking(annex, lacking)


def _lacking(annex: ScoreSource, lacking: Sequence[ScoreLine]) -> Checked:
    names = "、".join(f"“{line.label}”" for line in lacking)
    before = max(
        (line for line in annex.lines if line.code < lacking[0].code), key=lambda line: line.number, default=None
    )
    places = [line.place for line in lacking] + ([before.place] if before is not None else [])
    return Checked.failed(
        MISSING_ROW,
        Severity.ERROR,
        f"附件的指标体系表缺少 {len(lacking)} 个指标（含分组）",
        f"得分表列有{names}，附件的指标体系表中没有这些行，无法核对它们的评分规则和评分过程。",
        *places,
        expected=names,
        cause=missing_rows(annex.name),
    )


def counts(book: ScoreBook, mentions: Sequence[Sequence[Mention]]) -> Iterator[Checked]:
    """The numbers of indicators that sentences about the whole system state, against what is listed."""
    for found in mentions:
        stated = {level: one for one in found if (level := _level(one))}
        if set(stated) == {1, 2, 3}:
            for name, lines in _wholes(book):
                for level, mention in stated.items():
                    yield _counted(name, level, mention, sum(line.level == level for line in lines))


def _level(mention: Mention) -> int:
    """Which level the mention counts the indicators of: 三级指标27个, 27个三级指标; 0 for anything else."""
    if mention.printed.unit is None or mention.printed.unit.symbol not in ("个", "项"):
        return 0
    found = _COUNTED.search(mention.before) or _COUNTED_BEHIND.match(mention.after)
    return _LEVELS[found[1]] if found else 0


def _wholes(book: ScoreBook) -> Iterator[tuple[str, Sequence[ScoreLine]]]:
    """The lists of all indicators: the annex, and the score tables of the body taken together."""
    if book.annex is not None:
        yield book.annex.name, book.annex.lines
    together = {(line.level, line.code or line.key): line for table in book.tables for line in table.lines}
    lines = list(together.values())
    if {line.level for line in lines} == {1, 2, 3}:
        yield "各得分表", lines


def _counted(name: str, level: int, mention: Mention, listed: int) -> Checked:
    stated = mention.printed.value
    if stated == listed:
        return Checked.held(COUNT_DIFFERS, mention.place)
    ordinal = "一二三"[level - 1]
    return Checked.failed(
        COUNT_DIFFERS,
        Severity.ERROR,
        f"文中说{ordinal}级指标 {stated} 个，{name}列出 {listed} 个",
        f"写明的{ordinal}级指标个数是 {stated}，{name}中逐个数出来是 {listed}。",
        mention.place,
        stated=str(mention.printed),
        expected=f"{listed}个",
        group=name,
        excused_by=(missing_rows(name),),
    )
