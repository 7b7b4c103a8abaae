"""Files of answers as the answers of one group: read, matched to the questionnaire, judged for validity."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from jixiao.findings import Finding
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.incoming.decoding import Decoder
from jixiao.surveys.incoming.deriving import derived
from jixiao.surveys.incoming.files import tables_in
from jixiao.surveys.incoming.matching import Plan, QuestionIndex
from jixiao.surveys.incoming.remarks import not_asked, on_codes, on_columns, other_questionnaire
from jixiao.surveys.incoming.scores import Scores, coded_questions, scores_of
from jixiao.surveys.incoming.sections import Section, sections_of
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.sheets import BLANK, FILE, NOT_ASKED, Answers, Exclusion
from jixiao.surveys.study import Validity
from jixiao.surveys.validity import GROUP, SENDER, Judge

_MOST_OPTIONS = 127
_OTHER = "另一份问卷"


def read_answers(
    paths: Sequence[Path],
    questionnaire: Questionnaire | None = None,
    validity: Validity | None = None,
    group: str = "",
) -> Answers:
    """The answers of one group in the files, put together; without a questionnaire one is made from the first file.

    `group` is who was asked, by the name in the study: sheets that say another group are left out. Refusal for files
    that cannot be read, or that hold none of the questions; whatever is wrong in single rows is a finding.
    """
    if not paths:
        raise Refusal(Problem(group or "答卷", "", "没有列出文件", "至少一个答卷文件", "请在 answers 中写明文件名"))
    tables, findings = tables_in(paths)
    known = QuestionIndex(questionnaire).words if questionnaire else frozenset()
    sections: list[Section] = []
    for table in tables:
        found, remarks = sections_of(table, known)
        sections += found
        findings += remarks
    if not sections:
        names = "、".join(path.name for path in paths)
        expected = "一行表头（各题的题目或题号）和各份答卷"
        raise Refusal(Problem(names, "", "找不到表头的表格", expected, "请在答卷上方写一行表头，每列一题"))
    if questionnaire is not None:
        return _read(sections, questionnaire, validity or Validity(), group, findings)
    made, remarks = derived(sections, group)
    return _without_unasked(_read(sections, made, validity or Validity(), group, findings + remarks))


def _without_unasked(answers: Answers) -> Answers:
    """The answers without questions that nobody of the group was asked, where the file says whom else it asked."""
    unasked = [
        question
        for question in answers.questionnaire.questions
        if question.kind == "单选" and answers.valid and (answers.columns[question.id] == NOT_ASKED).all()
    ]
    kept = tuple(question for question in answers.questionnaire.questions if question not in unasked)
    if not unasked or not kept:
        return answers
    questionnaire = answers.questionnaire.model_copy(update={"questions": kept})
    columns = answers.columns.drop(question.id for question in unasked)
    return replace(
        answers,
        questionnaire=questionnaire,
        columns=columns,
        findings=(*answers.findings, not_asked(answers.questionnaire.group, unasked)),
    )


def _read(
    sections: Sequence[Section], questionnaire: Questionnaire, validity: Validity, group: str, findings: list[Finding]
) -> Answers:
    _must_be_codable(questionnaire)
    index = QuestionIndex(questionnaire)
    decoder = Decoder(questionnaire)
    frames: list[pl.DataFrame] = []
    excluded: list[Exclusion] = []
    answered: set[str] = set()
    for section in sections:
        plan = index.plan(section.headings)
        missing = [question for question in questionnaire.questions if question.id not in plan.matched]
        if len(plan.matched) * 2 < len(questionnaire.questions):
            findings.append(other_questionnaire(section, missing))
            excluded += [Exclusion(section.body.file, row, _OTHER) for row in section.body.rows]
            continue
        answered |= plan.matched
        findings += on_columns(section, plan, missing)
        frames.append(decoder.decode(section, plan, _scores(section, plan, questionnaire, findings)))
    if not frames:
        raise _none_matches(sections, questionnaire)
    sheets = _without_skipped(_with_files(pl.concat(frames)), questionnaire)
    verdict = Judge(questionnaire, validity, group, answered).judge(sheets)
    return Answers(
        questionnaire,
        sheets.filter(verdict.is_valid).drop(SENDER, GROUP),
        sheets.height + len(excluded),
        (*excluded, *verdict.excluded),
        (*findings, *decoder.findings, *verdict.findings),
    )


def _scores(section: Section, plan: Plan, questionnaire: Questionnaire, findings: list[Finding]) -> Scores:
    """How scores are read; those that could stand for several options are read as none."""
    coded = coded_questions(section, plan, questionnaire)
    scores, unclear = scores_of(section, plan, coded)
    by_number = [each for each in coded if each.id not in scores and each not in unclear and each.measures_satisfaction]
    findings += on_codes(section, by_number, unclear)
    return scores | {question.id: {} for question in unclear}


def _with_files(sheets: pl.DataFrame) -> pl.DataFrame:
    files = sheets[FILE].unique(maintain_order=True)
    return sheets.with_columns(pl.col(FILE).cast(pl.Enum(files)))


def _without_skipped(sheets: pl.DataFrame, questionnaire: Questionnaire) -> pl.DataFrame:
    """A question left empty was not asked where its condition was not met; question by question, as they were asked."""
    for question in questionnaire.questions:
        if question.only_if is None:
            continue
        asker = questionnaire.question(question.only_if.question)
        among = [n for n, option in enumerate(asker.options) if option.text in question.only_if.among]
        sheets = sheets.with_columns(_not_asked(question, ~_met(asker, among)))
    return sheets


def _met(asker: Question, among: Sequence[int]) -> pl.Expr:
    answer = pl.col(asker.id)
    if asker.kind == "多选":
        return answer.list.eval(pl.element().is_in(among)).list.any().fill_null(False)
    return answer.is_in(among)


def _not_asked(question: Question, is_skipped: pl.Expr) -> pl.Expr:
    answer = pl.col(question.id)
    match question.kind:
        case "单选":
            return (
                pl.when(is_skipped & (answer == BLANK))
                .then(pl.lit(NOT_ASKED, pl.Int8))
                .otherwise(answer)
                .alias(question.id)
            )
        case "多选":
            return pl.when(~is_skipped | (answer.list.len() > 0)).then(answer).alias(question.id)
    return answer


def _must_be_codable(questionnaire: Questionnaire) -> None:
    long = [question for question in questionnaire.questions if len(question.options) > _MOST_OPTIONS]
    if long:
        found = f" {len(long[0].options)} 个选项"
        expected = f"不超过 {_MOST_OPTIONS} 个选项"
        raise Refusal(Problem(questionnaire.title, long[0].id, found, expected, "请合并选项，或改为填空题"))


def _none_matches(sections: Sequence[Section], questionnaire: Questionnaire) -> Refusal:
    names = [heading.text for heading in sections[0].headings if heading.meta is None]
    asked = [question.text for question in questionnaire.questions]
    return Refusal(
        Problem(
            sections[0].body.file,
            "表头",
            f"“{'”“'.join(name[:20] for name in names[:3])}”等 {len(names)} 列",
            f"问卷“{questionnaire.title}”的题目（“{'”“'.join(text[:20] for text in asked[:3])}”等 {len(asked)} 题）",
            "请核对答卷和问卷是不是同一份，或把表头改成问卷的题目、题号",
        )
    )
