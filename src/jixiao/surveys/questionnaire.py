"""Questionnaires as data: what is asked of whom, with which options, and which of them say how satisfied one is."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, SkipValidation, model_validator

from jixiao.packs.complaints import wrong, wrong_at
from jixiao.packs.strict import Strict, YesNo
from jixiao.packs.trees import KeyPath
from jixiao.quantities import NumberError, parse_number
from jixiao.surveys.wordings import DEGREES, degree_of, is_no_opinion

QuestionKind = Literal["单选", "多选", "量表", "数字", "填空"]
Role = Literal["满意度", "总体满意度", "身份", "了解程度", "其他"]

_OF_SATISFACTION = ("满意度", "总体满意度")


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
    `no_opinion` (不了解) leaves the answer out of the base. In questions that are not about satisfaction both hold only
    where they are written.
    """

    text: str = Field(min_length=1)
    degree: Annotated[int, Field(ge=1, le=DEGREES)] | None = None
    no_opinion: YesNo = False

    @model_validator(mode="after")
    def _read_wording(self) -> Self:
        written = self.model_fields_set
        if written.isdisjoint(("no_opinion", "degree")):
            object.__setattr__(self, "no_opinion", is_no_opinion(self.text))
        if "degree" not in written and not self.no_opinion:
            object.__setattr__(self, "degree", degree_of(self.text))
        return self

    @property
    def as_written(self) -> "Option":
        """The option where satisfaction is not asked about: its wording (完全不了解, 一般) says nothing of it."""
        stated = {key: getattr(self, key) for key in self.model_fields_set}
        return self.model_copy(update={"degree": None, "no_opinion": False, **stated})


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
        for number, text in enumerate(texts):
            if text in texts[:number]:
                raise wrong_at(("options", number), wrong("各不相同的选项", "请删去重复的选项", f"第二个“{text}”"))
        if self.option_weights and len(self.option_weights) != sum(not option.no_opinion for option in self.options):
            raise wrong("每个选项一个赋值（不了解除外）", "请补齐或删去 option_weights")
        if self.weight <= 0:
            raise wrong("大于 0 的权重", "不计入综合满意度的题请写 counts: 否")
        if "role" not in self.model_fields_set and self.measures_satisfaction:
            object.__setattr__(self, "role", "满意度")
        if self.role not in _OF_SATISFACTION:
            object.__setattr__(self, "options", tuple(option.as_written for option in self.options))
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
        return self.role in _OF_SATISFACTION and self.counts is not False

    @property
    def name(self) -> str:
        """The topic, else the text."""
        return self.topic or self.text

    @property
    def limits(self) -> Scale | None:
        """The least and the greatest answer: of 量表, and of 数字 where written; None where any number will do."""
        return self.scale if self.kind == "量表" or (self.kind == "数字" and "scale" in self.model_fields_set) else None


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
        earlier: dict[str, Question] = {}
        for number, question in enumerate(self.questions):
            if not question.id:
                object.__setattr__(question, "id", f"第{number + 1}题")
            place = ("questions", number)
            if question.id in earlier:
                raise wrong_at((*place, "id"), wrong("各不相同的题号", "请改正重复的 id", f"第二个“{question.id}”"))
            if question.only_if is not None:
                _check_condition(question.only_if, earlier, (*place, "only_if"))
            earlier[question.id] = question
        return self

    def question(self, id_: str) -> Question:
        """The question of that id; KeyError where there is none."""
        return {question.id: question for question in self.questions}[id_]


def _check_condition(condition: Condition, earlier: Mapping[str, Question], place: KeyPath) -> None:
    """Refuse a condition on what is no earlier question with options, or on what is none of its options."""
    asked = earlier.get(condition.question)
    if asked is None or not asked.options:
        found = f"“{condition.question}”"
        raise wrong_at((*place, "question"), wrong("前面某一道选择题的题号", "请改正 only_if 的题号", found))
    texts = [option.text for option in asked.options]
    for number, answer in enumerate(condition.among):
        if answer not in texts:
            expected = "、".join(f"“{text}”" for text in texts) + "之一"
            raise wrong_at((*place, "among", number), wrong(expected, f"请照{asked.id}的选项改写", f"“{answer}”"))
