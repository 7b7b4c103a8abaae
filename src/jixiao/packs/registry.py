"""Find packs, grade scales and documents by id, name and date.

A pack is a folder: `pack.yaml` says what it is, `indicators.yaml` holds the indicator system, `cases.yaml` the
worked cases of a pack that scores. What is checked here is the shape; the rules inside are read by the rooms above.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jixiao.packs.complaints import nearest, wrong
from jixiao.packs.datafile import Document, load, read_yaml, validate
from jixiao.packs.dates import Status, Validity
from jixiao.packs.documents import DocumentRegister
from jixiao.packs.scales import GradeScale, Mark, ScaleFile
from jixiao.packs.trees import KeyPath, Tree, at
from jixiao.refusals import Problem, Refusal

Kind = Literal["framework", "ready"]
Entry = TypeVar("Entry")


class PackHeader(BaseModel):
    """pack.yaml. A framework names indicators and fixes no weights; a ready pack scores, and is an example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"[a-z][a-z0-9-]*")
    kind: Kind
    name: str = Field(min_length=1)
    object: Literal["部门整体支出", "项目支出"]
    region: str = Field(min_length=1)
    source: str = Field(min_length=1)
    annex: str = ""
    valid: Validity = Validity()
    mark: Mark
    framework: str = ""
    example: Literal["是", "否"] = "否"
    grade_scale: str = ""
    weights_note: str = Field(min_length=1)
    note: str = ""

    @model_validator(mode="after")
    def _says_what_its_kind_needs(self) -> Self:
        if self.kind == "ready" and not (self.framework and self.grade_scale):
            raise wrong("framework 和 grade_scale", "请写明依据的指标框架和等级标准", "没有依据的 ready 指标包")
        if self.kind == "framework" and (self.framework or self.grade_scale):
            raise wrong("只有指标、不能计分的框架", "请删去 framework 和 grade_scale", "带计分设置的 framework 指标包")
        return self


class Expected(BaseModel):
    """What a worked case must come to: the total, the grade, and the score of every indicator by its code.

    An indicator that is left out of the total (不涉及，折算) has no score here.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    total: Decimal
    grade: str
    scores: dict[str, Decimal]


class WorkedCase(BaseModel):
    """A case computed by hand: facts and judgements in the format of a case folder, and the scores they earn."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    year: str = Field(pattern=r"\d{4}")
    note: str = ""
    facts: list[dict[str, str]]
    judgements: dict[str, dict[str, Any]]
    expected: Expected


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as read: its header, its indicator system as a document (for its lines), its worked cases."""

    header: PackHeader
    indicators: Document
    cases: tuple[WorkedCase, ...]

    def status(self, day: date) -> Status:
        """Whether the pack's source is in force on `day`."""
        return self.header.valid.status(day)


class Registry:
    """The data files under one folder.

    >>> registry = standard_registry()
    >>> registry.scale("standard").name
    '优良中差（90、80、60 分，含下限）'
    >>> str(registry.documents.on("财预〔2011〕285号", date(2024, 1, 1)))
    '财预〔2011〕285号，已废止，由财预〔2020〕10号取代'
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def documents(self) -> DocumentRegister:
        """The register of basis documents."""
        return DocumentRegister(read_yaml(self.root / "basis.yaml"))

    @cached_property
    def scales(self) -> Mapping[str, GradeScale]:
        """All grade scales by id; Refusal if an id stands twice or a source is not registered."""
        source = read_yaml(self.root / "grade-scales.yaml")
        scales: dict[str, GradeScale] = {}
        for index, scale in enumerate(validate(source, ScaleFile).scales):
            path: KeyPath = ("scales", index)
            if scale.id in scales:
                found, expected = f"第二个“{scale.id}”", "每个等级标准有自己的 id"
                raise Refusal(source.problem((*path, "id"), found, expected, "请改名"))
            if scale.source:
                self._registered(scale.source, source, (*path, "source"))
            scales[scale.id] = scale
        return scales

    @cached_property
    def headers(self) -> Mapping[str, PackHeader]:
        """The headers of all packs by id, in the order of their ids."""
        return {path.parent.name: self._header(path) for path in sorted((self.root / "packs").glob("*/pack.yaml"))}

    def scale(self, name: str) -> GradeScale:
        """The grade scale with that id or name; Refusal naming the nearest one."""
        return _found(name, {**{scale.name: scale for scale in self.scales.values()}, **self.scales}, "等级标准")

    def pack(self, name: str) -> Pack:
        """The pack with that id or name, its indicators and worked cases read; Refusal naming the nearest one."""
        header = _found(name, {**{header.name: header for header in self.headers.values()}, **self.headers}, "指标包")
        folder = self.root / "packs" / header.id
        indicators = read_yaml(folder / "indicators.yaml", name=f"{header.id}/indicators.yaml")
        problems = list(_problems_of_kind(indicators, header.kind))
        if problems:
            raise Refusal(*problems)
        cases = folder / "cases.yaml"
        return Pack(
            header,
            indicators,
            tuple(load(cases, list[WorkedCase], name=f"{header.id}/cases.yaml")) if header.kind == "ready" else (),
        )

    def packs_on(self, day: date, *, kind: Kind | None = None, region: str = "") -> tuple[PackHeader, ...]:
        """The packs that are, or may be, in force on `day`; with `region` those of that place and of the whole country.

        >>> [header.id for header in standard_registry().packs_on(date(2023, 12, 31), kind="framework")]
        ['dept-2013', 'dept-henan-2022', 'project-2020']
        """
        return tuple(
            header
            for header in self.headers.values()
            if header.valid.status(day) in ("有效", "未确定")
            and kind in (None, header.kind)
            and (not region or header.region in (region, "全国"))
        )

    def _header(self, path: Path) -> PackHeader:
        source = read_yaml(path, name=f"{path.parent.name}/pack.yaml")
        header = validate(source, PackHeader)
        if header.id != path.parent.name:
            raise Refusal(source.problem(("id",), f"“{header.id}”", f"文件夹名“{path.parent.name}”", "请改成一致"))
        self._registered(header.source, source, ("source",))
        if header.framework and not (path.parent.parent / header.framework / "pack.yaml").is_file():
            found, mend = f"没有的框架“{header.framework}”", "请改为已有框架的 id"
            raise Refusal(source.problem(("framework",), found, "已有的框架", mend))
        if header.grade_scale and header.grade_scale not in self.scales:
            found, mend = f"没有的等级标准“{header.grade_scale}”", f"可用的有 {'、'.join(self.scales)}"
            raise Refusal(source.problem(("grade_scale",), found, "已有的等级标准", mend))
        return header

    def _registered(self, document: str, source: Document, path: KeyPath) -> None:
        if self.documents.find(document) is None:
            near = self.documents.nearest(document)
            mend = f"请改为“{near}”，或先登记这个文件" if near else "请先在 basis.yaml 登记这个文件"
            raise Refusal(source.problem(path, f"未登记的文件“{document}”", "已登记的文件", mend))


@cache
def standard_registry() -> Registry:
    """The data files that come with Jixiao."""
    return Registry(Path(__file__).with_name("data"))


def _found(name: str, entries: Mapping[str, Entry], what: str) -> Entry:
    if name in entries:
        return entries[name]
    near = nearest(name, entries)
    mend = f"请核对是不是“{near}”" if near else f"可用的有 {'、'.join(entries)}"
    raise Refusal(Problem(what, "", f"没有登记的“{name}”", f"已登记的{what}", mend))


def _problems_of_kind(source: Document, kind: Kind) -> Iterator[Problem]:
    """A framework has no weights and rules, a ready pack has both at every third-level indicator."""
    for path in _nodes(source.tree, ()):
        node = at(source.tree, path)
        assert isinstance(node, dict)  # _nodes goes from mapping to mapping
        if kind == "framework":
            for key in ("weight", "rule"):
                if key in node:
                    yield source.problem((*path, key), key, "没有权重和规则的框架", "请删去，或另建 ready 指标包")
        elif "children" not in node:
            for key in ("weight", "rule"):
                if key not in node:
                    yield source.problem(path, f"没有 {key} 的指标", f"必填项 {key}", "请补上")


def _nodes(tree: Tree, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(tree, list):
        for number, node in enumerate(tree):
            if isinstance(node, dict):
                yield (*path, number)
                yield from _nodes(node.get("children", ""), (*path, number, "children"))
