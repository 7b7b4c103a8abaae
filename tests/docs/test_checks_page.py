"""docs/checks.md: what is committed is what the script writes, and every finding has its line there."""

import pytest
from scripts.checks_page import GROUPS, PAGE, page
from tests.evaluation.cases import XINXIANG, YANJIN, sheet_of


def test_the_committed_page_is_what_the_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_two_catalogues_use_the_same_id() -> None:
    ids = [check.id for _, catalogue in GROUPS for check in catalogue]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("case", [XINXIANG, YANJIN])
def test_every_finding_of_an_example_names_a_check_on_the_page(case: str) -> None:
    findings = sheet_of(case).findings
    assert findings
    on_the_page = {check.id for _, catalogue in GROUPS for check in catalogue}
    assert {finding.check for finding in findings} <= on_the_page
