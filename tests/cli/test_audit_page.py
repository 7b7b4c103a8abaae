"""The page of an audit: safe whatever the document says, complete without a network, no link leading nowhere."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.cli.audit_samples import REPORT, write_text, write_word
from tests.cli.front_door import FrontDoor

HOSTILE = REPORT.replace("A 决策", 'A 决策<script>alert(1)</script>"><img src=x onerror=alert(2)>&amp;')


class Page(HTMLParser):
    """The elements of a page: ids, links, and what stands in marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: list[str] = []
        self._in_mark = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_mark = self._in_mark or tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        if self._in_mark:
            self.marked.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


def page(jixiao: FrontDoor, path: Path) -> str:
    answer = jixiao("audit", path, "--format", "html")
    assert answer.code == 1
    return answer.out


def test_nothing_is_loaded_and_no_script_runs(jixiao: FrontDoor, tmp_path: Path) -> None:
    html = page(jixiao, write_text(tmp_path / "报告.txt"))
    assert {tag for tag, _ in Page(html).tags} & {"script", "link", "img", "iframe", "object"} == set()
    assert Page(html).values("style") == []
    assert Page(html).values("src") == []
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html
    assert "url(" not in style[1]


def test_what_stands_in_the_document_is_text_and_never_markup(jixiao: FrontDoor, tmp_path: Path) -> None:
    html = page(jixiao, write_text(tmp_path / "<b>报告.txt", HOSTILE))
    assert {tag for tag, _ in Page(html).tags} & {"script", "img", "b"} == set()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("write", [write_text, write_word])
def test_every_link_leads_somewhere_and_every_finding_to_its_place(
    write: object, jixiao: FrontDoor, tmp_path: Path
) -> None:
    path = write_text(tmp_path / "报告.txt") if write is write_text else write_word(tmp_path / "报告.docx")
    shown = Page(page(jixiao, path))
    ids = shown.values("id")
    assert len(ids) == len(set(ids))
    links = [link.removeprefix("#") for link in shown.values("href")]
    assert set(links) <= set(ids)
    assert {"F1", "F2"} <= set(links)  # from the marked places back to the findings
    assert sum(link.startswith("at") for link in links) == 6  # two findings with three figures each
    assert {"91.00%", "18.00", "20.00", "65.00%"} <= set(shown.marked)


def test_a_paragraph_is_marked_where_the_figure_stands_and_not_elsewhere(jixiao: FrontDoor, tmp_path: Path) -> None:
    shown = Page(page(jixiao, write_text(tmp_path / "报告.txt")))
    assert "300.00 万元" in shown.marked  # printed with a blank that the reading of the figure leaves out
    assert not any("项目支出" in marked for marked in shown.marked)


def test_the_document_is_rebuilt_whole(jixiao: FrontDoor, tmp_path: Path) -> None:
    html = page(jixiao, write_word(tmp_path / "报告.docx"))
    text = re.sub("<[^>]*>", "", html)
    for cell in ("一级指标", "B 过程", "27.50", "某某中心2023年度支出和得分情况说明"):
        assert cell in text
    assert html.count("<tr>") == 5


def test_merged_cells_keep_their_spans(jixiao: FrontDoor, tmp_path: Path) -> None:
    table = "<tr><td rowspan=2>A 决策</td><td colspan=2>甲乙</td></tr><tr><td>丙</td><td>丁</td></tr>"
    path = tmp_path / "表.html"
    rows = [line.split("\t") for line in REPORT.splitlines() if "\t" in line]
    scores = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    path.write_text(f"<html><body><table>{table}</table><p>得分表</p><table>{scores}</table></body></html>", "utf-8")
    html = page(jixiao, path)
    assert '<td rowspan="2">A 决策</td><td colspan="2">甲乙</td>' in html
    assert "<tr><td>丙</td><td>丁</td></tr>" in html
