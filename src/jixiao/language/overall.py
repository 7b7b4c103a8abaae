"""Rules about the total: penalties and merits on it, caps on the grade, the gate of payment, rescaling."""

import re

from jixiao.language.grades import without_grade_table
from jixiao.language.leftover import changes_score, refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numbers.effects import amount_of
from jixiao.language.numbers.wording import plain_wording
from jixiao.language.numerals import NUMBER, number_of
from jixiao.rules.totals import WHOLE, Adjustment, Cap, PayGate, Rescaling, TotalRule

_TOTAL = "(?:评价|考核|绩效|最终|综合|指标)*(?:总得分|总分值?|总成绩|总评分|得分总额|评价得分|评价结果)"
_MARKS = rf"(?:{NUMBER}|半)分"
_ADJUST = re.compile(
    rf"(?P<sign>扣减?|扣除|倒扣|减去?|加|另加|核减)(?:{_TOTAL}的?)?(?P<each>{_MARKS})|{_TOTAL}(?:的)?(?P<sign2>扣减?|扣除|倒扣|减|加)(?P<each2>{_MARKS})"
)
_MOST = re.compile(
    rf"(?:最多|最高|累计|合计|扣分|加分|上限|不超过|以)[^,;。\d]{{0,12}}?(?P<most>{_MARKS})(?:为限|封顶)?"
)
_GRADES = "优秀|良好|优|良|中|差|合格|不合格|基本合格"
_CAP = re.compile(
    "(?:(?:等级|等次|档次|评定|结果|总体|评为|评价)[^,;。]{0,12}?(?:不得?(?:高于|超过|评为)|"
    "最高(?:只能|为|不超过|评|定)*(?:为|评为|到)?|只能(?:评|定)(?:为)?|(?:直接)?(?:定|评|判|认定|降)(?:定)?(?:为|至))|"
    rf"(?:一律|直接)(?:认定|评定|判定|定|评|判|降)(?:为|至))[“\"]?(?P<grade>{_GRADES})"
)
_SCORE_CAP = re.compile(rf"{_TOTAL}[^,;。]{{0,6}}?(?:不得?(?:高于|超过)|最高(?:不超过|为|计)?)(?P<score>{_MARKS})")
_PAY = re.compile("支付|拨付|兑付|付费|付款|结算|计取|计付")
_BELOW = re.compile("低于|不足|不满|未满|未达|达不到|以下|小于|否则")
_AGREED = re.compile("约定|协商|另行|合同")
_FROM = re.compile(rf"(?P<points>{NUMBER})分(?:\(含\))?(?:及)?(?:以上)?|满(?P<points2>{NUMBER})分")
_RESCALE = re.compile(
    "适用指标|剩余指标|其余指标|余下指标|参评指标|不适用|缺项|不涉及|未涉及|缺失|不参评|指标不(?:参与|参加|纳入|计入)"
)
_TO_HUNDRED = re.compile("百分制|×100|乘以100|÷应得分|/应得分|折算|换算|放大")
_ABOUT_TOTAL = re.compile(
    rf"(?:从|在|扣减?|扣除|倒扣|计入|按){_TOTAL}|{_TOTAL}(?:中|基础上|里|的基础上)?[^,;。]{{0,6}}(?:扣|减|加)|评价总分"
)


def claims(text: str) -> bool:
    """Whether the sentence is about the total."""
    try:
        text = _paid_in_full(without_grade_table(text))
    except NotUnderstood:
        return _CAP.search(text) is not None
    return (
        _ABOUT_TOTAL.search(text) is not None
        or (_CAP.search(text) is not None and "分" not in text)
        or (_SCORE_CAP.search(text) is not None and "基础" not in text)
        or (
            _PAY.search(text) is not None
            and re.search("全额|全部|足额", text) is not None
            and _FROM.search(text) is not None
        )
        or (
            _RESCALE.search(text) is not None
            and _TO_HUNDRED.search(text) is not None
            and re.search("总得分|剩余|最终|其余|总分", text) is not None
            and "扣" not in text
        )
    )


def total_rule_of(text: str) -> TotalRule:
    """The rule about the total; NotUnderstood where the words leave it open."""
    text = _paid_in_full(plain_wording(without_grade_table(text)))
    if (_PAY.search(text) is not None and "额" in text) or "全部拨付" in text:
        return _pay_gate(text)
    if _RESCALE.search(text) is not None and _TO_HUNDRED.search(text) is not None and not _ADJUST.search(text):
        return Rescaling("不适用的指标")
    return _rule(text)


def _paid_in_full(text: str) -> str:
    """按100%支付 as 全额支付."""
    return re.sub(
        rf"按(?:照)?(?:合同价?款?|应付[^,;。]{{0,4}}|标准)?的?(?:100%|百分之百)(?={_PAY.pattern})", "全额", text
    )


def _pay_gate(text: str) -> PayGate:
    figures = {number_of(next(value for value in match.groups() if value)) for match in _FROM.finditer(text)}
    figures |= {number_of(value) for value in re.findall(rf"(?:除以|[÷/])({NUMBER})", text)}
    if len(figures) != 1:
        raise NotUnderstood("多少分起全额付费没有写明", text)
    in_proportion = re.search("比例|之比|除以|÷|/|折算", text) is not None
    if not in_proportion and _BELOW.search(text) and not _AGREED.search(text):
        raise NotUnderstood("达不到规定分数时付多少没有读懂", text)
    return PayGate("付费", figures.pop(), in_proportion)


def _rule(text: str) -> TotalRule:
    cap = _CAP.search(text)
    name = re.split("[,的]", text)[0][:30]
    barred = _BARRED.search(text)
    if barred is not None:
        _refuse_other(text, barred)
        return Cap(name, _below(barred["grade"], text), None)
    if cap is not None:
        _refuse_other(text, cap)
        return Cap(name, _GRADE_WORDS.get(cap["grade"], cap["grade"]), None)
    score = _SCORE_CAP.search(text)
    if score is not None and _ADJUST.search(text) is None:
        _refuse_other(text, score)
        return Cap(name, None, amount_of(score["score"]).amount)
    found = _ADJUST.search(text)
    if found is None:
        raise NotUnderstood("没有写明从总分中扣多少", text)
    most = _MOST.search(text, found.end())
    if changes_score(text[: found.start()]):
        raise NotUnderstood(f"“{text[: found.start()]}”不知道怎样影响总分", text)
    refuse_rest(text, (re.compile(".*", re.DOTALL).match(text, 0, found.end()), most), _NAMED_ALREADY)
    limit = amount_of(most["most"]) if most else None
    if limit is not None and limit.amount >= WHOLE:
        limit = None
    penalty = (found["sign"] or found["sign2"]) not in ("加", "另加")
    return Adjustment(name, amount_of(found["each"] or found["each2"]), limit, penalty)


def _refuse_other(text: str, cap: "re.Match[str]") -> None:
    """Refuse a text that says more of the score or the grade than one cap."""
    refuse_rest(text, (cap,))
    rest = text[: cap.start()] + text[cap.end() :]
    if _CAP.search(rest) or _AS_POOR.search(rest):
        raise NotUnderstood(f"“{rest}”不知道怎样影响等次", rest)


def _below(grade: str, text: str) -> str:
    """The best grade left where one is barred: 不得评为优 leaves 良."""
    scale = ("优", "良", "中", "差")
    place = scale.index(_GRADE_WORDS.get(grade, grade)) if _GRADE_WORDS.get(grade, grade) in scale else 3
    if place == 3:
        raise NotUnderstood(f"不得评为“{grade}”后最高是哪一等没有写明", text)
    return scale[place + 1]


_AS_POOR = re.compile(f"按“?(?:{_GRADES})")
_NAMED_ALREADY = "[扣减]分|为(?:上)?限"
_BARRED = re.compile(rf"不(?:得|能|予|可)?(?:被)?评(?:定)?(?:为|成)?[“\"]?(?P<grade>{_GRADES})")
_GRADE_WORDS = {"优秀": "优", "良好": "良"}
