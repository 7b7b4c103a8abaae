"""Opening a PDF: whatever keeps it from being read as text is told in one line each."""

import pypdfium2
import pypdfium2.raw

from jixiao.refusals import Problem, Refusal

PAGE_LIMIT = 1_000
"""Pages that are read of one file."""

_END = b"%%EOF"
_OBJECT_ENDS = b"endobj"


def opened(raw: bytes, file: str) -> pypdfium2.PdfDocument:
    """The file as the library opens it; Refusal for one that is protected, cut off, damaged or too long."""
    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            mend = "请先用密码打开，另存为没有密码的 PDF"
            raise Refusal(Problem(file, "", "有密码的 PDF", "不用密码就能打开的 PDF", mend)) from None
        raise (_cut_off(file) if _is_cut_off(raw) else _damaged(file, "")) from None
    if _is_cut_off(raw):
        pdf.close()
        raise _cut_off(file)
    if len(pdf) > PAGE_LIMIT:
        found = f"{len(pdf)} 页的 PDF"
        pdf.close()
        raise Refusal(Problem(file, "", found, f"不超过 {PAGE_LIMIT} 页的 PDF", "请拆分文件"))
    return pdf


def damaged_page(file: str, number: int) -> Refusal:
    """The refusal of a file of which one page cannot be read."""
    return _damaged(file, f"第 {number} 页")


def without_text(file: str, pictures: int) -> Refusal:
    """The refusal of a file without any text; with pictures it is a scan."""
    if not pictures:
        return Refusal(Problem(file, "", "没有文字的 PDF", "有文字的 PDF", "请核对文件，或改用原来的 Word 文件"))
    mend = "请先识别文字（OCR），或改用原来的 Word 文件"
    return Refusal(Problem(file, "", "扫描件（页面只有图片，没有文字）", "有文字的 PDF", mend))


def without_known_text(file: str) -> Refusal:
    """The refusal of a file whose fonts do not tell which characters they show."""
    mend = "请重新导出 PDF，或改用原来的 Word 文件"
    return Refusal(Problem(file, "", "文字无法辨认的 PDF（字体缺少编码）", "可以复制文字的 PDF", mend))


def _is_cut_off(raw: bytes) -> bool:
    """Whether the end of the file is missing: there is no mark of an end, or more objects stand behind the last one."""
    end = raw.rfind(_END)
    return end < 0 or raw.find(_OBJECT_ENDS, end) >= 0


def _cut_off(file: str) -> Refusal:
    return Refusal(Problem(file, "", "不完整的 PDF（文件的末尾缺失）", "完整的 PDF", "请重新下载或重新导出 PDF"))


def _damaged(file: str, place: str) -> Refusal:
    found = "损坏的页" if place else "损坏的 PDF"
    return Refusal(Problem(file, place, found, "可以打开的 PDF", "请重新导出 PDF"))
