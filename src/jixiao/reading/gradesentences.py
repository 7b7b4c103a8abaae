"""Grades in sentences: the bands a document states (“90（含）—100分为优、…”), and the grade it gives."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.findings import Place
from jixiao.quantities import Interval
from jixiao.reading.running import Passage
from jixiao.relations import Band

_WORDS = "优秀|优|良好|良|中等|中|合格|一般|较差|不合格|差"
_NAMES = {"优秀": "优", "良好": "良", "中等": "中", "合格": "中", "一般": "中", "较差": "差", "不合格": "差"}
_FIRST = re.compile(f"(?:^|:)(?P<grade>{_WORDS})(?=级|等|:|为|[(]|\\d)")
_LAST = re.compile(f"(?:为|是|属于|评为|定为|,|:|[)分])(?P<grade>{_WORDS})(?:等级|等次|级|等|档)?$")
_POINTS = re.compile(r"(?<!\d)\d{1,3}(?:\.\d+)?(?!\d)")
_ANNOUNCED = re.compile("^.*(?:等级|等次|档次?|标准|如下)[^:]*:")
_INCLUDED = re.compile(r"\((?P<un>不)?含(?P<points>\d{1,3})?分?\)")
_ABOVE = re.compile("以上|≥|>|不低于|高于|大于|不少于")
_BELOW = re.compile("以下|≤|<|低于|小于|不足|不满|少于")
_STRICTLY_ABOVE = re.compile("(?<!不)(?:高于|大于)(?!等于)|>|(?P<low>\\d)分?<")
_UP_TO = re.compile("≤\\d|不高于|不超过|小于等于")
_CLAUSE = re.compile("[^,;。、\n]+")
_MARKS = str.maketrans("", "", "“”")
_GIVEN = re.compile(
    f"(?:(?:等级|等次|级别|档次|评级)(?:评定)?(?:为|是|属于|:)*|评价结果(?:为|是|属于|:))“?(?P<grade>{_WORDS})(?![于势化])"
)
_AWARDED = re.compile(
    r"(?P<points>\d+(?:\.\d+)?)分[,、]?(?:经|综合|绩效|最终|评价|考核|结果|项目|部门|被|应|可|[该本我]局)*"
    f"(?:评|评定|确定|认定|核定|列)为“?(?P<grade>{_WORDS})(?![于势化])"
)
_FEWEST, _MOST_ENDS = 3, 2
_LONGEST = 80  # characters of clauses that may wait for the grade they belong to
HIGHEST = Fraction(100)


@dataclass(frozen=True, slots=True)
class GradeBands:
    """The bands of points a document states for its grades, and where."""

    bands: tuple[Band, ...]
    place: Place

    def grades_of(self, points: Fraction) -> tuple[str, ...]:
        """The grades whose bands hold these points: one where the bands are as they should be."""
        return tuple(dict.fromkeys(str(band.outcome) for band in self.bands if band.values.contains(points)))


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """A grade that a sentence gives to what it speaks of; `points` if they stand right before it (得85分，评为良)."""

    grade: str
    passage: Passage
    start: int
    end: int
    points: str = ""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.passage.place(self.start, self.end)


def grade_bands(passages: Iterable[Passage]) -> GradeBands | None:
    """The bands of the first passage that states at least three of them.

    >>> from jixiao.reading.running import passage_of_cell
    >>> text = "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。"
    >>> found = grade_bands([passage_of_cell(text, Place())])
    >>> [f"{band.outcome}{band.values}" for band in found.bands]
    ['优[90, 100]', '良[80, 90)', '中[60, 80)', '差[0, 60)']
    """
    for passage in passages:
        found = list(_bands_in(passage.text))
        names = [band.outcome for band in found]
        if len(found) >= _FEWEST and len(set(names)) == len(names):
            return GradeBands(_in_order(found), passage.place())
    return None


def stated_grades(passages: Iterable[Passage]) -> Iterator[StatedGrade]:
    """The grades given in the running text; those of the bands themselves are none."""
    for passage in passages:
        for found in _GIVEN.finditer(passage.text):
            yield StatedGrade(grade_name(found["grade"]), passage, found.start(), found.end())
        for found in _AWARDED.finditer(passage.text):
            start, end = found.span("grade")
            yield StatedGrade(grade_name(found["grade"]), passage, start, end, f"{found['points']}分")


def grade_name(word: str) -> str:
    """The usual name of a grade: 优秀 is 优."""
    return _NAMES.get(word, word)


def _bands_in(text: str) -> Iterator[Band]:
    """The bands of a text; a clause with points and no grade (60分及以上、80分以下为中) belongs to the next one."""
    waiting = ""
    for clause in _CLAUSE.finditer(text):
        plain = waiting + _ANNOUNCED.sub("", clause.group().translate(_MARKS))
        waiting = ""
        without = _INCLUDED.sub("", plain)
        found = _LAST.search(without) or _FIRST.search(without)
        points = [Fraction(each) for each in _POINTS.findall(without)]
        if found and 0 < len(points) <= _MOST_ENDS:
            values = _values(plain, points)
            if values is not None:
                yield Band(values, grade_name(found["grade"]))
        elif points and not found and _ABOVE.search(plain):
            waiting = plain[-_LONGEST:]


def _values(text: str, points: Sequence[Fraction]) -> Interval | None:
    """The points of a band; lower ends belong to it unless the text says otherwise, upper ones if it says so."""
    above, below = _ABOVE.search(text), _BELOW.search(text)
    if len(points) == 1 and bool(above) == bool(below):
        return None
    low = min(points) if len(points) > 1 or above else Fraction(0)
    high = max(points) if len(points) > 1 or below else HIGHEST
    included, excluded = _said_of_ends(text, points)
    low_in = low not in excluded and not (_STRICTLY_ABOVE.search(text) and low not in included)
    high_in = high == HIGHEST or high in included or bool(_UP_TO.search(text))
    return Interval(low, high, low_in, high_in)


def _said_of_ends(text: str, points: Sequence[Fraction]) -> tuple[set[Fraction], set[Fraction]]:
    """Which ends are said to belong to the band and which not: the one in the brackets, or the one before them."""
    included: set[Fraction] = set()
    excluded: set[Fraction] = set()
    for found in _INCLUDED.finditer(text):
        before = _POINTS.findall(_INCLUDED.sub("", text[: found.start()]))
        meant = Fraction(found["points"] or (before[-1] if before else points[0]))
        (excluded if found["un"] else included).add(meant)
    return included, excluded


def _in_order(bands: Sequence[Band]) -> tuple[Band, ...]:
    """The bands from the best to the worst; the upper end of one belongs to it where no other begins there (80-89)."""
    begins = {band.values.low for band in bands}
    ended = [
        band if band.values.high in begins else replace(band, values=replace(band.values, high_closed=True))
        for band in bands
    ]
    return tuple(sorted(ended, key=lambda band: -(band.values.low or Fraction(0))))
