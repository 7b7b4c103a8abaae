"""The table of grades that a rule about the total repeats: 90分(含)以上为优,80分-90分为良, and so on.

A cap on the grade is applied on the standard scale; a sentence that states another one is not read.
"""

import re

from jixiao.language.notunderstood import NotUnderstood

_STANDARD = {"优": {90, 100}, "良": {80, 90}, "中": {60, 80}, "差": {0, 60}}
_INCLUDED = re.compile(r"\(不?含(?:\d+分?)?\)")
_CLAUSE = re.compile(r"[^,;。、\n()]+")
# A row holds figures, a grade at one end, and nothing but what leads from the one to the other.
_BETWEEN = "[-分以上下至到~—～≥≤><=为评定等级次得总价结果考核绩效最终综合平均属是的在之间和及“”:\\d]"
_ROW = re.compile(
    f"(?P<before>优秀?|良好?|中等?|较?差)?{_BETWEEN}*\\d{_BETWEEN}*?“?(?P<grade>优秀?|良好?|中等?|较?差)?”?(?:等次|等级|级|等|档)?"
)
_SIGNS = re.compile(r"[,;。、()\n]{2,}|[()]")
_REST = re.compile("(?:其余|其他|以下)(?:的|均|为)*“?(?P<grade>差)”?")


def without_grade_table(text: str) -> str:
    """The text without its table of grades; NotUnderstood where that is not the standard scale.

    >>> without_grade_table("90分(含)以上为优,80分(含)-90分为良,60分(含)-80分为中,60分以下为差;存在挪用的定为差")
    '存在挪用的定为差'
    """
    plain = _INCLUDED.sub("", text)
    rows = [row for row in map(_row, _CLAUSE.finditer(plain)) if row is not None]
    if len(rows) < 3:
        return text
    for row in rows:
        grade = next(word for word in (row.groupdict().get("before"), row["grade"]) if word)
        if not {int(each) for each in re.findall(r"\d+", row.group())} <= _STANDARD[grade.strip("较")[0]]:
            raise NotUnderstood(f"“{row.group()}”与通用的等次标准不同，没有读懂", row.group())
    left = plain
    for row in reversed(rows):
        left = left[: row.start()] + left[row.end() :]
    return _SIGNS.sub(_strongest, left).strip("(),;、")


def _strongest(signs: "re.Match[str]") -> str:
    """The one sign that is left of those around rows that are gone."""
    return next((sign for sign in "。\n;,、" if sign in signs.group()), "")


def _row(clause: "re.Match[str]") -> "re.Match[str] | None":
    """A clause as a row of the table, with one grade; None where it is none."""
    text, start, end = clause.string, clause.start(), clause.end()
    row = _ROW.fullmatch(text, start, end)
    if row is not None and bool(row["before"]) != bool(row["grade"]):
        return row
    return _REST.fullmatch(text, start, end)
