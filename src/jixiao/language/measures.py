"""Reading the formula of an indicator: “在职人员控制率=（在职人员数/编制数）×100%” becomes an expression over names.

Names stay as they are written; what they stand for is bound elsewhere. Definitions that follow are kept for those who
fill in the data, and letters (［（A－B）/B］×100%) are replaced by what they are said to mean.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.expressions import (
    Binary,
    Call,
    ExpressionError,
    Formula,
    Name,
    Negate,
    names,
    normal_name,
    parse_formula,
    ratio_of,
)
from jixiao.text import normal

_SENTENCE = re.compile(r"[。;\n]")
_OPERATOR = re.compile(r"[-+*/÷×]")
_LETTER_TIMES = re.compile(r"[xX](?=\s*100\s*%)")
_MARKS = re.compile(
    r"^(?:[①-⑳]|\(?\d{1,2}[).、]|\([一二三四五六七八九十]\)|(?:其中|式中|计算公式(?:为)?|公式|即)[:,]?)+"
)
_SAID_TO_BE = re.compile(r"^(?:是指|指的是|指|表示|代表|为|[：=])(.+)$", re.DOTALL)
_SCORING = re.compile("权重|分值|得分|标准分|满分|扣分")
_LETTER = re.compile("[A-Za-z]\\d?")
_LONGEST_NAME = 40
_LONGEST_LEFT = 30


@dataclass(frozen=True, slots=True)
class Measure:
    """A formula as read.

    `name` is what stands before the equals sign, "" where nothing does; `definitions` are the words that say what a
    name of the formula means; `parts` are names of the formula for which a formula of their own is given.
    """

    name: str
    formula: Formula
    definitions: Mapping[str, str]
    parts: Mapping[str, Formula]

    @property
    def whole(self) -> Formula:
        """The formula with every name that has a formula of its own replaced by it.

        >>> from jixiao.expressions import write
        >>> measure = parse_measure("率=支出数/安排数×100%；安排数=上年数额+本年数额。")
        >>> write(measure.whole)
        '支出数÷（上年数额＋本年数额）×100%'
        """
        return _replaced(self.formula, {Name(name): part for name, part in self.parts.items()})


@dataclass(frozen=True, slots=True)
class MeasureUnread:
    """There is a formula, and it was not understood: the words and why."""

    words: str
    why: str


@dataclass(frozen=True, slots=True)
class _Equation:
    left: str
    formula: Formula


def parse_measure(text: str, indicator: str = "") -> Measure | MeasureUnread | None:
    """The formula in a text that may hold other sentences too; None where there is none.

    Of several formulas the one named like the `indicator` counts, otherwise the one that the others serve.

    >>> from jixiao.expressions import write
    >>> text = "在职人员控制率=(在职人员数/编制数)×100%。编制数：机构编制部门核定的人数。"
    >>> measure = parse_measure(text)
    >>> write(measure.formula), measure.definitions["编制数"]
    ('在职人员数÷编制数×100%', '机构编制部门核定的人数')
    >>> write(parse_measure("变动率＝［（A－B）/B］x100%，其中A为本年预算数，B为上年预算数。").formula)
    '（本年预算数－上年预算数）÷上年预算数×100%'
    >>> parse_measure("考核部门的执行情况。")
    """
    sentences = [
        sentence for line in text.split("\n") for sentence in _SENTENCE.split(normal(line).text) if sentence.strip()
    ]
    try:
        equations = [equation for sentence in sentences if (equation := _equation(sentence)) is not None]
        if not equations:
            return None
        main = _main(equations, indicator)
        said = list(_clauses(sentences))
        formula = _spelled_out(main.formula, said)
    except _NotRead as failure:
        return MeasureUnread(failure.words, str(failure))
    wanted = [name.text for name in names(formula)]
    parts = {
        normal_name(each.left): each.formula
        for each in equations
        if each is not main and normal_name(each.left) in wanted
    }
    return Measure(main.left, formula, {name: _definition(name, said) for name in wanted}, parts)


class _NotRead(Exception):
    """A formula that was not understood."""

    def __init__(self, words: str, why: str) -> None:
        super().__init__(why)
        self.words = words


def _equation(sentence: str) -> _Equation | None:
    """The formula of a sentence, perhaps with a name before it; None where the sentence is none."""
    plain = _MARKS.sub("", _LETTER_TIMES.sub("×", sentence).strip())
    left, equals, right = plain.partition("=")
    if not equals:
        return _Equation("", _formula(plain)) if _is_bare_formula(plain) else None
    left = re.split(r"[,:、]", left)[-1].strip()
    right = _before_comma(right).strip()
    is_one = (
        _OPERATOR.search(right) and 0 < len(left) <= _LONGEST_LEFT and not re.fullmatch(r"[-+*/÷×().,%\d=]*", right)
    )
    if not is_one or _SCORING.search(left + right) or re.search("[<>≤≥]", plain):
        return None
    return _Equation(left, _formula(right))


def _is_bare_formula(text: str) -> bool:
    return bool(re.search(r"[/÷]", text)) and text.endswith("100%") and not re.search("[,<>≤≥]", text)


def _before_comma(text: str) -> str:
    """The text up to the first comma that stands in no brackets."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            return text[:at]
    return text


def _formula(text: str) -> Formula:
    try:
        formula = parse_formula(text)
    except ExpressionError as error:
        raise _NotRead(text, f"公式没有读懂：{error}") from None
    long = next((name for name in names(formula) if len(name.text) > _LONGEST_NAME), None)
    if long is not None:
        raise _NotRead(text, f"“{long.text}”太长，不像一个数据的名称")
    if not names(formula):
        raise _NotRead(text, "公式里没有数据的名称")
    return formula


def _main(equations: Sequence[_Equation], indicator: str) -> _Equation:
    """The formula that is the indicator's."""
    named = [each for each in equations if indicator and normal_name(each.left) == normal_name(indicator)]
    used = {name.text for each in equations for name in names(each.formula)}
    candidates = named or [each for each in equations if normal_name(each.left) not in used]
    if len(candidates) != 1:
        lefts = "、".join(each.left or "（未写名称）" for each in candidates or equations)
        raise _NotRead("", f"写了几个公式（{lefts}），不知道哪一个是指标的")
    return candidates[0]


def _clauses(sentences: Sequence[str]) -> Iterator[str]:
    """Stretches that may define something: sentences, and what stands between commas."""
    for sentence in sentences:
        yield sentence
        if "," in sentence:
            yield from sentence.split(",")


def _definition(name: str, clauses: Sequence[str]) -> str:
    """What is said about a name, "" where nothing is; a formula is no definition."""
    for clause in clauses:
        words = normal_name(_MARKS.sub("", clause.strip()))
        said = _SAID_TO_BE.match(words.removeprefix(name)) if words.startswith(name) else None
        if said is not None and not (words.removeprefix(name).startswith("=") and _OPERATOR.search(said[1])):
            return said[1].strip("：:，, ")
    return ""


def _spelled_out(formula: Formula, clauses: Sequence[str]) -> Formula:
    """The formula with every letter replaced by what it stands for."""
    meanings: dict[Name, Formula] = {}
    for name in names(formula):
        if _LETTER.fullmatch(name.text):
            meaning = _definition(name.text, [clause for clause in clauses if len(clause) <= _LONGEST_NAME])
            if not meaning or re.search("[，。；：]", meaning):
                raise _NotRead(name.text, f"没有说明 {name.text} 是什么")
            meanings[name] = Name.of(meaning)
    return _replaced(formula, meanings) if meanings else formula


def _replaced(formula: Formula, meanings: Mapping[Name, Formula]) -> Formula:
    match formula:
        case Name():
            return meanings.get(formula, formula)
        case Binary(_, left, right):
            return replace(formula, left=_replaced(left, meanings), right=_replaced(right, meanings))
        case Negate(operand):
            return Negate(_replaced(operand, meanings))
        case Call(_, arguments):
            return replace(formula, arguments=tuple(_replaced(each, meanings) for each in arguments))
        case _:
            return formula


def growth_of(formula: Formula) -> tuple[Formula, Formula] | None:
    """This period's and the earlier figure where the formula is （A－B）÷B; None where it is none.

    >>> now, before = growth_of(parse_formula("（本年数－上年数）÷上年数×100%"))
    >>> now.text, before.text
    ('本年数', '上年数')
    """
    ratio = ratio_of(formula)
    if ratio is not None and isinstance(ratio[0], Binary) and ratio[0].operator == "-" and ratio[0].right == ratio[1]:
        return ratio[0].left, ratio[1]
    return None
