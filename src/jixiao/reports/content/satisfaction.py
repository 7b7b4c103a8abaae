"""Which indicators are about satisfaction, and whose."""

from collections.abc import Iterator

from jixiao.expressions import Name, names
from jixiao.facts.dimensions import is_wildcard
from jixiao.indicators import Indicator, IndicatorSystem, expressions_of

ONE_QUESTION = "满意度"
OVERALL = "综合满意度"
_WORD = "满意"
_SOMEBODY = "服务对象"


def is_about_satisfaction(indicator: Indicator) -> bool:
    """Whether a survey decides the indicator, by its name or by what it measures."""
    return _WORD in indicator.name or any(True for _ in _measured(indicator))


def groups_asked(system: IndicatorSystem) -> tuple[str, ...]:
    """The groups whose satisfaction the system measures, each once; none where it measures none."""
    about = [indicator for indicator in system.indicators() if is_about_satisfaction(indicator)]
    found = dict.fromkeys(group for indicator in about for group in _groups(indicator))
    return tuple(found) or ((_SOMEBODY,) if about else ())


def subjects_asked(system: IndicatorSystem) -> tuple[str, ...]:
    """The single questions the system measures, such as 服务效率, each once."""
    measured = (name for indicator in system.indicators() for name in _measured(indicator))
    return tuple(dict.fromkeys(word for name in measured if name.text == ONE_QUESTION for word in _single(name)[-1:]))


def _groups(indicator: Indicator) -> Iterator[str]:
    overall = [name for name in _measured(indicator) if name.text == OVERALL]
    for name in overall:
        yield next(iter(_single(name)), _named_in(indicator.name))
    if not overall and _WORD in indicator.name:
        yield _named_in(indicator.name)


def _single(name: Name) -> tuple[str, ...]:
    """The qualifiers that name one group or question, not each of them."""
    return tuple(word for word in name.qualifiers if not is_wildcard(word))


def _named_in(name: str) -> str:
    return name.removesuffix(ONE_QUESTION) or _SOMEBODY


def _measured(indicator: Indicator) -> Iterator[Name]:
    for expression in expressions_of(indicator):
        for name in names(expression):
            if name.text in (ONE_QUESTION, OVERALL):
                yield name
