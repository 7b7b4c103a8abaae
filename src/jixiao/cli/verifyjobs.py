"""The work of `verify` on one file, wherever it is carried out, and what is kept of it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from jixiao.batch.rows import Source, Tables, rows_of_verified, unread_row
from jixiao.cli.auditjobs import Job, Outcome
from jixiao.documents import document_of
from jixiao.documents.opening import FILE_LIMIT
from jixiao.forms import FormBook, read_forms
from jixiao.forms.known import KnownBook, known_book
from jixiao.forms.profiles import GENERAL, profile
from jixiao.forms.verifying import VerifiedBook, verified
from jixiao.packs.filing import bytes_of, write_whole
from jixiao.refusals import Refusal
from jixiao.reports.verified.telling import told_file
from jixiao.reports.verified.told import ToldFile

KEPT, CORRECTED = "files", "corrected"
"""The folders inside the folder of results: what is told of each file, and the workbooks of corrected forms."""


@dataclass(frozen=True, slots=True)
class VerifiedFile:
    """A file with its forms verified, and what is told of it."""

    book: FormBook
    verified: VerifiedBook
    told: ToldFile

    def rows(self, name: str) -> list[Tables]:
        """The rows of the store; of every form that was announced and not read, or a file without any, one says why."""
        read = [rows_of_verified(self.book, self.verified, Source(name))] if self.verified.forms else []
        unread = (form.why or "" for form in self.told.forms if not form.number)
        return read + [unread_row(Source(name), why, profile(GENERAL)) for why in unread]


class Kept(BaseModel):
    """What is kept of a file: what is told of it, its rows of the store, and what other files are held against."""

    told: ToldFile
    rows: list[Tables]
    known: KnownBook

    def named(self, source: str) -> "Kept":
        """The same of a file with this name: equal files under several names are verified once."""
        rows = [
            {table: [row | {"file": source} if "file" in row else row for row in each] for table, each in part.items()}
            for part in self.rows
        ]
        return Kept(told=self.told.named(source), rows=rows, known=self.known.named(source))


def verified_bytes(raw: bytes, name: str, wanted: str = "") -> VerifiedFile:
    """The forms of a file by the profile wanted, otherwise by those they are recognised to have; Refusal where the
    file cannot be read."""
    document = document_of(raw, name)
    chosen = profile(wanted) if wanted else None
    book = read_forms(document, chosen.headings if chosen else None, score_tables=True)
    done = verified(book, document, chosen)
    return VerifiedFile(book, done, told_file(done, name))


def run_form_job(job: Job) -> Outcome:
    """Verify the forms of a file; what an earlier run has kept in the job's folder is not made again."""
    try:
        raw = bytes_of(Path(job.path), job.name, FILE_LIMIT)
        key = job.setting.key(sha256(raw).hexdigest())
        kept = Path(job.folder) / KEPT / f"{key}.json" if job.folder else None
        if kept is not None and kept.exists():
            return Outcome(job, kept.read_text(encoding="utf-8"), kept=True)
        file = verified_bytes(raw, job.name, job.setting.profile)
    except Refusal as refusal:
        return Outcome(job, refused=tuple(map(str, refusal.problems)))
    known = known_book(file.book, job.name)
    told = Kept(told=file.told, rows=file.rows(job.name), known=known).model_dump_json()
    if kept is not None:
        _write_corrected(file.verified, Path(job.folder) / CORRECTED, f"{Path(job.name).stem}.{key[:8]}.xlsx")
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, told.encode())
    return Outcome(job, told)


def _write_corrected(book: VerifiedBook, folder: Path, name: str) -> None:
    """The corrected forms of the file beside the stated ones; nothing where none is to be corrected."""
    from jixiao.reports.verified.corrected import corrected_xlsx, is_to_be_corrected

    mended = [each.scored for each in book.forms if is_to_be_corrected(each.scored)]
    if mended:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, corrected_xlsx(mended))
