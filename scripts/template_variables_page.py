"""Writes docs/template-variables.md: how a firm writes a template, and every variable with an example of a real case.

A test compares the committed page with what this gives, and checks its examples as templates are checked.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

from jixiao.evaluation import build_case, evaluate
from jixiao.evaluation.folder import read_folder
from jixiao.packs.officefile import UNPACKED_LIMIT
from jixiao.reports.content.building import report_of
from jixiao.reports.content.parts import Chart, Table
from jixiao.reports.content.planning import plan_of
from jixiao.reports.word.apart import Limits
from jixiao.reports.word.defaults import default_template
from jixiao.reports.word.schema import CONTENTS, Many, Maybe, Plain, Record, Shape, Variable, kind_of, variables_of

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/template-variables.md"
CASE = ROOT / "examples/xinxiang-hitech-2023"

_SHOWN = 30
_HEAD = """# Word 模板：写法和变量

报告的样子由一份 Word 模板决定。单位可以改出自己的模板：

```sh
jixiao new --template 我的模板.docx            # 写出默认的报告模板（加 --plan 为工作方案模板）
jixiao evaluate 案例 --out 结果 --template 我的模板.docx
```

在 Word 或 WPS 中打开写出的模板，改字体、段落、页边距、固定文字，删去或调换章节，都不影响使用。模板在填写之前先核对：
变量写错、标签不成对等，都指明在第几段、应当怎样写，一次全部列出，不会写出半份报告。

本页由 `scripts/template_variables_page.py` 写出，请不要手工修改。

## 写法

标签写在普通文字里（正文、表格、文本框、页眉、页脚、脚注），括号和标点用英文半角，一个标签写在同一段里。

| 要做的事 | 写法 |
| --- | --- |
| 填入文字或数 | `总分{{ result.total }}分，等级为{{ result.grade }}` |
| 放一张表、一张图 | `{{p indicator_table }}`，单独成段；只能放在正文中，不能放在表格、文本框、页眉里 |
| 放目录 | `{{p contents }}`，单独成段 |
| 逐项重复若干段 | `{%p for x in problems %}` …… `{%p endfor %}`，各自单独成段，两个标签所在的段不留在报告里 |
| 按条件保留若干段 | `{%p if abstract.money %}` …… `{%p elif … %}` …… `{%p else %}` …… `{%p endif %}`，各自单独成段 |
| 逐项重复表格的行 | `{%tr for x in problems %}` …… `{%tr endfor %}`，各自单独占一行 |
| 在一段之内重复或选择 | `{% for x in problems %}{{ x.title }}{% if not loop.last %}；{% endif %}{% endfor %}` |
| 写给自己看的话 | `{# 这里放封面 #}`，不写进报告 |

一个完整的片段：

```
{%p for level in analysis %}
{{ level.name }}（权重{{ level.weight }}分，得{{ level.score }}分）
{{p level.table }}
{%p for group in level.groups %}
{%p for x in group.indicators %}
{{ x.heading }}
{%p for text in x.paragraphs %}
{{ text }}
{%p endfor %}
{%p for exhibit in x.exhibits %}
{{p exhibit }}
{%p endfor %}
{%p endfor %}
{%p endfor %}
{%p endfor %}
{%p if work.schedule %}
{{p work.schedule }}
{%p endif %}
{%p if not practices %}
没有需要单独介绍的做法。
{%p endif %}
```

* 条件可用 `and`、`or`、`not`、`==`、`!=`、`in`、`is none`、`is not none`；数（如列表的 `length`）还可用
  `<`、`<=`、`>`、`>=`。空的文字和空的列表视为“没有”。也可以写 `{{ cover.lead or '未填' }}`、
  `{{ '是' if result.settled else '否' }}`。
* 循环里可用 `loop.index`（从 1 起）、`loop.index0`（从 0 起）、`loop.first`、`loop.last`、`loop.length`。
* 过滤器：`{{ problems | length }}`（项数）、`{{ abstract.problems | join('；') }}`（连成一句）、
  `{{ abstract.levels | first }}`、`{{ abstract.levels | last }}`、
  `{{ cover.lead | default('未填') }}`（为空时用另一文字）、`{{ loop.index | chinese }}`（一、二、三）。
* 种类后写“可能没有”的，不要直接取它的下级变量，先用 `if` 判断；直接放它本身，没有时什么也不写。
* 不能用：计算、调用、方括号、`set`、`macro`、`include`、`{%tc %}`、`{%r %}` 等其他写法。
"""

_STYLES = """
## 样式

默认模板和填入的表、图用下面这些样式，在模板里改这些样式就改了它们的样子；模板里没有的从默认模板补上：

{styles}。

章节标题用 Word 自带的“标题 1”至“标题 4”，表号、图号按“标题 1”的章数编写，目录收“标题 1”至“标题 3”。
"""

_LIMITS = """
## 限制

* 只收 .docx 文件；.doc、.docm、.dotx、有打开密码的文件请另存为“Word 文档（.docx）”。
* 不收带宏、控件、嵌入对象的文件，也不收图片或模板链接到文件之外的文件（网址和邮箱的超链接可以）。
* 展开后不超过 {unpacked} MB，{seconds} 秒内填完，所占内存不超过 {memory} GB（Windows 和 macOS 不限内存）。
* `{{%p %}}` 标签所在的段如带有分节符、分页符、域或图形，这一段去掉标签后留下，不随条件和循环增减。
"""

_HOW_TO_READ = """
“›”之后是列表中一项的变量：`problems › title` 写作 `{%p for x in problems %}` 之后的 `x.title`。
例子取自 `examples/xinxiang-hitech-2023`，过长的已截短。
"""


def page() -> str:
    """The whole page as Markdown."""
    case = build_case(read_folder(CASE))
    report, plan = report_of(case, evaluate(case)), plan_of(case)
    limits = Limits()
    numbers = {
        "unpacked": UNPACKED_LIMIT // 1_000_000,
        "seconds": limits.seconds,
        "memory": limits.memory >> 30,
    }
    parts = [
        _HEAD + _STYLES.format(styles="、".join(style_names())) + _LIMITS.format(**numbers),
        section("报告的变量", variables_of(type(report)), [report], _HOW_TO_READ),
        section("工作方案的变量", variables_of(type(plan)), [plan]),
        section(
            "表的变量", variables(Table), [report.indicator_table], "\n`x` 是一张表，如 `indicator_table`。\n", "x."
        ),
        section("图的变量", variables(Chart), list(report.conclusion.charts), "\n`x` 是一张图。\n", "x."),
    ]
    return "\n".join(parts)


def section(
    title: str, known: Mapping[str, Variable], examples: Sequence[object], before: str = "", prefix: str = ""
) -> str:
    """A heading and a table of variables."""
    lines = ["| 变量 | 含义 | 种类 | 例 |", "| --- | --- | --- | --- |", *rows(known, examples, prefix)]
    return "\n".join([f"## {title}\n{before}", *lines, ""])


def rows(known: Mapping[str, Variable], examples: Sequence[object], prefix: str) -> Iterator[str]:
    """A row for every variable and those below it; `examples` are objects that have these variables."""
    for name, variable in known.items():
        found = [] if name == CONTENTS else [getattr(each, name) for each in examples]
        shape = variable.shape.shape if isinstance(variable.shape, Maybe) else variable.shape
        cells = (f"`{prefix}{name}`", variable.meaning, kind_of(variable.shape), example(found) or _nothing(shape))
        yield f"| {' | '.join(cell.replace('|', '｜') for cell in cells)} |"
        item = shape.item if isinstance(shape, Many) else shape
        if isinstance(item, Record) and not item.block:
            inside = [one for each in found for one in (each if isinstance(shape, Many) else [each])]
            yield from rows(item.fields, inside, f"{prefix}{name}{' › ' if isinstance(shape, Many) else '.'}")


def example(values: Sequence[object]) -> str:
    """The first value that is not empty, short enough for a table."""
    told = next((text for text in map(_told, values) if text), "")
    text = re.sub(r"\s+", " ", told).replace("<", "&lt;")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _nothing(shape: Shape) -> str:
    """What stands for the example of something that is empty in the case."""
    return "（空）" if isinstance(shape, Plain) else ""


def _told(value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case str() | int() | Decimal():
            return str(value)
        case tuple():
            return next((text for text in map(_told, value) if text), "")
        case Table(title=title) | Chart(title=title):
            return f"《{title}》" if title else ""
    return ""


def variables(record: type) -> Mapping[str, Variable]:
    """The variables of one record alone."""
    return {name: each for name, each in variables_of(record).items() if name in {f.name for f in fields(record)}}


def style_names() -> list[str]:
    """The names of our styles, as Word lists them."""
    with zipfile.ZipFile(io.BytesIO(default_template("report"))) as archive:
        return re.findall(r'<w:name w:val="(绩效[^"]*)"', archive.read("word/styles.xml").decode())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
