"""A study: which groups were asked with which questionnaires, how, and how their answers are to be reckoned.

The file is YAML with English keys. What is left out has the usual value; a study without `questionnaire` for a group
takes the questions from the headings of the answers.
"""

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from jixiao.packs.complaints import wrong, wrong_at
from jixiao.packs.datafile import Document, read_yaml, validate
from jixiao.packs.strict import Strict, YesNo
from jixiao.quantities import NumberError, parse_rate
from jixiao.surveys.questionnaire import Exact, Questionnaire

Mode = Literal["网络", "纸质", "电话", "现场"]
Overall = Literal["各题平均", "总体题", "合并计算"]
VoiceKind = Literal["电话回访", "现场回访", "12345投诉", "好差评"]
Letter = Literal["A", "B", "C", "D", "E", "F"]
Combination = Literal["按答卷数", "等权", "按权重"]


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not value.isdecimal():
            raise wrong("一个整数", "请只写数字")
        return int(value)
    return value


def _texts(value: object) -> object:
    return ((value,) if value else ()) if isinstance(value, str) else value


def _printed_rate(value: object) -> object:
    if isinstance(value, str) and value:
        try:
            parse_rate(value)
        except NumberError as error:
            raise wrong("带 % 的满意度", "例如 93.32%") from error
    return value


def _known_scheme(value: object) -> object:
    if isinstance(value, str) and value not in get_args(Letter):
        raise wrong("A、B、C、D、E、F 之一，或自定的 name 和 weights", "请改用其中一个")
    return value


Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0)]
PrintedRate = Annotated[str, BeforeValidator(_printed_rate)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]


class OwnScheme(Strict):
    """What the answers count in percent, the best first, under a name of the study's own."""

    name: str = Field(min_length=1)
    weights: tuple[Exact, ...] = Field(min_length=2)


class Validity(Strict):
    """Which answers are left out; every one left out is listed with its reason.

    `fastest` seconds and quicker is too fast. `straight_lining`: one and the same position chosen in at least
    `straight_from` single choices that include a question about dissatisfaction or a contradicting one. `same_sender`
    seconds between two sheets from one address or device with the same answers make the later one a duplicate.
    `emptiest` is the share of required questions that may stay unanswered.
    """

    fastest: Whole = 0
    straight_lining: YesNo = True
    straight_from: Whole = 5
    duplicates: YesNo = True
    same_sender: Whole = 60
    emptiest: Exact = Fraction(1, 2)


class ScoringRule(Strict):
    """The indicator that the result is scored by: its sentence and its weight, to see whether the sample decides it."""

    indicator: str = ""
    text: str = Field(min_length=1)
    weight: Exact
    target: str = ""
    question: str = ""


class Voice(Strict):
    """Another voice beside the survey: call-backs, complaints, ratings, counted by period in the table `file`.

    `stated` and `stated_rate` are what a report says of it: how many said whether they are satisfied, and the share of
    those who are. A voice that is only stated has no `file`: its annex is missing.
    """

    kind: VoiceKind
    title: str = ""
    file: str = ""
    source: str = ""
    stated: Whole | None = None
    stated_rate: PrintedRate = ""


class StudyGroup(Strict):
    """One group that was asked.

    `questionnaire` is the id of a ready one, the name of a YAML file beside the study, or the questionnaire itself.
    `answers` are files of answers, `counts` files of counts per option. `population` is how many there are to ask,
    `stated` the satisfaction that a report prints for it (93.32%), to be compared with what the answers come to.
    """

    name: str = Field(min_length=1)
    questionnaire: str | Questionnaire | None = None
    mode: Mode = "网络"
    population: Whole | None = None
    issued: Whole | None = None
    returned: Whole | None = None
    answers: Texts = ()
    counts: Texts = ()
    weight: Exact = Fraction(1)
    cross: Texts = ()
    rules: tuple[ScoringRule, ...] = ()
    stated: PrintedRate = ""
    source: Texts = ()


class Study(Strict):
    """A survey as it was carried out; see the models of its parts."""

    name: str = Field(min_length=1)
    year: str = ""
    department: str = ""
    project: str = ""
    client: str = ""
    evaluator: str = ""
    period: str = ""
    sampling: str = ""
    scheme: Annotated[Letter | OwnScheme, BeforeValidator(_known_scheme)] = "A"
    overall: Overall = "各题平均"
    combination: Combination = "按答卷数"
    confidence: Literal["90%", "95%", "99%"] = "95%"
    seed: Whole = 1
    validity: Validity = Validity()
    groups: tuple[StudyGroup, ...] = Field(min_length=1)
    voices: tuple[Voice, ...] = ()
    limits: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _names_groups_apart(self) -> Self:
        names = [group.name for group in self.groups]
        for number, name in enumerate(names):
            if name in names[:number]:
                mend = "请改正重名的一组；同一组的几个文件可以列在一个 answers 里"
                raise wrong_at(("groups", number, "name"), wrong("各不相同的名称", mend, f"第二个“{name}”"))
        return self


def read_study(path: Path) -> tuple[Study, Document]:
    """The study in the YAML file at `path`, with the document for its lines; Refusal where it is none."""
    document = read_yaml(path)
    return validate(document, Study), document
