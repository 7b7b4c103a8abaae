"""A template filled in: what stands in the file afterwards."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.reports.word.samples import CHART, REPORT, TITLE, context, paragraph, table, template, texts_of, xml_of

from jixiao.reports.content.parts import Series
from jixiao.reports.content.report import Report
from jixiao.reports.word.checking import check
from jixiao.reports.word.rendering import render


def rendered(raw: bytes, report: Report = REPORT) -> bytes:
    """The template, which must pass its check, filled in here."""
    check(raw, "模板.docx", Report)
    return render(raw, "模板.docx", context(report), trusted=True)


def filled(*body: str, report: Report = REPORT) -> list[str]:
    """The paragraphs of a template with this body, filled in."""
    return texts_of(rendered(template(*body), report))


def test_a_variable_is_replaced_by_its_text() -> None:
    assert filled("总分{{ result.total }}分，{{result.grade}}。") == ["总分87.46分，良。"]


def test_a_title_with_angle_brackets_survives() -> None:
    lines = filled("{%p for x in work.basis %}", "{{ x.documents | first }}", "{%p endfor %}")
    assert lines == [TITLE] == ["关于印发<某指南>的通知"]


def test_a_line_break_in_a_text_is_one_in_the_file_and_characters_xml_forbids_are_left_out() -> None:
    assert filled("{{ opening }}") == ["依据有关规定，/开展评价。"]
    assert filled("{%p for x in work.basis %}", "{{ x.documents | last }}", "{%p endfor %}") == ["R&D管理办法"]


@given(st.text(st.characters(codec=None)))
def test_any_text_gives_a_readable_file_with_the_text_in_it(text: str) -> None:
    xml = xml_of(rendered(template("{{ opening }}"), replace(REPORT, opening=f"始{text}终")))
    told = "".join(etree.fromstring(xml.encode()).itertext())
    legal = "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
    assert told.replace("\n", "").replace("\r", "") == f"始{legal}终".replace("\n", "").replace("\r", "")


def test_what_looks_like_a_tag_in_a_text_stays_a_text() -> None:
    said = "{{ result.total }}{% for x in problems %}{_{ \ue000{ result.total }\ue001 \ue0000\ue001"
    report = replace(REPORT, opening=said)
    assert texts_of(rendered(template("{{ opening }}", footnote="{{ opening }}"), report), "word/footnotes.xml") == [
        said
    ]
    assert filled("{{ opening }}", report=report) == [said]


def test_a_tag_that_word_split_into_runs_with_spelling_marks_is_one_tag() -> None:
    mark = '<w:proofErr w:type="spellStart"/>'
    pieces = ("总分{", "{ result.", "total", " }", "}分")
    split = f"<w:p>{mark.join(f'<w:r><w:t>{piece}</w:t></w:r>' for piece in pieces)}</w:p>"
    assert filled(split) == ["总分87.46分"]


def test_round_quotes_as_word_writes_them_are_quotes() -> None:
    assert filled("{{ cover.lead | default(‘未填’) }}，{{ cover.period | default(“无”) }}") == ["未填，无"]
    assert filled("{{ cover.lead | default('“未填”') }}") == ["“未填”"]


def test_paragraphs_are_repeated_and_chosen() -> None:
    lines = filled(
        "{%p for x in problems %}",
        "{{ loop.index | chinese }}是{{ x.title }}{% if x.indicators %}（{{ x.indicators }}）{% endif %}",
        "{%p endfor %}",
        "{%p if abstract.practices %}",
        "有做法",
        "{%p elif result.settled and problems | length > 1 %}",
        "多个问题",
        "{%p else %}",
        "没有",
        "{%p endif %}",
    )
    assert lines == ["一是预算偏低（B1.1）", "二是资产不清", "多个问题"]


def test_a_loop_over_an_empty_list_leaves_nothing_but_its_else() -> None:
    body = ("{%p for x in practices %}", "{{ x.title }}", "{%p else %}", "无", "{%p endfor %}")
    assert filled(*body) == ["无"]


def test_rows_are_repeated() -> None:
    rows = table(
        ("问题", "原因"), ("{%tr for x in problems %}", ""), ("{{ x.title }}", "{{ x.cause }}"), ("{%tr endfor %}", "")
    )
    xml = xml_of(rendered(template(rows)))
    assert xml.count("<w:tr>") == 3
    assert filled(rows) == ["问题", "原因", "预算偏低", "测算粗。", "资产不清", "未盘点。"]


def test_a_table_left_without_rows_and_a_cell_left_without_paragraphs_do_not_break_the_file() -> None:
    rows = table(("{%tr for x in practices %}",), ("{{ x.title }}",), ("{%tr endfor %}",))
    assert "<w:tbl>" not in xml_of(rendered(template(rows)))
    cell = "".join(map(paragraph, ("{%p for x in practices %}", "{{ x.title }}", "{%p endfor %}")))
    xml = xml_of(rendered(template(f"<w:tbl><w:tr><w:tc><w:tcPr/>{cell}</w:tc></w:tr></w:tbl>")))
    assert "<w:tc><w:tcPr/><w:p/></w:tc>" in xml


def test_tables_charts_and_contents_come_as_blocks_and_their_fields_as_texts() -> None:
    body = (
        "{{p contents }}",
        "{%p for section in overview %}",
        "{%p for x in section.exhibits %}",
        "见{{ x.title }}",
        "{{p x }}",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    xml = xml_of(rendered(template(*body)))
    assert xml.count("<w:tbl>") == 1
    assert xml.count("<w:drawing>") == 1
    assert "&lt;80.00" in xml
    assert {"见收支情况", "见得分率"} <= set(filled(*body))


def test_what_is_lacking_prints_nothing() -> None:
    assert filled("前", "{{p work.schedule }}", "后") == ["前", "后"]
    with_one = replace(REPORT, work=replace(REPORT.work, schedule=REPORT.indicator_table))
    assert "<w:tbl>" in xml_of(rendered(template("{{p work.schedule }}"), with_one))


def test_headers_and_footnotes_are_filled_too() -> None:
    docx = rendered(template("正文", header="{{ cover.short }}", footnote="{{ cover.year }}年"))
    assert texts_of(docx, "word/header.xml") == ["某局"]
    assert texts_of(docx, "word/footnotes.xml") == ["2023年"]


def test_a_comment_is_not_printed_and_one_alone_leaves_no_paragraph() -> None:
    assert filled("{# 封面 #}", "某{# 此处可改 #}局") == ["某局"]


KEPT = [
    "<w:pPr><w:sectPr/></w:pPr>",
    '<w:r><w:br w:type="page"/></w:r>',
    "<w:r><w:fldChar/></w:r>",
    "<w:r><w:drawing/></w:r>",
]


@pytest.mark.parametrize("more", KEPT)
def test_what_else_stands_in_the_paragraph_of_a_tag_stays_outside_its_block(more: str) -> None:
    tags = (
        "{%p for x in problems %}",
        "{%p endfor %}",
        "{{p indicator_table }}",
        "{%p if practices %}",
        "{%p endif %}",
    )
    loop, end, block, if_none, end_if = (paragraph(tag).replace("<w:p>", f"<w:p>{more}") for tag in tags)
    xml = xml_of(rendered(template(loop, "{{ x.title }}", end, block, if_none, end_if)))
    assert xml.count(more) == 5
    kept = f"<w:p>{more}<w:r><w:t></w:t></w:r></w:p>"
    titles = "".join(f'<w:p><w:r><w:t xml:space="preserve">{each.title}</w:t></w:r></w:p>' for each in REPORT.problems)
    assert f"<w:body>{kept}{titles}{kept}<w:p><w:pPr>" in xml
    assert xml.endswith(f"{kept}{kept}{kept}<w:sectPr/></w:body></w:document>")


def test_a_comment_alone_leaves_the_section_break_of_its_paragraph() -> None:
    xml = xml_of(
        rendered(template("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{# 分节 #}</w:t></w:r></w:p>", "{{ opening }}"))
    )
    assert "<w:pPr><w:sectPr/></w:pPr>" in xml
    assert "分节" not in xml


def test_a_shape_and_the_paragraph_it_is_anchored_in_are_filled_each_by_itself() -> None:
    shape = f"<w:r><w:pict><w:txbxContent>{paragraph('等级{{ result.grade }}')}</w:txbxContent></w:pict></w:r>"
    xml = xml_of(
        rendered(
            template(f"<w:p><w:r><w:t>总分{{{{ result.</w:t></w:r>{shape}<w:r><w:t>total }}}}分</w:t></w:r></w:p>")
        )
    )
    assert "总分87.46" in xml
    assert "等级良" in xml


def test_characters_that_mark_tags_inside_the_program_are_dropped_from_a_template() -> None:
    assert filled("\ue0000\ue001\ue000{ cycler }\ue001{{ result.grade }}") == ["0{ cycler }良"]


def test_the_values_of_a_chart_are_printed_in_full() -> None:
    chart = replace(CHART, series=(Series("甲", (Decimal("1E+2"), None)), Series("乙", (None, Decimal("91.30")))))
    report = replace(REPORT, conclusion=replace(REPORT.conclusion, charts=(chart,)))
    loops = "{% for c in conclusion.charts %}{% for s in c.series %}{% for v in s.values %}{{ v }}；"
    assert filled(loops + "{% endfor %}" * 3, report=report) == ["100；；；91.30；"]


def test_braces_outside_paragraphs_are_left_alone() -> None:
    field = '<w:p><w:r><w:instrText>{{ nothing }}</w:instrText></w:r><w:bookmarkStart w:id="0" w:name="{{ x }}"/></w:p>'
    xml = xml_of(rendered(template(field, "{{ result.total }}")))
    assert "<w:instrText>{{ nothing }}</w:instrText>" in xml
    assert 'w:name="{{ x }}"' in xml


@pytest.mark.parametrize("part", ["_rels/.rels", "[Content_Types].xml", "word/styles.xml"])
def test_other_parts_stay_as_they_are(part: str) -> None:
    raw = template("{{ result.total }}", more={"word/styles.xml": "<styles>{{ result.totl }}</styles>"})
    assert xml_of(rendered(raw), part) == xml_of(raw, part)
