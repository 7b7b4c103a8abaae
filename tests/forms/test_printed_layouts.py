"""Layouts as a .pdf and as an .xls that LibreOffice makes of our Word files and workbooks."""

import subprocess
from pathlib import Path

import pytest
from tests.forms.drawn import as_word, as_workbook
from tests.forms.notation import noted
from tests.forms.provinces import ARRANGED
from tests.forms.test_layouts import PROFILES, VALUES

from jixiao.documents import document_of
from jixiao.forms import read_forms
from jixiao.forms.profiles import recognised

pytestmark = pytest.mark.system

NARROW = tuple(layout for layout in ARRANGED if len(ARRANGED[layout].rows[0]) < 10)
"""The layouts that fit on the page of our Word files."""


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("converted")
    for layout, form in ARRANGED.items():
        (folder / f"{layout}.docx").write_bytes(as_word(form))
        (folder / f"{layout}.xlsx").write_bytes(as_workbook(form))
    for kind, target in (("docx", "pdf"), ("xlsx", "xls")):
        own = f"-env:UserInstallation=file://{folder}/profile"
        made = ["soffice", "--headless", own, "--convert-to", target, "--outdir", str(folder)]
        subprocess.run([*made, *map(str, folder.glob(f"*.{kind}"))], check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize("layout", NARROW)
def test_a_printed_form_says_what_the_word_file_says(converted: Path, layout: str) -> None:
    document = document_of((converted / f"{layout}.pdf").read_bytes(), f"{layout}.pdf")
    (form,) = read_forms(document, score_tables=True).forms
    assert noted(form).strip() == VALUES[layout].strip()
    assert recognised(form, document).profile.id == PROFILES[layout]


@pytest.mark.parametrize("layout", ARRANGED)
def test_an_old_workbook_says_what_the_new_one_says(converted: Path, layout: str) -> None:
    document = document_of((converted / f"{layout}.xls").read_bytes(), f"{layout}.xls")
    (form,) = read_forms(document, score_tables=True).forms
    assert noted(form).strip() == VALUES[layout].strip()
    assert recognised(form, document).profile.id == PROFILES[layout]
