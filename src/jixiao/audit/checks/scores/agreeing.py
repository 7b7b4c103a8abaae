"""The same indicator in several places: its weight, score, rate, name and code must be the same everywhere."""

from collections.abc import Iterator, Sequence

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import CODE_DIFFERS, CODE_TWICE, NAME_DIFFERS
from jixiao.audit.checks.scores.identity import Indicator, plain_code, plain_name
from jixiao.checking import Checked, Posed
from jixiao.findings import Severity
from jixiao.reading.scorebook import ScoreLine, ScoreSource
from jixiao.relations import Duplicate, Figure


def agreements(book: ScoreBook) -> Iterator[Posed | Checked]:
    """The relations between the sources and the sentences."""
    for indicator in book.indicators:
        for figures in zip(*((line.weight, line.score, line.rate) for line in indicator.lines), strict=True):
            yield from _same(figures)
        yield from _names(indicator)
        yield from _codes(indicator)
    for source in book.sources:
        yield from _repeated_codes(source)
    yield from _same(whole_scores(book))


def whole_scores(book: ScoreBook) -> list[Figure]:
    """The score of the whole, wherever it stands."""
    tables = [s.total.score for s in book.sources if s.total is not None and {each.level for each in s.tops} == {1}]
    return tables + [stated.line.score for stated in book.totals]


def _same(figures: Sequence[Figure]) -> Iterator[Posed]:
    """Every later statement is compared with the first, so that one wrong copy fails once."""
    stated = list(dict.fromkeys(figure for figure in figures if not figure.is_missing))
    for other in stated[1:]:
        yield Posed(Duplicate((stated[0], other)))


def _names(indicator: Indicator) -> Iterator[Checked]:
    first, *others = [line for line in indicator.lines if line.code] or [indicator.first]
    for other in others:
        if plain_name(other) == plain_name(first):
            yield Checked.held(NAME_DIFFERS, other.place)
            continue
        yield Checked.failed(
            NAME_DIFFERS,
            Severity.ERROR,
            f"指标 {first.code} 有两个名称",
            f"同一个指标，一处写作“{first.name}”，一处写作“{other.name}”。",
            other.place,
            first.place,
            stated=other.name,
            expected=first.name,
            group=f"{first.code}{other.name}",
        )


def _codes(indicator: Indicator) -> Iterator[Checked]:
    """Codes of one indicator; which of two is right cannot be told."""
    coded = [line for line in indicator.lines if line.code and plain_name(line) == plain_name(indicator.first)]
    for other in coded[1:]:
        if plain_code(other) == plain_code(coded[0]):
            yield Checked.held(CODE_DIFFERS, other.place)
            continue
        yield Checked.failed(
            CODE_DIFFERS,
            Severity.WARNING,
            f"“{other.name}”的编码有 {coded[0].code} 和 {other.code} 两个",
            f"同一个指标，一处编为 {coded[0].code}，一处编为 {other.code}；请统一。",
            other.place,
            coded[0].place,
            stated=other.code,
            expected=coded[0].code,
            group=f"{other.name}{other.code}",
            excused_by=(_code_twice(other.code), _code_twice(coded[0].code)),
        )


def _repeated_codes(source: ScoreSource) -> Iterator[Checked]:
    """Codes that one source gives to two indicators."""
    first: dict[str, ScoreLine] = {}
    for line in source.lines:
        if not line.code:
            continue
        known = first.setdefault(line.code, line)
        if known is line:
            yield Checked.held(CODE_TWICE, line.place)
            continue
        yield Checked.failed(
            CODE_TWICE,
            Severity.ERROR,
            f"编码 {line.code} 用于两个指标",
            f"“{known.name}”和“{line.name}”的编码都是 {line.code}，无法用编码区分。",
            line.place,
            known.place,
            stated=line.code,
            group=f"{line.code}{line.name}",
            cause=_code_twice(line.code),
        )


def _code_twice(code: str) -> str:
    return f"编码{code}重复"
