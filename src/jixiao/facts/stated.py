"""Reading facts.yaml: values and formulas outside the tables, and the quantities a case defines itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from jixiao.expressions import ExpressionError, Formula, normal_name, parse_formula
from jixiao.facts.base import unresolved_names
from jixiao.facts.dictionary import Dictionary, Entry, Kind, Symbol, qualifier_words
from jixiao.facts.dimensions import WHOLE_YEAR, Dimensions, placed, year_of
from jixiao.facts.fact import Fact, Origin
from jixiao.facts.values import PERCENT, WAN, Value, ValueRefused, is_blank, read_value, usual_unit
from jixiao.packs.datafile import Document, read_yaml, validate
from jixiao.packs.strict import Strict, YesNo
from jixiao.packs.trees import describe
from jixiao.quantities.units import Unit, unit_named
from jixiao.refusals import Problem, Refusal
from jixiao.text.quoting import cited

_NAME = re.compile(r"(?P<name>[^〔\[]+)(?:[〔\[](?P<words>[^〕\]]*)[〕\]])?")
_KINDS: dict[str, Kind] = {"金额": "amount", "比率": "rate", "分": "score"}


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) and value else value or ()


_Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_more)]


class StatedFact(Strict):
    """One entry of facts.yaml. Exactly one of `value` and `formula`; `own` marks a quantity the case defines itself."""

    name: str = Field(min_length=1)
    value: str | None = None
    formula: str | None = None
    unit: Symbol | None = None
    body: str = ""
    year: str = ""
    period: str = WHOLE_YEAR
    stage: str = ""
    fund: str = ""
    item: _Texts = ()
    source: _Texts = ()
    own: YesNo = False
    note: str = ""

    @property
    def parts(self) -> tuple[str, tuple[str, ...]]:
        """The bare name, and the qualifiers written behind it."""
        match = _NAME.fullmatch(self.name)
        return (match["name"].strip(), qualifier_words(match["words"] or "")) if match else (self.name, ())


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """What facts.yaml holds: its facts, and the dictionary with the case's own quantities."""

    facts: tuple[Fact, ...]
    dictionary: Dictionary


def read_facts(path: Path, dictionary: Dictionary, year: int) -> StatedFacts:
    """The facts in the file at `path` for a case of `year`.

    Refuses, all at once and each with its line: an unknown name that is not the case's own (with the names that look
    like it), a bare 95 as a rate, a unit of another kind, a formula over unknown names, a value and a formula together.
    """
    return facts_in(read_yaml(path), dictionary, year)


def facts_in(document: Document, dictionary: Dictionary, year: int) -> StatedFacts:
    """The same for a document already read (a sheet of the workbook).

    >>> from jixiao.facts.dictionary import standard_dictionary
    >>> from jixiao.packs.datafile import parse_yaml
    >>> text = "- {name: 在职人数, value: 11}\\n- {name: 上年末结转结余, value: '1,021.36', unit: 万元, source: E07}"
    >>> [fact.label(2022) for fact in facts_in(parse_yaml(text, "facts.yaml"), standard_dictionary(), 2022).facts]
    ['在职人员数', '结转结余〔2021年，决算〕']
    """
    entries = validate(document, tuple[StatedFact, ...])
    reader = _Reader(document, dictionary, year)
    return reader.read(entries)


class _Reader:
    """Reads all entries and collects every problem before anything is refused."""

    def __init__(self, document: Document, dictionary: Dictionary, year: int) -> None:
        self.document = document
        self.dictionary = dictionary
        self.year = year
        self.problems: list[Problem] = []

    def read(self, entries: Sequence[StatedFact]) -> StatedFacts:
        self.dictionary = self.dictionary.extended(self._own(entries), file=self.document.file)
        facts = [fact for number, entry in enumerate(entries) for fact in self._fact(number, entry)]
        if self.problems:
            raise Refusal(*self.problems)
        return StatedFacts(tuple(facts), self.dictionary)

    def _refuse(self, number: int, key: str, found: str, expected: str, mend: str) -> None:
        self.problems.append(self.document.problem((number, key), found, expected, mend))

    def _own(self, entries: Iterable[StatedFact]) -> Iterator[Entry]:
        """The quantities the case defines: each once, with one unit."""
        own: dict[str, Entry] = {}
        for number, stated in enumerate(entries):
            name, _ = stated.parts
            known = own.get(normal_name(name))
            if not stated.own or self.dictionary.meaning(name) is not None:
                continue
            if stated.unit is None:
                self._refuse(number, "own", f"没有单位的自定数据{cited(name)}", "写明单位", "请补上 unit，如 unit: 项")
            elif known is None:
                own[normal_name(name)] = _own_entry(name, unit_named(stated.unit))
            elif usual_unit(unit_named(known.unit)) != usual_unit(unit_named(stated.unit)):
                self._refuse(number, "unit", f"“{stated.unit}”", f"与前面相同的单位“{known.unit}”", "请统一单位")
        yield from own.values()

    def _fact(self, number: int, stated: StatedFact) -> Iterator[Fact]:
        name, words = stated.parts
        meaning = self.dictionary.meaning(name)
        if meaning is None:
            if not stated.own:
                near = "、".join(cited(known) for known in self.dictionary.nearest(name))
                mend = "如为本次评价自定的数据，请加 own: 是 和 unit"
                mend = f"请改为{near}之一；{mend}" if near else mend
                self._refuse(number, "name", f"数据字典中没有的名称{cited(name)}", "数据字典中的名称", mend)
            return
        at = self._dimensions(number, stated, (*meaning.qualifiers, *words))
        unit = self._unit(number, stated, meaning.entry)
        value, formula = self._content(number, stated, meaning.entry, unit)
        line = self.document.line((number,))
        origin = Origin(self.document.file, row=line, column=stated.name)
        yield Fact(meaning.entry, meaning.entry.name, at, origin, value, formula, stated.source)

    def _dimensions(self, number: int, stated: StatedFact, words: Sequence[str]) -> Dimensions:
        at = placed(Dimensions(self.year), words, self.dictionary, self.year)
        if stated.stage:
            stage = self.dictionary.stage(stated.stage)
            if stage is None or at.stage not in ("", stage):
                expected = f"“{at.stage}”" if at.stage else "年初、追加、追减、调整、决算、计划、实际之一"
                self._refuse(number, "stage", f"“{stated.stage}”", expected, "请改写或删去 stage")
            at = replace(at, stage=stage or "")
        if stated.year:
            year = year_of(stated.year, self.year)
            if year is None or (at.year not in (self.year, year)):
                self._refuse(number, "year", f"“{stated.year}”", "2022、上年 这样的年度", "请改写年度")
            at = replace(at, year=year or self.year)
        fund = (self.dictionary.fund(stated.fund) or stated.fund) if stated.fund else at.fund
        return replace(at, body=stated.body, fund=fund, item=(*at.item, *stated.item), period=stated.period)

    def _unit(self, number: int, stated: StatedFact, entry: Entry) -> Unit:
        unit = unit_named(stated.unit or entry.unit)
        fits = unit.dimension == WAN.dimension if entry.kind == "amount" else unit.symbol == entry.unit
        if not fits:
            found = f"{cited(entry.name)}的单位“{unit}”"
            expected = "金额单位，如 万元、元" if entry.kind == "amount" else f"“{entry.unit}”"
            self._refuse(number, "unit", found, expected, f"请改为 {entry.unit}")
            return unit_named(entry.unit)
        return unit

    def _content(
        self, number: int, stated: StatedFact, entry: Entry, unit: Unit
    ) -> tuple[Value | None, Formula | None]:
        if (stated.value is None) == (stated.formula is None):
            found = "既有 value 又有 formula" if stated.value is not None else "没有 value 也没有 formula"
            self._refuse(number, "name", found, "二者之一", "填列的数据写 value，计算的数据写 formula")
            return None, None
        if stated.formula is not None:
            return None, self._formula(number, stated.formula, unit)
        return self._value(number, stated.value or "", entry, unit), None

    def _value(self, number: int, text: str, entry: Entry, unit: Unit) -> Value | None:
        if is_blank(text):
            return None
        try:
            return read_value(text, entry.kind, unit)
        except ValueRefused as error:
            self._refuse(number, "value", error.found, error.expected, error.mend)
            return None

    def _formula(self, number: int, text: str, unit: Unit) -> Formula | None:
        if unit.dimension == WAN.dimension and unit != WAN:
            self._refuse(number, "unit", f"公式的单位“{unit}”", f"“{WAN}”", f"公式中的金额都按{WAN}计算，请改为 {WAN}")
        try:
            formula = parse_formula(text)
        except ExpressionError as error:
            self._refuse(number, "formula", describe(text), "可以计算的公式", str(error))
            return None
        for name in unresolved_names(formula, self.dictionary):
            near = "、".join(cited(known) for known in self.dictionary.nearest(name.text))
            mend = f"请改为{near}之一，或先填列这个数据" if near else "请先填列这个数据，并注明 own: 是"
            self._refuse(number, "formula", f"公式中的名称{cited(name.text)}", "数据字典或本文件中的名称", mend)
        return formula


def _own_entry(name: str, unit: Unit) -> Entry:
    kind = _KINDS.get(unit.dimension, "count")
    symbol = {"amount": WAN, "rate": PERCENT}.get(kind, unit).symbol
    return Entry(name=name, kind=kind, unit=symbol, definition="本次评价自定的数据", source="本次评价")
