"""An indicator system as it was read from a document: every rule read or marked unread, every doubt a finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.findings import Finding, Place
from jixiao.indicators.sentences import RuleSentence
from jixiao.language.measures import Measure, MeasureUnread


@dataclass(frozen=True, slots=True)
class ImportedIndicator:
    """An indicator of the last level.

    `code` is what is printed ("" where nothing is), `key` is its own and never another's. `criteria` are the points
    without their marks; `measure` is the formula, None where none is written.
    """

    key: str
    code: str
    name: str
    weight: Fraction | None
    explanation: str
    target: str
    criteria: tuple[str, ...]
    measure: Measure | MeasureUnread | None
    rule: RuleSentence
    place: Place


@dataclass(frozen=True, slots=True)
class ImportedGroup:
    """A level above the indicators; `weight` is the one it states, None where it states none."""

    key: str
    code: str
    name: str
    weight: Fraction | None
    children: "tuple[ImportedGroup | ImportedIndicator, ...]"
    place: Place


ImportedNode = ImportedGroup | ImportedIndicator


@dataclass(frozen=True, slots=True)
class ImportedSystem:
    """The whole: its first level, the total the table prints (None: none), and the findings.

    `document` is the name of the file, `others` the headings of columns of which nothing was made.
    """

    document: str
    place: Place
    groups: tuple[ImportedNode, ...]
    total: Fraction | None
    others: tuple[str, ...]
    findings: tuple[Finding, ...]

    def indicators(self) -> Iterator[ImportedIndicator]:
        """The indicators in order."""
        for group in self.groups:
            yield from indicators_of(group)

    def unread(self) -> tuple[ImportedIndicator, ...]:
        """The indicators whose rule was not read."""
        return tuple(each for each in self.indicators() if each.rule.rule is None)


def indicators_of(node: ImportedNode) -> Iterator[ImportedIndicator]:
    """The indicators of a node, itself if it is one."""
    if isinstance(node, ImportedIndicator):
        yield node
    else:
        for child in node.children:
            yield from indicators_of(child)


def weight_in(node: ImportedNode) -> Fraction:
    """The weight stated, or the sum of what stands below where none is stated; what is unknown counts nothing."""
    if node.weight is not None:
        return node.weight
    children = node.children if isinstance(node, ImportedGroup) else ()
    return sum((weight_in(child) for child in children), start=Fraction(0))
