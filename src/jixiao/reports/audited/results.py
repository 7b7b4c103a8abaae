"""An audit as plain JSON values (design, section 5)."""

from jixiao.findings import Severity
from jixiao.reports.audited.audited import Audited


def audited_json(audited: Audited) -> dict[str, object]:
    """The document, how much was checked and what was not, the findings, and the ruleset that found them.

    What was accepted and what changed since an earlier audit are told only where there is anything to tell.
    """
    audit = audited.audit
    told: dict[str, object] = {
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
        "ruleset": audited.ruleset,
    }
    accepted = [each.as_json(finding.id) for finding in audit.findings if (each := audited.acceptance(finding))]
    if accepted:
        told["accepted"] = accepted
    if audited.since is not None:
        told["since"] = audited.since.as_json()
    return told
