"""Our own reports printed by LibreOffice and Chromium: what is read from the PDF is what the file says."""

from pathlib import Path

import pytest
from scripts.pdf_agreement import EXAMPLES, agreements

ENOUGH = 85  # percent of the relations of the source


@pytest.mark.system
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_printed_report_gives_the_same_tables_and_no_further_error(example: Path) -> None:
    for found in agreements(example):
        assert found.tables[0] == found.tables[1]
        assert found.same_cells == found.cells
        assert found.false_errors == ()
        assert found.relations[1] * 100 >= found.relations[0] * ENOUGH
