"""Writes docs/checks.md from the catalogues of checks of a case, in the words that stand beside their code.

A test compares the committed page with what this gives.
"""

from pathlib import Path

from jixiao.audit.checks.crossing import CROSSING_CHECKS
from jixiao.audit.checks.regulation import REGULATION_CHECKS
from jixiao.audit.checks.rescoring.catalogue import RESCORING_CHECKS
from jixiao.audit.checks.scores.catalogue import SCORE_CHECKS
from jixiao.audit.checks.sentences import SENTENCE_CHECKS
from jixiao.evaluation.links import LINK_CHECKS
from jixiao.evaluation.rulewords import RULE_CHECKS
from jixiao.evaluation.selfcheck import SELF_CHECKS
from jixiao.facts import FACT_CHECKS
from jixiao.findings import Catalogue, Check
from jixiao.forms.catalogue import FORM_CHECKS
from jixiao.reading.checks import IMPORT_CHECKS
from jixiao.relations import RELATION_CHECKS
from jixiao.surveys.incoming.checks import INCOMING_CHECKS
from jixiao.surveys.proofreading import QUESTIONNAIRE_CHECKS
from jixiao.surveys.statistics.checks import STATISTICS_CHECKS
from jixiao.surveys.voices import VOICE_CHECKS

PAGE = Path(__file__).parents[1] / "docs/checks.md"
GROUPS = (
    ("案例自身的数据", FACT_CHECKS),
    ("评分规则的文字", RULE_CHECKS),
    ("扣分、问题与建议", LINK_CHECKS),
    ("部门自评", SELF_CHECKS),
    ("导入的指标体系", IMPORT_CHECKS),
    ("数字之间的关系", RELATION_CHECKS),
    ("指标的权重、得分和等级", SCORE_CHECKS),
    ("得分与评分规则", RESCORING_CHECKS),
    ("句子里的数字", SENTENCE_CHECKS),
    ("前后各处的同一事项", CROSSING_CHECKS),
    ("项目支出绩效自评表与汇总表", FORM_CHECKS),
    ("制度规定", REGULATION_CHECKS),
    ("问卷的题目", QUESTIONNAIRE_CHECKS),
    ("答卷和统计表的读取", INCOMING_CHECKS),
    ("满意度调查的结果", STATISTICS_CHECKS),
    ("回访、投诉和评价", VOICE_CHECKS),
)

_HEAD = """# 核查目录

评价一个案例时的每一项核查查什么、有意不查什么、依据是什么。程序给出的每一条核查发现都注明其中一个编号。
核查一份写好的报告（`jixiao audit`）的各项核查另有[逐项说明和例子](checks/README.md)。

本页由 `scripts/checks_page.py` 写出，请不要手工修改。
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_HEAD, *(section(title, catalogue) for title, catalogue in GROUPS)])


def section(title: str, catalogue: Catalogue) -> str:
    """One catalogue as a heading and a table."""
    lines = [f"## {title}\n", "| 编号 | 名称 | 查什么 | 不查什么 | 依据 |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *(row(check) for check in catalogue), ""])


def row(check: Check) -> str:
    """One check as a row of the table."""
    cells = (f"`{check.id}`", check.title, check.checks, check.leaves_out, check.source)
    return f"| {' | '.join(cell.replace('|', '｜') for cell in cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
