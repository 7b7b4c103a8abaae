"""A rendered template made into a file that Word opens without a question and that says its numbers itself."""

from dataclasses import replace
from decimal import Decimal

from tests.reports.word.byhand import STYLES, docx, section, style, text
from tests.reports.word.package import Docx, W, attribute, check_captions, check_package

from jixiao.reports.content.parts import Chart, Column, Series, Table
from jixiao.reports.word.blocks import Blocks
from jixiao.reports.word.defaults import default_template
from jixiao.reports.word.finishing import finish
from jixiao.reports.word.package import Package

TABLE = Table("收支情况", (Column("项目", 30, "left"), Column("决算数")), (("基本支出", "120.00"),), "万元", wide=False)
CHART = Chart("得分率", "bar", ("决策",), (Series("得分率", (Decimal("91.33"),)),), "%")
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading1"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
FIRST, SECOND = (f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' for level in (0, 1))


def finished(*body: str, blocks: Blocks | None = None, pages: list[str] | None = None, **parts: str | None) -> Docx:
    """The file made of blocks between texts, checked as Word would."""
    rendered = docx(*body, **parts)  # type: ignore[arg-type]
    return check_package(finish(rendered, (blocks or Blocks()).charts, title="某局报告", pages=pages))


def heading(content: str, level: int = 1) -> str:
    return text(content, f"Heading{level}")


def shown(opened: Docx) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in opened.document.iter(f"{W}p")]


def test_tables_and_figures_are_numbered_by_chapter_and_kind() -> None:
    blocks = Blocks()
    table, chart = blocks.xml(TABLE), blocks.xml(CHART)
    opened = finished(
        heading("甲"), table, table, chart, heading("乙"), heading("乙一", 2), table, chart, chart, table, blocks=blocks
    )
    assert opened.texts("JxTableTitle") == [f"表{number}  收支情况" for number in ("1-1", "1-2", "2-1", "2-2")]
    assert opened.texts("JxFigureTitle") == [f"图{number}  得分率" for number in ("1-1", "2-1", "2-2")]
    check_captions(opened)


def test_what_stands_in_an_annex_is_numbered_by_annex_and_before_all_chapters_without_one() -> None:
    blocks = Blocks()
    table, chart = blocks.xml(TABLE), blocks.xml(CHART)
    annexes = (text("附件1  甲", "JxAnnex"), table, text("附件2  乙", "JxAnnex"), table, table, chart)
    opened = finished(table, heading("甲"), table, *annexes, heading("乙"), table, blocks=blocks)
    numbers = [each.split("  ")[0] for each in opened.texts("JxTableTitle")]
    assert numbers == ["表1", "表1-1", "附表1-1", "附表2-1", "附表2-2", "表2-1"]
    assert opened.texts("JxFigureTitle") == ["附图2-1  得分率"]


def test_the_contents_list_three_levels_and_annexes_with_their_numbers() -> None:
    body = [
        Blocks().contents(),
        text("基本情况", "Heading1", FIRST),
        text("职责", "Heading2", SECOND),
        text("细节", "Heading3"),
        text("更细", "Heading4"),
        text("结论", "Heading1", FIRST),
        text("附件1  评分表", "JxAnnex"),
    ]
    opened = finished(*body, numbering=NUMBERING, pages=["1", "1", "2", "3", "7", "12"])
    assert opened.contents() == [
        (1, "一、基本情况", "1"),
        (2, "一.1 职责", "1"),
        (3, "细节", "2"),
        (1, "二、结论", "7"),
        (1, "附件1 评分表", "12"),
    ]


def test_without_known_pages_the_entries_have_none() -> None:
    opened = finished(Blocks().contents(), heading("甲"), heading("乙"))
    assert opened.contents() == [(1, "甲", ""), (1, "乙", "")]


def test_the_contents_are_a_field_whose_entries_lead_to_the_headings() -> None:
    opened = finished(Blocks().contents(), heading("甲"), heading("乙"), pages=["1", "2"])
    codes = [(each.text or "").split() for each in opened.document.iter(f"{W}instrText")]
    assert codes[0] == ["TOC", "\\o", '"1-3"', "\\h", "\\z", "\\u"]
    marks = {each.get(f"{W}name"): each.getparent() for each in opened.document.iter(f"{W}bookmarkStart")}
    led = [marks[code[1]] for code in codes[1:]]
    assert ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in led if p is not None] == ["甲", "乙"]
    anchors = [each.get(f"{W}anchor") for each in opened.document.iter(f"{W}hyperlink")]
    assert anchors == [code[1] for code in codes[1:]]


def test_a_report_without_headings_has_empty_contents() -> None:
    assert shown(finished(Blocks().contents(), text("正文"))) == ["", "正文"]


def test_contents_that_word_once_wrote_into_a_template_are_written_anew_to_their_depth() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r>'
    nested = f"{field('begin')}<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>{field('end')}"
    ends = f"<w:pPr><w:sectPr>{section(10000, 1000)}</w:sectPr></w:pPr>"
    old = (
        f"<w:p>{field('begin')}{instruction}{field('separate')}<w:r><w:t>旧一</w:t></w:r>{nested}</w:p>",
        text("旧二"),
        f"<w:p>{ends}{field('end')}</w:p>",
    )
    opened = finished(*old, heading("甲"), heading("乙", 2), heading("丙", 3))
    assert opened.contents() == [(1, "甲", ""), (2, "乙", "")]
    assert not {"旧一", "旧二"} & set(shown(opened))
    assert len(list(opened.document.iter(f"{W}sectPr"))) == 2
    assert [each.get(f"{W}pos") for each in opened.document.iter(f"{W}tab") if each.get(f"{W}pos")] == ["8000"] * 2


def test_a_list_of_figures_is_left_to_word() -> None:
    code = '<w:r><w:instrText xml:space="preserve"> TOC \\h \\c "图" </w:instrText></w:r>'
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    opened = finished(f"<w:p>{marks[0]}{code}{marks[1]}<w:r><w:t>图甲</w:t></w:r>{marks[2]}</w:p>", heading("乙"))
    assert shown(opened) == ["图甲", "乙"]


def test_headings_are_known_by_their_outline_level_whatever_a_firm_calls_them() -> None:
    styles = style("a", "本所一级", 0) + style("b", "本所变体", based_on="a") + style("2", "Heading 2")
    body = (text("甲", "a"), text("乙", "b"), text("丙", "2"), text("丁", "", '<w:outlineLvl w:val="2"/>'), text("戊"))
    opened = finished(Blocks().contents(), *body, styles=styles)
    assert opened.contents() == [(1, "甲", ""), (1, "乙", ""), (2, "丙", ""), (3, "丁", "")]


def test_bookmarks_of_the_template_keep_their_names_and_ids() -> None:
    own = '<w:p><w:bookmarkStart w:id="7" w:name="甲处"/><w:bookmarkEnd w:id="7"/></w:p>'
    opened = finished(own, Blocks().contents(), heading("甲"))
    found = [(e.get(f"{W}id"), e.get(f"{W}name")) for e in opened.document.iter(f"{W}bookmarkStart")]
    assert found == [("7", "甲处"), ("8", "_TocJixiao1")]


def test_a_chart_shown_twice_has_two_parts_and_one_not_shown_has_none() -> None:
    blocks = Blocks()
    blocks.xml(replace(CHART, title="不用"))
    used = blocks.xml(CHART)
    opened = finished(used, text("之间"), used, blocks=blocks)
    assert [name for name in opened.names if "chart" in name and "rels" not in name] == [
        "word/charts/chart1.xml",
        "word/charts/chart2.xml",
    ]
    assert len([name for name in opened.names if name.endswith(".xlsx")]) == 2
    assert "不用" not in "".join(data.decode("utf-8", "ignore") for data in opened.parts.values())


def test_drawings_that_a_template_repeats_are_told_apart() -> None:
    blocks = Blocks()
    used = blocks.xml(CHART)
    opened = finished(used, used, used, blocks=blocks)  # check_package counts the ids
    assert [e.get("id") for e in opened.document.iter() if str(e.tag).endswith("}docPr")] == ["1", "2", "3"]


def test_styles_that_the_template_lacks_come_with_what_they_are_based_on() -> None:
    opened = finished(Blocks().contents(), heading("甲"), Blocks().xml(TABLE), styles=STYLES)
    own = Docx(default_template("report"))
    for identity in ("JxTableTitle", "JxCell", "JxTable", "TOC1"):
        ours, lent = (
            next(e for e in d.roots["word/styles.xml"].iter(f"{W}style") if e.get(f"{W}styleId") == identity)
            for d in (own, opened)
        )
        assert attribute(lent, f"{W}name") == attribute(ours, f"{W}name")
        assert attribute(lent, f"{W}rPr/{W}sz") == attribute(ours, f"{W}rPr/{W}sz")


def test_a_lent_style_does_not_become_the_style_of_ordinary_text() -> None:
    body = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文文字"/></w:style>'
    opened = finished(Blocks().xml(TABLE), styles=body)  # check_package allows one default of each type
    assert [e.get(f"{W}styleId") for e in opened.roots["word/styles.xml"] if e.get(f"{W}default")] == ["a"]


def test_styles_that_word_has_renamed_are_found_by_their_names() -> None:
    styles = STYLES + style("af3", "绩效表题") + style("af4", "绩效表格文字") + style("11", "toc 1")
    opened = finished(Blocks().contents(), heading("甲"), Blocks().xml(TABLE), styles=styles)
    assert opened.texts("af3") == ["表1-1  收支情况"]
    assert opened.texts("af4") == ["基本支出", "120.00"]
    assert len(opened.texts("11")) == 1


def test_an_annex_is_known_by_the_name_of_its_style() -> None:
    opened = finished(text("附件1", "af9"), Blocks().xml(TABLE), styles=style("af9", "绩效附件标题", 0))
    assert opened.texts("JxTableTitle") == ["附表1-1  收支情况"]


def test_a_template_without_styles_gets_those_it_needs() -> None:
    assert finished(Blocks().xml(TABLE), styles=None).texts("JxCell") == ["基本支出", "120.00"]


def test_tables_are_made_as_wide_as_the_text_of_their_section() -> None:
    across = f"<w:p><w:pPr><w:sectPr>{section(16838, 1000)}</w:sectPr></w:pPr></w:p>"
    opened = finished(Blocks().xml(TABLE), across, Blocks().xml(TABLE), page=section(10000, 1100))
    grids = [[int(c.get(f"{W}w", "")) for c in table.iter(f"{W}gridCol")] for table in opened.document.iter(f"{W}tbl")]
    assert [sum(grid) for grid in grids] == [14838, 7800]
    assert [abs(grid[0] - 3 * grid[1]) <= 3 for grid in grids] == [True, True]
    for table, grid in zip(opened.document.iter(f"{W}tbl"), grids, strict=True):
        assert attribute(table, f"{W}tblPr/{W}tblW", f"{W}w") == str(sum(grid))
        for row in table.iter(f"{W}tr"):
            assert [int(attribute(c, f"{W}tcPr/{W}tcW", f"{W}w") or 0) for c in row.iter(f"{W}tc")] == grid


def test_a_table_in_a_cell_keeps_its_width() -> None:
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
    opened = finished(f"{grid}{Blocks().xml(TABLE)}</w:tc></w:tr></w:tbl>", text(""), page=section(10000, 1000))
    assert attribute(opened.document, f".//{W}tbl//{W}tblW", f"{W}w") == "8844"


def test_paragraphs_that_a_template_repeats_lose_the_ids_that_shall_be_unique() -> None:
    names = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    opened = finished(f'<w:p {names} w14:paraId="0A" w14:textId="0B"/>' * 2)
    assert [dict(each.attrib) for each in opened.document.iter(f"{W}p")] == [{}, {}]


def test_entries_of_the_contents_end_at_the_edge_of_the_text() -> None:
    opened = finished(Blocks().contents(), heading("甲"), page=section(10000, 1000))
    assert [each.get(f"{W}pos") for each in opened.document.iter(f"{W}tab") if each.get(f"{W}pos")] == ["8000"]


def test_word_is_not_asked_to_bring_fields_up_to_date() -> None:
    opened = finished(text("甲"), settings='<w:zoom w:percent="100"/><w:updateFields w:val="true"/>')
    assert [str(each.tag).removeprefix(W) for each in opened.roots["word/settings.xml"]] == ["zoom"]


def test_the_file_names_its_title_and_nobody_who_made_the_template() -> None:
    core = finished(text("甲")).parts["docProps/core.xml"].decode()
    assert "<dc:title>某局报告</dc:title><dc:creator>Jixiao</dc:creator>" in core
    assert "20" not in core.partition("<dc:title>")[2]  # no date


def test_of_what_the_template_says_of_itself_only_the_company_stays() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{kind}"><Manager>张三</Manager><Company>某某&amp;事务所</Company></Properties>'
    package = Package.read(docx(text("甲")))
    package.put(
        "docProps/app.xml", app.encode(), "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )
    package.relate("", "extended-properties", "docProps/app.xml")
    said = check_package(finish(package.to_bytes())).parts["docProps/app.xml"].decode()
    assert "<Company>某某&amp;事务所</Company>" in said
    assert "张三" not in said


def test_the_same_input_gives_the_same_bytes() -> None:
    blocks = Blocks()
    rendered = docx(Blocks().contents(), heading("甲"), blocks.xml(CHART))
    assert finish(rendered, blocks.charts) == finish(rendered, blocks.charts)
