"""The projects of a department with their sums, as the list and the report show them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.findings import Severity
from jixiao.forms.departments import DepartmentTold
from jixiao.quantities import fixed_text
from jixiao.reports.verified.told import ToldFile, ToldForm

WAN = 10_000
"""Yuan in 万元."""
PROJECT_SPENDING = "项目支出"
"""How a department's money calls what all projects together spend."""


@dataclass(frozen=True)
class Projects:
    """The forms of a department's projects; a sum is None while one of its amounts is not known."""

    forms: tuple[ToldForm, ...]
    unread: tuple[ToldForm, ...]

    @classmethod
    def of(cls, files: Sequence[ToldFile]) -> "Projects":
        """The forms of files, and what could not be read."""
        forms = [form for file in files for form in file.forms]
        return cls(tuple(form for form in forms if form.number), tuple(form for form in forms if not form.number))

    @property
    def budget(self) -> Fraction | None:
        """全年预算数 of all projects in yuan."""
        return _sum([form.budget for form in self.forms])

    @property
    def executed(self) -> Fraction | None:
        """全年执行数 of all projects in yuan."""
        return _sum([form.executed for form in self.forms])

    @property
    def rate(self) -> Fraction | None:
        """The execution rate of all projects together."""
        budget, executed = self.budget, self.executed
        return executed / budget if budget and executed is not None else None

    @property
    def mean(self) -> Fraction | None:
        """The mean of the stated totals, of those that state one."""
        totals = [Fraction(form.stated.total) for form in self.forms if form.stated.total is not None]
        return sum(totals, Fraction(0)) / len(totals) if totals else None

    @property
    def grades(self) -> dict[str, int]:
        """How many forms state which grade; "" for those that state none."""
        return dict(Counter(form.stated.grade or "" for form in self.forms))

    @property
    def faulty(self) -> tuple[ToldForm, ...]:
        """The forms that hold an error."""
        return tuple(form for form in self.forms if form.count(Severity.ERROR))

    def disagreements(self, told: DepartmentTold) -> Iterator[str]:
        """Where the department's 项目支出 is not what its projects come to, in words."""
        own = next((row for row in told.money if row.source == PROJECT_SPENDING), None)
        if own is None:
            return
        for name, stated, summed in (
            ("全年预算数", own.adjusted, self.budget),
            ("全年执行数", own.executed, self.executed),
        ):
            if stated and summed is not None and Fraction(stated) * WAN != summed:
                yield f"部门{PROJECT_SPENDING}的{name}是 {stated} 万元，各项目自评表之和是 {wan(summed)} 万元，请核对。"


def wan(yuan: Fraction) -> str:
    """Yuan in 万元 with two decimals, more where the amount has more.

    >>> wan(Fraction(1192819)), wan(Fraction(1466800))
    ('119.2819', '146.68')
    """
    places = next((n for n in range(2, 7) if (yuan / WAN * 10**n).denominator == 1), 2)
    return fixed_text(yuan / WAN, places)


def _sum(texts: Sequence[str | None]) -> Fraction | None:
    known = [Fraction(text) for text in texts if text is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(texts) else None
