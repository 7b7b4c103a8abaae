"""Rules that depend on conditions as sentences: switches, and guards with their gates and vetoes."""

import re

from jixiao.language.canonical.composed import Reader, Write
from jixiao.language.canonical.phrases import AMOUNT, amount, read_amount
from jixiao.language.canonical.points import mark, read_marks
from jixiao.language.canonical.stretch import Stretch
from jixiao.rules.parts.conditional import CONDITIONS, Guard, Switch
from jixiao.rules.portion import NOTHING

_KEYS = {words: key for key, words in CONDITIONS.items()}
_CONDITION = "|".join(_KEYS)
_UNNAMED = "未指明的条件不符合"

_THEN = re.compile(f"(?P<conditions>(?:{_CONDITION})(?:且(?:{_CONDITION}))*)的,(?P<rule>.+)")
_ELSE = re.compile("否则,(?P<rule>.+)")
_NEEDED = re.compile(
    rf"(?:要点(?P<points>.+?)(?:任何一项)?不符合|(?P<unnamed>{_UNNAMED}))?"
    rf"(?:或者)?(?:(?:(?P<several_before>\d+)项)?(?P<before>前置条件)(?:之一)?不符合)?"
    rf"(?:或者)?(?:出现(?:(?P<several_extra>\d+)项)?(?P<extra>否决事项)(?:之一)?)?"
    rf"的,该指标(?:不得分|最多得(?P<cap>{AMOUNT}))"
)


def write_switch(switch: Switch, write: Write) -> str:
    """The rule where the conditions hold, and the other."""
    conditions = "且".join(CONDITIONS[condition] for condition in switch.conditions)
    return f"{conditions}的，{write(switch.then)}；否则，{write(switch.otherwise)}"


def read_switch(stretch: Stretch, read: Reader) -> Switch | None:
    """The switch whose sentence this is."""
    clauses = stretch.split(";")
    if len(clauses) != 2:
        return None
    then, other = clauses[0].match(_THEN), clauses[1].match(_ELSE)
    if then is None or other is None:
        return None
    conditions = tuple(_KEYS[words] for words in re.findall(_CONDITION, then["conditions"]))
    branches = read(then.stretch("rule")), read(other.stretch("rule"))
    if branches[0] is None or branches[1] is None:
        return None
    return Switch(conditions, branches[0], branches[1])


def write_guard(guard: Guard, write: Write) -> str:
    """The rule, what must be so, and what is left where it is not."""
    causes = []
    if guard.points_needed:
        numbers = "、".join(mark(number) for number in guard.points_needed)
        causes.append(f"要点{numbers}{'任何一项' if len(guard.points_needed) > 1 else ''}不符合")
    if guard.before:
        causes.append(f"{guard.before}项前置条件之一不符合" if guard.before > 1 else "前置条件不符合")
    if guard.extra:
        causes.append(f"出现{guard.extra}项否决事项之一" if guard.extra > 1 else "出现否决事项")
    left = "不得分" if guard.cap == NOTHING else f"最多得{amount(guard.cap)}"
    return f"{write(guard.rule)}；{'或者'.join(causes) or _UNNAMED}的，该指标{left}"


def read_guard(stretch: Stretch, read: Reader) -> Guard | None:
    """The guard whose sentence this is."""
    clauses = stretch.split(";")
    found = clauses[-1].match(_NEEDED)
    if len(clauses) != 2 or found is None:
        return None
    rule = read(clauses[0])
    if rule is None:
        return None
    points = found["points"].split("、") if "points" in found else []
    return Guard(
        tuple(number for point in points for number in read_marks(point)),
        int(found["several_before"] or 1) if "before" in found else 0,
        int(found["several_extra"] or 1) if "extra" in found else 0,
        read_amount(found["cap"]) if "cap" in found else NOTHING,
        rule,
    )
