"""An adversary of the reader: it puts a clause that changes a rule into a sentence that was read, at every place.

The reader must notice: the rule read is another, a note is made, or the sentence stays unread. Silence is a fault.
`python -m tests.rules.adversary [HOW_MANY] [SEED]` tries the corpus and prints what came of each kind of clause.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import yaml

from jixiao.language import Read, Unread, parse_rule
from jixiao.rules import Rule

CORPUS = Path(__file__).parent / "corpus"
CLAUSES = {
    "an exception": ("因不可抗力造成的除外", "但上级部门另有要求的除外", "应急抢险项目例外", "（新设单位除外）"),
    "a limit": ("累计扣分不超过权重的一半", "其中质量问题最多扣1分", "最高不超过80%的权重分"),
    "a veto": ("存在弄虚作假的，本项不得分", "发生安全事故的实行一票否决", "情节严重的按差评定"),
    "another base": ("以上扣分按项目总投资计算", "以调整后预算数为基数计算", "本项按权重分的80%计分"),
    "counted apart": ("其中专项资金另计", "跨年度项目另行计算", "延期经批准的按批准时间计算"),
    "doubled or halved": ("上述扣分加倍", "未及时整改的减半计分", "连续两年的，扣分翻倍", "（扣分减半）"),
    "left out": ("不含追加预算", "剔除政策性因素", "扣除不可控因素后计算"),
    "only for some": ("仅限本年度新立项目", "本条只适用于一级预算单位", "（仅限第1项）"),
    "special cases": ("特殊情况由评价组另行确定", "有合理理由的可不扣分", "于12月底前整改的不扣分"),
    "discretion": ("视情况酌情扣分", "情节轻微的可适当减轻"),
    "a merit": ("获得表彰的另加0.5分",),
    "a second rule": ("每逾期1天再扣0.3分", "低于37%的不得分", "在63%以上的得一半分"),
    "taken as met": ("已提前报备的视同完成", "有书面说明的不扣分", "前两次不扣分"),
    "how to count": ("同一问题不重复扣分", "不足1个的按1个计", "两者取低"),
    "an example": ("例如逾期2天的扣3分",),
    "not involved": ("不涉及的指标分值调整到其他指标",),
}
"""Clauses that change a rule, or what it is applied to, by kind."""

_SAID_ALREADY = {
    "discretion": {"discretionary"},
    "how to count": {"lower_of", "ceil_steps"},
    "a limit": {"fault_capped", "discretionary"},
    "not involved": {"na_rescale"},
    "taken as met": {"fault_tolerance"},
}
"""The forms of rules that say the same as a clause of a kind, so that nothing changes."""

# A clause ends here; nobody puts another one between a condition and what follows from it.
_SIGN = re.compile("(?<![的者形况])[，,]|[；;。\n]|$")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sentence of the corpus with a clause put in, and how it is read without the clause."""

    entry: dict[str, Any]
    kind: str
    text: str
    before: Read

    def outcome(self) -> str:
        """What came of it: unread, noted, another, or silent."""
        after = _read(self.entry, self.text)
        if isinstance(after, Unread):
            return "unread"
        if set(after.notes) - set(self.before.notes):
            return "noted"
        return "silent" if _meaning(after) == _meaning(self.before) else "another"


def attempts(how_many: int, seed: int) -> list[Attempt]:
    """Some of all the attempts on the corpus, the same ones for the same seed."""
    every = [
        Attempt(entry, kind, text, before)
        for entry, before in _sentences()
        for kind, clauses in CLAUSES.items()
        if entry["form"] not in _SAID_ALREADY.get(kind, ())
        for clause in clauses
        for text in _with(clause, entry["text"])
    ]
    return Random(seed).sample(every, min(how_many, len(every)))


def _sentences() -> Iterator[tuple[dict[str, Any], Read]]:
    """The sentences of the corpus that are read."""
    for path in sorted(CORPUS.glob("*/*.yaml")):
        if path.name == "refused.yaml":
            continue
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            read = _read(entry, entry["text"])
            if isinstance(read, Read):
                yield entry, read


def _read(entry: dict[str, Any], text: str) -> Read | Unread:
    cells = entry.get("criteria") or ()
    criteria = (cells,) if isinstance(cells, str) else tuple(map(str, cells))
    return parse_rule(
        text, criteria=criteria, target=str(entry.get("target") or ""), weight=Fraction(str(entry["weight"]))
    )


def _meaning(read: Read) -> object:
    rule = read.rule
    return (rule.part, rule.not_applicable) if isinstance(rule, Rule) else rule


def _with(clause: str, text: str) -> Iterator[str]:
    """The text with the clause at its start and behind each of its clauses."""
    in_brackets = clause.startswith("（")
    if not in_brackets:
        yield f"{clause}，{text}"
    for sign in _SIGN.finditer(text):
        before, after = text[: sign.start()], text[sign.end() :]
        if not before:
            continue
        yield f"{before}{clause}{sign.group()}{after}" if in_brackets else f"{before}，{clause}{sign.group()}{after}"


def main() -> None:
    """Print a table of what came of the attempts, and every silent one."""
    numbers = [int(each) for each in sys.argv[1:3]]
    how_many, seed = [*numbers, *(30_000, 1)[len(numbers) :]]
    tried = [(attempt, attempt.outcome()) for attempt in attempts(how_many, seed)]
    print("| clause | silent | unread | noted | another |\n| --- | --- | --- | --- | --- |")
    for kind in CLAUSES:
        came = Counter(outcome for attempt, outcome in tried if attempt.kind == kind)
        print(f"| {kind} | {' | '.join(str(came[each]) for each in ('silent', 'unread', 'noted', 'another'))} |")
    silent = [attempt.text.replace("\n", "/") for attempt, outcome in tried if outcome == "silent"]
    print(f"\n{len(silent)} of {len(tried)} are silent.", *silent, sep="\n")


if __name__ == "__main__":
    main()
