"""A template filled in: our own in this process, anyone else's checked first and in a process of its own."""

from jixiao.reports.word.apart import render_apart
from jixiao.reports.word.context import Context
from jixiao.reports.word.filling import filled


def render(template: bytes, name: str, context: Context, *, trusted: bool) -> bytes:
    """The template with the values of the context in place of its tags, as a .docx that is not compressed yet.

    Raises Refusal for a template that is not trusted and fails its check, takes too long or wants too much; `name` is
    what messages call it.
    """
    return filled(template, name, context.values) if trusted else render_apart(template, name, context)
