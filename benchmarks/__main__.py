"""Measures evaluations, reports, surveys, forms and the reading of rules and texts, and writes docs/benchmarks.md."""

import importlib.metadata
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import audits, documents, formfiles, forms, language, reports, surveys
from benchmarks.peer import Peer, as_input
from benchmarks.timing import Timing, command, machine, timed
from jixiao.evaluation import Case, evaluate
from jixiao.evaluation.binding import bind
from jixiao.evaluation.judgement import Judgement
from jixiao.evaluation.scoring import score_levels
from jixiao.rules import Evidence, Outcome, Scored
from jixiao.workbook import open_case, write_workbook

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/benchmarks.md"
CASE = ROOT / "examples/yanjin-2022"
ALL_CASES = sorted((ROOT / "examples").glob("*/case.yaml"))
PROGRAM = Path(sys.executable).with_name("jixiao")
PEER_PROGRAM = """
import json, sys, zen
graph, given = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
print(zen.ZenEngine().create_decision(graph).evaluate(json.loads(given), {"trace": True}))
"""


class Rules:
    """The rules of a case with their weights and the evidence of each, for both engines."""

    def __init__(self, case: Case) -> None:
        leaves = list(case.system.indicators())
        self.weights = [leaf.weight for leaf in leaves if leaf.weight is not None]
        self.rules = [leaf.rule for leaf in leaves if leaf.rule is not None]
        self.evidence: list[Evidence] = [
            bind(leaf, case.judgements.get(leaf.code, Judgement()), case.facts).evidence for leaf in leaves
        ]
        criteria = [len(leaf.criteria) for leaf in leaves]
        self.peer = Peer(list(zip(self.weights, (rule.tree() for rule in self.rules), criteria, strict=True)))
        self.peer_input = as_input(self.evidence)

    def outcomes(self, traced: bool) -> list[Outcome]:
        """Every rule applied to its evidence."""
        every = zip(self.rules, self.weights, self.evidence, strict=True)
        return [rule.apply(weight, evidence, traced) for rule, weight, evidence in every]

    def written(self) -> list[tuple[str, str | None, str | None]]:
        """Every rule applied, and every step of every derivation written out."""
        scored = [outcome for outcome in self.outcomes(traced=True) if isinstance(outcome, Scored)]
        return [(step.text, step.expression, step.value) for outcome in scored for step in outcome.steps]

    def must_agree(self, name: str) -> None:
        """Both engines must give the same scores, otherwise their times cannot be compared."""
        ours = [outcome.score if isinstance(outcome, Scored) else None for outcome in self.outcomes(traced=True)]
        theirs = self.peer.scores(self.peer_input, trace=False)
        if ours != theirs:
            raise SystemExit(f"{name}: the engines differ: {ours} and {theirs}")


def rows(folder: Path) -> Iterator[tuple[str, Timing, Timing | None]]:
    """What is measured: its name, our time, the peer's time on the same work."""
    case = open_case(CASE)
    rules = Rules(case)
    count = len(rules.rules)
    graph, given = folder / "graph.json", folder / "input.json"
    graph.write_text(rules.peer.graph, encoding="utf-8")
    given.write_text(json.dumps(rules.peer_input), encoding="utf-8")
    workbook = folder / "case.xlsx"
    command([PROGRAM, "convert", CASE, workbook])()

    yield (
        f"{count} rules applied, every step written out (peer: its trace)",
        timed(rules.written),
        timed(lambda: rules.peer.scores(rules.peer_input, trace=True)),
    )
    yield (
        f"{count} rules applied, scores only",
        timed(lambda: rules.outcomes(traced=False)),
        timed(lambda: rules.peer.scores(rules.peer_input, trace=False)),
    )
    yield f"a case of {count} indicators scored: facts bound, rules applied", timed(lambda: score_levels(case)), None
    yield "the same and its tables checked", timed(lambda: evaluate(case)), None
    yield "case read from its folder", timed(lambda: open_case(CASE)), None
    yield "case read from its workbook", timed(lambda: open_case(workbook)), None
    yield "workbook of the case written", timed(lambda: write_workbook(case.content, folder / "written.xlsx")), None
    yield (
        "the whole command, cold, nothing written",
        timed(command([PROGRAM, "evaluate", CASE])),
        timed(command([sys.executable, "-c", PEER_PROGRAM, graph, given])),
    )
    yield "`jixiao --help`", timed(command([PROGRAM, "--help"])), None


def table(measured: Iterator[tuple[str, Timing, Timing | None]], peer_name: str) -> Iterator[str]:
    """The lines of the Markdown table."""
    yield f"| work | Jixiao, ms: median (fastest) | {peer_name}, ms: median (fastest) | ratio of the medians |"
    yield "| --- | --: | --: | --: |"
    for name, ours, peer in measured:
        theirs = f"{shown(peer)} | {ours.median / peer.median:.1f}" if peer else " | "
        yield f"| {name} | {shown(ours)} | {theirs} |"


def shown(timing: Timing) -> str:
    """Median and fastest, three figures."""
    median, fastest = (
        f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f}" for value in (timing.median, timing.fastest)
    )
    return f"{median} ({fastest})"


def main() -> None:
    for path in ALL_CASES:
        Rules(open_case(path.parent)).must_agree(path.parent.name)
    with tempfile.TemporaryDirectory() as folder:
        lines = [
            f"`make bench` on {machine()}; zen-engine {importlib.metadata.version('zen-engine')}, "
            f"python-docx {importlib.metadata.version('python-docx')}, "
            f"pdfplumber {importlib.metadata.version('pdfplumber')}.",
            "",
            f"Scoring `{CASE.relative_to(ROOT)}`:",
            "",
            *table(rows(Path(folder)), "zen-engine"),
            "",
            f"The report of `{reports.CASE.relative_to(ROOT)}`:",
            "",
            *table(reports.rows(Path(folder)), "python-docx"),
            "",
            "Scoring rules read from sentences, none of them kept from one reading to the next:",
            "",
            *table(language.rows(), "no peer"),
            "",
            "Documents read:",
            "",
            *documents.table(),
            "",
            "Reports audited:",
            "",
            *table(audits.rows(PROGRAM, Path(folder)), "no peer"),
            "",
            "Answers of a survey:",
            "",
            *surveys.table(Path(folder)),
            "",
            "Self-evaluation forms verified, one in twenty with a fault, with the same findings in every engine:",
            "",
            *forms.table(),
            "",
            "Files of forms read, recognised, scored and checked:",
            "",
            *formfiles.table(),
        ]
    text = "\n".join(lines)
    print(text)
    page = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- measured: begin -->", "<!-- measured: end -->"
    page = re.sub(f"(?<={begin}\n).*(?=\n{end})", lambda _: text, page, flags=re.DOTALL)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
