"""Laws of the descriptive chapters for random cases: whatever is filled in or not, every part is whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.cases import BOTH, case_of, sheet_of
from tests.strategies import contents

from jixiao.evaluation import Case
from jixiao.evaluation.content import CaseContent, Narrative
from jixiao.reports.content.annexes import annexes_of
from jixiao.reports.content.cover import cover_of
from jixiao.reports.content.opening import opening_of
from jixiao.reports.content.overview import overview_of
from jixiao.reports.content.parts import Chart, Section, Table
from jixiao.reports.content.system import system_of
from jixiao.reports.content.work import work_of


@dataclass(frozen=True)
class Odd:
    """An example whose texts are those of a random case, and of whose tables only some are there."""

    name: str
    random: CaseContent
    kept: frozenset[int]

    @property
    def case(self) -> Case:
        """The case itself."""
        case, random = case_of(self.name), self.random
        content = CaseContent(
            case=random.case.model_copy(update={"year": case.content.case.year}),
            indicators=case.content.indicators,
            narrative=_answering(random.narrative),
            basis=random.basis,
            process=random.process,
            evidence=random.evidence,
        )
        tables = tuple(table for number, table in enumerate(case.tables) if number in self.kept)
        return replace(case, content=content, tables=tables)


def _answering(narrative: Narrative) -> Narrative:
    """The narrative with only the recommendations a case may hold: those that answer one of its problems."""
    problems = {problem.id for problem in narrative.problems}
    kept = [each for each in narrative.recommendations if each.problem in problems]
    return narrative.model_copy(update={"recommendations": kept})


odd_cases = st.builds(Odd, st.sampled_from(BOTH), contents(), st.frozensets(st.integers(0, 8)))


def _exhibits(sections: tuple[Section, ...]) -> Iterator[Table | Chart]:
    for section in sections:
        yield from section.exhibits


def _is_whole(exhibit: Table | Chart) -> bool:
    if isinstance(exhibit, Chart):
        return all(len(series.values) == len(exhibit.categories) for series in exhibit.series)
    merges = {(row, merge.column) for merge in exhibit.merged for row in range(merge.row, merge.row + merge.rows)}
    return (
        {len(row) for row in exhibit.rows} == {len(exhibit.columns)}
        and all(row < len(exhibit.rows) for row in (*exhibit.strong, *(row for row, _ in merges)))
        and len(exhibit.indents) in (0, len(exhibit.rows))
        and sum(merge.rows for merge in exhibit.merged) == len(merges)
    )


@given(odd_cases)
def test_no_section_is_empty_and_every_exhibit_is_whole(odd: Odd) -> None:
    case = odd.case
    overview, work, outline = overview_of(case), work_of(case), system_of(case)
    annexes = annexes_of(case, sheet_of(odd.name))
    sections = (*overview, *(section for annex in annexes for section in annex.sections))
    assert all(section.heading and (section.paragraphs or section.exhibits) for section in sections)
    assert all(text.strip() for section in sections for text in section.paragraphs)
    tables = [*_exhibits(sections), outline.weights, outline.grades, *([work.schedule] if work.schedule else [])]
    assert all(map(_is_whole, tables))
    assert [annex.title.split()[0] for annex in annexes] == [f"附件{number}" for number in range(2, 2 + len(annexes))]


@given(odd_cases)
def test_what_is_told_in_the_case_stands_as_it_is_written(odd: Odd) -> None:
    case = odd.case
    general, work, cover = case.content.case, work_of(case), cover_of(case)
    assert (work.purpose, work.object, work.scope, work.funds) == (
        general.purpose,
        general.object,
        general.scope,
        general.funds,
    )
    assert work.principles == tuple(general.principles)
    assert [(told.title, told.text) for told in work.methods] == [(each.name, each.text) for each in general.methods]
    assert (cover.title, cover.department, cover.client) == (general.name, general.department, general.client)
    assert sum(len(group.documents) for group in work.basis) == len(case.content.basis)
    assert cover.short in opening_of(case)


@pytest.mark.parametrize("name", BOTH)
def test_every_sentence_ends_and_no_unit_or_percent_is_doubled(name: str) -> None:
    case = case_of(name)
    annexes = annexes_of(case, sheet_of(name))
    outline = system_of(case)
    texts = [
        opening_of(case),
        work_of(case).process,
        *(outline.sentence, *outline.levels, outline.scoring, outline.grade_sentence),
        *(text for section in overview_of(case) for text in section.paragraphs),
        *(text for annex in annexes for section in annex.sections for text in section.paragraphs),
    ]
    assert all(text.endswith(("。", "；", "：")) for text in texts)
    doubled = ("。。", "，，", "；。", "，。", "万元万元", "%%", "分分", "None", "  ")
    assert [(text, mark) for text in texts for mark in doubled if mark in text] == []
