"""docs/rule-forms.md: what is committed is what the script writes, and what it shows can be pasted into a case."""

import pytest
from scripts.rule_forms_page import PAGE, formal, page
from tests.rules.reading import as_tree

from jixiao.packs.datafile import parse_yaml
from jixiao.packs.forms import Form, forms


def test_the_committed_page_is_what_the_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("form", [pytest.param(form, id=form.id) for form in forms()])
def test_the_formal_form_on_the_page_reads_as_the_rule_itself(form: Form) -> None:
    shown = formal(form)
    if form.total_rules:
        assert parse_yaml(shown, "page").tree == as_tree(form.total_rules)
    else:
        parts = {key: tree for key, tree in form.rule.items() if key not in ("text", "source")}
        assert parse_yaml(f"{{{shown}}}", "page").tree == as_tree(parts)
