"""Pictures of the report for the documentation: three pages and a chart, laid out by LibreOffice from a real case.

Needs what `scripts/programs.sh` names. The pages are looked up by what stands on them, so that the pictures keep
showing the same things when the text before them grows.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
CASE = ROOT / "examples/xinxiang-hitech-2023"
DOTS = 96  # per inch
PAGES = {
    "report-contents.png": ("目 录",),
    "report-analysis.png": ("（2）预算调整率", "13.33%"),
    "report-annex.png": ("附表1-1", "一级指标"),
}
CHART, CHART_HEIGHT = ("report-chart.png", "图3-1"), 72  # millimetres with the caption


def pdf_of_the_report(folder: Path) -> bytes:
    """The report of the case as LibreOffice prints it, in fonts like those it names."""
    program = Path(sys.executable).with_name("jixiao")
    subprocess.run([program, "evaluate", CASE, "--out", folder], check=True, stdout=subprocess.DEVNULL)
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "scripts/fonts.conf")}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert: list[str | Path] = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        folder / "report.docx",
    ]
    subprocess.run(convert, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    return (folder / "report.pdf").read_bytes()


def pictures(pdf: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Every picture with its name."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    for name, words in PAGES.items():
        yield name, drawn(document[page_with(texts, words)])
    name, caption = CHART
    page = document[page_with(texts, (caption,))]
    yield name, above_caption(drawn(page), page, caption)


def page_with(texts: list[str], words: tuple[str, ...]) -> int:
    """The first page on which all the words stand."""
    plain = ["".join(text.split()) for text in texts]
    return next(n for n, text in enumerate(plain) if all("".join(word.split()) in text for word in words))


def drawn(page: pypdfium2.PdfPage) -> Image.Image:
    """The page as it prints."""
    picture: Image.Image = page.render(scale=DOTS / 72).to_pil()
    return picture


def above_caption(picture: Image.Image, page: pypdfium2.PdfPage, caption: str) -> Image.Image:
    """The part of a page with a chart and the caption below it."""
    text = page.get_textpage()
    found = text.search(caption).get_next()
    if found is None:
        raise SystemExit(f"no caption {caption}")
    bottom = text.get_charbox(found[0])[1]
    below = round((page.get_height() - bottom) * DOTS / 72) + 8
    return picture.crop((0, max(below - round(CHART_HEIGHT * DOTS / 25.4), 0), picture.width, below))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures(pdf_of_the_report(Path(folder))):
            picture.convert("RGB").quantize(32).save(PICTURES / name, optimize=True)
            print((PICTURES / name).relative_to(ROOT))


if __name__ == "__main__":
    main()
