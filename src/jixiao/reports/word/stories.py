"""The stories of a template (body, headers, …) with the tags found in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from jixiao.reports.word.language import CLOSED, OPENED
from jixiao.reports.word.opening import safely_parsed
from jixiao.reports.word.package import BODY, Package
from jixiao.reports.word.places import paragraphs
from jixiao.reports.word.tags import Misplaced, Tag, source_of, take_tags


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its part, its tags in order, those that are misplaced, and its Jinja source."""

    part: str
    tags: Sequence[Tag]
    misplaced: Sequence[Misplaced]
    source: str


def stories_of(package: Package, file: str) -> list[Story]:
    """Every story of the template; Refusal where one is no XML."""
    return [_story(package.parts[part], file, part, title) for part, title in package.stories.items()]


def _story(content: bytes, file: str, part: str, title: str) -> Story:
    root = _without_marks(safely_parsed(content, file, part))
    tags: list[Tag] = []
    misplaced: list[Misplaced] = []
    for paragraph in paragraphs(root, title, is_body=title == BODY):
        misplaced += take_tags(paragraph, tags)
    return Story(part, tags, misplaced, source_of(root, tags))


def _without_marks(root: etree._Element) -> etree._Element:
    """The story without the characters that mark tags."""
    xml = etree.tostring(root, encoding="unicode")
    if OPENED not in xml and CLOSED not in xml:
        return root
    return etree.fromstring(xml.replace(OPENED, "").replace(CLOSED, ""))
