"""The steps of a derivation as running text: names as budgets write them, arithmetic exactly as derived."""

import re
from collections.abc import Iterator, Sequence

from jixiao.facts import Dictionary
from jixiao.rules import Step
from jixiao.rules.scoring import as_points, as_score

DATA = "数据："
"""How the step begins that lists the facts used."""
_QUALIFIED = re.compile("〔([^〔〕]*)〕")
_STAGE_WORDS = {"年初": "年初预算数", "调整": "调整预算数"}
_YEAR = re.compile(r"上年|本年|\d{4}年")
_BAND = ("属于", "准确值为")
"""How the step begins that names the band a figure lies in, perhaps with all its digits before."""
_LIES_IN = re.compile("属于“([^”]*)”一档")
_TIMES = re.compile("扣分次数（(.+)，每(.+)扣1次）")
_TAKEN = re.compile("应扣分（每次扣(.+)）")
_SUM_OF_POINTS = "各要点得分相加"
_ANSWER = re.compile("(.+)：(是|否)", re.DOTALL)


def plain_names(text: str, dictionary: Dictionary) -> str:
    """The names of facts as reports write them: stages and years behind the name, all else in brackets.

    >>> from jixiao.facts import standard_dictionary
    >>> plain_names("结转结余〔上年，决算〕÷支出总额〔调整〕", standard_dictionary())
    '结转结余上年决算数÷支出总额调整预算数'
    >>> plain_names("编制数〔局本级〕17人", standard_dictionary())
    '编制数（局本级）17人'
    """
    return _QUALIFIED.sub(lambda match: _qualifiers(match[1].split("，"), dictionary), text)


def _qualifiers(words: Sequence[str], dictionary: Dictionary) -> str:
    proper = [word for word in words if not _YEAR.fullmatch(word) and not dictionary.stage(word)]
    years = [word for word in words if _YEAR.fullmatch(word)]
    stages = [_STAGE_WORDS.get(stage, f"{stage}数") for word in words if (stage := dictionary.stage(word))]
    return (f"（{'，'.join(proper)}）" if proper else "") + "".join((*years, *stages))


def is_formula(step: Step) -> bool:
    """Whether the step works out a figure by a named formula (执行率＝决算数÷预算数), before any points are given."""
    return "＝" in step.text and step.number is not None and not _gives_points(step)


def band_subject(formulas: Sequence[Step], steps: Sequence[Step]) -> str:
    """The figure that a band is said of, where the sentence about the band stands apart from its formula.

    >>> from jixiao.expressions import Written
    >>> from jixiao.rules.scoring import as_rate
    >>> rate = Step("执行率＝决算数÷预算数", Written.of(9) / Written.of(10), as_rate)
    >>> band_subject([rate], [Step("属于“低于95%”一档")])
    '执行率90.00%'
    """
    if not formulas or not steps or not steps[0].text.startswith(_BAND):
        return ""
    joint = "" if steps[0].text.startswith(_BAND[0]) else "，"
    return f"{formulas[-1].text.partition('＝')[0]}{signed(formulas[-1].value)}{joint}"


def phrases(steps: Sequence[Step], dictionary: Dictionary, *, brief: bool = False) -> Iterator[str]:
    """Each step as a clause. Arithmetic that stands whole inside that of a later step is shown there only; a named
    formula always shows its own, unless `brief`, which gives the figure alone.
    """
    for number, step in enumerate(steps):
        later = [text for each in steps[number + 1 :] if (text := each.expression) is not None]
        repeated = step.expression is not None and any(step.expression in text for text in later)
        hidden = brief if is_formula(step) else repeated
        yield plain_names(_phrase(step, None if hidden else step.expression), dictionary)


def sentence(steps: Sequence[Step], clauses: Sequence[str]) -> str:
    """The clauses of the steps in one sentence; of a rule in parts, each part opens with a colon and ends apart."""
    has_parts = any(map(_opens_part, steps))
    text = ""
    for step, clause in zip(steps, clauses, strict=True):
        text += clause + ("：" if _opens_part(step) else "；" if has_parts and _gives_points(step) else "，")
    return text[:-1]


def _phrase(step: Step, expression: str | None) -> str:
    if step.value is None:
        answer = _ANSWER.fullmatch(step.text)
        if answer:
            return f"认定{answer[1]}" if answer[2] == "是" else f"认定“{answer[1]}”不成立"
        return _LIES_IN.sub(r"\1", step.text)
    if _gives_points(step):
        return _points_phrase(step, expression)
    times = _TIMES.fullmatch(step.text)
    if times:
        arithmetic = "" if expression is None else f"{expression}＝"
        return f"{times[1]}的部分每{times[2]}扣1次，共{arithmetic}{step.value}次"
    joint = "＝" if "＝" in step.text else "为" if expression is None else "："
    return f"{step.text}{joint}{'' if expression is None else f'{expression}＝'}{signed(step.value)}"


def signed(value: str | None) -> str:
    """A figure with the minus sign of arithmetic.

    >>> signed("-6")
    '−6'
    """
    return (value or "").replace("-", "−")


def _points_phrase(step: Step, expression: str | None) -> str:
    """What a step gives: 得满分3.00分; 不得分 says it already, and so does 得5分. A sum of one point is no sum."""
    taken = _TAKEN.fullmatch(step.text)
    if taken:
        return f"每次扣{taken[1]}，应扣{'' if expression is None else f'{expression}＝'}{step.value}分"
    if expression is not None:
        return f"{step.text}：{expression}＝{step.value}分"
    if step.text == _SUM_OF_POINTS and step.expression is None:
        return f"该要点得{step.value}分"
    if step.text.endswith("不得分") or re.search(r"得[\d.]+分$", step.text):
        return step.text
    joint = "" if step.text.endswith("得满分") else "，计" if re.search(r"[\d%分]$", step.text) else "为"
    return f"{step.text}{joint}{step.value}分"


def _gives_points(step: Step) -> bool:
    return step.number is not None and step.show in (as_points, as_score)


def _opens_part(step: Step) -> bool:
    return step.number is None and step.text.endswith("）")
