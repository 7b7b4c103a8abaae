"""The names of WordprocessingML and what its elements say, read as files of anyone have to be read."""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = ("0", "false", "off")
_MOST_DIGITS = 6


def w(name: str) -> str:
    """The name of a WordprocessingML element or attribute, as lxml writes it."""
    return f"{{{W}}}{name}"


_VAL = w("val")


def value(parent: etree._Element | None, path: str) -> str | None:
    """The w:val of the element at a path below `parent`; None where there is none."""
    found = None if parent is None else parent.find(path)
    return None if found is None else found.get(_VAL)


def whole(text: str | None) -> int | None:
    """A whole number from 0 as an attribute states it; None where it states none.

    >>> whole("12"), whole("-1"), whole(None), whole("1" * 30)
    (12, None, None, None)
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def switched(parent: etree._Element | None, path: str) -> bool | None:
    """Whether a property is switched on or off below `parent`; None where nothing is said of it."""
    found = None if parent is None else parent.find(path)
    return None if found is None else found.get(_VAL, "1") not in _OFF
