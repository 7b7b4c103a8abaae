"""Word files of the old kind (.doc): LibreOffice, where it is installed, saves them as .docx, which is then read."""

from dataclasses import replace

from jixiao.documents.kinds import AS_WORD
from jixiao.documents.libreoffice import converted, libreoffice
from jixiao.documents.model import Document
from jixiao.documents.word import read_word
from jixiao.refusals import Problem, Refusal

SECONDS = 60
"""How long a conversion may take."""


def read_old_word(raw: bytes, file: str) -> Document:
    """The document in a .doc file; Refusal where LibreOffice is missing or cannot read it."""
    program = libreoffice()
    if program is None:
        mend = f"{AS_WORD}；安装 LibreOffice 后可以直接读取 .doc"
        raise Refusal(Problem(file, "", "旧格式（.doc）的文件", ".docx 文件", mend))
    docx = converted(program, raw, ".doc", "docx", SECONDS)
    if docx is None:
        found = f"LibreOffice 在 {SECONDS} 秒内没能打开的 .doc 文件"
        raise Refusal(Problem(file, "", found, "完整的 .doc 文件", AS_WORD))
    return replace(read_word(docx, file), format="doc")
