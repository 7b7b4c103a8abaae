"""The numbers of headings, counted as Word counts them from the definitions of its lists."""

from lxml import etree
from tests.reports.word.byhand import text

from jixiao.reports.word.headings import headings_of
from jixiao.reports.word.markup import W
from jixiao.reports.word.package import parsed
from jixiao.reports.word.styles import Styles


def root(name: str, content: str) -> etree._Element:
    return parsed(f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'.encode())


def level(at: int, pattern: str, kind: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(*levels: str, number: int = 7) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int = 7, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def style(at: int, place: str, based: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at}"/>{based}'
        f"<w:pPr>{place}</w:pPr></w:style>"
    )


def counted(level: int | None, number: int = 1) -> str:
    stated = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{stated}<w:numId w:val="{number}"/></w:numPr>'


STYLES = "".join(style(at + 1, counted(at)) for at in range(4))


def numbers(body: str, numbering: str, styles: str = STYLES) -> list[str]:
    """The numbers of headings written as "1 2 2": a paragraph of each level; or of the XML given."""
    content = body if body.startswith("<") else "".join(text(f"标题{n}", f"H{n}") for n in body.split())
    found = headings_of(root("document", content), Styles(root("styles", styles)), root("numbering", numbering))
    return [heading.number for heading in found]


def test_official_headings_count_in_four_ways_and_begin_again_below_each_other() -> None:
    official = definition(
        level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3."), level(3, "（%4）")
    )
    assert numbers("1 2 3 4 4 3 2 3 1 2 3 4", official + instance(1)) == [
        *("一、", "（一）", "1.", "（1）", "（2）", "2.", "（二）", "1.", "二、", "（一）", "1.", "（1）")
    ]  # fmt: skip


def test_a_number_holds_those_above_it() -> None:
    lists = definition(level(0, "第%1章", "chineseCountingThousand"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    assert numbers("1 2 2 3 1 2", lists + instance(1)) == ["第一章", "一.1", "一.2", "一.2.1", "第二章", "二.1"]


def test_a_level_in_legal_style_shows_all_numbers_as_digits() -> None:
    lists = definition(level(0, "%1、", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert numbers("1 1 2", lists + instance(1)) == ["一、", "二、", "2.1"]


def test_letters_and_roman_numerals() -> None:
    lists = definition(level(0, "%1.", "upperRoman"), level(1, "%2)", "lowerLetter"), level(2, "(%3)", "lowerRoman"))
    assert numbers("1 2 3 3 1", lists + instance(1)) == ["I.", "a)", "(i)", "(ii)", "II."]


def test_a_level_that_never_restarts_counts_on() -> None:
    lists = definition(level(0, "%1"), level(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    assert numbers("1 2 2 1 2", lists + instance(1)) == ["1", "1", "2", "2", "3"]


def test_a_level_may_begin_elsewhere_than_at_1() -> None:
    assert numbers("1 2 1", definition(level(0, "%1", start=3), level(1, "%1-%2", start=0)) + instance(1)) == [
        "3", "3-0", "4"
    ]  # fmt: skip


def test_a_level_whose_upper_one_has_not_come_shows_where_that_begins() -> None:
    assert numbers("2", definition(level(0, "%1"), level(1, "%1.%2")) + instance(1)) == ["1.1"]


def test_instances_of_one_list_count_together_unless_one_starts_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(text("甲", "H1", counted(0, number)) for number in (1, 2, 3, 3))
    lists = definition(level(0, "%1")) + instance(1) + instance(2) + instance(3, more=again)
    assert numbers(body, lists) == ["1", "2", "1", "2"]


def test_a_style_finds_its_level_by_the_link_of_the_list() -> None:
    lists = definition(
        level(0, "%1、", more='<w:pStyle w:val="H1"/>'), level(1, "（%2）", more='<w:pStyle w:val="H2"/>')
    )
    styles = style(1, counted(None)) + style(2, counted(None))
    assert numbers("1 2 2", lists + instance(1), styles) == ["1、", "（1）", "（2）"]


def test_a_style_counts_in_the_list_of_the_style_it_is_based_on_unless_it_says_otherwise() -> None:
    based = '<w:basedOn w:val="H1"/>'
    styles = style(1, counted(0)) + style(2, "", based) + style(3, '<w:numPr><w:numId w:val="0"/></w:numPr>', based)
    assert numbers("1 2 3 1", definition(level(0, "%1")) + instance(1), styles) == ["1", "2", "", "3"]


def test_a_list_may_be_that_of_a_list_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>'
    named = f'<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr>{counted(None, 2)}</w:pPr></w:style>'
    lists = definition(level(0, "第%1节")) + linked + instance(1, of=8) + instance(2, of=7)
    assert numbers("1 1", lists, STYLES + named) == ["第1节", "第2节"]


def test_counted_text_between_headings_counts_too() -> None:
    body = text("甲", "H1") + text("正文", "", counted(0)) + text("乙", "H1")
    assert numbers(body, definition(level(0, "%1.")) + instance(1)) == ["1.", "3."]


def test_headings_in_no_list_and_in_an_unknown_one_have_no_number() -> None:
    assert numbers("1 2", "", style(1, "") + style(2, counted(0, 99))) == ["", ""]


def test_what_cannot_be_said_in_chinese_or_in_a_way_not_known_is_said_in_digits() -> None:
    lists = definition(level(0, "%1", "chineseCounting", start=100), level(1, "%2", "thaiCounting"))
    assert numbers("1 2", lists + instance(1)) == ["100", "1"]
