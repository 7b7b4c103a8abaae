"""What a survey came to: counts, shares, composites and how far they can be trusted; all numbers exact."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jixiao.findings import Finding
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.schemes import Scheme
from jixiao.surveys.sheets import Exclusion
from jixiao.surveys.study import ScoringRule, Study, StudyGroup

FEW = 30
"""Below so many answers a percentage says little (domain reference 12.3)."""


class Method(StrEnum):
    """How an interval was found, in the words that the annex uses."""

    WILSON = "威尔逊区间"
    BOOTSTRAP = "按答卷自助抽样"
    NORMAL = "按答卷的正态近似"
    CONSERVATIVE = "只有各选项份数，按各题完全相关保守估计"
    CENSUS = "已全部调查，没有抽样误差"
    UNIFORM = "各份答卷相同，按与此不同的答卷可能有多少估计"
    NONE = "答卷太少，不估计"


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the value of the whole population lies with that confidence, as fractions of one, and how it was found.

    With Method.NONE nothing is known: it reaches from 0 to 1.
    """

    low: Fraction
    high: Fraction
    confidence: Fraction
    method: Method

    @property
    def half_width(self) -> Fraction:
        """Half the width, which is what is printed after ±."""
        return (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class OptionResult:
    """An option with its count and its share of the base, as a fraction of one.

    The share is None where nobody answered, and for 不了解, which is outside the base. `weight` is what it counts in
    the composite (1 for 100 %) and `contribution` share × weight: two columns, never one (domain reference 12.2). Both
    are None for an option that says nothing of satisfaction.
    """

    text: str
    count: int
    share: Fraction | None
    weight: Fraction | None = None
    contribution: Fraction | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A typed answer and how many wrote it, or nearly it; `alike` are the other wordings counted with it."""

    text: str
    count: int
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question: `answered` = `base` + `no_opinion`; `blank` was asked and left empty, `not_asked` was skipped.

    `unreadable` answers are none of the options; the four together are the valid sheets. `base` counts the answers that
    shares are of; options of a single choice that say nothing (不了解) are out of it. For 多选 shares are of the people
    who answered and may exceed one together. `mean` is the mean of 量表 and 数字. `composite` is a fraction of one, not
    rounded; None for no satisfaction, or where `why` says why it cannot be computed. `scheme` is what its answers
    counted; of a scale it may be a name alone (分值÷10).
    """

    question: Question
    answered: int
    base: int
    no_opinion: int
    blank: int
    not_asked: int
    options: tuple[OptionResult, ...] = ()
    scheme: Scheme | None = None
    composite: Fraction | None = None
    interval: Interval | None = None
    mean: Fraction | None = None
    remarks: tuple[Remark, ...] = ()
    why: str = ""
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class SubgroupResult:
    """The part of a group that gave one answer to an identity question: how many, and their composites.

    `by_question` holds the composite of every counted question, in order; None where nobody of them answered.
    """

    answer: str
    size: int
    composite: Fraction | None
    interval: Interval | None
    by_question: tuple[Fraction | None, ...]

    @property
    def is_small(self) -> bool:
        """Whether so few answered that a percentage of them says little."""
        return self.size < FEW


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Satisfaction by the answers to one identity question."""

    question: Question
    subgroups: tuple[SubgroupResult, ...]


@dataclass(frozen=True, slots=True)
class Sampling:
    """What the sample can carry: `needed` answers for ±5 points at the confidence, from the population where known.

    `issued`, `returned`, `valid` as counted or stated; rates are fractions of one, None where the base is not known.
    """

    population: int | None
    issued: int | None
    returned: int | None
    valid: int
    recovery_rate: Fraction | None
    valid_rate: Fraction | None
    needed: int
    non_response: Fraction | None


@dataclass(frozen=True, slots=True)
class Scored:
    """What a scoring rule makes of a result, and of the ends of its interval: scores in points, None if not computed.

    `value` is that of the group, or of the question the rule names, None where it was not computed. `low_score` and
    `high_score` are the least and the greatest score within the interval; `is_settled` is whether every value there
    gets the same score, None where there is no interval.
    """

    rule: ScoringRule
    value: Fraction | None
    score: Fraction | None
    low_score: Fraction | None
    high_score: Fraction | None
    is_settled: bool | None
    why: str = ""
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One group: its questions, its composite, and what stands behind them; the `questionnaire` as it was asked."""

    group: StudyGroup
    questions: tuple[QuestionResult, ...]
    composite: Fraction | None
    interval: Interval | None
    scheme: Scheme | None
    sampling: Sampling
    alpha: Fraction | None = None
    crosses: tuple[CrossTable, ...] = ()
    scored: tuple[Scored, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    findings: tuple[Finding, ...] = ()
    why: str = ""
    questionnaire: Questionnaire | None = None


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One period (or channel) of another voice: its `counts` under the columns of the voice; None where none is given.

    `stated_rate` is the satisfaction as the table prints it.
    """

    label: str
    counts: tuple[int | None, ...]
    stated_rate: str = ""


@dataclass(frozen=True, slots=True)
class VoiceRate:
    """A rate of another voice with what it is a share of: 满意率 = 满意数 ÷ 有效回访数, as a fraction of one.

    None where one of the two is not known or the base is 0.
    """

    name: str
    part: str
    base: str
    value: Fraction | None

    @property
    def formula(self) -> str:
        """How it is reckoned, in words."""
        return f"{self.name}＝{self.part}÷{self.base}"


@dataclass(frozen=True, slots=True)
class VoiceResult:
    """Another voice: what it counts (`columns`, in the words of the field), its rows, their sum, and its rates.

    `total` is always reckoned from the rows; None under a column that a row leaves open.
    """

    kind: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[VoiceRow, ...]
    total: VoiceRow
    rates: tuple[VoiceRate, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyResult:
    """The whole study; `composite` over all groups by the combination the study names."""

    study: Study
    groups: tuple[GroupResult, ...]
    composite: Fraction | None
    voices: tuple[VoiceResult, ...] = ()
    findings: tuple[Finding, ...] = ()
