"""The form as a page to be read on a phone and printed; nobody answers in it."""

from jixiao.reports.surveyed.forms.content import Form, Grid
from jixiao.reports.templating import page_environment


def form_html(form: Form) -> str:
    """The page: nothing is loaded from anywhere, every text is escaped, no script runs."""
    environment = page_environment()
    environment.tests["grid"] = lambda part: isinstance(part, Grid)
    return environment.get_template("questionnaire.html").render(form=form)
