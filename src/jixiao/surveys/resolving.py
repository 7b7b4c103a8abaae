"""A study with the questionnaire of every group found, filled in and read over."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jixiao.findings import Finding
from jixiao.packs.complaints import nearest
from jixiao.packs.datafile import Document, read_yaml, validate
from jixiao.packs.trees import KeyPath
from jixiao.refusals import Refusal
from jixiao.surveys.blanks import filled
from jixiao.surveys.proofreading import proofread
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.ready import ready_documents
from jixiao.surveys.study import Study, StudyGroup

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ResolvedGroup:
    """A group with what it is asked; None where the study leaves the questions to the headings of the answers."""

    group: StudyGroup
    questionnaire: Questionnaire | None


@dataclass(frozen=True, slots=True)
class ResolvedStudy:
    """A study with its groups; `findings` say what is odd in their questionnaires and can be put all the same."""

    study: Study
    groups: tuple[ResolvedGroup, ...]
    findings: tuple[Finding, ...]


def resolved(study: Study, document: Document, folder: Path) -> ResolvedStudy:
    """The study read from `document` with all its questionnaires; `folder` is where their own files stand.

    A group names a ready questionnaire by its id, a YAML file in or below `folder`, or writes its questions itself.
    Refusal, with all problems of all groups, for one that is not found, cannot be read or lacks what fills it in.
    """
    groups: list[ResolvedGroup] = []
    findings: list[Finding] = []
    problems: list[Refusal] = []
    for number, group in enumerate(study.groups):
        try:
            source = _source(group, document, ("groups", number, "questionnaire"), folder)
            if source is None:
                groups.append(ResolvedGroup(group, None))
                continue
            asked = validate(filled(source, study, document), Questionnaire)
        except Refusal as refusal:
            problems.append(refusal)
        else:
            groups.append(ResolvedGroup(group, asked))
            findings += proofread(asked, source)
    if problems:
        raise Refusal(*dict.fromkeys(problem for refusal in problems for problem in refusal.problems))
    return ResolvedStudy(study, tuple(groups), tuple(findings))


def _source(group: StudyGroup, document: Document, path: KeyPath, folder: Path) -> Document | None:
    """The document that holds the questions of a group."""
    asked = group.questionnaire
    if asked is None:
        return None
    if isinstance(asked, Questionnaire):
        return document.part(path)
    if asked in ready_documents():
        return ready_documents()[asked]
    if not asked.endswith(_SUFFIXES):
        known = "、".join(f"“{name}”" for name in ready_documents())
        near = nearest(asked, ready_documents())
        mend = f"请改为“{near}”" if near else "请核对名称；自己的问卷写文件名，例如 问卷.yaml"
        raise Refusal(document.problem(path, f"没有的问卷“{asked}”", f"{known}之一，或同一文件夹里的 .yaml 文件", mend))
    if Path(asked).is_absolute() or ".." in Path(asked).parts:
        expected = "与调查方案同一文件夹里的文件"
        raise Refusal(document.problem(path, f"“{asked}”", expected, "请把问卷放到调查方案旁边，只写文件名"))
    return read_yaml(folder / asked, name=asked)


def questionnaires_in(study: ResolvedStudy) -> Iterator[tuple[StudyGroup, Questionnaire]]:
    """The groups whose questionnaire is known, with it."""
    for each in study.groups:
        if each.questionnaire is not None:
            yield each.group, each.questionnaire
