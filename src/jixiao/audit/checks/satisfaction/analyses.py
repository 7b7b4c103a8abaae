"""The sentence behind each question speaks of that question, not of another one."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.satisfaction.catalogue import OTHER_QUESTION
from jixiao.checking import Checked
from jixiao.documents import Document, Paragraph
from jixiao.findings import Place, Severity
from jixiao.text import normal

_QUESTION = re.compile(r"\d{1,2}[.、](?:请问)?您?(?:对|认为)(?P<subject>.{4,80}?)(?:是否)?(?:满意|感到满意).*")
_ANALYSIS = re.compile(
    "(?:调查|调研|受访)(?:对象|群众|者|企业)+对(?P<subject>.{4,80}?)(?:的)?(?:满意程度|满意度|满意情况)"
)


def analyses(document: Document) -> Iterator[Checked]:
    """Every analysis of a question, compared with the question before it and with all others."""
    found = list(_pairs(document))
    subjects = {question: place for question, place, _, _ in found}
    for question, asked, subject, place in found:
        if subject is None or place is None:
            continue
        if _alike(subject, question):
            yield Checked.held(OTHER_QUESTION, place)
        elif others := [other for other in subjects if _alike(subject, other)]:
            yield Checked.failed(
                OTHER_QUESTION,
                Severity.ERROR,
                "一道题的分析文字说的是另一道题",
                f"这道题问的是“{question}”，分析文字说的却是“{subject}”，与另一道题相同，应是照抄未改。",
                place,
                asked,
                subjects[others[0]],
                stated=subject,
                expected=question,
            )


def _pairs(document: Document) -> Iterator[tuple[str, Place, str | None, Place | None]]:
    """Every question with the analysis that follows it before the next question."""
    question: tuple[str, Place] | None = None
    analysed: tuple[str, Place] | None = None
    for text, place in _texts(document):
        if found := _QUESTION.fullmatch(text):
            if question is not None:
                yield (*question, *(analysed or (None, None)))
            question, analysed = (found["subject"], place), None
        elif question is not None and analysed is None and (told := _ANALYSIS.search(text)):
            analysed = told["subject"], place
    if question is not None:
        yield (*question, *(analysed or (None, None)))


def _texts(document: Document) -> Sequence[tuple[str, Place]]:
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [(re.sub(r"\(?单选题\)?|\[单选题\]", "", normal(block.text).text), block.place) for block in blocks]


def _alike(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return re.sub("[^一-鿿A-Za-z0-9]|方面|工作$", "", text)
