"""The rows of a summary as rows of the store, each with the form of its project."""

from collections.abc import Iterator, Mapping, Sequence

from jixiao.batch.cells import number_of
from jixiao.batch.schema import LISTED
from jixiao.batch.settings import FormSettings
from jixiao.batch.stored import Cells
from jixiao.findings import Finding
from jixiao.forms import Summary
from jixiao.forms.catalogue import GRADE
from jixiao.forms.pairing import Pairs


def listed_rows(
    pairs: Pairs,
    summary: Summary,
    forms: Mapping[int, tuple[int, FormSettings]],
    usual: FormSettings,
    found: Sequence[Finding],
) -> Iterator[tuple[Cells, FormSettings]]:
    """Every row of a summary with the settings of its form, or the usual ones where it has none.

    `forms` are number and settings of the forms by identity. `found` is what was found in the summary while reading:
    grades that contradict each other already are not held against the bands once more.
    """
    paired = {id(pair.row): pair for pair in pairs.paired}
    doubtful = {place for finding in found if finding.check == GRADE.id for place in finding.places}
    for row in summary.rows:
        pair = paired.get(id(row))
        number, settings = forms[id(pair.form)] if pair else (0, usual)
        cells: Cells = {
            "form": number,
            "certain": int(pair is not None and pair.is_certain),
            "contradicted": int(row.grade.place in doubtful),
            "listed_name": row.name.text,
            **number_of(LISTED, "汇总资金", row.money, settings),
            **number_of(LISTED, "汇总得分", row.score),
            "listed_grade": row.grade.text or None,
            "listed_rank": settings.rank(row.grade.text),
        }
        yield cells, settings
