"""Chinese texts in lines of a terminal: aligned beside a name, broken where a reader would, marked below."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

_NEVER_FIRST = "，。；：、！？）】”〕》%"
_NEVER_LAST = "（【“〔《"
_DIGITS = "0123456789.-"
_NARROWEST = 20


def print_named(name: str, text: str, console: Console, style: str = "bold") -> None:
    """A text beside its name; its further lines begin under the first."""
    indent = cell_len(name) + 2
    first, *others = wrapped(text, max(console.width - indent, _NARROWEST)) or [""]
    _print(Text.assemble((name, style), "  ", first), console)
    for line in others:
        _print(Text(" " * indent + line), console)


def print_marked(text: str, span: tuple[int, int], console: Console) -> None:
    """A text with marks below the characters of the span."""
    for line in _marked(text, span, max(console.width - 2, _NARROWEST)):
        _print(Text(f"  {line}"), console)


def _print(line: Text, console: Console) -> None:
    """A line that is broken already, without blanks at its end."""
    line.rstrip()
    console.print(line, soft_wrap=True)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of `width`; no sign is parted from the words it belongs to, and no number is broken.

    >>> wrapped("不低于95%的，得满分。", 12)
    ['不低于95%', '的，得满分。']
    """
    return list(_wrapped(text, width))


def _wrapped(text: str, width: int) -> Iterator[str]:
    while text:
        end = _fitting(text, width)
        while 1 < end < len(text) and _belong_together(text[end - 1], text[end]):
            end -= 1
        yield text[:end]
        text = text[end:].lstrip(" ")


def _belong_together(before: str, after: str) -> bool:
    """Whether no line may end between two characters."""
    return after in _NEVER_FIRST or before in _NEVER_LAST or _same_word(before, after)


def _same_word(before: str, after: str) -> bool:
    return all(character.isascii() and character not in " ,:[]{}" for character in (before, after))


def _fitting(text: str, width: int) -> int:
    """How many characters fit into `width`."""
    used = 0
    for number, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return max(number, 1)
    return len(text)


def _marked(text: str, span: tuple[int, int], width: int) -> Iterator[str]:
    """The text in lines of `width`, each with marks below the characters of the span.

    >>> list(_marked("满意度好", (0, 3), 40))
    ['满意度好', '^^^^^^']
    """
    for line in _lines(text, width):
        yield "".join(character for _, character in line)
        marks = "".join(("^" if span[0] <= place < span[1] else " ") * cell_len(character) for place, character in line)
        if marks.strip():
            yield marks.rstrip()


def _lines(text: str, width: int) -> Iterable[list[tuple[int, str]]]:
    """The characters of each line with their places; what would move the cursor is shown as a blank."""
    line: list[tuple[int, str]] = []
    used = 0
    for place, character in enumerate(text):
        shown = character if character.isprintable() else " "
        if line and (character == "\n" or used + cell_len(shown) > width):
            yield line
            line, used = [], 0
        if character != "\n":
            line.append((place, shown))
            used += cell_len(shown)
    if line:
        yield line
