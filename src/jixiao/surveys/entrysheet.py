"""The sheet into which paper answers are typed: what its columns are called and how an answer is written in a cell.

Whoever writes the sheet and whoever reads it go by this module. One row is one paper sheet. First stand the columns of
LEADING, then one for each question, in order, under `heading(question)`. A single choice is the letter of the option, a
multiple choice its letters joined by 、, a number its digits; what was left open on the paper stays empty.
"""

from jixiao.surveys.questionnaire import Question

SHEET = "录入"
"""The name of the sheet with the answers."""
ASIDE = ("选项", "说明")
"""The sheets beside it, which hold no answers."""
LEADING = ("编号", "录入人", "备注")
"""The first columns: the number on the paper sheet, who typed it, a remark."""
EXAMPLE = "示例"
"""What stands under 编号 in the row that shows how to fill in the sheet; it is no answer."""
JOINT = "、"
"""What stands between the letters of a multiple choice."""


def letter(number: int) -> str:
    """The letter of an option by its number from 0, as spreadsheets name columns.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def heading(question: Question) -> str:
    """The heading of a question's column: its id and its short name.

    >>> heading(Question(id="第3题", text="您的年龄是？", topic="年龄", options=("男", "女")))
    '第3题 年龄'
    """
    return f"{question.id} {question.name}"
