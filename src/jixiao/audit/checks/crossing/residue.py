"""What a template left behind: an office of the same name in another county or district."""

import re
from collections.abc import Iterator

from jixiao.audit.checks.crossing.catalogue import OTHER_PLACE
from jixiao.audit.checks.crossing.subject import Subject
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.findings import Severity

_COUNTY = re.compile("[县区旗]$")
_NO_PLACE = re.compile(
    "(?:开发|高新|经开|示范|工业园|产业园|新|园)区$|[全我本各该辖市县省地]区$|[全我本各该省市]县$|[县市]区$"
)
_LEARNT_FROM = re.compile("学习|借鉴|考察|对标|先进|经验|调研|[赴与和同及、]")
_AFTER_DATE = r"(?:\d年度?|\d月份?|\d日)?"  # 2023年区工信局: the place is no 年区
_SHORT = 3  # characters of a place with its rank
_AROUND = 12  # characters before a name in which it may be said why another office is named


def other_places(material: Material, subject: Subject) -> Iterator[Checked]:
    """The names of the evaluated office with a place of the same rank before it that is not its own."""
    if subject.is_project or not any(_COUNTY.search(place) for place in subject.places):
        return
    for core in subject.cores:
        named = re.compile(rf"{_AFTER_DATE}(?P<name>(?P<place>[\u4e00-\u9fff]{{0,5}}[县区旗]){re.escape(core)})")
        for passage in material.passages:
            for found in named.finditer(passage.text):
                name, place = found["name"], found["place"]
                before = passage.text[max(found.start() - _AROUND, 0) : found.end("place")]
                if len(place) == 1 or _is_own(place, subject) or _LEARNT_FROM.search(before) or _NO_PLACE.search(place):
                    continue
                yield Checked.failed(
                    OTHER_PLACE,
                    Severity.WARNING,
                    f"文中出现“{name}”，与被评价单位的地名不同",
                    f"被评价单位是“{subject.names[0]}”，此处却写“{name}”；可能是套用其他报告时没有改过来。",
                    passage.place(*found.span("name")),
                    stated=name,
                    expected=subject.names[0],
                    group=name,
                )


def _is_own(place: str, subject: Subject) -> bool:
    """Whether the place may be one of the subject's, short for it (高新区) or with words before it (对东河区)."""
    return set(place[-_SHORT:]) <= set("".join(subject.places))
