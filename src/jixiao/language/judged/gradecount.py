"""An overall grade from the grades of several aspects: 6个及以上为优且其余无中、差的,总体为优."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from jixiao.language.judged.levels import portions_by_word
from jixiao.language.leftover import refuse_rest
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.numerals import CHINESE, number_of
from jixiao.language.sentences import Sentence, Understood
from jixiao.rules.parts.judged import Bar, GradeCount
from jixiao.rules.portion import Portion

_NUMBER = rf"(?:\d+|{CHINESE})"
_GRADE = "(?:优秀|良好|中等|不合格|合格|不及格|及格|较差|优|良|中|差)"
_OVERALL = "(?:优秀|良好|中等|一般|不合格|合格|不及格|及格|较好|较差|好|优|良|中|差)"
_ANYTHING = re.compile(".*", re.DOTALL)
_SAME = {"良好": "良", "优秀": "优", "中等": "中"}
_SCALES = (("优", "良", "中", "差"), ("优秀", "良好", "中等", "差"), ("优秀", "良好", "合格", "不合格"))
_UNIT = "(?:个|项|方面|条|类)(?:方面|要素|指标|维度|内容|要点)?"
_ASPECTS = re.compile(
    rf"(?P<number>{_NUMBER})(?:个|项|大)?(?:评价|考核|评分)?(?:方面|要素|维度|指标|内容|环节|部分|要点)"
)
_BAR = re.compile(
    rf"(?:至少|不少于|有)?(?P<need>{_NUMBER}){_UNIT}?(?:及以上|以上|或以上)?(?:\(含[^()]*\))?(?:方面|要素|指标|维度|内容|要点)?的?(?:等级|等次|结果)?(?:达到|评为|评定为|为|是|被评为|得|评)+"
    rf"(?P<least>{_GRADE})(?P<up>及其?以上|以上|或以上|或者?更[好高优](?:的?等次)?|或者?{_GRADE}(?:及?以上)?)?(?P<rest>[^;。]*?)的?,?"
    rf"(?:(?:总体|综合|整体|最终|总评)(?:评定|评价|评|认定)?(?:等次|等级)?为?|(?<=[的,])(?:评)?为)(?P<word>{_OVERALL})"
)
_REST = re.compile(
    rf"(?:其余|余下|其他|剩余)?[^,;]{{0,4}}?(?:(?:无|没有|不含|未出现)(?P<none>{_GRADE}(?:[、和或]{_GRADE})*)|(?:不低于|均在|都在)(?P<floor>{_GRADE}))"
)
_OTHERS = re.compile(
    rf"(?:其他|其余|否则|其它|除此之外|除此以外|除上述(?:情形|情况)?(?:之?外|以外)|其余情况|其他情况|其余情形|不(?:满足|符合)(?:上述|以上)(?:条件|情形))[^,;。]{{0,6}}?,?(?:总体|综合|整体|最终|总评)?(?:评定|评价|评|认定)?(?:等次|等级)?为?(?P<word>{_OVERALL})"
)


def claims(text: str) -> bool:
    """Whether counts of graded aspects make an overall grade."""
    return len(_BAR.findall(_unquoted(text))) > 1


def _unquoted(text: str) -> str:
    return re.sub(r'[“”"]|\(含[^()]*\)', "", text)


def understood(sentence: Sentence) -> Understood:
    """The bars from the best down; the portion of each overall grade stands with it or at the end."""
    text = _unquoted(sentence.text)
    aspects = _ASPECTS.search(text)
    bars = list(_BAR.finditer(text))
    others = _OTHERS.search(text, bars[-1].end())
    if aspects is None or others is None:
        raise NotUnderstood("没有写明一共几个方面，或者其余情形评为什么", text)
    scale, weight = _scale(text), sentence.beside.weight
    refuse_rest(text[: bars[0].start()], (aspects,))
    gives = _gives(text, [*bars, others], weight)
    read = [_bar(match, scale, gives) for match in bars]
    read.append(Bar(others["word"], gives[others["word"]], 0, None, None))
    return Understood(GradeCount(int(number_of(aspects["number"])), scale, tuple(read)))


def _gives(text: str, graded: Sequence["re.Match[str]"], weight: Fraction | None) -> Mapping[str, Portion]:
    """What each overall grade earns: said right behind it, or of all of them at the end."""
    ends = [*(match.start() for match in graded[1:]), len(text)]
    behind = [re.split("[;。]", text[match.end() : end])[0] for match, end in zip(graded, ends, strict=True)]
    if all(re.search("[分%]", words) for words in behind):
        refuse_rest(
            text[: graded[-1].end()],
            (_ANYTHING.match(text, 0, graded[0].start()), *graded),
            "|".join(map(re.escape, behind)),
        )
        return {
            match["word"]: portions_by_word(match["word"] + words, [match["word"]], weight)[match["word"]]
            for match, words in zip(graded, behind, strict=True)
        }
    between = [text[one.end() : other.start()] for one, other in pairwise(graded)]
    refuse_rest(";".join(between), ())
    return portions_by_word(text[graded[-1].end() :], [match["word"] for match in graded], weight)


def _scale(text: str) -> tuple[str, ...]:
    """The grades of the aspects, from the best to the worst."""
    listed = re.search(rf"{_GRADE}(?:、{_GRADE}){{2,}}", text)
    if listed is not None:
        return tuple(listed[0].split("、"))
    named = {match["least"] for match in _BAR.finditer(text)}
    return next((scale for scale in _SCALES if named <= set(scale)), _SCALES[0])


def _bar(match: "re.Match[str]", scale: Sequence[str], gives: Mapping[str, Portion]) -> Bar:
    least = match["least"] if match["least"] in scale else _SAME.get(match["least"], match["least"])
    rest = match["rest"].strip(",;且并的、 ")
    floor = None
    if rest:
        said = _REST.search(rest)
        if said is None or least not in scale:
            raise NotUnderstood(f"“{rest}”没有读懂", rest)
        floor = said["floor"] or _better_than(re.split("[、和或]", said["none"]), scale)
    return Bar(match["word"], gives[match["word"]], int(number_of(match["need"])), least, floor)


def _better_than(grades: Sequence[str], scale: Sequence[str]) -> str:
    """The worst grade that is better than all of `grades`, which must be the worst there are."""
    places = sorted(scale.index(grade) for grade in grades if grade in scale)
    if places != list(range(len(scale) - len(grades), len(scale))) or places[0] == 0:
        raise NotUnderstood(f"没有{'、'.join(grades)}之外还有更差的等次，没有读懂")
    return scale[places[0] - 1]
