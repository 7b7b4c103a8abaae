"""Other programs and the audit: LibreOffice opens its files, Chromium shows its page, Spark carries it out."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.audit_samples import SOUND, write_text, write_word
from tests.cli.front_door import FrontDoor

pytestmark = pytest.mark.system


@pytest.mark.parametrize("arguments", [("--comments", "x.docx"), ("--format", "docx", "--out", "x.docx")])
def test_libreoffice_opens_the_word_files(arguments: tuple[str, ...], jixiao: FrontDoor, tmp_path: Path) -> None:
    placed = [tmp_path / each if each == "x.docx" else each for each in arguments]
    jixiao("audit", write_word(tmp_path / "报告.docx"), *placed)
    soffice = shutil.which("soffice")
    assert soffice is not None
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "x.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_of_a_phone_is_no_wider_than_the_phone(jixiao: FrontDoor, tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    jixiao("audit", write_text(tmp_path / "报告.txt"), "--format", "html", "--out", page)
    chromium = shutil.which("chromium")
    assert chromium is not None
    asking = "<script>parent.postMessage(`${innerWidth} ${document.documentElement.scrollWidth}`, '*')</script>"
    phone = tmp_path / "phone.html"  # a window of Chromium is no narrower than 500 points, a frame in it is
    phone.write_text(
        "<title></title><script>onmessage = told => document.title = told.data</script>"
        "<iframe src=x.html width=390 height=844 frameborder=0></iframe>",
        encoding="utf-8",
    )
    unguarded = re.sub("<meta[^>]*Content-Security-Policy[^>]*>", "", page.read_text(encoding="utf-8"))
    page.write_text(unguarded + asking, encoding="utf-8")
    command = [
        chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'chromium'}",
        "--virtual-time-budget=5000", "--dump-dom", phone.as_uri(),
    ]  # fmt: skip
    shown = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    widths = re.search(r"<title>(\d+) (\d+)</title>", shown)
    assert widths is not None
    assert int(widths[2]) <= int(widths[1]) == 390


def test_spark_gives_the_same_as_processes(jixiao: FrontDoor, tmp_path: Path) -> None:
    files = [write_text(tmp_path / "一.txt"), write_text(tmp_path / "二.txt", SOUND), tmp_path / "断.docx"]
    files[2].write_bytes(write_word(tmp_path / "报告.docx").read_bytes()[:3000])
    command = [
        sys.executable,
        "-c",
        "from jixiao.cli import main; main()",
        "audit",
        *map(str, files),
        "--format",
        "json",
    ]
    spark = subprocess.run([*command, "--engine", "spark"], check=False, capture_output=True, text=True, timeout=300)
    local = jixiao("audit", *files, "--format", "json")
    assert spark.stdout == local.out
    assert spark.returncode == local.code == 1
