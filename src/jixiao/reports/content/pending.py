"""What nobody has filled in yet: it stands in its place in 【】, and is listed, never hidden and never made up."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Pending:
    """Collects what is still to be filled in.

    >>> pending = Pending()
    >>> pending.filled("某某县财政局", "委托单位"), pending.filled("", "评价机构"), pending.listed
    ('某某县财政局', '【待填写：评价机构】', ('评价机构',))
    """

    _items: dict[str, None] = field(default_factory=dict)

    @property
    def listed(self) -> tuple[str, ...]:
        """What is to be filled in, each once, in the order of its places."""
        return tuple(self._items)

    def mark(self, what: str) -> str:
        """What stands in the place of something that is missing."""
        self._items.setdefault(what)
        return f"【待填写：{what}】"

    def filled(self, text: str, what: str) -> str:
        """The text, or the mark of what is missing."""
        return text or self.mark(what)

    def several(self, texts: tuple[str, ...], what: str) -> tuple[str, ...]:
        """The texts, or the mark as the only one."""
        return texts or (self.mark(what),)
