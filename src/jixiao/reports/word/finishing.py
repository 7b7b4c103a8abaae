"""From a rendered template to a finished file: what only the whole document can tell is written last."""

from collections.abc import Sequence

from lxml import etree

from jixiao.reports.content.parts import Chart
from jixiao.reports.word.captions import number_captions
from jixiao.reports.word.contents import write_contents
from jixiao.reports.word.defaults import default_template
from jixiao.reports.word.embedding import embed_charts, tell_apart
from jixiao.reports.word.headings import headings_of
from jixiao.reports.word.markup import w
from jixiao.reports.word.package import Package, parsed, serialized
from jixiao.reports.word.properties import write_properties
from jixiao.reports.word.sections import fit_tables
from jixiao.reports.word.styles import Styles

_TABLE = "JxTable"
_OURS = ("Jx", "TOC")
_STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_PARAGRAPH_IDS = [f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId")]


def finish(docx: bytes, charts: Sequence[Chart] = (), *, title: str = "", pages: Sequence[str] | None = None) -> bytes:
    """A rendered template as a finished Word file.

    Captions are numbered, the contents written with the `pages` given (one for each heading), charts embedded,
    tables made as wide as the text; styles of ours that the template lacks come from the default template.
    The same input gives the same bytes.
    """
    package = Package.read(docx)
    stories = {part: parsed(package.parts[part]) for part in package.stories}
    document = stories[package.document]
    etree.strip_attributes(document, *_PARAGRAPH_IDS)  # a repeated paragraph repeats what shall be unique
    styles = Styles(package.opened("styles"))
    headings = list(headings_of(document, styles, package.opened("numbering")))
    number_captions(document, headings)
    write_contents(document, headings, styles, pages)
    lent = _lend_styles(document, styles)
    fit_tables(document, lent.get(_TABLE, _TABLE))
    for part, story in stories.items():
        embed_charts(package, part, story, charts)
    tell_apart(list(stories.values()))
    for part, story in stories.items():
        package.parts[part] = serialized(story)
    _save_styles(package, styles)
    _ask_nothing(package)
    write_properties(package, title)
    return package.to_bytes()


def _lend_styles(document: etree._Element, styles: Styles) -> dict[str, str]:
    """Let every style of ours that the document refers to be one it has; returns their ids here by their own."""
    references = [
        reference
        for reference in document.iter(w("pStyle"), w("tblStyle"))
        if reference.get(w("val"), "").startswith(_OURS)
    ]
    lender = Styles(Package.read(default_template("report")).opened("styles"))
    lent = {name: styles.adopt(name, lender) for name in dict.fromkeys(r.get(w("val"), "") for r in references)}
    for reference in references:
        reference.set(w("val"), lent[reference.get(w("val"), "")])
    return lent


def _save_styles(package: Package, styles: Styles) -> None:
    part = package.related(package.document, "styles")
    if part is None:
        part = "word/styles.xml"
        package.relate(package.document, "styles", part)
    package.put(part, serialized(styles.root), _STYLES)


def _ask_nothing(package: Package) -> None:
    """Take out the wish to bring fields up to date: Word would ask its reader about it."""
    part = package.related(package.document, "settings")
    settings = package.opened("settings")
    if part is not None and settings is not None:
        for wish in settings.findall(w("updateFields")):
            settings.remove(wish)
        package.parts[part] = serialized(settings)
