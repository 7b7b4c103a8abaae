"""Text of a PDF: paragraphs out of lines, what margins repeat, turned pages, and files without readable text."""

import pytest
from tests.documents.pdf.files import HEIGHT, LEFT, PICTURE, WIDTH, line, lines, paragraphs, pdf, read, table, text

from jixiao.documents import Paragraph, document_of
from jixiao.refusals import Refusal

FULL = "二〇二三年度部门支出决算三百三十五万元全部用于政务服务大厅的"  # 30 characters, the width of the text
BODY = ["一、支出决算情况", f"　　{FULL[:28]}", f"{FULL[2:]}运行", "和物业管理。", "　　执行率为98.50%。"]


def test_lines_that_go_on_are_one_paragraph_and_an_indent_begins_the_next() -> None:
    found = paragraphs(read(lines("　　一、支出决算情况", *BODY[1:])))
    assert found == ["一、支出决算情况", f"{FULL[:28]}{FULL[2:]}运行和物业管理。", "执行率为98.50%。"]


def test_a_heading_above_text_that_is_not_indented_stays_a_heading() -> None:
    found = paragraphs(read(lines("一、概况", FULL, "运行。", "二、收入", FULL, "运行。")))
    assert found == ["一、概况", f"{FULL}运行。", "二、收入", f"{FULL}运行。"]


def test_where_nothing_is_indented_a_full_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    whole = f"{FULL[:29]}。"
    assert paragraphs(read(lines(whole, FULL, "运行。"))) == [whole, f"{FULL}运行。"]


def spaced(*below: str, gap: float = 12) -> list[str]:
    """Paragraphs of two lines each with room between them, then these lines below each other."""
    whole = [each for at in range(4) for each in lines(FULL, "运行。", top=100 + at * (40 + gap))]
    return [*whole, *lines(*below, top=100 + 4 * (40 + gap))]


def test_where_room_parts_paragraphs_sentences_end_none() -> None:
    whole = f"{FULL[:29]}。"
    assert paragraphs(read(spaced(whole, "执行率为98.50%。")))[-1] == f"{whole}执行率为98.50%。"
    assert paragraphs(read(spaced(FULL[:22], "100%、75%、50%。")))[-1] == f"{FULL[:22]}100%、75%、50%。"
    assert paragraphs(read(spaced(FULL[:9], "执行率为98.50%。")))[-2:] == [FULL[:9], "执行率为98.50%。"]
    assert paragraphs(read(spaced(whole, "执行率为98.50%。", gap=0)))[-2:] == [whole, "执行率为98.50%。"]


def test_a_line_that_begins_with_a_table_spoken_of_is_no_caption() -> None:
    assert paragraphs(read(lines(f"{FULL[:26]}，详见附", "表4。"))) == [f"{FULL[:26]}，详见附表4。"]
    assert paragraphs(read(lines(FULL, "表4 得分情况"))) == [FULL, "表4 得分情况"]


def test_a_full_line_that_ends_between_two_clauses_goes_on_unless_a_point_follows() -> None:
    clause = f"{FULL[:29]}；"
    assert paragraphs(read(lines(clause, FULL, "运行。"))) == [f"{clause}{FULL}运行。"]
    assert paragraphs(read(lines(clause, f"2.{FULL[:28]}", "运行。")))[0] == clause


def test_points_that_fill_their_lines_stay_apart() -> None:
    points = [f"{number}.{FULL[:28]}" for number in (1, 2, 3)]
    assert paragraphs(read(lines(*points))) == points


def test_points_of_equal_length_stay_apart() -> None:
    assert paragraphs(read(lines("一、目标设定", "二、预算执行", "三、资产管理"))) == [
        "一、目标设定",
        "二、预算执行",
        "三、资产管理",
    ]


def test_a_paragraph_goes_on_over_a_page_and_keeps_the_page_it_begins_on() -> None:
    pages = [
        [*lines(*[f"　　{FULL[:28]}", FULL] * 2), text("— 1 —", 280, 800)],
        [*lines("运行。", "　　另有结余。"), text("— 2 —", 280, 800)],
    ]
    document = read(*pages)
    assert paragraphs(document)[-2:] == [f"{FULL[:28]}{FULL}运行。", "另有结余。"]
    assert [block.place.page for block in document.blocks if isinstance(block, Paragraph)] == [1, 1, 2]


def test_heads_and_feet_of_pages_are_dropped_and_words_in_the_text_are_not() -> None:
    head = "某县财政局绩效评价报告"
    pages = [
        [text(head, 200, 40), *lines(f"　　第{at}部分的内容。", f"　　{head}"), text(f"第 {at} 页 共 4 页", 260, 810)]
        for at in range(1, 5)
    ]
    expected = [each for at in range(1, 5) for each in (f"第{at}部分的内容。", head)]
    assert paragraphs(read(*pages)) == expected


def test_the_end_of_a_sentence_is_no_head_though_all_pages_begin_with_it() -> None:
    page = lines("算。", "　　另有结余。", f"　　{FULL[:28]}", FULL, top=60)
    assert paragraphs(read(page, page, page)).count(f"{FULL[:28]}{FULL}算。") == 2


def test_the_number_of_an_only_page_is_dropped_and_words_at_changing_heights_are_not() -> None:
    assert paragraphs(read([*lines("　　支出决算100万元。"), text("— 1 —", 280, 800)])) == ["支出决算100万元。"]
    words = [[text("本页小结", LEFT, 40 + 15 * at)] for at in range(3)]
    assert paragraphs(read(*words)) == ["本页小结"] * 3


def test_a_unit_of_money_above_a_table_on_every_page_is_no_head() -> None:
    pages = [[text("单位：万元", 460, 60), *table([["甲", str(at)], ["乙", "2"]], top=80)] for at in range(3)]
    assert paragraphs(read(*pages)).count("单位：万元") == 3


def test_blanks_are_those_of_the_file_and_wide_gaps_not_the_space_that_type_setting_adds() -> None:
    words = [text("表1-2", LEFT, 100), text(" 2023年度", LEFT + 30, 100), text("收入", LEFT + 84 + 4, 100)]
    assert paragraphs(read(words)) == ["表1-2 2023年度收入"]


def test_letters_set_apart_to_fill_a_line_have_no_blanks() -> None:
    spread = [text(sign, LEFT + 24 * at, 100) for at, sign in enumerate("部门支出决算")]
    assert paragraphs(read(spread)) == ["部门支出决算"]


def test_a_character_printed_twice_to_look_bold_is_one() -> None:
    assert paragraphs(read([text("支出决算", LEFT, 100), text("支出决算", LEFT + 1.5, 100)])) == ["支出决算"]


def test_pages_of_a_table_of_contents_stay_lines() -> None:
    contents = ["摘要" + "." * 50 + "1", "正文" + "." * 50 + "2"]
    assert paragraphs(read(lines(*contents))) == contents


@pytest.mark.parametrize(
    ("rotate", "matrix", "places"),
    [
        (90, "0 1 -1 0", [(100, 600), (120, 600)]),
        (0, "0 1 -1 0", [(100, 600), (120, 600)]),
        (180, "-1 0 0 -1", [(500, 140), (500, 120)]),
        (270, "0 -1 1 0", [(500, 200), (480, 200)]),
    ],
)
def test_a_turned_page_is_read_as_its_text_runs(rotate: int, matrix: str, places: list[tuple[int, int]]) -> None:
    words = [text(each, *place, matrix=matrix) for each, place in zip(("第一行。", "第二行。"), places, strict=True)]
    assert paragraphs(read(words, rotate=rotate)) == ["第一行。", "第二行。"]


def test_text_that_runs_another_way_is_left_out_and_said_to_be() -> None:
    slanted = text("仅供内部使用", 200, 500, matrix="0.7 0.7 -0.7 0.7")
    document = read([*lines("　　支出决算100万元。"), slanted])
    assert paragraphs(document) == ["支出决算100万元。"]
    assert document.unread == ("有 1 页带斜排或竖排的文字（如水印、旁注），这些文字没有读取",)


def test_text_beyond_the_edges_of_the_page_is_not_seen() -> None:
    assert paragraphs(read([text("页内", LEFT, 100), text("页外", LEFT, HEIGHT + 60), text("页外", WIDTH, 100)])) == [
        "页内"
    ]


def test_parts_of_characters_stay_as_the_file_has_them() -> None:
    assert paragraphs(read([text("⻓期⽬标", LEFT, 100)])) == ["⻓期⽬标"]


def refused(raw: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        document_of(raw, "报告.pdf")
    (problem,) = caught.value.problems
    return str(problem)


def test_a_scan_is_refused_and_a_page_of_pictures_among_others_is_said_to_be_unread() -> None:
    assert "扫描件（页面只有图片，没有文字）" in refused(pdf([PICTURE], [PICTURE]))
    document = read(lines("　　支出决算100万元。"), [PICTURE])
    assert document.unread == ("第 2 页只有图片，没有读取；需要核查时请先识别文字（OCR）",)


def test_a_file_with_nothing_on_its_pages_is_no_scan() -> None:
    assert "没有文字的 PDF" in refused(pdf([line(10, 10, 20, 10)]))


def test_a_file_without_its_end_is_told_from_a_damaged_one() -> None:
    whole = pdf(lines("支出决算"))
    for end in (len(whole) * 2 // 3, whole.rindex(b"xref\n"), whole.rindex(b"%%EOF")):
        assert "不完整的 PDF（文件的末尾缺失）" in refused(whole[:end])
    assert "损坏的 PDF" in refused(b"%PDF-1.7\nendobj\n%%EOF\n")


def test_a_file_with_a_password_says_so() -> None:
    encrypt = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("ab" * 32)
    raw = pdf(lines("支出决算")).replace(b"/Root 1 0 R ", f"/Root 1 0 R {encrypt} ".encode())
    assert "有密码的 PDF" in refused(raw)
