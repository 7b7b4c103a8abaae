"""Rules about the points of the criteria: shares, gates, vetoes, counts met."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.points.about import About, Does
from jixiao.language.points.account import OWN, WHOLE, Said
from jixiao.language.points.clauses import PointClause, point_clauses
from jixiao.language.points.gates import faults_among, with_gates
from jixiao.language.points.namelists import share_words, without_their_noun
from jixiao.language.points.outline import Item, Outline, named, outline_of
from jixiao.language.points.parts import part_of
from jixiao.language.points.rewording import is_summed_up, reworded
from jixiao.language.points.said import said_of
from jixiao.language.points.unmarked import earning, named_points
from jixiao.language.points.words import Amount, words_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.checklist import Checklist
from jixiao.text import normal

_FIGURE = re.compile(r"(?:[<>≤≥=]|于|达到|在|超过|不足)\d[\d.]*%?|\d%")
_COUNTS_ALL = re.compile("[两三四五六七八九][项个条]指标(?:全部|均|都)(?:达到|完成|达标|实现)")
_INNER = re.compile(r"\(?其中[:,]?(?P<points>[^()]+)\)?")
_OTHER = re.compile("专家|评委|酌情|至少(?!符合|满足|具备|达到)|不少于")
_STOP = re.compile("[;。\n]")
_OF_POINTS = {
    About.EACH,
    About.EACH_MET,
    About.EACH_UNMET,
    About.ALL_MET,
    About.MET_COUNT,
    About.UNMET_COUNT,
    About.NAMED,
    About.NAMED_UNMET,
    About.REST,
}


def claims(sentence: Sentence) -> bool:
    """Whether the words of the sentence are of this family."""
    sentence = _reworded(sentence)
    outline = listed(sentence)
    if outline is not None:
        return all(_is_point(item) for item in outline.items) and not _tiers(outline) and _speaks_of_points(outline)
    clauses = _statements(sentence.text)
    if not clauses or not all(_is_of_points(clause) for clause in clauses) or _OTHER.search(sentence.text):
        return False
    about = {clause.about for clause in clauses}
    return bool(about & _OF_POINTS) or (len(criteria_of(sentence)) > 1 and About.MET in about)


def _reworded(sentence: Sentence) -> Sentence:
    text = reworded(sentence.text, sentence.beside.weight)
    outline = outline_of(text)
    names = criteria_of(sentence) if outline is None else tuple(item.name for item in outline.items)
    return replace(sentence, text=without_their_noun(names, text))


def add_up(sentence: Sentence) -> bool:
    """Whether the sentence names points that earn their own amounts, and says that these are added up."""
    if not is_summed_up(sentence.text) or _FIGURE.search(sentence.text):
        return False
    outline = listed(_reworded(sentence))
    return outline is not None and not outline.tail and all(item.amount and not item.about for item in outline.items)


def surely(sentence: Sentence) -> bool:
    """Whether the sentence speaks of nothing but points, which it calls so or which stand in the cell of criteria."""
    text = _reworded(sentence).text
    are_points = len(criteria_of(sentence)) > 1 or re.search("要点|要素", text) is not None or _COUNTS_ALL.search(text)
    return bool(are_points) and all(word.kind != "T" for word in words_of(text)) and claims(sentence)


def listed(sentence: Sentence) -> Outline | None:
    """The points that the sentence lists itself, numbered or only named."""
    outline = numbered(sentence.text)
    if outline is not None:
        outline = _summed(outline, sentence.beside.weight)
    if outline is not None and all(_is_point(item) for item in outline.items):
        return outline
    return named_points(sentence.text, sentence.beside.weight) or outline


def _summed(outline: Outline, weight: Fraction | None) -> Outline:
    """The list whose points are only headings of those that earn, where these add up to the weight."""
    items = []
    for item in outline.items:
        under = earning(item.text) if item.under is None else ()
        amounts = [each.amount for each in under if each.amount is not None]
        if len(under) > 1 and all(amount.of == "分" for amount in amounts):
            worth = Amount(sum((amount.value for amount in amounts), start=Fraction(0)), "分")
            item = replace(item, amount=worth, about="", under=Outline("", under, ""))
        items.append(item)
    whole = sum((item.amount.value for item in items if item.amount is not None), start=Fraction(0))
    is_whole = whole == weight and all(item.amount is not None and item.amount.of == "分" for item in items)
    return replace(outline, items=tuple(items)) if is_whole else outline


def numbered(text: str) -> Outline | None:
    """The list that a text numbers, with the points that stand in brackets behind one of its points."""
    outline = outline_of(text)
    if outline is not None and _only_refers(outline):
        return None
    return outline and replace(outline, items=tuple(_with_inner(item) for item in outline.items))


def _only_refers(outline: Outline) -> bool:
    """Whether the numbers name points that are listed elsewhere: ①不满足的不得分;①满足的,①得1分,②得2分."""
    return any(item.about for item in outline.items) and not any(item.name or item.under for item in outline.items)


def _with_inner(item: Item) -> Item:
    """A point with the points that share its amount behind it: 制度建设2分(其中:制度健全1分,制度合规1分)."""
    if item.amount is None or item.under is not None or not item.about:
        return item
    if _is_said_again(item):
        return replace(item, about="")
    inner = _INNER.fullmatch(item.about)
    under = named_points(inner["points"] if inner else item.about, item.amount.value)
    whole = inner is not None or (under is not None and not under.head and not under.tail)
    return replace(item, about="", under=under) if whole else item


def _is_said_again(item: Item) -> bool:
    """Whether a heading with its amount is followed by the one point that earns it: 验收(2分):合格得2分,否则不得分."""
    name, amount, rest = named(item.about)
    if amount != item.amount or [each.name for each in earning(item.about)] != [name]:
        return False
    lacking = _statements(rest)
    return bool(lacking or not rest) and all(
        clause.does is Does.NOTHING and not clause.whole and share_words(clause.state, name) for clause in lacking
    )


def _statements(text: str) -> list[PointClause]:
    """The statements of a text; none where it holds words that are not understood."""
    try:
        return list(point_clauses(text))
    except NotUnderstood:
        return []


def _is_point(item: Item) -> bool:
    """Whether nothing is said of a listed point but its share, or that the indicator earns nothing without it."""
    return all(clause.does is Does.NOTHING or clause.about is About.NAMED for clause in _statements(item.about))


def _tiers(outline: Outline) -> bool:
    """Whether the list numbers the tiers of one figure instead of points."""
    return sum(_FIGURE.search(item.name) is not None for item in outline.items) > 1


def _speaks_of_points(outline: Outline) -> bool:
    return all(_is_of_points(clause) for clause in (*_statements(outline.head), *_statements(outline.tail)))


def _is_of_points(clause: PointClause) -> bool:
    """Whether a statement is about points, or about an event that voids or caps the score."""
    return clause.about is not About.EVENT or clause.does in (Does.NOTHING, Does.EARN_AT_MOST, Does.LIMIT)


# 1、立项规范 2、资料齐全: points on one line.
_NUMBERED_ON = re.compile(r"(?<=\S)[^\S\n]+(?=(?:\d{1,2}|[一二三四五六七八九十])[、.．]|[(（]\d{1,2}[)）])")


def criteria_of(sentence: Sentence) -> tuple[str, ...]:
    """The points in the cell of criteria: its entries, or those that one entry lists or tells in several sentences."""
    criteria = tuple(normal(_NUMBERED_ON.sub("\n", each)).text for each in sentence.beside.criteria)
    outline = outline_of("\n".join(criteria))
    if outline is not None:
        return tuple(item.name for item in outline.items)
    return tuple(filter(None, _STOP.split(criteria[0]))) if len(criteria) == 1 else criteria


def understood(sentence: Sentence) -> Understood:
    """What the sentence comes to; NotUnderstood where it states no such rule."""
    sentence = _reworded(sentence)
    outline = listed(sentence) or Outline("", (), sentence.text)
    beside = [
        clause for item in outline.items for clause in point_clauses(item.about) if clause.does is not Does.NOTHING
    ]
    weight = sentence.beside.weight
    head, tail = (
        with_gates(_together(point_clauses(text), weight), outline.items) for text in (outline.head, outline.tail)
    )
    said = said_of(head, [*beside, *tail])
    items = _without_events(outline.items, said)
    criteria = criteria_of(sentence)
    count = len(items) or len(criteria) or max(said.numbers, default=0)
    if said.losses and [clause.number for clause in said.counts] == [count]:
        said.counts = []
    notes = [*_doubts(count, len(criteria), said), *faults_among(items, said)]
    if count and _says_no_shares(items, said):
        said.equal = True
        notes.append("没有写明各要点的分值，按平均分配理解")
    part = part_of(items, count, said, sentence.beside.weight)
    if not count and said.most is not None and isinstance(part, Checklist):
        notes.append(f"没有列出要点，按最高分所容的{len(part.portions)}个理解")
    return Understood(part, notes)


def _together(clauses: Iterable[PointClause], weight: Fraction | None) -> Iterator[PointClause]:
    """The statements; ①②③得6分 of 6 is what these points earn together."""
    whole = (Amount(weight or Fraction(0), "分"),)
    for clause in clauses:
        is_whole = clause.about is About.NAMED and clause.amounts == whole and len(clause.points) > 1
        yield replace(clause, amounts=(WHOLE,)) if is_whole else clause


def _says_no_shares(items: tuple[Item, ...], said: Said) -> bool:
    """Whether points earn or lose their own shares, and nothing is said of how much that is."""
    stated = said.each or said.named or said.rest or said.losses or said.counts or said.equal or said.all_or_nothing
    whole = said.full is not None and (said.otherwise or said.unmet_earns_nothing)
    return said.met == OWN and not (stated or whole or any(item.amount for item in items))


def _without_events(items: tuple[Item, ...], said: Said) -> tuple[Item, ...]:
    """The points that earn; those that only void the indicator, at either end of the list, are counted aside."""
    alone = [_voids(item) and item.amount is None and not said.named.get(item.number) for item in items]
    first = next((place for place, void in enumerate(alone) if not void), len(items))
    last = next((place for place, void in enumerate(reversed(alone)) if not void), len(items))
    kept = items[first : len(items) - last]
    said.before += first
    said.extra += last
    said.needed = tuple(sorted({*said.needed, *(place for place, item in enumerate(kept, 1) if _voids(item))}))
    return kept


def _voids(item: Item) -> bool:
    """Whether the indicator earns nothing where this point is not met, and not only this point."""
    clauses = [clause for clause in point_clauses(item.about) if clause.does is not Does.LIMIT]
    nothing = [clause for clause in clauses if clause.does is Does.NOTHING]
    event = next((clause for clause in nothing if clause.tells_event), None)
    if event is not None and len(clauses) > 1:
        raise NotUnderstood(f"“{event.words}”没有读懂是不是要点自己的要求", event.words)
    return any(clause.whole or item.amount is None for clause in nothing)


def _doubts(count: int, criteria: int, said: Said) -> list[str]:
    """Where the numbers of points in the sentence and beside it differ."""
    met = said.met is not None and said.met.of == "分" and said.losses
    notes = [f"“{said.losses[0].words}”按得不到该项分值理解"] if met else []
    notes += [f"句中说{number}项，要点有{count}个" for number in dict.fromkeys(said.numbers) if number != count]
    if criteria and criteria != count:
        notes.append(f"句中有{count}个要点，评价要点一格有{criteria}个")
    return notes
