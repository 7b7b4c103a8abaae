"""Files of counts per option as the counts of one group, with the base and the shares printed beside them checked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.findings import Check, Finding, Place, Severity
from jixiao.quantities import NumberError
from jixiao.refusals import Problem, Refusal
from jixiao.relations import Figure, Quotient, finding_of
from jixiao.surveys.incoming.checks import COUNT_BASE, DERIVED, UNREAD_COUNT
from jixiao.surveys.incoming.choices import Choices
from jixiao.surveys.incoming.countblocks import Block, Cell, blocks_of
from jixiao.surveys.incoming.files import tables_in
from jixiao.surveys.incoming.labels import label_of, shown_words, squeezed
from jixiao.surveys.incoming.matching import QuestionIndex
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.sheets import Counts

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:份|人|票|次|人次|个)?")
_RECEIVED = re.compile(r"(?:回收|收回)[^\d,。;]{0,10}(\d{1,9})")
_VALID = re.compile(r"有效(?:问卷|答卷|份数)[^\d,。;]{0,6}(\d{1,9})")
_MOST_ROWS = 20_000
_LARGEST_COUNTS = 2_000_000  # bytes; what is larger holds answers
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?%")
_SEVERAL = re.compile("多选")


@dataclass
class _Tally:
    """The counts by question id, the bases they were counted on, and what is wrong with them."""

    counts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    bases: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_counts(paths: Sequence[Path], questionnaire: Questionnaire | None = None, group: str = "") -> Counts:
    """The counts per option in the files, those of several files added up.

    Without a questionnaire the questions and options are those of the files. Refusal for files that cannot be read or
    hold no counts; a question whose counts cannot be read is left out with a finding. `valid` is what the file states,
    else the base, if all questions have the same one.
    """
    tables, findings = tables_in(paths)
    texts = {table.file: table.texts(_MOST_ROWS) for table in tables}
    blocks = {file: blocks_of(rows) for file, rows in texts.items()}
    if not any(blocks.values()):
        names = "、".join(path.name for path in paths)
        expected = "每题一行、每个选项一列的份数，或每题一个“选项、小计、比例”的表"
        raise Refusal(
            Problem(names, "", "找不到各选项份数的表格", expected, "请核对文件，或按问卷星默认报告的样式填写")
        )
    if questionnaire is None:
        every = [block for found in blocks.values() for block in found]
        questionnaire = _derived(every, next(iter(blocks)), group)
        findings.append(_derived_note(next(iter(blocks)), len(questionnaire.questions)))
    tally = _Tally(findings=findings)
    for file, found in blocks.items():
        _add(tally, file, found, questionnaire)
    stated = squeezed(" ".join(cell for rows in texts.values() for row in rows for cell in row if cell.strip()))
    valid = _stated(_VALID, stated)
    if valid is None and len(tally.bases) == 1:
        (valid,) = tally.bases
    return Counts(questionnaire, tally.counts, _stated(_RECEIVED, stated), valid, tuple(tally.findings))


def holds_counts(paths: Sequence[Path]) -> bool:
    """Whether the files hold counts per option and no answers; Refusal for files that cannot be read."""
    if any(path.is_file() and path.stat().st_size > _LARGEST_COUNTS for path in paths):
        return False
    blocks = [blocks_of(table.texts(_MOST_ROWS)) for table in tables_in(paths)[0]]
    counts = [cell.text for found in blocks for block in found for _, cell, _ in block.options]
    figures = [text for text in counts if text]  # shares in place of counts are told as such when they are read
    return bool(figures) and all(_whole(text) is not None or _SHARE.fullmatch(squeezed(text)) for text in figures)


def _stated(pattern: re.Pattern[str], text: str) -> int | None:
    """The number stated, where it is stated once or always the same."""
    found = {int(number) for number in pattern.findall(text)}
    return found.pop() if len(found) == 1 else None


def _add(tally: _Tally, file: str, blocks: Iterable[Block], questionnaire: Questionnaire) -> None:
    index = QuestionIndex(questionnaire)
    seen: set[str] = set()
    for block in blocks:
        question = index.named(block.question.text)
        if question is None or not question.options:
            tally.findings.append(_unread(file, block, block.question, "问卷中的选择题", "不是问卷中的选择题"))
            continue
        if question.id in seen:
            why = "同一题在文件中出现两次，只取了第一次的份数"
            tally.findings.append(_unread(file, block, block.question, "每题一次", why))
            continue
        seen.add(question.id)
        counts = _counts(tally, file, block, question)
        if counts is not None:
            before = tally.counts.get(question.id, (0,) * len(counts))
            tally.counts[question.id] = tuple(one + other for one, other in zip(before, counts, strict=True))
            if question.kind == "单选":
                tally.bases.add(sum(tally.counts[question.id]))


def _counts(tally: _Tally, file: str, block: Block, question: Question) -> tuple[int, ...] | None:
    """The counts in the order of the options; None, and a finding, where one of them cannot be told."""
    choices = Choices(question)
    found: dict[int, int] = {}
    for text, cell, _ in block.options:
        option, count = choices.named(text), _whole(cell.text)
        if option is None and not count:  # a column that other questions of the table need
            continue
        if option is None or option in found:
            expected = "、".join(each.text for each in question.options)
            named = Cell(text, cell.row, cell.column)
            tally.findings.append(_unread(file, block, named, expected, "选项不在问卷中，或重复，这道题没有计算"))
            return None
        if count is None:
            tally.findings.append(_unread(file, block, cell, "不小于 0 的整数", _why_unread(text, cell.text)))
            return None
        found[option] = count
    base = None if block.base is None else _whole(block.base.text)
    missing = [option.text for number, option in enumerate(question.options) if number not in found]
    if missing and base != sum(found.values()):
        why = f"缺少选项“{'”“'.join(missing)}”，各项之和也不等于有效人次，这道题没有计算"
        tally.findings.append(_unread(file, block, block.question, "每个选项的份数", why))
        return None
    if block.base is not None:
        tally.findings += _checked(file, block, question, block.base, base)
    return tuple(found.get(number, 0) for number in range(len(question.options)))


def _why_unread(option: str, written: str) -> str:
    if not written:
        return f"“{option}”的份数没有填写，没有人选的请写 0；这道题没有计算"
    if _SHARE.fullmatch(squeezed(written)):
        return f"“{option}”写的是比例，不是份数，请改填份数；这道题没有计算"
    return f"“{option}”的份数读不出，请改为整数；这道题没有计算"


def _checked(file: str, block: Block, question: Question, stated: Cell, base: int | None) -> list[Finding]:
    """The counts against their base, and every printed percentage against its count."""
    counts = [(text, cell, share, _whole(cell.text) or 0) for text, cell, share in block.options]
    whole = sum(count for *_, count in counts)
    findings: list[Finding] = []
    is_wrong = whole != base if question.kind == "单选" else base is None or any(c > base for *_, c in counts)
    if is_wrong:
        rule = f"各选项之和为 {whole}" if question.kind == "单选" else f"最多的一项为 {max(c for *_, c in counts)}"
        explanation = f"“{file}”的“{block.question.text}”：{rule}，印出的有效人次为 {stated.text}。"
        findings.append(
            _finding(COUNT_BASE, Severity.ERROR, "份数与有效人次不符", explanation, file, stated, str(whole))
        )
    for text, cell, share, count in counts if base else ():
        if share is None or not share.text.rstrip().endswith(("%", "％")):
            continue
        try:
            printed = Figure.of(f"{text}的比例", share.text, place=_place(file, share))
            part = Figure.of(f"{text}的份数", f"{count}份", place=_place(file, cell))
            relation = Quotient.share(printed, part, Figure.of("有效人次", f"{base}份", place=_place(file, stated)))
        except NumberError:
            continue
        finding = finding_of(relation, relation.assess())
        findings += [] if finding is None else [finding]
    return findings


def _whole(text: str) -> int | None:
    found = _NUMBER.fullmatch(squeezed(text))
    return int(found[1].replace(",", "")) if found else None


def _derived(blocks: Sequence[Block], file: str, group: str) -> Questionnaire:
    questions: dict[str, Mapping[str, object]] = {}
    for block in blocks:
        options = list(dict.fromkeys(text for text, *_ in block.options))
        base = None if block.base is None else _whole(block.base.text)
        whole = sum(_whole(cell.text) or 0 for _, cell, _ in block.options)
        is_several = bool(_SEVERAL.search(block.question.text)) or (base is not None and whole > base)
        text = shown_words(block.question.text) or block.question.text
        if len(options) > 1:
            number = label_of(block.question.text).number
            id_ = f"第{number}题" if number and f"第{number}题" not in {q["id"] for q in questions.values()} else ""
            question = {"id": id_, "text": text, "kind": "多选" if is_several else "单选", "options": options}
            questions.setdefault(text, question)
    if not questions:
        raise Refusal(Problem(file, "", "没有选项的表格", "每题至少两个选项的份数", "请补上各选项的名称"))
    title = f"由“{file}”整理的问卷"
    return Questionnaire.model_validate(
        {"title": title, "group": group or "受访者", "questions": list(questions.values())}
    )


def _derived_note(file: str, questions: int) -> Finding:
    explanation = f"没有给出问卷。{questions} 道题和选项取自“{file}”，满意程度按措辞判断，请核对。"
    title = "题目和选项由份数表整理"
    return Finding(DERIVED.id, Severity.NOTE, DERIVED.kind, title, explanation, places=(Place(file=file),))


def _unread(file: str, block: Block, cell: Cell, expected: str, why: str) -> Finding:
    written = f"“{cell.text}”" if cell.text else ""
    explanation = f"“{file}”第 {cell.row} 行{written}：{why}。"
    title = f"“{block.question.text[:30]}”的份数没有读取"
    return _finding(UNREAD_COUNT, Severity.ERROR, title, explanation, file, cell, expected)


def _finding(
    check: Check, severity: Severity, title: str, explanation: str, file: str, cell: Cell, expected: str
) -> Finding:
    places = (_place(file, cell),)
    return Finding(
        check.id, severity, check.kind, title, explanation, stated=cell.text, expected=expected, places=places
    )


def _place(file: str, cell: Cell) -> Place:
    return Place(file=file, row=cell.row, column=cell.column or None, text=cell.text)
