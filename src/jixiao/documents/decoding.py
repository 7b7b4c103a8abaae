"""Bytes of a text file as text, in the encodings such files come in."""

import codecs

from jixiao.refusals import Problem, Refusal

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(raw: bytes, file: str) -> str:
    """The text of the bytes: UTF-8, UTF-16 with its mark, or GB18030; Refusal for anything else.

    >>> decoded("权重".encode("gb18030"), "甲.txt"), decoded("权重".encode("utf-16"), "甲.txt")
    ('权重', '权重')
    """
    marked = [encoding for mark, encoding in _MARKS if raw.startswith(mark)]
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Refusal(
        Problem(file, "", "不是文字的内容", "UTF-8、UTF-16 或 GB18030 编码的文本", "请用记事本打开后另存为 UTF-8")
    )
