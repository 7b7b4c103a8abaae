"""The form as a page to be read on a phone and printed; nobody answers in it."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from jixiao.reports.surveyed.forms.content import Form, Grid


def form_html(form: Form) -> str:
    """The page: nothing is loaded from anywhere, every text is escaped, no script runs."""
    environment = Environment(
        loader=PackageLoader("jixiao.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["grid"] = lambda part: isinstance(part, Grid)
    return environment.get_template("questionnaire.html").render(form=form)
