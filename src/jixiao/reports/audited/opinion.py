"""An audit as a Word file: 审核意见, the list of findings that goes back to whoever wrote the document."""

from collections.abc import Iterator
from itertools import chain

from jixiao.findings import Finding
from jixiao.reports.audited.audited import Audited
from jixiao.reports.audited.sayings import (
    accepted_sentence,
    checked_sentence,
    counted_sentence,
    gone_lines,
    label_of,
    open_groups,
    places_sentence,
    rounding_sentence,
    since_sentence,
)
from jixiao.reports.content.parts import Column, Table
from jixiao.reports.word.markup import paragraph, run
from jixiao.reports.word.standalone import ON_ITS_SIDE, standalone_docx
from jixiao.reports.word.tables import table_xml

TITLE = "审核意见"
_COLUMNS = (
    Column("编号", 5),
    Column("性质", 6),
    Column("问题", 17, "left"),
    Column("位置", 20, "left"),
    Column("原文", 10, "left"),
    Column("复核结果", 10, "left"),
    Column("理由", 32, "left"),
)
_KEPT = "<w:keepNext/>"  # rows of reasons are tall: kept together they would leave the page before them empty


def audited_docx(audited: Audited) -> bytes:
    """The list of findings in the look of our reports, on pages that lie on their side."""
    return standalone_docx(_blocks(audited), title=f"{TITLE}：{audited.document.name}", page=ON_ITS_SIDE)


def _blocks(audited: Audited) -> Iterator[str]:
    faults = tuple(audited.faults())
    listed = [each for fault in faults if not fault.is_rounding for each in (fault.finding, *fault.consequences)]
    yield paragraph("Title", run(TITLE))
    yield from _texts(f"审核文件：{audited.document.name}（SHA-256 {audited.sha256[:16]}…）")
    yield from _texts(checked_sentence(audited.audit) + counted_sentence(audited), since_sentence(audited))
    yield _heading("核查发现")
    if listed:
        table = Table("核查发现", _COLUMNS, tuple(_row(audited, each) for each in listed), wide=True)
        yield table_xml(table).replace(_KEPT, "")
    else:
        yield from _texts("没有发现不能成立的地方。")
    yield from _texts(rounding_sentence(faults))
    yield from _list("已消除", gone_lines(audited))
    open_lines = map(str, open_groups(audited.audit.not_checked))
    yield from _list(
        "未能核对", tuple(chain(open_lines, (f"没有读的内容：{each}" for each in audited.document.unread)))
    )
    yield from _texts(f"核查规则 {audited.ruleset}" if audited.ruleset else "")


def _row(audited: Audited, finding: Finding) -> tuple[str, ...]:
    follows = f"\n（由 {finding.derived_from} 引起）" if finding.derived_from else ""
    reasons = (finding.explanation, finding.hint, accepted_sentence(audited, finding))
    return (
        finding.id,
        label_of(audited, finding).replace("·", "\n"),
        f"{finding.title}{follows}",
        places_sentence(finding).replace("；", "；\n"),
        finding.stated or "—",
        finding.expected or "—",
        "\n".join(reason for reason in reasons if reason),
    )


def _heading(text: str) -> str:
    return paragraph("Heading1", run(text))


def _texts(*texts: str) -> Iterator[str]:
    for text in texts:
        if text:
            yield paragraph("JxBody", run(text))


def _list(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield _heading(title)
        yield from _texts(*lines)
