"""Damaged and hostile files of every kind: each is read or refused in one Chinese line, never anything else.

The damage is drawn from fixed seeds. `make fuzz` goes on for FUZZ_SECONDS with further ones.
"""

import io
import os
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.documents.test_kinds import compound
from tests.documents.test_ofd import CELLS, RULES, ofd
from tests.documents.word.files import BY, NAMES, box, part, r, row, tbl, tc
from tests.documents.word.files import p as paragraph
from tests.documents.word.test_text import NUMBERING, STYLES, listed
from tests.reading.annexes import excel_bytes, packed, web_page

from jixiao.documents import document_of
from jixiao.refusals import Refusal

ROUNDS = 300
STARTING = 0.1  # of the rounds are enough where every file starts a process
LONGEST = 10  # seconds that one file may take
SAMPLES = Path(__file__).parents[1] / "reading" / "samples"
HOSTILE = (b"99999", b"-1", b"", b"\x00", "表".encode(), b"&#0;", b"<", b"\t", b"|", b'"', b"<!DOCTYPE a>", b"\n" * 50)


def word() -> bytes:
    """A Word file with everything that the reader knows."""
    merged = row(tc("甲", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), "3", properties=f"<w:ins {BY}/>")
    table = tbl(row("项目", "内容", "金额"), merged, row(tc(tbl(row("内"))), tc("", "<w:vMerge/>"), "4"))
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = listed("概况", 0) + paragraph(r("支出") + box("框") + notes, '<w:pStyle w:val="b"/>') + table
    contents = {
        "numbering": NUMBERING,
        "styles": STYLES,
        "footnotes": f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>',
    }
    parts = {f"word/{name}.xml": part(name, content) for name, content in contents.items()}
    return packed({"word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"} | parts)


SEEDS: dict[str, Callable[[], bytes]] = {
    "报告.docx": word,
    "报告.xlsx": excel_bytes,
    "报告.ofd": lambda: ofd([*RULES, *CELLS]),
    "报告.html": lambda: web_page().encode(),
    "报告.xls": (SAMPLES / "annex.xls").read_bytes,
    "演示.ppt": lambda: compound("PowerPoint Document"),
    "报告.pdf": (SAMPLES / "annex.pdf").read_bytes,
    "表格.txt": (SAMPLES / "tabs.txt").read_bytes,
    "逐格.txt": (SAMPLES / "cells.txt").read_bytes,
    "页.md": lambda: "# 一\n| 甲 | 乙 |\n|---|---|\n| 1 | <br>2 |\n".encode(),
}


@pytest.mark.parametrize("name", SEEDS)
def test_a_damaged_file_is_read_or_refused_in_one_line_and_in_bounded_time(name: str) -> None:
    raw = SEEDS[name]()
    for seed in seeds(name):
        damaged = damage(raw, random.Random(f"{name}{seed}"))
        begin = time.monotonic()
        for line in refused(damaged, name):
            assert line.startswith(f"{name}")
            assert "\n" not in line
        assert time.monotonic() - begin < LONGEST, f"seed {seed} takes too long"


def refused(raw: bytes, name: str) -> list[str]:
    """What people are told where the file is refused; nothing where it is read."""
    try:
        assert document_of(raw, name).blocks
    except Refusal as refusal:
        return [str(problem) for problem in refusal.problems]
    return []


def seeds(name: str) -> Iterator[int]:
    """The seeds of a run: a fixed number of them, or as many as FUZZ_SECONDS allow each kind of file."""
    rounds = ROUNDS * STARTING if name.endswith(".xls") else ROUNDS
    seconds = int(os.environ.get("FUZZ_SECONDS", "0"))
    end = time.monotonic() + seconds / len(SEEDS)
    for seed in count():
        if time.monotonic() > end if seconds else seed >= rounds:
            return
        yield seed


def damage(raw: bytes, chance: random.Random) -> bytes:
    """The file changed somewhere: an archive mostly inside one of its parts."""
    if raw.startswith(b"PK") and chance.random() < 0.9:
        return inside_archive(raw, chance)
    return changed(raw, chance)


def inside_archive(raw: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    if chance.random() < 0.1:
        del parts[name]
    else:
        parts[name] = changed(parts[name], chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return target.getvalue()


def changed(raw: bytes, chance: random.Random) -> bytes:
    """A few places cut out, repeated, overwritten, or moved; now and then the end is missing."""
    content = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 5, 40, 400)))
        piece = bytes(content[start:end])
        match chance.randrange(5):
            case 0:
                del content[start:end]
            case 1:
                content[start:start] = piece * chance.choice((1, 3, 50))
            case 2:
                content[start:end] = chance.choice(HOSTILE)
            case 3:
                content[start : start + 1] = bytes([chance.randrange(256)])
            case _:
                at = chance.randrange(len(content) + 1)
                content[at:at] = piece
    return bytes(content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content)
