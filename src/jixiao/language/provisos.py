"""Provisos: what limits whom or what a rule is applied to (…除外, 不含…, 仅限…), or leaves it to be decided elsewhere.

They change no score that is computed, but what is counted and who is judged, so they are for the person who gives
the evidence: a rule is read beside them, and says so in a note.
"""

import re
from collections.abc import Iterator

_PROVISO = re.compile(
    "除外|例外|另有(?:规定|要求|约定)|从其(?:规定|约定)|另计|另算|另行|另按|单独(?:计算|核算|核定)|"
    r"(?<![(\d其])不(?:含|包括|包含)(?![一二两三四五六七八九十\d]|本数)(?=..)|不(?:计入|纳入|算入|列入)|(?<![分处项点次个天日月缺额])不[计算](?=[,;。)]|$)|"
    "剔除|(?:扣除|排除|除去)[^,;。分%]{2,14}(?:因素|影响|后)|除(?!此|上述|以上|前述|前款)[^,;。]{2,14}[之以]?外|"
    "仅限|只限|限于|[只仅]适用|适用于|不适用于|特殊(?:情况|原因|情形)|不可抗力|客观(?:原因|因素)|政策性?(?:原因|因素)|"
    "顺延|经[^,;。]{0,6}批准的|经批准|视[同为作]|同一[^,;。]{1,12}不(?:重复|累计|叠加)|不重复(?:扣|计|加)|就高不就低|"
    "可(?:以)?不(?:扣|计)|(?:免[予于]?|不予|不再)扣|有[^,;。]{1,8}(?:说明|理由|证明|备案)的|整改的?,?不扣|"
    r"为基数|(?:扣分|得分)(?:均|一律)?[按以][^,;。\d率例]{2,12}(?:计算|核算)|参照|比照|"
    "(?:例如|比如|举例|例(?=[:,]))"
)
# A clause that is a proviso and nothing else: no figure, no effect, no condition of what follows.
_WORDS = r"[^,;。\n()\d%分扣得]"
_CAUSE = "(?:不可抗力|政策|客观|特殊|上级|灾害|疫情|突发|应急|国家)"
_NOTHING_ELSE = (
    rf"{_WORDS}{{2,40}}(?:除外|例外|不在此[限列]|另计|另算|不计|不计算|不计在内|不含在内|不[计纳列]入{_WORDS}{{0,8}}|剔除)|"
    rf"(?:但|且)?(?:不含|不包括|不包含|剔除|[仅只]限|限于|(?:本[条项]{_WORDS}{{0,2}})?[仅只]适用于?){_WORDS}{{2,40}}|"
    rf"(?:但|且)?除{_WORDS}{{0,14}}{_CAUSE}{_WORDS}{{0,14}}外|"
    rf"{_WORDS}{{0,12}}(?:另行|另按){_WORDS}{{1,20}}|特殊情况{_WORDS}{{1,20}}(?:确定|处理|认定|把握|研究)|"
    rf"(?:同一|相同){_WORDS}{{1,12}}不(?:重复|累计|叠加)(?:扣分|扣减|计扣|计分|加分)|{_WORDS}{{0,8}}经{_WORDS}{{0,6}}批准的?按{_WORDS}{{2,10}}计算"
)
_AFTER = re.compile(rf",(?:{_NOTHING_ELSE})(?=[,;。\n)]|$)|\((?:{_NOTHING_ELSE})\)")
_BEFORE = re.compile(rf"(?:^|(?<=[;。\n(]))(?:{_NOTHING_ELSE})[,;。\n]")
EXAMPLE = re.compile(
    r"[,;。(](?:例如|比如|举例[:,]?|例[:,]|如(?=完成))[^,;。()]*(?:,(?:则|得|扣|即|计|按|应)[^,;。()]*)*\)?"
)
"""An example behind a rule; what follows it in clauses of their own is none."""

_CLAUSE = re.compile(r"[^,;。\n()]+")


def without_provisos(text: str) -> str:
    """A normalised text without examples and the clauses that are provisos and nothing else.

    >>> without_provisos("每发生一次扣1分,不可抗力造成的除外,扣完为止。")
    '每发生一次扣1分,扣完为止。'
    """
    left = _BEFORE.sub("", _AFTER.sub("", EXAMPLE.sub("", text)))
    return left if left.strip(",;。\n") else text


def provisos_of(text: str) -> Iterator[str]:
    """The clauses of a normalised text that are provisos.

    >>> list(provisos_of("每发生一次扣1分,不可抗力造成的除外,扣完为止。"))
    ['不可抗力造成的除外']
    """
    for clause in _CLAUSE.finditer(text):
        if _PROVISO.search(clause.group()):
            yield clause.group()


def notes_on(text: str) -> list[str]:
    """What to say of the provisos of a text."""
    return [f"“{each}”由提供数据、认定情况的人把握，计分时不另作处理" for each in dict.fromkeys(provisos_of(text))]
