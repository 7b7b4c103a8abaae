"""A read form in a notation that people can compare with the drawing: every value, as printed, zeros dropped."""

from collections.abc import Iterator

from jixiao.forms import Form, IndicatorLine, MoneyRow
from jixiao.quantities import exact_text
from jixiao.relations import Figure


def noted(form: Form) -> str:
    """Header, money, objectives, blocks, indicators and totals, a line each."""
    return "\n".join(_lines(form))


def _lines(form: Form) -> Iterator[str]:
    fields = " ".join(f"{name}={value}" for name, (_, value) in form.fields.items())
    yield f"{fields} {form.year} {form.unit}".replace("  ", " ").strip()
    yield from map(_money, form.money)
    for objective in form.objectives:
        yield f"目标：{objective.expected} → {objective.actual}{_behind(objective.score)}"
    blocks = " ".join(f"{block.name}{_text(block.points)}" for block in form.blocks)
    if blocks:
        yield blocks
    yield from map(_line, form.lines)
    totals = [form.total_points, form.total_score, form.review_score]
    yield "总分：" + " ".join(_text(figure) if figure else "无" for figure in totals) + f" {form.grade}".rstrip()


def _money(row: MoneyRow) -> str:
    figures = (*row.amounts, row.points, row.rate, row.score)
    others = (("到位", row.received), ("统筹", row.integrated), ("净额", row.net))
    extra = "".join(f" {name}{_text(figure)}" for name, figure in others if not figure.is_missing)
    label = str(row.label).rstrip("：:")
    return f"{row.kind.value} {label}：{' '.join(map(_text, figures))}{extra} {row.reason}".rstrip()


def _line(line: IndicatorLine) -> str:
    figures = (("系数", line.coefficient), ("百分", line.of_hundred), ("复核", line.review))
    extra = "".join(f" {name}{_text(figure)}" for name, figure in figures if not figure.is_missing)
    levels = "/".join(each for each in (line.block, line.level2) if each)
    texts = f"{line.target} → {line.actual}" if line.target or line.actual else ""
    said = " ".join(str(each) for each in (line.core, line.standard, line.reason) if each)
    name = str(line.name).replace("**", "")
    return f"{levels} {name}：{texts} {_text(line.points)} {_text(line.score)}{extra} {said}".strip()


def _behind(figure: Figure) -> str:
    return "" if figure.is_missing else f" {_text(figure)}"


def _text(figure: Figure) -> str:
    printed = figure.printed
    if printed is None:
        return "-"
    if printed.text.endswith("%"):
        return printed.text
    return exact_text(printed.value)
