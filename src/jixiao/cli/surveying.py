"""The command that makes evidence of a survey: from answers to statistics, or from a study to its questionnaires."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console

from jixiao.cli.writing import write_files
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.conducting import conduct, has_answers, study_of_files, with_files
from jixiao.surveys.resolving import ResolvedGroup, ResolvedStudy, resolved
from jixiao.surveys.results import StudyResult
from jixiao.surveys.study import read_study

DONE, FOUND_ERRORS = 0, 1
_STUDIES = (".yaml", ".yml")
_WIDTH = 80
_CASE = "case/"
_NO_CASE = "没有写出案例数据（case 文件夹）：案例只收五档、各题同权、赋值为方案 A 至 F 之一并且已经算出的满意度"


def run_survey(files: Sequence[Path], study: Path | None, out: Path | None, as_json: bool) -> int:
    """Analyse the answers, or, where a study has none yet, write what is needed to ask.

    A study may be given as the only file. The exit code says whether findings of severity error were made.
    """
    if study is None and files and files[0].suffix.lower() in _STUDIES:
        study, files = files[0], files[1:]
    planned, folder = _planned(files, study)
    if not has_answers(planned.study):
        return _write_forms(planned, study, out)
    result = conduct(planned, folder)
    if out is not None:
        contents = _result_files(result, planned)
        _say_written(write_files(out, contents))
        if not any(name.startswith(_CASE) for name in contents):
            print(_NO_CASE, file=sys.stderr)
    _answer(result, as_json)
    return FOUND_ERRORS if _has_errors(result) else DONE


def _planned(files: Sequence[Path], study: Path | None) -> tuple[ResolvedStudy, Path]:
    """The study with its questionnaires, and the folder that its files' names begin from."""
    if study is not None:
        known, document = read_study(study)
        return resolved(with_files(known, files, document), document, study.parent), study.parent
    if not files:
        expected = "答卷文件（.xlsx、.xls、.csv）或调查方案（.yaml）"
        raise Refusal(Problem("jixiao survey", "", "没有给出文件", expected, "请在命令后写上文件名"))
    whole = study_of_files(files)
    return ResolvedStudy(whole, tuple(ResolvedGroup(group, None) for group in whole.groups), ()), Path()


def _write_forms(planned: ResolvedStudy, study: Path | None, out: Path | None) -> int:
    from jixiao.reports.surveyed.forms.files import form_files

    name = study.name if study else "jixiao survey"
    if out is None:
        mend = "请加 --out 文件夹写出问卷，或在 answers 中写明答卷文件"
        raise Refusal(Problem(name, "groups", "还没有答卷的调查方案", "答卷文件，或写出问卷的文件夹", mend))
    forms = form_files(planned)
    if not forms:
        mend = "请为各组写明 questionnaire"
        raise Refusal(Problem(name, "groups", "没有问卷也没有答卷的调查方案", "问卷或答卷", mend))
    _say_written(write_files(out, forms))
    from jixiao.reports.surveyed.findings import finding_text

    for finding in planned.findings:
        print(finding_text(finding))
    return DONE


def _result_files(result: StudyResult, planned: ResolvedStudy) -> Mapping[str, bytes]:
    from jixiao.reports.surveyed.files import survey_files
    from jixiao.reports.surveyed.forms.files import form_files

    return {**survey_files(result), **form_files(planned)}


def _answer(result: StudyResult, as_json: bool) -> None:
    if as_json:
        from jixiao.reports.surveyed.results import survey_json

        print(json.dumps(survey_json(result), ensure_ascii=False, indent=2))
        return
    from jixiao.reports.surveyed.terminal import print_survey

    print_survey(result, Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False))


def _has_errors(result: StudyResult) -> bool:
    from jixiao.reports.surveyed.findings import findings_of

    return any(finding.severity == "error" for finding in findings_of(result))


def _say_written(written: Sequence[Path]) -> None:
    for path in written:
        print(f"已写出 {path}", file=sys.stderr)
