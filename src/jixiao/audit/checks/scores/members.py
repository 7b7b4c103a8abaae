"""What sentences say a group consists of: as many indicators as the tables list, under the same names."""

from collections.abc import Iterable, Iterator, Sequence

from jixiao.audit.checks.scores.book import ScoreBook
from jixiao.audit.checks.scores.catalogue import COUNT_DIFFERS, NAME_DIFFERS
from jixiao.audit.checks.scores.identity import Indicator, plain
from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.reading.indicatorlists import StatedMembers


def members(book: ScoreBook, stated: Iterable[StatedMembers]) -> Iterator[Checked]:
    """Every list of the members of a group that the tables or the annex hold."""
    for each in stated:
        group = book.indicators.named(each.of)
        listed = [] if group is None else _listed(book, group, each.level)
        if listed:
            yield _number(each, listed)
            yield from _names(each, listed)


def _listed(book: ScoreBook, group: Indicator, level: int) -> Sequence[Indicator]:
    """The indicators of the level directly in the group, in the first source that holds them."""
    for source in book.sources:
        lines = [line for line in source.lines if line.level == level and book.indicators.group_of(line) is group]
        if lines:
            return [book.indicators.holding(line) for line in lines]
    return []


def _number(stated: StatedMembers, listed: Sequence[Indicator]) -> Checked:
    if stated.number == len(listed) == len(stated.names):
        return Checked.held(COUNT_DIFFERS, stated.place)
    return Checked.failed(
        COUNT_DIFFERS,
        Severity.ERROR if stated.number != len(listed) else Severity.WARNING,
        f"文中说“{stated.of}”有 {stated.number} 个指标，列出 {len(stated.names)} 个，得分表有 {len(listed)} 个",
        f"文中列出{_quoted(stated.names)}；得分表列有{_quoted([each.first.name for each in listed])}。",
        stated.place,
        listed[0].first.place,
        stated=f"{stated.number}个",
        expected=f"{len(listed)}个",
    )


def _names(stated: StatedMembers, listed: Sequence[Indicator]) -> Iterator[Checked]:
    """Where one name alone is unknown and one indicator alone unnamed, they are the same."""
    known = {plain(line.key): each for each in listed for line in each.lines}
    unknown = [name for name in stated.names if plain(name) not in known]
    named = {id(known[plain(name)]) for name in stated.names if plain(name) in known}
    unnamed = [each for each in listed if id(each) not in named]
    if not unknown:
        yield Checked.held(NAME_DIFFERS, stated.place)
    elif len(unknown) == len(unnamed) == 1 and len(stated.names) > 1:
        (name,), (indicator,) = unknown, unnamed
        yield Checked.failed(
            NAME_DIFFERS,
            Severity.WARNING,
            f"指标 {indicator.first.label} 在文中写作 {name}",
            f"文中列出“{stated.of}”的各指标，其余都与得分表相同，只有“{name}”在得分表中写作“{indicator.first.name}”。",
            stated.place,
            indicator.first.place,
            stated=name,
            expected=indicator.first.name,
        )


def _quoted(names: Sequence[str]) -> str:
    return "、".join(f"“{name}”" for name in names)
