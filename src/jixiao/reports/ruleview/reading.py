"""How a sentence was read, on the terminal: its canonical wording, the scores it gives, what to look at."""

from dataclasses import replace
from fractions import Fraction

from rich.console import Console

from jixiao.language import Read, Unread, form_of
from jixiao.language.wanted import Item, Wanted, wanted_by
from jixiao.packs.flow import flow
from jixiao.packs.forms import Form, forms
from jixiao.quantities import exact_text
from jixiao.reports.ruleview.lines import print_marked, print_named
from jixiao.reports.ruleview.tables import USUAL_WEIGHT, shown, tables_of
from jixiao.rules import Rule

_REWRITE = (
    "把标出的地方写明白，每种情形得多少分或怎样扣分都要写到，例如“达到95%的得满分，每低1个百分点扣0.5分，扣完为止”",
    "句子本身没有要点、目标值的，用 --criteria、--target 给出旁边单元格的内容，用 --weight 给出权重",
    "各种规则的写法见 docs/rules.md",
)


def print_reading(reading: Read, weight: Fraction | None, console: Console) -> None:
    """The form, the canonical sentence, scores for `weight` (100 where none was given), notes, the evidence wanted."""
    form = _form(form_of(reading.rule, weight))
    print_named("读作", reading.canonical, console)
    print_named("形式", f"{form.name}：{form.meaning}", console)
    whole = weight or USUAL_WEIGHT
    if isinstance(reading.rule, Rule):
        said = f"{exact_text(whole)}分" if weight is not None else "没有给出，下面按100分计算（用 --weight 给出）"
        print_named("权重", said, console)
    for table in tables_of(reading, whole):
        console.print()
        console.print(shown(table, whole))
    _print_notes(reading, console)
    _print_wanted(wanted_by(reading.rule, whole), console)


def _form(name: str) -> Form:
    return next(form for form in forms() if form.id == name)


def _print_notes(reading: Read, console: Console) -> None:
    if reading.notes:
        console.print()
        console.print("请注意", style="bold yellow")
        for note in reading.notes:
            print_named("  ·", note, console)


def _print_wanted(wanted: Wanted, console: Console) -> None:
    """The keys of the evidence under the part that wants them, and an example to type."""
    if not wanted.items:
        return
    console.print()
    console.print("要给的数据", style="bold")
    for names, items in _grouped(wanted):
        indent = "    " if names else "  "
        if names:
            print_named(" ", f"{'、'.join(names)}：", console)
        widest = max(len(item.key) for item in items)
        for item in items:
            print_named(f"{indent}{item.key:<{widest}}", item.meaning, console, "cyan")
    quote = "'" if '"' in flow(wanted.example) else '"'
    print_named("  试算", f"加上 --input {quote}{flow(wanted.example)}{quote}", console)


def _grouped(wanted: Wanted) -> list[tuple[list[str], list[Item]]]:
    """The items under the parts that want them; parts that want the same stand together."""
    by_part = {of: [item for item in wanted.items if item.of == of] for of in dict.fromkeys(i.of for i in wanted.items)}
    groups: list[tuple[list[str], list[Item]]] = []
    for part, items in by_part.items():
        bare = [replace(item, of="") for item in items]
        if groups and part and groups[-1][0] and groups[-1][1] == bare:
            groups[-1][0].append(part)
        else:
            groups.append(([part] if part else [], bare))
    return groups


def print_unread(text: str, reading: Unread, console: Console) -> None:
    """Why the sentence was not understood, where, and what to do."""
    print_named("没有读懂", reading.why, console, "bold red")
    print_marked(text, reading.span, console)
    console.print()
    console.print("怎么办", style="bold")
    for advice in _REWRITE:
        print_named("  ·", advice, console)
