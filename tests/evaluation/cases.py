"""Helpers of the tests of evaluation: the examples, copies of them to break, and small cases in a few words."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from jixiao.evaluation import Case, ScoreSheet, build_case, evaluate
from jixiao.evaluation.folder import read_folder
from jixiao.evaluation.sections import Sections
from jixiao.evaluation.sheet import GroupScore, IndicatorScore, NodeScore
from jixiao.packs.datafile import Document
from jixiao.packs.trees import Tree

EXAMPLES = Path(__file__).parents[2] / "examples"
XINXIANG, YANJIN = "xinxiang-hitech-2023", "yanjin-2022"
BOTH = (XINXIANG, YANJIN)


@cache
def sections_of(name: str) -> Sections:
    """The sections of an example."""
    return read_folder(EXAMPLES / name)


@cache
def case_of(name: str) -> Case:
    """An example, ready to be scored."""
    return build_case(sections_of(name))


@cache
def sheet_of(name: str) -> ScoreSheet:
    """An example, scored."""
    return evaluate(case_of(name))


def copy_of(name: str, folder: Path) -> Path:
    """A copy of an example in `folder`, to be changed."""
    return Path(shutil.copytree(EXAMPLES / name, folder / name))


def rewrite(folder: Path, file: str, old: str, new: str) -> None:
    """Change one place of a file; the place must be there exactly once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def with_section(sections: Sections, section: str, tree: Tree) -> Sections:
    """The sections with another content of one of them; what stands in a line is in line 1."""
    documents = {**sections.documents, section: Document(f"{section}.yaml", tree, {})}
    return replace(sections, documents=documents)


def leaf(code: str, weight: str, rule: Mapping[str, Tree], **more: Tree) -> dict[str, Tree]:
    """A third-level indicator; its rule is given without text and source."""
    return {
        "code": code,
        "name": f"指标{code}",
        "weight": weight,
        "rule": {"text": "按规定计分。", "source": "ours", **rule},
        **more,
    }


def small_case(
    leaves: Sequence[dict[str, Tree]],
    *,
    judgements: Mapping[str, Tree] | None = None,
    facts: Sequence[Tree] = (),
    narrative: Mapping[str, Tree] | None = None,
    general: Mapping[str, Tree] | None = None,
) -> Case:
    """A case with one level-1 and one level-2 indicator over the leaves; a filler, always full, makes up 100.

    `general` is what case.yaml says besides the usual.
    """
    weight = sum((Decimal(str(each["weight"])) for each in leaves), start=Decimal(0))
    every: list[Tree] = [*leaves]
    if weight < 100:
        every.append(leaf("Z", str(100 - weight), {"fixed": "100%"}))
    children: list[Tree] = [{"code": "I1", "name": "二级", "weight": "100", "children": every}]
    groups: list[Tree] = [{"code": "I", "name": "一级", "weight": "100", "children": children}]
    trees: dict[str, Tree] = {
        "case": {
            "name": "某局绩效评价",
            "department": "某局",
            "year": "2023",
            "grade_scale": "standard",
            **(general or {}),
        },
        "indicators": groups,
        "judgements": dict(judgements or {}),
        "facts": list(facts),
        "narrative": dict(narrative or {}),
    }
    documents = {section: Document(f"{section}.yaml", tree, {}) for section, tree in trees.items()}
    return build_case(Sections(documents, (), None))


def result(sheet: ScoreSheet, code: str) -> IndicatorScore:
    """The result of the third-level indicator with that code."""
    return next(each for each in sheet.indicators() if each.code == code)


def nodes(levels: Sequence[NodeScore]) -> list[NodeScore]:
    """All results in order, a group before what it holds."""
    return [each for node in levels for each in (node, *(nodes(node.children) if isinstance(node, GroupScore) else ()))]
