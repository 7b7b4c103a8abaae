"""Self-evaluation forms: points of the blocks, over-fulfilment, nothing spent, points beside sources of money."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.audit.checks.citations import citations_of
from jixiao.audit.checks.regulation.asking import Asked
from jixiao.checking import Checked
from jixiao.findings import Place
from jixiao.forms import Form, IndicatorLine
from jixiao.forms.values import Direction, direction_of, stated_in
from jixiao.quantities import exact_text

_USUAL: tuple[Mapping[str, int], ...] = (
    {"产出": 50, "效益": 30, "满意度": 10},
    {"产出": 50, "效益": 40},
    {"成本": 20, "产出": 40, "效益": 20, "满意度": 10},
    {"成本": 20, "产出": 40, "效益": 30},
)
_FAR = 2  # times the target
_SHOWN = 5


def block_points(asked: Asked) -> Iterator[Checked]:
    """The points of the first-level blocks against the usual ones, where the document says that it follows them.

    Provinces have their own points, so nothing is said of other documents. One finding for all forms that differ.
    """
    if not _follows(asked):
        return
    unusual: list[tuple[str, Place]] = []
    for form in asked.material.forms.forms:
        points = _points(form)
        if not points:
            continue
        if any(points == usual for usual in _USUAL):
            yield asked.held(form.title.place)
        else:
            listed = "、".join(f"{name} {exact_text(value)} 分" for name, value in points.items())
            unusual.append((f"{form.label}：{listed}", form.title.place))
    if unusual:
        told = "；".join(text for text, _ in unusual[:_SHOWN])
        why = f"{told}。原则上预算执行率 10 分，产出 50、效益 30、满意度 10 分；有特殊情况的可以调整，应写明。"
        title = f"{len(unusual)} 份自评表的一级指标分值与通常不同"
        yield asked.failed(title, why, *(place for _, place in unusual), stated=unusual[0][0])


def far_above(asked: Asked) -> Iterator[Checked]:
    """Actual values of more than twice the target without a word of why."""
    for form in asked.material.forms.forms:
        for line in form.lines:
            if line.reason or not _is_far_above(line):
                continue
            why = f"指标值 {line.target}，完成值 {line.actual}，在两倍以上；应说明原因，指标值明显过低的要调减得分。"
            title = f"{form.label}：“{line.name}”完成值远超指标值，没有说明"
            yield asked.failed(title, why, line.actual.place, line.target.place, stated=line.actual.text)


def nothing_spent(asked: Asked) -> Iterator[Checked]:
    """No money spent, and full marks for everything that money should have bought."""
    for form in asked.material.forms.forms:
        money = form.total_money
        if money is None or money.executed.is_missing or money.executed.known.value != 0:
            continue
        scored = [line for line in form.lines if not (line.points.is_missing or line.score.is_missing)]
        if not scored or any(line.score.known.value < line.points.known.value for line in scored):
            continue
        if money.reason or any(line.reason for line in form.lines):
            yield asked.held(money.executed.place)
        else:
            why = "全年执行数为 0，产出、效益指标却全部满分，也没有说明；先完成后付款的应写明。"
            title = f"{form.label}：没有支出，指标却全部满分"
            yield asked.failed(title, why, money.executed.place, *(line.score.place for line in scored[:1]), stated="0")


def source_points(asked: Asked) -> Iterator[Checked]:
    """Points or scores in the rows of single sources of money."""
    for form in asked.material.forms.forms:
        total = form.total_money
        rows = [row for row in form.money if row is not total]
        filled = [row for row in rows if not (row.points.is_missing and row.score.is_missing)]
        if total is None or not rows:
            continue
        if filled:
            names = "、".join(f"“{row.label}”" for row in filled)
            why = f"{names}一行填了分值或得分；预算执行率只按年度资金总额计分，明细行应为“—”。"
            title = f"{form.label}：资金明细行填了分值或得分"
            yield asked.failed(title, why, *(row.label.place for row in filled))
        else:
            yield asked.held(total.label.place)


def _follows(asked: Asked) -> bool:
    """Whether the document cites the one that the regulation is from."""
    cited = (citation.number for passage in asked.material.passages for citation in citations_of(passage))
    return any(number.endswith(asked.regulation.document) for number in cited)


def _points(form: Form) -> dict[str, Fraction]:
    """The points of the blocks as their headings print them; none where one of them prints none."""
    known = {block.name: block.points for block in form.blocks}
    if "产出" not in known or any(points.is_missing for points in known.values()):
        return {}
    return {name: points.known.value for name, points in known.items()}


def _is_far_above(line: IndicatorLine) -> bool:
    target, actual = stated_in(line.target.text), stated_in(line.actual.text)
    if target is None or actual is None or target.value <= 0 or line.points.is_missing:
        return False
    if not line.measure and target.unit != actual.unit:
        return False
    more = direction_of(target, line.name.text, line.level2) is Direction.MORE
    return more and actual.value >= _FAR * target.value
