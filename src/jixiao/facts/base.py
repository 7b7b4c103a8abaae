"""The facts of a case, found by the names that expressions use.

A lookup finds exactly one fact or says why not: nothing is guessed, nothing is taken as zero. Derived facts are
evaluated with the same kind of number as the expression that asks for them, so their arithmetic shows in the
derivation; every reading remembers which stated facts it used.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Generic, TypeVar

from jixiao.expressions import Expression, Name, Written, evaluate, names, write
from jixiao.facts.dictionary import Dictionary
from jixiao.facts.dimensions import Dimensions, Wanted, proper_words, year_of
from jixiao.facts.fact import Fact
from jixiao.facts.filling import filled_in, kinds_giving
from jixiao.facts.kinds import TableKind
from jixiao.facts.wording import apart
from jixiao.refusals import Problem, Refusal
from jixiao.relations.duplicates import Duplicate
from jixiao.relations.figures import Figure
from jixiao.text.quoting import cited

N = TypeVar("N", Fraction, Written)


class Missing(LookupError):
    """Nothing is stated under the name; `why` says what was looked for and what there is."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"缺少{cited(name)}：{why}")
        self.name = name
        self.why = why


class Ambiguous(LookupError):
    """Several facts fit the name, or one is stated with contradicting values; `candidates` lists them."""

    def __init__(self, name: str, why: str, candidates: Sequence[str]) -> None:
        super().__init__(f"{cited(name)}{why}：{'；'.join(candidates)}")
        self.name = name
        self.candidates = tuple(candidates)


def unresolved_names(expression: Expression, dictionary: Dictionary) -> tuple[Name, ...]:
    """The names of the expression that no dictionary entry, synonym or own fact bears, in order.

    A case with such a name is refused when it is loaded; a known name without a value is merely missing.

    >>> from jixiao.expressions import parse
    >>> from jixiao.facts.dictionary import standard_dictionary
    >>> [name.text for name in unresolved_names(parse("在职人数÷幸福指数"), standard_dictionary())]
    ['幸福指数']
    """
    return tuple(name for name in names(expression) if dictionary.meaning(name.text) is None)


class FactBase:
    """All facts of a case in the order they were stated.

    `bodies` are the organisations of the department: where there is at most one, its facts are those of the whole.
    Built with a Refusal if derived facts go in a circle or a quantity has both a value and a formula.
    """

    def __init__(self, facts: Iterable[Fact], *, dictionary: Dictionary, year: int, bodies: Iterable[str] = ()) -> None:
        self.dictionary = dictionary
        self.year = year
        self._facts: dict[str, list[Fact]] = {}
        self._shelves: dict[tuple[str, str], list[Fact]] = {}
        self._bodies = frozenset(bodies)
        for fact in facts:
            self._facts.setdefault(fact.name, []).append(fact)
            for word in dict.fromkeys(proper_words(fact.at)):
                self._shelves.setdefault((fact.name, word), []).append(fact)
            if fact.at.body and not fact.entry.respondents:
                self._bodies |= {fact.at.body}
        self._one_body = len(self._bodies) <= 1
        self._known: dict[Name, list[list[Fact]]] = {}
        self._single: dict[Name, Fact] = {}
        _refuse_two_origins(self)
        _refuse_circles(self)

    def __iter__(self) -> Iterator[Fact]:
        return (fact for facts in self._facts.values() for fact in facts)

    def find(self, name: Name) -> Fact:
        """The one fact the name leads to.

        Raises Missing if it is not stated, Ambiguous if several fit or its statements contradict each other.
        """
        if (fact := self._single.get(name)) is None:
            found = self._groups(name)
            if len(found) > 1:
                raise self._several(name, found)
            fact = self._single[name] = self._settled(name, found[0])
        return fact

    def members(self, name: Name) -> tuple[Fact, ...]:
        """All facts a name with 各… leads to, in the order they were stated; at least one.

        Raises Missing if there is none or one of them is not stated, Ambiguous if a member fits twice.
        """
        wanted, _ = self._wanted(name)
        by_member: dict[tuple[str, ...], list[list[Fact]]] = {}
        for group in self._groups(name):
            by_member.setdefault(wanted.member(group[0].at), []).append(group)
        for groups in by_member.values():
            if len(groups) > 1:
                raise self._several(name, groups)
        return tuple(self._settled(name, group) for groups in by_member.values() for group in groups)

    def is_plural(self, name: Name) -> bool:
        """Whether the name says 各… and so leads to several facts."""
        return bool(self._wanted(name)[0].wildcards)

    def label(self, fact: Fact) -> str:
        """The name that leads to the fact, with all qualifiers it needs: 结转结余〔2022年，决算〕."""
        return fact.label(self.year)

    def exact(self) -> "Reading[Fraction]":
        """A reading that yields plain exact numbers, for `evaluate`."""
        return Reading(self, lambda value, _: value)

    def written(self) -> "Reading[Written]":
        """A reading that yields numbers carrying their printed text, for derivations."""
        return Reading(self, Written.of)

    def candidates(self, name: Name) -> tuple[Fact, ...]:
        """Every fact, stated or not, that the name may mean."""
        wanted, facts = self._wanted(name)
        if (word := wanted.proper) is not None and facts:
            facts = self._shelves.get((facts[0].name, word), [])
        return tuple(fact for fact in facts if wanted.accepts(fact.at, any_body=self._open_body(fact)))

    def gaps(self, name: Name) -> tuple[Fact, ...]:
        """The places the name may mean where nothing is filled in; none for a name nobody knows."""
        if self.dictionary.meaning(name.text) is None:
            return ()
        return tuple(fact for fact in self.candidates(name) if not fact.is_stated)

    def tables_for(self, name: Name) -> tuple[TableKind, ...]:
        """The kinds of table in which what the name wants is filled in; none for a single fact. Missing if unknown."""
        wanted, _ = self._wanted(name)
        meaning = self.dictionary.meaning(name.text)
        stage, last_year = self._stage_and_year(wanted)
        return kinds_giving(meaning.entry.name, stage, last_year=last_year) if meaning else ()

    def replacing(self, old: Fact, new: Fact) -> "FactBase":
        """The same facts with `new` for `old` and for every other statement of the same quantity."""
        kept = [new if fact == old else fact for fact in self if fact == old or not self._same(fact, old)]
        return FactBase(kept, dictionary=self.dictionary, year=self.year, bodies=self._bodies)

    def statements(self) -> tuple[tuple[Fact, ...], ...]:
        """The stated facts, those that state one quantity at one place together."""
        together: dict[tuple[str, Dimensions], list[Fact]] = {}
        for fact in self:
            if fact.is_stated:
                together.setdefault((fact.name, self._place(fact)), []).append(fact)
        return tuple(map(tuple, together.values()))

    def _same(self, fact: Fact, other: Fact) -> bool:
        return fact.name == other.name and self._place(fact) == self._place(other)

    def _place(self, fact: Fact) -> Dimensions:
        """Where the fact belongs; of a department with one body, that body is the whole."""
        whole = self._one_body and not fact.entry.respondents
        return replace(fact.at, body="") if whole else fact.at

    def _wanted(self, name: Name) -> tuple[Wanted, Sequence[Fact]]:
        meaning = self.dictionary.meaning(name.text)
        if meaning is None:
            near = "、".join(cited(known) for known in self.dictionary.nearest(name.text))
            raise Missing(write(name), "数据字典中没有这个名称" + (f"，相近的有{near}" if near else ""))
        words = (*meaning.qualifiers, *name.qualifiers)
        return Wanted(words, self.dictionary, self.year), self._facts.get(meaning.entry.name, [])

    def _groups(self, name: Name) -> list[list[Fact]]:
        """The fitting facts, those of the same dimensions together. Missing if none, or not every member, is stated.

        A base never changes, so what a name leads to is worked out once.
        """
        if (known := self._known.get(name)) is not None:
            return known
        by_place: dict[Dimensions, list[Fact]] = {}
        for fact in self.candidates(name):
            by_place.setdefault(self._place(fact), []).append(fact)
        stated = [group for group in by_place.values() if any(fact.is_stated for fact in group)]
        if not stated or (self.is_plural(name) and len(stated) < len(by_place)):
            raise Missing(write(name), self._why_missing(name, by_place.values()))
        self._known[name] = stated
        return stated

    def _several(self, name: Name, groups: Iterable[Sequence[Fact]]) -> Ambiguous:
        why = "有多个可用的数据，请在指标的算式中给这个名称加〔〕说明用哪一个"
        return Ambiguous(write(name), why, [self.label(group[0]) for group in groups])

    def _settled(self, name: Name, group: Sequence[Fact]) -> Fact:
        statements = [fact for fact in group if fact.is_stated]
        first = statements[0]
        copies = tuple(Figure(fact.name, fact.value.printed) for fact in statements if fact.value is not None)
        if len(copies) > 1 and Duplicate(copies).clash is not None:
            listed = [f"{fact.text}（{fact.origin}）" for fact in statements]
            raise Ambiguous(write(name), "的几处数值互相矛盾", listed)
        return first

    def _open_body(self, fact: Fact) -> bool:
        return fact.entry.respondents or self._one_body

    def _why_missing(self, name: Name, groups: Iterable[Sequence[Fact]]) -> str:
        gaps = [group[0] for group in groups if not any(fact.is_stated for fact in group)]
        if gaps:
            return f"未填列（{'；'.join(str(fact.origin) for fact in gaps)}）"
        wanted, facts = self._wanted(name)
        known = list(dict.fromkeys(self.label(fact) for fact in facts if fact.is_stated))
        more = f"等 {len(known)} 个" if len(known) > _SHOWN else ""
        stated = f"已有{'、'.join(known[:_SHOWN])}{more}"
        files = dict.fromkeys(fact.origin.file for fact in facts if self._is_part(fact, wanted))
        if files:
            return f"{stated}，没有合计，请在{'或'.join(map(apart, files))}加一行合计"
        where = self._where(name, wanted)
        return f"没有这一口径的数据，{stated}{where}" if known else f"没有填列{where}"

    def _is_part(self, fact: Fact, wanted: Wanted) -> bool:
        """Whether a table states the wanted quantity for one body, so that only the whole is missing."""
        if not fact.is_stated or not fact.at.body or not fact.origin.table or fact.entry.respondents:
            return False
        return wanted.accepts(replace(fact.at, body=""))

    def _where(self, name: Name, wanted: Wanted) -> str:
        """Where to fill in what is wanted; of one item or body among those stated, there is nothing to say."""
        meaning = self.dictionary.meaning(name.text)
        if meaning is None or wanted.proper is not None or any(map(self.dictionary.fund, wanted.plain)):
            return ""
        stage, last_year = self._stage_and_year(wanted)
        return f"，请填在{filled_in(meaning.entry.name, stage, last_year=last_year)}"

    def _stage_and_year(self, wanted: Wanted) -> tuple[str, bool]:
        """The stage the words name, and whether they name another year."""
        stage = next(filter(None, map(self.dictionary.stage, wanted.plain)), "")
        years = {year_of(word, self.year) for word in wanted.plain} - {None, self.year}
        return stage, bool(years)


_SHOWN = 6
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Reading(Generic[N]):
    """One pass of looking up, to be given to `evaluate`; remembers the stated facts it used.

    Lookups raise Missing and Ambiguous as in `FactBase`; a derived fact may raise DivisionByZero.
    """

    base: FactBase
    _number: Callable[[Fraction, str | None], N]
    _used: dict[Fact, None] = field(default_factory=dict)

    def __call__(self, name: Name) -> N | Sequence[N]:
        """The number the name leads to, or the numbers if it says 各…."""
        if self.base.is_plural(name):
            return tuple(self._value(fact) for fact in self.base.members(name))
        return self._value(self.base.find(name))

    @property
    def used(self) -> tuple[Fact, ...]:
        """The stated facts behind all lookups so far, each once, in order of first use."""
        return tuple(self._used)

    def _value(self, fact: Fact) -> N:
        if fact.formula is not None:
            derived = evaluate(fact.formula, self)
            return self._number(derived, None) if isinstance(derived, Fraction) else derived
        self._used.setdefault(fact)
        return self._number(fact.exact, fact.text)


def _refuse_two_origins(base: FactBase) -> None:
    first: dict[tuple[str, Dimensions], Fact] = {}
    for fact in base:
        if not fact.is_stated:
            continue
        other = first.setdefault((fact.name, fact.at), fact)
        if other is not fact and not (fact.formula is None and other.formula is None):
            found = f"{cited(base.label(fact))}的第二种来源（另一处：{other.origin}）"
            expected = "每个数据或者填数值，或者写公式"
            raise Refusal(Problem(fact.origin.file, fact.origin.in_file, found, expected, "请删去其中一个"))


def _refuse_circles(base: FactBase) -> None:
    """Refuse derived facts whose formulas lead back to themselves, naming the chain."""
    done: set[Fact] = set()
    for start in base:
        if start.formula is not None:
            _walk(base, start, [], done)


def _walk(base: FactBase, fact: Fact, chain: list[Fact], done: set[Fact]) -> None:
    if fact in chain:
        circle = [base.label(link) for link in (*chain[chain.index(fact) :], fact)]
        found, mend = f"绕回自身的公式 {' → '.join(circle)}", "请改写其中一个公式"
        raise Refusal(Problem(fact.origin.file, fact.origin.in_file, found, "能从填列的数据算出的公式", mend))
    if len(chain) >= _LONGEST_CHAIN:
        found = f"超过 {_LONGEST_CHAIN} 层的公式引用"
        raise Refusal(Problem(fact.origin.file, fact.origin.in_file, found, "层次较少的公式", "请直接引用填列的数据"))
    if fact.formula is None or fact in done:
        return
    for name in names(fact.formula):
        if base.dictionary.meaning(name.text) is not None:
            for inner in base.candidates(name):
                _walk(base, inner, [*chain, fact], done)
    done.add(fact)
