"""Grades, of a form and of a summary: against each other in one table, and against the bands that hold."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, Summary, SummaryRow
from jixiao.forms.catalogue import GRADE, GRADE_BAND
from jixiao.forms.checks.listing import trouble_of
from jixiao.forms.pairing import Pairs
from jixiao.forms.profiles import Profile
from jixiao.forms.scoring import stated_total
from jixiao.forms.vocabulary import plain

_RANKS = ("优", "良", "中", "差")
GRADE_NAMES = {
    "优": "优",
    "优秀": "优",
    "良": "良",
    "良好": "良",
    "中": "中",
    "一般": "中",
    "合格": "中",
    "差": "差",
    "较差": "差",
    "不合格": "差",
}
"""Words for grades, by the one of 优良中差 that they stand for."""
_BANDS = {"优": Fraction(90), "良": Fraction(80), "中": Fraction(60), "差": Fraction(0)}


def relations(
    summary: Summary, pairs: Pairs, stated: Mapping[str, Fraction], profiles: Mapping[int, Profile]
) -> Iterator[Checked]:
    """The grades of one summary; `stated` are the lowest scores of the grades 优良中差 that its document states.

    Where it states none, those of a form's profile hold for its row, if that states them (`profiles` by the form's id).
    """
    yield from (checked for _, checked in _contradictory(_graded(summary)))
    of_form = {id(pair.row): profiles.get(id(pair.form)) for pair in pairs.paired}
    doubtful = contradictory(summary)
    for row in summary.rows:
        if row.score.is_missing or not row.grade or id(row) in doubtful:
            continue
        profile = of_form.get(id(row))
        if not stated and profile is not None and profile.grades.is_stated:
            yield _by_profile(row, profile)
        elif plain(row.grade.text) in GRADE_NAMES:
            yield _in_band(row, stated)


def contradictory(summary: Summary) -> Collection[int]:
    """The rows of a summary, by their ids, whose grades contradict each other already."""
    told = _contradictory(_graded(summary))
    return frozenset(id(row) for rows, checked in told if checked.finding for row in rows)


def _graded(summary: Summary) -> list[SummaryRow]:
    return [row for row in summary.rows if not row.score.is_missing and plain(row.grade.text) in GRADE_NAMES]


def of_form(form: Form, profile: Profile) -> Iterator[Checked]:
    """The grade that a form prints against its total, by the bands of the profile."""
    total, grades = stated_total(form), profile.grades
    if not form.grade or total is None or total.printed is None:
        return
    named = _meant(form.grade.text, profile)
    if named is None:
        yield Checked.not_made(GRADE_BAND, f"{form.label}：分数线里没有“{form.grade}”这个等级", form.grade.place)
        return
    due = grades.in_force.grade_of(max(total.printed.value, Fraction(0)))
    if named == due:
        yield Checked.held(GRADE_BAND, form.grade.place)
        return
    source = f"“{profile.name}”的分数线" if grades.is_stated else "通常的分数线"
    yield Checked.failed(
        GRADE_BAND,
        Severity.ERROR if grades.is_stated else Severity.WARNING,
        f"{form.label}：等级与得分不符",
        f"总分 {total}，等级写“{form.grade}”，按{source}应为“{due}”。",
        form.grade.place,
        total.place,
        stated=form.grade.text,
        expected=due,
        figures=(total,),
    )


def _by_profile(row: SummaryRow, profile: Profile) -> Checked:
    """The grade of a row by the bands that the profile of its form states."""
    named = _meant(row.grade.text, profile)
    if named is None:
        return Checked.not_made(GRADE_BAND, f"{row.name.cited}：分数线里没有“{row.grade}”这个等级", row.grade.place)
    due = profile.grades.in_force.grade_of(max(row.score.known.value, Fraction(0)))
    if named == due:
        return Checked.held(GRADE_BAND, row.grade.place)
    return _misgraded(row, due, f"“{profile.name}”的分数线", Severity.ERROR)


def _meant(word: str, profile: Profile) -> str | None:
    """The grade of a profile that a word means; None where it is none of them."""
    names = (band.name for band in profile.grades.in_force.bands)
    return next((name for name in names if plain(word) in words_for(name, profile)), None)


def words_for(grade: str, profile: Profile) -> set[str]:
    """Every word for a grade of a profile: its name, what the profile says instead, what is usual."""
    usual = {word for word, name in GRADE_NAMES.items() if name == GRADE_NAMES.get(grade)}
    own = {band.name for band in profile.grades.in_force.bands}
    return {grade, *profile.grades.words.get(grade, ())} | (usual - own)


def _contradictory(rows: Sequence[SummaryRow]) -> Iterator[tuple[Sequence[SummaryRow], Checked]]:
    """Equal scores with different grades, and higher scores with lower grades."""
    by_score: dict[Fraction, list[SummaryRow]] = {}
    for row in rows:
        by_score.setdefault(row.score.known.value, []).append(row)
    for same in by_score.values():
        if len(same) > 1:
            yield same, _equal(same)
    ordered = sorted(rows, key=lambda row: row.score.known.value)
    for lower, higher in pairwise(ordered):
        if lower.score.known.value == higher.score.known.value:
            continue
        if _rank(higher) <= _rank(lower):
            yield (lower, higher), Checked.held(GRADE, higher.grade.place)
            continue
        yield (
            (lower, higher),
            Checked.failed(
                GRADE,
                Severity.ERROR,
                f"{higher.name.cited}得分高、等级反而低",
                f"{_shown(higher)}，{_shown(lower)}，同一张表里得分高的等级不应低于得分低的。",
                higher.grade.place,
                lower.grade.place,
                stated=higher.grade.text,
                expected=f"不低于“{lower.grade}”",
                excused_by=tuple(trouble_of("得分", row) for row in (lower, higher)),
            ),
        )


def _equal(rows: Sequence[SummaryRow]) -> Checked:
    grades = dict.fromkeys(plain(row.grade.text) for row in rows)
    if len({GRADE_NAMES[grade] for grade in grades}) == 1:
        return Checked.held(GRADE, rows[0].grade.place)
    score, listed = rows[0].score, "、".join(f"“{grade}”" for grade in grades)
    return Checked.failed(
        GRADE,
        Severity.ERROR,
        f"同样 {score} 分，等级却有{listed}",
        "；".join(_shown(row) for row in rows) + "。同一张表里得分相同，等级应当相同。",
        *(row.grade.place for row in rows),
        stated="、".join(grades),
        expected="同一个等级",
        excused_by=tuple(trouble_of("得分", row) for row in rows),
    )


def _in_band(row: SummaryRow, stated: Mapping[str, Fraction]) -> Checked:
    bands = stated or _BANDS
    score = row.score.known.value
    grade = GRADE_NAMES[plain(row.grade.text)]
    expected = next((name for name in _RANKS if name in bands and score >= bands[name]), "差")
    if grade not in bands and stated:
        return Checked.not_made(GRADE_BAND, f"文中的分数线没有写“{row.grade}”", row.grade.place)
    if grade == expected:
        return Checked.held(GRADE_BAND, row.grade.place)
    source = "文中写明的分数线" if stated else "通常的分数线（90、80、60 分）"
    return _misgraded(row, expected, source, Severity.ERROR if stated else Severity.WARNING)


def _misgraded(row: SummaryRow, due: str, source: str, severity: Severity) -> Checked:
    """A grade that is not the one its score earns; a consequence where the score is not that of the form."""
    return Checked.failed(
        GRADE_BAND,
        severity,
        f"{row.name.cited}的等级与分数线不符",
        f"{_shown(row)}，按{source}应为“{due}”。",
        row.grade.place,
        row.score.place,
        stated=row.grade.text,
        expected=due,
        excused_by=(trouble_of("得分", row),),
    )


def _rank(row: SummaryRow) -> int:
    return _RANKS.index(GRADE_NAMES[plain(row.grade.text)])


def _shown(row: SummaryRow) -> str:
    return f"{f'序号 {row.number} ' if row.number else ''}{row.name.cited}{row.score} 分、等级“{row.grade}”"
