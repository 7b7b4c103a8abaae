"""Formulas printed with their figures: “在职人员控制率=(11/17)×100%=64.71%”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.checking import Posed
from jixiao.quantities import Convention, NumberError, Printed, UnitError, parse_printed
from jixiao.reading.mentions import Mention
from jixiao.reading.running import Passage
from jixiao.relations import Figure
from jixiao.relations.arithmetic import PrintedArithmetic
from jixiao.relations.figures import MONEY

_UNIT = "(?:亿元|万元|元|%|人|项|个|份|家|户|件|次|天)?"
_NUMBER = rf"\d[\d,]*(?:\.\d+)?\\?{_UNIT}"
_WORDS = r"[\u4e00-\u9fff]{0,12}"  # what an operand is: 决算数60元÷调整预算数70元
_ARITHMETIC = re.compile(
    rf"(?:^|[=:;,。]|[率度比]为){_WORDS}\$?(?P<formula>[(]*{_NUMBER}(?:[)]*[+\-×*/÷][(]*{_WORDS}{_NUMBER})+[)]*(?:[×*]100\\?%)?)"
    rf"(?P<sign>=|≈)\$?(?P<result>-?{_NUMBER})"
)
_WORDS_BEFORE = re.compile(r"[^甲\W\d]{1,12}(?=甲)")
_OPERAND = re.compile(_NUMBER)
_NAME = re.compile(r"([^,;:。=()\d]{2,20})$")
_SIGNS = str.maketrans("×÷", "*/", "\\$")
_HUNDRED = re.compile(r"[×*]100\\?%?$")


def formulas(found: Sequence[Mention]) -> Iterator[Posed]:
    """Every formula of the passage that the mentions stand in, done again with its own figures."""
    passage = found[0].passage
    units = {str(abs(one.printed.value)): one.printed for one in found if one.printed.unit is not None}
    for match in _ARITHMETIC.finditer(passage.text):
        if relation := _relation(passage, match, units):
            yield Posed(relation)


def _relation(passage: Passage, match: re.Match[str], units: dict[str, Printed]) -> PrintedArithmetic | None:
    start, text = match.start("formula"), match["formula"]
    hundred = _HUNDRED.search(text)
    body = text[: hundred.start()] if hundred else text
    operands: list[Figure] = []

    def named(operand: re.Match[str]) -> str:
        printed = _operand(operand.group().replace("\\", ""), units)
        place = passage.place(start + operand.start(), start + operand.end())
        operands.append(Figure(f"第{len(operands) + 1}个数", printed, place))
        return f"甲{len(operands)}"

    try:
        formula = _WORDS_BEFORE.sub("", _OPERAND.sub(named, body)).translate(_SIGNS)
        result = parse_printed(match["result"].replace("\\", ""))
    except (NumberError, UnitError):
        return None
    if hundred and not hundred.group().endswith("%") and result.unit is None:
        formula += "*100"
    if _is_ratio(result) and _some_lack_their_unit(operands):
        operands = [_as_number(figure) for figure in operands]
    before = _NAME.search(passage.text[: match.start()])
    name = before[1] if before else "算式的结果"
    place = passage.place(match.start("result"), match.end("result"))
    return PrintedArithmetic(Figure(name, result, place), formula, tuple(operands))


def _is_ratio(result: Printed) -> bool:
    return result.unit is None or result.unit.symbol == "%"


def _some_lack_their_unit(operands: Sequence[Figure]) -> bool:
    """Whether amounts of one unit stand beside amounts without any: “年初预算832.00万元，(66.56+41.60)/832.00”."""
    units = {figure.known.unit for figure in operands}
    amounts = {unit for unit in units if unit is not None and unit.dimension == MONEY}
    plain = [figure.known for figure in operands if figure.known.unit is None]
    return len(amounts) == 1 and units <= {*amounts, None} and any(printed.decimals for printed in plain)


def _as_number(figure: Figure) -> Figure:
    return replace(figure, printed=replace(figure.known, unit=None))


def _operand(text: str, units: dict[str, Printed]) -> Printed:
    """The figure; without a unit it is one that the passage states with its unit, if there is such a one.

    A whole number of which no unit is known is taken to be a count, and only perhaps a rounded amount.
    """
    printed = parse_printed(text)
    stated = units.get(str(abs(printed.value)))
    if printed.unit is None and stated is not None:
        return replace(stated, text=text)
    if printed.unit is None and not printed.decimals:
        return replace(printed, convention=Convention.EXACT, coarser=0)
    return printed
