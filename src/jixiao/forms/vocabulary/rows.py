"""The other rows of the indicator block: what the template left, remarks, and the last row with totals and grade."""

import re
from functools import lru_cache

from jixiao.forms.vocabulary.cells import KNOWN, plain

_NOT_APPLICABLE = frozenset({"无", "不适用", "不涉及", "无此项", "/", "-", "—", "——"})


def is_not_applicable(text: str) -> bool:
    """Whether a cell says that there is no such indicator.

    >>> is_not_applicable("不涉及"), is_not_applicable("无投诉率")
    (True, False)
    """
    return plain(text) in _NOT_APPLICABLE


_PLACEHOLDER = re.compile(r"(?:三级)?指标\d*[:.、]?[.…]*|[.…·。]{2,}|[.…]+指标.*|[*×X]{2,}|指标\d*[:.、]?(?:\(.*\))?")
_NUMBERED = re.compile(r"指标\s*\d+\s*(?:[:：.、]\s*|(?=[一-鿿]{2}))")


@lru_cache(maxsize=KNOWN)
def is_placeholder(text: str) -> bool:
    """Whether a cell is what the template prints where nothing was filled in.

    >>> [is_placeholder(text) for text in ("指标 2:", ".....", "……", "指标1：培训人数")]
    [True, True, True, False]
    """
    return _PLACEHOLDER.fullmatch(plain(text)) is not None


def without_number(text: str) -> str:
    """The name of an indicator without the number of the template.

    >>> without_number("指标1：培训人数"), without_number("指标2培训人数")
    ('培训人数', '培训人数')
    """
    return _NUMBERED.sub("", text.strip(), count=1)


_REMARK = re.compile(r"(?:其他)?(?:需要?)?说明的?(?:问题|事项)?|备注|(?:填表)?说明:.*|注\d*:.*|填表人.*|联系人.*")


@lru_cache(maxsize=KNOWN)
def is_remark(text: str) -> bool:
    """Whether a row only holds a remark or who filled the form in.

    >>> is_remark("其他需要说明的事项"), is_remark("说明书印刷数量")
    (True, False)
    """
    return _REMARK.fullmatch(plain(text)) is not None


_TOTAL = re.compile(r"(?:自评)?(?:总分|合计|总计|总得分|总分值|自评总分|得分合计)[:]?(\d+(?:\.\d+)?)?分?")


@lru_cache(maxsize=KNOWN)
def is_total(text: str) -> bool:
    """Whether a cell begins the last row of a form.

    >>> is_total("总分"), is_total("总 分：98分"), is_total("合计金额")
    (True, True, False)
    """
    return _TOTAL.fullmatch(plain(text)) is not None


_GRADE = re.compile("优秀?|良好?|中|差|较好|较差|好|一般|不?合格")


def is_grade(text: str) -> bool:
    """Whether a cell is a grade.

    >>> is_grade("优"), is_grade("不合格"), is_grade("良种")
    (True, True, False)
    """
    return _GRADE.fullmatch(plain(text)) is not None
