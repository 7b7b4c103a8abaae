"""The rule of an indicator in its formal form, also where the case gives it by its words alone."""

from collections.abc import Mapping
from fractions import Fraction

from jixiao.indicators.sentences import read_sentence
from jixiao.packs.trees import Tree
from jixiao.quantities import NumberError, parse_number
from jixiao.workbook.rulerows import RULE_ITSELF


def rule_tree(node: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """The rule as it is written formally, or as its words are read; the words alone where they are not.

    >>> node = {"weight": "5", "criteria": ["有制度"], "rule": {"text": "符合得满分，不符合不得分。"}}
    >>> sorted(rule_tree(node))
    ['source', 'switch', 'text']
    """
    rule = node.get("rule", {})
    if not isinstance(rule, dict):
        return {}
    weight = _weight(node)
    if weight is None or not rule.get("text") or rule.keys() - set(RULE_ITSELF):
        return rule
    criteria = node.get("criteria", [])
    points = tuple(map(str, criteria)) if isinstance(criteria, list) else ()
    read = read_sentence(str(rule["text"]), points, str(node.get("target", "")), weight).rule
    return rule if read is None else {**read.tree(), **rule}


def _weight(node: Mapping[str, Tree]) -> Fraction | None:
    try:
        return parse_number(str(node.get("weight", "")).removesuffix("分"))
    except NumberError:
        return None
