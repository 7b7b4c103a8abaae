"""The index of all forms by family, and the page of sentences that are put aside."""

from scripts.rulepages.corpus import examples, refused
from scripts.rulepages.markdown import plain, table

from jixiao.language import Unread
from jixiao.packs.forms import Form, form_groups

_MADE = "本页由 `make pages` 写出，请不要手工修改。"


def index_page() -> str:
    """All forms, a line each."""
    number = sum(len(group.forms) for group in form_groups())
    lines = [
        "# 评分规则的形式",
        "",
        f"中国预算绩效评价的评分规则，归纳起来有以下 {number} 种形式。每种形式一页：是什么、要给哪些数据、关键之处各得",
        "多少分、人们怎样写、人工算出的得分，以及读不懂的写法。各页的得分都由程序核对过。",
        "",
        "怎样写规则、提醒是什么意思：[怎样写能读懂的评分规则](../rules.md)。不能读的句子：[读不懂的句子](refused.md)。",
        "结构化的写法：[forms of scoring rules](../rule-forms.md)。",
        "",
    ]
    for group in form_groups():
        lines += [f"## {group.group} {group.name}", ""]
        lines += table(("形式", "含义", "读懂的例句"), [_line(form) for form in group.forms])
        lines.append("")
    return "\n".join([*lines, _MADE, ""])


def _line(form: Form) -> tuple[str, str, str]:
    found = [example for example in examples() if example.form == form.id]
    read = sum(not isinstance(example.reading, Unread) for example in found)
    return f"[{form.name}]({form.id}.md)", form.meaning, f"{read}/{len(found)}"


def refused_page() -> str:
    """Sentences that give no score, with why."""
    put_aside = [(example, example.reading) for example in refused() if isinstance(example.reading, Unread)]
    rows = [(plain(example.question.text), plain(reading.why), plain(example.why)) for example, reading in put_aside]
    lines = [
        "# 读不懂的句子",
        "",
        "下面的句子不能计分：没有写计分办法、缺数字、自相矛盾，或者办法在别的文件里。程序不猜，说明原因并标出地方。",
        "读得出但有疑点的句子在各[形式](README.md)的页上，连同程序的提醒。",
        "",
        *table(("句子", "程序说的原因", "细心的人怎样看"), rows),
        "",
        _MADE,
        "",
    ]
    return "\n".join(lines)
