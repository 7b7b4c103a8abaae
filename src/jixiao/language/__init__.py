"""Chinese into rules: sentences as people write them become rules that can be applied.

The grammar takes half a second to load and most commands read no sentence, so each name is loaded when it is asked
for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.language.canonical import render_rule
    from jixiao.language.forms import form_of
    from jixiao.language.reading import Read, Unread, parse_rule

__all__ = ["Read", "Unread", "form_of", "parse_rule", "render_rule"]

_HOMES = {
    "Read": "reading",
    "Unread": "reading",
    "form_of": "forms",
    "parse_rule": "reading",
    "render_rule": "canonical",
}


def __getattr__(name: str) -> object:
    """What the room offers, from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
