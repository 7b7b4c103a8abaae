"""Rendering the page of an audit: nothing is loaded from anywhere, every text is escaped, no script runs."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jixiao.findings import Severity
from jixiao.reports.audited import sayings
from jixiao.reports.audited.audited import Audited
from jixiao.reports.audited.page.marking import ShownParagraph, shown_document
from jixiao.reports.templating import page_environment
from jixiao.reports.wording import SEVERITIES


def audited_html(audited: Audited) -> str:
    """The page of an audit whose document was numbered (`anchored`) before.

    Its policy allows the one style sheet it holds, by its hash, and nothing else.
    """
    environment = page_environment()
    environment.tests["paragraph"] = lambda block: isinstance(block, ShownParagraph)
    style = (files("jixiao.reports") / "templates" / "audit.css").read_text(encoding="utf-8")
    faults = tuple(audited.faults())
    shown = shown_document(audited.document, audited.audit.findings)
    return environment.get_template("audit.html").render(
        audited=audited,
        style=style,
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        sections=[
            (severity, [f for f in faults if f.severity is severity and not f.is_rounding]) for severity in Severity
        ],
        rounding=[fault.finding for fault in faults if fault.is_rounding],
        shown=shown,
        say=sayings,
        severities=SEVERITIES,
    )
