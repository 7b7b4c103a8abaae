"""A file and what its audit found: what every rendering of an audit shows."""

from dataclasses import dataclass

from jixiao.audit import Audit
from jixiao.documents import Document


@dataclass(frozen=True, slots=True)
class Audited:
    """A document, the SHA-256 of the file it was read from, and its audit."""

    document: Document
    sha256: str
    audit: Audit
