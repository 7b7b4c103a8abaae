"""Reading a scoring rule: a sentence as people write it becomes a rule that is applied, or stays unread with why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from jixiao.language import composite, counted, judged, numeric, overall, points
from jixiao.language.accounting import must_agree
from jixiao.language.applicable import without_not_applicable
from jixiao.language.canonical import read_canonical, render_rule
from jixiao.language.concessions import without_concessions, without_stated_weight
from jixiao.language.explanations import without_explanations
from jixiao.language.grades import without_grade_table
from jixiao.language.lookalikes import with_digits
from jixiao.language.notunderstood import NotUnderstood
from jixiao.language.placing import placed, said_of, without_brackets
from jixiao.language.provisos import notes_on, without_provisos
from jixiao.language.readable import unreadable
from jixiao.language.sections import rule_in
from jixiao.language.sentences import Beside, Family, Sentence, Understood
from jixiao.language.synonyms import in_one_wording
from jixiao.rules import Rule, TotalRule

# Which family a sentence belongs to is told by its words; the first that claims it reads it.
_FAMILIES = (
    Family(judged.opens_bands, judged.understood),
    Family(points.add_up, points.understood),
    Family(composite.claims, composite.understood),
    Family(judged.surely, judged.understood),
    Family(points.surely, points.understood),
    Family(counted.claims, counted.understood),
    Family(numeric.claims, numeric.understood),
    Family(points.claims, points.understood),
    Family(judged.claims, judged.understood),
    Family(lambda sentence: True, numeric.understood),
)
_REMEMBERED = 2048
_LOOKALIKES = "数字中的字母O、l按0、1理解"


@dataclass(frozen=True, slots=True)
class Read:
    """The rule that was read, its canonical sentence, and a note for every choice that the words left open."""

    rule: Rule | TotalRule
    canonical: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """Nothing was read: `why` in Chinese, and the stretch of the text that was not understood."""

    span: tuple[int, int]
    why: str


def parse_rule(
    text: str, *, criteria: Sequence[str] = (), target: str = "", weight: Fraction | None = None
) -> Read | Unread:
    """Read the sentence of a rule, helped by the indicator's criteria, target and weight where they are given.

    >>> read = parse_rule("执行率达到95%的得满分，每低1个百分点扣权重分的5%，扣完为止。")
    >>> read.canonical
    '比率不低于95%的，得满分；低于95%的，每低1个百分点扣权重分的5%，扣完为止。'

    What was read is remembered for a while: the forms of a province say the same sentence thousands of times.
    """
    return _parsed(text, tuple(criteria), target, weight)


def forget() -> None:
    """Forget the sentences read last; a measurement of reading starts with it."""
    _parsed.cache_clear()


@lru_cache(maxsize=_REMEMBERED)
def _parsed(text: str, criteria: tuple[str, ...], target: str, weight: Fraction | None) -> Read | Unread:
    plain = without_brackets(text)
    own = read_canonical(text)
    if own is not None:
        return _read(own, (), weight)
    strange = unreadable(plain.text)
    if strange is not None:
        return Unread(plain.original(strange[0], strange[1]), strange[2])
    words = with_digits(plain.text)
    told = without_explanations(without_concessions(without_provisos(words)))
    sentence = Sentence(without_stated_weight(rule_in(told), weight), Beside(criteria, target, weight), _inside)
    try:
        if overall.claims(without_not_applicable(told)[0]):
            total_rule = overall.total_rule_of(told)
            must_agree(without_grade_table(told), sentence.beside, total_rule)
            return _read(total_rule, notes_on(words), weight)
        understood = _understood(replace(sentence, text=in_one_wording(sentence.text)))
        must_agree(_told_of_score(sentence, understood), sentence.beside, understood.part)
    except NotUnderstood as failure:
        span = placed(plain, text, failure.words)
        return Unread(span, said_of(str(failure), failure.words, text, span))
    except ZeroDivisionError:
        return Unread((0, len(text)), "有的数分母为0")
    provisos = notes_on(without_not_applicable(words, weight)[0])
    notes = [*understood.notes, *provisos, *([] if words == plain.text else [_LOOKALIKES])]
    return _read(Rule(text, "report", understood.part, understood.not_applicable), notes, weight)


def _told_of_score(sentence: Sentence, understood: Understood) -> str:
    """The words as they were written without what they say of not being involved, in which way it may be said."""
    weight = sentence.beside.weight
    text, kept = without_not_applicable(sentence.text, weight)
    if kept == understood.not_applicable:
        return text
    return without_not_applicable(in_one_wording(sentence.text), weight)[0]


def _read(rule: Rule | TotalRule, notes: Sequence[str], weight: Fraction | None) -> Read:
    complaints = list(rule.lint(weight)) if isinstance(rule, Rule) and weight is not None else []
    return Read(rule, render_rule(rule), (*notes, *complaints))


def _inside(sentence: Sentence) -> Understood:
    """What a rule inside another comes to; it must account for its own words, not for those around it."""
    understood = _understood(sentence)
    must_agree(sentence.text, sentence.beside, understood.part)
    return understood


def _understood(sentence: Sentence) -> Understood:
    text, kept = without_not_applicable(sentence.text, sentence.beside.weight)
    if kept is not None:
        return replace(_understood(replace(sentence, text=text)), not_applicable=kept)
    return next(family.read(sentence) for family in _FAMILIES if family.claims(sentence))
