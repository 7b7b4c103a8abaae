"""One file audited, wherever that happens: in this process, in one beside it, or on another machine."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from json import dumps
from pathlib import Path

from jixiao.audit import Material, audit
from jixiao.audit.acceptance import NOTHING_ACCEPTED, read_accepted
from jixiao.audit.ruleset import ruleset_hash, ruleset_name
from jixiao.audit.since import EarlierAudit, earlier_of, since
from jixiao.documents import document_of
from jixiao.documents.opening import FILE_LIMIT
from jixiao.packs.filing import bytes_of, write_whole
from jixiao.refusals import Refusal
from jixiao.reports.audited import Audited, audited_json
from jixiao.reports.audited.anchors import anchored


@dataclass(frozen=True, slots=True)
class Setting:
    """What findings depend on besides the file: place, year and profile, where they are known, and the ruleset.

    The ruleset is the one of whoever starts the work, wherever it is then carried out. A profile counts only for forms.
    """

    place: str = ""
    year: int | None = None
    profile: str = ""
    ruleset: str = field(default_factory=ruleset_hash)

    def key(self, digest: str) -> str:
        """The name under which the audit of a file with this SHA-256 is kept; it changes with the ruleset."""
        ruled = dumps([self.ruleset, self.place, self.year, self.profile], ensure_ascii=False)
        return f"{digest}-{sha256(ruled.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be audited: where it is, what it is called, the folder for its results, and their form.

    The folder holds its JSON, and the file of another form (`html`, `docx`) beside it.
    """

    path: str
    name: str
    setting: Setting
    folder: str = ""
    form: str = "json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the audit as JSON text, or why there is none.

    `kept` if an earlier run had done it, `overdue` if it was given up after its time.
    """

    job: Job
    told: str = ""
    refused: tuple[str, ...] = ()
    kept: bool = False
    overdue: bool = False


def audited_bytes(raw: bytes, path: Path, name: str, setting: Setting, earlier: Sequence[EarlierAudit] = ()) -> Audited:
    """The audit of what the file at `path` holds, with what was accepted and what changed."""
    document = anchored(document_of(raw, name))
    found = audit(Material(document, setting.place, setting.year))
    before = earlier_of(name, earlier)
    return Audited(
        document,
        sha256(raw).hexdigest(),
        found,
        ruleset_name(),
        read_accepted(path),
        None if before is None else since(before, found),
    )


def run_job(job: Job) -> Outcome:
    """Audit the file and keep the results in the job's folder; what is there already is not made again."""
    path = Path(job.path)
    try:
        raw = bytes_of(path, job.name, FILE_LIMIT)
        read_accepted(path)  # refuse the file now, not when all the others are done
        key = job.setting.key(sha256(raw).hexdigest())
        kept, rendered = _kept(job, key), _rendered(job, key)
        if kept is not None and kept.exists() and (rendered is None or rendered.exists()):
            return Outcome(job, kept.read_text(encoding="utf-8"), kept=True)
        audited = audited_bytes(raw, path, job.name, job.setting)
    except Refusal as refusal:
        return Outcome(job, refused=tuple(map(str, refusal.problems)))
    told = dumps(audited_json(replace(audited, accepted=NOTHING_ACCEPTED)), ensure_ascii=False, indent=2)
    if rendered is not None:
        write_whole(rendered, rendering(audited, job.form))
    if kept is not None:
        write_whole(kept, told.encode())
    return Outcome(job, told)


def rendering(audited: Audited, form: str) -> bytes:
    """The audit as a page or as a list in Word; what they need is loaded only here."""
    if form == "docx":
        from jixiao.reports.audited.opinion import audited_docx

        return audited_docx(audited)
    from jixiao.reports.audited.page import audited_html

    return audited_html(audited).encode()


def _kept(job: Job, key: str) -> Path | None:
    return Path(job.folder) / f"{key}.json" if job.folder else None


def _rendered(job: Job, key: str) -> Path | None:
    """The file for people, called like the document; the beginning of its SHA-256 keeps namesakes apart."""
    if not job.folder or job.form == "json":
        return None
    return Path(job.folder) / f"{Path(job.name).name}.{key[:8]}.{job.form}"
