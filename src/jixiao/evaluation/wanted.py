"""The data that formulas ask for, as entries of facts.yaml to be filled in."""

from collections.abc import Collection, Iterable, Sequence

from jixiao.expressions import Name
from jixiao.facts import StatedFact, standard_dictionary

_LAST_YEAR = "上年"


def wanted_facts(asked: Iterable[Name], given: Collection[str] = ()) -> list[StatedFact]:
    """The data of the dictionary that the names ask for and no table gives (`given`), each once and without a value.

    >>> [(fact.name, fact.stage) for fact in wanted_facts([Name("在职人数"), Name("预算执行数"), Name("幸福指数")])]
    [('在职人员数', ''), ('支出总额', '决算')]
    """
    dictionary = standard_dictionary()
    wanted: dict[tuple[str, str, str], StatedFact] = {}
    for name in asked:
        meaning = dictionary.meaning(name.text)
        words = [*(meaning.qualifiers if meaning else ()), *name.qualifiers]
        if meaning is None or meaning.entry.name in given or _is_plural(words):
            continue
        stage = next((word for word in words if dictionary.stage(word)), "")
        year = _LAST_YEAR if _LAST_YEAR in words else ""
        entry = meaning.entry
        fact = StatedFact(name=entry.name, value="", unit=entry.unit, stage=stage, year=year)
        wanted.setdefault((entry.name, stage, year), fact)
    return list(wanted.values())


def _is_plural(words: Sequence[str]) -> bool:
    return any(word.startswith("各") for word in words)
