"""The words above a form and in its header: titles and labelled fields."""

import re
from functools import lru_cache

from jixiao.forms.vocabulary.cells import KNOWN, plain, unbracketed

_FORM_TITLE = re.compile("自评(?:报告)?表|自我评价表|绩效(?:目标)?自评|绩效目标完成情况表")
_SUMMARY_TITLE = re.compile("汇总|一览|清单|统计表|(?<!目标完成)情况表")


def is_form_title(text: str) -> bool:
    """Whether a line announces a self-evaluation form.

    >>> is_form_title("2021年度项目支出绩效自评表"), is_form_title("项目支出绩效自评情况汇总表")
    (True, False)
    """
    words = plain(text)
    return (
        len(words) <= 80
        and bool(_FORM_TITLE.search(words))
        and words.rstrip(")").endswith(("表", "年度", "年"))
        and not _SUMMARY_TITLE.search(words)
    )


def is_summary_title(text: str) -> bool:
    """Whether a line announces a table that lists self-evaluated projects.

    >>> is_summary_title("2021年度项目支出绩效自评情况汇总表")
    True
    """
    words = plain(text)
    return len(words) <= 80 and "自评" in words and bool(_SUMMARY_TITLE.search(words)) and "。" not in words


_FIELDS = {
    "项目名称": re.compile("(?:一级|二级)?项目名称|(?:专项)?转移支付名称|专项(?:资金)?名称"),
    "部门名称": re.compile("(?:[省市县区]级)?(?:预算|填报)?(?:部门|单位)(?:[(]单位[)]|[、/和及]?单位)?名称|部门"),
    "自评得分": re.compile("(?:部门|单位)?自评(?:总分|得分|总得分)"),
    "审核评分": re.compile("(?:财政|部门|主管部门)?(?:审核|复核|复评)(?:评分|得分|总分)"),
    "自评等级": re.compile("(?:自评|评价|绩效)(?:等级|等次|结果等级)"),
    "主管部门": re.compile("(?:项目|地方|省级|市级|县级)?主管(?:部门|单位)(?:及代码)?|预算(?:主管)?部门"),
    "实施单位": re.compile("(?:项目)?(?:具体)?实施(?:单位|部门)|项目(?:承担)?单位|预算单位|资金使用单位"),
}
_OTHER_FIELD = re.compile(
    "项目(?:负责人|编码|代码|类型|属性|类别|周期|分类)(?:及电话|及联系电话)?|负责人(?:及(?:联系)?电话)?|"
    "(?:部门|单位|项目)?联系(?:人|电话)(?:及电话)?|财政(?:归口|主管)?(?:处室|科室|股室)|"
    "中央主管部门|填[报表](?:日期|时间|单位|人|部门)|经办人|评价(?:年度|时间)|单位负责人"
)
_FOOT = frozenset({"填表人", "填报人", "经办人", "联系人", "联系电话"})
"""What begins the row below a form that says who filled it in."""
_LABELLED = re.compile(r"([^:]{3,10}):(.*)")
_SEVERAL = re.compile(r"(?<!\s)\s++(?=[^\s:：]{2,10}[:：])")
_NEXT_LABEL = re.compile(r"(?<!\s)\s++[^\s:：]{2,10}[:：].*", re.DOTALL)


def labelled_in(text: str) -> list[tuple[str, str]]:
    """The fields of the header that a line labels, one or several, and what it says of each.

    >>> labelled_in("自评得分：98分   自评等级：优"), labelled_in("项目名称"), labelled_in("（2023年度）")
    ([('自评得分', '98分'), ('自评等级', '优')], [('项目名称', '')], [])
    """
    parts = _SEVERAL.split(text.strip())
    return [field for part in parts if (field := header_field(part))]


@lru_cache(maxsize=KNOWN)
def header_field(text: str) -> tuple[str, str] | None:
    """The field of the header that a cell labels, and what it says behind a colon.

    >>> header_field("项目 名称"), header_field("主管部门：市教育局"), header_field("产出指标")
    (('项目名称', ''), ('主管部门', '市教育局'), None)
    """
    words = unbracketed(plain(_NEXT_LABEL.sub("", text.strip())))
    labelled = _LABELLED.fullmatch(words)
    label, rest = (labelled[1], labelled[2]) if labelled else (words.rstrip(":"), "")
    for name, pattern in _FIELDS.items():
        if pattern.fullmatch(label):
            return name, rest
    return (label, rest) if _OTHER_FIELD.fullmatch(label) else None


def is_foot(text: str) -> bool:
    """Whether a cell begins the row that says who filled the form in.

    >>> is_foot("填表人"), is_foot("联系电话：0373-1234567"), is_foot("主管部门")
    (True, True, False)
    """
    field = header_field(text)
    return field is not None and field[0] in _FOOT
