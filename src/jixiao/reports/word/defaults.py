"""The Word templates that come with the program."""

from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["report", "plan"]


@cache
def default_template(kind: Kind) -> bytes:
    """The template of a report or a plan, used where no other is given; it lends its styles to all others."""
    return (files("jixiao.reports.word") / "templates" / f"{kind}.docx").read_bytes()
