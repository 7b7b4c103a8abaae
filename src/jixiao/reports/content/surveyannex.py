"""The annex on satisfaction surveys: who was asked, what was answered, what it came to and by which weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.evaluation.case import Case
from jixiao.evaluation.satisfaction import composite_interval, interval_text, is_stated
from jixiao.expressions import Binary, Name
from jixiao.facts import Fact
from jixiao.facts.kinds import ANSWERS
from jixiao.facts.surveys import Survey, surveys_in
from jixiao.quantities import exact_text, percent_text, round_half_up
from jixiao.reports.content.columns import NIL, number_column, text_column
from jixiao.reports.content.evidence import evidence_titles, source_note
from jixiao.reports.content.exhibits import survey_table
from jixiao.reports.content.figures import computed, fact_of, value_text
from jixiao.reports.content.parts import Chart, Section, Series, Table

_SENT, _RETURNED, _VALID = "问卷发放数", "问卷回收数", "有效问卷数"
_PEOPLE = ("人", "人次", "份")


def survey_sections(case: Case) -> tuple[Section, ...]:
    """A section for each group that was asked; none where the case holds no survey."""
    surveys = tuple(surveys_in(case.tables, case.facts))
    told: set[Fact] = set()
    sections = []
    for survey in surveys:
        group = _Group(case, survey, is_only=len(surveys) == 1)
        further = [fact for fact in group.further() if fact not in told]
        told.update(further)
        sections.append(
            Section(
                survey.group or survey.table.source.title, tuple(group.paragraphs()), tuple(group.exhibits(further))
            )
        )
    return tuple(sections)


@dataclass(frozen=True, slots=True)
class _Group:
    """One group that was asked, and what the case says about the asking."""

    case: Case
    survey: Survey
    is_only: bool

    def paragraphs(self) -> Iterator[str]:
        yield from filter(None, [self._returned(), self._questions(), self._weights(), self._came_to()])

    def exhibits(self, further: Sequence[Fact]) -> Iterator[Table | Chart]:
        note = source_note(self.survey.table.source.evidence, evidence_titles(self.case))
        yield replace(survey_table(self.survey, self.survey.answers, composite=True), note=note)
        yield from self._charts()
        if further:
            yield self._further_table(further)

    def further(self) -> list[Fact]:
        """What else is counted from the same questionnaires: who answered, and answers to other questions."""
        evidence = set(self.survey.table.source.evidence)
        return [
            fact
            for fact in self.case.facts
            if evidence.intersection(fact.sources)
            and not fact.origin.table
            and fact.value is not None
            and fact.entry.unit in _PEOPLE
            and fact.name not in (_SENT, _RETURNED, _VALID)
            and fact.at.body in ("", self.survey.group)
        ]

    def _returned(self) -> str:
        """How many questionnaires were sent, came back and were valid."""
        named = {"发放问卷": _SENT, "收回问卷": _RETURNED, "有效问卷": _VALID}
        stated = [f"{label}{count}" for label, name in named.items() if (count := self._count_text(name))]
        sent, valid = self._count(_SENT), self._count(_VALID)
        share = self._quotient(valid, sent) if sent and valid else ""
        told = "，".join([*stated, *([f"有效问卷占发放问卷的{share}"] if share else [])])
        return f"向{self.survey.group}{told}。" if sent else f"{self.survey.group}{told}。" if told else ""

    def _count(self, name: str) -> Fact | None:
        """The number of questionnaires of the group; one that names no group is that of the only group."""
        own = fact_of(self.case, name, self.survey.group)
        return own or (fact_of(self.case, name) if self.is_only else None)

    def _count_text(self, name: str) -> str:
        fact = self._count(name)
        return "" if fact is None or fact.value is None else value_text(fact.value)

    def _quotient(self, part: Fact, whole: Fact) -> str:
        year = self.case.year
        names = [Name.of(fact.name, *fact.at.words(year)) for fact in (part, whole)]
        share = computed(self.case, Binary("/", *names))
        return "" if share is None else percent_text(share)

    def _questions(self) -> str:
        answers = self.survey.answers
        told = [f"{each.question}（{each.wording}）" if each.wording else each.question for each in answers]
        return f"满意度问题共{len(told)}个：{'；'.join(told)}。"

    def _weights(self) -> str:
        weighted = zip(ANSWERS, self.survey.scheme.weights, strict=True)
        weights = "、".join(f"{answer}{exact_text(weight * 100)}%" for answer, weight in weighted)
        answers = self.survey.answers
        unknown = "，“不了解”不计入有效回答" if any(each.unknown is not None for each in answers) else ""
        left_out = "".join(f"“{each.question}”" for each in answers if not each.counted)
        return (
            f"每个问题的满意度按{weights}对各选项的份数加权，除以有效回答份数{unknown}；"
            "综合满意度为计入综合的各问题满意度的算术平均数，平均前不取舍"
            f"{f'，{left_out}不计入综合' if left_out else ''}。"
        )

    def _came_to(self) -> str:
        """The composite, and the questions with the highest and the lowest satisfaction."""
        if self.survey.composite is None:
            return ""
        interval = composite_interval(self.survey, self.case)
        sure = interval_text(interval, stated=is_stated(self.survey, self.case))
        whole = f"{self.survey.group}综合满意度为{percent_text(self.survey.composite)}，{sure}"
        rated = self._rated()
        if len({percent_text(rate) for _, rate in rated}) < 2:
            return f"{whole}。"
        best, worst = (percent_text(pick(rate for _, rate in rated)) for pick in (max, min))
        named = {
            shown: "".join(f"“{question}”" for question, rate in rated if percent_text(rate) == shown)
            for shown in (best, worst)
        }
        return f"{whole}。满意度最高的是{named[best]}，为{best}；最低的是{named[worst]}，为{worst}。"

    def _rated(self) -> list[tuple[str, Fraction]]:
        answers = self.survey.answers
        return [(each.question, each.satisfaction) for each in answers if each.satisfaction is not None]

    def _charts(self) -> Iterator[Chart]:
        rated = self._rated()
        if len(rated) > 1:
            values = tuple(round_half_up(rate * 100, 2) for _, rate in rated)
            questions = tuple(question for question, _ in rated)
            yield Chart(f"{self.survey.group}各问题满意度", "bar", questions, (Series("满意度", values),), unit="%")

    def _further_table(self, facts: Sequence[Fact]) -> Table:
        """Each count with its share of the valid questionnaires."""
        valid = self._count(_VALID)
        names = ["、".join(fact.at.item) or fact.name for fact in facts]
        counts = [fact.text for fact in facts]
        shares = [(self._quotient(fact, valid) if valid else "") or NIL for fact in facts]
        shown = [("数量", counts), *([("占有效问卷", shares)] if set(shares) != {NIL} else [])]
        return Table(
            title=f"{self.survey.group}答卷的其他统计",
            columns=(
                text_column("内容", names, align="left"),
                *(number_column(heading, cells) for heading, cells in shown),
            ),
            rows=tuple(zip(names, *(cells for _, cells in shown), strict=True)),
            unit="、".join(dict.fromkeys(fact.entry.unit for fact in facts)),
            note=source_note(self.survey.table.source.evidence, evidence_titles(self.case)),
        )
