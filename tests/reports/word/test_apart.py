"""Someone else's template in a process of its own: what it cannot do, and what happens when it goes on for ever."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateError
from tests.reports.word.samples import REPORT, context, template, texts_of

from jixiao.refusals import Refusal
from jixiao.reports.content.report import Problem, Report
from jixiao.reports.word.apart import Limits, render_apart
from jixiao.reports.word.context import Context
from jixiao.reports.word.filling import TooLong, filled
from jixiao.reports.word.rendering import render

MANY = replace(REPORT, problems=tuple(Problem(str(number), "", "", "") for number in range(1000)))


def nested(depth: int, inside: str) -> bytes:
    """Loops in loops over the problems."""
    return template("{% for x in problems %}" * depth + inside + "{% endfor %}" * depth)


def refusal(raw: bytes, report: Report = REPORT, limits: Limits | None = None) -> str:
    """Why the template is refused; every problem is a line."""
    with pytest.raises(Refusal) as refused:
        render_apart(raw, "模板.docx", context(report), limits)
    assert len(str(refused.value).splitlines()) == len(refused.value.problems)
    return str(refused.value)


def test_a_template_of_a_firm_gives_what_the_same_template_gives_here() -> None:
    raw = template("{{ opening }}", "{%p for x in overview %}", "{{ x.heading }}", "{%p endfor %}", "{{p contents }}")
    apart = render(raw, "模板.docx", context(), trusted=False)
    assert apart == render(raw, "模板.docx", context(), trusted=True)
    assert texts_of(apart)[:2] == ["依据有关规定，/开展评价。", "部门职责"]


def test_a_misspelt_variable_comes_back_as_a_refusal() -> None:
    assert "“result.total”" in refusal(template("总分{{ result.totl }}分"))


ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ result.__class__ }}",
    "{{ result.__init__.__globals__ }}",
    "{{ opening.format.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('touch escaped').read() }}",
    "{{ opening | attr('__class__') }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{% import 'os' as os %}{{ os.system('touch escaped') }}",
    "{% for x in problems %}{{ loop.__class__.__name__ }}{% endfor %}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_template_that_reaches_for_the_operating_system_is_stopped(
    tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "正文第 1 段" in refusal(template(tag))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("tag", [tag for tag in ESCAPES if "import" not in tag])
def test_were_there_no_check_the_sandbox_would_stop_it_too(tag: str) -> None:
    with pytest.raises(TemplateError):
        filled(template(tag), "模板.docx", context().values)


def test_endless_loops_without_output_are_stopped_in_time() -> None:
    begun = time.monotonic()
    said = refusal(nested(6, ""), MANY, Limits(seconds=2))
    assert "2 秒" in said
    assert "循环" in said
    assert time.monotonic() - begun < 10


def test_endless_loops_that_print_are_stopped_by_the_length_of_what_they_print() -> None:
    assert "内容过多" in refusal(nested(6, "{{ x.title }}"), MANY, Limits(characters=1_000_000))


def test_what_prints_exactly_the_limit_is_whole_and_one_less_is_not() -> None:
    raw = template("{{ opening }}")
    whole = filled(raw, "模板.docx", context().values)
    longest = 2_000
    assert filled(raw, "模板.docx", context().values, longest) == whole
    with pytest.raises(TooLong):
        filled(raw, "模板.docx", context().values, 100)


def test_more_memory_than_allowed_is_refused_in_one_line() -> None:
    limits = Limits(memory=400 << 20, characters=1 << 60)
    assert "内容过多" in refusal(nested(2, "字" * 100_000), MANY, limits)


def test_a_process_that_dies_is_told_in_one_line() -> None:
    with pytest.raises(Refusal, match="读到填写时中断的模板"):
        render_apart(template("{{ opening }}"), "模板.docx", Context(str, {}))  # type: ignore[arg-type]


def test_a_module_beside_the_case_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jinja2.py").write_text("raise SystemExit(9)", encoding="utf-8")
    assert render_apart(template("{{ opening }}"), "模板.docx", context())
