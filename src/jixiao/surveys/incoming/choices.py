"""Answers to questions with options: by the words, the letter or the number of the option, one or several in a cell."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from jixiao.surveys.incoming.labels import bare, squeezed, without_letter
from jixiao.surveys.questionnaire import Question
from jixiao.surveys.sheets import BLANK, NOT_ASKED, UNREADABLE

JOINED, RANKED = "┋", "→"
"""What joins the options of one cell in the exports of 问卷星: several chosen, and an order of preference."""

_SPECIAL = {"": BLANK, "(空)": BLANK, "-2": BLANK, "(跳过)": NOT_ASKED, "-3": NOT_ASKED}
_TYPED = re.compile(r"〖.*?〗|\[.*?\]|\(.*\)|[_:].*")
_SEPARATORS = re.compile("[┋→、,;|/+\\s]")
_STRONG = re.compile("[┋→]")
_LETTERS = re.compile("[A-Za-z]+")
_MOST_BY_FIGURE = 9
_MOST_PIECES = 6  # into which separators inside its words may cut an option
_CHOSEN = {
    "1": True,
    "√": True,
    "✓": True,
    "是": True,
    "选中": True,
    "0": False,
    "×": False,
    "否": False,
    "未选中": False,
}


def special_code(text: str) -> int | None:
    """The code of a cell that is no answer: empty or skipped; None for any other.

    >>> special_code("（跳过）"), special_code(" "), special_code("满意")
    (-3, -2, None)
    """
    return _SPECIAL.get(squeezed(text))


class Choices:
    """The options of a question, found by what people and programs write for them.

    `scores` are the numbers that a file writes for the options instead of their place in the list.

    >>> question = Question(text="满意吗", options=("A.满意", "B.不满意", "其他"))
    >>> choices = Choices(question)
    >>> [choices.one(text) for text in ("满意", "b", "2", "C.其他〖无〗", "很好", "(空)")]
    [0, 1, 1, 2, -1, -2]
    >>> choices.several("A、C"), choices.several("满意┋差"), choices.several("(跳过)")
    (([0, 2], True), ([0], False), (None, True))
    """

    def __init__(self, question: Question, scores: Mapping[str, int] | None = None) -> None:
        self._texts = [option.text for option in question.options]
        self._scores = scores

    def one(self, text: str) -> int:
        """The option that a cell names by its number from 0, or NOT_ASKED, BLANK, UNREADABLE."""
        found = self._find(text)
        if found is not None:
            return found
        special = special_code(text)
        return UNREADABLE if special is None else special

    def several(self, text: str) -> tuple[list[int] | None, bool]:
        """The options that a cell names, and whether all of it could be read; None for a question not asked."""
        special = special_code(text)
        if special is not None:
            return (None if special == NOT_ASKED else []), True
        if (whole := self._find(text)) is not None:
            return [whole], True
        parts = self._parts(text)
        found = [option for part in parts for option in [self._find(part)] if option is not None]
        return list(dict.fromkeys(found)), len(found) == len(parts)

    def chosen(self, text: str) -> int:
        """Whether the column of one option says it was chosen: 1 or 0, or NOT_ASKED, BLANK, UNREADABLE.

        >>> choices = Choices(Question(text="渠道", kind="多选", options=("微信", "电话")))
        >>> [choices.chosen(text) for text in ("1", "0", "√", "-3", "", "微信", "x")]
        [1, 0, 1, -3, -2, 1, -1]
        """
        words = squeezed(text)
        if words in _CHOSEN:
            return int(_CHOSEN[words])
        special = special_code(text)
        if special is not None:
            return special
        return 1 if self._find(text) is not None else UNREADABLE

    def named(self, text: str) -> int | None:
        """The option of these words, with or without its letter and what was typed behind it."""
        words = squeezed(text)
        for way in (words, _TYPED.sub("", words)):
            if not way:
                continue
            for form in (way, without_letter(way)[1], bare(way), bare(without_letter(way)[1])):
                if form and form in self._by_words:
                    return self._by_words[form]
        return None

    def _find(self, text: str) -> int | None:
        named = self.named(text)
        if named is not None:
            return named
        words = squeezed(text)
        if self._scores is not None and (score := _plain(words)) in self._scores:
            return self._scores[score]
        return self._at(words)

    def _at(self, words: str) -> int | None:
        """The option at the place that a letter or a figure says."""
        words = _TYPED.sub("", words).rstrip(".、)")
        if len(words) == 1 and words.isascii() and words.isalpha():
            place = ord(words.upper()) - ord("A")
        elif self._scores is None and words.isascii() and _plain(words).isdecimal():
            place = int(_plain(words)) - 1
        else:
            return None
        return place if 0 <= place < len(self._texts) else None

    def _parts(self, text: str) -> list[str]:
        """The pieces of a cell that names several options: between separators, or letter by letter.

        A separator inside the words of an option does not cut it.
        """
        if _STRONG.search(text):
            return [part for part in _STRONG.split(text) if part.strip()]
        words = squeezed(text)
        if _LETTERS.fullmatch(words) or (words.isdecimal() and len(self._texts) <= _MOST_BY_FIGURE):
            return list(words)
        pieces = [piece for piece in _SEPARATORS.split(text) if piece.strip()]
        return _rejoined(pieces, text, self)

    @cached_property
    def _by_words(self) -> dict[str, int]:
        """The options by every form of their words that belongs to one of them alone."""
        forms: dict[str, set[int]] = {}
        for number, text in enumerate(self._texts):
            words = squeezed(text)
            lone = without_letter(words)[1]
            for form in (words, lone, bare(words), bare(lone), _TYPED.sub("", lone)):
                forms.setdefault(form, set()).add(number)
        exact = {squeezed(text): number for number, text in enumerate(self._texts)}
        return {form: numbers.pop() for form, numbers in forms.items() if form and len(numbers) == 1} | exact


def _plain(words: str) -> str:
    """A figure without decimals that say nothing: 5.00 is 5."""
    return words.rstrip("0").rstrip(".") if "." in words else words


def _rejoined(pieces: Sequence[str], text: str, choices: Choices) -> list[str]:
    """The pieces, those put together again that are one option only together."""
    joined, at = [], 0
    while at < len(pieces):
        ends = range(min(len(pieces), at + _MOST_PIECES), at + 1, -1)
        end = next((end for end in ends if _is_option(pieces[at:end], text, choices)), at + 1)
        joined.append("".join(pieces[at:end]))
        at = end
    return joined


def _is_option(pieces: Sequence[str], text: str, choices: Choices) -> bool:
    begin = text.find(pieces[0])
    end = text.find(pieces[-1], begin) + len(pieces[-1])
    return choices.named(text[begin:end]) is not None
