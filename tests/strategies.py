"""Random cases: contents as people might fill them in, with rules of every part.

Texts have no blanks at their ends, as a workbook keeps none; nothing else is left out that a case can hold.
"""

from typing import Any

from hypothesis import strategies as st

from jixiao.evaluation.content import (
    BasisDocument,
    CaseContent,
    EvidenceEntry,
    General,
    Narrative,
    Stage,
    TableEntry,
    TableSheet,
)
from jixiao.evaluation.judgement import Judgement
from jixiao.facts import StatedFact, TableKind, table_kinds
from jixiao.indicators import IndicatorNode
from jixiao.rules.measures import MEASURES
from jixiao.rules.parts.conditional import CONDITIONS

_LETTERS = "甲乙丙丁预算执行率资金“”（）〔〕《》①②③=+-@'\"<>&_x0041_%,.;:#*0123456789AbZ~ \t"
_SEPARATORS = "、，,；; \t\n"
words = st.text(_LETTERS.replace(" ", "").replace("\t", ""), min_size=1, max_size=8).filter(
    lambda text: not set(text) & set(_SEPARATORS)
)
"""A code or name without blanks and separators."""
lines = st.text(_LETTERS, min_size=1, max_size=20).map(str.strip).filter(bool)
"""A text of one line."""
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
"""A text of one to three lines."""
optional_texts = st.one_of(st.just(""), texts)
scores = st.decimals(0, 100, places=2).map(str)
shares = st.sampled_from(["25%", "50%", "100%", "1/3", "0.5分", "2分", "12.5%", "0%", "满分"])
rates = st.sampled_from(["0%", "10%", "60%", "90%", "99.50%", "1/3"])
counts = st.integers(0, 9).map(str)
yes_no = st.sampled_from(["是", "否"])
amounts = st.one_of(
    st.decimals(-(10**9), 10**9, places=2).map(str),
    st.decimals(0, 1000, places=4).map(str),
    st.integers(0, 10**12).map(lambda number: f"{number:,}"),
    st.decimals(0, 100, places=2).map(lambda number: f"{number}%"),
    st.sampled_from(["-", "—", "2/3", "007", "0.00", "12345678901234567.89", "-0", "1E5", "１２", "=1+1"]),
)
"""Numbers as they are written, and what stands where a number should."""


def some(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with any of the keys."""
    return st.fixed_dictionaries({}, optional=keys)


def _line(measure: str) -> st.SearchStrategy[list[Any]]:
    figures = rates if MEASURES[measure].percent else counts
    return st.lists(st.tuples(figures, shares).map(list), min_size=2, max_size=3)


def _pieces(measure: str) -> st.SearchStrategy[dict[str, Any]]:
    figures = rates if MEASURES[measure].percent else counts
    when = st.one_of(
        st.just("any"),
        st.tuples(st.sampled_from(["≥", "<", ">", "≤", "="]), figures).map("".join),
        st.tuples(figures, figures).map(lambda ends: f"≥{ends[0]}, <{ends[1]}"),
    )
    loss = st.fixed_dictionaries(
        {"when": when, "loses": shares, "per": figures, "from": figures},
        optional={
            "steps": st.sampled_from(["proportional", "whole", "started"]),
            "already": shares,
            "at_most": shares,
        },
    )
    return st.one_of(
        st.fixed_dictionaries({"when": when, "gives": shares}),
        st.fixed_dictionaries({"when": when, "line": _line(measure)}),
        st.fixed_dictionaries({"when": when, "inverse": figures}),
        st.fixed_dictionaries({"when": when, "loses": shares}),
        loss,
    )


def _curve(measure: str) -> st.SearchStrategy[dict[str, Any]]:
    zero = st.fixed_dictionaries({"both_zero": shares}, optional={"only_base_zero": shares})
    count = {"count": st.integers(1, 9).map(str)} if measure in ("met", "unmet") else {}
    return st.fixed_dictionaries(
        {"of": st.just(measure), "pieces": st.lists(_pieces(measure), min_size=1, max_size=4)},
        optional={"absolute": st.just("true"), "zero_base": zero, **count},
    )


_points = st.recursive(shares, lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=5).filter(
    lambda points: isinstance(points, list)
)
_checklist = st.fixed_dictionaries(
    {"points": st.one_of(st.just("equal"), _points)},
    optional={"partly": shares, "by": st.just("completion"), "tolerance": rates},
)
_cost = st.one_of(
    st.fixed_dictionaries({"of": lines, "void": st.just("true")}),
    st.fixed_dictionaries({"of": lines, "each": shares}, optional={"free": counts, "at_most": shares}),
)
_grades = ["优", "良", "中", "差"]
_bar = st.one_of(
    st.fixed_dictionaries(
        {"word": words, "gives": shares, "need": counts, "at_least": st.sampled_from(_grades)},
        optional={"none_below": st.sampled_from(_grades)},
    ),
    st.fixed_dictionaries({"word": words, "gives": shares}, optional={"none_below": st.sampled_from(_grades)}),
)
_leaf_parts: list[st.SearchStrategy[dict[str, Any]]] = [
    st.fixed_dictionaries({"checklist": _checklist}),
    st.sampled_from(sorted(MEASURES)).flatmap(_curve).map(lambda curve: {"curve": curve}),
    st.fixed_dictionaries({"levels": st.dictionaries(words, st.one_of(shares, st.just("≥80%, ≤100%")), min_size=2)}),
    st.sampled_from(["≥90%, ≤110%", "≥1/3", "=100%", "any"]).map(lambda when: {"met_ratio": when}),
    st.fixed_dictionaries({"deductions": st.lists(_cost, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"fixed": shares}),
    st.fixed_dictionaries({"experts": st.fixed_dictionaries({"scale": counts}, optional={"drop": counts})}),
    st.fixed_dictionaries({"discretionary": some(at_most=shares)}),
    st.fixed_dictionaries(
        {
            "grade_count": st.fixed_dictionaries(
                {"aspects": counts, "scale": st.just(_grades), "bars": st.lists(_bar, min_size=1, max_size=3)}
            )
        }
    ),
]
_names_of_conditions = st.lists(st.sampled_from(sorted(CONDITIONS)), min_size=2, max_size=3, unique=True)


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    on = st.one_of(st.sampled_from(sorted(CONDITIONS)), _names_of_conditions)
    several = st.lists(inner, min_size=2, max_size=3)
    share = st.fixed_dictionaries({"name": lines, "share": shares, "rule": inner})
    guard = st.fixed_dictionaries(
        {"points": st.lists(st.integers(1, 60).map(str), min_size=1, max_size=3, unique=True), "rule": inner},
        optional={"before": st.just("1"), "extra": st.just("2"), "cap": shares},
    )
    bonus = st.fixed_dictionaries(
        {"each": shares, "at_most": shares}, optional={"base": inner, "over_weight": st.just("true")}
    )
    return st.one_of(
        st.fixed_dictionaries({"switch": st.fixed_dictionaries({"on": on, "then": inner, "else": inner})}),
        st.fixed_dictionaries({"guard": guard}),
        st.fixed_dictionaries({"bonus": bonus}),
        st.fixed_dictionaries({"lowest": several}),
        st.fixed_dictionaries({"choose": several}),
        st.fixed_dictionaries(
            {"each": st.fixed_dictionaries({"mean": st.sampled_from(["plain", "amount"]), "rule": inner})}
        ),
        st.fixed_dictionaries(
            {
                "parts": st.fixed_dictionaries(
                    {"of": st.lists(share, min_size=1, max_size=3)}, optional={"may_be_void": st.just("true")}
                )
            }
        ),
    )


parts: st.SearchStrategy[dict[str, Any]] = st.recursive(st.one_of(_leaf_parts), _nested, max_leaves=4)
"""The part of a rule, of every kind, well-formed but not necessarily sensible."""

_expressions = st.sampled_from(["支出总额〔决算〕÷支出总额〔调整〕", "在职人员数", "满意度〔办事效率〕", "甲＞乙"])
_data = some(rate=_expressions, actual=_expressions, base=_expressions, limit=_expressions, count=_expressions)
_several_data = st.lists(st.one_of(_data, st.just({})), min_size=1, max_size=3)
_per_unit = st.fixed_dictionaries({"over": st.just("各项目"), "rate": _expressions})
inputs = st.one_of(
    st.just({}),
    _data,
    st.fixed_dictionaries({"parts": _several_data}, optional={"void": _expressions}),
    st.fixed_dictionaries({"inputs": _several_data}),
    st.fixed_dictionaries({"units": _per_unit}),
)
_source = st.sampled_from(["report", "ours", "regulation", "sample"])


@st.composite
def _rules(draw: st.DrawFn) -> dict[str, Any]:
    rule: dict[str, Any] = {"text": draw(texts), "source": draw(_source)}
    if draw(st.booleans()):
        rule["not_applicable"] = draw(st.sampled_from(["full", "rescale"]))
    return {**rule, **draw(st.one_of(st.just({}), parts))}


@st.composite
def _leaf(draw: st.DrawFn, code: str) -> dict[str, Any]:
    optional = some(
        weight=scores,
        explanation=texts,
        target=lines,
        criteria=st.lists(texts, min_size=1, max_size=4),
        measure=_expressions,
        input=inputs.filter(bool),
        source=_source,
    )
    node = {"code": code, "name": draw(lines), **draw(optional)}
    # equal points need criteria to be shared among, as the algebra says
    return {**node, "criteria": node.get("criteria", ["甲"]), "rule": draw(_rules())}


@st.composite
def _trees(draw: st.DrawFn) -> list[IndicatorNode]:
    numbers = iter(range(1, 100))
    codes = draw(st.sampled_from(["A{0}", "1.{0}0", "{0}"]))

    def node(level: int) -> dict[str, Any]:
        code = codes.format(next(numbers))
        if level == 3 or (level == 2 and draw(st.booleans())):
            return draw(_leaf(code))
        children = [node(level + 1) for _ in range(draw(st.integers(1, 2)))]
        return {"code": code, "name": draw(lines), **draw(some(weight=scores)), "children": children}

    return [IndicatorNode.model_validate(node(1)) for _ in range(draw(st.integers(1, 2)))]


_evidence_ids = st.lists(words, min_size=1, max_size=3, unique=True)
_point = st.one_of(
    st.sampled_from(["符合", "部分符合", "不符合"]),
    st.builds(
        lambda verdict, notes: {"is": verdict, **notes},
        st.sampled_from(["符合", "不符合"]),
        some(reason=texts, evidence=_evidence_ids).filter(bool),
    ),
)
_judged = st.lists(st.one_of(_point, st.lists(_point, min_size=1, max_size=2)), min_size=1, max_size=3)
_findings = some(
    points=_judged,
    level=words,
    share=st.sampled_from(["85%", "0.5%", "1/3"]),
    holds=yes_no,
    harm=yes_no,
    void=yes_no,
    applicable=yes_no,
    scores=st.lists(scores, min_size=1, max_size=3),
    deduct=scores,
    count=counts,
    events=counts,
    faults=st.one_of(counts, st.dictionaries(words, counts, min_size=1, max_size=2)),
    grades=st.lists(st.sampled_from(_grades), min_size=1, max_size=3),
    reason=texts,
    evidence=_evidence_ids,
)


@st.composite
def _judgements(draw: st.DrawFn) -> Judgement:
    tree = draw(_findings)
    if draw(st.booleans()):
        tree["parts"] = draw(st.lists(_findings, min_size=1, max_size=3))
    if draw(st.booleans()):
        tree["override"] = {"score": draw(scores), "reason": draw(texts), "author": draw(lines)}
    return Judgement.model_validate(tree)


_fact = st.builds(
    lambda name, content, more: StatedFact(name=name, **content, **more),
    lines,
    st.one_of(
        st.fixed_dictionaries({"value": st.one_of(amounts, st.just(""))}),
        st.fixed_dictionaries({"formula": _expressions}),
    ),
    some(
        unit=st.sampled_from(["万元", "%", "人"]),
        body=lines,
        year=st.sampled_from(["2022", "上年"]),
        period=st.just("1—10月"),
        stage=st.sampled_from(["年初", "决算"]),
        fund=lines,
        item=st.lists(lines, min_size=1, max_size=2).map(tuple),
        source=_evidence_ids.map(tuple),
        own=st.just("是"),
        note=texts,
    ),
)


@st.composite
def _tables(draw: st.DrawFn) -> list[TableSheet]:
    tables: list[TableSheet] = []
    for kind in draw(st.lists(st.sampled_from(table_kinds()), max_size=2)):
        name = draw(st.sampled_from(["收入", "基础数据", "很长" * 20, "a'b", "[x]", "备注"])) + str(len(tables))
        entry: dict[str, Any] = {"file": f"tables/{name}.csv", "kind": kind.kind, "title": draw(lines)}
        more = some(
            unit=st.sampled_from(["万元", "人"]),
            source=_evidence_ids,
            scheme=st.just("A"),
            body=words,
            year=st.just("上年"),
        )
        rows = draw(st.lists(_row(kind), min_size=1, max_size=4))
        sheet = TableEntry.model_validate({**entry, **draw(more)})
        tables.append(TableSheet(sheet, kind.headings, tuple(rows), tuple(range(2, len(rows) + 2))))
    return tables


def _row(kind: TableKind) -> st.SearchStrategy[tuple[str, ...]]:
    cells = [
        st.one_of(st.just(""), amounts if column.is_number else lines) if number else lines
        for number, column in enumerate(kind.columns)
    ]
    return st.tuples(*cells)


_band = st.fixed_dictionaries({"name": words, "from": scores})
_total_rule = st.one_of(
    st.fixed_dictionaries({"penalty": st.just("2分")}, optional={"at_most": st.just("5分")}),
    st.fixed_dictionaries({"bonus": st.just("1分")}),
    st.fixed_dictionaries({"cap": st.sampled_from(["良", "80"])}),
    st.fixed_dictionaries({"pay_from": st.just("80")}, optional={"in_proportion": st.just("true")}),
)


@st.composite
def _generals(draw: st.DrawFn) -> General:
    names = draw(st.lists(lines, max_size=3, unique=True))
    tree = draw(
        st.fixed_dictionaries(
            {
                "name": lines,
                "department": lines,
                "year": st.just("2023"),
                "grade_scale": st.one_of(st.sampled_from(["standard", "甲"]), st.lists(_band, min_size=1, max_size=4)),
                "total_rules": st.just([{"name": name, **draw(_total_rule)} for name in names]),
            },
            optional={
                "department_short": lines,
                "client": lines,
                "evaluator": lines,
                "lead_evaluator": lines,
                "period": st.just({"from": "2023-01-01", "to": "2023-12-31"}),
                "report_date": st.just("2024-12"),
                "framework": st.sampled_from(["dept-2013", "自拟"]),
                "purpose": texts,
                "object": texts,
                "scope": texts,
                "funds": texts,
                "principles": st.lists(texts, min_size=1, max_size=3),
                "methods": st.lists(st.fixed_dictionaries({"name": lines}, optional={"text": texts}), min_size=1),
                "team": st.lists(
                    st.fixed_dictionaries({"name": lines}, optional={"role": lines, "title": lines, "duty": texts}),
                    min_size=1,
                    max_size=2,
                ),
                "sampling": st.lists(texts, min_size=1, max_size=2),
                "interviews": st.lists(
                    st.fixed_dictionaries({"who": lines, "questions": st.lists(texts, min_size=1, max_size=3)}),
                    min_size=1,
                    max_size=2,
                ),
                "discipline": st.lists(texts, min_size=1, max_size=2),
                "overview": some(functions=st.lists(texts, min_size=1), structure=texts, staff=texts).filter(bool),
                "bodies": st.lists(st.fixed_dictionaries({"name": lines}), min_size=1, max_size=2),
                "self_evaluation": st.fixed_dictionaries(
                    {"score": scores},
                    optional={
                        "grade": words,
                        "parts": st.lists(st.fixed_dictionaries({"name": lines, "score": scores}), min_size=1),
                    },
                ),
                "total_events": st.dictionaries(st.sampled_from(["甲", *names]), counts, min_size=1, max_size=2),
            },
        )
    )
    return General.model_validate(tree)


_narratives = some(
    practices=st.lists(st.fixed_dictionaries({"title": lines}, optional={"text": texts}), min_size=1, max_size=2),
    problems=st.lists(
        st.fixed_dictionaries(
            {"id": words, "title": lines}, optional={"text": texts, "cause": texts, "indicators": _evidence_ids}
        ),
        min_size=1,
        max_size=2,
    ),
    recommendations=st.lists(
        st.fixed_dictionaries({"id": words, "problem": words, "title": lines}, optional={"text": texts}),
        min_size=1,
        max_size=2,
    ),
    other=st.lists(texts, min_size=1, max_size=2),
).map(Narrative.model_validate)
_basis = st.builds(
    BasisDocument, category=st.sampled_from(["绩效管理类", "其他类"]), title=texts, number=optional_texts
)
_dates = st.sampled_from(["", "2024-10-14"])
_stages = st.builds(
    lambda stage, begin, end, work: Stage.model_validate({"stage": stage, "from": begin, "to": end, "work": work}),
    lines,
    _dates,
    _dates,
    optional_texts,
)
_evidence = st.builds(
    EvidenceEntry,
    id=words,
    title=texts,
    kind=st.sampled_from(["正式资料", "工作资料"]),
    holder=st.one_of(st.just(""), lines),
    note=optional_texts,
)


@st.composite
def contents(draw: st.DrawFn) -> CaseContent:
    """A whole case."""
    indicators = draw(_trees())
    codes = st.sampled_from([*_codes(indicators), "不存在"])
    return CaseContent(
        case=draw(_generals()),
        indicators=indicators,
        facts=draw(st.lists(_fact, max_size=4)),
        tables=draw(_tables()),
        judgements=draw(st.dictionaries(codes, _judgements().filter(lambda each: each != Judgement()), max_size=3)),
        narrative=draw(_narratives),
        basis=draw(st.lists(_basis, max_size=2)),
        process=draw(st.lists(_stages, max_size=2)),
        evidence=draw(st.lists(_evidence, max_size=3)),
    )


def _codes(nodes: list[IndicatorNode]) -> list[str]:
    return [code for node in nodes for code in (node.code, *_codes(node.children))]
