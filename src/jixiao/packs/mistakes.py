"""Say in one Chinese sentence why a line is no acceptable YAML, and how to write it instead.

The YAML library names tokens of its grammar; a user needs the line and the mend. So the line itself is looked
at: few mistakes are common, and each has its own sentence.
"""

import re
from typing import TypeAlias

from jixiao.packs.trees import describe
from jixiao.refusals import Problem

_LOOKED_AT = 2000
"""Characters of a line that are looked at; the rest of a longer line cannot cost time."""
_QUOTE = "请用英文双引号把这段文字括起来"
_VALUE = re.compile(r"^\s*(?:- +)*(?:[^\s:\"'\[{][^:]*: +)?(?P<value>\S.*)$")
_SPECIAL = re.compile(r"[%@`>|*&!\]}]")


def syntax_problem(text: str, file: str, index: int) -> Problem:
    """The problem at the 0-based line `index`, where the parser gave up, or on the line before it.

    >>> print(syntax_problem("name: 甲\\nwhen: >10%\\n", "x.yaml", 1))
    x.yaml，第 2 行：读到以“>”开头的文字“>10%”，应为不以特殊符号开头的文字。请用英文双引号把这段文字括起来。
    """
    lines = [line[:_LOOKED_AT] for line in text.split("\n")]
    index = min(index, len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    for number in (index, index - 1):
        if number >= 0 and (cause := _cause(lines[number])):
            return Problem(file, f"第 {number + 1} 行", *cause)
    return Problem(
        file,
        f"第 {index + 1} 行",
        describe(lines[index]),
        "“键: 值”或“- 项”，同层的行左边对齐",
        "请检查这一行和上一行的缩进、冒号、引号和括号是否成对",
    )


_Cause: TypeAlias = tuple[str, str, str] | None


def _cause(line: str) -> _Cause:
    """What is wrong in this line: found, expected, mend."""
    return _cause_in_indent(line) or _cause_in_value(line) or _cause_in_colon(line)


def _cause_in_indent(line: str) -> _Cause:
    body = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "制表符（Tab）缩进", "空格缩进", "请把行首的制表符换成空格"
    if "\u3000" in indent:
        return "全角空格缩进", "半角空格缩进", "请把行首的全角空格换成半角空格"
    if re.match(r"－|-[^\s-]", body):
        return describe(body), "“- ”开头的列表项", "请写英文减号，后面加一个空格"
    return None


def _cause_in_value(line: str) -> _Cause:
    if _odd_quotes(line.strip()):
        return f"没有配对的引号（{describe(line)}）", "成对的英文引号", "请补上另一个引号"
    value = match.group("value") if (match := _VALUE.match(line)) else ""
    if _SPECIAL.match(value) and not re.fullmatch(r"[>|][-+0-9]*( +#.*)?", value):
        return f"以“{value[0]}”开头的文字{describe(value)}", "不以特殊符号开头的文字", _QUOTE
    if value and value[0] not in "\"'[{" and re.search(r":( |$)", value):
        return f"值里又有冒号的文字{describe(value)}", "一行只有一个“键: 值”", _QUOTE
    if value[:1] in ("[", "{") and any(value.count(left) != value.count(right) for left, right in ("[]", "{}")):
        return f"没有配对的括号（{describe(line)}）", "成对的括号", "请补上另一个括号；若是普通文字，请加英文双引号"
    if value.startswith("- ") and ": " in line:
        return "与键写在同一行的列表", "列表另起一行", "请把“- ”各项写在下一行"
    return None


def _cause_in_colon(line: str) -> _Cause:
    body = line.strip()
    if "：" in body and not re.search(r":( |$)", body):
        return f"中文冒号（{describe(body)}）", "英文冒号加一个空格", "请把“：”改成“: ”"
    if re.match(r"\w+:\S", body):
        return f"冒号后没有空格的{describe(body)}", "英文冒号加一个空格", "请在冒号后加一个空格"
    return None


def _odd_quotes(body: str) -> bool:
    opened = re.match(r"^(?:- +)*(?:[^\s:\"'][^:]*: +)?([\"'])(.*)$", body)
    if not opened:
        return False
    rest = opened.group(2).replace("\\" + opened.group(1), "").replace("''", "")
    return opened.group(1) not in rest
