"""An audit as plain JSON values (design, section 5)."""

from jixiao.findings import Severity
from jixiao.reports.audited.audited import Audited


def audited_json(audited: Audited) -> dict[str, object]:
    """The document, how much was checked and what was not, and the findings."""
    audit = audited.audit
    return {
        "document": {
            "name": audited.document.name,
            "sha256": audited.sha256,
            "format": audited.document.format,
        },
        "summary": {
            "relations": audit.summary.as_json(),
            "not_checked": [
                {"check": one.check.id, "place": one.place.as_json(), "because": one.because}
                for one in audit.not_checked
            ],
            "findings": {severity.value: audit.count(severity) for severity in Severity},
        },
        "findings": [finding.as_json() for finding in audit.findings],
    }
