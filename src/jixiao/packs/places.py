"""Provinces and cities by name: where a unit belongs, and which places a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from pydantic import BaseModel, ConfigDict, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load

NATIONAL = "全国"
_ENDS = re.compile("省|市|自治[区州]|壮族|回族|维吾尔|州|盟|地区")
_AT_END = re.compile("(?:省|市|(?:壮族|回族|维吾尔)?自治[区州]|州|盟|地区)$")
_LONGEST = 4  # characters of a name


@dataclass(frozen=True, slots=True)
class Locality:
    """A province, or a city with its province; both empty where nothing is known.

    >>> str(Locality("河南", "新乡")), str(Locality("河南")), str(Locality())
    ('河南新乡', '河南', '')
    """

    province: str = ""
    city: str = ""

    def __str__(self) -> str:
        return f"{self.province}{self.city}"

    def lies_in(self, region: str) -> bool:
        """Whether what holds in a region (全国, a province, a city) holds here.

        >>> zhengzhou = Locality("河南", "郑州")
        >>> zhengzhou.lies_in("河南省"), zhengzhou.lies_in("郑州市"), Locality().lies_in("全国")
        (True, True, True)
        >>> Locality("河南").lies_in("郑州")
        False
        """
        if region == NATIONAL:
            return True
        wanted = places().locality(region)
        return wanted is not None and wanted.province == self.province and wanted.city in ("", self.city)

    def may_be_within(self, other: "Locality") -> bool:
        """Whether this one may be the other, lie in it or hold it, as far as both are known."""
        if not self.province or not other.province:
            return True
        return self.province == other.province and (not self.city or not other.city or self.city == other.city)


class Places(BaseModel):
    """The content of places.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    provinces: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _names_every_place_once(self) -> "Places":
        cities = [city for names in self.provinces.values() for city in names]
        twice = sorted({city for city in cities if cities.count(city) > 1})
        if twice:
            raise wrong("各不相同的地名", "请改正", f"登记了两次的“{twice[0]}”")
        return self

    def locality(self, name: str) -> Locality | None:
        """The place with that name, with or without its 省, 市; None if it is not listed.

        >>> str(places().locality("郑州")), str(places().locality("郑州市")), places().locality("云溪县")
        ('河南郑州', '河南郑州', None)
        """
        return _known().get(name) or _known().get(_AT_END.sub("", name))

    def named_in(self, text: str) -> Iterator[tuple[Locality, int, int]]:
        """The places that a text names with their 省, 市, 自治区 …, and from where to where.

        >>> [(str(place), start, end) for place, start, end in places().named_in("新乡市财政局")]
        [('河南新乡', 0, 3)]
        """
        for end in _ENDS.finditer(text):
            for length in range(2, _LONGEST + 1):
                start = end.start() - length
                found = _known().get(text[start : end.start()]) if start >= 0 else None
                if found is not None and _takes(found, end.group()):
                    yield found, start, end.end()
                    break


@cache
def places() -> Places:
    """The provinces and cities that come with Jixiao."""
    with as_file(files("jixiao.packs") / "data" / "places.yaml") as path:
        return load(path, Places)


@cache
def _known() -> dict[str, Locality]:
    listed = places().provinces
    known = {city: Locality(province, city) for province, cities in listed.items() for city in cities}
    return known | {province: Locality(province) for province in listed}


def _takes(place: Locality, end: str) -> bool:
    """Whether a place of this kind is called that: a city 市 or 州, a province 省, four of them 市.

    >>> _takes(Locality("河南"), "市"), _takes(Locality("北京"), "市"), _takes(Locality("河南", "新乡"), "省")
    (False, True, False)
    """
    if place.city:
        return end != "省"
    return (end == "市") == (not places().provinces[place.province])
