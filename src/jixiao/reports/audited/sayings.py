"""What an audit says in words, whichever page it stands on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.audit import Audit, NotChecked
from jixiao.findings import Finding, Place, Severity
from jixiao.reports.audited.audited import Audited, Fault
from jixiao.reports.wording import SEVERITIES

PLACES_SHOWN = 4
_NAME = re.compile("“[^”]*”")


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Relations of one check that could not be decided for one reason: how many, and the first of them."""

    title: str
    because: str
    count: int
    place: Place

    def __str__(self) -> str:
        where = f"，如{self.place}" if str(self.place) else ""
        return f"{self.title} {self.count} 个：{self.because}{where}"


def checked_sentence(audit: Audit) -> str:
    """How many relations were checked and how they came out."""
    summary = audit.summary
    held = summary.exact + summary.rounding + summary.strained
    explained = f"，其中 {summary.rounding} 个有舍入尾差" if summary.rounding else ""
    strained = f"，{summary.strained} 个勉强成立" if summary.strained else ""
    return (
        f"核对了 {summary.checked} 个关系：成立 {held} 个{explained}{strained}；"
        f"不成立 {summary.impossible} 个；另有 {summary.undecided} 个未能核对。"
    )


def counted_sentence(audited: Audited) -> str:
    """How many findings there are of each severity, how many follow from others, how many are accepted."""
    audit = audited.audit
    counted = "，".join(f"{SEVERITIES[severity]} {audit.count(severity)} 处" for severity in Severity)
    derived = sum(finding.derived_from is not None for finding in audit.findings)
    follows = f"，其中 {derived} 处由别处的错误引起" if derived else ""
    accepted = f"，{audited.accepted_count} 处已认可" if audited.accepted_count else ""
    return f"{counted}{follows}{accepted}。"


def since_sentence(audited: Audited) -> str:
    """How the findings compare with those of an earlier audit; "" without one."""
    if audited.since is None:
        return ""
    gone, still, new = (len(each) for each in (audited.since.gone, audited.since.still, audited.since.new))
    return f"与以前的结果相比：已消除 {gone} 处，仍存在 {still} 处，新出现 {new} 处。"


def gone_lines(audited: Audited) -> tuple[str, ...]:
    """The findings of an earlier audit that are gone, with the numbers they had there."""
    return tuple(f"原 {each.id} {each.title}" for each in audited.since.gone) if audited.since else ()


def label_of(audited: Audited, finding: Finding) -> str:
    """The severity of a finding, and whether it is accepted or new."""
    labels = [SEVERITIES[finding.severity]]
    if audited.acceptance(finding) is not None:
        labels.append("已认可")
    if audited.since is not None:
        labels.append("新出现" if audited.is_new(finding) else "仍存在")
    return "·".join(labels)


def accepted_sentence(audited: Audited, finding: Finding) -> str:
    """Who accepted the finding, when and why; "" where nobody did."""
    acceptance = audited.acceptance(finding)
    return "" if acceptance is None else f"已认可（{acceptance.author}，{acceptance.date}）：{acceptance.reason}"


def compared_sentence(finding: Finding) -> str:
    """The stated and the expected value; "" where the finding has neither."""
    stated = None if finding.stated is None else f"写的是 {finding.stated}"
    expected = None if finding.expected is None else f"应为 {finding.expected}"
    return "，".join(said for said in (stated, expected) if said)


def places_of(finding: Finding) -> tuple[Place, ...]:
    """The places of a finding, the one of the figure that does not hold first: a relation has it behind the others."""
    return (*finding.places[-1:], *finding.places[:-1]) if finding.operands else finding.places


def places_sentence(finding: Finding) -> str:
    """The first places with what stands there, and how many there are where not all are named."""
    named = [shown for place in places_of(finding) if (shown := place_text(place))]
    more = f" 等 {len(named)} 处" if len(named) > PLACES_SHOWN else ""
    return "；".join(named[:PLACES_SHOWN]) + more


def rounding_sentence(faults: Iterable[Fault]) -> str:
    """One line for all findings that say only that figures hold within their rounding; "" without any."""
    ids = [fault.finding.id for fault in faults if fault.is_rounding]
    if not ids:
        return ""
    return f"另有 {len(ids)} 处只有舍入尾差，印出的数都可能成立，不逐一列出：{runs_of(ids)}。"


def runs_of(ids: Iterable[str]) -> str:
    """Ids with neighbours put together.

    >>> runs_of(["F3", "F4", "F5", "F9"])
    'F3～F5、F9'
    """
    runs: list[list[int]] = []
    for number in (int(each.removeprefix("F")) for each in ids):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"F{run[0]}" if len(run) == 1 else f"F{run[0]}～F{run[-1]}" for run in runs)


def open_groups(not_checked: Iterable[NotChecked]) -> tuple[OpenGroup, ...]:
    """What could not be checked, grouped by check and reason; the names in a reason make no difference."""
    groups: dict[tuple[str, str], list[NotChecked]] = {}
    for each in not_checked:
        groups.setdefault((each.check.id, _NAME.sub("“…”", each.because)), []).append(each)
    return tuple(
        OpenGroup(group[0].check.title, _reason(group, generalised), len(group), group[0].place)
        for (_, generalised), group in groups.items()
    )


def explained(finding: Finding) -> Iterator[str]:
    """What stands below the title of a finding on every page: values, explanation, guess."""
    for line in (compared_sentence(finding), finding.explanation, finding.hint):
        if line:
            yield line


def _reason(group: list[NotChecked], generalised: str) -> str:
    reasons = {each.because for each in group}
    return reasons.pop() if len(reasons) == 1 else generalised


def place_text(place: Place) -> str:
    """A place in words, with what stands there."""
    quoted = f"“{place.text}”" if place.text else ""
    return f"{place}{quoted}"
