"""A finding: one thing in a document or a case that does not hold, with all that is needed to redo it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from json import dumps

from jixiao.findings.places import NOWHERE, JsonPlace, Place
from jixiao.findings.vocabulary import Kind, Severity, Verdict

JsonOperand = dict[str, str | JsonPlace | None]
JsonFinding = dict[str, str | list[JsonOperand] | list[JsonPlace] | None]


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that entered a relation: as printed, its exact value, its unit, and where it stands.

    `value` and `unit` are `None` where the document states nothing.
    """

    text: str
    value: str | None = None
    unit: str | None = None
    place: Place = NOWHERE

    def as_json(self) -> JsonOperand:
        """The operand as every command prints it."""
        return {"text": self.text, "value": self.value, "unit": self.unit, "place": self.place.as_json()}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, where, what was expected instead, and how that was computed; every text is Chinese.

    `stated` and `expected` are the two values as a reader would write them, `relation` is what should hold between the
    operands. `derived_from` holds the fingerprint of the finding of which this one is a consequence; `numbered`
    turns it into that finding's id.
    """

    check: str
    severity: Severity
    kind: Kind
    title: str
    explanation: str
    stated: str | None = None
    expected: str | None = None
    relation: str | None = None
    verdict: Verdict | None = None
    operands: tuple[Operand, ...] = ()
    places: tuple[Place, ...] = ()
    hint: str | None = None
    derived_from: str | None = None
    id: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for the same mistake in the next version of a document.

        It depends on the check, the operands and what names their places, not on lines, pages or wording. Without
        operands the stated value and the places stand in for them.
        """
        subject: list[object] = [[o.text, o.value, o.unit, *o.place.labels] for o in self.operands]
        if not subject:
            subject = [self.stated, [[place.text, *place.labels] for place in self.places]]
        return sha256(dumps([self.check, subject], ensure_ascii=False).encode()).hexdigest()

    def as_json(self) -> JsonFinding:
        """The finding as every command prints it."""
        return {
            "id": self.id,
            "check": self.check,
            "severity": self.severity.value,
            "kind": self.kind.value,
            "title": self.title,
            "explanation": self.explanation,
            "stated": self.stated,
            "expected": self.expected,
            "relation": self.relation,
            "verdict": self.verdict.value if self.verdict else None,
            "operands": [operand.as_json() for operand in self.operands],
            "places": [place.as_json() for place in self.places],
            "hint": self.hint,
            "derived_from": self.derived_from,
            "fingerprint": self.fingerprint,
        }


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with ids F1, F2 … in their order.

    A `derived_from` that is no finding's fingerprint raises `ValueError`: a consequence without its cause would be
    counted as a mistake of its own.

    >>> numbered([Finding("sum", Severity.ERROR, Kind.SUM, "合计不符", "…")])[0].id
    'F1'
    """
    listed = tuple(replace(finding, id=f"F{number}") for number, finding in enumerate(findings, 1))
    ids = {finding.fingerprint: finding.id for finding in reversed(listed)}
    unknown = [f.id for f in listed if f.derived_from is not None and f.derived_from not in ids]
    if unknown:
        raise ValueError(f"derived from findings that are not listed: {', '.join(unknown)}")
    return tuple(f if f.derived_from is None else replace(f, derived_from=ids[f.derived_from]) for f in listed)
