"""How answers on paper are typed into the workbook: what is said about it, and an example."""

from collections.abc import Iterator
from fractions import Fraction

from jixiao.quantities import exact_text
from jixiao.surveys.entrysheet import EXAMPLE, JOINT, SHEET, letter
from jixiao.surveys.questionnaire import Question, Questionnaire

_VERBATIM = "照原文录入"


def manner_of(question: Question) -> str:
    """How an answer is typed, in one sentence."""
    limits = question.limits
    if question.kind == "单选":
        return "录入所选答案的字母"
    if question.kind == "多选":
        return f"录入所选各答案的字母，用“{JOINT}”隔开，例如 A{JOINT}B"
    if question.kind == "填空":
        return _VERBATIM
    return "录入数字" + (f"，{exact_text(limits.low)} 至 {exact_text(limits.high)}" if limits else "")


def note_on(question: Question) -> str:
    """The whole question, how an answer is typed, and the options by their letters."""
    options = (f"{letter(at)}.{option.text}" for at, option in enumerate(question.options))
    return "\n".join((f"{question.id} {question.text}", manner_of(question), *options))


def example_of(questionnaire: Questionnaire) -> dict[str, str | Fraction]:
    """The answers, by question, of whoever takes the first option, of several the first two; "" where not asked."""
    given: dict[str, str | Fraction] = {}
    chosen: dict[str, set[str]] = {}
    for question in questionnaire.questions:
        condition = question.only_if
        if condition is not None and not chosen.get(condition.question, set()) & set(condition.among):
            given[question.id] = ""
            continue
        picked = question.options[: 2 if question.kind == "多选" else 1]
        chosen[question.id] = {option.text for option in picked}
        given[question.id] = JOINT.join(letter(at) for at in range(len(picked))) or _typed_example(question)
    return given


def _typed_example(question: Question) -> str | Fraction:
    if question.kind == "填空":
        return _VERBATIM
    return question.limits.high if question.limits else Fraction(1)


def rules_for(questionnaire: Questionnaire) -> Iterator[str]:
    """What whoever types has to know, a sentence or two each."""
    yield f"在“{SHEET}”表里，一份纸质问卷录一行，从示例下面一行开始。"
    yield f"示例行（编号为“{EXAMPLE}”）导入时不计入，可以删去。"
    yield "“编号”照纸质问卷上的编号录入，没有编号的先编号再录入，以便核对；“录入人”写录入人员的姓名。"
    yield "单选题录一个字母，可以从下拉列表选；鼠标停在表头上可以看到题目全文和各个答案。"
    if any(question.kind == "多选" for question in questionnaire.questions):
        yield f"多选题录所选各答案的字母，用“{JOINT}”隔开，例如“A{JOINT}C”。"
    yield "数字只录数字，不录单位；填空题照原文录入，不要改写，但文中的姓名、电话等个人信息请不要录入。"
    if any(question.only_if is not None for question in questionnaire.questions):
        yield "变灰的格子是按跳题要求不用填答的题，请留空；纸质问卷上填了的，也照样留空，并在“备注”里写明。"
    yield "没有填答的留空；一题只能选一项却选了几项、字迹无法辨认的，也留空，并在“备注”里写明。"
    yield "整份没有填答或明显乱填的问卷也照样录入，由系统按规则剔除并列出原因，请不要自行剔除。"
    yield "请不要改动表头，也不要增加、删去或移动列。"
