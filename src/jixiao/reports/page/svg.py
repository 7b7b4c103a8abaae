"""Charts as SVG for pages: exact values printed at each bar or column, readable by screen readers, no font shipped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from html import escape

from jixiao.reports.chartwords import described, value_text
from jixiao.reports.content.parts import Chart

WIDE, NARROW = 680, 360
"""Units that a chart is wide, on a screen of a computer and of a telephone; its type is of 13 of them on both."""
_TYPE, _LINE = 13, 17
_BAR, _GAP = 20, 14
_PLOT = 240
_COLOURS = ("#1f6fa8", "#d98324", "#5a8f53", "#8a6bb1")
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def svgs(chart: Chart, name: str) -> str:
    """The chart for both kinds of screens, of which the style of the page shows one."""
    return svg(chart, name) + svg(chart, name, NARROW)


def svg(chart: Chart, name: str, width: int = WIDE) -> str:
    """The chart as an `svg` element of that width; `name` begins the ids inside, so that several fit on one page.

    Title and description stand in the wide one and are referred to by the narrow one.
    """
    height, shapes = _bars(chart, width) if chart.kind == "bar" else _columns(chart, width)
    top = _LINE * 2 if len(chart.series) > 1 else 0
    legend = "".join(_legend(chart)) if top else ""
    told = (
        f'<title id="{name}-title">{escape(chart.title)}</title>'
        f'<desc id="{name}-desc">{escape(described(chart))}</desc>'
    )
    kind = "wide" if width == WIDE else "narrow"
    return (
        f'<svg class="{kind}" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'viewBox="0 0 {width} {height + top}">{told if width == WIDE else ""}'
        f'{legend}<g transform="translate(0 {top})">{"".join(shapes)}</g></svg>'
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """An axis from `low` to `high`, with a mark at every `step`, drawn over `length` from `start`."""

    low: Decimal
    high: Decimal
    step: Decimal
    start: int
    length: int

    def at(self, value: Decimal) -> Decimal:
        """Where a value stands, to a tenth of a unit of the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return (self.start + share * self.length).quantize(Decimal("0.1"))

    def marks(self) -> Iterator[Decimal]:
        """The values at which lines are drawn."""
        for number in range(int((self.high - self.low) / self.step) + 1):
            yield self.low + number * self.step


def _scale(chart: Chart, start: int, length: int) -> _Scale:
    """An axis that holds 0 and all values, about five steps of 1, 2 or 5; rates up to 100% go to 100%.

    No step is finer than the values are printed: there is no half of a form.
    """
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    if chart.unit == "%" and high <= 100:
        high = Decimal(100)
    if high == low:
        high = low + 1
    rough = (high - low) / 5
    magnitude = Decimal(1).scaleb(rough.adjusted())
    step = next(step * magnitude for step in _STEPS if step * magnitude >= rough)
    step = max(step, Decimal(1).scaleb(-chart.decimals))
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    return _Scale(bottom, top, step, start, length)


def _bars(chart: Chart, width: int) -> tuple[int, list[str]]:
    """Lying bars, the first category on top; the height and the shapes."""
    letters = 12 if width == WIDE else 8
    longest = max((len(line) for label in chart.categories for line in _lines(label, letters)), default=1)
    left = longest * _TYPE + 12
    scale = _scale(chart, left, width - left - 76)
    shapes: list[str] = []
    y = 6
    for number, category in enumerate(chart.categories):
        lines = _lines(category, letters)
        high = max(len(lines) * _LINE, len(chart.series) * _BAR)
        shapes.append(_label(lines, left - 8, y + high // 2, "end"))
        at = y + (high - len(chart.series) * _BAR) // 2
        for colour, series in zip(_colours(chart), chart.series, strict=True):
            shapes += _bar(chart, series.values[number], at, colour, scale)
            at += _BAR
        y += high + _GAP
    marks = [
        f'<line x1="{scale.at(mark)}" x2="{scale.at(mark)}" y1="0" y2="{y}" stroke="#dfe5ea"/>'
        + _text(_mark(chart, mark), scale.at(mark), y + _LINE, "middle", faint=True)
        for mark in scale.marks()
    ]
    return y + _LINE + 8, [*marks, *shapes]


def _bar(chart: Chart, value: Decimal | None, y: int, colour: str, scale: _Scale) -> Iterator[str]:
    zero = scale.at(Decimal(0))
    end = zero if value is None else scale.at(value)
    if value is not None:
        left, width = min(zero, end), abs(end - zero)
        yield f'<rect x="{left}" y="{y + 2}" width="{width}" height="{_BAR - 4}" rx="2" fill="{colour}"/>'
    yield _text(value_text(chart, value), max(zero, end) + 6, y + _BAR - 5, "start")


def _columns(chart: Chart, width: int) -> tuple[int, list[str]]:
    """Standing columns, the categories side by side; the height and the shapes."""
    left, top = (78 if width == WIDE else 48), _LINE + 6
    scale = _scale(chart, 0, _PLOT)
    bottom = top + _PLOT
    slot = Decimal(width - left - 8) / max(len(chart.categories), 1)
    letters = max(int(slot) // _TYPE, 2)
    shapes = [
        f'<line x1="{left}" x2="{width}" y1="{bottom - scale.at(mark)}" y2="{bottom - scale.at(mark)}" '
        f'stroke="#dfe5ea"/>' + _text(_mark(chart, mark), left - 6, bottom - scale.at(mark) + 4, "end", faint=True)
        for mark in scale.marks()
    ]
    deepest = 1
    for number, category in enumerate(chart.categories):
        middle = (left + slot * (number + Decimal("0.5"))).quantize(Decimal("0.1"))
        lines = _lines(category, letters)
        deepest = max(deepest, len(lines))
        shapes.append(_label(lines, middle, bottom + 8 + len(lines) * _LINE // 2, "middle"))
        shapes += _group(chart, number, middle, slot, bottom, scale)
    return bottom + 16 + deepest * _LINE, shapes


def _group(chart: Chart, number: int, middle: Decimal, slot: Decimal, bottom: int, scale: _Scale) -> Iterator[str]:
    """The columns of one category."""
    share = slot * Decimal("0.7") / len(chart.series)
    width = min(share, Decimal(56)).quantize(Decimal("0.1"))
    x = middle - width * len(chart.series) / 2
    zero = scale.at(Decimal(0))
    for colour, series in zip(_colours(chart), chart.series, strict=True):
        value = series.values[number]
        end = zero if value is None else scale.at(value)
        if value is not None:
            y, height = bottom - max(zero, end), abs(end - zero)
            yield f'<rect x="{x + 1}" y="{y}" width="{width - 2}" height="{height}" rx="2" fill="{colour}"/>'
        yield _text(value_text(chart, value), x + width / 2, bottom - max(zero, end) - 5, "middle")
        x += width


def _legend(chart: Chart) -> Iterator[str]:
    x = 8
    for colour, series in zip(_colours(chart), chart.series, strict=True):
        yield f'<rect x="{x}" y="6" width="14" height="12" rx="2" fill="{colour}"/>'
        yield _text(series.name, x + 20, 17, "start")
        x += 44 + _TYPE * len(series.name)


def _colours(chart: Chart) -> Sequence[str]:
    return [_COLOURS[number % len(_COLOURS)] for number in range(len(chart.series))]


def _mark(chart: Chart, value: Decimal) -> str:
    """A value of the axis in its shortest form."""
    return f"{value.normalize():f}" + ("%" if chart.unit == "%" else "")


def _lines(label: str, letters: int) -> list[str]:
    """A label on as many lines as it needs, about equally long."""
    number = -(-len(label) // letters)
    each = -(-len(label) // max(number, 1))
    return [label[start : start + each].strip() for start in range(0, len(label), each or 1)] or [""]


def _label(lines: Sequence[str], x: Decimal | int, middle: int, anchor: str) -> str:
    """A label with its lines around `middle`."""
    first = middle - len(lines) * _LINE // 2 + _TYPE
    return "".join(_text(line, x, first + number * _LINE, anchor) for number, line in enumerate(lines))


def _text(text: str, x: Decimal | int, y: Decimal | int, anchor: str, *, faint: bool = False) -> str:
    colour = "#5b6875" if faint else "#1c2733"
    return (
        f'<text x="{x}" y="{y}" font-size="{_TYPE - (1 if faint else 0)}" text-anchor="{anchor}" '
        f'fill="{colour}">{escape(text)}</text>'
    )
