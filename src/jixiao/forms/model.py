"""What a self-evaluation form and a summary of forms say: every value as printed, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from jixiao.findings import NOWHERE, Place
from jixiao.forms.vocabulary import Column
from jixiao.relations import Figure
from jixiao.text.quoting import cited


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a form and where it stands; an empty text is a cell that was left blank."""

    text: str
    place: Place = NOWHERE

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def cited(self) -> str:
        """The text in quotation marks, its own as single ones.

        >>> Said("“智慧”平台").cited
        '“‘智慧’平台”'
        """
        return cited(self.text)


NOTHING = Said("")
"""What a form says where it has no such cell at all."""


NO_FIGURE = Figure("")
"""What a form says where it has no column of that kind at all."""


class MoneyKind(Enum):
    """What a row of the money block is: the total, a source of its own, or money already in the row above it."""

    TOTAL = "总额"
    SOURCE = "来源"
    WITHIN = "明细"


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of 项目资金; a figure that the row does not print is missing.

    `received` (到位数), `integrated` (统筹整合数) and `net` (预算 less 统筹整合) stand in forms of few places only.
    """

    kind: MoneyKind
    label: Said
    initial: Figure
    adjusted: Figure
    executed: Figure
    points: Figure
    rate: Figure
    score: Figure
    reason: Said = NOTHING
    received: Figure = NO_FIGURE
    integrated: Figure = NO_FIGURE
    net: Figure = NO_FIGURE

    @property
    def amounts(self) -> tuple[Figure, Figure, Figure]:
        """年初预算数, 全年预算数, 全年执行数."""
        return self.initial, self.adjusted, self.executed


@dataclass(frozen=True, slots=True)
class Objective:
    """A yearly objective and what was made of it; few kinds of forms give points for it."""

    expected: Said = NOTHING
    actual: Said = NOTHING
    score: Figure = NO_FIGURE


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator of the third level. `block` names its first level (产出) whether the form prints it or not.

    A `target` in columns of its own (≥, 90, %) is put together; `measure` is then the unit of the actual value too.
    `coefficient` (得分系数) and `of_hundred` (单项得分, out of 100) make the score with the weight; `review` is a
    second score by whoever reviews; `core` says whether it is a core indicator, `standard` by which rule it is scored.
    `covered` says that points or score stand in a cell that an indicator above shares, so that none are missing here.
    """

    block: str
    level2: str
    name: Said
    target: Said
    actual: Said
    points: Figure
    score: Figure
    reason: Said = NOTHING
    covered: bool = False
    measure: str = ""
    coefficient: Figure = NO_FIGURE
    of_hundred: Figure = NO_FIGURE
    review: Figure = NO_FIGURE
    core: Said = NOTHING
    standard: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Block:
    """A heading of the first level: “产出指标 50分” is the block 产出 with 50 points, which may be missing."""

    name: str
    heading: Said
    points: Figure


class ResidueKind(Enum):
    """What was left in a form that says nothing about the project."""

    PLACEHOLDER = "模板占位文字"
    STRAY = "无法辨认的数字"
    HEADING = "被覆盖的表头"
    UNREAD = "未能读出的行"


MONEY_BLOCK = "项目资金"
"""The block of what is left over in the money block."""


@dataclass(frozen=True, slots=True)
class Residue:
    """Something in a form that is no content of it; `level2` is the kind of indicator that it stands under.

    `why` says of what could not be read what was in the way.
    """

    kind: ResidueKind
    said: Said
    block: str = ""
    level2: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class KindHeading:
    """A heading of the second level (数量指标) that the form prints, whether indicators follow or not."""

    block: str
    level2: str
    said: Said


@dataclass
class Form:
    """A self-evaluation form. `fields` are the cells of its header (主管部门 …) in the form's own words.

    `total_alone` is the only number of the last row where nothing tells whether it totals points or scores.
    `scores_objective` says that the objective itself is given points. `money_columns` and `indicator_columns` are the
    columns of the two blocks from the left, none where their headings were not found; `headings` is all that they say,
    `columns_unread` what heads columns that nothing here reads. `levels_doubtful` says that lines are missing in print,
    so that nobody can tell which indicators a heading of the first level covers.
    `header_score` and `review_score` are totals that the header or a second column of scores prints, `grade` the grade.
    """

    title: Said
    number: int
    title_name: str = ""
    year: str = ""
    fields: dict[str, tuple[Said, Said]] = field(default_factory=dict)
    unit: str = ""
    money: list[MoneyRow] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    objective_heading: Said = NOTHING
    scores_objective: bool = False
    blocks: list[Block] = field(default_factory=list)
    kinds: list[KindHeading] = field(default_factory=list)
    lines: list[IndicatorLine] = field(default_factory=list)
    reason_heading: Said = NOTHING
    total_label: Said = NOTHING
    total_points: Figure | None = None
    total_score: Figure | None = None
    total_alone: Figure | None = None
    header_score: Figure | None = None
    review_score: Figure | None = None
    grade: Said = NOTHING
    money_columns: tuple[Column, ...] = ()
    indicator_columns: tuple[Column, ...] = ()
    headings: tuple[Said, ...] = ()
    columns_unread: tuple[Said, ...] = ()
    management: list[tuple[Said, ...]] = field(default_factory=list)
    levels_doubtful: bool = False
    residues: list[Residue] = field(default_factory=list)

    @property
    def project(self) -> Said:
        """项目名称 as the form's own cell prints it, or 部门名称; the name in the title where that cell is empty."""
        for label in ("项目名称", "部门名称"):
            own = self.fields.get(label)
            if own and own[1]:
                return own[1]
        return Said(self.title_name, self.title.place)

    @property
    def label(self) -> str:
        """How findings and places name the form: by the project, otherwise by its number in the document."""
        return f"《{self.project}》自评表" if self.project else f"第 {self.number} 份自评表"

    @property
    def total_money(self) -> MoneyRow | None:
        """年度资金总额."""
        return next((row for row in self.money if row.kind is MoneyKind.TOTAL), None)

    @property
    def sources(self) -> tuple[MoneyRow, ...]:
        """The rows that make up the total: 当年财政拨款, 上年结转资金, 其他资金."""
        return tuple(row for row in self.money if row.kind is MoneyKind.SOURCE)

    @property
    def has_unread_money(self) -> bool:
        """Whether a row of the money block could not be read, so that a source may be missing."""
        return any(residue.block == MONEY_BLOCK for residue in self.residues_of(ResidueKind.UNREAD))

    def block(self, name: str) -> Block | None:
        """The printed heading of a block."""
        return next((block for block in self.blocks if block.name == name), None)

    def lines_of(self, block: str) -> tuple[IndicatorLine, ...]:
        """The indicators of a block."""
        return tuple(line for line in self.lines if line.block == block)

    def residues_of(self, *kinds: ResidueKind) -> Iterator[Residue]:
        """What was left in the form, of these kinds."""
        return (residue for residue in self.residues if residue.kind in kinds)

    @property
    def is_scored(self) -> bool:
        """Whether the form gives points at all; some kinds of forms do not."""
        return any(not line.points.is_missing or not line.score.is_missing for line in self.lines)


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A project in a summary of self-evaluations."""

    number: str
    name: Said
    money: Figure
    score: Figure
    grade: Said
    contact: Said


@dataclass(frozen=True)
class Summary:
    """A table that lists the self-evaluated projects; `columns` are the headings of what it has."""

    title: Said
    rows: tuple[SummaryRow, ...]
    total: SummaryRow | None = None
    columns: frozenset[str] = frozenset()
    blanks: tuple[Said, ...] = ()


@dataclass(frozen=True)
class FormBook:
    """The forms and summaries of a document, and the numbers of the tables that forms took.

    `unread` are the titles of forms whose tables could not be read as forms, `together` those of forms whose cells
    stand run together without anything between them.
    """

    forms: tuple[Form, ...]
    summaries: tuple[Summary, ...]
    grids: frozenset[int] = frozenset()
    unread: tuple[Said, ...] = ()
    together: tuple[Said, ...] = ()
