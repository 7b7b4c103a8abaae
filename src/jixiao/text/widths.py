"""How wide texts are, in half-width characters: a Chinese character takes two."""

from unicodedata import east_asian_width


def width_of(text: str) -> int:
    """The width of a text on one line.

    >>> width_of("A1 权重"), width_of("99.82%")
    (7, 6)
    """
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def lines_in(text: str, width: int) -> int:
    """How many lines a text takes in the column of a sheet, in type of 10 points: a unit of width holds 1.07 of it.

    >>> lines_in("得分", 10), lines_in("三项要点均符合得满分", 10)
    (1, 3)
    """
    room = max(width * 107 // 100 - 1, 1)
    return sum(max(1, -(-width_of(line) // room)) for line in text.split("\n"))
