"""The sections of a case as they were read, before anything is made of them.

A folder and a workbook give the same sections: a tree of texts each, whose problems name the line of a
file or the cell of a sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from jixiao.evaluation.content import (
    BasisDocument,
    CaseContent,
    EvidenceEntry,
    General,
    Narrative,
    Stage,
    TableSheet,
)
from jixiao.evaluation.judgement import Judgement
from jixiao.facts import StatedFact
from jixiao.indicators import IndicatorNode
from jixiao.packs.datafile import Document, validate
from jixiao.packs.trees import Tree

REQUIRED = ("case", "indicators")
OPTIONAL = ("facts", "judgements", "narrative", "basis", "process", "evidence")
SECTIONS = (*REQUIRED, *OPTIONAL)
"""The sections that are data files; the tables stand beside them."""

Model = TypeVar("Model")


@dataclass(frozen=True, slots=True)
class Sections:
    """What was read: `documents` by section name (an optional one may be absent), and the tables."""

    documents: Mapping[str, Document]
    tables: tuple[TableSheet, ...]
    tables_document: Document | None

    def content(self) -> CaseContent:
        """The content as typed models; Refusal with every problem of the first section that has any."""
        return CaseContent(
            case=self._typed("case", General),
            indicators=self._typed("indicators", list[IndicatorNode]),
            facts=self._typed("facts", list[StatedFact]),
            tables=list(self.tables),
            judgements=self._typed("judgements", dict[str, Judgement]),
            narrative=self._typed("narrative", Narrative),
            basis=self._typed("basis", list[BasisDocument]),
            process=self._typed("process", list[Stage]),
            evidence=self._typed("evidence", list[EvidenceEntry]),
        )

    def document(self, section: str) -> Document:
        """The document of a section; an absent one is empty."""
        empty: Tree = [] if section in ("facts", "tables", "basis", "process", "evidence") else {}
        document = self.tables_document if section == "tables" else self.documents.get(section)
        if document is None or document.tree == "":
            return Document(section if document is None else document.file, empty, {})
        return document

    def _typed(self, section: str, model: type[Model]) -> Model:
        return validate(self.document(section), model)


def tree_of(content: object) -> Tree:
    """Typed content back as a tree, what is usual left out: reading it gives the same content.

    >>> tree_of([BasisDocument(category="其他类", title="访谈记录")])
    [{'category': '其他类', 'title': '访谈记录'}]
    """
    if isinstance(content, BaseModel):
        return tree_of(content.model_dump(by_alias=True, exclude_defaults=True))
    if isinstance(content, dict):
        return {str(key): tree_of(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [tree_of(value) for value in content]
    if isinstance(content, bool):
        return "是" if content else "否"
    return str(content)
