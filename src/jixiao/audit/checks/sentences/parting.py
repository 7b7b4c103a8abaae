"""What the parts of a breakdown are parts of: which kinds go together, which lists are known to be complete."""

import re
from collections.abc import Mapping, Sequence

OVERLAPPING = "年龄学历"
"""The kind of parts that one person may belong to several of."""

_KINDS: Mapping[str, re.Pattern[str]] = {
    "支出类型": re.compile("基本支出|项目支出|经营支出|上缴上级|对附属单位补助"),
    "资金来源": re.compile(
        "一般公共预算|政府性基金|国有资本|财政专户|财政拨款|事业收入|其他收入|经营收入|上年结[转余]|年初结[转余]|单位资金|自有资金|"
        "自筹|专项债|(?:中央|省级|省|市级|市|区级|区|县级|县|上级|本级)(?:财政)?(?:资金|补助|配套|安排|预算)"
    ),
    "经济分类": re.compile("人员(?:经费|支出)|公用(?:经费|支出)|工资福利|商品和?服务|对个人和家庭|资本性支出"),
    "专项费用": re.compile("三公|公务接待|公务用车|因公出国|政府采购|会议费|培训费|购买服务"),
    "编制类型": re.compile("行政|参公|事业|工勤|聘用|编外|临聘|劳务派遣|公益性岗位"),
    OVERLAPPING: re.compile(
        "党员|团员|男|女|本科|研究生|硕士|博士|大专|专科|学历|高级|中级|初级|职称|岁|少数民族|退役"
    ),
}
_COMPLEMENTS = (
    (re.compile("基本支出"), re.compile("项目支出")),
    (re.compile("人员(?:经费|支出)"), re.compile("公用(?:经费|支出)")),
    (re.compile("行政"), re.compile("事业")),
    (re.compile("男"), re.compile("女")),
)
_SHARED = 2  # characters that the names of parts of one kind have in common at least


def kinds_of(labels: Sequence[str]) -> list[str]:
    """The kind of each part: the first that its words name, empty for none.

    >>> kinds_of(["基本支出", "三公经费支出", "甲项目"])
    ['支出类型', '专项费用', '']
    """
    return [next((kind for kind, words in _KINDS.items() if words.search(label)), "") for label in labels]


def is_complete(labels: Sequence[str]) -> bool:
    """Whether the parts are known to leave nothing out.

    >>> is_complete(["基本支出", "项目支出"]), is_complete(["一般公共预算收入", "政府性基金收入"])
    (True, False)
    """
    return any(
        len(labels) == len(pair) and all(sum(bool(words.search(label)) for label in labels) == 1 for words in pair)
        for pair in _COMPLEMENTS
    )


def are_parallel(labels: Sequence[str]) -> bool:
    """Whether the names share words, as those of a list do that was cut one way (国家级媒体, 省级媒体).

    >>> are_parallel(["国家级媒体采用", "省级媒体", "市级新媒体"]), are_parallel(["党员", "本科以上"])
    (True, False)
    """
    first, *others = sorted(labels, key=len)
    pieces = (first[at : at + _SHARED] for at in range(len(first) - _SHARED + 1))
    return bool(others) and any(all(piece in other for other in others) for piece in pieces)
