"""Sums of points and of scores in a form, which blanks and unread rows may leave undecided."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.checking import Checked, Posed
from jixiao.findings import Check
from jixiao.forms import Form, ResidueKind
from jixiao.forms.profiles import ExecutionRule, ExecutionStands, Profile
from jixiao.relations import Figure, Sum


def added_up(
    form: Form,
    total: Figure,
    items: Sequence[Figure],
    check: Check,
    title: str,
    block: str | None = None,
    prescribed: bool = False,
) -> Posed | Checked:
    """The sum as a relation; where blanks or unread rows could make up what is missing, it is not decided."""
    if block is not None and form.levels_doubtful:
        return Checked.not_made(check, f"{title}：分不清各行属于哪个一级指标", total.place)
    known = [figure for figure in items if not figure.is_missing]
    unread = [r for r in form.residues_of(ResidueKind.UNREAD) if block is None or r.block == block]
    covered = any(line.covered for line in form.lines if block is None or line.block == block)
    lacking = (len(known) < len(items) and not covered) or bool(unread) or (block is None and _lost_its_head(form))
    below = not total.is_missing and sum(figure.known.value for figure in known) < total.known.value
    if not known or (lacking and below):
        return Checked.not_made(check, f"{title}：有空白或没有读出的行，不能下结论", total.place)
    return Posed(replace(Sum.of(total, known, check), prescribed=prescribed), title)


def _lost_its_head(form: Form) -> bool:
    """Whether the form begins in the middle, so that points for execution may stand in what is not there."""
    return not form.title and not form.fields and form.total_money is None


def counts_unprinted_execution(profile: Profile) -> bool:
    """Whether the profile gives points for execution beside the indicators, which a total then counts."""
    rule = profile.execution
    return bool(rule.points) and rule.stands is ExecutionStands.MONEY_BLOCK and rule.rule is not ExecutionRule.NONE
