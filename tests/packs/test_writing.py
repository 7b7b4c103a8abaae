"""What is written can be read again, and looks like what a person would have written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.packs.datafile import KEY_LIMIT, parse_yaml, read_yaml
from jixiao.packs.trees import Tree
from jixiao.packs.writing import dump, write_yaml

_ODD = "ab中“ -:#?,[]{}&*!|>'\"%@`~<=.\\\n\t\r\x85\u2028\ufeff\x07\U0001f600 0１"
_texts = st.one_of(
    st.text(alphabet=_ODD, max_size=12),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        ["yes", "null", "~", "1.10", "2023-01-01", "---", "...", "<<", "- a", "a: b", "a #b", "甲\n\n乙\n"]
    ),
)
_keys = st.one_of(_texts, st.text(alphabet="中a:", min_size=KEY_LIMIT, max_size=KEY_LIMIT))
_trees: st.SearchStrategy[Tree] = st.recursive(
    _texts,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_keys, inner, max_size=3)),
    max_leaves=12,
)


@given(_trees)
def test_reading_what_was_written_gives_the_same_tree(tree: Tree) -> None:
    assert parse_yaml(dump(tree), "x.yaml").tree == tree


@given(_trees)
def test_writing_is_settled_after_one_round(tree: Tree) -> None:
    assert dump(parse_yaml(dump(tree), "x.yaml").tree) == dump(tree)


def test_a_node_of_an_indicator_system_is_written_in_block_style_with_few_quotes() -> None:
    tree: Tree = {
        "code": "A1",
        "weight": "1.10",
        "target": "≤0%",
        "children": [{"name": "甲", "rule": {"curve": {"pieces": [{"when": ">10%", "gives": "0%"}]}}}],
        "empty": "",
        "none": [],
    }
    assert dump(tree) == (
        "code: A1\n"
        "weight: 1.10\n"
        "target: ≤0%\n"
        "children:\n"
        "  - name: 甲\n"
        "    rule:\n"
        "      curve:\n"
        "        pieces:\n"
        '          - when: ">10%"\n'
        "            gives: 0%\n"
        'empty: ""\n'
        "none: []\n"
    )


def test_a_text_of_several_lines_is_a_literal_block_and_keeps_its_last_line_break() -> None:
    assert dump({"text": "一\n二\n", "next": "三"}) == "text: |\n  一\n  二\nnext: 三\n"


def test_a_text_that_no_file_can_hold_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    write_yaml(path, {"name": "甲"})
    with pytest.raises(UnicodeEncodeError):
        write_yaml(path, {"name": "\ud800"})
    assert read_yaml(path).tree == {"name": "甲"}


def test_a_failed_writing_leaves_no_other_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.mkdir()
    with pytest.raises(OSError, match="facts"):
        write_yaml(path, {"name": "甲"})
    assert [p.name for p in tmp_path.iterdir()] == ["facts.yaml"]
