"""docs/template-variables.md: what is committed is what the script writes, and what it shows passes the check."""

import re

import pytest
from scripts.template_variables_page import PAGE, page
from tests.reports.word.samples import paragraph, template

from jixiao.refusals import Refusal
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.checking import check


def committed() -> str:
    """The page as committed."""
    return PAGE.read_text(encoding="utf-8")


def test_the_committed_page_is_what_the_script_writes() -> None:
    assert committed() == page(), "run `make pages`"


def test_the_fragment_shown_passes_the_check() -> None:
    fence = re.search(r"片段：\n\n```\n(.*?)```", committed(), re.DOTALL)
    assert fence
    lines = fence[1].splitlines()
    assert len(lines) > 10
    check(template(*map(paragraph, lines)), "模板.docx", Report)


def test_every_tag_shown_within_a_line_passes_the_check() -> None:
    shown = [code for code in re.findall(r"`([^`\n]*)`", committed()) if re.search(r"\{\{ |\{% |\{#", code)]
    assert len(shown) >= 9
    check(template("{%p for x in problems %}", *map(paragraph, shown), "{%p endfor %}"), "模板.docx", Report)


ROW = re.compile(r"^\| `([\w.]+)` \| .* \| (文字|数|表|图|目录)(?:，可能没有)? \| .* \|$", re.MULTILINE)


@pytest.mark.parametrize(("title", "content"), [("报告的变量", Report), ("工作方案的变量", Plan)])
def test_every_variable_listed_can_be_written_as_its_kind_says(title: str, content: type[Report] | type[Plan]) -> None:
    section = committed().split(f"## {title}\n")[1].split("\n## ")[0]
    listed = ROW.findall(section)
    assert len(listed) > 15
    tags = [f"{{{{ {path} }}}}" if kind in ("文字", "数") else f"{{{{p {path} }}}}" for path, kind in listed]
    check(template(*map(paragraph, tags)), "模板.docx", content)
    with pytest.raises(Refusal):
        check(template(*map(paragraph, [*tags, "{{ no_such }}"])), "模板.docx", content)
