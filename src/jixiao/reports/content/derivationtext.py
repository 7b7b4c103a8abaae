"""The paragraphs of one third-level indicator: what was examined, what was found, what the rule makes of it.

Every figure comes from the derivation or from the facts it used; a stranger can redo the score from what is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.evaluation.case import Case
from jixiao.evaluation.judgement import Findings, Judgement, Point, PointEntry
from jixiao.evaluation.sheet import IndicatorScore, OverrideRecord
from jixiao.facts.surveys import Answers, Survey, surveys_in
from jixiao.reports.content.evidence import evidence_list, evidence_titles
from jixiao.reports.content.exhibits import answers_sentence, data_table, rests_on_composite, survey_table
from jixiao.reports.content.parts import Table
from jixiao.reports.content.scorewords import circled, points_text, quoted_rule
from jixiao.reports.content.sentences import ended
from jixiao.reports.content.steptext import DATA, band_subject, is_formula, phrases, plain_names, sentence
from jixiao.reports.usedfacts import facts_by_label
from jixiao.rules import Step
from jixiao.rules.parts.combined import Parts
from jixiao.text.quoting import cited

_MOST_IN_A_SENTENCE = 8
"""How many facts a sentence names before they go into a table."""
_SCORE, _ROUNDED = "得分", "得分（四舍五入到两位小数）"
"""What the step is called that gives the score, as it is and rounded."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an indicator: paragraphs, and tables beside them."""

    paragraphs: tuple[str, ...]
    exhibits: tuple[Table, ...]


class Teller:
    """Tells the indicators of one case; what they all refer to is gathered once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._titles = evidence_titles(case)
        self._facts = facts_by_label(case)
        self._surveys = tuple(surveys_in(case.tables, case.facts))

    def tell(self, score: IndicatorScore) -> Told:
        """The paragraphs and tables of one indicator."""
        judgement = self._case.judgements.get(score.code, Judgement())
        data = [step for step in score.derivation.told if step.text.startswith(DATA)]
        steps = _worked(score)
        formulas = _leading_formulas(steps)
        facts, exhibits = self._data(score, data)
        brief = bool(exhibits) and rests_on_composite(score.indicator)
        worked_out = list(phrases(steps, self._case.facts.dictionary, brief=brief))[:formulas]
        figures = "，".join((*facts, *worked_out)) if worked_out else "".join(f"计算所用数据：{each}" for each in facts)
        paragraphs = (
            *self._found(score, judgement, figures),
            self._by_rule(score, steps, formulas),
            *_overridden(score),
        )
        return Told(tuple(filter(None, paragraphs)), exhibits)

    def process(self, score: IndicatorScore) -> str:
        """The way to the score in short, for a cell: the points with their verdicts, then the arithmetic."""
        judgement = self._case.judgements.get(score.code, Judgement())
        steps = _worked(score)
        brief = rests_on_composite(score.indicator)
        arithmetic = sentence(steps, list(phrases(steps, self._case.facts.dictionary, brief=brief)))
        verdicts = "；".join(_verdicts(judgement.points, ""))
        changed = [] if score.override is None else [ended(_change(score.override))]
        return "\n".join(filter(None, (ended(verdicts), _with_result(arithmetic, score), *changed)))

    def _found(self, score: IndicatorScore, judgement: Judgement, figures: str) -> Iterator[str]:
        """What was examined and found; the figures follow, in the same breath where nothing else is said."""
        evidence = evidence_list([self._titles[each] for each in score.evidence])
        lead = f"经查阅{evidence}，" if evidence else ""
        told = [ended(judgement.reason)] if judgement.reason else []
        told += [f"对照评价要点认定如下：{text}" for text in _points(judgement.points, score.indicator.criteria)]
        told += _parts(judgement, score)
        if figures:
            told.append(ended(figures))
        if told:
            yield f"{lead}{told[0]}"
            yield from told[1:]
        elif evidence:
            yield f"评价组查阅了{evidence}。"

    def _data(self, score: IndicatorScore, data: Sequence[Step]) -> tuple[list[str], tuple[Table, ...]]:
        """The facts used, as clauses or as tables to which a clause refers."""
        if not data:
            return [], ()
        asked = self._asked(score)
        answered = sum(len(each) for _, each in asked)
        if answered == 1:
            return [answers_sentence(asked[0][1][0])], ()
        if asked:
            composite = rests_on_composite(score.indicator)
            tables = tuple(survey_table(survey, each, composite=composite) for survey, each in asked)
            return ["各问题的回答份数和满意度见所附统计表"], tables
        dictionary = self._case.facts.dictionary
        if len(score.facts) > _MOST_IN_A_SENTENCE:
            named = [(plain_names(label, dictionary), self._facts[label]) for label in score.facts]
            return ["计算所用数据见所附表格"], (data_table(named, f"{score.name}计算所用数据"),)
        return [plain_names(each.text.removeprefix(DATA), dictionary) for each in data], ()

    def _asked(self, score: IndicatorScore) -> list[tuple[Survey, list[Answers]]]:
        """The questions whose answers were used; none where other facts were used too."""
        origins = [self._facts[label].origin for label in score.facts]
        used = {(origin.file, origin.row) for origin in origins}
        asked = []
        for survey in self._surveys:
            file = survey.table.source.file
            questions = [each for each in survey.answers if (file, each.row.number) in used]
            used -= {(file, each.row.number) for each in questions}
            if questions:
                asked.append((survey, questions))
        return [] if used else asked

    def _by_rule(self, score: IndicatorScore, steps: Sequence[Step], formulas: int) -> str:
        """The rule as written, the arithmetic behind the figures, and the score it gives."""
        rule = f"本指标权重{points_text(score.weight)}，评分规则为{quoted_rule(score.indicator.rule_text)}。"
        clauses = list(phrases(steps, self._case.facts.dictionary))
        arithmetic = sentence(steps[formulas:], clauses[formulas:])
        return f"{rule}{band_subject(steps[:formulas], steps[formulas:])}{_with_result(arithmetic, score)}"


def _worked(score: IndicatorScore) -> list[Step]:
    """The steps worth a clause beside the data; the last one too, where it is not merely the score."""
    steps = [step for step in score.derivation.told if not step.text.startswith(DATA)]
    last = score.derivation.steps[-1:] if score.by_rule is not None else ()
    return [*steps, *(step for step in last if not step.text.startswith(_SCORE))]


def _leading_formulas(steps: Sequence[Step]) -> int:
    """How many steps at the beginning work out figures."""
    return next((number for number, step in enumerate(steps) if not is_formula(step)), len(steps))


def _with_result(arithmetic: str, score: IndicatorScore) -> str:
    """The arithmetic and what the rule gives; without a score, why there is none, and that this is not 0.

    The last clause may have said the score already.
    """
    if score.by_rule is None:
        lead = ended(arithmetic)
        if score.status == "not_applicable":
            return f"{lead}本指标不计分：{ended(score.why)}"
        open_end = "" if score.status == "overridden" else "本指标暂无得分，不按0分计。"
        return f"{lead}本指标未能按规则计分：{ended(score.why)}{open_end}"
    given = points_text(score.by_rule)
    if score.override is None and arithmetic.endswith(f"得满分{given}"):
        return f"{arithmetic}。"
    subject = "本指标" if score.override is None else "按规则"
    rounding = "四舍五入到两位小数，" if score.derivation.steps[-1].text == _ROUNDED else ""
    return f"{arithmetic}{'，' if arithmetic else ''}{rounding}{subject}得{given}。"


def _overridden(score: IndicatorScore) -> Iterator[str]:
    if score.override is not None:
        yield f"{_change(score.override)}，理由：{ended(score.override.reason)}"


def _change(override: OverrideRecord) -> str:
    return f"{override.author}将本指标的得分调整为{points_text(override.score)}"


def _points(points: Sequence[PointEntry], criteria: Sequence[str]) -> Iterator[str]:
    """The judged points in one text, each beside its criterion; nothing where none was judged."""
    told = []
    for number, entry in enumerate(points, 1):
        point = circled(number)
        name = (
            f"{point if len(points) > 1 else ''}{cited(criteria[number - 1])}"
            if number <= len(criteria)
            else f"要点{point}"
        )
        if isinstance(entry, list):
            told.append(f"{name}：{''.join(_nested(entry, ''))}")
        else:
            told.append(f"{name}，{_verdict(entry)}")
    if told:
        yield "".join(told)


def _nested(points: Sequence[PointEntry], prefix: str) -> Iterator[str]:
    for number, entry in enumerate(points, 1):
        if isinstance(entry, list):
            yield from _nested(entry, f"{prefix}{number}.")
        else:
            yield f"第{prefix}{number}项{_verdict(entry)}"


def _verdict(entry: PointEntry) -> str:
    if isinstance(entry, Point):
        return f"{entry.is_}：{ended(entry.reason)}" if entry.reason else f"{entry.is_}。"
    return f"{entry}。"


def _verdicts(points: Sequence[PointEntry], prefix: str) -> Iterator[str]:
    """The verdicts alone, numbered ①, ②, ②.1."""
    for number, entry in enumerate(points, 1):
        name = f"{prefix}.{number}" if prefix else circled(number)
        if isinstance(entry, list):
            yield from _verdicts(entry, name)
        else:
            yield f"{name}{entry.is_ if isinstance(entry, Point) else entry}"


def _parts(findings: Findings, score: IndicatorScore) -> Iterator[str]:
    """What was found for each part of a rule in parts."""
    part = score.indicator.rule.part if score.indicator.rule is not None else None
    names = [share.name for share in part.shares] if isinstance(part, Parts) else []
    for number, each in enumerate(findings.parts):
        name = names[number] if number < len(names) else f"第{number + 1}部分"
        text = "".join((ended(each.reason), *_points(each.points, ())))
        if text:
            yield f"{name}：{text}"
