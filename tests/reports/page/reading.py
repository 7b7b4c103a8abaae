"""A page read back as a browser would: its tags, ids, links and texts."""

from html.parser import HTMLParser

VOID = ("meta", "br", "col", "rect", "line")


class Page(HTMLParser):
    """The texts, tags and attributes of a page, and whether every tag is closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.within: dict[str, str] = {}
        self._ids: list[str | None] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)
            self._ids.append(dict(attrs).get("id"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._ids.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            text = " ".join(data.split())
            self.texts.append(text)
            for each in self._ids:
                if each is not None:
                    self.within[each] = f"{self.within.get(each, '')} {text}".strip()

    @property
    def text(self) -> str:
        """All that is shown."""
        return " ".join(filter(None, self.texts))

    def values(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [str(value) for key, value in self.attributes if key == name]
