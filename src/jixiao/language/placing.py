"""Where in the text that a person wrote the words stand that were not understood, and what is said about them."""

from dataclasses import replace
from difflib import SequenceMatcher

from jixiao.language.numbers.bindings import bracket_places, bracketed
from jixiao.text import Normal, normal

_LONGEST = 1000  # characters within which words that were changed on the way are looked for
_LEAST = 2  # characters in a row that are no accident


def without_brackets(written: str) -> Normal:
    """The text normalised, its intervals in words, every place that of the text as it was written.

    >>> without_brackets("率[70%,90%)的").text
    '率70%(含)至90%(不含)的'
    """
    plain = normal(bracketed(written))
    places = list(bracket_places(written))
    return replace(plain, offsets=tuple(places[offset] for offset in plain.offsets))


def placed(plain: Normal, written: str, words: str) -> tuple[int, int]:
    """The stretch of `written` that `words` come from; all of it where they are not found, or there are none.

    Words lose signs and gain marks on the way through the reader, so the stretch may have some more than they.

    >>> from jixiao.text import normal
    >>> written = "成本（万元）：达到９５％（含）以上的。"
    >>> start, end = placed(normal(written), written, "达到95%〖以上的")
    >>> written[start:end]
    '达到９５％（含）以上的'
    """
    start = plain.text.find(words) if words else -1
    if start >= 0:
        return plain.original(start, start + len(words))
    if not words or len(plain.text) > _LONGEST:
        return 0, len(written)
    alike = SequenceMatcher(None, plain.text, words, autojunk=False).get_matching_blocks()
    found = [block for block in alike if block.size >= _LEAST]
    if not found:
        return 0, len(written)
    return plain.original(found[0].a, found[-1].a + found[-1].size)


def said_of(why: str, words: str, written: str, span: tuple[int, int]) -> str:
    """The reason with the words as the person wrote them, on one line.

    >>> said_of("“95%〖以上,”没有说明怎样计分", "95%〖以上,", "９５％（含）以上，", (0, 9))
    '“９５％（含）以上，”没有说明怎样计分'
    >>> said_of("“”从哪里算起没有写明", "", "每低1个百分点扣1分", (0, 10))
    '从哪里算起没有写明'
    """
    return why.replace(words, "".join(written[slice(*span)].split())) if words else why.removeprefix("“”")
