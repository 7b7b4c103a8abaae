"""How the texts of a report are put together: full stops, dates, document titles, lists."""

from collections.abc import Sequence

from jixiao.packs.dates import PartialDate
from jixiao.reports.numbering import chinese_number

_ENDS = ("。", "！", "？", "…", "：")
_LOOSE_ENDS = "；;，,、"


def ended(text: str) -> str:
    """The text as a sentence: it ends with a full stop unless it ends already; nothing stays nothing.

    >>> ended("年末在职11人"), ended("支出合规。"), ended("推动改革；"), ended("")
    ('年末在职11人。', '支出合规。', '推动改革。', '')
    """
    text = text.strip()
    if not text or text.endswith(_ENDS):
        return text
    return f"{text.rstrip(_LOOSE_ENDS)}。"


def bare(text: str) -> str:
    """The text without the stop it ends with, so that a sentence can go on behind it.

    >>> bare("推动改革；"), bare("得满分。"), bare("怎么办？")
    ('推动改革', '得满分', '怎么办？')
    """
    return text.strip().rstrip(f"。{_LOOSE_ENDS}")


def date_text(text: str) -> str:
    """A date as a report writes it; what is no ISO date stays as it is written.

    >>> date_text("2023-01-05"), date_text("2024-12"), date_text("2024"), date_text("2024年底")
    ('2023年1月5日', '2024年12月', '2024年', '2024年底')
    """
    known = _read(text)
    return text if known is None else _written(known)


def span_text(begin: str, end: str, joint: str = "至") -> str:
    """From when to when; the year is said once where both ends lie in it, and one day is one date.

    >>> span_text("2024-10-15", "2024-10-16"), span_text("2023-12-01", "2024-01-05", "—")
    ('2024年10月15日至10月16日', '2023年12月1日—2024年1月5日')
    >>> span_text("2024-10-14", "2024-10-14"), span_text("", "2023-11-28"), span_text("2023-11-01", "")
    ('2024年10月14日', '截至2023年11月28日', '2023年11月1日起')
    """
    if not begin or not end:
        return f"截至{date_text(end)}" if end else f"{date_text(begin)}起" if begin else ""
    first, last = _read(begin), _read(end)
    if first is None or last is None or first.earliest.year != last.earliest.year or len(last.text) == len("2023"):
        return f"{date_text(begin)}{joint}{date_text(end)}"
    return _written(first) if first == last else f"{_written(first)}{joint}{_written(last).partition('年')[2]}"


def whole_span(dates: Sequence[str]) -> tuple[str, str] | None:
    """The earliest and the latest of the dates; None unless there are dates, every one an ISO date.

    >>> whole_span(["2024-10-14", "2024-12-20", "2024-11-06"]), whole_span(["2024-10-14", "年底"])
    (('2024-10-14', '2024-12-20'), None)
    """
    known = [read for text in dates if (read := _read(text)) is not None]
    if not known or len(known) < len(dates):
        return None
    return min(known, key=lambda each: each.earliest).text, max(known, key=lambda each: each.latest).text


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a told text, each a paragraph as it is written; blank lines are left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def document_text(title: str, number: str) -> str:
    """A document as it is cited: its title as written, its number behind it.

    >>> document_text("《预算绩效评价共性指标体系框架》", "财预〔2013〕53号"), document_text("部门履职资料", "")
    ('《预算绩效评价共性指标体系框架》（财预〔2013〕53号）', '部门履职资料')
    """
    return f"{title}（{number}）" if number else title


def numbered(texts: Sequence[str]) -> tuple[str, ...]:
    """The items of a list as paragraphs of one sentence: numbered, parted by semicolons.

    >>> numbered(["推动改革", "保障安全。"]), numbered(["推动改革"])
    (('1.推动改革；', '2.保障安全。'), ('推动改革。',))
    """
    if len(texts) == 1:
        return (ended(texts[0]),)
    ends = [*["；"] * (len(texts) - 1), "。"]
    items = enumerate(zip(map(bare, texts), ends, strict=True), 1)
    return tuple(f"{number}.{text}{end}" for number, (text, end) in items)


def level_counts(counts: Sequence[int]) -> str:
    """How many indicators are of each level, the first level first; a level without any is left out.

    >>> level_counts((4, 9, 27)), level_counts((2, 0, 6))
    ('4个一级指标、9个二级指标和27个三级指标', '2个一级指标和6个三级指标')
    """
    return joined([f"{count}个{chinese_number(level)}级指标" for level, count in enumerate(counts, 1) if count])


def joined(texts: Sequence[str]) -> str:
    """The texts as a list within a sentence.

    >>> joined(["优", "良", "差"]), joined(["优"])
    ('优、良和差', '优')
    """
    return "和".join(filter(None, ["、".join(texts[:-1]), *texts[-1:]]))


def _read(text: str) -> PartialDate | None:
    try:
        return PartialDate.read(text.strip())
    except ValueError:
        return None


def _written(known: PartialDate) -> str:
    parts = [int(part) for part in known.text.split("-")]
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
