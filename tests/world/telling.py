"""What the program tells about forms, put down as counts of (form, check, severity); form 0 is a summary table."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path

from jixiao.batch.checking import SEVERITIES, Rows
from jixiao.batch.checks import CHECKS
from jixiao.batch.embedded import DuckDB
from jixiao.batch.rows import Source, rows_of
from jixiao.batch.store import StoreWriter
from jixiao.batch.verification import failures, verify
from jixiao.checking import Checkup
from jixiao.documents import open_document
from jixiao.findings import Severity
from jixiao.forms import Form, FormBook, read_forms
from jixiao.forms.profiles import Profile, profile
from jixiao.forms.verifying import VerifiedBook, verified

Told = Counter[tuple[int, str, Severity]]
_CHECKS = {check.key: check for check in CHECKS}


def verified_file(file: Path) -> VerifiedBook:
    """The forms of a file, read and verified as `jixiao verify` does; nothing is said to it about them."""
    document = open_document(file)
    return verified(read_forms(document, score_tables=True), document)


def told_of(book: VerifiedBook) -> Told:
    """Everything that is told of the forms and summaries of one file, consequences of other findings not counted."""
    told = Told()
    for number, form in enumerate(book.forms, start=1):
        told += _told(number, form.checkup)
    for summary in book.summaries:
        told += _told(0, summary.checkup)
    return told


def _told(number: int, checkup: Checkup) -> Told:
    return Counter((number, each.check, each.severity) for each in checkup.findings if not each.derived_from)


def told_of_store(books: Sequence[tuple[str, FormBook]], folder: Path) -> list[Told]:
    """What DuckDB tells of each book (with its profile), all books being stored and verified together."""
    with StoreWriter(folder) as store:
        for number, (key, book) in enumerate(books, start=1):
            store.add(rows_of(book, Source(f"{number}.xlsx"), partial(_known, profile(key))))
    forms = [0, *accumulate(len(book.forms) for _, book in books)]
    listed = [0, *accumulate(sum(len(summary.rows) for summary in book.summaries) for _, book in books)]
    told = [Told() for _ in books]
    with DuckDB(folder) as engine:
        verify(engine)
        for each in failures(engine):
            check = _CHECKS[each.key]
            of_list = check.over in (Rows.LISTED, Rows.PAIR)
            at = bisect_left(listed, each.nth) - 1 if of_list else bisect_left(forms, each.form) - 1
            told[at][0 if of_list else each.form - forms[at], check.check.id, each.severity] += 1
        for row in engine.rows("SELECT form, file, check_id, severity FROM noted"):
            at, form = int(str(row["file"]).removesuffix(".xlsx")) - 1, int(row["form"] or 0)
            told[at][form and form - forms[at], str(row["check_id"]), SEVERITIES[int(row["severity"] or 0)]] += 1
    return told


def _known(found: Profile, form: Form) -> Profile:
    return found
