"""The projects of a table and those that the text goes through one by one bear the same names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.audit.checks.crossing.catalogue import PROJECT_NAMES
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Place, Severity
from jixiao.reading.running import Passage
from jixiao.reading.tables import Meaning, TypedTable

_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2})[).、](?P<name>[^:。;,]{3,40}):")
_OF_PROJECTS = re.compile("项目")
_PROJECTS_ROW = re.compile("项目支出(?:小计|合计)?|特定目标类|项目名称")
_NOT_IN_NAMES = re.compile(r"(?:19|20)\d\d年?(?:度)?|[“”\"'()、,.·\-—《》]|^\d{1,2}[.、]|\s")
_FEWEST = 3
_ENOUGH_ALIKE = 2  # of three


@dataclass(frozen=True, slots=True)
class _Listed:
    """A name in a list and where it stands."""

    name: str
    place: Place

    @property
    def key(self) -> str:
        """The name without number, year and punctuation."""
        return _NOT_IN_NAMES.sub("", self.name)


def project_names(material: Material) -> Iterator[Checked]:
    """Each run of numbered paragraphs about projects against the table that lists as many."""
    tables = [listed for table in material.tables if (listed := tuple(_in_table(table)))]
    for told in _told(material.passages):
        alike = [listed for listed in tables if len(listed) == len(told) and _is_alike(listed, told)]
        if alike:
            yield from _compared(max(alike, key=lambda listed: _in_common(listed, told)), told)


def _told(passages: Sequence[Passage]) -> Iterator[tuple[_Listed, ...]]:
    """The names of paragraphs 1., 2., 3. … of one section that speaks of projects."""
    run: list[_Listed] = []
    section: object = None
    for passage in passages:
        found = _NUMBERED.match(passage.text)
        goes_on = found and int(found["number"]) == len(run) + 1 and passage.section == section
        if found and not goes_on and int(found["number"]) == 1:
            yield from _worth_it(run)
            run, section, goes_on = [], passage.section, True
        if found and goes_on and any(_OF_PROJECTS.search(heading.title) for heading in passage.section):
            run.append(_Listed(found["name"], passage.place(found.start("name"), found.end("name"))))
        elif passage.section != section:
            yield from _worth_it(run)
            run, section = [], None
    yield from _worth_it(run)


def _worth_it(run: list[_Listed]) -> Iterator[tuple[_Listed, ...]]:
    if len(run) >= _FEWEST:
        yield tuple(run)


def _in_table(table: TypedTable) -> Iterator[_Listed]:
    """The rows below 项目支出, or all rows of a list of projects."""
    columns = table.of(Meaning.NAME)
    if not columns or not table.of(Meaning.AMOUNT):
        return
    inside = "项目" in table.caption and "支出" not in table.caption
    for row in table.rows:
        if row.is_total:
            inside = False
        elif _PROJECTS_ROW.search(row.label):
            inside = True
        elif inside and not row.is_part:
            yield _Listed(row.label, table.cell(row, columns[0]).place)


def _is_alike(listed: Sequence[_Listed], told: Sequence[_Listed]) -> bool:
    """Whether most names of the lists are the same, so that both must list the same projects."""
    return _in_common(listed, told) >= max(_FEWEST, len(told) * _ENOUGH_ALIKE / 3)


def _in_common(listed: Sequence[_Listed], told: Sequence[_Listed]) -> int:
    return len({one.key for one in listed} & {one.key for one in told})


def _compared(listed: Sequence[_Listed], told: Sequence[_Listed]) -> Iterator[Checked]:
    in_table, in_text = {one.key for one in listed}, {one.key for one in told}
    yield from (Checked.held(PROJECT_NAMES, one.place) for one in told if one.key in in_table)
    strange = [one for one in told if one.key not in in_table]
    untold = [one for one in listed if one.key not in in_text]
    for one, other in zip(strange, untold, strict=True):
        yield Checked.failed(
            PROJECT_NAMES,
            Severity.ERROR,
            f"正文的项目“{one.name}”不在表中，表中的“{other.name}”正文没有说明",
            f"表中与正文各列出 {len(told)} 个项目，其中 {len(told) - len(strange)} 个名称相同；"
            f"正文的“{one.name}”在表中找不到，表中的“{other.name}”在正文找不到：或是同一项目用了两个名称，或是两处所列不同。",
            one.place,
            other.place,
            stated=one.name,
            expected=other.name,
        )
