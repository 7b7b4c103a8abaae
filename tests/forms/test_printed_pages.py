"""Forms of several pages, as LibreOffice prints them: what is read is what stands in the Word file."""

from pathlib import Path

import pytest
from tests.forms.notation import noted
from tests.world.growing import department
from tests.world.layouts import pages
from tests.world.office import saved
from tests.world.paper import write

from jixiao.documents import open_document
from jixiao.forms import Form, ReadingStatus, read_forms, reading_of

pytestmark = pytest.mark.system

PROFILES = ("N", "N2", "F", "C2")
"""Layouts whose headings page breaks go through."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    folder = tmp_path_factory.mktemp("printed")
    files = [folder / f"{profile}.docx" for profile in PROFILES]
    for profile, file in zip(PROFILES, files, strict=True):
        write(pages(department(0, profile, 6)), file)
    return {file.stem: (file, made) for file, made in zip(files, saved(files, folder), strict=True)}


def read(file: Path) -> tuple[Form, ...]:
    return read_forms(open_document(file), score_tables=True).forms


@pytest.mark.parametrize("profile", PROFILES)
def test_printed_forms_say_what_the_word_file_says(printed: dict[str, tuple[Path, Path]], profile: str) -> None:
    word, pdf = printed[profile]
    forms = read(pdf)
    assert [noted(form) for form in forms] == [noted(form) for form in read(word)]
    assert {reading_of(form).status for form in forms} == {ReadingStatus.READ}
