"""The text of a Word file as its reader sees it: revisions accepted, boxes once, hidden text away, lists numbered."""

import pytest
from tests.documents.word.files import BY, box, document, lines, p, r, row, tables, tbl, tc
from tests.reading.annexes import packed

from jixiao.documents import Paragraph, document_of


def test_insertions_and_moves_count_as_made_and_deletions_as_gone() -> None:
    moved = f"<w:moveFrom {BY}>{r('旧处')}</w:moveFrom><w:moveTo {BY}>{r('新处')}</w:moveTo>"
    deleted = f"<w:del {BY}><w:r><w:delText>434.66</w:delText></w:r></w:del>"
    body = p(r("预算") + deleted + f"<w:ins {BY}>{r('454.58')}</w:ins>" + r("万元，") + moved)
    assert lines(document(body)) == ["预算454.58万元，新处"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next_one() -> None:
    gone = f"<w:rPr><w:del {BY}/></w:rPr>"
    assert lines(document(p("年末实有", gone) + p("人数20人。") + p("完"))) == ["年末实有人数20人。", "完"]


def test_a_text_box_is_read_once_behind_its_paragraph_though_it_is_written_twice() -> None:
    assert lines(document(p(r("正文") + box("合计12万元")) + p("后文"))) == ["正文", "合计12万元", "后文"]


def test_two_text_boxes_of_the_same_words_are_two() -> None:
    assert lines(document(p(box("图例") + box("图例")))) == ["图例", "图例"]


def test_a_text_box_of_old_files_is_read_too() -> None:
    older = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert lines(document(p(older))) == ["旧框"]


def test_of_alternatives_around_whole_paragraphs_one_is_read() -> None:
    both = f'<mc:Choice Requires="wps">{p("甲")}</mc:Choice><mc:Fallback>{p("甲")}</mc:Fallback>'
    assert lines(document(f"<mc:AlternateContent>{both}</mc:AlternateContent>{p('乙')}")) == ["甲", "乙"]


def test_where_only_the_fallback_has_text_that_is_read() -> None:
    content = (
        '<mc:Choice Requires="wpc"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>'
        f"{p('画布中的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    )
    assert lines(document(p(f"<w:r><mc:AlternateContent>{content}</mc:AlternateContent></w:r>"))) == ["画布中的字"]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    body = tbl(row("指标", "分值"), row(tc(p(r("甲") + box("注"))), "3"))
    assert tables(document(body)) == [[("指标", "分值"), ("甲\n注", "3")]]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="单位标题"/><w:basedOn w:val="a"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="小标题"/>'
    '<w:pPr><w:outlineLvl w:val="2"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="批注"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def test_hidden_text_is_left_out_whether_the_run_or_its_style_hides_it() -> None:
    hidden = r("隐", "<w:vanish/>") + r("藏", '<w:rStyle w:val="h"/>')
    shown = r("示", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    assert lines(document(p(r("显") + hidden + shown), styles=STYLES)) == ["显示"]


def test_a_paragraph_knows_its_level_from_itself_or_from_the_styles_it_is_based_on() -> None:
    body = p("一", '<w:pStyle w:val="b"/>') + p("二", '<w:outlineLvl w:val="1"/>') + p("正文")
    blocks = document(body, styles=STYLES).blocks
    assert [block.level for block in blocks if isinstance(block, Paragraph)] == [1, 2, None]


def level(at: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "chineseCounting", "%1、")}'
    f"{level(1, 'decimal', '%2.')}{level(2, 'decimalEnclosedCircle', '%3')}</w:abstractNum>"
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
)


def listed(text: str, depth: int, number: int = 4) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_stand_before_their_paragraphs() -> None:
    body = listed("概况", 0) + listed("2023年预算", 1) + listed("决算", 1) + listed("结论", 0) + listed("要点", 1)
    assert lines(document(body, numbering=NUMBERING)) == [
        "一、概况",
        "1. 2023年预算",
        "2.决算",
        "二、结论",
        "1.要点",
    ]


def test_two_instances_of_one_list_count_on() -> None:
    body = listed("甲", 0, 4) + listed("乙", 0, 5)
    assert lines(document(body, numbering=NUMBERING)) == ["一、甲", "二、乙"]


def test_an_instance_that_writes_a_level_otherwise_counts_on_and_one_that_restarts_begins_anew() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{override}</w:num>'
        for number, override in ((6, other), (7, restart))
    )
    body = listed("甲", 0, 4) + listed("乙", 0, 6) + listed("丙", 0, 7)
    assert lines(document(body, numbering=NUMBERING + more)) == ["一、甲", "第2条乙", "一、丙"]


def test_a_style_numbers_its_paragraphs_also_in_cells() -> None:
    named = '<w:pStyle w:val="c"/>'
    body = p("甲", named) + tbl(row(tc(p("乙", named)), "x"))
    read = document(body, styles=STYLES, numbering=NUMBERING)
    assert (lines(read), tables(read)) == (["一、甲"], [[("二、乙", "x")]])


def test_a_footnote_follows_the_paragraph_that_refers_to_it_and_headers_are_not_read() -> None:
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="2">{p("不含结转资金")}</w:footnote>'
    body = p(r("预算100万元") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("后文")
    read = document(body, footnotes=notes, header1=p("页眉"))
    assert lines(read) == ["预算100万元", "不含结转资金", "后文"]


def test_a_note_that_is_referred_to_twice_is_read_once() -> None:
    refers = p(r("甲") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
    read = document(refers + refers, endnotes=f'<w:endnote w:id="2">{p("注")}</w:endnote>')
    assert lines(read) == ["甲", "注", "甲"]


def test_a_formula_is_text_too() -> None:
    fraction = "<m:f><m:num><m:r><m:t>支出</m:t></m:r></m:num><m:den><m:r><m:t>预算</m:t></m:r></m:den></m:f>"
    assert lines(document(p(r("执行率=") + f"<m:oMath>{fraction}</m:oMath>"))) == ["执行率=支出/预算"]


def test_the_instruction_of_a_field_is_not_text_and_its_result_is() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 表1</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("表1") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(document(p(r("详见") + field))) == ["详见表1"]


def test_the_strict_form_of_the_format_is_read_alike() -> None:
    name = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{name}"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>'
    assert lines(document_of(packed({"word/document.xml": body}), "甲.docx")) == ["甲"]


@pytest.mark.parametrize("wrapper", ["sdt><w:sdtContent", "smartTag", "hyperlink", "fldSimple"])
def test_what_only_wraps_text_does_not_hide_it(wrapper: str) -> None:
    ends = "".join(f"</w:{name.removeprefix('w:')}>" for name in reversed(wrapper.split("><")))
    assert lines(document(p(f"<w:{wrapper}>{r('甲')}{ends}"))) == ["甲"]


def test_every_paragraph_and_cell_knows_which_paragraph_of_the_file_it_is() -> None:
    body = p(r("甲") + box("框")) + p("") + tbl(row("乙", "丙"))
    read = document(body)
    grid = next(read.grids())
    # 0 is 甲, where a comment on its box goes too; 1 and 2 are the box written twice, 3 is empty; 4, 5 are the cells'.
    assert [block.place.anchor for block in read.blocks if isinstance(block, Paragraph)] == [0, 0]
    assert [cell.place.anchor for cell in grid.rows[0]] == [4, 5]
    assert "anchor" not in grid.rows[0][0].place.as_json()
