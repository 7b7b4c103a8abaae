"""Which sheets do not count, and why: too fast, one and the same place all through, sent twice, empty, another group.

Domain reference 12.3. Every sheet left out is listed once, under the first rule that it breaks.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

import polars as pl

from jixiao.findings import Check, Finding, Kind, Severity
from jixiao.surveys.questionnaire import Question, Questionnaire
from jixiao.surveys.sheets import BLANK, FILE, NOT_ASKED, ROW, SECONDS, SUBMITTED, UNREADABLE, Exclusion
from jixiao.surveys.study import Validity

SENDER, GROUP = "#发送方", "#群体"
"""Columns that only these rules look at: the address or device of the sender, and the group that a sheet names."""

NOT_JUDGED = Check(
    "survey.row_validity_not_judged",
    Kind.MISSING_VALUE,
    "没有条件判断的有效性规则",
    "所用时间、来源、提交时间等列齐不齐；缺少时说明哪条有效性规则没有核对。",
    "没有设定的规则不说明。",
    "有效性规则：过快、重复、直线作答、大多未答、身份不符",
)

_ADVERSE = re.compile("不满|投诉|刁难|推诿|吃拿卡要|乱收费|违规|存在.{0,6}问题|遇到.{0,8}(?:困难|问题|情况)")
_ASKS_GROUP = re.compile("身份|群体|类别|类型|角色|您是|属于")
_BEST, _WORST = 2, 4
"""Degrees up to the one say satisfied, from the other on dissatisfied."""
_REASON, _DETAIL, _PLACE = "#原因", "#说明", "#次序"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which sheets count, why the others do not, and which rules could not be applied."""

    is_valid: pl.Series
    excluded: tuple[Exclusion, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A reason with the sheets it strikes, and what is said of each."""

    reason: str
    strikes: pl.Expr
    detail: pl.Expr


@dataclass(frozen=True, slots=True)
class Judge:
    """Applies the rules of a study to the sheets of one group; `answered` are the questions that have a column."""

    questionnaire: Questionnaire
    validity: Validity
    group: str
    answered: Collection[str]

    def judge(self, sheets: pl.DataFrame) -> Verdict:
        """The verdict on the sheets, which are columns as of Answers and those of the sender and the group."""
        rules = list(self._rules(sheets))
        reason = pl.coalesce(*(pl.when(rule.strikes).then(pl.lit(rule.reason)) for rule in rules))
        detail = pl.coalesce(*(pl.when(rule.strikes).then(rule.detail) for rule in rules))
        judged = sheets.with_columns(reason.alias(_REASON), detail.alias(_DETAIL))
        struck = judged.filter(pl.col(_REASON).is_not_null()).select(FILE, ROW, _REASON, _DETAIL)
        excluded = tuple(Exclusion(file, row, why, detail) for file, row, why, detail in struck.rows())
        return Verdict(judged[_REASON].is_null(), excluded, tuple(self._not_judged(sheets)))

    def _rules(self, sheets: pl.DataFrame) -> Iterator[_Rule]:
        yield self._empty()
        yield from self._other_group()
        if self.validity.fastest:
            strikes = pl.col(SECONDS) <= self.validity.fastest
            told = pl.format("用时 {} 秒，不超过规定的 {} 秒", pl.col(SECONDS), pl.lit(self.validity.fastest))
            yield _Rule("作答过快", strikes.fill_null(False), told)
        if self.validity.duplicates and self._can_find_duplicates(sheets):
            yield self._duplicates(sheets)
        if self.validity.straight_lining and (straight := self._straight_lining()) is not None:
            yield straight

    def _empty(self) -> _Rule:
        """Nothing answered, or more of the required questions left open than may be."""
        asked = [question for question in self.questionnaire.questions if question.id in self.answered]
        none = pl.all_horizontal(*(~_is_answered(question) for question in asked))
        required = [question for question in asked if question.required]
        due = pl.sum_horizontal(pl.lit(0), *(_is_asked(question).cast(pl.Int32) for question in required))
        open_ = pl.sum_horizontal(
            pl.lit(0), *((_is_asked(each) & ~_is_answered(each)).cast(pl.Int32) for each in required)
        )
        share = self.validity.emptiest
        mostly = open_ * share.denominator > due * share.numerator
        told = pl.when(none).then(pl.lit("没有一题有可读的回答"))
        return _Rule("大多未答", none | mostly, told.otherwise(pl.format("应答 {} 题，{} 题未答或读不出", due, open_)))

    def _other_group(self) -> Iterator[_Rule]:
        """Another group in the column of the group, or in the answer to a question about who one is."""
        if not self.group:
            return
        reason = "不属于本群体"
        own = pl.col(GROUP).str.replace_all(r"\s", "")
        yield _Rule(reason, (own != "".join(self.group.split())).fill_null(False), pl.format("群体一列为“{}”", GROUP))
        for question in self.questionnaire.questions:
            own_option = self._own_option(question)
            if own_option is not None:
                strikes = (pl.col(question.id) >= 0) & (pl.col(question.id) != own_option)
                texts = {number: option.text for number, option in enumerate(question.options)}
                told = pl.col(question.id).replace_strict(texts, default="", return_dtype=pl.String)
                yield _Rule(reason, strikes, pl.format("“{}”答“{}”", pl.lit(question.name), told))

    def _own_option(self, question: Question) -> int | None:
        """The option that is this group, where the question asks for the group and one option alone is it."""
        if question.kind != "单选" or question.role not in ("身份", "其他") or not _ASKS_GROUP.search(question.text):
            return None
        group, *texts = ("".join(text.split()) for text in (self.group, *(option.text for option in question.options)))
        if group in texts:
            return texts.index(group)
        alike = [number for number, text in enumerate(texts) if text and (text in group or group in text)]
        return alike[0] if len(alike) == 1 else None

    @staticmethod
    def _can_find_duplicates(sheets: pl.DataFrame) -> bool:
        return bool((sheets[SENDER].is_not_null() & sheets[SUBMITTED].is_not_null()).any())

    def _duplicates(self, sheets: pl.DataFrame) -> _Rule:
        """A sheet like the one before it from the same sender, within so many seconds.

        Sheets that no other equals are sorted out by their hash first: comparing all answers of all takes long.
        """
        same = [SENDER, *(question.id for question in self.questionnaire.questions)]
        known = sheets[SENDER].is_not_null() & sheets[SUBMITTED].is_not_null()
        alike = sheets.select(same).hash_rows().is_duplicated() & known
        before = pl.col(SUBMITTED).shift().over(same, order_by=pl.struct(SUBMITTED, _PLACE))
        few = sheets.with_row_index(_PLACE).filter(alike)
        gaps = few.select(_PLACE, gap=(pl.col(SUBMITTED) - before).dt.total_seconds())
        gap = pl.repeat(None, sheets.height, dtype=pl.Int64, eager=True).scatter(gaps[_PLACE], gaps["gap"])
        told = pl.format("{} 秒前有同一来源（{}）、回答相同的答卷", pl.lit(gap), SENDER)
        return _Rule("重复提交", pl.lit((gap <= self.validity.same_sender).fill_null(False)), told)

    def _straight_lining(self) -> _Rule | None:
        """One and the same place in enough single choices, though that place contradicts itself."""
        asked = [
            q for q in self.questionnaire.questions if q.kind == "单选" and q.role != "身份" and q.id in self.answered
        ]
        if len(asked) < self.validity.straight_from:
            return None
        places = [pl.when(pl.col(question.id) >= 0).then(pl.col(question.id)) for question in asked]
        one = pl.min_horizontal(*places) == pl.max_horizontal(*places)
        answered = pl.sum_horizontal(*(place.is_not_null().cast(pl.Int32) for place in places))
        contradicts = _says(asked, 1, _BEST) & _says(asked, _WORST, 5)
        adverse = [pl.col(q.id) >= 0 for q in asked if not q.measures_satisfaction and _ADVERSE.search(q.text)]
        strikes = one & (answered >= self.validity.straight_from) & reduce(or_, adverse, contradicts)
        told = pl.format("{} 道单选题都选第 {} 项，前后矛盾", answered, pl.min_horizontal(*places) + 1)
        return _Rule("直线作答", strikes.fill_null(False), told)

    def _not_judged(self, sheets: pl.DataFrame) -> Iterator[Finding]:
        """One finding that names the rules for which columns are missing."""
        missing = []
        if self.validity.fastest and sheets[SECONDS].null_count() == sheets.height:
            missing.append("过快（没有所用时间）")
        if self.validity.duplicates and not self._can_find_duplicates(sheets):
            missing.append("重复提交（没有提交时间，或没有来自IP、设备）")
        if missing and sheets.height:
            rules = "、".join(missing)
            explanation = f"这些有效性规则没有核对：{rules}。"
            yield Finding(NOT_JUDGED.id, Severity.NOTE, NOT_JUDGED.kind, "有效性规则没有全部核对", explanation)


def _is_asked(question: Question) -> pl.Expr:
    match question.kind:
        case "单选":
            return pl.col(question.id) != NOT_ASKED
        case "多选":
            return pl.col(question.id).is_not_null()
    return pl.lit(question.only_if is None) | pl.col(question.id).is_not_null()


def _is_answered(question: Question) -> pl.Expr:
    match question.kind:
        case "单选":
            return ~pl.col(question.id).is_in([NOT_ASKED, BLANK, UNREADABLE])
        case "多选":
            return (pl.col(question.id).list.len() > 0).fill_null(False)
    return pl.col(question.id).is_not_null()


def _says(questions: list[Question], low: int, high: int) -> pl.Expr:
    """Whether any answer says a degree of satisfaction within these."""
    found = [
        pl.col(question.id).is_in([n for n, o in enumerate(question.options) if o.degree and low <= o.degree <= high])
        for question in questions
        if question.measures_satisfaction
    ]
    return reduce(or_, found, pl.lit(False))
