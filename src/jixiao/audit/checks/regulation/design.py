"""The indicator system: what every indicator must say, and what its rule and its target must not leave open."""

import re
from collections.abc import Iterator

from jixiao import language
from jixiao.audit.checks.regulation.asking import Asked
from jixiao.checking import Checked
from jixiao.documents import Grid
from jixiao.findings import Place
from jixiao.reading.columns import Role, role_of
from jixiao.reading.imported import ImportedIndicator
from jixiao.reading.labels import squeezed
from jixiao.rules import Rule
from jixiao.text import normal
from jixiao.text.quoting import cited

_MOSTLY = 5  # where at least four of five indicators have a target, the others lack one
_BY_TARGET = re.compile("每?(?:低于|超出|超过|高于|降低|少于|偏离|低)目标值?\\d|每(?:低于|超出|超过|高于|降低)目标值")
_NEGATIVE = re.compile(
    "^(?:是否|有无|有没有)?(?:存在|有|发生)?(?:[^,;。]{0,6})(?:截留|挤占|挪用|虚列|套取|违规|违纪|违法)"
)
_ASKS = re.compile("^(?:是否存在|是否有|是否发生|有无|有没有|存在)")
_CREDITS = re.compile("符合|具备|满足|做到|占")
_WORDS_ONLY = re.compile(
    "(?:有效|显著|明显|进一步|逐步|持续|不断|稳步|大力|有所|较好|充分)?"
    "(?:提高|提升|优化|增强|改善|促进|加强|保障|显著|有效|良好|较好|较高|长期|持续|完善|推动|明显|稳定)"
)
_KINDS = re.compile("(控制率|变动率|满意度)$")
_SHARE_OFF = re.compile("每[高低超][^,;。]*?(?:个百分点|%)[^,;。]*?权重分?的?(?P<share>[\\d.]+%)")
_SHOWN = 5  # names that a finding lists at most


def complete(asked: Asked) -> Iterator[Checked]:
    """Meaning, standard and rule of every indicator."""
    indicators = asked.subject.indicators
    if not indicators:
        yield asked.not_made("没有读出指标体系表")
        return
    targets = sum(bool(each.target.strip()) for each in indicators)
    asks_target = _MOSTLY * targets >= (_MOSTLY - 1) * len(indicators)
    blank = [(each, names) for each in indicators if (names := _lacking(each, asks_target=asks_target))]
    if not blank:
        yield asked.held(indicators[0].place)
        return
    told = "；".join(f"{cited(each.name)}的{names}是空白" for each, names in blank[:_SHOWN])
    why = f"指标体系表中，{told}，无法据以评分。"
    title = f"指标体系表有 {len(blank)} 个指标没有写全"
    yield asked.failed(title, why, *(each.place for each, _ in blank), expected=blank[0][1])


def _lacking(each: ImportedIndicator, *, asks_target: bool) -> str:
    """What the indicator does not say."""
    has = {
        "含义或要点": _explained(each),
        "目标值": bool(each.target.strip()) or not asks_target,
        "评分规则": bool(each.rule.text.strip()),
    }
    return "、".join(name for name, is_there in has.items() if not is_there)


def covers(asked: Asked) -> Iterator[Checked]:
    """Rules with gaps, overlaps or more points than the weight; a rule that was not understood is not judged."""
    for each in asked.subject.indicators:
        if not each.rule.text.strip():
            continue
        if each.rule.rule is not None:
            yield asked.held(each.place)
        elif faults := _faults(each):
            title = f"{cited(each.name)}的评分规则不周全"
            why = f"按权重 {each.weight} 分，规则“{each.rule.text.strip()}”有这些情形没有规定好：{'；'.join(faults)}。"
            yield asked.failed(title, why, each.place, stated=each.rule.text.strip())
        else:
            yield asked.not_made(f"{cited(each.name)}的评分规则没有读懂：{each.rule.why}", each.place)


def same_rule(asked: Asked) -> Iterator[Checked]:
    """Control rates, change rates, satisfaction with one target: what each point short costs must be the same share."""
    groups: dict[tuple[str, str], dict[str, ImportedIndicator]] = {}
    for each in asked.subject.indicators:
        named, off = _KINDS.search(each.name), _SHARE_OFF.search(normal(each.rule.canonical).text)
        if named and off and each.target.strip():
            groups.setdefault((named[1], normal(each.target).text), {}).setdefault(off["share"], each)
    for (kind, target), shares in groups.items():
        if len(shares) < 2:
            yield asked.held(next(iter(shares.values())).place)
            continue
        told = "、".join(f"{cited(each.name)}扣权重分的 {share}" for share, each in shares.items())
        why = f"同为{kind}、目标值同为 {target}，每差 1 个百分点{told}；同类指标的标准应当一致。"
        yield asked.failed(f"同为{kind}，扣分比例不同", why, *(each.place for each in shares.values()))


def negative_criteria(asked: Asked) -> Iterator[Checked]:
    """Criteria that ask for something bad, under rules that give points where they are met."""
    found = [each for each in asked.subject.indicators if any(map(_is_negative, each.criteria))]
    crediting = [each for each in found if _CREDITS.search(each.rule.text)]
    for each in crediting:
        words = next(filter(_is_negative, each.criteria))
        why = f"要点写作“{words}”，规则却按“符合”给分，照字面存在这些情形才得分；应写作“是否不存在……”。"
        yield asked.failed(
            f"{cited(each.name)}的要点方向写反", why, each.place, stated=words, expected=f"不{_plain(words)}"
        )
    if not found and any(each.criteria for each in asked.subject.indicators):
        yield asked.held()


def numeric_rules(asked: Asked) -> Iterator[Checked]:
    """Rules that take off points for each per cent below a target that is no number."""
    found = [each for each in asked.subject.indicators if _BY_TARGET.search(normal(each.rule.text).text)]
    wordy = [each for each in found if each.target.strip() and not re.search(r"\d", each.target)]
    if wordy:
        names = "、".join(f"{cited(each.name)}（目标值“{each.target.strip()}”）" for each in wordy)
        why = f"{names}的规则按低于目标值多少扣分，目标值一栏却没有数，应写明数值。"
        places = (each.place for each in wordy)
        yield asked.failed("规则按目标值扣分，目标值却没有数", why, *places, stated=wordy[0].target.strip())
    elif found:
        yield asked.held(found[0].place)


def verbal_targets(asked: Asked) -> Iterator[Checked]:
    """Targets of output and effect that are one word, without levels: in the system, in forms, in tables of targets."""
    wordy = list(dict.fromkeys(_wordy(asked)))
    if not wordy:
        return
    listed = "、".join(f"“{name}”目标值“{target}”" for name, target, _ in wordy[:_SHOWN])
    more = f"等 {len(wordy)} 个指标" if len(wordy) > _SHOWN else ""
    why = f"{listed}{more}只有文字，没有数值、说明或分档，完成与否难以衡量。"
    places = (place for _, _, place in wordy)
    yield asked.failed(f"{len(wordy)} 个指标的目标值只有文字", why, *places, stated=wordy[0][1])


def _explained(each: ImportedIndicator) -> bool:
    return bool(each.explanation.strip() or each.criteria or each.measure is not None)


def _faults(each: ImportedIndicator) -> list[str]:
    """What cannot be right in a rule that was understood."""
    if each.weight is None:
        return []
    read = language.parse_rule(each.rule.text, criteria=each.criteria, target=each.target, weight=each.weight)
    if isinstance(read, language.Unread) or not isinstance(read.rule, Rule):
        return []
    return list(read.rule.lint(each.weight))


def _is_negative(criterion: str) -> bool:
    text = normal(criterion).text
    return _ASKS.match(text) is not None and _NEGATIVE.match(text) is not None


def _plain(criterion: str) -> str:
    """A criterion without its question: 是否存在截留 is 存在截留.

    >>> _plain("是否存在截留、挪用")
    '存在截留、挪用'
    """
    return re.sub("^(?:是否|有无|有没有)", "", criterion.strip())


def _wordy(asked: Asked) -> Iterator[tuple[str, str, Place]]:
    for each in asked.subject.indicators:
        if _is_words(each.target) and not each.criteria and not re.search(r"\d", each.rule.text):
            yield each.name, each.target.strip(), each.place
    for form in asked.material.forms.forms:
        for line in form.lines:
            if _is_words(line.target.text) and line.block != "满意度":
                yield line.name.text, line.target.text.strip(), line.target.place
    for grid in asked.material.document.grids():
        if grid.number not in asked.material.forms.grids:
            yield from _wordy_in(grid)


def _wordy_in(grid: Grid) -> Iterator[tuple[str, str, Place]]:
    """The rows of a table of targets alone: names and values, no explanation, no rule."""
    for row in range(min(2, len(grid.rows) - 1)):
        heads = [squeezed(text) for text in grid.texts(row)]
        at = next((n for n, text in enumerate(heads) if text in ("指标值", "目标值", "年度指标值")), None)
        if at is None:
            continue
        roles = [role_of(text)[0] for text in heads]
        names = [n for n, role in enumerate(roles) if role is Role.LEVEL]
        if not names or {Role.RULE, Role.CRITERIA, Role.EXPLANATION} & set(roles):
            continue
        if any("说明" in text or "标准" in text for text in heads):
            continue
        for line in grid.rows[row + 1 :]:
            if _is_words(line[at].text):
                yield squeezed(line[names[-1]].text), line[at].text.strip(), line[at].place
        return


def _is_words(target: str) -> bool:
    return _WORDS_ONLY.fullmatch("".join(target.split())) is not None
