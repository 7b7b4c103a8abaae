"""What a document is, which decides what may be asked of it: its kind, what it evaluates, its place and its year."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.audit.material import Material
from jixiao.documents import Paragraph
from jixiao.packs.places import Locality, places
from jixiao.reading.cover import Cover, cover_of

_KINDS = (
    ("评价方案", re.compile("(?:评价|工作|实施)方案(?:[(（].{1,12}[)）])?$")),
    ("自评报告", re.compile("自评.*报告|自我评价.*报告")),
    ("评价报告", re.compile("(?:绩效|财政|重点|再|后)评价.*报告")),
    ("自评表", re.compile("自评表|自评情况表")),
)
_OBJECTS = (
    ("专项债", re.compile("专项债")),
    ("PPP", re.compile("PPP|社会资本合作")),
    ("部门整体", re.compile("整体(?:支出|预算|绩效)|部门整体")),
    ("项目", re.compile("项目|专项资金")),
)
_FIRST_LINES = 20
_LONGEST_TITLE = 80
_ENDS_TITLE = re.compile("(?:报告|方案)(?:[(（].{1,12}[)）])?$")


@dataclass(frozen=True, slots=True)
class Setting:
    """The kind of document ("" where it is not sure), its object, its place and the evaluated year."""

    kind: str
    about: str
    where: Locality
    year: int | None
    cover: Cover


def setting_of(material: Material) -> Setting:
    """The setting as far as the caller gave it, otherwise as the document says it of itself."""
    cover = cover_of(material.document)
    titles = list(_titles(material, cover))
    kind = next(iter(_first_of(_KINDS, titles)), "")
    if not kind and material.forms.forms:
        kind = "自评表"
    year = material.year or (int(cover.year) if cover.year else None)
    return Setting(kind, next(iter(_first_of(_OBJECTS, titles)), ""), _locality(material, titles), year, cover)


def _titles(material: Material, cover: Cover) -> Iterator[str]:
    """What may be the title: that of the cover, its lines put together, the first heading."""
    if cover.title:
        yield cover.title
    words = ""
    for block in material.document.blocks[:_FIRST_LINES]:
        if not isinstance(block, Paragraph):
            break
        line = "".join(block.text.split()).strip("#*")
        if re.search("[。；：]", line):
            words = ""
            continue
        words = (words + line)[-_LONGEST_TITLE:]
        if _ENDS_TITLE.search(line):
            yield words
            words = ""
    yield from (heading.title for heading in material.headings[:1])


def _first_of(named: Iterable[tuple[str, re.Pattern[str]]], titles: Iterable[str]) -> Iterator[str]:
    """The name of the first title that tells one."""
    listed = tuple(named)
    for title in titles:
        yield from (name for name, pattern in listed if pattern.search(title))


def _locality(material: Material, titles: Iterable[str]) -> Locality:
    """Where the evaluated unit is: as given, else the one place its title names, else the one named by far the most."""
    if material.place:
        return _given(material.place)
    for text in titles:
        named = {found for found, _, _ in places().named_in(text)}
        if len({each.province for each in named}) == 1:
            return max(named, key=lambda each: bool(each.city))
    return _most_named(passage.text for passage in material.passages)


def _given(name: str) -> Locality:
    """A place in the words of the user; one that is not listed (a county) is known by what its name holds."""
    known = places().locality(name)
    if known is not None:
        return known
    named = [found for found, _, _ in places().named_in(name)]
    return max(named, key=lambda each: bool(each.city), default=Locality())


def _most_named(texts: Iterable[str]) -> Locality:
    """The province of more than half of all places named, and its city if nearly all cities named are that one."""
    named = Counter(found for text in texts for found, _, _ in places().named_in(text))
    provinces = Counter[str]()
    for place, times in named.items():
        provinces[place.province] += times
    province, times = next(iter(provinces.most_common(1)), ("", 0))
    if 2 * times <= provinces.total() or times < 2:
        return Locality()
    cities = Counter({place.city: n for place, n in named.items() if place.province == province and place.city})
    city, times = next(iter(cities.most_common(1)), ("", 0))
    return Locality(province, city if times > 1 and 2 * times > cities.total() else "")
