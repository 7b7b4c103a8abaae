"""Documents that a report cites: the form of their numbers, one number for two documents, two numbers for one."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import combinations

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Paragraph
from jixiao.findings import Catalogue, Check, Kind, Place, Severity
from jixiao.reading.running import Passage

NUMBER_FORM = Check(
    "citation.number_form",
    Kind.CITATION,
    "发文字号的括号",
    "发文字号的年份是否用六角括号〔〕括起。",
    "只提示一次，不逐处列出；各地发文字号的其他写法不判断。",
    "GB/T 9704—2012：发文字号年份用六角括号",
)
TWO_NUMBERS = Check(
    "citation.two_numbers",
    Kind.CITATION,
    "同一文件两个字号",
    "同一名称的文件在文中是否写成两个不同的发文字号。",
    "名称不全相同的文件不比较；同名而年份不同的文件（年度通知）不算；下达、拨付资金一类的通知可能同名几份，只作提示。",
    "一份文件只有一个发文字号",
)
ISSUER_DIFFERS = Check(
    "citation.issuer_differs",
    Kind.CITATION,
    "发文机关代字写法不一",
    "年份和序号相同、机关代字只差一个字的两个字号，是否其中一个写错。",
    "代字相差两个字以上，或相差的是第一个字（地区）、最后一个字（处室）的，视为不同机关；代字很短的只作提示。",
    "一份文件只有一个发文字号",
)
ONE_NUMBER = Check(
    "citation.one_number",
    Kind.CITATION,
    "两份文件同一字号",
    "名称不同的两份文件是否写成同一个发文字号。",
    "名称一处为全称、一处为简称的，视为同一份文件；没有书名号的不比较。",
    "一个发文字号只属于一份文件",
)
CITATION_CHECKS = Catalogue([NUMBER_FORM, TWO_NUMBERS, ISSUER_DIFFERS, ONE_NUMBER])
"""Every check of this module."""

_NUMBER = re.compile(r"(?P<issuer>[一-鿿]{2,10}?)[(](?P<year>20\d\d|19\d\d)[)](?:第)?(?P<serial>\d{1,4})号")
_TITLE = re.compile("《(?P<title>[^《》]{4,80})》(?P<gap>[^《》,;。、]{0,4}[(])?$")
_JOINED = ("和", "及", "与", "以及")
_WRITTEN = re.compile(r"[一-鿿]{2,6}\s*(?P<open>[〔［\[【(（])\s*(?:20|19)\d\d\s*[〕］\]】)）]\s*\d{1,4}\s*号")
_TITLE_REACH = 90  # characters before a number in which its title stands, with the marks around it
_SENT_AGAIN = re.compile("下达|拨付|清算|批复|追加|调整|指标")  # notices of money go out under one title several times
_RIGHT = "〔"
_KIND_OF_LETTER = "字发函规指令"  # what may end an issuer's code behind the office: 冀财社函
_LONG_CODE = 5  # characters of a code that hardly two issuers share but for one
_USUAL = re.compile("关于|印发|转发|下达|的通知|通知")
_ALIKE = Fraction(7, 10)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document number in the text: the issuer's code, year and serial, and the title in front of it, if any."""

    issuer: str
    year: str
    serial: str
    title: str
    place: Place

    @property
    def number(self) -> str:
        """The number as it should be printed."""
        return f"{self.issuer}〔{self.year}〕{self.serial}号"


def relations(material: Material) -> Iterator[Checked]:
    """The comparisons between all documents cited in the running text."""
    found = [citation for passage in material.passages for citation in citations_of(passage)]
    yield from _one_number_each(found)
    yield from _one_document_each(found)
    yield from _issuers(found)
    yield from _forms(material)


def citations_of(passage: Passage) -> Iterator[Citation]:
    """The documents that a passage cites by number, each with the title in front of it."""
    for found in _NUMBER.finditer(passage.text):
        before = passage.text[max(0, found.start() - _TITLE_REACH) : found.start()]
        yield Citation(
            _issuer(found["issuer"]),
            found["year"],
            found["serial"],
            _title_in(before, found["issuer"]),
            passage.place(found.start(), found.end()),
        )


def _title_in(before: str, issuer: str) -> str:
    """The title that the number belongs to: behind it in brackets or at once, not joined to it as another document.

    >>> _title_in("按照《绩效评价管理办法》(", "清财效"), _title_in("按照《绩效评价管理办法》", "和清财效")
    ('绩效评价管理办法', '')
    """
    title = _TITLE.search(before)
    if title is None or (title["gap"] is None and issuer.startswith(_JOINED)):
        return ""
    return _plain(title["title"])


def _issuer(words: str) -> str:
    """The code of the issuer without the words that run into it."""
    return re.split("的通知|通知|意见|办法|下发|印发|文件|根据|按照|依据", words)[-1] or words


def _plain(title: str) -> str:
    return re.sub('[<>〈〉“”"\\s]', "", title)


def _one_number_each(found: Sequence[Citation]) -> Iterator[Checked]:
    for title, group in _grouped(found, lambda each: each.title).items():
        numbers = _grouped(group, lambda each: each.number)
        same_year = {each.year for each in group}
        if not title or len(group) < 2 or len(same_year) > 1:
            continue
        if len(numbers) == 1:
            yield Checked.held(TWO_NUMBERS, group[-1].place)
            continue
        first, second, *_ = numbers.values()
        yield Checked.failed(
            TWO_NUMBERS,
            Severity.WARNING if _SENT_AGAIN.search(title) else Severity.ERROR,
            f"《{title}》有两个发文字号",
            f"同一份文件一处写作 {first[0].number}，一处写作 {second[0].number}。",
            second[0].place,
            first[0].place,
            stated=second[0].number,
            expected=first[0].number,
        )


def _one_document_each(found: Sequence[Citation]) -> Iterator[Checked]:
    for group in _grouped([each for each in found if each.title], lambda each: each.number).values():
        first = group[0]
        for other in group[1:]:
            if _same_title(first.title, other.title):
                yield Checked.held(ONE_NUMBER, other.place)
            else:
                yield _shared(first, other)


def _same_title(one: str, other: str) -> bool:
    """Whether two titles may be one document, written out in one place and shortened or misspelt in the other.

    >>> _same_title("关于印发绩效评价管理办法的通知", "绩效评价办法")
    True
    >>> _same_title("关于启用印章的通知", "关于划转事项的通知")
    False
    """
    shorter, longer = sorted((_USUAL.sub("", one), _USUAL.sub("", other)), key=len)
    matched = sum(block.size for block in SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks())
    return matched >= _ALIKE * len(shorter)


def _issuers(found: Sequence[Citation]) -> Iterator[Checked]:
    """Numbers of one year and serial whose issuers differ by one character that no two places or offices have."""
    for group in _grouped(found, lambda each: f"{each.year}/{each.serial}").values():
        firsts = [citations[0] for citations in _grouped(group, lambda each: each.issuer).values()]
        for one, other in combinations(firsts, 2):
            if not _may_be_misspelt(one.issuer, other.issuer):
                continue
            is_long = len(one.issuer) >= _LONG_CODE
            yield _misspelt(one, other, Severity.ERROR if is_long else Severity.WARNING)
            if is_long and one.title and other.title and not _same_title(one.title, other.title):
                yield _shared(one, other)


def _misspelt(one: Citation, other: Citation, severity: Severity) -> Checked:
    return Checked.failed(
        ISSUER_DIFFERS,
        severity,
        f"发文机关代字写成“{one.issuer}”和“{other.issuer}”两种",
        f"{one.number} 与 {other.number} 年份、序号相同，机关代字只差一个字，其中一个应是误写。",
        one.place,
        other.place,
        stated=one.number,
        expected=other.number,
    )


def _shared(one: Citation, other: Citation) -> Checked:
    """Two titles under one number."""
    return Checked.failed(
        ONE_NUMBER,
        Severity.ERROR,
        f"两份文件同用字号 {other.number}",
        f"《{one.title}》和《{other.title}》写的是同一个发文字号。",
        other.place,
        one.place,
        stated=other.number,
        group=other.number,
    )


def _may_be_misspelt(one: str, other: str) -> bool:
    """Whether two codes differ by one character, neither the first (the place) nor the last (the office of one issuer).

    >>> _may_be_misspelt("清政务办字", "清政物办字")
    True
    >>> _may_be_misspelt("冀财预", "豫财预"), _may_be_misspelt("冀财预函", "冀财社函")
    (False, False)
    """
    if len(one) != len(other):
        return False
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(differing) == 1 and 0 < differing[0] < len(one.rstrip(_KIND_OF_LETTER)) - 1


def _forms(material: Material) -> Iterator[Checked]:
    """The brackets as printed: running text has made them uniform, so the document itself is asked."""
    wrong: list[Place] = []
    for block in material.document.blocks:
        if not isinstance(block, Paragraph):
            continue
        for written in _WRITTEN.finditer(block.text):
            if written["open"] in _RIGHT:
                yield Checked.held(NUMBER_FORM, block.place)
            else:
                wrong.append(replace(block.place, text=written.group()))
    if wrong:
        title = f"发文字号的年份没有用六角括号〔〕（{len(wrong)} 处）"
        yield Checked.failed(NUMBER_FORM, Severity.NOTE, title, "应写作 机关代字〔年份〕序号号。", *wrong)


def _grouped(found: Sequence[Citation], key: Callable[[Citation], str]) -> Mapping[str, list[Citation]]:
    groups: dict[str, list[Citation]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)
    return groups
