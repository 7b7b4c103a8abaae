"""Any rule that the algebra expresses, for laws about sentences and forms."""

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from tests.strategies import lines, parts

from jixiao.rules import Rule, RuleError, TotalRule, read_total_rules
from jixiao.rules.totals import Rescaling
from jixiao.text import normal

_QUOTES = str.maketrans("", "", '“”"')


def without_quotes(tree: Any) -> Any:
    """The tree with names in which no quotation marks stand, as the sentence sets its own around them.

    A part that is named by nothing but a number is given a word: no sentence can tell such a name from a number.
    """
    if isinstance(tree, str):
        return tree.translate(_QUOTES).strip() or "甲"
    if isinstance(tree, list):
        return [without_quotes(each) for each in tree]
    bare = {without_quotes(key): without_quotes(each) for key, each in tree.items()}
    if isinstance(bare.get("name"), str) and normal(bare["name"]).text.isdecimal():
        bare["name"] = f"甲{bare['name']}"
    return bare


@st.composite
def any_rules(draw: st.DrawFn) -> Rule:
    """Any rule that the algebra expresses."""
    kept = draw(st.sampled_from([{}, {"not_applicable": "full"}, {"not_applicable": "rescale"}]))
    try:
        return Rule.read({"text": "按规定计分。", "source": "ours", **kept, **without_quotes(draw(parts))}, 60)
    except RuleError:
        assume(False)
        raise


_total_trees = st.one_of(
    st.fixed_dictionaries({"name": lines, "penalty": st.just("2分")}, optional={"at_most": st.just("6分")}),
    st.fixed_dictionaries({"name": lines, "bonus": st.just("0.5分")}, optional={"at_most": st.just("1分")}),
    st.fixed_dictionaries({"name": lines, "cap": st.sampled_from(["良", "80", "59.5"])}),
    st.fixed_dictionaries({"name": lines, "pay_from": st.just("80")}, optional={"in_proportion": st.just("true")}),
)


def total_rules() -> st.SearchStrategy[TotalRule]:
    """Any rule about the total."""
    read = _total_trees.map(lambda tree: read_total_rules([without_quotes(tree)])[0])
    return st.one_of(read, lines.map(lambda name: Rescaling(without_quotes(name))))
