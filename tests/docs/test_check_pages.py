"""docs/checks: what is committed is what the script writes, and every example shows what its check is for."""

import pytest
from scripts.check_pages import FOLDER, pages
from scripts.checkpages.examples import Example, examples

from jixiao.audit.catalogue import titles


@pytest.fixture(scope="module")
def worked() -> dict[str, Example]:
    return examples()


def test_the_committed_pages_are_what_the_script_writes() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert committed == pages(), "run `make pages`"


def test_every_example_is_reported_by_its_check(worked: dict[str, Example]) -> None:
    assert [check for check, example in worked.items() if not example.findings] == []


def test_every_example_is_of_a_check_that_there_is(worked: dict[str, Example]) -> None:
    assert set(worked) <= set(titles())
