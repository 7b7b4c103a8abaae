"""Findings that somebody has looked at and accepted, kept beside the document in `<document>.accepted.yaml`.

An accepted finding stays listed, with who accepted it and why; it no longer makes an audit fail.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from jixiao.audit.auditing import Audit
from jixiao.findings import Finding, Severity
from jixiao.packs.datafile import load
from jixiao.packs.trees import Tree
from jixiao.packs.writing import write_yaml
from jixiao.refusals import Problem, Refusal

SUFFIX = ".accepted.yaml"

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]


class Acceptance(BaseModel):
    """One accepted finding by its fingerprint: why, by whom, when; `title` is there for whoever reads the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fingerprint: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    title: str = ""
    reason: _Said
    author: _Said
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]

    def as_tree(self) -> Tree:
        """The acceptance as it stands in the file."""
        return {str(name): str(value) for name, value in self.model_dump().items()}

    def as_json(self, finding_id: str) -> dict[str, str]:
        """The acceptance of the finding with this id as the audit's JSON lists it."""
        said = {"reason": self.reason, "author": self.author, "date": self.date}
        return {"id": finding_id, "fingerprint": self.fingerprint, **said}


@dataclass(frozen=True, slots=True)
class Accepted:
    """Acceptances by the fingerprint of their findings."""

    by_fingerprint: Mapping[str, Acceptance]

    @classmethod
    def of(cls, acceptances: Iterable[Acceptance]) -> "Accepted":
        """The acceptances; of two of one finding the later holds."""
        return cls({each.fingerprint: each for each in acceptances})

    def of_finding(self, finding: Finding) -> Acceptance | None:
        """How the finding was accepted; None for one that was not."""
        return self.by_fingerprint.get(finding.fingerprint)

    def open_errors(self, audit: Audit) -> int:
        """How many findings of severity error nobody has accepted."""
        return sum(each.severity is Severity.ERROR and self.of_finding(each) is None for each in audit.findings)

    def unused(self, audit: Audit) -> tuple[Acceptance, ...]:
        """The acceptances of findings that the audit does not make any more."""
        made = {finding.fingerprint for finding in audit.findings}
        return tuple(each for name, each in self.by_fingerprint.items() if name not in made)


NOTHING_ACCEPTED = Accepted({})


def beside(document: Path) -> Path:
    """Where the acceptances of a document stand.

    >>> beside(Path("评价/报告.docx")).name
    '报告.docx.accepted.yaml'
    """
    return document.with_name(document.name + SUFFIX)


def read_accepted(document: Path) -> Accepted:
    """The acceptances beside a document, none where there is no such file; Refusal for one that cannot be read."""
    path = beside(document)
    return Accepted.of(load(path, list[Acceptance])) if path.exists() else NOTHING_ACCEPTED


def accept(
    document: Path, audit: Audit, ids: Iterable[str], *, reason: str, author: str, date: str
) -> tuple[Acceptance, ...]:
    """Add the findings with these ids to the acceptances beside the document; returns those that were added.

    Refusal, and nothing written, where an id is none of the audit's, or reason or author is missing.
    """
    found = [_finding(document.name, audit, identity) for identity in ids]
    for said, name, what in ((reason, "--reason", "理由"), (author, "--author", "认可人")):
        if not said.strip():
            mend = "请写成 jixiao audit 文件 --accept F3 --reason 理由 --author 姓名"
            raise Refusal(Problem("jixiao audit", name, "空白", f"认可的{what}", mend))
    added = tuple(
        Acceptance(fingerprint=each.fingerprint, title=each.title, reason=reason, author=author, date=date)
        for each in found
    )
    known = {**read_accepted(document).by_fingerprint, **Accepted.of(added).by_fingerprint}
    write_yaml(beside(document), [each.as_tree() for each in known.values()])
    return added


def _finding(name: str, audit: Audit, identity: str) -> Finding:
    for finding in audit.findings:
        if finding.id == identity.strip().upper():
            return finding
    last = audit.findings[-1].id if audit.findings else ""
    expected = f"F1 到 {last} 中的一个编号" if last else "已有的核查发现，而这份文件没有核查发现"
    raise Refusal(Problem(name, "--accept", f"“{identity}”", expected, "请先核查一次，看要认可的那一条的编号"))
