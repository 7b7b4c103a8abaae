"""What if: change facts or judgements of a case and see what moves. The case itself stays as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.evaluation.case import Case
from jixiao.evaluation.changes import Change, changed
from jixiao.evaluation.evaluate import evaluate
from jixiao.evaluation.sheet import ScoreSheet


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator whose score is another one after the changes, in force or by the rule alone.

    Where a set score is in force (`overridden`), the score by the rule moves and the one in force stays.
    """

    code: str
    name: str
    before: Decimal | None
    after: Decimal | None
    by_rule_before: Decimal | None
    by_rule_after: Decimal | None

    @property
    def overridden(self) -> bool:
        """Whether a set score keeps the rule's new score from counting."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sheets before and after, what was changed and what moved."""

    changes: tuple[Change, ...]
    before: ScoreSheet
    after: ScoreSheet
    moved: tuple[Moved, ...]


def try_changes(case: Case, texts: Sequence[str]) -> Outcome:
    """Score the case with the changes `名称=值`.

    A name is a fact as expressions name it (支出总额〔决算〕, in its usual unit: 万元 for money, 95% for
    rates), a point of an indicator (B2.1③, B41要点2.3) with 符合, 部分符合 or 不符合, or an indicator that
    was judged with one answer (B32=是). Refusal for anything that is not found or cannot stand.
    """
    changes: list[Change] = []
    after = case
    for text in texts:
        after, change = changed(after, text)
        changes.append(change)
    sheets = evaluate(case), evaluate(after)
    return Outcome(tuple(changes), *sheets, tuple(_moved(*sheets)))


def _moved(before: ScoreSheet, after: ScoreSheet) -> Iterable[Moved]:
    for old, new in zip(before.indicators(), after.indicators(), strict=True):
        if (old.score, old.by_rule) != (new.score, new.by_rule):
            yield Moved(old.code, old.name, old.score, new.score, old.by_rule, new.by_rule)
