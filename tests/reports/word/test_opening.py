"""Files handed in as templates that are none, or that could do harm: one clear message each."""

import pytest
from tests.reports.word.samples import OFFICE, PACKAGE, WORDPROCESSING, relationships, template

from jixiao.refusals import Refusal
from jixiao.reports.content.report import Report
from jixiao.reports.word.checking import check
from jixiao.reports.word.markup import W

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def link(kind: str, target: str) -> str:
    """A relationship to something outside the file."""
    return relationships(f'<Relationship Id="r9" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>')


def declared(part: str, kind: str) -> str:
    """The content types with one more part."""
    main = f'<Override PartName="/word/document.xml" ContentType="{WORDPROCESSING}document.main+xml"/>'
    more = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{main}{more}</Types>'


def with_part(name: str, content: str | bytes) -> bytes:
    """A template that is fine but for one part."""
    return template("{{ opening }}", more={name: content})


def cut_short() -> bytes:
    """A template whose last bytes are missing."""
    return template("{{ opening }}")[:-40]


def full_of_parts() -> bytes:
    """A template of more parts than any has."""
    return template("{{ opening }}", more={f"word/media/{number}": "" for number in range(2100)})


def swollen() -> bytes:
    """A template of a few kilobytes that unpacks to a hundred megabytes."""
    return with_part("word/media/image1.bin", bytes(100_000_000))


RELS = "word/_rels/document.xml.rels"
REFUSED = [
    ("a text", b"{{ result.total }}", "不是 Word 文档"),
    ("nothing", b"", "不是 Word 文档"),
    ("cut short", cut_short(), "不是 Word 文档"),
    ("a .doc", OLE, "旧格式（.doc）"),
    ("a password", OLE + "EncryptedPackage".encode("utf-16-le"), "加密"),
    ("a zip without Word in it", with_part("[Content_Types].xml", f'<Types xmlns="{PACKAGE}"/>'), "不是 Word 文档"),
    ("too many parts", full_of_parts(), "过大"),
    ("a zip bomb", swollen(), "过大"),
    ("damaged XML", with_part("word/document.xml", "<w:document"), "损坏"),
    ("entities in the body", with_part("word/document.xml", BOMB), "DOCTYPE"),
    ("entities in the styles", with_part("word/styles.xml", BOMB), "DOCTYPE"),
    ("entities in UTF-16", with_part("word/styles.xml", BOMB.encode("utf-16")), "DOCTYPE"),
    (
        "a macro file",
        with_part("[Content_Types].xml", declared("word/x.bin", "application/vnd.ms-office.vbaProject")),
        "宏",
    ),
    ("an embedded object", with_part(RELS, link("oleObject", "x.bin").replace(' TargetMode="External"', "")), "x.bin"),
    ("an external image", with_part(RELS, link("image", "http://example.org/x.png")), "http://example.org/x.png"),
    (
        "a linked template",
        with_part("word/_rels/settings.xml.rels", link("attachedTemplate", "file:///x.dotm")),
        "Normal",
    ),
    ("a link into the file system", with_part(RELS, link("hyperlink", "file:///etc/passwd")), "file:///etc/passwd"),
    (
        "another prefix",
        with_part("word/document.xml", f'<x:document xmlns:x="{W}"><x:body/></x:document>'),
        "另一种版本",
    ),
    (
        "the strict variant",
        with_part("word/document.xml", '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        "另一种版本",
    ),
]


@pytest.mark.parametrize(("raw", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_no_harmless_word_file_is_refused_in_one_message(raw: bytes, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        check(raw, "模板.docx", Report)
    (problem,) = refused.value.problems
    assert problem.file == "模板.docx"
    assert words in str(problem)


@pytest.mark.parametrize("target", ["https://example.org", "mailto:a@example.org"])
def test_a_link_to_a_web_page_is_harmless(target: str) -> None:
    check(with_part(RELS, link("hyperlink", target)), "模板.docx", Report)


def test_a_macro_enabled_document_is_refused_as_one() -> None:
    main = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    with pytest.raises(Refusal, match="宏"):
        check(with_part("[Content_Types].xml", types), "模板.docx", Report)
