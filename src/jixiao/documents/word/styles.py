"""The styles of a document: what a paragraph takes from its style and from those that one is based on."""

from collections.abc import Container
from dataclasses import dataclass

from lxml import etree

from jixiao.documents.word.markup import W, switched, value, w

_NAME, _BASED_ON, _PROPERTIES = w("name"), w("basedOn"), w("pPr")
_OUTLINE, _COUNTED, _LIST, _LEVEL = map(w, ("outlineLvl", "numPr", "numId", "ilvl"))
_STYLE = f"{_PROPERTIES}/{w('pStyle')}"
_RUN_PROPERTIES, _HIDDEN, _RUN_STYLE = map(w, ("rPr", "vanish", "rStyle"))
_HEADING_LEVELS = set("123456789")
_OUTLINE_LEVELS = set("012345678")


@dataclass(frozen=True, slots=True)
class Place:
    """What a paragraph or a style says of its place, as written: outline level, list, level in the list."""

    outline: str | None = None
    list: str | None = None
    level: str | None = None

    @property
    def outline_level(self) -> int | None:
        """The level in the outline, 1 to 9; None for body text."""
        return int(self.outline) + 1 if self.outline in _OUTLINE_LEVELS else None

    def over(self, other: "Place") -> "Place":
        """What is said here, and for what is not, what is said there."""
        return Place(
            other.outline if self.outline is None else self.outline,
            other.list if self.list is None else self.list,
            other.level if self.level is None else self.level,
        )


_NOWHERE = Place()


def _place(parent: etree._Element) -> Place:
    properties = parent.find(_PROPERTIES)
    if properties is None:
        return _NOWHERE
    counted, outline = properties.find(_COUNTED), value(properties, _OUTLINE)
    if counted is None:
        return _NOWHERE if outline is None else Place(outline)
    return Place(outline, value(counted, _LIST), value(counted, _LEVEL))


class Styles:
    """The styles part of a document; one that has none has no styles."""

    def __init__(self, root: etree._Element | None) -> None:
        self.root = etree.Element(w("styles"), nsmap={"w": W}) if root is None else root
        self._by_id = {style.get(w("styleId"), ""): style for style in self.root.iterchildren(w("style"))}
        self._places: dict[str, Place] = {}
        self._hides: dict[str, bool | None] = {}
        self._by_name = {(value(style, _NAME) or "").lower(): identity for identity, style in self._by_id.items()}

    def named(self, name: str) -> str | None:
        """The id of the style with a name, whatever its case: Word names "heading 1" what others name "Heading 1"."""
        return self._by_name.get(name.lower())

    def name(self, identity: str | None) -> str:
        """The name of a style, in small letters; "" for none."""
        return (value(self._by_id.get(identity or ""), _NAME) or "").lower()

    def place(self, paragraph: etree._Element) -> Place:
        """The place of a paragraph: what it says itself, then its style, then the styles that one is based on."""
        return _place(paragraph).over(self._place_of(self.of(paragraph)))

    def _place_of(self, style: str | None) -> Place:
        """The place that a style gives, worked out once for it and for those it is based on."""
        if style is None:
            return _NOWHERE
        chain, known = self._chain(style, self._places)
        place = Place() if known is None else self._places[known]
        for identity in reversed(chain):
            place = _place(self._by_id[identity]).over(self._named(identity)).over(place)
            self._places[identity] = place
        return place

    def list_of(self, identity: str) -> str | None:
        """The list that a style itself counts in."""
        return value(self._by_id.get(identity), f"{_PROPERTIES}/{_COUNTED}/{_LIST}")

    def of(self, paragraph: etree._Element) -> str | None:
        """The id of a paragraph's style; None for that of ordinary text."""
        return value(paragraph, _STYLE)

    def hides(self, run: etree._Element, style: str | None) -> bool:
        """Whether a run of a paragraph in a style is hidden: it says so itself, or its style does."""
        properties = run.find(_RUN_PROPERTIES)
        own = switched(properties, _HIDDEN)
        if own is not None:
            return own
        stated = self._hidden_by(value(properties, _RUN_STYLE))
        return bool(self._hidden_by(style) if stated is None else stated)

    def _hidden_by(self, style: str | None) -> bool | None:
        """Whether a style hides its text; None where it says nothing of it."""
        if style is None:
            return None
        chain, known = self._chain(style, self._hides)
        hides = None if known is None else self._hides[known]
        for identity in reversed(chain):
            own = switched(self._by_id[identity].find(_RUN_PROPERTIES), _HIDDEN)
            hides = hides if own is None else own
            self._hides[identity] = hides
        return hides

    def _named(self, identity: str) -> Place:
        """What a built-in name says: "heading 2" is of the second level of the outline even where nothing says so."""
        kind, _, level = self.name(identity).partition(" ")
        return Place(outline=str(int(level) - 1)) if kind == "heading" and level in _HEADING_LEVELS else Place()

    def _chain(self, identity: str | None, known: Container[str]) -> tuple[list[str], str | None]:
        """A style and those it is based on, each once, up to one that is known already, which is named too."""
        chain: dict[str, None] = {}
        while identity in self._by_id and identity not in chain and identity not in known:
            chain[identity] = None
            identity = value(self._by_id[identity], _BASED_ON)
        return list(chain), identity if identity is not None and identity in known else None
