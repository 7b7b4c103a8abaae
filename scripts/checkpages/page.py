"""The page of one check: what it is for, what it rests on, an example worked by the program, what it leaves alone."""

import re

from scripts.checkpages.examples import Example

from jixiao.findings import Check, Finding
from jixiao.reports.audited.sayings import compared_sentence, places_sentence
from jixiao.reports.wording import SEVERITIES

_REGULATION = re.compile(r"[〔\[]\d{4}[〕\]]|GB/T|法第|条例|规定|办法|条例")
_MOST_FINDINGS = 3


def check_page(check: Check, family: str, example: Example | None) -> str:
    """The page as Markdown."""
    basis = "法规或标准" if _REGULATION.search(check.source) else "理由"
    parts = [
        f"# {check.title}",
        f"编号 `{check.id}`，类别“{family}”。[全部核查](README.md)",
        f"## 查什么\n\n{check.checks}",
        f"## 依据\n\n{basis}：{check.source}",
        "## 例\n\n" + ("这一项还没有例子。" if example is None else _worked(example)),
        f"## 有意不报\n\n{check.leaves_out}",
    ]
    return "\n\n".join(parts) + "\n"


def _worked(example: Example) -> str:
    findings = example.findings
    told = [_told(finding) for finding in findings[:_MOST_FINDINGS]]
    more = f"\n\n同类的还有 {len(findings) - _MOST_FINDINGS} 处。" if len(findings) > _MOST_FINDINGS else ""
    return f"文件中写着：\n\n```text\n{example.shown()}\n```\n\n程序报告：\n\n" + "\n\n".join(told) + more


def _told(finding: Finding) -> str:
    """A finding as a quotation: its title, place, values, explanation and guess."""
    places = places_sentence(finding)
    lines = (
        f"**{SEVERITIES[finding.severity]}：{finding.title}**",
        f"位置：{places}" if places else "",
        compared_sentence(finding),
        finding.explanation,
        finding.hint or "",
    )
    return "\n>\n".join(f"> {_plain(line)}" for line in lines if line)


def _plain(line: str) -> str:
    """A line in which nothing is taken for Markdown but the bold title."""
    escaped = re.sub(r"([*_<>|`\[\]])", r"\\\1", line.replace("\n", " "))
    return re.sub(r"^\\\*\\\*(.*)\\\*\\\*$", r"**\1**", escaped)
