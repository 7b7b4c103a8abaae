"""Self-evaluation forms as web pages, written out by hand, and the objectives of a project."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """A form of the ministry's layout: 95 of 100 executed, every target met; sound as it stands, 99.5 points."""

    project: str = "社区培训"
    department: str = "市人社局"
    budget: str = "100"
    executed: str = "95"
    rate: str = "95.00%"
    execution_score: str = "9.5"
    total: str = "99.5"
    scores: tuple[str, ...] = field(default=("25", "25", "30", "10"))

    def html(self) -> str:
        """The form as a page."""
        names = (
            ("产出指标", "数量指标", "培训人次", "≥200人次", "210人次", "25"),
            ("产出指标", "质量指标", "培训合格率", "≥90%", "92%", "25"),
            ("效益指标", "社会效益指标", "就业率提高", "≥5%", "5.2%", "30"),
            ("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "96%", "10"),
        )
        money = ("年度资金总额", self.budget, self.budget, self.executed, "10", self.rate, self.execution_score)
        source = ("其中：当年财政拨款", self.budget, self.budget, self.executed, "—", self.rate, "—")
        rows = [
            ["项目名称", self.project],
            ["主管部门", self.department, "实施单位", "培训中心"],
            ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["", *money],
            ["", *source],
            ["年度总体目标", "预期目标", "实际完成情况"],
            ["", "开展社区就业培训", "已开展社区就业培训 210 人次"],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
            *([*row, score, ""] for row, score in zip(names, self.scores, strict=True)),
            ["总分", "", "", "", "", "100", self.total, ""],
        ]
        cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
        return f"<html><body><p>2024年度项目支出绩效自评表</p><table border=1>{cells}</table></body></html>"

    def write(self, path: Path) -> Path:
        """The page as a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.html(), encoding="utf-8")
        return path


SOUND = Sample()
TOO_MUCH = Sample("设备购置", "市财政局", execution_score="9.8", total="100")
"""95 % executed, 9.8 points for it where 9.5 are right, and a total of 100 where 99.8 are stated and 99.5 right."""

OBJECTIVES = """\
project: 社区培训
year: 2025
department: 市人社局
unit: 培训中心
money:
  - {source: 当年财政拨款, initial: 80.50}
  - {source: 其他资金, initial: 19.50}
objective: 开展社区就业培训
indicators:
  - {kind: 数量指标, name: 培训人次, target: ≥200人次, points: 22.5}
  - {kind: 质量指标, name: 培训合格率, target: ≥90%, points: 27.5}
  - {kind: 社会效益指标, name: 就业率提高, target: ≥5%, points: 30}
  - {kind: 服务对象满意度指标, name: 学员满意度, target: ≥90%, points: 10}
"""

WITH_PACK = """\
project: 社区培训
year: 2025
pack: project-2020
indicators:
  - {kind: 数量指标, name: 培训人次, target: ≥200人次, points: 20}
"""
"""Objectives whose indicators are completed from the ministry's framework of projects."""
