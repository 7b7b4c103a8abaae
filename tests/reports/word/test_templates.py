"""The default templates: built as committed, valid for Word, and set as GB/T 9704-2012 asks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_type_hints
from zipfile import ZipFile

import pytest
from lxml import etree
from scripts.word_templates import FOLDER, templates
from tests.reports.word.package import Docx, check_package
from tests.reports.word.samples import REPORT, context

from jixiao.reports.content.parts import Told
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Abstract, Conclusion, Cover, Report, System, Work
from jixiao.reports.numbering import heading_number
from jixiao.reports.word.checking import check
from jixiao.reports.word.rendering import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ("report.docx", "plan.docx")
CONTENT = {"report.docx": Report, "plan.docx": Plan}

# The order of children (ECMA-376, part 1, annex A) in what a template has and `check_package` does not look at.
ORDERS = {
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl lvl",
    "numbering": "abstractNum num",
    "docDefaults": "rPrDefault pPrDefault",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblStylePr": "rPr tcPr",
    "font": "altName charset family pitch",
    "settings": "zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders"
    " characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "compat": "balanceSingleByteDoubleByteWidth doNotExpandShiftReturn useFELayout compatSetting",
}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def part(name: str, path: str) -> etree._Element:
    return etree.fromstring(ZipFile(FOLDER / name).read(path))


def document(name: str) -> etree._Element:
    return part(name, "word/document.xml")


def style(name: str, identity: str) -> etree._Element:
    return next(each for each in part(name, "word/styles.xml").iter(f"{W}style") if each.get(f"{W}styleId") == identity)


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + attribute)


def paragraphs(name: str) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph with text."""
    for each in document(name).iter(f"{W}p"):
        if text := "".join(run.text or "" for run in each.iter(f"{W}t")):
            yield value(each, "pPr/pStyle") or "", text


def sections(name: str) -> list[etree._Element]:
    return list(document(name).iter(f"{W}sectPr"))


def test_the_committed_templates_are_what_the_script_writes(name: str) -> None:
    assert (FOLDER / name).read_bytes() == templates()[name]


def test_building_twice_gives_the_same_bytes() -> None:
    assert templates() == templates()


def test_the_package_holds_nothing_but_what_a_report_needs(name: str) -> None:
    archive = ZipFile(FOLDER / name)
    assert sorted(archive.namelist()) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footerEven.xml",
        "word/footerOdd.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    properties = etree.fromstring(archive.read("docProps/core.xml"))
    assert [etree.QName(each).localname for each in properties] == ["title"]


def test_word_opens_it_without_repairing_it(name: str) -> None:
    check_package((FOLDER / name).read_bytes())


def test_children_stand_in_the_order_of_the_schema(name: str) -> None:
    for path in ZipFile(FOLDER / name).namelist():
        for element in part(name, path).iter(*(W + tag for tag in ORDERS)):
            order = ORDERS[str(etree.QName(element).localname)].split()
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), (path, etree.tostring(element))


def test_every_style_that_tables_charts_and_contents_are_written_in_exists(name: str) -> None:
    named = {value(each, "name"): each.get(f"{W}styleId") for each in part(name, "word/styles.xml").iter(f"{W}style")}
    assert (
        named.items()
        >= {
            "绩效正文": "JxBody",
            "绩效表题": "JxTableTitle",
            "绩效表单位": "JxUnit",
            "绩效表头": "JxHead",
            "绩效表格文字": "JxCell",
            "绩效表注": "JxNote",
            "绩效图": "JxFigure",
            "绩效图题": "JxFigureTitle",
            "绩效前置标题": "JxFront",
            "绩效附件标题": "JxAnnex",
            "绩效表格": "JxTable",
            "heading 1": "Heading1",
            "heading 4": "Heading4",
            "toc 1": "TOC1",
            "toc 3": "TOC3",
            "Title": "Title",
        }.items()
    )


def test_nothing_is_formatted_but_by_styles(name: str) -> None:
    for properties in document(name).iter(f"{W}pPr"):
        assert {etree.QName(each).localname for each in properties} <= {"pStyle", "sectPr"}
    for properties in document(name).iter(f"{W}rPr"):
        assert {etree.QName(each).localname for each in properties} <= {"rStyle", "rFonts"}
    assert all(dict(each.attrib) == {f"{W}hint": "eastAsia"} for each in document(name).iter(f"{W}rFonts"))


def test_paper_and_margins_are_those_of_an_official_document(name: str) -> None:
    upright = [each for each in sections(name) if value(each, "pgSz", "orient") is None]
    for each in upright:
        assert (value(each, "pgSz", "w"), value(each, "pgSz", "h")) == ("11906", "16838")  # 210 × 297 mm
        margins = {side: value(each, "pgMar", side) for side in ("top", "left", "right", "bottom")}
        assert margins == {"top": "2098", "left": "1587", "right": "1474", "bottom": "1984"}  # 37, 28, 26, 35 mm


def test_a_page_takes_22_lines_of_28_characters_and_no_more(name: str) -> None:
    body = style(name, "JxBody")
    assert value(body, "rPr/sz") == "32"  # half points: 3号 is 16 points
    assert value(body, "pPr/spacing", "lineRule") == "exact"
    line = int(value(body, "pPr/spacing", "line") or 0)
    assert 28 * 20 <= line <= 29 * 20
    assert 22 * line <= 16838 - 2098 - 1984 < 23 * line
    character = 320 + int(value(body, "rPr/spacing") or 0)
    assert 28 * character <= 11906 - 1587 - 1474 < 29 * character


def test_the_text_is_fangsong_with_times_and_two_characters_of_indent(name: str) -> None:
    default = part(name, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default is not None
    fonts = {kind: value(default, "rFonts", kind) for kind in ("eastAsia", "ascii", "hAnsi")}
    assert fonts == {"eastAsia": "仿宋_GB2312", "ascii": "Times New Roman", "hAnsi": "Times New Roman"}
    assert value(style(name, "JxBody"), "pPr/ind", "firstLineChars") == "200"
    assert value(style(name, "JxBody"), "pPr/ind", "firstLine") == "640"  # two characters of 16 points in twips


def test_no_theme_can_change_a_font(name: str) -> None:
    for path in ("word/styles.xml", "word/document.xml", "word/numbering.xml"):
        assert b"Theme" not in etree.tostring(part(name, path))


def test_titles_and_headings_have_their_fonts_by_name(name: str) -> None:
    fonts = {
        identity: (value(style(name, identity), "rPr/rFonts", "eastAsia"), value(style(name, identity), "rPr/sz"))
        for identity in ("Title", "JxCoverTitle", "Heading1", "Heading2", "Heading3", "Heading4")
    }
    assert fonts == {
        "Title": ("方正小标宋简体", "44"),
        "JxCoverTitle": ("方正小标宋简体", "44"),
        "Heading1": ("黑体", "32"),
        "Heading2": ("楷体_GB2312", "32"),
        "Heading3": ("仿宋_GB2312", "32"),
        "Heading4": ("仿宋_GB2312", "32"),
    }
    assert [style(name, f"Heading{level}").find(f"{W}rPr/{W}b") is not None for level in (1, 2, 3, 4)] == [
        False,
        False,
        True,
        False,
    ]


def test_what_introduces_something_stays_on_its_page(name: str) -> None:
    for identity in ("Heading1", "Heading2", "Heading3", "Heading4", "JxTableTitle", "JxUnit", "JxHead", "JxFigure"):
        assert style(name, identity).find(f"{W}pPr/{W}keepNext") is not None, identity


def test_word_counts_headings_as_the_program_does(name: str) -> None:
    levels = list(part(name, "word/numbering.xml").iter(f"{W}lvl"))
    chinese = {"chineseCountingThousand": "三", "decimal": "3"}
    for level, definition in enumerate(levels, 1):
        counted = chinese[value(definition, "numFmt") or ""]
        shown = (value(definition, "lvlText") or "").replace(f"%{level}", counted)
        assert shown == heading_number(level, 3)
    assert len(levels) == 4


def test_the_levels_of_the_list_and_the_headings_lead_to_each_other(name: str) -> None:
    for level, definition in enumerate(part(name, "word/numbering.xml").iter(f"{W}lvl")):
        heading = style(name, value(definition, "pStyle") or "")
        assert heading.get(f"{W}styleId") == f"Heading{level + 1}"
        assert value(heading, "pPr/numPr/ilvl") == str(level)
        assert value(heading, "pPr/numPr/numId") == "1"


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("report.docx", [None, ("upperRoman", "1"), ("upperRoman", None), ("decimal", "1"), ("decimal", None)]),
        ("plan.docx", [None, ("upperRoman", "1"), ("decimal", "1"), ("decimal", None)]),
    ],
)
def test_cover_uncounted_front_in_roman_text_from_1_annexes_counted_on(
    name: str, numbers: list[tuple[str, str | None] | None]
) -> None:
    found = sections(name)
    counted = [
        value(each, "pgNumType", "fmt") and (value(each, "pgNumType", "fmt"), value(each, "pgNumType", "start"))
        for each in found
    ]
    assert counted == [*numbers, ("decimal", None)]
    assert [each.find(f"{W}footerReference") is not None for each in found] == [False, *([True] * len(numbers))]


def test_only_the_indicator_table_lies_across(name: str) -> None:
    turned = [value(each, "pgSz", "orient") == "landscape" for each in sections(name)]
    assert turned == [*([False] * (len(turned) - 2)), True, False]
    across = sections(name)[-2]
    assert (value(across, "pgSz", "w"), value(across, "pgSz", "h")) == ("16838", "11906")


def test_the_page_number_stands_between_dashes_7_mm_below_the_text(name: str) -> None:
    for path, identity in (("word/footerOdd.xml", "JxPageOdd"), ("word/footerEven.xml", "JxPageEven")):
        assert "".join(text.text or "" for text in part(name, path).iter(f"{W}t")) == "— 1 —"
        assert (value(style(name, identity), "rPr/sz")) == "28"  # 4号 is 14 points
        assert value(style(name, identity), "rPr/rFonts", "ascii") == "宋体"
    for each in sections(name)[1:]:
        foot, bottom = value(each, "pgMar", "footer"), value(each, "pgMar", "bottom")
        assert int(bottom or 0) - int(foot or 0) - 280 == 397  # a line of 14 points; 7 mm


def test_odd_pages_are_numbered_at_the_right_even_pages_at_the_left(name: str) -> None:
    assert value(style(name, "JxPageOdd"), "pPr/jc") == "right"
    assert value(style(name, "JxPageEven"), "pPr/jc") == "left"
    assert part(name, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_contents_lead_over_dots_to_the_edge_of_the_text(name: str) -> None:
    for level in (1, 2, 3):
        tab = style(name, f"TOC{level}").find(f"{W}pPr/{W}tabs/{W}tab")
        assert tab is not None
        assert {each.split("}")[1]: value for each, value in tab.attrib.items()} == {
            "val": "right",
            "leader": "dot",
            "pos": str(11906 - 1587 - 1474),
        }


def test_word_opens_it_without_compatibility_mode(name: str) -> None:
    settings = {
        each.get(f"{W}name"): each.get(f"{W}val") for each in part(name, "word/settings.xml").iter(f"{W}compatSetting")
    }
    assert settings["compatibilityMode"] == "15"


def paths(content: type) -> Iterator[str]:
    """The fields of a content, those of its single parts with the part's name before them."""
    for name, kind in get_type_hints(content).items():
        if kind in (Cover, Abstract, Work, System, Conclusion):
            yield from (f"{name}.{field}" for field in get_type_hints(kind))
        else:
            yield name


def test_every_part_of_the_content_has_its_place(name: str) -> None:
    tags = " ".join(text for _, text in paragraphs(name))
    missing = {path for path in paths(CONTENT[name]) if not re.search(rf"(in|p|{{{{) {re.escape(path)} ", tags)}
    # The heading is the title, the sentences name department and year; abstract and conclusion tell the result.
    assert missing == {"cover.title", "cover.short", "cover.year"} | ({"result"} if name == "report.docx" else set())


def test_the_chapters_of_the_report_follow_the_usual_order() -> None:
    assert [text for identity, text in paragraphs("report.docx") if identity in {"JxFront", "Heading1", "JxAnnex"}] == [
        "摘　要",
        "目　录",
        "部门基本情况",
        "评价工作开展情况",
        "综合评价情况及评价结论",
        "指标分析",
        "主要经验做法",
        "存在的问题及原因分析",
        "有关建议",
        "其他需要说明的问题",
        "{{ indicator_annex }}",
        "{{ annex.title }}",
    ]


def test_the_plan_has_the_twelve_elements() -> None:
    found = [text for identity, text in paragraphs("plan.docx") if identity in {"Heading1", "JxAnnex"}]
    assert found == [
        "部门基本情况",
        "评价目的",
        "评价对象、范围和内容",
        "评价依据",
        "评价原则和方法",
        "评价指标体系",
        "评价标准",
        "抽样与现场核查安排",
        "人员分工",
        "进度安排",
        "工作纪律",
        "附件1  评价指标体系",
        "附件2  满意度调查问卷",
        "附件3  访谈提纲",
        "附件4  资料清单",
        "待填写的内容",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_templates_keep_to_the_rules_a_firm_has_to_keep(name: str) -> None:
    check((FOLDER / name).read_bytes(), name, CONTENT[name])


def rendered(report: Report) -> etree._Element:
    filled = render((FOLDER / "report.docx").read_bytes(), "report.docx", context(report), trusted=True)
    return Docx(filled).document


def shown(document: etree._Element, style: str) -> list[str]:
    """The texts of the paragraphs of a style."""
    return [
        "".join(text.text or "" for text in each.iter(f"{W}t"))
        for each in document.iter(f"{W}p")
        if value(each, "pPr/pStyle") == style
    ]


def test_a_chapter_without_content_is_left_out_and_what_has_content_stands_under_its_heading() -> None:
    bare = rendered(REPORT)
    assert shown(bare, "Heading1") == [
        "部门基本情况",
        "评价工作开展情况",
        "综合评价情况及评价结论",
        "指标分析",
        "存在的问题及原因分析",
        "有关建议",
    ]
    told = replace(REPORT, practices=(Told("专班推进", "设立专班。"),), other=("资料由部门提供。",))
    assert shown(rendered(told), "Heading1")[4] == "主要经验做法"
    assert shown(rendered(told), "Heading1")[-1] == "其他需要说明的问题"
    assert "专班推进" in shown(rendered(told), "Heading2")


def test_no_tag_and_no_empty_line_is_left_when_the_report_is_written() -> None:
    bare = rendered(REPORT)
    assert shown(bare, "JxTag") == []
    assert not [
        text for style in ("JxBody", "JxCoverLine", "JxSign") for text in shown(bare, style) if not text.strip()
    ]
    assert not [text for text in shown(bare, "JxBody") if "{" in text]


def test_a_report_has_its_six_sections_whatever_is_left_out() -> None:
    assert len(list(rendered(REPORT).iter(f"{W}sectPr"))) == 6


def test_who_has_not_signed_leaves_no_empty_line_on_the_cover() -> None:
    assert shown(rendered(REPORT), "JxCoverLine") == [
        "评价对象：某某市某局",
        "委托单位：某某市财政局",
        "评价时间：2024年5月",
    ]


def test_practices_problems_and_recommendations_are_counted_in_the_abstract() -> None:
    abstract = replace(REPORT.abstract, problems=("预算偏低", "资产不清"))
    assert "评价发现的主要问题：1.预算偏低；2.资产不清。" in shown(
        rendered(replace(REPORT, abstract=abstract)), "JxBody"
    )
