"""The canonical sentence of a rule: written from the rule and read back exactly."""

from jixiao.language.canonical.sentences import read_canonical, render_rule

__all__ = ["read_canonical", "render_rule"]
