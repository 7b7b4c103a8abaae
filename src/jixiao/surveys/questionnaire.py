"""Questionnaires as data: what is asked of whom, with which options, and which of them say how satisfied one is."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, SkipValidation, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.strict import Strict, YesNo
from jixiao.quantities import NumberError, parse_number
from jixiao.surveys.wordings import DEGREES, degree_of, is_no_opinion

QuestionKind = Literal["单选", "多选", "量表", "数字", "填空"]
Role = Literal["满意度", "总体满意度", "身份", "了解程度", "其他"]


def _option(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _number(value: object) -> object:
    if isinstance(value, str):
        try:
            return parse_number(value)
        except NumberError as error:
            raise wrong("一个数", "请只写数字，例如 1 或 0.5") from error
    return value


Exact = Annotated[SkipValidation[Fraction], BeforeValidator(_number)]


class Option(Strict):
    """An option of a question; a plain text in the file is its `text`.

    `degree` is how satisfied the option is, 1 the best to 5 the worst, read from the wording where it is not written.
    `no_opinion` (不了解) leaves the answer out of the base.
    """

    text: str = Field(min_length=1)
    degree: Annotated[int, Field(ge=1, le=DEGREES)] | None = None
    no_opinion: YesNo = False

    @model_validator(mode="after")
    def _read_wording(self) -> Self:
        if not self.no_opinion and self.degree is None:
            object.__setattr__(self, "no_opinion", is_no_opinion(self.text))
            object.__setattr__(self, "degree", None if self.no_opinion else degree_of(self.text))
        return self


class Condition(Strict):
    """The question is put only to those who gave one of the answers `among` to the earlier question `question`."""

    question: str
    among: tuple[str, ...] = Field(min_length=1)


class Scale(Strict):
    """The ends of a scale or the limits of a number; the higher the better."""

    low: Exact = Fraction(1)
    high: Exact = Fraction(5)

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.low >= self.high:
            raise wrong("小于 high 的 low", "请交换或改正两端")
        return self


class Question(Strict):
    """One question. `id` is what conditions, data and results call it (第 n 题 unless written), `topic` its short name.

    `role` 满意度 counts into the composite, with `weight` against the other questions; 总体满意度 is the one question
    about the whole. A question whose options are all degrees of satisfaction is 满意度 unless written otherwise.
    `option_weights` are what its answers count in percent, best first, where the scheme of the study does not say.
    """

    id: str = ""
    text: str = Field(min_length=1)
    topic: str = ""
    kind: QuestionKind = "单选"
    role: Role = "其他"
    options: tuple[Annotated[Option, BeforeValidator(_option)], ...] = ()
    scale: Scale = Scale()
    unit: str = ""
    required: YesNo = True
    weight: Exact = Fraction(1)
    option_weights: tuple[Exact, ...] = ()
    counts: YesNo | None = None
    only_if: Condition | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        chosen = self.kind in ("单选", "多选")
        if chosen and len(self.options) < 2:
            raise wrong("至少两个选项", "请列出选项，或把 kind 改为 量表、数字、填空")
        if not chosen and self.options:
            raise wrong(f"{self.kind}题不列选项", "请删去 options，或把 kind 改为 单选、多选")
        texts = [option.text for option in self.options]
        if len(set(texts)) < len(texts):
            raise wrong("各不相同的选项", "请删去重复的选项")
        if self.option_weights and len(self.option_weights) != sum(not option.no_opinion for option in self.options):
            raise wrong("每个选项一个赋值（不了解除外）", "请补齐或删去 option_weights")
        if self.weight <= 0:
            raise wrong("大于 0 的权重", "不计入综合满意度的题请写 counts: 否")
        if "role" not in self.model_fields_set and self.measures_satisfaction:
            object.__setattr__(self, "role", "满意度")
        return self

    @property
    def measures_satisfaction(self) -> bool:
        """Whether an answer is a degree of satisfaction: two or more options are, and all others say 不了解."""
        if self.kind == "量表":
            return "满意" in self.text
        degrees = [option.degree for option in self.options if not option.no_opinion]
        known = {degree for degree in degrees if degree is not None}
        return self.kind == "单选" and len(known) == len(degrees) > 1

    @property
    def is_counted(self) -> bool:
        """Whether it counts into the composite satisfaction of its group."""
        return self.role in ("满意度", "总体满意度") and self.counts is not False

    @property
    def name(self) -> str:
        """The topic, else the text."""
        return self.topic or self.text


class Questionnaire(Strict):
    """What one group of respondents is asked.

    >>> asked = Questionnaire.model_validate({"title": "问卷", "group": "办事群众", "questions": [
    ...     {"text": "您对服务态度是否满意？", "options": ["很满意", "满意", "一般", "不满意", "很不满意", "不了解"]}]})
    >>> question = asked.questions[0]
    >>> question.id, question.role, [option.degree for option in question.options]
    ('第1题', '满意度', [1, 2, 3, 4, 5, None])
    """

    id: str = ""
    title: str = Field(min_length=1)
    group: str = Field(min_length=1)
    intro: str = ""
    closing: str = ""
    source: str = ""
    questions: tuple[Question, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _names_its_questions(self) -> Self:
        for number, question in enumerate(self.questions, 1):
            if not question.id:
                object.__setattr__(question, "id", f"第{number}题")
        ids = [question.id for question in self.questions]
        if len(set(ids)) < len(ids):
            raise wrong("各不相同的题号", "请改正重复的 id")
        for number, question in enumerate(self.questions):
            self._check_condition(question, {each.id: each for each in self.questions[:number]})
        return self

    def question(self, id_: str) -> Question:
        """The question of that id; KeyError where there is none."""
        return {question.id: question for question in self.questions}[id_]

    @staticmethod
    def _check_condition(question: Question, earlier: Mapping[str, Question]) -> None:
        condition = question.only_if
        if condition is None:
            return
        asked = earlier.get(condition.question)
        if asked is None:
            raise wrong("前面某一题的题号", f"请改正 {question.id} 的 only_if", f"题号“{condition.question}”")
        unknown = [answer for answer in condition.among if answer not in {option.text for option in asked.options}]
        if unknown:
            raise wrong(f"{asked.id}的选项之一", f"请改正 {question.id} 的 only_if", f"“{unknown[0]}”")
