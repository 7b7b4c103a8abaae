"""Chinese into rules: sentences as people write them become rules that can be applied."""

from jixiao.language.canonical import render_rule
from jixiao.language.forms import form_of
from jixiao.language.reading import Read, Unread, parse_rule

__all__ = ["Read", "Unread", "form_of", "parse_rule", "render_rule"]
