"""Rules made of rules as sentences; a rule inside another stands in brackets unless it is one plain clause."""

import re
from collections.abc import Callable
from itertools import pairwise

from jixiao.language.canonical.phrases import AMOUNT, NAME, amount, in_brackets, quoted, read_amount, unquoted
from jixiao.language.canonical.stretch import Stretch
from jixiao.rules.parts import Part
from jixiao.rules.parts.combined import Choose, Each, Lowest, Parts, Share

Write = Callable[[Part], str]
Reader = Callable[[Stretch], Part | None]
"""How a rule inside another is written and read."""

_VOID = "出现整体否决条件的,该指标不得分"
_MEANS = {False: "取平均值", True: "按金额加权平均"}
_LOWEST = "按下列规则分别计分,取最低的得分"
_CHOOSE = "选用下列规则之一计分"

_PLAIN_NAME = re.compile(r"[^\W占]+")
_SHARE = re.compile(f"(?P<name>“.+?”|[^“”:;,、占]+)占(?P<portion>{AMOUNT}):(?P<rule>.+)")
_EACH_SHARE = re.compile(rf"(?P<name>{NAME}|[^“”:;,、占]+)(?:占(?P<portion>{AMOUNT}))?")
_ALIKE = re.compile(rf"(?P<names>.+?)(?:各占(?P<portion>{AMOUNT}))?,均(?P<rule>按\(.+\)计分)")
_EACH = re.compile(r"对每个单位\(项目\)分别(?P<rule>按\(.+\)计分),(?P<mean>取平均值|按金额加权平均)")
_SEVERAL = re.compile(rf"(?P<way>{_LOWEST}|{_CHOOSE}):(?P<rule>.+)")
_NUMBERED = re.compile(r"\(\d+\)(?P<rule>.+)")


def write_parts(parts: Parts, write: Write) -> str:
    """Every part with its portion and its rule; parts that are alike in both are named together."""
    alike = len(parts.shares) > 1 and all(one.rule == other.rule for one, other in pairwise(parts.shares))
    text = _alike(parts.shares, write) if alike else "；".join(_share(share, write) for share in parts.shares)
    return text + (f"；{_VOID.replace(',', '，')}" if parts.may_be_void else "")


def _share(share: Share, write: Write) -> str:
    return f"{_named(share.name)}占{amount(share.portion)}：{write(share.rule)}"


def _alike(shares: tuple[Share, ...], write: Write) -> str:
    rule = in_brackets(write(shares[0].rule))
    if len({share.portion for share in shares}) == 1:
        return f"{'、'.join(_named(share.name) for share in shares)}各占{amount(shares[0].portion)}，均{rule}"
    return f"{'、'.join(f'{_named(share.name)}占{amount(share.portion)}' for share in shares)}，均{rule}"


def _named(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else quoted(name)


def read_parts(stretch: Stretch, read: Reader) -> Parts | None:
    """The parts whose sentence this is."""
    clauses = stretch.split(";")
    void = clauses[-1].text == _VOID
    clauses = clauses[:-1] if void else clauses
    shares = _read_alike(clauses[0], read) if len(clauses) == 1 else None
    if shares is None:
        shares = [share for share in (_read_share(clause, read) for clause in clauses) if share is not None]
        if len(shares) < len(clauses):
            return None
    return Parts(tuple(shares), void) if shares else None


def _read_share(clause: Stretch, read: Reader) -> Share | None:
    found = clause.match(_SHARE)
    rule = None if found is None else read(found.stretch("rule"))
    if found is None or rule is None:
        return None
    return Share(_read_name(found.stretch("name")), read_amount(found["portion"]), rule)


def _read_alike(clause: Stretch, read: Reader) -> list[Share] | None:
    found = clause.match(_ALIKE)
    rule = None if found is None else read(found.stretch("rule"))
    if found is None or rule is None:
        return None
    shares = []
    for name in found.stretch("names").split("、"):
        each = name.match(_EACH_SHARE)
        portion = found["portion"] or (each["portion"] if each else "")
        if each is None or not portion:
            return None
        shares.append(Share(_read_name(each.stretch("name")), read_amount(portion), rule))
    return shares


def _read_name(stretch: Stretch) -> str:
    return unquoted(stretch) if stretch.text.startswith("“") else stretch.original


def write_each(each: Each, write: Write) -> str:
    """The rule for one unit, and which mean is taken."""
    return f"对每个单位（项目）分别{in_brackets(write(each.rule))}，{_MEANS[each.by_amount]}"


def read_each(stretch: Stretch, read: Reader) -> Each | None:
    """The mean whose sentence this is."""
    found = stretch.match(_EACH)
    rule = None if found is None else read(found.stretch("rule"))
    return None if found is None or rule is None else Each(rule, found["mean"] == _MEANS[True])


def write_several(part: Lowest | Choose, write: Write) -> str:
    """The rules, numbered."""
    way = _LOWEST if isinstance(part, Lowest) else _CHOOSE
    rules = "；".join(f"（{number}）{write(rule)}" for number, rule in enumerate(part.rules, 1))
    return f"{way.replace(',', '，')}：{rules}"


def read_several(stretch: Stretch, read: Reader) -> Lowest | Choose | None:
    """The choice among rules whose sentence this is."""
    first, *others = stretch.split(";")
    found = first.match(_SEVERAL)
    if found is None:
        return None
    numbered = [clause.match(_NUMBERED) for clause in (found.stretch("rule"), *others)]
    rules = [read(each.stretch("rule")) if each else None for each in numbered]
    if any(rule is None for rule in rules):
        return None
    kept = tuple(rule for rule in rules if rule is not None)
    return Lowest(kept) if found["way"] == _LOWEST else Choose(kept)
