"""The files of forms by name: empty ones to fill in, and one form as it was read."""

import re
from collections.abc import Mapping, Sequence

from jixiao.forms import Form
from jixiao.forms.completing import Completed, indicator_points
from jixiao.forms.objectives import Objectives
from jixiao.forms.profiles import Profile
from jixiao.forms.vocabulary import Column
from jixiao.quantities import exact_text
from jixiao.reports.scores.paper import Book, Paper
from jixiao.reports.verified.forms.columns import indicator_columns, scores_execution
from jixiao.reports.verified.forms.content import planned_content, stated_content
from jixiao.reports.verified.forms.drawing import laid
from jixiao.reports.verified.forms.formulas import with_values
from jixiao.reports.verified.forms.sheet import draw_completed, draw_empty
from jixiao.reports.verified.forms.word import form_docx

FORM_SHEET = "自评表"
_UNFIT = re.compile(r'[\\/:*?"<>|\[\]\x00-\x1f]')
_LONGEST = 40


def empty_files(planned: Sequence[Completed], profile: Profile) -> Mapping[str, bytes]:
    """An empty form for each project, in Excel and in Word; names that would be the same are numbered."""
    files: dict[str, bytes] = {}
    for each in planned:
        name = _unused(file_name(each.objectives.project), files)
        layout = laid(planned_content(each.objectives, profile), profile)
        book = Book(each.objectives.project, "项目支出绩效自评表")
        draw_empty(book, layout, FORM_SHEET)
        _draw_manner(book, profile, each.notes)
        files[f"{name}.xlsx"] = book.finished()
        files[f"{name}.docx"] = form_docx(with_values(layout), each.notes)
    return files


def points_note(objectives: Objectives, profile: Profile) -> str:
    """What the points of the indicators come to where that is not what the profile leaves for them; "" otherwise.

    >>> from jixiao.forms.profiles import profile
    >>> one = {"name": "培训人次", "kind": "数量指标", "points": "80"}
    >>> points_note(Objectives.model_validate({"project": "培训", "indicators": [one]}), profile("A"))
    '《培训》：各指标分值合计 80 分，应为 90 分，请在表中改正。'
    """
    if objectives.points is None or Column.POINTS not in indicator_columns(profile):
        return ""
    due = indicator_points(profile)
    if objectives.points == due:
        return ""
    said = f"各指标分值合计 {exact_text(objectives.points)} 分，应为 {exact_text(due)} 分"
    return f"《{objectives.project}》：{said}，请在表中改正。"


def completed_files(forms: Sequence[tuple[Form, Profile]], name: str) -> Mapping[str, bytes]:
    """Forms as they were read, each printed in the layout of its profile: one under the name, several in a folder."""
    files: dict[str, bytes] = {}
    for form, profile in forms:
        own = name if len(forms) == 1 else f"{name}/{file_name(form.project.text or form.label)}"
        own = _unused(own, files)
        layout = laid(stated_content(form, profile), profile)
        book = Book(form.label, "项目支出绩效自评表")
        draw_completed(book, layout, FORM_SHEET)
        files |= {f"{own}.xlsx": book.finished(), f"{own}.docx": form_docx(layout)}
    return files


def file_name(text: str) -> str:
    """A text as the name of a file or a sheet: without what no system allows, and not too long.

    >>> file_name("“智慧”平台/运维: 二期")
    '“智慧”平台_运维_ 二期'
    """
    return _UNFIT.sub("_", text)[:_LONGEST].strip(" .'") or "自评表"


def _unused(name: str, files: Mapping[str, bytes]) -> str:
    number = 1
    while f"{name}{f'（{number}）' if number > 1 else ''}.xlsx" in files:
        number += 1
    return f"{name}（{number}）" if number > 1 else name


def _draw_manner(book: Book, profile: Profile, notes: Sequence[str]) -> None:
    """The sheet that says how the form is filled in."""
    paper: Paper = book.sheet("填表说明", "怎样填写", f"本表按“{profile.id}”表样绘制", (6, 96))
    for number, text in enumerate((*notes, *_rules(profile)), 1):
        paper.text(paper.row, 0, str(number))
        paper.text(paper.row, 1, text)
        paper.row += 1


def _rules(profile: Profile) -> list[str]:
    """How the form is filled in, as far as its profile says."""
    columns = indicator_columns(profile)
    rules = [
        "浅黄色的格子填写，浅绿色的格子由公式计算，灰色的格子不用改。表已保护，没有密码，需要时可以取消保护。",
        f"金额以{profile.money.unit.value}为单位，只填数；没有这项资金的留空。",
        "实际完成值照实填写，与年度指标值用同一单位；不要照抄带“≥”“≤”的指标值。",
    ]
    if Column.SCORE in columns:
        rules.append("得分不超过本行分值；没有得满分的，写明偏差原因和改进措施。")
    if scores_execution(profile):
        points = exact_text(profile.execution.points) if profile.execution.points is not None else ""
        rules.append(f"执行率得分 {points} 分，“{profile.execution.rule.value}”计算，超过 100% 的按满分。")
    if Column.POINTS in columns:
        full = exact_text(profile.full_points)
        rules.append(f"各项分值合计应为 {full} 分，不是 {full} 分时总分一行变红。")
    rules.append("格子变红的是不能成立的数，变黄的是还要补充的内容。填好后可用 jixiao verify 核验。")
    return rules
