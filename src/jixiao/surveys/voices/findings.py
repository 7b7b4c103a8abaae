"""Where the figures of another voice contradict each other, are too good, or cannot be looked at."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.findings import Check, Finding, Place, Severity
from jixiao.quantities import NumberError, parse_number, percent_text, round_half_up
from jixiao.surveys.results import VoiceRow
from jixiao.surveys.study import Voice
from jixiao.surveys.voices.checks import ANNEX_MISSING, PART_EXCEEDS, RATE_DIFFERS, TOO_GOOD, TOTAL_DIFFERS
from jixiao.surveys.voices.counts import RowCounts
from jixiao.surveys.voices.kinds import VoiceColumns
from jixiao.surveys.voices.tables import VoiceRowRead

MANY = 1_000
"""Of so many answers some are usually not satisfied."""
_SUBTOTAL = "小计"
_FINEST = 4  # decimals of a percentage that somebody prints


def missing_annex(voice: Voice) -> Iterator[Finding]:
    """What is to be said of a voice that is only stated: nobody can look at its figures."""
    called = voice.title or voice.kind
    place = Place(file=voice.file or None, table=called)
    claims = ("" if voice.stated is None else f"{voice.stated} 次", voice.stated_rate and f"满意率 {voice.stated_rate}")
    stated = "、".join(claim for claim in claims if claim)
    file = f"“{voice.file}”" if voice.file else "统计表"
    yield _finding(
        ANNEX_MISSING,
        Severity.WARNING,
        f"{called}没有可以核对的统计表",
        f"{f'报告写明 {stated}，但' if stated else ''}{file}没有提供，或其中没有数据：次数、满意数和整改数都无从核对，"
        "不宜作为评分的依据。请补充各月的统计表。",
        place,
        stated or None,
    )
    rate = _printed_rate(voice.stated_rate)
    if rate is not None and rate[0] == 1 and (voice.stated or 0) >= MANY:
        yield _too_good(f"{voice.stated} 次", place)


def findings_of(voice: Voice, total: VoiceRow, rows: Sequence[VoiceRowRead], about: VoiceColumns) -> Iterator[Finding]:
    """What is to be said of a table: of each row, of its sums, of the whole and of what is stated beside it."""
    for each in rows:
        counts = RowCounts.of(each.row, about)
        yield from _exceeding(each, counts, about)
        yield from _rate_of(each.row.stated_rate, counts, about, each.place, each.row.label)
    yield from _sums(rows, about)
    whole = RowCounts.of(total, about)
    place = Place(file=voice.file, table=voice.title or voice.kind)
    yield from _stated(voice, whole, about, place)
    ratio = about.satisfaction
    said, satisfied = whole.known.get(whole.base_of(ratio)), whole.added(ratio.parts)
    rectified = max((count for name, count in whole.known.items() if "整改" in name or name == "解决数"), default=0)
    if said is not None and said >= MANY and said == satisfied and not rectified:
        yield _too_good(f"{said} 次", place)


def _exceeding(each: VoiceRowRead, counts: RowCounts, about: VoiceColumns) -> Iterator[Finding]:
    reported: set[str] = set()
    for parts, whole in about.limits:
        part, most = counts.added(parts), counts.known.get(whole)
        if part is None or most is None or part <= most or whole in reported:
            continue
        reported.add(whole)
        names = "、".join(parts) + ("之和" if len(parts) > 1 else "")
        yield _finding(
            PART_EXCEEDS,
            Severity.ERROR,
            f"{each.row.label}的{names} {part} 多于{whole} {most}",
            f"{names}是{whole}中的一部分，不能多于它。请核对这一行，也可能是表头错位。",
            each.place,
            str(part),
            f"不超过 {most}",
        )


def _rate_of(stated: str, counts: RowCounts, about: VoiceColumns, place: Place, label: str) -> Iterator[Finding]:
    """A printed rate that the counts do not give; `hint` names another base that would give it."""
    printed = _printed_rate(stated)
    ratio = about.satisfaction
    base = counts.base_of(ratio)
    part, whole = counts.added(ratio.parts), counts.known.get(base)
    if printed is None or part is None or not whole or _prints(Fraction(part, whole), printed):
        return
    others = [name for name, count in counts.known.items() if name != base and count]
    other = next((name for name in others if _prints(Fraction(part, counts.known[name]), printed)), None)
    computed = percent_text(Fraction(part, whole))
    yield _finding(
        RATE_DIFFERS,
        Severity.ERROR,
        f"{label}的{ratio.name}印为 {stated}，应为 {computed}",
        f"{ratio.name}＝{ratio.part} {part} ÷ {counts.called(base)} {whole} ＝ {computed}。",
        place,
        stated,
        computed,
        hint=None
        if other is None
        else f"除以{other} {counts.known[other]} 可以得到印出的数，{other}不是{ratio.name}的基数",
    )


def _sums(rows: Sequence[VoiceRowRead], about: VoiceColumns) -> Iterator[Finding]:
    """Rows that add up others: a 小计 those since the one before, a 合计 all."""
    all_rows: list[VoiceRow] = []
    since: list[VoiceRow] = []
    for each in rows:
        if not each.is_sum:
            all_rows.append(each.row)
            since.append(each.row)
            continue
        is_part = _SUBTOTAL in each.row.label
        yield from _sum(each, since if is_part else all_rows, about)
        since = [] if is_part else since


def _sum(each: VoiceRowRead, of: Sequence[VoiceRow], about: VoiceColumns) -> Iterator[Finding]:
    for place, name in enumerate(about.names):
        printed, counts = each.row.counts[place], [row.counts[place] for row in of]
        known = [count for count in counts if count is not None]
        if printed is None or not of or len(known) < len(of) or sum(known) == printed:
            continue
        yield _finding(
            TOTAL_DIFFERS,
            Severity.ERROR,
            f"{each.row.label}的{name}印为 {printed}，各行之和为 {sum(known)}",
            f"所含 {len(of)} 行的{name}相加为 {sum(known)}，与印出的差 {abs(sum(known) - printed)}。",
            Place(file=each.place.file, row=each.place.row, column=name),
            str(printed),
            str(sum(known)),
        )


def _stated(voice: Voice, whole: RowCounts, about: VoiceColumns, place: Place) -> Iterator[Finding]:
    """What the report says of the whole, beside what the rows come to."""
    base = whole.base_of(about.satisfaction)
    said = whole.known.get(base)
    if voice.stated is not None and said is not None and voice.stated != said:
        yield _finding(
            TOTAL_DIFFERS,
            Severity.ERROR,
            f"正文写明 {voice.stated} 次，统计表的{base}合计为 {said}",
            f"统计表各行的{whole.called(base)}相加为 {said}，与正文相差 {abs(said - voice.stated)}。",
            place,
            str(voice.stated),
            str(said),
        )
    yield from _rate_of(voice.stated_rate, whole, about, place, "正文")


def _printed_rate(text: str) -> tuple[Fraction, int] | None:
    """A printed rate as a fraction of one, with the decimals of its percentage; a bare number up to 1 is a fraction.

    >>> _printed_rate("98.5%"), _printed_rate("0.985"), _printed_rate("98.5"), _printed_rate("优")
    ((Fraction(197, 200), 1), (Fraction(197, 200), 1), (Fraction(197, 200), 1), None)
    """
    plain = text.strip().rstrip("%％").strip()
    try:
        value = parse_number(plain)
    except NumberError:
        return None
    decimals = len(plain.partition(".")[2])
    if value > 1 or plain != text.strip():
        return value / 100, decimals
    return value, max(decimals - 2, 0)


def _prints(value: Fraction, printed: tuple[Fraction, int]) -> bool:
    """Whether a rate prints so, rounded half-up; a computed cell has more digits than anyone prints, cut anywhere."""
    rate, decimals = printed
    if decimals > _FINEST:
        return abs(value - rate) * 100 < Fraction(1, 10**_FINEST)
    return round_half_up(value * 100, decimals) == rate * 100


def _too_good(many: str, place: Place) -> Finding:
    return _finding(
        TOO_GOOD,
        Severity.NOTE,
        f"{many}全部满意",
        f"{many}中没有一次不满意、没有一件整改，极为少见。请抽查原始记录，核对是不是只记录了满意的结果。",
        place,
        many,
    )


def _finding(
    check: Check,
    severity: Severity,
    title: str,
    explanation: str,
    place: Place,
    stated: str | None = None,
    expected: str | None = None,
    *,
    hint: str | None = None,
) -> Finding:
    return Finding(check.id, severity, check.kind, title, explanation, stated, expected, places=(place,), hint=hint)
