"""Writes docs/questionnaires.md: the ready questionnaires, and how one of one's own is written.

A test compares the committed page with what this gives, and reads what it shows.
"""

from pathlib import Path

from jixiao.surveys.blanks import blanks_of
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.ready import ready_documents, ready_questionnaires

PAGE = Path(__file__).parents[1] / "docs/questionnaires.md"

_HEAD = """# Questionnaires

A study names for each group the questionnaire it is asked with: a ready one by its id, a YAML file beside the study, or
the questions themselves. Department, year and project fill in the blanks `{部门}`, `{年度}` (2023年度) and `{项目}`; a
study that does not say what a blank asks for is refused.

```yaml
name: 甲县某局满意度调查
year: 2023
department: 甲县某局
client: 甲县财政局
evaluator: 某会计师事务所
groups:
- {name: 办事群众, questionnaire: 服务对象, population: 2400}
- {name: 入驻窗口人员, questionnaire: 窗口问卷.yaml, mode: 纸质}
```

Before there are answers, every group gets four files: `questionnaire-….docx` to print (A4, the ready ones on two
pages), `questionnaire-….html` to read on a phone or print, `questionnaire-….txt` to paste into 问卷星 (批量添加题目),
and `entry-….xlsx` to type paper answers into.

* **问卷星.** The text cannot carry the skip logic: a note before the questions says who is to answer them. Set the
  logic on the site and delete the notes; leave the questions' words as they are, the answers come back under them.
* **Typing in.** One row for each paper sheet; a letter for a single choice, letters joined by 、 for several, digits
  for numbers; what was left open stays empty. Cells that a skip leaves empty turn grey. The row 示例 is no answer.

## One's own

```yaml
title: "{部门}窗口人员满意度调查问卷"
group: 入驻窗口人员
intro: 您好！本问卷不记姓名，结果只用于统计。
closing: 谢谢您！
questions:
- topic: 岗位
  text: 您的岗位是？
  role: 身份
  options: [窗口, 后台]
- topic: 培训经历
  text: 近一年内，您参加过业务培训吗？
  options: [参加过, 没有]
- topic: 业务培训
  text: 您对业务培训是否满意？
  options: [非常满意, 比较满意, 一般, 不太满意, 非常不满意, 不了解]
  only_if: {question: 第2题, among: [参加过]}
- topic: 排队时间
  text: 群众最近一次大约等了多久？
  kind: 数字
  unit: 分钟
  scale: {low: 0, high: 600}
- topic: 意见建议
  text: 您还有什么意见和建议？
  kind: 填空
  required: 否
```

* `kind`: 单选 (unless written otherwise), 多选, 量表 and 数字 with `scale`, 填空.
* `role`: 身份, 了解程度, 满意度, 总体满意度, 其他. A single choice whose options are all degrees of satisfaction is
  满意度; 不了解 and the like are left out of its base. `counts: 否` leaves a question out of the composite.
* `degree` of an option (`{text: 尚好, degree: 2}`, 1 the best, 5 the worst) says what its wording does not.
* `only_if` names an earlier question and the answers after which this one is asked. Questions are called 第1题, 第2题,
  … in their order, unless they have an `id`.
* What is odd is said with its line and can be put all the same: one side of a scale heavier, no middle, two options of
  one degree, bands that overlap or leave a number out, conditions that hold for everybody.

## Ready ones

They ask for little about a person, and for nothing that would tell who answered: staff are asked neither sex nor age.

| id | group | questions | counted | blanks | topics |
| --- | --- | --- | --- | --- | --- |
"""

_TAIL = """
This page is written by `scripts/questionnaires_page.py`; do not edit it. The questionnaires stand in
`src/jixiao/packs/data/questionnaires`; their wording is ours.
"""


def page() -> str:
    """The whole page as Markdown."""
    ready = ready_questionnaires()
    return _HEAD + "".join(map(row, ready)) + "".join(map(section, ready)) + _TAIL


def row(questionnaire: Questionnaire) -> str:
    """A questionnaire as a row of the table."""
    questions = questionnaire.questions
    blanks = "、".join(f"`{{{name}}}`" for name in blanks_of(ready_documents()[questionnaire.id]))
    counted = str(sum(question.is_counted for question in questions))
    topics = "、".join(question.topic for question in questions)
    cells = (questionnaire.id, questionnaire.group, str(len(questions)), counted, blanks, topics)
    return f"| {' | '.join(cells)} |\n"


def section(questionnaire: Questionnaire) -> str:
    """All questions of a questionnaire with their options."""
    lines = [f"\n### {questionnaire.id}\n", "| question | options | asked if |", "| --- | --- | --- |"]
    for number, question in enumerate(questionnaire.questions, 1):
        options = " / ".join(option.text for option in question.options) or question.kind
        condition = question.only_if
        asked = "" if condition is None else f"{condition.question}：{' / '.join(condition.among)}"
        lines.append(f"| {number}. {question.text} | {options} | {asked} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
