"""The documents that a report rests on: in force, of this place, meant for it, and listed where it lists its bases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jixiao.audit.checks.citations import Citation, citations_of
from jixiao.audit.checks.regulation.asking import Asked
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Place
from jixiao.packs.documents import DocumentRegister
from jixiao.packs.places import Locality, places
from jixiao.packs.registry import standard_registry
from jixiao.reading.running import Passage

_LIST = re.compile("评价[^,;。]{0,4}依据|^(?:主要|政策|法律|工作|编制)?依据(?:$|和|及)")
_TITLE = re.compile("《(?P<title>[^《》]{4,80})》")
_RELIED_ON = re.compile(
    "(?:根据|按照|依据|依照|参照|遵照)(?:了)?[^《》,;。]{0,12}(?:《[^《》]*(?:《[^《》]*》)?[^《》]*》)?[^《》,;。]{0,4}$"
)
_QUOTED = re.compile("^[)]?(?:[^,;。]{0,8}第[一二三四五六七八九十\\d]+[章条]|[^,;。《》]{0,4}规定)")
_ABOUT_UNIT = re.compile("基本情况|概况|简介|职责|职能")
_CENTRAL = re.compile("^(?:关于印发)?<?中央(?:行政|部门|单位|预算|本级|国家机关|级)")
_NORM = re.compile("问题|建议|分析|指标|结论")
_IN_TITLE = 12  # a document names its place within so many characters
_REACH = 110  # characters before a number in which the words that rely on it stand


@dataclass(frozen=True, slots=True)
class _Document:
    """A document as the register or its own title tells where it holds."""

    name: str
    where: Locality
    place: Place


def repealed(asked: Asked) -> Iterator[Checked]:
    """Documents of the register that were replaced before the evaluated year."""
    year = asked.setting.year
    if year is None:
        return
    register = standard_registry().documents
    for citation in _first_of_each(asked.material):
        known = register.on(citation.number, date(year, 1, 1))
        if known is None:
            continue
        if known.status == "已废止" and known.document.mark == "C":
            successor = f"，应引用{known.successor.key}" if known.successor else ""
            why = f"{citation.number}在 {year} 年以前已被取代{successor}。"
            expected = known.successor.key if known.successor else None
            title = f"引用了已废止的{citation.number}"
            yield asked.failed(title, why, citation.place, stated=citation.number, expected=expected)
        else:
            yield asked.held(citation.place)


def elsewhere(asked: Asked) -> Iterator[Checked]:
    """Documents that another province or city made."""
    own = asked.setting.where
    for document in _local_documents(asked.material):
        if not own.province:
            yield asked.not_made("看不出被评价单位在哪个省、市，没有核对依据是否属于本地", document.place)
        elif document.where.may_be_within(own):
            yield asked.held(document.place)
        else:
            why = f"被评价单位在{own}，{document.name}是{document.where}的文件，一般不能作为依据；跨地区协作的应写明。"
            title = f"引用了{document.where}的文件"
            yield asked.failed(title, why, document.place, stated=document.name, expected=f"{own}或国家的文件")


def central(asked: Asked) -> Iterator[Checked]:
    """Rules for central units by which a local one is judged."""
    if not asked.setting.where.province:
        return
    for passage in asked.material.passages:
        if not any(_NORM.search(heading.title) for heading in passage.section) or _is_list(passage):
            continue
        for found in _TITLE.finditer(passage.text):
            if _CENTRAL.search(found["title"]):
                why = f"《{found['title']}》只管中央单位，地方单位应适用本地的规定；引作参照的应写明。"
                place = passage.place(*found.span())
                yield asked.failed("用只管中央单位的规定衡量地方单位", why, place, stated=f"《{found['title']}》")


def unlisted(asked: Asked) -> Iterator[Checked]:
    """Numbered documents that the text relies on and the list of bases leaves out: one finding."""
    lists = [passage for passage in asked.material.passages if _is_list(passage)]
    listed = {citation.number for passage in lists for citation in citations_of(passage)}
    titles = "\n".join(passage.text for passage in lists)
    if not listed:
        return
    missing: dict[str, Place] = {}
    for passage in asked.material.passages:
        if _is_list(passage) or any(_ABOUT_UNIT.search(heading.title) for heading in passage.section):
            continue
        for citation, start, end in _with_spans(passage):
            before, after = passage.text[max(0, start - _REACH) : start], passage.text[end : end + _REACH]
            if citation.number in listed or any(title in titles for title in _titles(citation)):
                yield asked.held(citation.place)
            elif _RELIED_ON.search(before) or _QUOTED.search(after):
                missing.setdefault(citation.number, citation.place)
    if missing:
        names = "、".join(missing)
        why = f"正文据以评价的{names}没有列入评价依据，请补列，或说明不作为依据。"
        yield asked.failed(f"评价依据没有列出 {len(missing)} 份用到的文件", why, *missing.values(), stated=names)


def _titles(citation: Citation) -> Iterator[str]:
    """What the list may call a document without its number: as it is cited, and as the register has it."""
    known = standard_registry().documents.find(citation.number)
    yield from filter(None, (citation.title, known.title if known else ""))


def _is_list(passage: Passage) -> bool:
    return any(_LIST.search(heading.title) for heading in passage.section)


def _first_of_each(material: Material) -> Iterator[Citation]:
    """Every number cited, once."""
    seen: set[str] = set()
    for passage in material.passages:
        for citation in citations_of(passage):
            if citation.number not in seen:
                seen.add(citation.number)
                yield citation


def _with_spans(passage: Passage) -> Iterator[tuple[Citation, int, int]]:
    """The citations, each with where its number begins and ends."""
    end = 0
    for citation in citations_of(passage):
        start = max(passage.text.find(f"{citation.issuer}({citation.year})", end), end)
        end = passage.text.find("号", start) + 1
        yield citation, start, end


def _local_documents(material: Material) -> Iterator[_Document]:
    """The documents of provinces and cities in the list of bases: by the register, else by their titles."""
    register = standard_registry().documents
    for passage in material.passages:
        if not _is_list(passage):
            continue
        for found in _TITLE.finditer(passage.text):
            where = _where(register, found["title"])
            if where.province:
                yield _Document(f"《{found['title']}》", where, passage.place(*found.span()))


def _where(register: DocumentRegister, title: str) -> Locality:
    known = register.find(title)
    if known is not None:
        return places().locality(known.region) or Locality()
    named = [found for found, start, _ in places().named_in(title) if start < _IN_TITLE]
    return max(named, key=lambda each: bool(each.city), default=Locality())
