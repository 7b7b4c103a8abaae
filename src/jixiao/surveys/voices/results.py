"""What another voice comes to: its rows added up, and its rates, each of the base it names."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from jixiao.refusals import Problem, Refusal
from jixiao.surveys.results import VoiceRate, VoiceResult, VoiceRow
from jixiao.surveys.study import Voice
from jixiao.surveys.voices.counts import RowCounts
from jixiao.surveys.voices.findings import findings_of, missing_annex
from jixiao.surveys.voices.kinds import VOICES, Ratio, VoiceColumns
from jixiao.surveys.voices.tables import read_voice

_SUM = "合计"


def voice_result(voice: Voice, folder: Path) -> VoiceResult:
    """The voice from its table in `folder`; without a table it is what the report states, with a finding that says so.

    Refusal for a file elsewhere, one that cannot be read, or a table whose headings are not those of the kind.
    """
    path = _path_of(voice, folder)
    about = VOICES[voice.kind]
    table = read_voice(path, voice.kind) if path is not None and path.is_file() else None
    rows = () if table is None else tuple(each.row for each in table.rows if not each.is_sum)
    if table is None or not rows:
        total = VoiceRow(_SUM, (None,) * len(about.names), voice.stated_rate)
        return VoiceResult(voice.kind, voice.title, about.names, (), total, (), tuple(missing_annex(voice)))
    total = _sum_of(rows, about)
    result = VoiceResult(voice.kind, voice.title, about.names, rows, total, _rates(total, about))
    return replace(result, findings=(*table.findings, *findings_of(voice, total, table.rows, about)))


def _path_of(voice: Voice, folder: Path) -> Path | None:
    if not voice.file:
        return None
    if Path(voice.file).is_absolute() or ".." in Path(voice.file).parts:
        mend = "请把统计表放到调查方案旁边，只写文件名"
        raise Refusal(Problem("调查方案", "voices 的 file", f"“{voice.file}”", "与调查方案同一文件夹里的文件", mend))
    return folder / voice.file


def _sum_of(rows: Sequence[VoiceRow], about: VoiceColumns) -> VoiceRow:
    """The rows added up; a column that one of them leaves open has no sum."""
    columns = zip(*(row.counts for row in rows), strict=True)
    sums = (
        sum(known) if len(known := [count for count in column if count is not None]) == len(rows) else None
        for column in columns
    )
    return VoiceRow(_SUM, tuple(sums))


def _rates(total: VoiceRow, about: VoiceColumns) -> tuple[VoiceRate, ...]:
    counts = RowCounts.of(total, about)
    return tuple(_rate(ratio, counts) for ratio in about.ratios)


def _rate(ratio: Ratio, counts: RowCounts) -> VoiceRate:
    base = counts.base_of(ratio)
    part, whole = counts.added(ratio.parts), counts.known.get(base)
    value = Fraction(part, whole) if part is not None and whole else None
    return VoiceRate(ratio.name, ratio.part, counts.called(base), value)
