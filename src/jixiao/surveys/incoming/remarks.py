"""What is said of rows and columns that could not be read: one finding for all rows of a column that are alike."""

from collections.abc import Sequence

import polars as pl

from jixiao.findings import Check, Finding, Place, Severity
from jixiao.surveys.incoming.checks import (
    DERIVED,
    MISSING_COLUMN,
    MOST_PLACES,
    OTHER_QUESTIONNAIRE,
    REWORDED,
    SHIFTED,
    UNCLEAR_CODES,
    UNKNOWN_ANSWER,
    UNMATCHED_COLUMN,
    UNREAD_TIME,
)
from jixiao.surveys.incoming.choices import Choices, special_code
from jixiao.surveys.incoming.headings import Heading
from jixiao.surveys.incoming.matching import Plan
from jixiao.surveys.incoming.sections import Section
from jixiao.surveys.questionnaire import Question

_MOST_TEXTS = 5
_LONGEST = 30


def unknown_answers(
    section: Section,
    question: Question,
    heading: Heading,
    wrong: pl.Series,
    beside: Sequence[tuple[Heading, Question]] = (),
) -> Finding:
    """The answers in a column that are no option or no number of the question; `beside` are the columns next to it."""
    count = int(wrong.sum())
    shifted = _shifted_to(section, heading, wrong, beside)
    if shifted is not None:
        return _row_finding(
            SHIFTED,
            Severity.ERROR,
            f"“{_short(heading.text)}”一列与表头错位",
            f"这一列有 {count} 行不是本题的选项，却都是“{_short(shifted.text)}”的选项："
            f"{_told(section, heading, wrong)}。",
            _expected(question),
            _places(section, wrong, heading),
            "请把表头与数据对齐后再试",
        )
    return _row_finding(
        UNKNOWN_ANSWER,
        Severity.WARNING,
        f"“{_short(heading.text)}”有 {count} 行的回答读不出",
        f"“{section.body.file}”的“{_short(heading.text)}”一列有 {count} 行的回答不是这道题的选项"
        f"（或不是规定范围内的数）：{_told(section, heading, wrong)}。这些回答没有计入。",
        _expected(question),
        _places(section, wrong, heading),
        "请改正这些单元格，或在问卷中补上选项",
    )


def unread_times(section: Section, heading: Heading, wrong: pl.Series) -> Finding:
    """The cells of a column of times that are no time."""
    return _row_finding(
        UNREAD_TIME,
        Severity.NOTE,
        f"“{_short(heading.text)}”有 {int(wrong.sum())} 行读不出时间",
        f"“{section.body.file}”的“{_short(heading.text)}”一列有些单元格不是时间：{_told(section, heading, wrong)}。"
        "这些答卷没有参加与时间有关的有效性判断。",
        "如 2021/7/16 12:00:00，所用时间如 65秒",
        _places(section, wrong, heading),
    )


def other_questionnaire(section: Section, missing: Sequence[Question]) -> Finding:
    """A section whose headings are not those of the questionnaire."""
    body = section.body
    names = "、".join(f"“{_short(heading.text)}”" for heading in section.headings if heading.meta is None)
    first = body.rows.head(1).to_list()
    return _row_finding(
        OTHER_QUESTIONNAIRE,
        Severity.ERROR,
        f"“{body.file}”中有 {body.height} 份另一份问卷的答卷",
        f"其表头是 {_cut(names)}，本问卷的“{_short(missing[0].text)}”等 {len(missing)} 题不在其中。"
        f"这 {body.height} 行已作为另一份问卷剔除。",
        "与本问卷相同的表头",
        tuple(Place(file=body.file, row=row) for row in first),
        "请把各份问卷的答卷分开存放，分别列出",
    )


def not_asked(group: str, unasked: Sequence[Question]) -> Finding:
    """Questions of a file that nobody of the group was asked."""
    names = "、".join(f"“{_short(question.name)}”" for question in unasked)
    return _row_finding(
        DERIVED,
        Severity.NOTE,
        f"{len(unasked)} 道题没有问{group}",
        f"{_cut(names)}在{group}的答卷中都是跳过，不作为本组的题目。",
        None,
        (Place(table=group),),
    )


def on_columns(section: Section, plan: Plan, missing: Sequence[Question]) -> list[Finding]:
    """Columns without a question, questions without a column, and headings worded otherwise than the question."""
    file, findings = section.body.file, []
    if plan.unmatched:
        names = "、".join(f"“{_short(heading.text)}”" for heading in plan.unmatched)
        findings.append(
            _row_finding(
                UNMATCHED_COLUMN,
                Severity.WARNING,
                f"{len(plan.unmatched)} 列没有对应的题目，没有读取",
                f"“{file}”的这些列不是问卷中的题目，或与前面的列是同一题：{_cut(names)}。",
                "问卷中的题目，每题一列",
                tuple(Place(file=file, column=heading.text) for heading in plan.unmatched[:MOST_PLACES]),
            )
        )
    if missing:
        names = "、".join(f"“{question.id} {_short(question.name)}”" for question in missing)
        findings.append(
            _row_finding(
                MISSING_COLUMN,
                Severity.WARNING,
                f"{len(missing)} 道题没有对应的列",
                f"“{file}”中找不到这些题目的列：{_cut(names)}。这些题按没有问到处理，不计入基数。",
                "问卷的每一题各有一列",
                (Place(file=file),),
            )
        )
    for heading, question in plan.reworded:
        findings.append(
            _row_finding(
                REWORDED,
                Severity.NOTE,
                f"“{_short(heading.text)}”按题号对应到{question.id}",
                f"“{file}”的列名与问卷的题目“{question.text}”文字不同，按题号和相近的文字对应，请核对。",
                question.text,
                (Place(file=file, column=heading.text),),
            )
        )
    return findings


def on_codes(section: Section, by_number: Sequence[Question], unclear: Sequence[Question]) -> list[Finding]:
    """How figures in place of options were read, or why they were not."""
    file, findings = section.body.file, []
    if by_number:
        first, last = by_number[0].options[0].text, by_number[0].options[-1].text
        findings.append(
            _row_finding(
                UNCLEAR_CODES,
                Severity.NOTE,
                f"{len(by_number)} 道题的数字按选项序号读取",
                f"“{file}”的 {_ids(by_number)} 写的是数字，没有总分列等分值的迹象，按选项在问卷中的次序读取，"
                f"例如{by_number[0].id} 1 为“{first}”，{len(by_number[0].options)} 为“{last}”。"
                "如果是分值，请改按选项文本导出。",
                None,
                (Place(file=file),),
            )
        )
    if unclear:
        findings.append(
            _row_finding(
                UNCLEAR_CODES,
                Severity.ERROR,
                f"{len(unclear)} 道题的分值不知是哪个选项",
                f"“{file}”的 {_ids(unclear)} 写的是分值，但按问卷的赋值或常用的赋值，"
                "这些分值不能唯一对应到选项，没有读取。",
                "每个选项各不相同的分值",
                (Place(file=file),),
                "请改按选项文本导出，或在问卷中写明 option_weights",
            )
        )
    return findings


def _row_finding(
    check: Check,
    severity: Severity,
    title: str,
    explanation: str,
    expected: str | None,
    places: tuple[Place, ...],
    hint: str | None = None,
) -> Finding:
    return Finding(check.id, severity, check.kind, title, explanation, expected=expected, places=places, hint=hint)


def _places(section: Section, wrong: pl.Series, heading: Heading) -> tuple[Place, ...]:
    rows = section.body.rows.filter(wrong).head(MOST_PLACES)
    texts = section.column(heading).only(wrong).part(0, MOST_PLACES)
    return tuple(
        Place(file=section.body.file, row=row, column=heading.text, text=_cut(text, _LONGEST))
        for row, text in zip(rows, texts, strict=True)
    )


def _told(section: Section, heading: Heading, wrong: pl.Series) -> str:
    """What stands in the wrong cells, the most frequent first."""
    counted = section.column(heading).only(wrong).strings().value_counts(sort=True, name="rows")
    texts = [(text, rows) for text, rows in counted.sort("rows", counted.columns[0], descending=[True, False]).rows()]
    told = "、".join(f"“{_short(text)}”{rows} 行" for text, rows in texts[:_MOST_TEXTS])
    return told + (f"等 {len(texts)} 种" if len(texts) > _MOST_TEXTS else "")


def _shifted_to(
    section: Section, heading: Heading, wrong: pl.Series, beside: Sequence[tuple[Heading, Question]]
) -> Heading | None:
    """The neighbouring column whose options nearly all the answers of this column are."""
    answered = section.column(heading).mapped_each(lambda text: special_code(text) is None, pl.Boolean)
    if int(wrong.sum()) * 2 <= int(answered.sum()):
        return None
    for other, question in beside:
        if int((_named(section, heading, question) & answered).sum()) * 10 >= int(answered.sum()) * 9:
            return other
    return None


def _named(section: Section, heading: Heading, question: Question) -> pl.Series:
    choices = Choices(question)
    return section.column(heading).mapped_each(lambda text: choices.named(text) is not None, pl.Boolean)


def _expected(question: Question) -> str:
    if question.options:
        return _cut("、".join(option.text for option in question.options))
    return f"{question.scale.low} 至 {question.scale.high} 的数" if question.kind == "量表" else "一个数"


def _ids(questions: Sequence[Question]) -> str:
    return _cut("、".join(question.id for question in questions))


def _short(text: str) -> str:
    return _cut(text, _LONGEST)


def _cut(text: str, most: int = 200) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
