"""One group: its questions, its composite and how far it can be trusted, its subgroups, what its rules make of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import Finding
from jixiao.surveys.questionnaire import Question
from jixiao.surveys.results import CrossTable, GroupResult, Interval, QuestionResult, Scored
from jixiao.surveys.schemes import Scheme
from jixiao.surveys.scoring import scored_by
from jixiao.surveys.sheets import Answers, Counts
from jixiao.surveys.statistics.composites import ALONE, Way, way_of
from jixiao.surveys.statistics.confidence import Confidence, correction
from jixiao.surveys.statistics.counted import conservative
from jixiao.surveys.statistics.crosses import cross_questions, cross_table
from jixiao.surveys.statistics.findings import findings_of, not_crossed
from jixiao.surveys.statistics.questions import Precision, question_result, weights_given
from jixiao.surveys.statistics.reliability import cronbach
from jixiao.surveys.statistics.sampling import sampling_of
from jixiao.surveys.statistics.scores import Scores, Sums, Weighed
from jixiao.surveys.statistics.stated import stated_findings
from jixiao.surveys.statistics.tallies import Tally, tallies_of
from jixiao.surveys.statistics.uncertainty import interval_of
from jixiao.surveys.statistics.weighing import weighing_of
from jixiao.surveys.study import ScoringRule, Study, StudyGroup


def group_result(group: StudyGroup, answers: Answers | Counts, study: Study) -> GroupResult:
    """Everything that the answers of one group come to, reckoned exactly as the study says.

    Refusal where the study names a question to cross with that there is not, or weights that cannot be added up.
    """
    return _Reckoner(group, answers, study).result()


@dataclass(frozen=True, slots=True)
class _Whole:
    """The composite of a group; `way` is None, and `why` says why, where there is none."""

    way: Way | None
    value: Fraction | None
    interval: Interval | None
    alpha: Fraction | None
    why: str = ""


class _Reckoner:
    """Reckons one group from its tallies; what it needs more than once it keeps."""

    def __init__(self, group: StudyGroup, answers: Answers | Counts, study: Study) -> None:
        self.group, self.answers, self.study = group, answers, study
        self.tallies = tallies_of(answers)
        self.confidence = Confidence.of(study)
        self.valid = _valid(answers, self.tallies)
        self.precision = Precision(self.confidence, correction(group.population, self.valid))
        self.counted = [
            Weighed(question, weighing_of(question, study.scheme))
            for question in answers.questionnaire.questions
            if question.is_counted
        ]

    def result(self) -> GroupResult:
        questions = tuple(
            question_result(question, self.tallies[question.id], self.study.scheme, self.precision)
            for question in self.answers.questionnaire.questions
        )
        whole = self._whole(questions)
        result = GroupResult(
            self.group,
            questions,
            whole.value,
            whole.interval,
            self._scheme(),
            sampling_of(self.group, self.answers.received, self.valid, self.confidence),
            whole.alpha,
            self._crosses(whole.way),
            tuple(self._scored(rule, whole, questions) for rule in self.group.rules),
            self.answers.excluded if isinstance(self.answers, Answers) else (),
            why=whole.why,
            questionnaire=self.answers.questionnaire,
        )
        return replace(result, findings=(*self.answers.findings, *self._findings(result)))

    def _whole(self, questions: Sequence[QuestionResult]) -> _Whole:
        way = way_of(self.study.overall, [each.question for each in self.counted])
        if isinstance(way, str):
            return _Whole(None, None, None, None, way)
        gaps = list(_gaps([each for each in questions if each.question.is_counted], way))
        if gaps:
            return _Whole(None, None, None, None, "；".join(gaps))
        if isinstance(self.answers, Counts):
            return self._from_counts(way)
        scores = Scores.of_sheets(self.answers, self.counted)
        interval = interval_of(scores, way, self.confidence, self.precision.correction)
        return _Whole(way, way.of(scores.sums()), interval, cronbach(scores))

    def _from_counts(self, way: Way) -> _Whole:
        """The composite from each question alone; how the answers of a person hang together is not known."""
        parts = [self._scores_alone(self.counted[number]) for number in way.questions]
        value = way.of(_side_by_side(parts, way))
        assert value is not None  # every question that counts has answers
        if len(parts) == 1:
            interval = interval_of(parts[0][0], ALONE, self.confidence, self.precision.correction)
        else:
            interval = self._conservative(way, value)
        return _Whole(way, value, interval, None)

    def _conservative(self, way: Way, value: Fraction) -> Interval:
        given = [self._given(self.counted[number]) for number in way.questions]
        bases = [sum(each.values()) if way.pooled else 1 for each in given]
        weights = [Fraction(way.weights[number] * base) for number, base in zip(way.questions, bases, strict=True)]
        return conservative(given, weights, value, self.confidence, self.precision.correction)

    def _given(self, weighed: Weighed) -> dict[Fraction, int]:
        """How many answers to a question count how much."""
        return weights_given(weighed.question, self.tallies[weighed.question.id], weighed.weighing)

    def _scores_alone(self, weighed: Weighed) -> tuple[Scores, Sums]:
        scores = Scores.of_counts(self._given(weighed))
        return scores, scores.sums()

    def _scheme(self) -> Scheme | None:
        """The scheme of all questions that count; None where they have several."""
        schemes = {each.weighing.scheme for each in self.counted}
        return schemes.pop() if len(schemes) == 1 else None

    def _crosses(self, way: Way | None) -> tuple[CrossTable, ...]:
        questions = cross_questions(self.group, self.answers.questionnaire)
        if way is None or isinstance(self.answers, Counts):
            return ()
        return tuple(cross_table(each, self.answers, self.counted, way, self.precision) for each in questions)

    def _scored(self, rule: ScoringRule, whole: _Whole, questions: Sequence[QuestionResult]) -> Scored:
        value, interval = whole.value, whole.interval
        if rule.question:
            named = _named(rule.question, questions)
            if named is None:
                return Scored(rule, None, None, None, None, None, f"没有题目“{rule.question}”")
            value, interval = named.composite, named.interval
        if value is None:
            return Scored(rule, None, None, None, None, None, f"满意度没有算出：{whole.why}")
        return scored_by(rule, value, interval)

    def _findings(self, result: GroupResult) -> Iterator[Finding]:
        yield from findings_of(result, self.answers.received)
        yield from stated_findings(result)
        if isinstance(self.answers, Counts) and self.group.cross:
            yield not_crossed(self.group)


def _valid(answers: Answers | Counts, tallies: Mapping[str, Tally]) -> int:
    """How many sheets count; where only counts per option are known and nothing else is said, the most that any
    question was answered by."""
    if isinstance(answers, Answers):
        return answers.valid
    if answers.valid is not None:
        return answers.valid
    return max((tally.answered or 0 for tally in tallies.values()), default=0)


def _gaps(counted: Sequence[QuestionResult], way: Way) -> Iterator[str]:
    """Why questions that should count have no value, each reason once with the questions it holds for."""
    names: dict[str, list[str]] = {}
    for number in way.questions:
        result = counted[number]
        if result.composite is None:
            names.setdefault(result.why, []).append(result.question.name)
    for why, questions in names.items():
        more = f"等{len(questions)}题" if len(questions) > 1 else ""
        yield f"“{questions[0]}”{more}：{why}"


def _side_by_side(parts: Sequence[tuple[Scores, Sums]], way: Way) -> Sums:
    """The sums of questions that were reckoned apart, in the order of all questions."""
    unit = 1
    for _, sums in parts:
        unit *= sums.unit
    scores, bases = [0] * len(way.weights), [0] * len(way.weights)
    for number, (_, sums) in zip(way.questions, parts, strict=True):
        scores[number], bases[number] = sums.scores[0] * (unit // sums.unit), sums.bases[0]
    return Sums(unit, tuple(scores), tuple(bases))


def _named(name: str, questions: Sequence[QuestionResult]) -> QuestionResult | None:
    def is_named(question: Question) -> bool:
        return name in (question.id, question.topic, question.text)

    return next((each for each in questions if is_named(each.question)), None)
