"""Two audits of two versions of a document: which findings are gone, which are still there, which are new."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from jixiao.audit.auditing import Audit
from jixiao.findings import Severity
from jixiao.packs.filing import bytes_of
from jixiao.refusals import Problem, Refusal

_LIMIT = 200_000_000


class EarlierFinding(BaseModel):
    """What is kept of a finding of an earlier audit."""

    model_config = ConfigDict(frozen=True)

    id: str
    severity: Severity
    title: str
    fingerprint: Annotated[str, StringConstraints(min_length=1)]

    def as_json(self) -> dict[str, str]:
        """The finding in a list of those that are gone; its id is the one of the earlier audit."""
        return {
            "id": self.id,
            "severity": self.severity.value,
            "title": self.title,
            "fingerprint": self.fingerprint,
        }


class _EarlierDocument(BaseModel):
    name: str


class EarlierAudit(BaseModel):
    """An earlier audit as its JSON tells it."""

    document: _EarlierDocument
    findings: tuple[EarlierFinding, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """Findings gone since an earlier audit, and the ids of those that are still there and that are new."""

    gone: tuple[EarlierFinding, ...]
    still: tuple[str, ...]
    new: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The comparison as the audit's JSON has it."""
        return {"gone": [each.as_json() for each in self.gone], "still": list(self.still), "new": list(self.new)}


def since(earlier: EarlierAudit, audit: Audit) -> Since:
    """The findings of an audit beside those of an earlier one; the fingerprint says which is which."""
    before = {finding.fingerprint for finding in earlier.findings}
    now = {finding.fingerprint for finding in audit.findings}
    return Since(
        tuple(each for each in earlier.findings if each.fingerprint not in now),
        tuple(each.id for each in audit.findings if each.fingerprint in before),
        tuple(each.id for each in audit.findings if each.fingerprint not in before),
    )


def read_earlier(path: Path) -> tuple[EarlierAudit, ...]:
    """The audits in a JSON file that `jixiao audit --format json` wrote; Refusal for anything else."""
    raw = bytes_of(path, path.name, _LIMIT)
    try:
        told = json.loads(raw)
        listed = told if isinstance(told, list) else [told]
        return TypeAdapter(tuple[EarlierAudit, ...]).validate_python([each for each in listed if _is_audit(each)])
    except (ValueError, RecursionError, ValidationError):
        mend = "请用 jixiao audit 文件 --format json --out 结果.json 写出以前的结果"
        raise Refusal(Problem(path.name, "", "不是核查结果的文件", "以前的核查结果（JSON）", mend)) from None


def earlier_of(name: str, audits: Sequence[EarlierAudit]) -> EarlierAudit | None:
    """The earlier audit of the document of this name; one that stands alone is taken for it whatever it is called."""
    if len(audits) == 1:
        return audits[0]
    return next((each for each in audits if each.document.name == name), None)


def _is_audit(told: object) -> bool:
    """Whether an entry of a list is an audit and not the refusal of a file."""
    return not (isinstance(told, dict) and "refused" in told)
