"""Which sentences leave it to a person to judge, and in which way."""

import re
from collections.abc import Callable

from jixiao.language.judged import bands, discretion, experts, gradecount, levels
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About, Does
from jixiao.language.points.clauses import PointClause, point_clauses
from jixiao.language.points.words import words_of
from jixiao.language.sentences import Sentence, Understood

# Words that make a case one of numbers: another family reads it.
_COMPARED = (
    "不低于|不少于|不小于|不高于|不超过|不大于|不多于|高于|低于|超过|超出|少于|多于|大于|小于|达到|达|不足|不满|不到|"
    "未达到|控制在|[<>≤≥=]"
)
_NUMERIC = re.compile(
    rf"\d%|百分之|[一二三四五六七八九]成|(?:{_COMPARED})(?:目标值?的?)?±?(?:\d|[一二三四五六七八九十百]+(?!致))|"
    r"\d[\d.]*[^\d,;。]{0,3}(?:\(含\))?(?:以上|以下|以内)(?!单位|部门|机关|级)|绝对值|排名|名次|第[-~\d—至到]+名|每|比例|插值|平均|率(?:计|乘)|乘以|"
    r"[×÷*±]|介于|区间|^(?:\(?不?含|及?以上|及?以下|以内|之间|个百分点|范围)"
)
_COMPARISON = re.compile(
    "(?:上年|去年|上一年|往年|同期|上期|年初).{0,12}(?:增|减|升|降|持平|高|低|多|少)|"
    "(?:增|减|升|降|持平|高|低).{0,8}(?:上年|去年|同期)|同比|环比|较上"
)
_TREND = re.compile("持平|正增长|负增长")
_TARGET = re.compile(
    "目标值|指标值|达到目标|完成目标|超预算|预算数|不超|超标准|限额|编制数|计划数|标准值|最高值|最低值|满意值|不允许值|基准值|及格线|(?<!第)[一1](?:次(?![办性])|件(?!事)|[处起项例笔个人天名])"
)
_NOT_INVOLVED = re.compile("不涉及|不适用|无此项|没有此项|无该项|未涉及")

# 一档得6分: levels that are called by numbers.
_NAMED_BY_NUMBER = re.compile("(?:^|(?<=[,;。:]))第?[一二三四五六甲乙丙丁](?:档|等|级|类)(?:的|者)?[,:]?(?:得|计|不得)")
_OF_ALL_POINTS = re.compile("[各每](?:个|项|条)?(?:评价)?要点|各[项条]|每一?[项条]")
_OF_POINTS = (About.EACH, About.EACH_MET, About.NAMED)

_WAYS: tuple[tuple[Callable[[str], bool], Callable[[Sentence], Understood]], ...] = (
    (gradecount.claims, gradecount.understood),
    (experts.claims, experts.understood),
    (bands.claims, bands.understood),
    (discretion.claims, discretion.understood),
)


def opens_bands(sentence: Sentence) -> bool:
    """Whether words of the sentence open bands of shares, which look like parts of the weight."""
    return bands.claims(sentence.text)


def surely(sentence: Sentence) -> bool:
    """Whether words of this family stand in the sentence that no other family has."""
    by_words = any(claim(sentence.text) for claim, _ in _WAYS)
    return by_words or (len(_NAMED_BY_NUMBER.findall(sentence.text)) > 1 and _is_of_cases(sentence))


def claims(sentence: Sentence) -> bool:
    """Whether the words of the sentence are of this family."""
    return surely(sentence) or _is_of_cases(sentence)


def understood(sentence: Sentence) -> Understood:
    """What the sentence comes to; NotUnderstood where it states no such rule."""
    read = next((read for claim, read in _WAYS if claim(sentence.text)), levels.understood)
    return read(sentence)


def _is_of_cases(sentence: Sentence) -> bool:
    """Whether the sentence says of cases told in words, not in numbers, what each earns."""
    text = sentence.text
    if _NOT_INVOLVED.search(text) or _COMPARISON.search(text) or _TREND.search(text) or _TARGET.search(text):
        return False
    try:
        clauses = [clause for clause in point_clauses(text) if clause.does is not Does.LIMIT]
    except NotUnderstood:
        return False
    if any(word.kind in "qr" for word in words_of(text)) or _OF_ALL_POINTS.search(text):
        return False
    if not clauses or any(clause.does not in (Does.EARN, Does.NOTHING, Does.LOSE) for clause in clauses):
        return False
    if any(clause.about in _OF_POINTS for clause in clauses):
        return False
    if clauses[0].does is Does.LOSE or any(_is_numeric(clause) for clause in clauses):
        return False
    return clauses[0].about is not About.NOTHING


# A level with its amount right behind it: 优100%,良80%.
_GRADE = re.compile(
    r"(?:优秀?|良好?|中等?|较?差|(?:较为?|很|非常|不|比较|基本)?(?:好|显著|明显|突出|强|弱|大|小|高|低|满意|充分)|一般|(?:不?合|不?及)格|(?:明显|显著|有所|略有|全面|全部|完全|部分|基本|按时|及时|较|无|未|没有)[^,;。\d]{1,6})$"
)


def _is_numeric(clause: PointClause) -> bool:
    """Whether a case is told in numbers; one that runs into the words of a case is none of its amounts."""
    effect = clause.words[len(clause.state) :]
    runs_in = effect[:1].isdigit() and clause.state != "" and clause.state[-1] not in "的者("
    return _NUMERIC.search(clause.state) is not None or (runs_in and _GRADE.search(clause.state) is None)
