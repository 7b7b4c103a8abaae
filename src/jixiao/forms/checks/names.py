"""One project under several names: in the summary, in the title of its form, in the form itself."""

from collections.abc import Iterator

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, Said, SummaryRow
from jixiao.forms.catalogue import NAME
from jixiao.forms.names import Kinship, kinship
from jixiao.forms.pairing import Pairs

_SHORT = (Kinship.SHORTENED, Kinship.WITHIN)


def relations(pairs: Pairs) -> Iterator[Checked]:
    """The names of every project that a summary lists and a form describes."""
    for pair in pairs.paired:
        yield _compared(pair.row, pair.form)


def _compared(row: SummaryRow, form: Form) -> Checked:
    """The names of one project: contradictory within its own form they are an error, otherwise to be looked at."""
    kin = kinship(row.name.text, form.project.text)
    title = Said(form.title_name, form.title.place) if _contradicts(form) else Said("")
    if kin is Kinship.SAME and not title:
        return Checked.held(NAME, row.name.place)
    names = [row.name, *([title] if title else []), form.project]
    shown = " / ".join(dict.fromkeys(name.cited for name in names))
    return Checked.failed(
        NAME,
        Severity.ERROR if title else Severity.NOTE if kin is Kinship.SHORTENED else Severity.WARNING,
        f"同一项目名称不一致：{shown}",
        f"汇总表写{row.name.cited}，"
        + (f"自评表标题写{title.cited}，" if title else "")
        + f"自评表“项目名称”栏写{form.project.cited}"
        + ("，像是简称，应统一用全称。" if kin in _SHORT else "，应统一为一个名称。"),
        *(name.place for name in names),
        stated=form.project.text,
        expected=row.name.text,
    )


def _contradicts(form: Form) -> bool:
    """Whether title and 项目名称 of one form name one project in two ways that are no short forms of each other."""
    return bool(form.title_name) and kinship(form.title_name, form.project.text) is Kinship.SIMILAR
