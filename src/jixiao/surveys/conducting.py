"""From a study and its files to what it came to: every group's answers read and reckoned, every other voice heard."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jixiao.packs.datafile import Document
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.resolving import ResolvedGroup, ResolvedStudy
from jixiao.surveys.results import GroupResult, StudyResult
from jixiao.surveys.sheets import Answers, Counts
from jixiao.surveys.study import Study, StudyGroup


def study_of_files(paths: Sequence[Path]) -> Study:
    """The study that files without one amount to: each file asked one group, named after it."""
    groups = tuple(StudyGroup(name=path.stem, answers=(str(path.resolve()),)) for path in paths)
    return Study(name=paths[0].stem if len(paths) == 1 else f"{paths[0].stem}等{len(paths)}份", groups=groups)


def with_files(study: Study, paths: Sequence[Path], document: Document) -> Study:
    """The study with files given beside it as the answers of its one group.

    Refusal where it has several groups: nobody could say whose answers they are.
    """
    if not paths:
        return study
    if len(study.groups) > 1:
        found = f"{len(study.groups)} 个调查对象和另外给出的 {len(paths)} 个文件"
        mend = "请在调查方案各组的 answers 中写明文件名"
        raise Refusal(document.problem(("groups",), found, "每个文件属于哪一组", mend))
    group = study.groups[0].model_copy(update={"answers": tuple(str(path.resolve()) for path in paths), "counts": ()})
    return study.model_copy(update={"groups": (group,)})


def has_answers(study: Study) -> bool:
    """Whether the study names any file of answers or of counts."""
    return any(group.answers or group.counts for group in study.groups)


def conduct(resolved: ResolvedStudy, folder: Path) -> StudyResult:
    """What the study came to; names of files are relative to `folder`.

    Refusal for files that cannot be read and for groups without any; what is wrong in rows is among the findings.
    """
    from jixiao.surveys.statistics.studies import study_result
    from jixiao.surveys.voices import voice_result

    groups = [_group_result(each, resolved.study, folder) for each in resolved.groups]
    voices = [voice_result(voice, folder) for voice in resolved.study.voices]
    result = study_result(resolved.study, groups, voices)
    return replace(result, findings=(*resolved.findings, *result.findings))


def _group_result(resolved: ResolvedGroup, study: Study, folder: Path) -> GroupResult:
    from jixiao.surveys.statistics.groups import group_result

    return group_result(resolved.group, _data(resolved.group, resolved.questionnaire, study, folder), study)


def _data(group: StudyGroup, questionnaire: Questionnaire | None, study: Study, folder: Path) -> Answers | Counts:
    from jixiao.surveys.incoming import holds_counts, read_answers, read_counts

    if group.answers and group.counts:
        mend = "请只保留一种；有逐份答卷的用 answers"
        raise Refusal(Problem(group.name, "answers、counts", "两种数据", "逐份答卷或各选项份数中的一种", mend))
    paths = [folder / name for name in (*group.answers, *group.counts)]
    if not paths:
        mend = "请在调查方案的 answers 或 counts 中写明文件名"
        raise Refusal(Problem(group.name, "", "没有数据文件的一组", "答卷文件或统计表", mend))
    if group.counts or holds_counts(paths):
        return read_counts(paths, questionnaire)
    return read_answers(paths, questionnaire, study.validity, group.name)
