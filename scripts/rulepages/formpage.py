"""The page of one form: what it is, the evidence it wants, sentences that people write with their scores."""

import re
from collections.abc import Iterator
from fractions import Fraction

from scripts.rule_forms_page import read
from scripts.rulepages.corpus import Example, examples, refused
from scripts.rulepages.markdown import code, plain, table

from jixiao.language import Read, Unread, render_rule
from jixiao.language.scoretables import ScoreTable, score_tables, total_tables
from jixiao.language.wanted import wanted_by
from jixiao.packs.flow import flow
from jixiao.packs.forms import Form
from jixiao.quantities import exact_text, fixed_text
from jixiao.rules import Rule, TotalRule, read_total_rules

_MOST, _MOST_OTHERS, _BAR = 4, 3, 10
_WHOLE = Fraction(100)
_TRIVIAL = re.compile(r"^([\d.]+) = \1$")  # arithmetic that says nothing


def form_page(form: Form, group: str) -> str:
    """The page of a form as Markdown."""
    lines = [f"# {form.name} {code(form.id)}", "", f"{group} · [全部形式](README.md) · [怎样写](../rules.md)", ""]
    lines += [form.meaning, ""]
    lines += _catalogue_rule(form)
    lines += _sentences(form)
    lines += _noted(form)
    lines += _unread(form)
    return "\n".join(lines).rstrip() + "\n"


def _catalogue_rule(form: Form) -> Iterator[str]:
    """The example of the catalogue: its wording, what it gives, what it wants."""
    rule, weight = _rule(form), Fraction(form.weight or _WHOLE)
    if isinstance(rule, Rule):
        yield f"> {plain(str(form.rule['text']))}（权重 {exact_text(weight)} 分）"
        yield ""
    yield f"规范表述：{plain(render_rule(rule))}"
    yield ""
    tables = score_tables(rule.part, weight) if isinstance(rule, Rule) else total_tables(rule)
    for each in tables:
        yield from _scores(each, weight)
        yield ""
    wanted = wanted_by(rule, weight)
    if wanted.items:
        yield "## 要给的数据"
        yield ""
        yield from table(("键", "内容"), [(code(item.key), _of(item.of) + item.meaning) for item in wanted.items])
        yield ""
        yield f"例如 {code(flow(wanted.example))}。"
        yield ""


def _rule(form: Form) -> Rule | TotalRule:
    if form.total_rules:
        return read_total_rules([dict(form.total_rules[0])])[0]
    return Rule.read(read(form.rule), int(form.criteria))


def _of(part: str) -> str:
    return f"{part}：" if part else ""


def _scores(shown: ScoreTable, weight: Fraction) -> Iterator[str]:
    if shown.of:
        yield f"{plain(shown.of)}："
        yield ""
    most = max([weight, *(row.points for row in shown.rows if row.points is not None)])
    rows = [
        (
            plain(row.case),
            "—" if row.points is None else fixed_text(row.points, 2),
            "" if row.points is None else "█" * round(row.points / most * _BAR),
            row.because,
        )
        for row in shown.rows
    ]
    yield from table((shown.about, "得分", "", "情形"), rows)


def _sentences(form: Form) -> Iterator[str]:
    right = [example for example in examples() if example.form == form.id and example.is_right]
    if not right:
        return
    yield f"## 人们的写法（{len(right)} 句中的 {min(len(right), _MOST)} 句）"
    yield ""
    for example in right[:_MOST]:
        yield from _sentence(example)


def _sentence(example: Example) -> Iterator[str]:
    yield f"> {plain(example.question.text)}"
    yield ""
    yield from _read_as(example)
    yield from table(
        ("数据", "得分", "算法"),
        [(code(flow(case.given)), case.score, plain(_TRIVIAL.sub("", case.how))) for case in example.worked],
    )
    yield ""


def _read_as(example: Example) -> Iterator[str]:
    assert isinstance(example.reading, Read)
    yield f"{_beside(example)}读作：{plain(example.reading.canonical)}"
    for note in example.reading.notes:
        yield f"<br>请注意：{plain(note)}"
    yield ""


def _beside(example: Example) -> str:
    question = example.question
    said = [f"权重 {exact_text(question.weight or _WHOLE)} 分"]
    said += [f"目标值 {plain(question.target)}"] if question.target else []
    said += [f"要点 {plain('；'.join(question.criteria))}"] if question.criteria else []
    return f"{'，'.join(said)}。"


def _noted(form: Form) -> Iterator[str]:
    """Sentences with a fault that are read, with notes that say so."""
    found = [example for example in refused() if example.form == form.id and isinstance(example.reading, Read)]
    if found:
        yield "## 读得出但要提醒的写法"
        yield ""
    for example in found[:_MOST_OTHERS]:
        yield f"> {plain(example.question.text)}"
        yield ""
        yield from _read_as(example)


def _unread(form: Form) -> Iterator[str]:
    of_form = ((example.question.text, example.reading) for example in examples() if example.form == form.id)
    found = [(plain(text), plain(reading.why)) for text, reading in of_form if isinstance(reading, Unread)]
    if found:
        yield "## 目前读不懂的写法"
        yield ""
        yield from table(("句子", "程序说的原因"), found[:_MOST_OTHERS])
