"""Whom the document is about, under all the names it gives: only what is said of that subject is compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jixiao.audit.material import Material
from jixiao.reading.cover import Cover, cover_of
from jixiao.text import normal

_ALIAS = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{4,40})\((?:以下|下文|后文|下)?(?:统一)?(?:简称|称)(?:为)?:?[“\"]?(?P<alias>[\u4e00-\u9fff]{2,16})"
)
_PLACE = re.compile(".*(?:管理委员会|人民政府|自治[区州县旗]|[省市县区旗州镇乡])(?=..)")
_SEAT = re.compile("[\u4e00-\u9fff]{1,8}?(?:管理委员会|人民政府|自治[区州县旗]|[省市县区旗州镇乡])")
_OFFICE = re.compile("[局委办厅院校站所处会馆中心队社]+$")
_TITLE_WORDS = re.compile(
    r"(?:19|20)\d\d(?:年度?)?|部门整体.*|整体支出.*|项目支出.*|财政支出.*|支出绩效.*|绩效.*|评价报告.*|自评报告.*|[(].*[)]"
)
_NAMED_AS_ITSELF = re.compile("[我本该][局委]|[我本该](?:单位|部门)")
_ITSELF = "被评价(?:部门|单位)|我局|本局|该局|我委|本委|我单位|本单位|该单位|各?单位|我部门|本部门|该部门|部门|全局"
_PROJECT_ITSELF = "该项目|本项目|此项目|项目"
_NO_PROJECT = re.compile("部门|单位|年度|财政|项目")
_SHORTEST_CORE, _SHORTEST_PROJECT = 3, 6


@dataclass(frozen=True)
class Subject:
    """The department or project evaluated: its names as they are printed, the year, and the names of its place."""

    names: tuple[str, ...]
    year: int | None
    is_project: bool = False
    places: tuple[str, ...] = ()

    @classmethod
    def of(cls, material: Material) -> "Subject":
        """The subject that cover, title and the aliases of the text tell."""
        cover = cover_of(material.document)
        is_project = "项目" in cover.title and "部门整体" not in cover.title
        names = [name for name in _told(cover) if _is_name(name, is_project)]
        aliases = [found.group("name", "alias") for each in material.passages for found in _ALIAS.finditer(each.text)]
        own = [alias for full, alias in aliases if any(full.endswith(_core(name)) for name in names)]
        seats = {place.group() for name in names if (place := _PLACE.match(name))}
        seats |= {seat[-1] for place in seats if (seat := _SEAT.findall(place))}
        seats |= {alias for full, alias in aliases if any(full.endswith(place) for place in seats)}
        year = material.year or (int(cover.year) if cover.year else None)
        places = tuple(sorted(seats, key=len, reverse=True))
        return cls(tuple(dict.fromkeys([*names, *own])), year, is_project, places)

    def is_named_in(self, text: str) -> bool:
        """Whether the text speaks of the subject by name."""
        return self.named_at(text) < len(text)

    def named_at(self, text: str) -> int:
        """Where the text first speaks of the subject by name (behind its end if nowhere)."""
        found = [pattern.search(text) for pattern in (_NAMED_AS_ITSELF, self._pattern) if pattern is not None]
        return min((one.start() for one in found if one), default=len(text))

    def without(self, words: str) -> str:
        """The words without the names of the subject and without what stands for it (我局, 该单位)."""
        if self._pattern is not None:
            words = self._pattern.sub("", words)
        return self._stand_ins.sub("", words)

    def without_places(self, words: str) -> str:
        """The words without names of the subject and of the place it belongs to."""
        words = self.without(words)
        for place in self.places:
            words = words.replace(place, "")
        return words

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Any of the names with whatever place stands before it."""
        if not self.cores:
            return None
        return re.compile(rf"(?:[\u4e00-\u9fff]{{0,16}}?[省市县区旗州会])?(?:{'|'.join(map(re.escape, self.cores))})")

    @cached_property
    def cores(self) -> tuple[str, ...]:
        """The names without the places they begin with, the longest first."""
        return tuple(sorted({_core(name) for name in self.names}, key=len, reverse=True))

    @cached_property
    def _stand_ins(self) -> re.Pattern[str]:
        return re.compile(f"{_ITSELF}|{_PROJECT_ITSELF}" if self.is_project else _ITSELF)


def _told(cover: Cover) -> Iterator[str]:
    yield normal(cover.department).text
    yield _TITLE_WORDS.sub("", normal(cover.title).text)


def _is_name(name: str, is_project: bool) -> bool:
    """Whether the words name an office, or a project; 部门年度项目 names none."""
    if _OFFICE.search(name) and len(name) >= _SHORTEST_CORE:
        return True
    return is_project and len(name) >= _SHORTEST_PROJECT and not _NO_PROJECT.match(name)


def _core(name: str) -> str:
    """The name without the place it begins with, where enough of it is left.

    >>> _core("东河市西山区政务服务局"), _core("西山区财政局"), _core("城南小学")
    ('政务服务局', '财政局', '城南小学')
    """
    place = _PLACE.match(name)
    core = name[place.end() :] if place else name
    return core if len(core) >= _SHORTEST_CORE and _OFFICE.search(core) else name
