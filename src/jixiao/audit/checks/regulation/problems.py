"""Deduction, problem, recommendation: each must find the next; compared by key words, so that little is doubted."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.audit.checks.regulation.asking import Asked, Subject
from jixiao.checking import Checked
from jixiao.reading.outline import Heading
from jixiao.reading.scorebook import LAST_LEVEL, ScoreLine
from jixiao.text.quoting import cited

_PROBLEMS = re.compile("问题|不足")
_NO_PROBLEMS = re.compile("说明|建议|问卷")
_ADVICE = re.compile("建议|改进措施|整改措施|对策")
_NO_ADVICE = re.compile("问题|问卷")
_SENTENCE = re.compile("[^;。\n]+")
_WRONG = re.compile("未|不|没有|缺|扣|存在|滞后|低于|逾期|超|偏|少")
_SAYS_NOTHING = re.compile(
    "存在|问题|有待|提高|进一|一步|加强|不够|完善|不足|建议|单位|部门|情况|工作|有关|相关|指标|评价|绩效"
)
_CHINESE = re.compile("[一-鿿]+")
_SMALL = 10  # one part in so many of the weight is small to lose
_FEW = 3  # indicators that one problem may have cost points
_TELLING = 4  # characters in a row that two texts hardly share by chance


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of problems or of advice: its heading, the headings directly below, and the words below each."""

    heading: Heading
    items: tuple[Heading, ...]
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Everything that it says."""
        return "\n".join(self.texts)


def deductions(asked: Asked) -> Iterator[Checked]:
    """Every indicator of the annex that lost points, in the chapter of problems."""
    chapter, annex = _chapter(asked.subject, _PROBLEMS, _NO_PROBLEMS), asked.material.annex
    if annex is None:
        return
    if chapter is None:
        yield asked.not_made("没有认出“存在的问题”部分")
        return
    told = _told_of_each(asked, annex.source.lines)
    for line in annex.source.lines:
        if line.level != LAST_LEVEL or _lost(line) == 0:
            continue
        if _shares(line.name, chapter.text) or _shares_reason(line.number, told, chapter.text):
            yield asked.held(line.place)
        else:
            why = (
                f"{cited(line.name)}权重 {line.weight}，得 {line.score}，扣了分；"
                "存在的问题中没有一处提到它的名称或扣分原因，请补写或核对。"
            )
            title = f"{cited(line.name)}扣了分，问题中没有提到"
            places = (line.score.place, chapter.heading.place)
            is_small = _lost(line) * _SMALL <= line.weight.known.value
            yield asked.failed(title, why, *places, stated=str(line.score), only_note=is_small)


def answers(asked: Asked) -> Iterator[Checked]:
    """Every problem against the chapter of advice."""
    problems, advice = _chapters(asked.subject)
    if problems is None or advice is None:
        yield asked.not_made("没有逐条认出问题和建议")
        return
    for item, text in zip(problems.items, problems.texts, strict=True):
        if _shares(item.title, advice.text) or _shares_telling(text, advice.text):
            yield asked.held(item.place)
        else:
            why = f"问题“{item.title}”的关键词在“{advice.heading.title}”中一处也没有出现，请核对是否漏写建议。"
            yield asked.failed(f"问题“{item.title}”没有对应的建议", why, item.place, advice.heading.place)


def counts(asked: Asked) -> Iterator[Checked]:
    """As many recommendations as problems."""
    problems, advice = _chapters(asked.subject)
    if problems is None or advice is None:
        return
    if len(problems.items) == len(advice.items):
        yield asked.held(problems.heading.place)
        return
    why = (
        f"“{problems.heading.title}”列了 {len(problems.items)} 条，"
        f"“{advice.heading.title}”列了 {len(advice.items)} 条；"
        "一般一个问题对应一条建议，顺序相同。"
    )
    yield asked.failed(
        f"问题 {len(problems.items)} 条，建议 {len(advice.items)} 条",
        why,
        problems.heading.place,
        advice.heading.place,
        stated=f"{len(problems.items)} 条",
        expected=f"{len(advice.items)} 条",
    )


def _chapters(subject: Subject) -> tuple[Chapter | None, Chapter | None]:
    return _chapter(subject, _PROBLEMS, _NO_PROBLEMS), _chapter(subject, _ADVICE, _NO_ADVICE)


def _chapter(subject: Subject, about: re.Pattern[str], excluded: re.Pattern[str]) -> Chapter | None:
    """The chapter about that which says most (a summary says less), with items of its own and words below them."""
    found: list[Chapter] = []
    headings = subject.material.headings
    for number, heading in enumerate(headings):
        if heading.rank == 0 or not about.search(heading.title) or excluded.search(heading.title):
            continue
        items = tuple(_items(headings, number))
        texts = tuple("\n".join((item.title, *subject.words_below.get(item, ()))) for item in items)
        if len(items) > 1 and any(text != item.title for text, item in zip(texts, items, strict=True)):
            found.append(Chapter(heading, items, texts))
    innermost = [one for one in found if not any(other.heading in one.items for other in found)]
    return max(innermost, key=lambda chapter: len(chapter.text), default=None)


def _items(headings: Sequence[Heading], number: int) -> Iterator[Heading]:
    """The headings directly below one."""
    above = headings[number].rank
    below = 0
    for heading in headings[number + 1 :]:
        if heading.rank <= above:
            return
        below = below or heading.rank
        if heading.rank == below:
            yield heading


def _lost(line: ScoreLine) -> Fraction:
    """How many points the line lost; none where it does not say."""
    if line.weight.is_missing or line.score.is_missing:
        return Fraction(0)
    return max(line.weight.known.value - line.score.known.value, Fraction(0))


def _shares(name: str, text: str) -> bool:
    """Whether the text holds two characters in a row of the name that say something.

    >>> _shares("资产管理规范性", "资产入账不及时"), _shares("绩效评价工作", "部门绩效情况")
    (True, False)
    """
    return any(pair in text for pair in _pieces(name, 2) if not _SAYS_NOTHING.fullmatch(pair))


def _told_of_each(asked: Asked, lines: Sequence[ScoreLine]) -> dict[int, str]:
    """What the annex and the body tell of each indicator: the body from the paragraph that begins with its name on."""
    told: dict[int, list[str]] = {line.number: [] for line in lines}
    for line, passage in asked.subject.processes:
        told[line.number].append(passage.text)
    starts = [
        ((f"{line.code}{plain}", plain), line) for line in lines if line.level == LAST_LEVEL for plain in [line.name]
    ]
    current: ScoreLine | None = None
    for passage in asked.material.passages:
        opening = passage.text.lstrip("*#")
        heads = [heading.title for heading in passage.section[-1:]]
        named = next(
            (line for names, line in starts if opening.startswith(names) or any(map(_begins(names), heads))), None
        )
        current = named or (current if passage.section and passage.section[-1].rank > 1 else None)
        if current is not None:
            told[current.number].append(passage.text)
    return {number: "\n".join(texts) for number, texts in told.items()}


def _begins(names: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda title: title.startswith(names)


def _shares_reason(number: int, told: Mapping[int, str], text: str) -> bool:
    """Whether the text repeats something of why the indicator lost points that is not told of many others too."""
    sentences = (sentence for sentence in _SENTENCE.findall(told[number]) if _WRONG.search(sentence))
    shared = {piece for sentence in sentences for piece in _pieces(sentence, _TELLING)} & set(_pieces(text, _TELLING))
    return any(sum(piece in each for each in told.values()) <= _FEW for piece in shared)


def _shares_telling(one: str, other: str) -> bool:
    return not set(_pieces(one, _TELLING)).isdisjoint(_pieces(other, _TELLING))


def _pieces(text: str, length: int) -> Iterator[str]:
    """The stretches of that many Chinese characters.

    >>> list(_pieces("账实，相符", 2))
    ['账实', '相符']
    """
    for run in _CHINESE.findall(text):
        yield from (run[at : at + length] for at in range(len(run) - length + 1))
