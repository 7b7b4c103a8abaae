"""What a survey gives to a case: a table of counts and the facts beside it, in the form that a case folder has."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.facts.kinds import ANSWERS, survey_scheme, table_kind
from jixiao.packs.csvfile import csv_text
from jixiao.packs.trees import Tree
from jixiao.packs.writing import dump
from jixiao.quantities import percent_text
from jixiao.surveys.results import GroupResult, Method, QuestionResult, StudyResult

_TABLE = "tables/满意度统计.csv"
_KIND = "survey_counts"
_OF_SHEETS = frozenset({Method.BOOTSTRAP, Method.NORMAL, Method.CENSUS})


def case_piece(result: StudyResult) -> Mapping[str, bytes]:
    """Files to be put into a case folder; none where the case would not come to the same satisfaction.

    A case counts five answers under a scheme by its letter; a question with other weights has no place in it.
    """
    scheme = result.study.scheme
    groups = [group for group in result.groups if isinstance(scheme, str) and _fits(group, scheme)]
    if not groups or len(groups) < len(result.groups):
        return {}
    rows = [row for group in groups for row in _rows(group)]
    kind = table_kind(_KIND)
    if kind is None or not isinstance(scheme, str):
        raise ValueError(f"no kind of table is called {_KIND}")
    source = [each for group in groups for each in group.group.source]
    entry: dict[str, Tree] = {"file": _TABLE, "kind": _KIND, "title": f"{result.study.name}统计表", "unit": "份"}
    entry |= {"source": list(dict.fromkeys(source))} if source else {}
    return {
        f"case/{_TABLE}": csv_text([kind.headings, *rows]).encode("utf-8-sig"),
        "case/tables.yaml": dump([{**entry, "scheme": scheme}]).encode(),
        "case/facts.yaml": dump(list(_facts(groups))).encode(),
    }


def _fits(group: GroupResult, letter: str) -> bool:
    """Whether every question that counts comes to the same from the five counts of a case."""
    scheme = survey_scheme(letter)
    counted = [each for each in group.questions if each.question.is_counted]
    if scheme is None or group.composite is None or any(each.question.weight != 1 for each in counted):
        return False
    values = [_value(each, scheme.weights) for each in counted]
    if any(value is None or value != each.composite for value, each in zip(values, counted, strict=True)):
        return False
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) == group.composite


def _value(result: QuestionResult, weights: tuple[Fraction, ...]) -> Fraction | None:
    counts = _counts(result)
    if counts is None or not sum(counts):
        return None
    return sum((count * weight for count, weight in zip(counts, weights, strict=True)), Fraction(0)) / sum(counts)


def _counts(result: QuestionResult) -> tuple[int, ...] | None:
    """The counts of the five degrees; None for a question that has none, as a scale."""
    if result.question.kind != "单选":
        return None
    counts = [0] * len(ANSWERS)
    for option, counted in zip(result.question.options, result.options, strict=True):
        if option.degree is not None and not option.no_opinion:
            counts[option.degree - 1] += counted.count
    return tuple(counts)


def _rows(group: GroupResult) -> Iterator[list[str]]:
    for each in group.questions:
        counts = _counts(each) if each.question.measures_satisfaction else None
        if counts is not None:
            has_unknown = any(option.no_opinion for option in each.question.options)
            yield [
                group.group.name,
                each.question.name,
                each.question.text,
                "是" if each.question.is_counted else "否",
                *map(str, counts),
                str(each.no_opinion) if has_unknown else "-",
            ]


def _facts(groups: list[GroupResult]) -> Iterator[dict[str, Tree]]:
    for group in groups:
        sampling, interval = group.sampling, group.interval
        counted = (
            ("问卷发放数", sampling.issued, "份"),
            ("问卷回收数", sampling.returned, "份"),
            ("有效问卷数", sampling.valid, "份"),
            ("调查总体人数", sampling.population, "人"),
        )
        for name, count, unit in counted:
            if count is not None:
                yield _fact(group, name, str(count), unit)
        if interval is not None and interval.method in _OF_SHEETS:
            yield _fact(group, "综合满意度下限", percent_text(interval.low), "%")
            yield _fact(group, "综合满意度上限", percent_text(interval.high), "%")


def _fact(group: GroupResult, name: str, value: str, unit: str) -> dict[str, Tree]:
    fact: dict[str, Tree] = {"name": name, "body": group.group.name, "value": value, "unit": unit}
    return fact | ({"source": list(group.group.source)} if group.group.source else {})
