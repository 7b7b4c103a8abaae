"""From the entries of a table to the imported system: codes, own keys, weights, texts, rules."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.indicators.sentences import read_sentence
from jixiao.language.measures import Measure, MeasureUnread, parse_measure
from jixiao.reading.columns import Role
from jixiao.reading.imported import ImportedGroup, ImportedIndicator, ImportedNode
from jixiao.reading.labels import Label, label_of, weight_of
from jixiao.reading.passages import labelled, points_of, tidy
from jixiao.reading.rows import Entry

_MOSTLY = Fraction(3, 5)
_MARK = re.compile(r"(?:[①-⑳]|[(（]\d{1,2}[)）]|\d{1,2}[.．]|要点[一二三四五六七八九十])\s*")


def nodes_of(entries: Sequence[Entry]) -> tuple[ImportedNode, ...]:
    """The nodes the entries state, each with a key of its own."""
    return _Builder(entries).nodes(entries, "")


class _Builder:
    """Knows which codes the table prints, and which keys are given away."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        every = list(_every(entries))
        self.labels: Mapping[int, Label] = {id(entry): label_of(entry.name) for entry in every}
        coded = [entry for entry in every if self.labels[id(entry)].code]
        self.is_coded = len(coded) >= _MOSTLY * max(len(every), 1)
        self.digits = Counter((entry.level, _has_digit(self.labels[id(entry)].code)) for entry in coded)
        self.taken: set[str] = set()
        self.printed = {self._code(entry) for entry in every}

    def nodes(self, entries: Sequence[Entry], above: str) -> tuple[ImportedNode, ...]:
        """The nodes of one level."""
        return tuple(self._node(entry, above, number) for number, entry in enumerate(entries, 1))

    def _node(self, entry: Entry, above: str, number: int) -> ImportedNode:
        label, code = self.labels[id(entry)], self._code(entry)
        name = label.name if code and Role.CODE not in entry.cells else label.whole
        key = self._key(code, above, number)
        weight = _weight(entry, label)
        if entry.children or not _is_leaf(entry):
            return ImportedGroup(key, code, name, weight, self.nodes(entry.children, key), entry.place)
        texts = _texts(entry)
        measure = _measure(texts, name)
        explanation, criteria = _criteria(texts, explains=measure is not None)
        target = texts.get(Role.TARGET, "")
        rule = read_sentence(texts.get(Role.RULE, ""), criteria, target, weight)
        return ImportedIndicator(key, code, name, weight, explanation, target, criteria, measure, rule, entry.place)

    def _code(self, entry: Entry) -> str:
        """The code printed; a letter that only looks like one (B超设备) is part of the name."""
        if written := "".join(entry.cells.get(Role.CODE, "").split()):
            return written
        code = self.labels[id(entry)].code
        usual = self.digits[entry.level, True] >= self.digits[entry.level, False]
        return code if self.is_coded and code and _has_digit(code) == usual else ""

    def _key(self, code: str, above: str, number: int) -> str:
        """The code if it is free, otherwise one that is."""
        wanted = code or _numbered(above, number)
        key, again = wanted, 1
        while key in self.taken or (not code and key in self.printed):
            again += 1
            key = f"{wanted}-{again}"
        self.taken.add(key)
        return key


def _every(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _every(entry.children)


def _is_leaf(entry: Entry) -> bool:
    return bool(entry.cells) or bool(entry.weights)


def _has_digit(code: str) -> bool:
    return any(character.isdigit() for character in code)


def _numbered(above: str, number: int) -> str:
    """A key where none is printed: A, A1, A1.1.

    >>> _numbered("", 2), _numbered("B", 1), _numbered("B1", 3)
    ('B', 'B1', 'B1.3')
    """
    if not above:
        return chr(ord("A") + number - 1) if number <= 26 else f"Z{number}"
    return f"{above}.{number}" if _has_digit(above) else f"{above}{number}"


def _weight(entry: Entry, label: Label) -> Fraction | None:
    """The one weight the entry states; None where it states none or several."""
    if len(entry.weights) > 1:
        return None
    stated = weight_of(entry.weights[0])[0] if entry.weights else None
    return label.weight if stated is None else stated


def _texts(entry: Entry) -> dict[Role, str]:
    """The texts of an entry, put together as they were meant and taken apart at their labels."""
    texts: dict[Role, str] = {}
    for usual in (Role.TARGET, Role.EXPLANATION, Role.CRITERIA, Role.MEASURE, Role.RULE):
        for role, text in labelled(tidy(entry.cells.get(usual, "")), usual).items():
            texts[role] = "\n".join(filter(None, (texts.get(role, ""), text)))
    return texts


def _measure(texts: Mapping[Role, str], name: str) -> Measure | MeasureUnread | None:
    """The formula, from the cell where it is expected first."""
    for roles in ((Role.MEASURE,), (Role.EXPLANATION, Role.CRITERIA), (Role.RULE,)):
        text = "\n".join(texts[role] for role in roles if role in texts)
        measure = parse_measure(text, name) if text else None
        if measure is not None:
            return measure
    return None


def _criteria(texts: Mapping[Role, str], explains: bool) -> tuple[str, tuple[str, ...]]:
    """The explanation and the points. Numbered parts that give a formula explain, they are not judged."""
    explanation, criteria = texts.get(Role.EXPLANATION, ""), texts.get(Role.CRITERIA, "")
    lead, points = points_of(criteria or explanation)
    if explains and parse_measure(criteria or explanation) is not None:
        return "\n".join(filter(None, (explanation, criteria))), ()
    if not points:
        return explanation, (criteria,) if criteria else ()
    before = "\n".join(filter(None, (explanation, lead))) if criteria else lead
    return before, tuple(_MARK.sub("", point, count=1).rstrip("；;。\n ") for point in points)
