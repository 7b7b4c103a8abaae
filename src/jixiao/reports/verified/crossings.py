"""What is told of a summary or a department's form that was held against the forms of other files."""

from jixiao.forms.crossing import Crossed
from jixiao.reports.verified.told import ToldFile, ToldFinding, ToldList


def told_crossing(crossed: Crossed) -> ToldFile:
    """The comparison as a list of its own, beside those of the file; nothing but counts where nothing was found."""
    findings = tuple(ToldFinding.model_validate(each.as_json()) for each in crossed.checkup.findings)
    summary = crossed.checkup.summary
    lists = (ToldList(source=crossed.source, title=crossed.title, findings=findings),)
    undecided = summary.undecided + bool(crossed.why_not)
    return ToldFile(lists=lists, checked=summary.checked, undecided=undecided)
