"""Writes docs/checks, a page for each check of an audit: `python -m scripts.check_pages`.

The words stand beside the code of the checks, the numbers of the examples are what the program answers. A test compares
the committed pages with what this gives.
"""

from pathlib import Path

from scripts.checkpages.examples import examples
from scripts.checkpages.overview import index_page, title_of
from scripts.checkpages.page import check_page
from scripts.pagefolders import write_pages

from jixiao.audit.catalogue import checks_by_family

FOLDER = Path(__file__).parents[1] / "docs/checks"


def pages() -> dict[str, str]:
    """The pages by the names of their files."""
    families, known = checks_by_family(), examples()
    written = {
        f"{check.id}.md": check_page(check, title_of(family), known.get(check.id))
        for family, checks in families.items()
        for check in checks
    }
    return {"README.md": index_page(families), **written}


if __name__ == "__main__":
    write_pages(FOLDER, pages())
