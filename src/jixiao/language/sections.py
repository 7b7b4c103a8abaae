"""A cell with several headed parts (指标解释：… 评分规则：…): the part that is the rule."""

import re

_RULE = (
    "评分规则|评分标准|评分办法|评分方法|评分细则|评分说明|评分依据|计分规则|计分方法|"
    "计分办法|计分标准|计分细则|打分规则|打分标准|赋分规则|赋分标准|扣分标准|扣分规则|"
    "评价标准|评价规则|评价方法|考核标准|考评标准|得分规则|得分标准|评价要点|评分要点|"
    "考核要点|要点"
)
_OTHER = (
    "指标解释|指标说明|指标含义|指标定义|指标内涵|指标内容|指标释义|名词解释|解释|计算公式|"
    "计算方法|公式|考核内容|评价内容|考察内容|评价目的|考核目的|数据来源|评价依据|取数来源|"
    "数据口径|口径|备注|注|说明|填报说明|指标名称|指标"
)
_HEADING = re.compile(rf"\((?P<bracketed>{_RULE}|{_OTHER})\):?|(?:^|(?<=[,;。\n)]))(?P<plain>{_RULE}|{_OTHER}):")
_RULES = re.compile(_RULE)
_SCORES = re.compile(
    r"得分|扣|满分|不得|[计得记加减][0-9]|[0-9%半零]分|计分|否决|减半|[打对]?折(?!旧)|加分|加倍|一半|权重|取[高低]|不足[^,;。]{1,6}[按计]|不涉及|不适用|按“?差|减轻|酌|从[轻重]"
)


def rule_in(text: str) -> str:
    """The part of a normalised cell that is the rule; the whole where nothing is headed.

    >>> rule_in("指标解释:反映准确程度。评分规则:退回一次扣二分。")
    '退回一次扣二分。'
    """
    headings = list(_HEADING.finditer(text))
    if not headings:
        return text
    parts = [("", text[: headings[0].start()])]
    for number, heading in enumerate(headings):
        end = headings[number + 1].start() if number + 1 < len(headings) else len(text)
        parts.append((heading["bracketed"] or heading["plain"], text[heading.end() : end]))
    rules = [
        (heading, body)
        for heading, body in parts
        if _RULES.fullmatch(heading) or (not heading and _SCORES.search(body))
    ]
    if not any(_SCORES.search(body) for _, body in rules):
        return text
    others = [body for heading, body in parts if heading and not _RULES.fullmatch(heading)]
    kept = [body for body in others if _SCORES.search(body) or "=" in body]
    points = [f"{heading}:{body}" if heading.endswith("要点") else body for heading, body in rules]
    defined = [body if body.endswith(("。", ";", "\n")) else f"{body}。" for body in kept if not _SCORES.search(body)]
    return "".join([*defined, *points, *(body for body in kept if _SCORES.search(body))])
