"""Writes docs/rules, a page for each form of rule: `python -m scripts.rule_pages`.

A test compares the committed pages with what this gives, so that they cannot tell what the program does not do.
"""

from pathlib import Path

from scripts.pagefolders import write_pages
from scripts.rulepages.formpage import form_page
from scripts.rulepages.overview import index_page, refused_page

from jixiao.packs.forms import form_groups

FOLDER = Path(__file__).parents[1] / "docs/rules"


def pages() -> dict[str, str]:
    """The pages by the names of their files."""
    forms = {
        f"{form.id}.md": form_page(form, f"{group.group} {group.name}")
        for group in form_groups()
        for form in group.forms
    }
    return {"README.md": index_page(), "refused.md": refused_page(), **forms}


if __name__ == "__main__":
    write_pages(FOLDER, pages())
