"""A word, a level or a yes or no that is judged and earns what the sentence says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import Does
from jixiao.language.points.clauses import PointClause, point_clauses
from jixiao.language.points.namelists import share_words
from jixiao.language.points.words import Amount
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.conditional import Flat, Switch
from jixiao.rules.parts.judged import Levels
from jixiao.rules.portion import FULL, NOTHING, Portion

_LEAD = re.compile(
    r".*(?:评定结果|认定结果|评价结果|等次|等级|档次|结果|综合|总体)?(?:评定|认定|评价|判定|确定|划分|评|定)(?:等次|等级)?(?:为|是)|.*(?:分为|划分为|分成)|"
    r".*(?:等次|等级|档次|结果)(?:为|是)|.*[档等级类种]次?:"
)
_SIGNS = re.compile(r"^[\s,;:。、()/“”\"]+|[\s,;:。、()/“”\"]+$")
_TAIL = re.compile(r"(?:的话|的|者|则|即|就|(?<![及按准即临同])时|,|:|可|应|均|直接|一律|情况下|情形)+$")
_OTHERS = re.compile(
    r"(?:否则|反之|其他|其它|其余|除此之外|其他情况|其余情况|其他情形|其余情形)(?:情况|情形)?(?:的|下|均|一律|,)*"
)
_NEGATED = re.compile("尚未|未|没有|没|无|否|不(?![断同良])")
_BAD = re.compile(
    "存在|发生|出现|逾期|超期|一经|延迟|延误|迟报|迟交|违反|违规|拒|失实|虚假|造假|滞后|漏|缺|有(?=.{0,8}(?:问题|事故|投诉|舆情|缺陷))"
)
# 分别给予满分、部分分: several amounts, of which only one is told.
_SEVERAL = re.compile("(?:分别|依次)(?:按|情况)?$")
# 存在未按标准发放: what there is, is the lack itself.
_ASIDE = re.compile(r"\([^()]*\)")
_BEING = re.compile("(?:存在|出现|发生|有)(?=未|不[符达合按及完]|没)")
_BETWEEN = re.compile("基本|部分|较(?!大(?:及其?)?以上)|一般|^[中良]|尚可|尚好|个别|有所")
_ORDER = re.compile(
    "(?:[一二三四五六七八九\\d]+(?:个)?(?:档|级|等|类|种)(?:次|级)?(?:情况|情形)?|等次|等级)?[,:]*(?:依次|分别|对应)*$"
)


@dataclass(frozen=True, slots=True)
class _Case:
    """What is judged (“” for all other cases), and what it earns."""

    words: str
    gives: Portion


def understood(sentence: Sentence) -> Understood:
    """A yes or no for two cases that exclude each other, levels for more."""
    weight = sentence.beside.weight
    clauses = point_clauses(sentence.text)
    cases = list(_cases(clauses, weight))
    lost = [gives for clause in clauses[1:] if clause.does is Does.LOSE and (gives := _gives(clause, weight)).amount]
    if len(cases) > 2 and lost and any(clause.does is Does.EARN for clause in clauses[1:]):
        raise NotUnderstood("有的情形写得多少分，有的写扣多少分，没有读懂", sentence.text)
    if len(cases) < 2:
        raise NotUnderstood("只写了一种情形怎样计分", sentence.text)
    if any(not case.gives.in_points and case.gives.amount > 1 for case in cases):
        raise NotUnderstood("有的情形所得超过满分", sentence.text)
    if len(cases) == 2 and _excludes(cases):
        return _condition(cases, weight)
    return _levels(cases, weight)


def _excludes(cases: Sequence[_Case]) -> bool:
    """Whether of two cases one is what the other is not."""
    first, second = cases
    if any(_BETWEEN.search(case.words) and not _NEGATED.match(case.words) for case in cases):
        return False
    return not second.words or _is_good(first.words) != _is_good(second.words)


def _is_good(words: str) -> bool:
    """Whether things are as they should be: nothing negated, or something bad negated, in every case named."""
    words = _BEING.sub("", _ASIDE.sub("", words))
    if "或" in words:
        return all(_is_good(each) for each in re.split("或者?", words) if each)
    negated = len(_NEGATED.findall(words)) % 2 == 1
    return negated == (_BAD.search(words) is not None)


def _condition(cases: Sequence[_Case], weight: Fraction | None) -> Understood:
    first, second = sorted(cases, key=lambda case: value_of(case.gives, weight or Fraction(1)) or 0, reverse=True)
    if first.gives == second.gives:
        raise NotUnderstood("两种情形所得相同，没有读懂")
    notes = [] if first is cases[0] else [f"条件按得分较高的情形“{first.words or '其他'}”认定"]
    if all(case.words for case in cases):
        notes += _strangers([case.words for case in cases])
    return Understood(Switch(("holds",), Flat(first.gives), Flat(second.gives)), notes)


def _levels(cases: Sequence[_Case], weight: Fraction | None) -> Understood:
    levels = {level_word(case.words) or "其他": case.gives for case in cases}
    if len(levels) != len(cases):
        raise NotUnderstood("同一个等次写了两次")
    if len(set(levels.values())) == 1:
        raise NotUnderstood("各种情形所得相同，没有读懂")
    values = [value for case in cases if (value := value_of(case.gives, weight)) is not None]
    notes = list(_strangers([case.words for case in cases]))
    if values not in (sorted(values, reverse=True), sorted(values)):
        notes.append("各等次的分值不是由高到低，请核对")
    if weight is not None and max(values) < weight:
        notes.append("最好的等次也得不到满分，请核对权重")
    return Understood(Levels(levels), notes)


_DEGREE = re.compile(
    r"优|良|中|差|好|强|弱|高|低|大|小|多|少|显著|明显|充分|突出|满意|一般|较|基本|部分|局部|全部|完全|全面|有所|略|合格|及格|达标|达成|完成|实现|"
    r"未|不|无|没有|否|[A-E](?:级|档|类|等)?|[一二三四五甲乙丙丁](?:级|档|类|等)|国家|省|市|县|区|及时|按[时期]|如期|提前|逾期|延迟|滞后|严重|轻微|重大|其他|其余"
)


def _strangers(words: Sequence[str]) -> Iterator[str]:
    """A note where two cases that follow upon each other have nothing in common, so that both may well occur."""
    for one, other in pairwise(words):
        denied = _NEGATED.sub("", other)
        opposite = denied != other and bool(denied) and denied in one
        alike = opposite or max(len(one), len(other)) < 2 or share_words(one, other)
        if not (alike or (_DEGREE.search(one) and _DEGREE.search(other))):
            yield f"“{one}”与“{other}”按只居其一理解"


def value_of(portion: Portion, weight: Fraction | None) -> Fraction | None:
    """The points a portion comes to, as far as the weight is known."""
    if portion.in_points:
        return portion.amount
    return None if weight is None else portion.amount * weight


def _cases(clauses: Iterable[PointClause], weight: Fraction | None) -> Iterator[_Case]:
    for clause in clauses:
        if clause.does is Does.LIMIT:
            continue
        if clause.does is Does.EARN and len(clause.amounts) > 1:
            names = listed_words(clause.state)
            if len(names) != len(clause.amounts):
                raise NotUnderstood(f"“{clause.words}”中等次的个数与分值的个数不同", clause.words)
            for name, amount in zip(names, clause.amounts, strict=True):
                yield _Case(name, _portion(amount, clause))
        elif _SEVERAL.search(clause.state):
            raise NotUnderstood(f"“{clause.words}”没有写明各得多少", clause.words)
        else:
            yield _Case(_bare(clause.state), _gives(clause, weight))


def _gives(clause: PointClause, weight: Fraction | None) -> Portion:
    if clause.does is Does.NOTHING:
        return NOTHING
    if clause.does is Does.EARN and not clause.amounts:
        return FULL
    if clause.does is Does.EARN:
        return _portion(clause.amounts[0], clause)
    if clause.does is Does.LOSE and clause.amounts:
        lost = _portion(clause.amounts[0], clause)
        if not lost.in_points:
            return Portion(1 - lost.amount)
        if weight is not None:
            return Portion(max(weight - lost.amount, Fraction(0)), in_points=True)
    raise NotUnderstood(f"“{clause.words}”没有读懂", clause.words)


def _portion(amount: Amount, clause: PointClause) -> Portion:
    if amount.of == "要点" and amount.value != 1:
        raise NotUnderstood(f"“{clause.words}”没有读懂是什么的份额", clause.words)
    return Portion(amount.value, in_points=amount.of == "分")


# 是否开展绩效自评:已开展 — the question is no case.
_QUESTION = re.compile("^[^:]*(?:是否|有无)[^:]*:")


def _bare(state: str) -> str:
    """The words of a case without what only leads to it or away from it."""
    state = _QUESTION.sub("", state)
    return "" if _OTHERS.fullmatch(state) else _TAIL.sub("", _SIGNS.sub("", _OTHERS.sub("", state)))


def level_word(words: str) -> str:
    """The level itself: 优 of 专家评定为优的."""
    word = _TAIL.sub("", _SIGNS.sub("", _LEAD.sub("", words)))
    return f"{word})" if word.count("(") > word.count(")") else word


def listed_words(state: str) -> list[str]:
    """强、较强、一般、弱 of 可持续性强、较强、一般、弱四档,依次: the subject stands with the first only."""
    state = state.replace("”“", "”、“")
    names = [name for name in re.split("[、/]", _ORDER.sub("", _TAIL.sub("", state)).rstrip(",:")) if name]
    names = [level_word(name) for name in names]
    for name in names[1:]:
        bare = re.sub("^(?:较为|比较|较|基本|部分|不|未)", "", name)
        if bare != name and names[0] != bare and names[0].endswith(bare):
            return [bare, *names[1:]]
    return names


def fixed_levels(text: str, weight: Fraction | None) -> Mapping[str, Portion]:
    """The levels of a text that earn a fixed portion each."""
    return {level_word(case.words) or "其他": case.gives for case in _cases(point_clauses(text), weight)}


def portions_by_word(text: str, words: Sequence[str], weight: Fraction | None) -> Mapping[str, Portion]:
    """What each of the words earns, wherever the text says so; NotUnderstood where it does not for one."""
    found: dict[str, Portion] = {}
    for case in _cases(point_clauses(text), weight):
        word = next((word for word in sorted(words, key=len, reverse=True) if case.words.endswith(word)), None)
        if word is None:
            raise NotUnderstood(f"“{case.words}”不是综合评定的等次", case.words)
        found.setdefault(word, case.gives)
    missing = [word for word in words if word not in found]
    if missing:
        raise NotUnderstood(f"没有写明“{missing[0]}”得多少分", text)
    return found
