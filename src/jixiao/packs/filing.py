"""Files in and out: bounded reading with refusals, and writing that never leaves half a file behind."""

import os
import secrets
from pathlib import Path

from jixiao.refusals import Problem, Refusal


def bytes_of(path: Path, name: str, limit: int) -> bytes:
    """The content of the file, at most `limit` bytes; Refusal if it is missing, larger, or cannot be opened."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except FileNotFoundError:
        raise Refusal(Problem(name, "", "不存在的文件", "一个已有的文件", "请检查文件名和所在文件夹")) from None
    except OSError as error:
        mend = "请检查它是不是文件夹、有没有读取权限"
        raise Refusal(Problem(name, "", "打不开的文件", "一个可以读取的文件", mend)) from error
    if len(raw) > limit:
        found, expected = "过大的文件", f"不超过 {limit // 1_000_000} MB 的文件"
        raise Refusal(Problem(name, "", found, expected, "请拆分文件"))
    return raw


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` at once: a reader sees the old file or the new one, never a part."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)  # gone already when all was written
