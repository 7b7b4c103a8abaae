"""The formula of an indicator, alone or as the cell of an annex says it: with its name before it and words behind."""

import re

from jixiao.expressions import Compare, Expression, ExpressionError, Name, parse
from jixiao.language.measures import Measure, parse_measure

_ENDS = re.compile(r"[。；;\n]")
_OPENS_QUALIFIERS = "〔"


def formula_in(text: str, indicator: str) -> Expression:
    """The formula in the text, for the indicator of that name; ExpressionError where there is none that is understood.

    >>> from jixiao.expressions import write
    >>> write(formula_in("支出总额〔决算〕÷支出总额〔调整〕", "执行率"))
    '支出总额〔决算〕÷支出总额〔调整〕'
    >>> write(formula_in("控制率＝在职人员数/编制数×100%。编制数：核定的人数。", "控制率"))
    '在职人员数÷编制数×100%'
    """
    try:
        return _side_of(parse(text))
    except ExpressionError:
        if _OPENS_QUALIFIERS in text:  # the reader of annexes knows names without qualifiers only
            return _side_of(parse(_ENDS.split(text, maxsplit=1)[0]))
        measure = parse_measure(text, indicator)
        if isinstance(measure, Measure):
            return measure.whole
        raise


def _side_of(formula: Expression) -> Expression:
    """What stands behind the name and the equals sign; a formula without them is itself."""
    if isinstance(formula, Compare) and formula.operator == "=" and isinstance(formula.left, Name):
        return formula.right
    return formula
