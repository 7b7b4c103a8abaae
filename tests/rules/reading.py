"""Helpers of the tests of rules: a rule from its formal form in a few words, and what it gives."""

from fractions import Fraction

from jixiao.packs.forms import Form
from jixiao.packs.trees import Tree
from jixiao.rules import Evidence, NotScored, Rule, RuleError, Scored


def rule(criteria: int = 0, **part: Tree) -> Rule:
    """A rule with a part under its key: rule(fixed="3分")."""
    return Rule.read({"text": "按规定计分。", "source": "ours", **part}, criteria)


def rule_of(form: Form) -> Rule:
    """The example of a form of the catalogue."""
    return Rule.read(as_tree(form.rule), int(form.criteria))


def as_tree(value: object) -> Tree:
    """What a model keeps as an object, as the tree it was read from."""
    if isinstance(value, dict):
        return {str(key): as_tree(entry) for key, entry in value.items()}
    return [as_tree(entry) for entry in value] if isinstance(value, list) else str(value)


def curve(of: str, *pieces: Tree, **more: Tree) -> Rule:
    """A rule that is a curve over `of`."""
    return rule(curve={"of": of, "pieces": list(pieces), **more})


def scored(scoring_rule: Rule, weight: str = "5", **values: object) -> Scored:
    """The outcome of a rule that must give points."""
    outcome = scoring_rule.apply(Fraction(weight), Evidence(values))
    assert isinstance(outcome, Scored), outcome
    return outcome


def score(scoring_rule: Rule, weight: str = "5", **values: object) -> str:
    """The score of a rule that must give points."""
    return str(scored(scoring_rule, weight, **values).score)


def refusal(scoring_rule: Rule, weight: str = "5", **values: object) -> str:
    """Why a rule refuses its evidence."""
    outcome = scoring_rule.apply(Fraction(weight), Evidence(values))
    assert isinstance(outcome, NotScored), outcome
    assert outcome.refused, outcome
    return outcome.why


def lacking(scoring_rule: Rule, weight: str = "5", **values: object) -> str:
    """What a rule lacks."""
    outcome = scoring_rule.apply(Fraction(weight), Evidence(values))
    assert isinstance(outcome, NotScored), outcome
    assert not outcome.refused, outcome
    return outcome.why


def mistake(tree: Tree, criteria: int = 0) -> RuleError:
    """The mistake for which a formal form is refused."""
    try:
        read = Rule.read(tree, criteria)
    except RuleError as error:
        return error
    raise AssertionError(f"accepted: {read}")


def mistake_in(**part: Tree) -> RuleError:
    """The mistake in a part."""
    return mistake({"text": "按规定计分。", "source": "ours", **part})
