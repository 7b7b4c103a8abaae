"""The rows of a summary as rows of the store, each with the form of its project."""

from collections.abc import Iterator, Mapping

from jixiao.batch.cells import number_of
from jixiao.batch.schema import LISTED
from jixiao.batch.settings import FormSettings
from jixiao.batch.stored import Cells
from jixiao.forms import FormBook, Summary
from jixiao.forms.checks.grades import contradictory
from jixiao.forms.pairing import pairs_of


def listed_rows(
    summary: Summary, book: FormBook, forms: Mapping[int, tuple[int, FormSettings]], unknown: FormSettings
) -> Iterator[tuple[Cells, FormSettings]]:
    """Every row of a summary with the settings of its form, or those of an unknown one where it has none.

    `forms` are number and settings of the forms by identity. Grades that contradict each other already are not held
    against the bands once more.
    """
    paired = {id(pair.row): pair for pair in pairs_of(summary, book.forms).paired}
    doubtful = contradictory(summary)
    for row in summary.rows:
        pair = paired.get(id(row))
        number, settings = forms[id(pair.form)] if pair else (0, unknown)
        cells: Cells = {
            "form": number,
            "paired": int(pair is not None),
            "certain": int(pair is not None and pair.is_certain),
            "contradicted": int(id(row) in doubtful),
            "listed_name": row.name.text,
            **number_of(LISTED, "汇总资金", row.money, settings),
            **number_of(LISTED, "汇总得分", row.score),
            "listed_grade": row.grade.text or None,
            "listed_rank": settings.rank(row.grade.text),
        }
        yield cells, settings
