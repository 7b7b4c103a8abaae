"""docs/form-store.md: what is committed is what the script writes."""

from scripts.form_store_page import PAGE, page


def test_the_committed_page_is_what_the_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
