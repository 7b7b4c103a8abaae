"""The points that a sentence lists itself: what stands before them, each with its name and share, what stands after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from jixiao.language.points.words import CIRCLED, ORDINAL, Amount, Word, ordinal, words_of

_AT_START = r"(?:(?<=^)|(?<=[,;:。\n、()]))"
_STYLES = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"(?:要点|要素|条件|第)?({CIRCLED})(?:(?<=第.)[项点条])?[:、.]?",
        rf"(?:要点|要素|条件|第)?\(({ORDINAL})\)[:、.]?",
        rf"(?:{_AT_START}|(?<=分))(?<![\d.])(\d{{1,2}})[.、)](?!\d)",
        rf"{_AT_START}([一二三四五六七八九十]{{1,2}})、",
        rf"{_AT_START}其?([一二三四五六七八九十])是",
        rf"{_AT_START}其([一二三四五六七八九十])[,、:]",
        rf"{_AT_START}(?:评价|考核|考察)?(?:要点|要素|条件|任务|标准|内容|环节|指标)({ORDINAL}|[A-H])[:,、]?(?![个项条点分%\d致样])",
        rf"{_AT_START}第({ORDINAL})(?:项|点|条|个要点|个条件|(?![项点条个]))(?:[:,、]|(?![:,、各占不未]))",
        r"(?<![A-Za-z])([a-hA-H])[.、)]",
    )
)
_GROUPED = re.compile(
    rf"(?:[、,和及与或至到~—-]|以及)?(?:(?:要点|要素|第)?(?:{CIRCLED}|\({ORDINAL}\))|(?:要点|要素|第)(?:{ORDINAL}|[A-H])|{ORDINAL}[项点条]|"
    rf"(?<=[、,和及与或至到~—-]){ORDINAL}(?=[不未各均都每]))"
)
_ENDS = re.compile(r"[;。\n]")
_SIGNS = ",;:。\n、."


@dataclass(frozen=True, slots=True)
class Item:
    """A listed point: its name, the amount written with it, what else is said of it, points under it, all its text."""

    number: int
    name: str
    amount: Amount | None
    about: str
    under: "Outline | None" = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The text before the list, the listed points, and the text after it."""

    head: str
    items: tuple[Item, ...]
    tail: str


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    start: int
    end: int


@lru_cache(maxsize=64)
def outline_of(text: str) -> Outline | None:
    """The list that the text holds; None where it lists nothing.

    >>> outline = outline_of("要点:①有制度(60%);②有记录,占40%。符合得分。")
    >>> [(item.name, str(item.amount.value)) for item in outline.items], outline.tail
    ([('有制度', '3/5'), ('有记录', '2/5')], '符合得分。')
    """
    listed = _listed(text, ())
    if listed is None:
        return None
    outline, rest = listed
    return replace(outline, tail=";".join(said for said in (outline.tail, rest) if said))


def _listed(text: str, outer: tuple["re.Pattern[str]", ...]) -> tuple[Outline, str] | None:
    """The list, its tail being what is said of its points in its own sentence, and the text of later sentences.

    The marks of the lists around it (`outer`) only refer to their points here.
    """
    found = _marks(text, outer)
    if found is None:
        return None
    style, marks = found
    outer = (*outer, style)
    items = [_item(mark.number, text[mark.end : after.start], outer) for mark, after in pairwise(marks)]
    last, tail, rest = _last_item(marks[-1].number, text[marks[-1].end :], outer)
    return Outline(text[: marks[0].start], (*items, last), tail), rest


def _marks(text: str, outer: tuple["re.Pattern[str]", ...]) -> tuple["re.Pattern[str]", list[_Mark]] | None:
    """The style and the marks of the list that begins first."""
    lists = [(style, marks) for style in _STYLES if style not in outer and (marks := _rising(style, text))]
    return min(lists, key=lambda found: found[1][0].start, default=None)


def _rising(style: "re.Pattern[str]", text: str) -> list[_Mark]:
    """The marks of one style from the first on, each greater than the one before, that name a single point."""
    marks: list[_Mark] = []
    for match in style.finditer(text):
        number = ordinal(match[1])
        after = marks[-1].number if marks else 0
        if _GROUPED.match(text, match.end()):
            if marks and number == after + 1:
                return []
            break
        if number == after + 1 or (marks and after < number <= after + 2):
            marks.append(_Mark(number, match.start(), match.end()))
    return marks if len(marks) > 1 and marks[0].number == 1 else []


def _last_item(number: int, text: str, outer: tuple["re.Pattern[str]", ...]) -> tuple[Item, str, str]:
    """The last point, which ends with its sentence or the points under it; what is said of all; later sentences."""
    listed = _listed(text, outer)
    if listed is not None:
        under, rest = listed
        return _with_under(number, under), "", rest
    end = _ENDS.search(text)
    position = end.end() if end else len(text)
    name, amount, about = named(text[:position])
    if about and not _is_own(about):
        return Item(number, name, amount, "", text=text[:position].strip(_SIGNS)), about, text[position:]
    return Item(number, name, amount, about, text=text[:position].strip(_SIGNS)), "", text[position:]


def _item(number: int, text: str, outer: tuple["re.Pattern[str]", ...]) -> Item:
    listed = _listed(text, outer)
    if listed is None:
        return Item(number, *named(text), text=text.strip(_SIGNS))
    under, rest = listed
    return _with_under(number, replace(under, tail=";".join(said for said in (under.tail, rest) if said)))


def _with_under(number: int, under: Outline) -> Item:
    return Item(number, *named(under.head), under)


# A clause that gives a point its share: 制度健全(40%); 占40%; 得1分.
_SHARED = re.compile(
    r"(?P<name>.*?)(?:\(f*[gs]?f*(?P<inside>A)f*\)|[gs]f*(?P<given>A)|^f*(?P<alone>A)|(?<=.)(?P<after>A)(?=f*(?:\(|$)))"
    r"(?P<rest>.*)"
)
_DOES = re.compile(r"[ZlxcmK=]|gf*A")
_OWN = re.compile(r"[f,;w]*(?:-[f,;]*)?w?[f,;]*Z[f,;()wZ]*")
_OF_ALL = re.compile(r"[fnaeN+-]*[nae][fN+-]*$|[fN]*e[fnaeN+-]*$")


def named(text: str) -> tuple[str, Amount | None, str]:
    """The name of a point, the amount written with it, and what else is said of it."""
    for clause in clauses_of(words_of(text)):
        letters = "".join(word.kind for word in clause)
        shared = _SHARED.match(letters)
        if shared is not None and not set("lm") & set(shared["name"]) and not _is_figure(text, clause, shared):
            of_all = _OF_ALL.search(shared["name"])
            if of_all is not None:
                return _split(text, clause[of_all.start()].start, None)
            place = next(shared.start(group) for group in ("inside", "given", "alone", "after") if shared[group])
            name_end = clause[shared.end("name")].start if shared["name"] else clause[0].start
            rest = clause[shared.start("rest")].start if shared["rest"] else clause[-1].end
            return _split(text, name_end, clause[place].amount, rest)
        does = _DOES.search(letters)
        if does is not None:
            of_all = _OF_ALL.search(letters[: does.start()])
            return _split(text, clause[of_all.start() if of_all else 0].start, None)
    return _split(text, len(text), None)


_BEFORE_FIGURES = re.compile("(?:到|达|于|为|过|率|足|超|比|[<>≤≥=±])$")


def _is_figure(text: str, clause: tuple[Word, ...], shared: "re.Match[str]") -> bool:
    """Whether a share at the end of a clause is a figure of its name (到位率达到90%) and not what it earns."""
    if not shared["after"]:
        return False
    word = clause[shared.start("after")]
    points = word.amount is not None and word.amount.of == "分"
    return not points and _BEFORE_FIGURES.search(text[: word.start]) is not None


def _split(text: str, name_end: int, amount: Amount | None, about: int | None = None) -> tuple[str, Amount | None, str]:
    return text[:name_end].strip(_SIGNS), amount, text[name_end if about is None else about :].strip(_SIGNS)


def clauses_of(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """The words between commas and stops that stand in no brackets."""
    begin, depth = 0, 0
    for place, word in enumerate(words):
        depth += {"(": 1, ")": -1}.get(word.kind, 0)
        if depth <= 0 and word.kind in ",;":
            if place > begin:
                yield words[begin:place]
            begin = place + 1
    if begin < len(words):
        yield words[begin:]


def _is_own(about: str) -> bool:
    """Whether what is said after a point is said of this point alone: it speaks of more than points met or not."""
    letters = "".join(word.kind for word in words_of(about))
    return "T" in letters or _OWN.fullmatch(letters) is not None
