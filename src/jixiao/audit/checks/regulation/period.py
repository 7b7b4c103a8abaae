"""Time: data that cover less than the year, plans left in a finished report, disclosure within twenty days."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from jixiao.audit.checks.regulation.asking import Asked
from jixiao.checking import Checked
from jixiao.findings import Place
from jixiao.reading.running import Passage

_PART_OF_YEAR = re.compile(
    r"(?:(?P<year>20\d\d)年)?(?<!\d)1月?份?(?:-|—|–|~|至|到)+(?P<last>\d{1,2})月(?!\d{1,2}日)份?"
)
_LAST_MONTH = 12
_REST_OF_YEAR = re.compile("全年|年底|年末|下半年|12月|四季度")
_ANALYSED = re.compile("分析|指标|目标实现")
_OTHER_PERIOD = re.compile("评价(?:工作)?(?:时间|期间)|监控|同比|截至监控|工作期间")
_GROUP = "(?:评价组|评价小组|评价工作组|评价机构|项目组|调研组|我公司|我司|本次评价)"
_WILL = re.compile(
    f"{_GROUP}(?:还|也)?(?:将|拟|计划)(?:会|要)?(?:前往|赴|到|于|开展|组织|采用|采取|通过|选取|随机|结合|按照|对)"
)
_WILL_HAND_IN = re.compile(
    r"将于(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?(?:之?前)?[^。;]{0,20}(?:报告|提交|报送|出具|终稿)"
)
_ON_EVALUATION = re.compile("评价")
_DAY = r"(20\d\d)年(\d{1,2})月(\d{1,2})日"
_DATED = re.compile(_DAY)
_APPROVED = re.compile("批复|批准|下达")
_PUBLISHED = re.compile("公开|公示|公布")
_STOPS = re.compile("[,;。\n]")
_DAYS = 20
_SAME_BUDGET = 120  # days; what is published later still is another budget


def data_period(asked: Asked) -> Iterator[Checked]:
    """Figures of some months where a year is scored: one finding for all places."""
    year = asked.setting.year
    found = [
        passage.place(*each.span())
        for passage in (*_processes(asked), *_analyses(asked))
        for each in _PART_OF_YEAR.finditer(passage.text)
        if int(each["last"]) < _LAST_MONTH and int(each["year"] or year or 0) == year and _is_data(passage, each)
    ]
    if found:
        words = "、".join(dict.fromkeys(f"“{place.text}”" for place in found))
        why = f"评价的是 {year} 年全年，评分引用的却是{words}的数据；应补充全年的数据，或说明为什么只到这个月。"
        places = dict.fromkeys(found)
        yield asked.failed("评分的数据没有覆盖全年", why, *places, stated=found[0].text, expected=f"{year} 年全年")
    elif asked.material.annex is not None:
        yield asked.held()


def future_tense(asked: Asked) -> Iterator[Checked]:
    """Words of a plan about the evaluation itself."""
    found = list(_plans(asked.material.passages))
    if not found:
        yield asked.held()
        return
    words = "、".join(f"“{place.text}”" for place in found)
    why = f"正式报告写的是已经做完的评价，{words}是工作方案里的说法，应改为已完成的表述。"
    yield asked.failed("正式报告里留有工作方案的将来时", why, *found, stated=found[0].text)


def disclosure(asked: Asked) -> Iterator[Checked]:
    """Every day of disclosure against the day of approval named before it in the same passage."""
    for passage in (*asked.material.passages, *_processes(asked)):
        if not (_PUBLISHED.search(passage.text) and _APPROVED.search(passage.text)):
            continue
        approved: tuple[date, Place] | None = None
        for day, place, clause in _days(passage):
            if _PUBLISHED.search(clause) and not _APPROVED.search(clause) and approved is not None:
                yield _in_time(asked, *approved, day, place)
                approved = None
            elif _APPROVED.search(clause) and not _PUBLISHED.search(clause):
                approved = day, place


def _in_time(asked: Asked, approved: date, there: Place, published: date, place: Place) -> Checked:
    days = (published - approved).days
    if 0 <= days <= _DAYS:
        return asked.held(place)
    if not 0 <= days <= _SAME_BUDGET:
        return asked.not_made("公开日期与批复日期不像是同一份预决算的", place)
    return asked.failed(
        f"批复后第 {days} 天才公开",
        f"{_text(approved)}批复，{_text(published)}公开，相隔 {days} 天；应在批复后 {_DAYS} 日内公开。",
        place,
        there,
        stated=_text(published),
        expected=f"{_text(approved + timedelta(days=_DAYS))}以前",
    )


def _days(passage: Passage) -> Iterator[tuple[date, Place, str]]:
    """The days of the passage, each with the words of its clause."""
    stops = [0, *(stop.end() for stop in _STOPS.finditer(passage.text)), len(passage.text)]
    for found in _DATED.finditer(passage.text):
        begins = stops[bisect_right(stops, found.start()) - 1]
        ends = stops[bisect_left(stops, found.end())]
        try:
            day = date(*map(int, found.groups()))
        except ValueError:
            continue
        yield day, passage.place(*found.span()), passage.text[begins:ends]


def _plans(passages: Iterable[Passage]) -> Iterator[Place]:
    for passage in passages:
        if not any(_ON_EVALUATION.search(heading.title) for heading in passage.section):
            continue
        for pattern in (_WILL, _WILL_HAND_IN):
            yield from (passage.place(*found.span()) for found in pattern.finditer(passage.text))


def _is_data(passage: Passage, months: re.Match[str]) -> bool:
    """Whether no words near by are of the evaluation itself or of another year, and none tell of the months after."""
    begins, ends = passage.sentence_at(months.start())
    near = passage.text[max(0, months.start() - 15) : months.start() + 25]
    return not _OTHER_PERIOD.search(near) and not _REST_OF_YEAR.search(passage.text[begins:ends])


def _analyses(asked: Asked) -> Iterator[Passage]:
    for passage in asked.material.passages:
        if any(heading.rank == 1 and _ANALYSED.search(heading.title) for heading in passage.section):
            yield passage


def _processes(asked: Asked) -> Iterator[Passage]:
    return (passage for _, passage in asked.subject.processes)


def _text(day: date) -> str:
    """A day as reports print it.

    >>> _text(date(2023, 3, 8))
    '2023年3月8日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
