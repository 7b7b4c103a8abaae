"""The composite satisfaction of a group from its questions, in the three ways that are in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from jixiao.surveys.questionnaire import Question
from jixiao.surveys.statistics.scores import Sums
from jixiao.surveys.study import Overall

_NOTHING_COUNTS = (
    "没有计入综合满意度的题目：没有一题的选项都是满意程度（如非常满意、不满意），"
    "请给出问卷，并用 degree 写明各选项的程度"
)


@dataclass(frozen=True, slots=True)
class Way:
    """How the composite comes from the questions: their relative `weights` (0: left out), whether answers are pooled.

    各题平均 is the mean of the questions by their weights, from values that are not rounded; 总体题 the one question
    about the whole; 合并计算 divides all scores by all answers.
    """

    weights: tuple[int, ...]
    pooled: bool = False

    @property
    def questions(self) -> tuple[int, ...]:
        """The questions that count, by number."""
        return tuple(number for number, weight in enumerate(self.weights) if weight)

    def of(self, sums: Sums) -> Fraction | None:
        """The composite as a fraction of one; None where a question that counts has no answer.

        >>> halves = Sums(2, scores=(2, 3), bases=(2, 6))  # one half and one quarter
        >>> Way((1, 1)).of(halves), Way((1, 1), pooled=True).of(halves)
        (Fraction(3, 8), Fraction(5, 16))
        """
        counted = [each for each in zip(self.weights, sums.scores, sums.bases, strict=True) if each[0]]
        if not all(base for _, _, base in counted):
            return None
        if self.pooled:
            answers = sum(weight * base for weight, _, base in counted)
            return Fraction(sum(weight * score for weight, score, _ in counted), answers * sums.unit)
        common = lcm(*(base for _, _, base in counted))
        weighed = sum(weight * score * (common // base) for weight, score, base in counted)
        return Fraction(weighed, common * sum(self.weights) * sums.unit)

    def shares(self, sums: Sums) -> tuple[Fraction, ...]:
        """What one answer to each question weighs in the composite; those that count must have answers."""
        if self.pooled:
            answers = sum(weight * base for weight, base in zip(self.weights, sums.bases, strict=True))
            return tuple(Fraction(weight, answers) for weight in self.weights)
        whole = sum(self.weights)
        return tuple(
            Fraction(weight, whole * base) if weight else Fraction(0)
            for weight, base in zip(self.weights, sums.bases, strict=True)
        )

    def centres(self, sums: Sums) -> tuple[Fraction, ...]:
        """From what the scores of each question deviate: its mean, or that of all where they are pooled."""
        if self.pooled:
            return (self.of(sums) or Fraction(0),) * len(self.weights)
        return tuple(
            Fraction(score, base * sums.unit) if base else Fraction(0)
            for score, base in zip(sums.scores, sums.bases, strict=True)
        )


ALONE = Way((1,))
"""One question is its own composite."""


def way_of(overall: Overall, counted: Sequence[Question]) -> Way | str:
    """The way from these questions to the composite, or why there is none, in Chinese."""
    if not counted:
        return _NOTHING_COUNTS
    if overall != "总体题":
        whole = lcm(*(question.weight.denominator for question in counted))
        return Way(tuple(int(question.weight * whole) for question in counted), pooled=overall == "合并计算")
    about_the_whole = [question.role == "总体满意度" for question in counted]
    if sum(about_the_whole) != 1:
        many = "没有" if not any(about_the_whole) else "不止一道"
        return f"综合满意度取总体题，而{many} role 为“总体满意度”的题目"
    return Way(tuple(map(int, about_the_whole)))
