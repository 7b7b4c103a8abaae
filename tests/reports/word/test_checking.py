"""A template is checked before anything is rendered: what is wrong is named with its paragraph, all at once."""

import pytest
from tests.reports.word.samples import paragraph, table, template

from jixiao.refusals import Refusal
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.checking import check


def problems(*body: str, header: str = "", content: type[Report] | type[Plan] = Report) -> list[str]:
    """What is said about a template with this body."""
    try:
        check(template(*body, header=header), "模板.docx", content)
    except Refusal as refusal:
        return [str(problem) for problem in refusal.problems]
    return []


def test_a_misspelt_variable_is_named_with_its_paragraph_and_what_was_meant() -> None:
    assert problems("标题", "总分{{ result.totl }}分") == [
        "模板.docx，正文第 2 段“总分{{ result.totl }}分”：读到不认识的变量“result.totl”，应为“result.total”。"
        "请改为“result.total”；全部变量见 docs/template-variables.md。"
    ]


def test_every_problem_is_told_wherever_it_stands() -> None:
    found = problems(
        "{{ result.totl }}",
        table(("{{ cover.titel }}", "{{ cover.title }}"), ("", "{{ year }}")),
        header="{{ covr.short }}",
    )
    assert [each.split("：")[0] for each in found] == [
        "模板.docx，正文第 1 段“{{ result.totl }}”",
        "模板.docx，正文第 1 个表格第 1 行第 1 格“{{ cover.titel }}”",
        "模板.docx，正文第 1 个表格第 2 行第 2 格“{{ year }}”",
        "模板.docx，页眉第 1 段“{{ covr.short }}”",
    ]
    assert "cover、result、abstract" in found[2]


def test_a_tag_split_into_runs_is_checked_as_one() -> None:
    (found,) = problems(paragraph("{", "{ result.", "to", "tl }}"))
    assert "“result.totl”" in found


def test_a_misspelling_in_a_list_that_this_case_leaves_empty_is_found() -> None:
    (found,) = problems(
        "{%p for x in analysis %}", "{%p for y in x.groups %}", "{{ y.nam }}", "{%p endfor %}", "{%p endfor %}"
    )
    assert "正文第 3 段" in found
    assert "“y.name”" in found


def test_after_a_misspelt_list_its_items_are_not_complained_about() -> None:
    (found,) = problems("{%p for x in problms %}", "{{ x.title }}{{ x.a.b | length }}", "{%p endfor %}")
    assert "“problems”" in found


def test_a_plan_has_other_variables_than_a_report() -> None:
    assert problems("{{ purpose }}", content=Plan) == []
    assert problems("{{ purpose }}", content=Report) != []


REFUSED = [
    ("a list printed", "{{ abstract.levels }}", "逐项写出"),
    ("an object printed", "{{ result }}", "result.total"),
    ("a table without p", "{{ indicator_table }}", "{{p indicator_table }}"),
    ("a text with p", "{{p result.total }}", "{{ result.total }}"),
    ("yes and no printed", "{{ result.settled }}", "{% if result.settled %}"),
    ("a field of a list", "{{ problems.title }}", "{%p for x in problems %}"),
    ("a field of a text", "{{ result.total.upper }}", "没有下级变量"),
    ("a field of what may be lacking", "{{ work.schedule.title }}", "{%p if work.schedule %}"),
    ("a loop over a text", "{% for x in opening %}{{ x }}{% endfor %}", "逐项列出一个列表"),
    ("a loop with two variables", "{% for a, b in problems %}{% endfor %}", "for 变量 in 列表"),
    ("a recursive loop", "{% for a in problems recursive %}{% endfor %}", "for 变量 in 列表"),
    ("the loop outside of one", "{{ loop.index }}", "loop"),
    ("an unknown field of the loop", "{% for x in problems %}{{ loop.cycle }}{% endfor %}", "loop.index"),
    ("a call", "{{ result.total.format(1) }}", "调用"),
    ("a subscript", "{{ problems[0] }}", "方括号"),
    ("arithmetic", "{{ loop_index + 1 }}", "算式"),
    ("a concatenation", "{{ cover.year ~ '年' }}", "拼接"),
    ("an unknown filter", "{{ opening | upper }}", "length、first、last、join、default、chinese"),
    ("a filter on the wrong kind", "{{ opening | join('、') }}", "文字列表"),
    ("a filter with a variable", "{{ cover.lead | default(cover.short) }}", "default('无')"),
    ("an unknown test", "{% if opening is defined %}{% endif %}", "is …"),
    ("texts put in order", "{% if result.total > '60' %}{% endif %}", "大小只比较数"),
    ("a text compared with a number", "{% if result.total == 60 %}{% endif %}", "比较"),
    ("a condition without else", "{{ opening if opening }}", "else"),
    ("a condition in a condition", "{% if 'a' if problems else 'b' %}{% endif %}", "读不懂"),
    ("a number put in order that may be lacking", "{% if indicator_table.strong | first > 1 %}{% endif %}", "比较"),
    ("yes and no with a default", "{{ result.settled | default('无') }}", "文字后的 default"),
    ("searching what may be lacking", "{% if 'a' in abstract.problems | first %}{% endif %}", "比较"),
    ("a field of the first of a list", "{{ (problems | first).title }}", "可能没有"),
    ("the loop where it chooses", "{% for x in problems if loop.first %}{% endfor %}", "“loop”"),
    ("the loop's name taken", "{% for loop in problems %}{% endfor %}", "请换一个名称"),
    ("a fraction", "{{ 1.5 }}", "小数"),
    ("a dangling operator", "{{ result.total | }}", "读不懂"),
    ("an empty tag", "{{ }}", "读不懂"),
    ("an unknown word", "{% set x = 1 %}", "不认识的标签"),
    ("an include", "{% include 'x' %}", "不认识的标签"),
    ("a trimming tag", "{%- if opening %}", "不认识的标签"),
    ("an unclosed loop", "{% for x in problems %}{{ x.title }}", "没有结尾"),
    ("an end without beginning", "总分{% endif %}", "没有开头"),
    ("ends that cross", "{% for x in problems %}{% if x.text %}{% endfor %}{% endif %}", "没有开头"),
    ("words after else", "{% if opening %}{% else if opening %}{% endif %}", "多余"),
    ("a brace missing", "总分{{ result.total }分", "不完整的标签"),
    ("wide braces", "总分｛｛ result.total ｝｝分", "全角"),
    ("a paragraph tag amid text", "如下：{%p for x in problems %}", "自成一段"),
    ("a row tag outside a table", "{%tr for x in problems %}", "不在表格里"),
    ("a tag of another kind", "{{r opening }}", "{{p }}"),
    ("a very long tag", "{{ " + "not " * 200 + "opening }}", "过长"),
    ("brackets nested deeply", "{{ " + "(" * 240 + "opening" + ")" * 240 + " }}", "读不懂"),
]


@pytest.mark.parametrize(("body", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_not_part_of_the_language_is_refused_with_advice(body: str, words: str) -> None:
    found = problems("第一段", body)
    assert found
    assert all("正文第 2 段" in each for each in found)
    assert words in found[0]


ALLOWED = [
    "{{ opening }}{{ 'x' }}{{ 3 | chinese }}",
    "{% if opening and not result.settled or problems %}是{% else %}否{% endif %}",
    "{% for x in problems if x.text != '' %}{{ x.title }}{% if not loop.last %}；{% endif %}{% endfor %}",
    "{% if loop_free is none %}{% endif %}".replace("loop_free", "work.schedule"),
    "{% if work.schedule is not none and work.schedule.wide %}{{ work.schedule.title }}{% endif %}",
    "{{ cover.lead if cover.lead else '未填' }}{{ cover.lead or '未填' }}",
    "{{ work.schedule.title if work.schedule else '无' }}",
    "{{ abstract.problems | join('、') }}{{ abstract.problems | first }}{{ problems | length }}",
    "{% if '良' in result.grade or 'a' in abstract.problems %}{% endif %}",
    "{% for problems in problems %}{{ problems.title }}{% endfor %}",
]


@pytest.mark.parametrize("body", ALLOWED)
def test_what_is_part_of_the_language_passes(body: str) -> None:
    assert problems(body) == []


def test_a_loop_variable_of_a_known_name_hides_what_was_known_of_that_name() -> None:
    known = "{% for c in conclusion.charts %}{% for s in c.series %}{% for v in s.values %}{% if v %}"
    ends = "{% endif %}{% endfor %}{% endfor %}{% endfor %}"
    sought = "{% if 'a' in v %}{% endif %}"
    assert problems(known + sought + ends) == []
    (found,) = problems(known + "{% for v in s.values %}" + sought + "{% endfor %}" + ends)
    assert "比较" in found


def test_of_what_is_a_table_or_a_chart_only_the_fields_both_have_can_be_named() -> None:
    begin, end = "{% for s in overview %}{% for e in s.exhibits %}", "{% endfor %}{% endfor %}"
    assert problems(begin + "{{ e.title }}{{ e.unit }}" + end) == []
    (found,) = problems(begin + "{{ e.rows }}" + end)
    assert "e.title、e.unit 之一" in found


def test_a_block_must_end_where_it_began() -> None:
    (row,) = problems("{%p for x in problems %}", table(("{%tr endfor %}",), ("",)), "{%p endfor %}")
    assert "不在一处" in row
    (inner, *_) = problems("{% if opening %}甲", "乙{% endif %}")
    assert "不在一处" in inner
    link = "<w:hyperlink><w:r><w:t>{% endif %}</w:t></w:r></w:hyperlink>"
    (outer, *_) = problems(paragraph("{% if opening %}").replace("</w:p>", link + "</w:p>"))
    assert "不在一处" in outer


def test_a_block_can_stand_only_in_the_body() -> None:
    for found in (problems("{{ opening }}", header="{{p indicator_table }}"), problems(table(("{{p contents }}",)))):
        assert "不在正文段落里" in found[0]


def test_a_paragraph_tag_with_a_text_box_in_its_paragraph_is_refused() -> None:
    shape = f"<w:r><w:pict><w:txbxContent>{paragraph('{{ opening }}')}</w:txbxContent></w:pict></w:r>"
    (found, *_) = problems(paragraph("{%p if opening %}").replace("</w:p>", f"{shape}</w:p>"), "{%p endif %}")
    assert "文本框移到另一段" in found


def test_a_row_tag_shares_its_row_with_nothing() -> None:
    for cells in (("{%tr for x in problems %}", "{{ x.title }}"), ("{%tr for x in problems %}{{ x.title }}",)):
        (found, *_) = problems(table(cells, ("{%tr endfor %}",)))
        assert "自成一行" in found


def test_a_file_without_any_variable_is_no_template() -> None:
    (found,) = problems("一份普通的文件")
    assert "jixiao new --template" in found


def test_of_very_many_problems_the_first_fifty_are_told() -> None:
    found = problems(*(f"{{{{ x{number} }}}}" for number in range(60)))
    assert len(found) == 51
    assert "另外 10 处问题" in found[-1]
