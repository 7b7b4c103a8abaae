"""What is odd in a questionnaire: it can be put, but its answers may not say what they are taken to say."""

from collections.abc import Iterator

from jixiao.findings import Catalogue, Check, Finding, Kind, Place, Severity
from jixiao.packs.datafile import Document
from jixiao.surveys.bands import faults_of
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.wordings import DEGREES, degree_of, is_no_opinion

OPTIONS = Check(
    "survey.options",
    Kind.SATISFACTION,
    "满意度选项",
    "满意度题的选项是否各为一档、由好到差排列、满意与不满意两边档数相等并有中间一档。",
    "选项不全是满意程度的题（如“了解、不了解”）不核对。",
    "满意度量表应两边对称，每个选项只表示一个程度",
)
BANDS = Check(
    "survey.bands",
    Kind.OTHER,
    "分段选项",
    "年龄、人数、次数等分段选项有没有重叠，中间有没有漏掉的数。",
    "“以下”“以上”是否含本数没有写明的，两种读法都有问题才提示；单位不同的不核对。",
    "一个数只应落在一个选项里",
)
CONDITION = Check(
    "survey.condition",
    Kind.OTHER,
    "不起作用的跳题条件",
    "跳题条件是否列出了前一题的全部选项。",
    "前一题可以不答的不核对，没有答的人本来就不答后面的题。",
    "条件应能分出答与不答的人",
)

QUESTIONNAIRE_CHECKS = Catalogue([OPTIONS, BANDS, CONDITION])
"""Every check of questionnaires."""

_MIDDLE = (DEGREES + 1) // 2


def proofread(questionnaire: Questionnaire, document: Document) -> Iterator[Finding]:
    """What is odd, question by question; `document` is where the questionnaire was read, for its lines."""
    for number, question in enumerate(questionnaire.questions):
        place = Place(file=document.file, line=document.line(("questions", number)), text=question.text)
        oddities = (*_of_options(question), *_of_bands(question), *_of_condition(question, questionnaire))
        for check, stated, explanation, hint in oddities:
            title = f"{question.id}：{check.title}"
            yield Finding(
                check.id, Severity.WARNING, check.kind, title, explanation, stated=stated, places=(place,), hint=hint
            )


_Oddity = tuple[Check, str, str, str]


def _of_options(question: Question) -> Iterator[_Oddity]:
    """Of options that all say a degree of satisfaction, whether each says its own and both sides are alike."""
    said = [option for option in question.options if not (option.no_opinion or is_no_opinion(option.text))]
    degrees = [option.degree or degree_of(option.text) for option in said]
    known = [degree for degree in degrees if degree is not None]
    stated = "、".join(option.text for option in question.options)
    if question.kind != "单选" or len(known) < 2:
        return
    if len(known) < len(degrees):
        unread = "、".join(f"“{o.text}”" for o, degree in zip(said, degrees, strict=True) if degree is None)
        mend = "请改用常见的说法，或给每个选项写明 degree（1 最好，5 最差）"
        yield OPTIONS, stated, f"{unread}看不出是哪一档满意程度，本题不计入综合满意度。", mend
    elif len(set(known)) < len(known):
        twice = next(degree for degree in known if known.count(degree) > 1)
        same = "、".join(f"“{o.text}”" for o, degree in zip(said, known, strict=True) if degree == twice)
        mend = "请删去其中一个，或给每个选项写明 degree（1 最好，5 最差）"
        yield OPTIONS, stated, f"{same}说的是同一档满意程度，本题不计入综合满意度。", mend
    else:
        yield from _of_balance(known, stated)


def _of_balance(degrees: list[int], stated: str) -> Iterator[_Oddity]:
    if degrees not in (sorted(degrees), sorted(degrees, reverse=True)):
        yield OPTIONS, stated, "选项没有按满意程度依次排列，填答的人容易选错。", "请由好到差排列"
    better, worse = (sum(degree < _MIDDLE for degree in degrees), sum(degree > _MIDDLE for degree in degrees))
    if better != worse:
        mend = "请让两边档数相等，例如 非常满意、比较满意、一般、不太满意、非常不满意"
        yield OPTIONS, stated, f"满意一边有 {better} 档，不满意一边有 {worse} 档，结果会偏向档数多的一边。", mend
    elif _MIDDLE not in degrees and len(degrees) > 2:
        mend = "请补上“一般”，或说明为什么不设中间一档"
        yield OPTIONS, stated, "缺少中间一档（一般），没有明确看法的人只能选满意或不满意。", mend


def _of_bands(question: Question) -> Iterator[_Oddity]:
    stated = "、".join(option.text for option in question.options)
    for fault in faults_of([option.text for option in question.options]):
        numbers = str(fault.low) if fault.low == fault.high else f"{fault.low} 至 {fault.high}"
        pair = f"“{fault.first.text}”和“{fault.second.text}”"
        if fault.overlaps:
            yield BANDS, stated, f"{pair}都含 {numbers}，这些人两个选项都可以选。", "请让每个数只落在一个选项里"
        else:
            yield BANDS, stated, f"{pair}之间漏掉了 {numbers}，这些人没有选项可选。", "请补上漏掉的一段"


def _of_condition(question: Question, questionnaire: Questionnaire) -> Iterator[_Oddity]:
    condition = question.only_if
    if condition is None:
        return
    asked = questionnaire.question(condition.question)
    if asked.required and len(set(condition.among)) == len(asked.options):
        stated = "、".join(condition.among)
        explanation = f"条件列出了{asked.id}的全部选项，答了{asked.id}的人都要答本题，这个条件不起作用。"
        yield CONDITION, stated, explanation, "请删去 only_if，或只留下要答本题的选项"
