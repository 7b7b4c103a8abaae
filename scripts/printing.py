"""Printing as PDF: Word files by LibreOffice, web pages by Chromium."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from jixiao.documents.libreoffice import converted, libreoffice

_TIMEOUT = 300


def by_libreoffice(raw: bytes) -> bytes:
    """The PDF of a Word file; ends the program where LibreOffice is missing or fails."""
    program = libreoffice()
    printed = converted(program, raw, ".docx", "pdf", _TIMEOUT) if program else None
    if printed is None:
        raise SystemExit("LibreOffice cannot print the report")
    return printed


def by_chromium(raw: bytes) -> bytes:
    """The PDF of a web page; ends the program where Chromium is missing."""
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("Chromium is not installed")
    with TemporaryDirectory() as folder:
        page, printed = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_bytes(raw)
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command = [program, *options, f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)
        return printed.read_bytes()
