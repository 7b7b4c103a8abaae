"""What regulations ask of a document: each check with its article, its years, its place, and what it is asked of."""

import re
from datetime import date
from functools import cache, cached_property
from importlib.resources import as_file, files
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load
from jixiao.packs.dates import Validity
from jixiao.packs.places import NATIONAL, Locality
from jixiao.packs.registry import standard_registry
from jixiao.packs.scales import Mark

DocumentKind = Literal["评价报告", "评价方案", "自评报告", "自评表"]
ObjectKind = Literal["部门整体", "项目", "专项债", "PPP"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Regulation(_Strict):
    """One thing that an article of a document asks for, and of which documents."""

    id: str = Field(pattern=r"[a-z][a-z_]*")
    title: str = Field(min_length=1)
    document: str = Field(min_length=1)
    article: str = Field(min_length=1)
    valid: Validity = Validity()
    place: str = NATIONAL
    kinds: tuple[DocumentKind, ...] = Field(min_length=1)
    objects: tuple[ObjectKind, ...] = ()
    level: Literal["H", "W", "P"]
    severity: Literal["warning", "note"]
    checks: str = Field(min_length=1)
    leaves_out: str = Field(min_length=1)
    mark: Mark

    @model_validator(mode="after")
    def _rests_on_a_registered_document(self) -> Self:
        if standard_registry().documents.find(self.document) is None:
            raise wrong("已登记的文件", "请先在 basis.yaml 登记这个文件", f"未登记的文件“{self.document}”")
        return self

    @property
    def source(self) -> str:
        """Who asks for it: the document and its article."""
        name = self.document if "〔" in self.document else f"《{self.document}》"
        return f"{name}{self.article}"

    def is_asked_of(self, kind: str, about: str, where: Locality) -> bool:
        """Whether it is asked of documents of this kind, about this object, at this place."""
        return kind in self.kinds and (not self.objects or about in self.objects) and where.lies_in(self.place)

    def holds_for(self, year: int) -> bool:
        """Whether it was in force when the year was evaluated: in it, or in the year after.

        >>> regulation = next(each for each in regulations().checks if each.id == "outline")
        >>> regulation.holds_for(2018), regulation.holds_for(2019), regulation.holds_for(2030)
        (False, True, True)
        """
        begins, ends = self.valid.from_, self.valid.to
        return (begins is None or begins.earliest <= date(year + 1, 12, 31)) and (
            ends is None or ends.latest >= date(year, 1, 1)
        )


class Part(_Strict):
    """A part of an outline, and the words by which a heading is known to be its."""

    name: str = Field(min_length=1)
    words: tuple[str, ...] = Field(min_length=1)


class Trap(_Strict):
    """What makes a formula, or its definitions, another indicator of the same name; `says` names both."""

    pattern: re.Pattern[str]
    says: str = Field(min_length=1)


class Rate(_Strict):
    """A rate by its name (a pattern): what its denominator must be, and what it must not be."""

    name: re.Pattern[str]
    denominator: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...]
    framework: str = Field(min_length=1)
    traps: tuple[Trap, ...]


class RegulationFile(_Strict):
    """The content of regulation-checks.yaml."""

    checks: tuple[Regulation, ...] = Field(min_length=1)
    outlines: dict[str, tuple[Part, ...]]
    rates: tuple[Rate, ...]
    placeholders: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _names_every_check_once(self) -> Self:
        names = [each.id for each in self.checks]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise wrong("各不相同的 id", "请改名", f"重复的“{twice[0]}”")
        unknown = sorted(set(self.outlines) - set(names))
        if unknown:
            raise wrong("某项核查的提纲", "请改为这项核查的 id", f"没有核查使用的提纲“{unknown[0]}”")
        return self

    @cached_property
    def placeholder(self) -> re.Pattern[str]:
        """What a template holds and a finished document must not.

        >>> regulations().placeholder.findall("XX局20XX年度（此处填写依据）")
        ['XX局', '20XX', '（此处填写依据）']
        """
        return re.compile("|".join(self.placeholders))

    def rate(self, name: str) -> Rate | None:
        """The rate that an indicator of this name is.

        >>> rate = regulations().rate("“三公经费”控制率")
        >>> rate and rate.framework
        '“三公经费”实际支出数 ÷ 预算安排数'
        """
        return next((rate for rate in self.rates if rate.name.fullmatch(name)), None)


@cache
def regulations() -> RegulationFile:
    """The checks that come with Jixiao."""
    with as_file(files("jixiao.packs") / "data" / "regulation-checks.yaml") as path:
        return load(path, RegulationFile)
