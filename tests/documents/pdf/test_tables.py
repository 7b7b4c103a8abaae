"""Tables of a PDF: ruled, open at their sides, between horizontal rules, by gaps, and over page breaks."""

import pytest
from tests.documents.pdf.files import GROUP, LEFT, cells, line, lines, paragraphs, read, rows, ruled, table, text

HEAD = ("项目", "预算数", "决算数")
OFFICE, ESTATE, TOTAL = ("办公费", "3.00", "2.50"), ("物业费", "7.00", "7.00"), ("合计", "10.00", "9.50")
COLUMNS = (80, 240, 400, 520)
FOUR = (80, 160, 320, 440, 520)


def at(row: tuple[str, ...], y: float, places: tuple[float, ...] = (80, 260, 400)) -> list[str]:
    """A row of words without any lines around them."""
    return [text(words, x, y) for words, x in zip(row, places, strict=True) if words]


def test_every_cell_and_paragraph_knows_its_page() -> None:
    document = read(lines("前文"), [*lines("后文"), *table([HEAD, OFFICE])])
    (grid,) = document.grids()
    assert {(cell.place.page, cell.place.row) for row in grid.rows for cell in row} == {(2, 1), (2, 2)}
    assert rows(grid) == [HEAD, OFFICE]


def test_a_missing_line_merges_cells() -> None:
    drawn = [line(80, y, 520, y) for y in (200, 260)] + [line(240, y, 520, y) for y in (220, 240)]
    drawn += [line(x, 200, x, 260) for x in (80, 240, 520)] + [line(400, 220, 400, 260)]
    texts = [text("支出", 84, 215), text("决算数", 244, 215), *cells([OFFICE[1:], ESTATE[1:]], (220, 240), COLUMNS[1:])]
    (grid,) = read([*drawn, *texts]).grids()
    assert rows(grid) == [("支出", "决算数", "决算数"), ("支出", "3.00", "2.50"), ("支出", "7.00", "7.00")]
    assert (grid.rows[0][0].rows, grid.rows[0][1].columns) == (3, 2)


def test_lines_of_a_cell_go_on_where_they_are_full_and_break_where_they_are_not() -> None:
    drawn = ruled([200, 280], [80, 160, 240])
    words = [
        text("一二三四五", 84, 215),
        text("六七。", 84, 235),
        text("①有制度；", 164, 215),
        text("②有记录。", 164, 235),
    ]
    (grid,) = read([*drawn, *words]).grids()
    assert rows(grid) == [("一二三四五六七。", "①有制度；\n②有记录。")]


@pytest.mark.parametrize("sides", [[], [(80, 200, 80, 260)]])
def test_a_table_may_be_open_at_its_sides(sides: list[tuple[float, float, float, float]]) -> None:
    drawn = [line(80, y, 520, y) for y in (200, 220, 240, 260)] + [line(x, 200, x, 260) for x in (240, 400)]
    drawn += [line(*side) for side in sides]
    (grid,) = read([*drawn, *cells([HEAD, OFFICE, ESTATE], (200, 220, 240), COLUMNS)]).grids()
    assert rows(grid) == [HEAD, OFFICE, ESTATE]


# Over page breaks


def test_a_table_goes_on_behind_a_break_with_its_heading_repeated_or_not() -> None:
    for more in ([HEAD, ESTATE, TOTAL], [ESTATE, TOTAL]):
        pages = [[*table([HEAD, OFFICE], top=700), text("1", 300, 800)], [*table(more, top=80), text("2", 300, 800)]]
        (grid,) = read(*pages).grids()
        assert rows(grid) == [HEAD, OFFICE, ESTATE, TOTAL]
        assert grid.breaks == {2}
        assert grid.rows[3][0].place.page == 2


def test_a_table_with_other_columns_behind_a_break_is_another() -> None:
    other = table([OFFICE, ESTATE], top=80, columns=(80, 200, 400, 520))
    assert len(list(read(table([HEAD, OFFICE], top=700), other).grids())) == 2


RULES = [("序号", "问题", "要点", "得分"), ("1", "制度不全", "制度是否覆盖采购合同", "2.00")]


def test_the_rest_of_a_row_that_a_page_cuts_is_put_to_it() -> None:
    rest = [("", "", "和资产的管理", ""), ("2", "资产", "账实相符", "3.00")]
    (grid,) = read(table(RULES, top=700, columns=FOUR), table(rest, top=80, columns=FOUR)).grids()
    assert rows(grid) == [RULES[0], (*RULES[1][:2], "制度是否覆盖采购合同和资产的管理", "2.00"), rest[1]]
    assert grid.breaks == frozenset()
    assert [grid.rows[at][0].place.page for at in (1, 2)] == [1, 2]


def test_a_row_cut_between_two_points_is_one_too() -> None:
    head = [RULES[0], ("1", "制度不全", "①有制度；", "2.00")]
    (grid,) = read(table(head, top=700, columns=FOUR), table([("", "", "②有记录。", "")], top=80, columns=FOUR)).grids()
    assert rows(grid)[1][2] == "①有制度；\n②有记录。"


@pytest.mark.parametrize(
    "first",
    [
        ("2", "资产管理", "账实相符", "3.00"),  # says all that a row says
        ("", "资产管理", "账实相符", ""),  # what is above did not lack room
        ("", "", "账实相符", "3.00"),  # a figure below a figure
    ],
)
def test_a_row_that_may_be_one_of_its_own_stays_one(first: tuple[str, ...]) -> None:
    head = [RULES[0], ("1", "制度", "有制度。", "2.00")]
    (grid,) = read(table(head, top=700, columns=FOUR), table([first], top=80, columns=FOUR)).grids()
    assert rows(grid) == [*head, first]
    assert grid.breaks == {2}


def test_a_row_that_lacks_nothing_stays_one_though_all_above_it_is_full() -> None:
    narrow = (80, 160, 240, 320)
    full, other = ("一二三四五",) * 3, ("六七八九十",) * 3
    (grid,) = read(table([HEAD, full], top=700, columns=narrow), table([other], top=80, columns=narrow)).grids()
    assert rows(grid) == [HEAD, full, other]


def test_decimals_never_go_on_in_each_other_however_narrow_their_columns() -> None:
    narrow = (80, 240, 278, 400)
    above = [("要点", "得分", "说明"), ("制度健全", "12.00", "查阅资料后酌情评分。")]
    below = ("", "15.00", "查阅资料后酌情评分。")
    (grid,) = read(table(above, top=700, columns=narrow), table([below], top=80, columns=narrow)).grids()
    assert rows(grid) == [*above, below]


def test_tables_without_a_gap_between_them_are_two_where_they_share_no_column() -> None:
    marks = [("综合", "合计", "满意", "一般"), ("75%", "40", "20", "20")]
    upper, lower = read([*table([HEAD, OFFICE, ESTATE], top=200), *table(marks, 260, (80, 140, 300, 420, 520))]).grids()
    assert rows(upper) == [HEAD, OFFICE, ESTATE]
    assert rows(lower) == marks


def test_a_form_whose_rows_share_a_column_stays_one() -> None:
    money = [("年度资金", "预算数", "决算数", "得分"), ("", "3.00", "2.50", "8.33")]
    head = [("项目名称", "道路养护"), ("主管部门", "交通局")]
    drawn = [*table(head, 200, (80, 160, 520)), *table(money, 240, FOUR)]
    (grid,) = read(drawn).grids()
    assert len(grid.rows) == 4


def test_a_narrower_table_below_another_one_is_two_where_it_divides_elsewhere() -> None:
    marks = [("问题", "满意度"), ("办事效率", "85.97%"), ("综合", "79.85%")]
    wide, narrow = read([*table([HEAD, OFFICE], 200), *table(marks, 240, (80, 200, 320))]).grids()
    assert (rows(wide), rows(narrow)) == ([HEAD, OFFICE], marks)
    narrow, wide = read([*table(marks, 200, (80, 200, 320)), *table([HEAD, OFFICE], 260)]).grids()
    assert (rows(wide), rows(narrow)) == ([HEAD, OFFICE], marks)


def test_a_row_alone_on_a_page_is_no_part_of_another_table_that_follows() -> None:
    marks = [("综合", "合计", "满意", "一般"), ("75%", "40", "20", "20")]
    rest, lower = read([*table([ESTATE], 200), *table(marks, 220, (80, 140, 300, 420, 520))]).grids()
    assert (rows(rest), rows(lower)) == ([ESTATE], marks)


def test_tables_of_which_one_column_lies_below_another_by_chance_are_two() -> None:
    marks = [("综合", "合计", "满意", "一般"), ("75%", "40", "20", "20"), ("80%", "40", "24", "16")]
    upper, lower = read([*table([HEAD, OFFICE, ESTATE]), *table(marks, 260, (80, 140, 240, 320, 520))]).grids()
    assert (rows(upper), rows(lower)) == ([HEAD, OFFICE, ESTATE], marks)


def test_tables_in_frames_of_their_own_are_two_however_near() -> None:
    sides, other = [line(x, 200, x, 286) for x in (80, 520)], [("选项", "小计", "比例"), ("满意", "40", "80%")]
    first, second = read([*sides, *table([HEAD, OFFICE]), *table(other, 246)]).grids()
    assert (rows(first), rows(second)) == ([HEAD, OFFICE], other)


def test_a_table_open_at_its_left_keeps_the_merged_cells_there_when_a_page_cuts_it() -> None:
    drawn = [line(80, y, 520, y) for y in (200, 220)] + [line(240, y, 520, y) for y in (240, 260, 280)]
    drawn += [line(x, 200, x, 280) for x in (240, 400, 520)]
    texts = [HEAD, ("产出", "数量", "5.00"), ("", "质量", "4.00"), ("", "时效", "3.00")]
    (grid,) = read([*drawn, *cells(texts, (200, 220, 240, 260), COLUMNS)]).grids()
    assert [row[0] for row in rows(grid)] == ["项目", "产出", "产出", "产出"]


def test_a_merged_cell_of_which_only_the_first_row_is_drawn_is_whole() -> None:
    drawn = [line(80, y, 520, y) for y in (200, 220, 240)] + [line(240, y, 520, y) for y in (260, 280)]
    drawn += [line(80, 200, 80, 240), *[line(x, 200, x, 280) for x in (240, 400, 520)]]
    texts = [HEAD, ("效果", "社会", "5.00"), ("", "经济", "4.00"), ("", "满意", "3.00")]
    (grid,) = read([*drawn, *cells(texts, (200, 220, 240, 260), COLUMNS)]).grids()
    assert [row[0] for row in rows(grid)] == ["项目", "效果", "效果", "效果"]


def test_rows_that_lack_their_last_cells_stay_in_their_table() -> None:
    lacking = [("办公费", "3.00"), ("合计", "3.00")]
    (grid,) = read([*table([HEAD, OFFICE], 200), *table(lacking, 240, (80, 240, 400))]).grids()
    assert [row[:2] for row in rows(grid)] == [HEAD[:2], OFFICE[:2], *lacking]


def test_tables_of_one_page_whose_lines_lie_nearly_below_each_other_stay_two() -> None:
    nearly = tuple(x - 0.1 for x in COLUMNS)
    drawn = [*table([HEAD, OFFICE], 100), *lines("执行率为98.50%。", top=300), *table([HEAD, ESTATE], 400, nearly)]
    document = read(drawn)
    assert [rows(grid) for grid in document.grids()] == [[HEAD, OFFICE], [HEAD, ESTATE]]
    assert paragraphs(document) == ["执行率为98.50%。"]


def test_a_figure_that_a_narrow_column_parts_is_one() -> None:
    def cell(*words: str) -> str:
        drawn = [*ruled((100, 160), (80, 160, 190)), text("占比", 84, 115)]
        (grid,) = read([*drawn, *lines(*words, top=115, x=164, pitch=14)]).grids()
        return rows(grid)[0][1]

    assert cell("1.6", "9") == "1.69"
    assert cell("1,05", "4.20") == "1,054.20"
    assert cell("102", "115") == "102 115"  # whether one figure or two, nobody can tell


def test_a_table_in_a_group_stands_where_the_group_does() -> None:
    (grid,) = read([GROUP, text("（单位：元）", 90, 160)], group=table([HEAD, OFFICE], top=100)).grids()
    assert rows(grid) == [HEAD, OFFICE]


def test_a_merged_cell_goes_on_behind_a_break() -> None:
    def page(top: float, label: str, names: tuple[str, str]) -> list[str]:
        drawn = [line(80, y, 520, y) for y in (top, top + 40)] + [line(240, top + 20, 520, top + 20)]
        drawn += [line(x, top, x, top + 40) for x in COLUMNS]
        return [*drawn, *cells([(label, names[0], "1"), ("", names[1], "2")], (top, top + 20), COLUMNS)]

    (grid,) = read(page(700, "产出", ("数量", "质量")), page(80, "", ("时效", "成本"))).grids()
    assert [row[:2] for row in rows(grid)] == [("产出", each) for each in ("数量", "质量", "时效", "成本")]
    assert grid.rows[3][0].rows == 4


def test_a_cell_merged_within_another_one_goes_on_behind_a_break_too() -> None:
    first = [("产出", "数量", "5.00"), ("", "质量", "4.00")]
    drawn = [line(80, y, 520, y) for y in (700, 740)] + [line(240, 720, 520, 720)]
    drawn += [*[line(x, 700, x, 740) for x in COLUMNS], *cells(first, (700, 720), COLUMNS)]
    (grid,) = read(drawn, table([("", "", "3.00"), ("效果", "社会", "2.00")], 80)).grids()
    assert [row[:2] for row in rows(grid)] == [("产出", "数量"), ("产出", "质量"), ("产出", "质量"), ("效果", "社会")]


def test_a_merged_cell_behind_codes_goes_on_behind_a_break() -> None:
    drawn = [line(80, y, 520, y) for y in (80, 120)] + [line(80, 100, 240, 100), line(400, 100, 520, 100)]
    drawn += [*[line(x, 80, x, 120) for x in COLUMNS], *cells([("C2", "", "3"), ("C3", "", "4")], (80, 100), COLUMNS)]
    (grid,) = read(table([("编码", "指标", "分值"), ("C1", "产出", "5")], 700), drawn).grids()
    assert [row[1] for row in rows(grid)] == ["指标", "产出", "产出", "产出"]


def test_rows_that_have_a_figure_in_common_stay_two_at_a_break() -> None:
    first, second = ("目标设定", "绩效目标设定的合理性质", "5.00"), ("", "绩效指标设定的明确性质", "5.00")
    (grid,) = read(table([first], 700), table([second], 80)).grids()
    assert [row[1:] for row in rows(grid)] == [first[1:], second[1:]]


def test_the_empty_rest_of_a_row_is_no_row() -> None:
    (grid,) = read(table([HEAD, OFFICE], 700), table([("", "", ""), ESTATE], 80)).grids()
    assert rows(grid) == [HEAD, OFFICE, ESTATE]


def test_a_table_that_a_page_leaves_open_goes_on_in_the_one_that_begins_open() -> None:
    def page(top: float, closed: tuple[float, ...], texts: list[tuple[str, ...]]) -> list[str]:
        drawn = [line(80, y, 520, y) for y in closed] + [line(x, top, x, top + 40) for x in COLUMNS]
        return [*drawn, *cells(texts, (top, top + 20), COLUMNS)]

    first = page(720, (720, 740), [HEAD, ("办公费和", "3.00", "2.50")])
    second = page(60, (80, 100), [("邮电费", "", ""), ESTATE])
    (grid,) = read(first, second).grids()
    assert rows(grid) == [HEAD, ("办公费和邮电费", "3.00", "2.50"), ESTATE]


# Without vertical lines


def three_lines(head: list[str], body: list[str], rules: tuple[float, ...] = (190, 212, 275)) -> list[str]:
    return [*[line(80, y, 520, y) for y in rules], *head, *body]


BODY = [*at(OFFICE, 227), *at(ESTATE, 247), *at(TOTAL, 267)]


def test_three_rules_make_a_table() -> None:
    document = read([*lines("表1 支出", top=170), *three_lines(at(HEAD, 206), BODY), *lines("注：含结转。", top=300)])
    (grid,) = document.grids()
    assert rows(grid) == [HEAD, OFFICE, ESTATE, TOTAL]
    assert paragraphs(document) == ["表1 支出", "注：含结转。"]
    assert grid.rows[2][1].place.page == 1


def test_a_word_of_the_heading_over_two_columns_is_merged_over_them() -> None:
    (grid,) = read(three_lines([text("项目", 80, 206), text("本年支出的预算数和决算数", 264, 206)], BODY)).grids()
    assert rows(grid)[0] == ("项目", "本年支出的预算数和决算数", "本年支出的预算数和决算数")


@pytest.mark.parametrize("above", [text("预算和决算", 310, 206), text("本年支出预算和决算", 300, 206)])
def test_a_heading_of_which_one_cannot_tell_the_columns_makes_no_table(above: str) -> None:
    assert not list(read(three_lines([text("项目", 80, 206), above], BODY)).grids())


def test_a_name_of_two_lines_belongs_to_the_row_it_began() -> None:
    body = [*at(("一般公共预算", "3.00", "2.50"), 227), text("财政拨款", 80, 241), *at(ESTATE, 260)]
    (grid,) = read(three_lines(at(HEAD, 206), body)).grids()
    assert rows(grid)[1:] == [("一般公共预算财政拨款", "3.00", "2.50"), ESTATE]


def test_lines_between_rules_that_fit_no_columns_stay_text() -> None:
    prose = [text("本年支出预算和决算与上年支出预算和决算相比有所下降", 80, 227), *at(ESTATE, 247)]
    document = read(three_lines(at(HEAD, 206), prose))
    assert not list(document.grids())
    assert len(paragraphs(document)) == 3


def test_common_gaps_make_a_table_without_any_rules() -> None:
    drawn = [*at(HEAD, 200), *at(OFFICE, 220), *at(ESTATE, 240), *at(TOTAL, 260, (80, 254, 400))]
    document = read([*lines("表1 支出情况", top=170), *drawn, *lines("　　以上为全年数。", top=300)])
    (grid,) = document.grids()
    assert rows(grid) == [HEAD, OFFICE, ESTATE, TOTAL]


@pytest.mark.parametrize(
    "drawn",
    [
        [*at(HEAD, 200), *at(OFFICE, 220)],  # too few rows
        [*at(HEAD, 200), *at(OFFICE, 220), *at(ESTATE, 240, (80, 290, 430)), *at(TOTAL, 260)],  # no common edges
        [
            *at(HEAD, 200),
            *at(OFFICE, 220),
            *at(ESTATE, 240),
            *at(TOTAL, 260),
            text("（含结转）", 80, 275),
        ],  # a cell's rest
        [*at(("50", "3.00", "4.00"), 200), *at(OFFICE, 220), *at(ESTATE, 240)],  # no heading: the labels of a chart
        [*at(HEAD, 200), *at(("甲", "乙", "丙"), 220), *at(("丁", "戊", "己"), 240)],  # no figures
    ],
)
def test_lines_with_gaps_stay_lines_where_anything_is_doubtful(drawn: list[str]) -> None:
    assert not list(read(drawn).grids())


def test_two_columns_of_prose_are_no_table_and_run_into_no_paragraph() -> None:
    left, right = "政务大厅受理事项逐年增加办", "评价组走访了十二个窗口并发"
    words = [text(each, x, 100 + 20 * row) for row in range(4) for x, each in ((LEFT, left), (300, right))]
    document = read(words)
    assert not list(document.grids())
    assert paragraphs(document) == [f"{left} {right}"] * 4


FIVE = (80, 110, 140, 170, 200, 230)
"""Columns of two characters each."""


def test_a_page_that_shows_only_some_of_the_columns_is_part_of_the_table() -> None:
    above = [("甲项", "一二", "三", "10", "9"), ("乙项", "四五", "六", "20", "18")]
    first = table(above, top=700, columns=FIVE)
    second = table([("丙项", "七", "30", "27")], top=80, columns=(80, 110, 170, 200, 230))
    (grid,) = read(first, second).grids()
    assert rows(grid) == [*above, ("丙项", "七", "七", "30", "27")]
    assert grid.rows[2][1].columns == 2


def test_a_page_that_shows_more_columns_widens_those_before_it() -> None:
    first = table([("甲项", "一二", "10", "9")], top=700, columns=(80, 110, 170, 200, 230))
    second = table([("乙项", "四五", "六", "20", "18")], top=80, columns=FIVE)
    (grid,) = read(first, second).grids()
    assert rows(grid) == [("甲项", "一二", "一二", "10", "9"), ("乙项", "四五", "六", "20", "18")]


def test_rows_with_figures_of_their_own_in_the_same_columns_stay_two() -> None:
    first, second = ("数量", "人数", "", "15", "15"), ("质量", "比率", "", "15", "15")
    head = ("种类", "名称", "说明", "分值", "得分")
    (grid,) = read(table([head, first], 700, FIVE), table([("", *second[1:])], 80, FIVE)).grids()
    assert [row[1:] for row in rows(grid)] == [head[1:], first[1:], second[1:]]


def test_a_row_is_cut_where_words_run_downwards() -> None:
    columns = (80, 180, 210, 250, 290)
    edges = [700, 760]
    down = [
        *ruled(edges, columns),
        *lines("产", "出", top=715, x=84),
        *cells([("", "数量", "10", "9")], edges, columns),
    ]
    rest_edges = [80, 140, 160]
    rest = [
        *ruled(rest_edges, columns),
        *lines("指", "标", top=95, x=84),
        *cells([("", "个", "", ""), ("效益", "户数", "20", "18")], rest_edges, columns),
    ]
    (grid,) = read(down, rest).grids()
    assert rows(grid)[1] == ("效益", "户数", "20", "18")
    assert "".join(rows(grid)[0][0].split()) == "产出指标"
    assert rows(grid)[0][2:] == ("10", "9")


# Merged cells as LibreOffice draws them about page breaks: lines are missing, too short, or a little too low


def test_headings_beside_a_column_without_lines_stay_apart() -> None:
    levels = [("绩效", "产出", "补助户数", "9"), ("", "", "培训人次", "6"), ("", "效益", "投诉起数", "5")]
    drawn = [line(80, 200, 520, 200), line(80, 220, 160, 220), line(320, 220, 520, 220)]
    drawn += [line(160, 240, 520, 240), line(160, 260, 520, 260), line(80, 200, 80, 220)]
    drawn += [line(160, 200, 160, 219), line(160, 240, 160, 260)]
    drawn += [line(x, 200, x, 260) for x in (320, 440, 520)]
    (grid,) = read([*drawn, *cells(levels, (200, 220, 240), FOUR)]).grids()
    assert rows(grid) == [
        ("绩效", "产出", "补助户数", "9"),
        ("绩效", "产出", "培训人次", "6"),
        ("绩效", "效益", "投诉起数", "5"),
    ]


def test_a_cell_without_lines_beside_it_does_not_cover_one_that_reaches_down() -> None:
    drawn = [line(80, 200, 520, 200), line(320, 220, 520, 220), line(80, 240, 160, 240), line(320, 240, 520, 240)]
    drawn += [line(320, 260, 520, 260), line(160, 220, 320, 220), line(80, 200, 80, 240), line(160, 200, 160, 240)]
    drawn += [line(x, 200, x, 260) for x in (320, 440, 520)]
    texts = cells(
        [("绩效", "投入", "到位率", "9"), ("", "产出", "人次", "6"), ("", "", "户数", "5")], (200, 220, 240), FOUR
    )
    (grid,) = read([*drawn, *texts]).grids()
    assert rows(grid) == [
        ("绩效", "投入", "到位率", "9"),
        ("绩效", "产出", "人次", "6"),
        ("绩效", "产出", "户数", "5"),
    ]


def test_a_line_a_little_below_another_one_makes_no_row() -> None:
    drawn = [*ruled([200, 220, 240], COLUMNS), line(80, 224, 240, 224)]
    texts = [*cells([OFFICE], (200,), COLUMNS), text("物业费", 84, 236), *cells([ESTATE[1:]], (220,), COLUMNS[1:])]
    (grid,) = read([*drawn, *texts]).grids()
    assert rows(grid) == [OFFICE, ESTATE]


def test_a_page_that_does_not_rule_the_first_column_goes_on_with_the_others() -> None:
    edges = (80, 160, 240, 320, 400, 520)
    inner = [("数量", "补助户数", "30", "9"), ("数量", "培训人次", "20", "6")]
    drawn = [line(80, 700, 520, 700), line(80, 740, 520, 740), line(160, 720, 520, 720)]
    drawn += [line(x, 700, x, 740) for x in edges]
    above = [*drawn, text("绩效", 84, 715), *cells(inner, (700, 720), edges[1:])]
    (grid,) = read(above, table([("质量", "合格率", "90%", "5")], top=80, columns=edges[1:])).grids()
    assert rows(grid) == [("绩效", *row) for row in (*inner, ("质量", "合格率", "90%", "5"))]
    assert grid.rows[0][0].rows == 3


@pytest.mark.parametrize(
    ("above", "below"),
    [("合格率为60%-", "90%得二分"), ("达到九成得满分，每低", "1个百分点扣半分")],
)
def test_a_cut_row_goes_on_behind_a_hyphen_and_before_digits_that_may_be_wide(above: str, below: str) -> None:
    edges = (80, 160, 320, 466, 520)
    first = table([RULES[0], ("1", "质量", above, "2.00")], top=700, columns=edges)
    (grid,) = read(first, table([("", "", below, "")], top=80, columns=edges)).grids()
    assert rows(grid) == [RULES[0], ("1", "质量", above + below, "2.00")]
