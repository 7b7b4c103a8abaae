"""The one-page summary of a score sheet: self-contained HTML that opens anywhere and prints on paper."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from jixiao.evaluation.sheet import STATUS_NAMES, ScoreSheet, score_rate
from jixiao.reports import wording


def summary_html(sheet: ScoreSheet) -> str:
    """The page; text from the case is escaped, nothing is loaded from anywhere."""
    environment = Environment(
        loader=PackageLoader("jixiao.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("summary.html").render(
        sheet=sheet, words=wording, rate=score_rate, status=STATUS_NAMES
    )
