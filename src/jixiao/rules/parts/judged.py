"""Parts that turn a judgement into points: levels, experts' marks, counted grades, stated deductions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.expressions import mean
from jixiao.packs.trees import Tree
from jixiao.quantities import exact_text
from jixiao.rules.evidence import NotAllowed
from jixiao.rules.portion import FULL, Number, Portion, exact, rate_text
from jixiao.rules.ranges import Range
from jixiao.rules.scoring import Scoring
from jixiao.rules.spec import Node


@dataclass(frozen=True, slots=True)
class Levels:
    """A word earns a fixed portion, or opens a band of shares in which the evaluator chooses one.

    A share outside the band of its word is an error, not a score (财预〔2020〕10号: 80 % and 60 % belong
    to the better level, which the band “≥80%, ≤100%” says).
    """

    levels: Mapping[str, Portion | Range]

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Levels":
        """Read `{word: portion}` or `{word: band}`."""
        if not isinstance(node.tree, Mapping) or len(node.tree) < 2:
            raise node.wrong("两个以上的等次，各有份额或区间")
        return cls({word: _read_level(node.at(word)) for word in node.tree})

    def points(self, scoring: Scoring) -> Number:
        """The portion of the chosen level, or the chosen share of the weight."""
        given = scoring.evidence.word("level", "等次的认定")
        word = _named(given, self.levels)
        if word is None:
            raise NotAllowed(f"等次应为{'、'.join(self.levels)}之一，读到“{given}”")
        level = self.levels[word]
        if isinstance(level, Portion):
            points = level.of(scoring.weight)
            scoring.note(f"认定为“{word}”，{level.earned()}", points)
            return points
        share = scoring.evidence.number("share", f"“{word}”区间内选定的份额")
        if not level.contains(exact(share)):
            raise NotAllowed(f"“{word}”的份额应{level.worded(percent=True)}，读到 {rate_text(exact(share))}")
        points = scoring.weight * share
        scoring.note(f"认定为“{word}”（{level.worded(percent=True)}），选定{rate_text(exact(share))}", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """Portions within the weight, bands within 0–100 %, bands of different words apart."""
        bands = [(word, level) for word, level in self.levels.items() if isinstance(level, Range)]
        for word, level in self.levels.items():
            if isinstance(level, Portion) and not level.fits(weight):
                yield f"等次“{word}”得 {level}，超出权重分 {exact_text(weight)} 分"
        for word, band in bands:
            if band.is_empty() or band.low is None or band.low < 0 or band.high is None or band.high > 1:
                yield f"等次“{word}”的区间 {band.text(percent=True)} 应在 0% 与 100% 之间且不为空"
        for position, (word, band) in enumerate(bands):
            for other, other_band in bands[position + 1 :]:
                if band.overlaps(other_band):
                    yield f"等次“{word}”与“{other}”的区间重叠"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "levels", {
            word: str(level) if isinstance(level, Portion) else level.text(percent=True)
            for word, level in self.levels.items()
        }


_DEGREES = ("较", "比较", "较为", "基本", "部分", "大体", "不", "未", "无", "没有", "欠", "很", "非常", "完全", "全部")


def _named(given: str, levels: Iterable[str]) -> str | None:
    """The level that is meant: its own word, or the bare end of it (一般 of 效果一般), or it with its subject.

    A degree or a negation is never left out or added: 达成 is none of 完全达成, 基本达成, 未达成.

    >>> _named("显著", ["效果显著", "效果较显著"]), _named("可持续性强", ["强", "较强"]), _named("达成", ["未达成"])
    ('效果显著', '强', None)
    """
    near = [word for word in levels if word == given]
    near = near or [word for word in levels if _is_subject(word.removesuffix(given)) and word.endswith(given)]
    near = near or [word for word in levels if _is_subject(given.removesuffix(word)) and given.endswith(word)]
    return near[0] if len(near) == 1 else None


def _is_subject(words: str) -> bool:
    return not words.endswith(_DEGREES)


def _read_level(node: Node) -> Portion | Range:
    if any(sign in node.text() for sign in "≥≤<>"):
        return node.read(Range.parse)
    return node.read(Portion.parse)


@dataclass(frozen=True, slots=True)
class Experts:
    """The mean of the experts' marks, the `drop` highest and lowest left out, scaled from `scale` to the weight.

    Marks 95, 90, 85, 70 out of 100, one dropped at each end: 87.5 ÷ 100 of the weight.
    """

    scale: Fraction
    drop: int = 0

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Experts":
        """Read `{scale, drop?}`."""
        node.fields("scale", "drop")
        return cls(node.at("scale").number(), node.at("drop").whole() if node.has("drop") else 0)

    def points(self, scoring: Scoring) -> Number:
        """Weight × mean ÷ scale."""
        marks = scoring.evidence.numbers("scores", "专家打分")
        if any(not 0 <= exact(mark) <= self.scale for mark in marks):
            raise NotAllowed(f"专家打分应在 0 与 {exact_text(self.scale)} 之间")
        kept = sorted(marks, key=exact)[self.drop : len(marks) - self.drop]
        if not kept:
            raise NotAllowed(f"去掉最高、最低各 {self.drop} 个后没有剩下的打分（共 {len(marks)} 个）")
        if self.drop:
            scoring.note(f"去掉最高、最低各{self.drop}个打分，余{len(kept)}个")
        average = mean(kept)
        scoring.note("专家打分平均", average)
        points = scoring.weight * average / scoring.figure(self.scale)
        scoring.note(f"由{exact_text(self.scale)}分制折算为权重分", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The scale must be positive."""
        if self.scale <= 0:
            yield "专家打分的满分（scale）应大于 0"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        tree: dict[str, Tree] = {"scale": exact_text(self.scale)}
        if self.drop:
            tree["drop"] = str(self.drop)
        return "experts", tree


@dataclass(frozen=True, slots=True)
class Discretionary:
    """The evaluator states a deduction; only its limits can be checked (酌情扣分)."""

    at_most: Portion

    @classmethod
    def read(cls, node: Node, criteria: int) -> "Discretionary":
        """Read `{at_most?}`; without it the whole weight may be taken off."""
        node.fields("at_most")
        return cls(node.at("at_most").read(Portion.parse) if node.has("at_most") else FULL)

    def points(self, scoring: Scoring) -> Number:
        """Weight less the stated deduction."""
        deduction = scoring.evidence.number("deduct", "酌情扣分数")
        limit = exact(self.at_most.of(scoring.weight))
        if not 0 <= exact(deduction) <= limit:
            raise NotAllowed(f"酌情扣分应在 0 与 {exact_text(limit)} 分之间，读到 {exact_text(exact(deduction))}")
        points = scoring.weight - deduction
        scoring.note("评价人酌情扣分后", points)
        return points

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The limit must fit the weight."""
        if not 0 < exact(self.at_most.of(weight)) <= weight:
            yield f"酌情扣分上限 {self.at_most} 应大于 0 且不超过权重分 {exact_text(weight)} 分"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        return "discretionary", {"at_most": str(self.at_most)}


@dataclass(frozen=True, slots=True)
class Bar:
    """One overall grade: earned when at least `need` aspects are at `at_least`, none below `none_below`."""

    word: str
    gives: Portion
    need: int
    at_least: str | None
    none_below: str | None


@dataclass(frozen=True, slots=True)
class GradeCount:
    """Aspects are graded one by one; the overall grade follows from how many reach what.

    The first bar that is reached counts. Source of the pattern: Zhengzhou's review of objectives, eight
    aspects: six 优 and none below 良 make 优, and so on down. `aspects` is how many must be graded.
    """

    aspects: int
    scale: tuple[str, ...]
    bars: tuple[Bar, ...]

    @classmethod
    def read(cls, node: Node, criteria: int) -> "GradeCount":
        """Read `{aspects, scale: [best … worst], bars: [{word, gives, need?, at_least?, none_below?}]}`."""
        node.fields("aspects", "scale", "bars")
        scale = tuple(place.text() for place in node.at("scale").items())
        bars = tuple(_read_bar(bar, scale) for bar in node.at("bars").items())
        return cls(node.at("aspects").whole(), scale, bars)

    def points(self, scoring: Scoring) -> Number:
        """The portion of the first bar reached."""
        grades = scoring.evidence.raw("grades", "各方面的等次")
        if not isinstance(grades, list | tuple):
            raise NotAllowed(f"各方面的等次应逐一列出，读到“{grades}”")
        unknown = [str(grade) for grade in grades if grade not in self.scale]
        if unknown:
            raise NotAllowed(f"各方面的等次应为{'、'.join(self.scale)}之一，读到“{unknown[0]}”")
        if len(grades) != self.aspects:
            raise NotAllowed(f"规则评 {self.aspects} 个方面，给出了 {len(grades)} 个等次")
        ranks = [self.scale.index(grade) for grade in grades]
        for bar in self.bars:
            if self._reached(bar, ranks):
                points = bar.gives.of(scoring.weight)
                scoring.note(f"{self.aspects}个方面的等次为{'、'.join(grades)}，综合评为“{bar.word}”", points)
                return points
        raise NotAllowed("各方面的等次没有达到规则所列的任何一档")

    def _reached(self, bar: Bar, ranks: list[int]) -> bool:
        if bar.at_least is not None:
            mark = self.scale.index(bar.at_least)
            if sum(rank <= mark for rank in ranks) < bar.need:
                return False
        return bar.none_below is None or all(rank <= self.scale.index(bar.none_below) for rank in ranks)

    def lint(self, weight: Fraction) -> Iterator[str]:
        """The last bar must catch the rest; portions fit the weight."""
        for position, bar in enumerate(self.bars, 1):
            open_bar = bar.at_least is None and bar.none_below is None
            if open_bar and position < len(self.bars):
                yield f"“{bar.word}”没有条件，其后的档次永远不会用到"
            if position == len(self.bars) and not open_bar:
                yield "最后一档应不设条件，否则有的情形没有规定"
            if bar.need > self.aspects:
                yield f"“{bar.word}”要求 {bar.need} 个方面达到等次，一共只有 {self.aspects} 个方面"
            if not bar.gives.fits(weight):
                yield f"“{bar.word}”得 {bar.gives}，超出权重分 {exact_text(weight)} 分"

    def spec(self) -> tuple[str, Tree]:
        """The formal form."""
        bars: list[Tree] = [_bar_tree(bar) for bar in self.bars]
        return "grade_count", {"aspects": str(self.aspects), "scale": list(self.scale), "bars": bars}


def _read_bar(node: Node, scale: tuple[str, ...]) -> Bar:
    node.fields("word", "gives", "need", "at_least", "none_below")
    if node.has("need") and not node.has("at_least"):
        raise node.wrong("与 need 一起写的 at_least", "need 而没有 at_least")
    return Bar(
        node.at("word").text(),
        node.at("gives").read(Portion.parse),
        node.at("need").whole() if node.has("at_least") else 0,
        node.at("at_least").one_of(scale) if node.has("at_least") else None,
        node.at("none_below").one_of(scale) if node.has("none_below") else None,
    )


def _bar_tree(bar: Bar) -> dict[str, Tree]:
    tree: dict[str, Tree] = {"word": bar.word, "gives": str(bar.gives)}
    if bar.at_least is not None:
        tree |= {"need": str(bar.need), "at_least": bar.at_least}
    if bar.none_below is not None:
        tree["none_below"] = bar.none_below
    return tree
