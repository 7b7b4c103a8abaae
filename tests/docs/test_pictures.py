"""The pictures of the README show what the program prints now."""

from scripts.pictures import drawn_pictures


def test_every_picture_shows_what_the_program_prints_now() -> None:
    stale = [picture.name for picture, svg in drawn_pictures() if picture.read_text(encoding="utf-8") != svg]
    assert stale == [], "run `make pictures` and look at what changed"
