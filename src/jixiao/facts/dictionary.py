"""The data dictionary: one standard name for every quantity, its other names, its unit and its meaning.

A case may use any name the dictionary knows; everything is kept under the standard name, so that 在职人数 in an
expression and 在职人员数 in a table are one quantity. Names that already say a stage, a fund or a year (年初预算数)
lead to the standard name and the qualifiers they stand for (支出总额〔年初〕).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from jixiao.expressions import normal_name
from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load
from jixiao.packs.strict import Strict, YesNo
from jixiao.quantities.units import UnitError, unit_named
from jixiao.refusals import Problem, Refusal
from jixiao.text.quoting import cited

Kind = Literal["amount", "count", "rate", "area", "score"]


def qualifier_words(text: str) -> tuple[str, ...]:
    """Qualifiers as they stand in a data file: separated by ， or 、 or a comma.

    >>> qualifier_words("上年，决算")
    ('上年', '决算')
    """
    return tuple(word.strip() for word in re.split("[，、,]", text) if word.strip())


def _known_unit(symbol: str) -> str:
    try:
        return unit_named(symbol).symbol
    except UnitError as error:
        raise wrong("已登记的单位，如 万元、人、项、%", "请改用已登记的单位") from error


def _words(value: object) -> object:
    return qualifier_words(value) if isinstance(value, str) else value


Symbol = Annotated[str, AfterValidator(_known_unit)]
"""The symbol of a registered unit."""
Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
"""Qualifiers in one text, separated by ，."""


class Term(Strict):
    """A word of a closed list (a stage, a fund) with its other names."""

    name: str = Field(min_length=1)
    definition: str = ""
    synonyms: tuple[str, ...] = ()


class Entry(Strict):
    """One quantity: what it is called, how it is counted, and what counts. `unit` is the unit of its lookups.

    `items_of` names the quantity to which the rows below this one in a table belong as items.
    """

    name: str = Field(min_length=1)
    kind: Kind
    unit: Symbol
    period: Literal["年度", "年末"] = "年度"
    definition: str = Field(min_length=1)
    source: str = Field(min_length=1)
    synonyms: tuple[str, ...] = ()
    shorthands: Mapping[str, Words] = Field(default_factory=dict)
    respondents: YesNo = False
    items_of: str = ""


class DictionaryFile(Strict):
    """The content of dictionary.yaml."""

    stages: tuple[Term, ...]
    funds: tuple[Term, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name says: the entry, and the qualifiers a shorthand stands for."""

    entry: Entry
    qualifiers: tuple[str, ...] = ()


class Dictionary:
    """All names that may be used, found whatever their quotation marks.

    >>> dictionary = standard_dictionary()
    >>> dictionary.meaning("在职人数").entry.name
    '在职人员数'
    >>> meaning = dictionary.meaning("年初预算数")
    >>> meaning.entry.name, meaning.qualifiers
    ('支出总额', ('年初',))
    >>> dictionary.stage("全年预算数"), dictionary.fund("政府性基金"), dictionary.meaning("幸福指数")
    ('调整', '政府性基金预算', None)

    A name that stands in it twice, whether as name, synonym or shorthand, is refused when it is built.
    """

    def __init__(self, content: DictionaryFile, *, file: str = "dictionary.yaml") -> None:
        self._content = content
        self._file = file
        self._stages = _closed_list(content.stages, file)
        self._funds = _closed_list(content.funds, file)
        self._names: dict[str, Meaning] = {}
        problems: list[Problem] = []
        for entry in content.entries:
            problems += self._problems_of_unit(entry)
            for text, meaning in _meanings(entry):
                first = self._names.setdefault(normal_name(text), meaning)
                if first is not meaning:
                    problems.append(self._taken(text, entry, first))
        if problems:
            raise Refusal(*problems)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All quantities in the order of the file."""
        return self._content.entries

    def meaning(self, text: str) -> Meaning | None:
        """What the name says, or None if the dictionary does not know it."""
        return self._names.get(normal_name(text))

    def stage(self, word: str) -> str | None:
        """The stage the word names: 年初, 追加, 追减, 调整, 决算, 计划 or 实际."""
        return self._stages.get(normal_name(word))

    def fund(self, word: str) -> str | None:
        """The source of money the word names."""
        return self._funds.get(normal_name(word))

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """The known names that look most like `text`, best first; none if nothing looks like it.

        >>> standard_dictionary().nearest("在职员工数")
        ('在职人员数', '实际在职人员数', '在职人数')
        """
        spelled = {normal_name(text): text for entry in self.entries for text, _ in _meanings(entry)}
        return tuple(spelled[key] for key in get_close_matches(normal_name(text), spelled, n=count, cutoff=0.5))

    def extended(self, own: Iterable[Entry], *, file: str) -> "Dictionary":
        """This dictionary and the quantities a case defines itself; Refusal naming `file` if a name is taken."""
        entries = (*self.entries, *own)
        content = DictionaryFile(stages=self._content.stages, funds=self._content.funds, entries=entries)
        return Dictionary(content, file=file)

    def _taken(self, text: str, entry: Entry, first: Meaning) -> Problem:
        found = f"{cited(text)}既属于{cited(first.entry.name)}，又属于{cited(entry.name)}"
        return Problem(self._file, entry.name, found, "每个名称只属于一个数据", "请改名，或并入已有的数据")

    def _problems_of_unit(self, entry: Entry) -> Iterator[Problem]:
        expected = _UNIT_OF_KIND.get(entry.kind)
        if expected and entry.unit != expected:
            mend = "请改单位或类别"
            yield Problem(self._file, entry.name, f"单位“{entry.unit}”", f"“{expected}”", mend)


_UNIT_OF_KIND: Mapping[str, str] = {"amount": "万元", "rate": "%", "area": "平方米", "score": "分"}


def _meanings(entry: Entry) -> Iterator[tuple[str, Meaning]]:
    yield entry.name, Meaning(entry)
    for synonym in entry.synonyms:
        yield synonym, Meaning(entry)
    for text, qualifiers in entry.shorthands.items():
        yield text, Meaning(entry, qualifiers)


def _closed_list(terms: tuple[Term, ...], file: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for term in terms:
        for word in (term.name, *term.synonyms):
            if normal_name(word) in words:
                found = f"“{word}”出现两次"
                raise Refusal(Problem(file, term.name, found, "每个词只出现一次", "请删去其中一个"))
            words[normal_name(word)] = term.name
    return words


def read_dictionary(path: Path) -> Dictionary:
    """The dictionary in the file at `path`; Refusal naming every entry that cannot stand."""
    return Dictionary(load(path, DictionaryFile), file=path.name)


@cache
def standard_dictionary() -> Dictionary:
    """The dictionary that comes with Jixiao."""
    with as_file(files("jixiao.packs") / "data" / "dictionary.yaml") as path:
        return read_dictionary(path)
