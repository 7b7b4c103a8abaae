"""The register of documents that evaluations rest on, each found as of a date."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jixiao.packs.complaints import nearest, wrong
from jixiao.packs.datafile import Document, validate
from jixiao.packs.dates import Day, PartialDate, Status, Validity, status_between
from jixiao.packs.scales import Mark
from jixiao.refusals import Problem, Refusal

Category = Literal["绩效管理类", "业务管理类", "其他类"]
"""The three heads under which a report lists its bases."""


class BasisDocument(BaseModel):
    """One document. Unknown numbers, titles and dates are empty, never guessed; `mark` says how sure the entry is."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    number: str = ""
    title: str = ""
    issuer: str = ""
    level: Literal["国家", "省级", "市级", "县级"]
    region: str = "全国"
    date: Day = None
    valid: Validity = Validity()
    replaced_by: str = ""
    category: Category
    governs: str = Field(min_length=1)
    mark: Mark
    note: str = ""

    @model_validator(mode="after")
    def _can_be_named(self) -> Self:
        if not self.number and not self.title:
            raise wrong("文号或标题，至少一项", "请补上 number 或 title", "既无文号也无标题的文件")
        return self

    @property
    def key(self) -> str:
        """What it is cited by: its number, or its title where it has none."""
        return self.number or f"《{self.title}》"

    @property
    def begins(self) -> PartialDate | None:
        """When it came into force as far as known: as it says, else its date of issue, else the year of its number."""
        year = re.search(r"〔(\d{4})〕", self.number)
        return self.valid.from_ or self.date or (PartialDate.read(year.group(1)) if year else None)


class DocumentFile(BaseModel):
    """The content of basis.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    documents: tuple[BasisDocument, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as of a day: whether it was in force, and by what it was replaced if it was."""

    document: BasisDocument
    status: Status
    successor: BasisDocument | None

    def __str__(self) -> str:
        """In words: 财预〔2011〕285号，已废止，由财预〔2020〕10号取代."""
        replaced = f"，由{self.successor.key}取代" if self.successor and self.status == "已废止" else ""
        return f"{self.document.key}，{self.status}{replaced}"


class DocumentRegister:
    """All documents, found by number or title however the brackets and blanks are typed.

    Refused when two entries have one number or title, or a successor is not in the register.
    """

    def __init__(self, source: Document) -> None:
        self.documents = validate(source, DocumentFile).documents
        self._named: dict[str, BasisDocument] = {}
        problems: list[Problem] = []
        for index, document in enumerate(self.documents):
            for name in filter(None, (_plain(document.number), _plain(document.title))):
                if self._named.setdefault(name, document) is not document:
                    found = f"“{document.key}”登记了两次"
                    problems.append(source.problem(("documents", index), found, "每个文件登记一次", "请合并"))
        for index, document in enumerate(self.documents):
            if document.replaced_by and self.find(document.replaced_by) is None:
                path = ("documents", index, "replaced_by")
                found = f"未登记的“{document.replaced_by}”"
                problems.append(source.problem(path, found, "已登记的文件", "请先登记取代它的文件"))
        if problems:
            raise Refusal(*problems)

    def find(self, name: str) -> BasisDocument | None:
        """The document with that number or title, or None."""
        return self._named.get(_plain(name))

    def nearest(self, name: str) -> str:
        """The number or title most like `name`, or ""."""
        spelled: Mapping[str, str] = {key: document.key for key, document in self._named.items()}
        return spelled.get(nearest(_plain(name), spelled), "")

    def on(self, name: str, day: date) -> Citation | None:
        """The document as of `day`, or None if the register does not know it.

        A document that was replaced is in force until its successor is.
        """
        document = self.find(name)
        if document is None:
            return None
        successor = self.find(document.replaced_by) if document.replaced_by else None
        return Citation(document, _status(document, successor, day), successor)


def _status(document: BasisDocument, successor: BasisDocument | None, day: date) -> Status:
    begin = successor.begins if successor else None
    if document.valid.to is None and begin is not None:
        if day >= begin.latest:
            return "已废止"
        if day >= begin.earliest:
            return "未确定"
    return status_between(document.begins, document.valid.to, day)


def _plain(name: str) -> str:
    """The form in which two names are compared.

    >>> _plain("财预[2020] 10 号") == _plain("（财预〔2020〕10号）")
    True
    """
    text = re.sub(r"[\s《》<>〈〉“”\"]", "", unicodedata.normalize("NFKC", name))
    return re.sub(r"[\[〔【(](\d{4})[\])〕】]", r"〔\1〕", text.removeprefix("(").removesuffix(")"))
