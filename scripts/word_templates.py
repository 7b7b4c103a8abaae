"""Writes the Word templates that come with the program: `python -m scripts.word_templates`. Same code, same bytes."""

from pathlib import Path

from scripts.wordtemplates import plan, report
from scripts.wordtemplates.package import packed

FOLDER = Path(__file__).parents[1] / "src/jixiao/reports/word/templates"


def templates() -> dict[str, bytes]:
    """The files by name."""
    return {"report.docx": packed(report.TITLE, report.report()), "plan.docx": packed(plan.TITLE, plan.plan())}


def main() -> None:
    for name, content in templates().items():
        (FOLDER / name).write_bytes(content)
        print(f"wrote {name}, {len(content)} bytes")


if __name__ == "__main__":
    main()
