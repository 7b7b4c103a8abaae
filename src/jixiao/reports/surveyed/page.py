"""The survey as one page: the composites at the head, the annex below; it loads nothing and runs no script."""

from jixiao.reports.page.placing import placed_chapters
from jixiao.reports.surveyed.annex import annex_of
from jixiao.reports.surveyed.figures import margin, number, percent
from jixiao.reports.templating import page_environment
from jixiao.surveys.results import StudyResult


def survey_html(result: StudyResult) -> str:
    """The page; all texts are escaped."""
    return (
        page_environment()
        .get_template("survey.html")
        .render(
            result=result,
            study=result.study,
            chapters=placed_chapters(annex_of(result), {}),
            percent=percent,
            number=number,
            margin=margin,
            ways={},
        )
    )
