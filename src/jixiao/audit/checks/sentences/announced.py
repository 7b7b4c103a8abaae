"""Counts that are announced and then told one by one: “三个方面：一是…二是…”, “科室4个，分别为甲、乙、丙、丁”."""

import re
from collections.abc import Iterator

from jixiao.audit.checks.sentences.catalogue import ANNOUNCED
from jixiao.checking import Checked
from jixiao.findings import Place, Severity
from jixiao.language.numerals import number_of
from jixiao.reading.running import Passage

_NUMBER = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_COUNTER = "个|项|条|类|大|点|种|家|名"
_THINGS = "方面|问题|措施|阶段|部分|环节|原则|任务|内容|举措|步骤|层面|维度|机制|工程|目标|亮点|经验|做法|建议"
_BEFORE_MARKS = re.compile(
    rf"(?P<number>{_NUMBER})(?:{_COUNTER})?(?:主要|重点|不同|具体)?(?:{_THINGS})[^,;。:\d]{{0,12}}[:。](?=一是|1[.、]|\(1\)|①)"
)
_BEFORE_NAMES = re.compile(
    rf"(?P<number>{_NUMBER})(?:{_COUNTER})[^,;。:\d]{{0,8}}[,:]?(?:分别(?:为|是|有)|包括|具体为|具体是|即)[:]?(?P<names>[^;。:]{{4,}})"
)
_MARKS = (
    tuple(f"{number}是" for number in "一二三四五六七八九十"),
    tuple("①②③④⑤⑥⑦⑧⑨⑩"),
    tuple(f"({number})" for number in range(1, 16)),
    tuple(f"{number}." for number in range(1, 16)),
    tuple(f"{number}、" for number in range(1, 16)),
)
_FARTHEST = 2000  # characters between two marks of one list
_PROTECTED = re.compile("“[^”]*”|《[^》]*》|[(][^()]*[)]")
_MORE = re.compile("等(?:[^、,]{0,8})?$")
_AND = re.compile("以及|和|及|与")


def announced(passage: Passage) -> Iterator[Checked]:
    """The announcements of the passage that it then carries out itself."""
    for found in _BEFORE_MARKS.finditer(passage.text):
        count = _marks(passage.text, found.end())
        if count > 1:
            yield _compared(passage.place(*found.span()), int(number_of(found["number"])), count, count)
    for found in _BEFORE_NAMES.finditer(passage.text):
        names = _PROTECTED.sub("某", found["names"].split(",")[0])
        fewest = len(names.split("、"))
        most = fewest + len(_AND.findall(names))
        if fewest > 1 and not re.search(r"\d", names):
            stated = int(number_of(found["number"]))
            most = max(most, stated) if _MORE.search(names) else most
            yield _compared(passage.place(*found.span()), stated, fewest, most)


def _marks(text: str, start: int) -> int:
    """How many marks of one kind follow in their turn (一是, 二是 …)."""
    marks = next((marks for marks in _MARKS if text.startswith(marks[0], start)), ())
    count = 0
    for mark in marks:
        at = text.find(mark, start, start + _FARTHEST)
        if at < 0:
            break
        count, start = count + 1, at + len(mark)
    return count


def _compared(place: Place, stated: int, fewest: int, most: int) -> Checked:
    if fewest <= stated <= most:
        return Checked.held(ANNOUNCED, place)
    told = str(fewest) if fewest == most else f"{fewest} 至 {most}"
    return Checked.failed(
        ANNOUNCED,
        Severity.WARNING,
        f"先说 {stated} 个，列举了 {told} 个",
        f"“{place.text}”：说出的个数是 {stated}，随后逐一列举的是 {told} 个。",
        place,
        stated=str(stated),
        expected=told,
    )
