"""The findings of a survey in one list, and each of them in words."""

from jixiao.findings import Finding, numbered
from jixiao.reports.wording import SEVERITIES
from jixiao.surveys.results import StudyResult


def findings_of(result: StudyResult) -> tuple[Finding, ...]:
    """All findings with their ids: those on the study, then group by group, then of the other voices."""
    groups = (finding for group in result.groups for finding in group.findings)
    voices = (finding for voice in result.voices for finding in voice.findings)
    return numbered((*result.findings, *groups, *voices))


def finding_text(finding: Finding) -> str:
    """A finding in one line: how grave, what, why, and where."""
    places = "；".join(str(place) for place in finding.places[:3] if str(place))
    more = f"等{len(finding.places)}处" if len(finding.places) > 3 else ""
    where = f"（{places}{more}）" if places else ""
    return f"{SEVERITIES[finding.severity]}：{finding.title}。{finding.explanation}{where}"
