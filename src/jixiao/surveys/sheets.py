"""Answers as columns: what everybody of a group answered, ready to be counted, however it came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.findings import Finding
from jixiao.surveys.questionnaire import Questionnaire

if TYPE_CHECKING:
    import polars

NOT_ASKED, BLANK = -3, -2
"""Codes beside the numbers of options: skipped by a condition, and left empty (as the exports of 问卷星 write them)."""
UNREADABLE = -1
"""The code of an answer that is none of the options; a finding names its row."""

ROW, FILE, SUBMITTED, SECONDS = "#行", "#文件", "#提交时间", "#用时"
"""Columns beside those of the questions: where each sheet stands, when it was sent and how many seconds it took."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A sheet left out: the row in its file, by the 1-based number an editor shows, and why, in Chinese."""

    file: str
    row: int
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """The valid sheets of one group.

    `columns` holds, under the id of each question, one entry per sheet (all of one length):

    * 单选: Int8, the option by its number from 0, or NOT_ASKED, BLANK, UNREADABLE;
    * 多选: List(Int8) of options by number, null for not asked, empty for none chosen; what is none of the options
      is left out, and a finding names its row;
    * 量表, 数字: String, the number exactly as written in decimal digits, null for none;
    * 填空: String, null for none.

    Beside the questions, `columns` says where each sheet comes from: ROW (UInt32) is its row by the 1-based number
    that an editor shows, FILE (Enum) the file, with the sheet of a workbook that has several, SUBMITTED (Datetime) when
    it was sent, and SECONDS (Int32) how long it took, both null where the file does not say.

    `received` counts all sheets that were read, valid or not, so that it is always `valid` and the number of
    `excluded` together; `excluded` says which are not in the columns and why, each once; `findings` are what is wrong
    in the files, row by row.
    """

    questionnaire: Questionnaire
    columns: "polars.DataFrame"
    received: int
    excluded: tuple[Exclusion, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def valid(self) -> int:
        """How many sheets count."""
        return self.columns.height


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers of which only the counts per option are known: for each question id, a count per option in order."""

    questionnaire: Questionnaire
    counts: Mapping[str, tuple[int, ...]]
    received: int | None = None
    valid: int | None = None
    findings: tuple[Finding, ...] = field(default=())
