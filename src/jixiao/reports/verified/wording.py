"""What a verification says in words, whichever view it stands in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jixiao.batch.statistics import GroupStatistics
from jixiao.findings import Place, Severity
from jixiao.forms.profiles import GENERAL
from jixiao.quantities import fixed_text
from jixiao.reports.verified.told import ToldCorrection, ToldFile, ToldFinding, ToldForm, ToldScore
from jixiao.reports.wording import SEVERITIES

_PLACES_SHOWN, _ITEMS_NAMED = 3, 4
SAMPLE_METHOD = (
    "先按有错误、有疑点、其余分层（名额 5∶3∶2），层内按预算大小成比例抽取，预算大到必然抽中的直接入样；"
    "同样的自评表和种子总抽出同样的样本"
)


def profile_sentence(form: ToldForm) -> str:
    """The profile; why none was recognised where it is the general one."""
    named = f"{form.profile} {form.profile_name}" if form.profile != GENERAL else str(form.profile_name)
    return f"{named}。{form.recognised}" if form.profile == GENERAL else named


def found_sentence(findings: Sequence[ToldFinding]) -> str:
    """How many findings of each severity a form or a summary table has.

    >>> found_sentence(())
    '没有发现问题'
    """
    found = Counter(finding.severity for finding in findings)
    counted = [f"{SEVERITIES[severity]} {found[severity]} 处" for severity in Severity if found[severity]]
    return "，".join(counted) or "没有发现问题"


def scores_sentence(form: ToldForm) -> str:
    """What the form states, what the rules give, and what it should state."""
    said = [("自评", form.stated), ("按规则", form.computed)]
    if form.corrected is not None:
        said.append(("更正后", form.corrected))
    return "；".join(f"{whose}{'' if score.shown == '—' else ' '}{score_text(score)}" for whose, score in said)


def judgement_sentence(form: ToldForm) -> str:
    """Which scores the rules leave to somebody's judgement, each with its range; "" where they leave none."""
    left = [item for item in form.items if item.is_open]
    if not left or form.computed.total_range is None:
        return ""
    named = "、".join(f"“{item.item}”{item.low}—{item.high} 分" for item in left[:_ITEMS_NAMED])
    return f"{named} 等 {len(left)} 项" if len(left) > _ITEMS_NAMED else named


def score_text(score: ToldScore) -> str:
    """A total with its grade.

    >>> score_text(ToldScore(total="90", grade="优")), score_text(ToldScore())
    ('90 分（优）', '没有总分')
    """
    unknown = "未算出" if isinstance(score, ToldCorrection) else "没有总分"
    total = unknown if score.shown == "—" else f"{score.shown} 分"
    return f"{total}（{score.grade}）" if score.grade else total


def mean_text(group: GroupStatistics) -> str:
    """The mean of the stated totals with two decimals; a dash where none is stated."""
    return "—" if group.mean_score is None else fixed_text(group.mean_score, 2)


def compared(finding: ToldFinding) -> str:
    """The stated and the recomputed value beside each other; "" where there are none."""
    said = []
    if finding.stated is not None:
        said.append(f"原填 {finding.stated}")
    if finding.expected is not None:
        said.append(f"应为 {finding.expected}")
    return "，".join(said)


def title_of(finding: ToldFinding, form: ToldForm | None = None) -> str:
    """The title of a finding, without the form's name where it stands below it."""
    return finding.title.removeprefix(f"{_table_of(form)}：") if form else finding.title


def places_of(finding: ToldFinding, form: ToldForm | None = None) -> str:
    """Where a finding stands: the place that does not hold first, a few of the others, and how many there are."""
    places = [Place(**place) for place in finding.places]
    if finding.operands:
        places = [*places[-1:], *places[:-1]]
    inside = _table_of(form) if form else None
    shown = [str(replace(place, table=None) if place.table == inside else place) for place in places]
    named = list(dict.fromkeys(filter(None, shown)))
    more = f" 等 {len(named)} 处" if len(named) > _PLACES_SHOWN else ""
    return "；".join(named[:_PLACES_SHOWN]) + more


def finding_lines(finding: ToldFinding, form: ToldForm | None = None) -> Iterator[str]:
    """What stands below the title of a finding: place, values, explanation, guess."""
    if places := places_of(finding, form):
        yield f"位置：{places}"
    yield from filter(None, (compared(finding), finding.explanation, finding.hint))


def _table_of(form: ToldForm) -> str:
    """How the places inside a form name it."""
    return f"《{form.project}》自评表" if form.project else f"第 {form.number} 份自评表"


def change_lines(correction: ToldCorrection) -> Iterator[str]:
    """Every score that is to be corrected, with the arithmetic."""
    for change in correction.changes:
        stated = "未填" if change.stated is None else change.stated
        yield f"{change.item}：{stated} → {change.corrected}（{change.why}）"


def lists_sentence(found: Mapping[Severity, int]) -> str:
    """How many findings of each severity the summary tables have; "" without any."""
    counted = "，".join(f"{SEVERITIES[severity]} {found[severity]} 处" for severity in Severity if found.get(severity))
    return f"汇总表另有：{counted}。" if counted else ""


def read_sentence(file: ToldFile) -> str:
    """What was read of a file and how much was checked."""
    forms = sum(form.number > 0 for form in file.forms)
    lists = f"、{len(file.lists)} 张汇总表" if file.lists else ""
    return f"读到 {forms} 份自评表{lists}，核对了 {file.checked} 个关系，另有 {file.undecided} 个未能核对。"
