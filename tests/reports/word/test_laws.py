"""A law of templates: what passes the check can be filled in, whatever the content, and the file stays well-formed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.reports.word.samples import REPORT, context, paragraph, table, template, xml_of

from jixiao.refusals import Refusal
from jixiao.reports.content.report import Abstract, Report
from jixiao.reports.word.checking import check
from jixiao.reports.word.filling import filled

EMPTY = replace(
    REPORT,
    opening="",
    overview=(),
    abstract=Abstract("", "", "", (), (), (), ()),
    problems=(),
    conclusion=replace(REPORT.conclusion, tables=(), charts=()),
)
FULL = replace(REPORT, work=replace(REPORT.work, schedule=REPORT.indicator_table))

# Most of what is generated is right, so that most bodies pass; the rest may be wrong in ways the check must see.
TEXTS = [
    "opening",
    "abstract.problems | first",
    "abstract.levels | join('<')",
    "cover.lead or '&'",
    "'甲' if problems else opening",
]
FLAGS = [
    "problems",
    "not opening",
    "work.schedule",
    "work.schedule is not none and work.schedule.wide",
    "problems | length > 1",
]
LISTS = ["problems", "overview", "conclusion.charts", "abstract.levels", "work.schedule.rows", "system.weights.merged"]
BLOCKS = ["contents", "work.schedule", "indicator_table", "conclusion.charts | first"]
ODD = ["x", "x.title", "x.exhibits", "x | first", "loop", "loop.index", "loop.first", "result.settled", "none", "3"]
FILTERS = [" | first", " | last", " | length", " | join('&')", " | default('无')", " | chinese"]
FORMS = ["{} or {}", "{} and {}", "{} == {}", "{} < {}", "{} in {}", "'甲' if {} else {}", "{} is none or {}"]

KNOWN = st.sampled_from([*TEXTS, *FLAGS, *LISTS, *BLOCKS, *ODD])
FILTERED = st.builds("({}){}".format, KNOWN, st.sampled_from(FILTERS))
COMBINED = st.builds(str.format, st.sampled_from(FORMS), st.one_of(KNOWN, FILTERED), KNOWN)
ANYTHING = st.one_of(KNOWN, FILTERED, COMBINED)


def mostly(right: list[str]) -> st.SearchStrategy[str]:
    """One of the right expressions four times of five, otherwise any."""
    return st.integers(1, 5).flatmap(lambda chance: ANYTHING if chance == 5 else st.sampled_from(right))


LOOPS = st.builds("for {} in {}{}".format, st.sampled_from("xy"), mostly(LISTS), st.sampled_from(["", "", " if x"]))
OPENINGS = st.one_of(st.builds("if {}".format, mostly(FLAGS)), LOOPS)
PRINTED = st.one_of(
    st.builds("{{{{ {} }}}}".format, mostly([*TEXTS, "x", "x.title", "loop.index | chinese"])),
    st.builds("{{{{p {} }}}}".format, mostly([*BLOCKS, "x"])),
)
INLINE = st.builds(
    lambda opening, printed: f"甲{{% {opening} %}}{{{{ {printed} }}}}{{% end{opening.split()[0]} %}}乙",
    OPENINGS,
    mostly(TEXTS),
)
ROWS = st.builds(
    lambda loop, cell: table((f"{{%tr {loop} %}}",), (f"{{{{ {cell} }}}}",), ("{%tr endfor %}",)), LOOPS, mostly(TEXTS)
)


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Smaller stretches of a body in a block of paragraph tags, or one after the other."""

    def wrapped(opening: str, content: str, other: str) -> str:
        begin, end = paragraph(f"{{%p {opening} %}}"), paragraph(f"{{%p end{opening.split()[0]} %}}")
        return f"{begin}{content}{paragraph('{%p else %}')}{other}{end}"

    return st.one_of(st.builds(wrapped, OPENINGS, inner, inner), st.builds(str.__add__, inner, inner))


BODIES = st.recursive(st.one_of(st.builds(paragraph, st.one_of(PRINTED, INLINE)), ROWS), around, max_leaves=4)


@given(BODIES)
def test_what_passes_the_check_can_be_filled_with_any_content(body: str) -> None:
    raw = template(body)
    try:
        check(raw, "模板.docx", Report)
    except Refusal:
        return
    for report in (REPORT, EMPTY, FULL):
        etree.fromstring(xml_of(filled(raw, "模板.docx", context(report).values)).encode())
