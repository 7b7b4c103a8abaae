"""How a sentence was read, on the terminal: its canonical wording, the scores it gives, what to look at."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jixiao.language import Read, Unread, form_of
from jixiao.language.scoretables import Row, ScoreTable, score_tables, total_tables
from jixiao.packs.forms import Form, forms
from jixiao.quantities import exact_text, fixed_text
from jixiao.rules import Rule, total_tree

_BAR = 20
_NEVER_FIRST = "，。；：、！？）】”%"
_DIGITS = "0123456789.-"
_USUAL_WEIGHT = Fraction(100)


def reading_json(reading: Read | Unread, weight: Fraction | None) -> dict[str, object]:
    """The reading as a tree for programs: numbers are texts, exact as shown."""
    if isinstance(reading, Unread):
        return {
            "status": "unread",
            "form": None,
            "canonical": None,
            "notes": [],
            "why": reading.why,
            "span": list(reading.span),
            "rule": None,
            "tables": [],
        }
    return {
        "status": "read",
        "form": form_of(reading.rule, weight),
        "canonical": reading.canonical,
        "notes": list(reading.notes),
        "why": None,
        "span": None,
        "rule": reading.rule.tree() if isinstance(reading.rule, Rule) else total_tree(reading.rule),
        "tables": [_table_json(table) for table in _tables(reading, weight or _USUAL_WEIGHT)],
    }


def _tables(reading: Read, weight: Fraction) -> Sequence[ScoreTable]:
    rule = reading.rule
    return score_tables(rule.part, weight) if isinstance(rule, Rule) else total_tables(rule)


def _table_json(table: ScoreTable) -> dict[str, object]:
    rows = [{"case": row.case, "score": _score(row), "because": row.because} for row in table.rows]
    return {"about": table.about, "of": table.of or None, "rows": rows}


def _score(row: Row) -> str | None:
    return None if row.points is None else fixed_text(row.points, 2)


def print_reading(reading: Read, weight: Fraction | None, console: Console) -> None:
    """The form, the canonical sentence, a table of scores for `weight` (100 where none was given), and notes."""
    form = _form(form_of(reading.rule, weight))
    _print_named("读作", reading.canonical, console)
    _print_named("形式", f"{form.name}（{form.id}）：{form.meaning}", console)
    whole = weight or _USUAL_WEIGHT
    said = f"{exact_text(whole)}分" if weight is not None else "没有给出，下面按100分计算（用 --weight 给出）"
    _print_named("权重", said, console)
    for table in _tables(reading, whole):
        console.print()
        console.print(_shown(table, whole))
    if reading.notes:
        console.print()
        console.print("请注意", style="bold yellow")
        for note in reading.notes:
            _print_named("  ·", note, console)


def _form(name: str) -> Form:
    return next(form for form in forms() if form.id == name)


def _print_named(name: str, text: str, console: Console) -> None:
    """A text beside its name; its further lines begin under the first."""
    indent = cell_len(name) + 2
    first, *others = _wrapped(text, max(console.width - indent, 20))
    _print_line(Text.assemble((name, "bold"), "  ", first), console)
    for line in others:
        _print_line(Text(" " * indent + line), console)


def _print_line(line: Text, console: Console) -> None:
    """A line that is broken already, without blanks at its end."""
    console.print(line, soft_wrap=True)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of `width`, none of which begins with a sign that belongs to what stands before it.

    >>> list(_wrapped("不低于95%的，得满分。", 12))
    ['不低于95%', '的，得满分。']
    """
    while text:
        end = _fitting(text, width)
        while 1 < end < len(text) and _belongs_before(text, end):
            end -= 1
        yield text[:end]
        text = text[end:]


def _belongs_before(text: str, place: int) -> bool:
    """Whether the character is a sign, or part of a number, that must not be parted from what stands before it."""
    return text[place] in _NEVER_FIRST or (text[place] in _DIGITS and text[place - 1] in _DIGITS)


def _fitting(text: str, width: int) -> int:
    """How many characters fit into `width`."""
    used = 0
    for number, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return number
    return len(text)


def _shown(table: ScoreTable, weight: Fraction) -> Table:
    shown = Table(box=None, pad_edge=False, title=table.of or None, title_justify="left", padding=(0, 2, 0, 0))
    shown.add_column(table.about, justify="right", overflow="fold")
    shown.add_column("得分", justify="right", no_wrap=True)
    shown.add_column("", no_wrap=True)
    shown.add_column("", overflow="fold")
    most = max([weight, *(row.points for row in table.rows if row.points is not None)])
    before = ""
    for row in table.rows:
        because = "" if row.because == before else row.because
        shown.add_row(Text(row.case), _score(row) or "—", _bar(row.points, most), Text(because))
        before = row.because
    return shown


def _bar(points: Fraction | None, most: Fraction) -> Text:
    """The points as a bar: the whole is 20 blocks long, and what is earned at all is seen."""
    if points is None or points <= 0:
        return Text("")
    blocks = max(round(points / most * _BAR), 1)
    return Text("█" * blocks, style="green")


def print_unread(text: str, reading: Unread, console: Console) -> None:
    """Why the sentence was not understood, and under it where."""
    console.print(Text.assemble(("没有读懂：", "bold red"), reading.why))
    for line in _marked(text, reading.span, max(console.width - 2, 20)):
        _print_line(Text(f"  {line}"), console)


def _marked(text: str, span: tuple[int, int], width: int) -> Iterator[str]:
    """The text in lines of `width`, each with marks below the characters of the span.

    >>> list(_marked("满意度好", (0, 3), 40))
    ['满意度好', '^^^^^^']
    """
    for line in _lines(text, width):
        yield "".join(character for _, character in line).rstrip("\\n")
        marks = "".join(
            ("^" if span[0] <= place < span[1] else " ") * cell_len(character)
            for place, character in line
            if character != "\n"
        ).rstrip()
        if marks:
            yield marks


def _lines(text: str, width: int) -> Iterable[list[tuple[int, str]]]:
    line: list[tuple[int, str]] = []
    used = 0
    for place, character in enumerate(text):
        if line and (character == "\n" or used + cell_len(character) > width):
            yield line
            line, used = [], 0
        if character != "\n":
            line.append((place, character))
            used += cell_len(character)
    if line:
        yield line
