"""Forms whose cells became sentences: where running text says what only the headings of a form say."""

import re
from dataclasses import dataclass, field, replace

from jixiao.forms.model import Said
from jixiao.forms.vocabulary import is_form_title, plain

_HEADINGS = re.compile(
    r"(?:年初|全年)预算数|全年执行数|[三3]\s*级\s*指标|年度\s*指标\s*值|(?:实际|全年)完成值|全年实际值|"
    r"预算安排情况|资金执行情况"
)
_TOGETHER = re.compile(r"(?:年初|全年)预算数(?:[(（][A-F][)）])?\s*全年(?:预算|执行)数")
_FEW = 2
_MANY = 4
"""Headings of a form that tell that one stands in running text, under its title and without it."""
_LONGEST = 40  # characters of running text that name the form in it


@dataclass
class InText:
    """The first words of a form in running text, and what told that it is one."""

    first: Said | None = None
    headings: set[str] = field(default_factory=set)
    is_announced: bool = False
    runs_together: bool = False

    def note(self, said: Said) -> None:
        """Look at one paragraph."""
        found = {plain(each) for each in _HEADINGS.findall(said.text)}
        is_title = is_form_title(said.text)
        if found or is_title:
            self.first = self.first or said
        self.headings |= found
        self.is_announced = self.is_announced or is_title
        self.runs_together = self.runs_together or ("自评" in said.text and bool(_TOGETHER.search(said.text)))

    def form(self) -> Said | None:
        """Where the form begins, by its first words; None where nothing tells that there is one."""
        fewest = _FEW if self.is_announced else _MANY
        if self.first is None or not (self.runs_together or len(self.headings) >= fewest):
            return None
        text = self.first.text
        return replace(self.first, text=text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
