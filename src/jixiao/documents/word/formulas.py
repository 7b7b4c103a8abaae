"""Formulas that Word sets (OMML), written on one line: fractions with a slash, what is raised with ^."""

from lxml import etree

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = frozenset((f"{_M}oMath", f"{_M}oMathPara"))
"""The elements that hold a formula."""

_TEXT, _FRACTION, _RADICAL, _DELIMITED = f"{_M}t", f"{_M}f", f"{_M}rad", f"{_M}d"
_RAISED = {f"{_M}sSup": "^"}


def formula_text(formula: etree._Element) -> str:
    """The formula on one line.

    >>> m = _M[1:-1]
    >>> root = etree.fromstring(f'<m:oMath xmlns:m="{m}"><m:f><m:num><m:r><m:t>支出</m:t></m:r></m:num>'
    ...     '<m:den><m:r><m:t>预算-结余</m:t></m:r></m:den></m:f><m:r><m:t>×100%</m:t></m:r></m:oMath>')
    >>> formula_text(root)
    '支出/(预算-结余)×100%'
    """
    return "".join(_written(child) for child in formula)


def _written(element: etree._Element) -> str:
    tag = element.tag
    if tag == _TEXT:
        return element.text or ""
    inside = [formula_text(child) for child in element if isinstance(child.tag, str) and not child.tag.endswith("Pr")]
    if tag == _FRACTION and len(inside) == 2:
        return "/".join(map(_bracketed, inside))
    if tag in _RAISED and len(inside) == 2:
        return f"{_bracketed(inside[0])}^{_bracketed(inside[1])}"
    if tag == _DELIMITED:
        return f"({','.join(inside)})"
    if tag == _RADICAL:
        return f"√({inside[-1] if inside else ''})"
    return "".join(inside) if tag != f"{_M}r" else formula_text(element)


def _bracketed(part: str) -> str:
    return f"({part})" if any(sign in part for sign in "+-−×÷*/＋－") else part
