"""`jixiao rule --jsonl`: one question per line in, one answer per line out, in order; no line stops another."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from jixiao.cli.ruleanswers import Answer, Question, answer
from jixiao.quantities import NumberError, parse_number

_LONGEST = 100  # digits of a number and size of its exponent: far beyond any figure, and harmless to compute with


class BrokenLine(ValueError):
    """A line is no question; the text says why."""


def answered(lines: Iterable[bytes]) -> Iterator[str]:
    """The answers to the lines as JSON texts; blank lines are passed over.

    >>> line = '{"text": "得分＝完成率×权重分。", "weight": 5, "input": {"completion": "80%"}}'
    >>> json.loads(next(answered([line.encode()])))["score"]
    '4.00'
    """
    for line in lines:
        if line.strip():
            yield as_json(_answer(line))


def _answer(line: bytes) -> Answer:
    try:
        return answer(question_of(line))
    except BrokenLine as broken:
        return Answer("unread", why=str(broken))
    except Exception as error:  # noqa: BLE001  one line must not cost the user the answers to all others
        return Answer("unread", why=f"这一行没有处理成功，是程序的错误：{type(error).__name__} {error}")


def as_json(given: Answer) -> str:
    """The answer as one line of JSON."""
    tree = {
        "status": given.status,
        "form": given.form,
        "score": given.score,
        "canonical": given.canonical,
        "notes": list(given.notes),
        "why": given.why,
    }
    text = json.dumps(tree, ensure_ascii=False)
    return text if _is_writable(text) else json.dumps(tree)


def _is_writable(text: str) -> bool:
    """Whether the text can leave as UTF-8: half a surrogate pair, which JSON lets in, cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def question_of(line: bytes) -> Question:
    """The question in a line of JSON; BrokenLine where it is none. Numbers are read exactly, other keys left alone.

    >>> question_of(b'{"text": "...", "weight": 2.5, "criteria": "one"}').weight
    Fraction(5, 2)
    """
    tree = _tree(line)
    text = tree.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BrokenLine("没有规则的句子（text）")
    given = tree.get("input") or {}
    if not isinstance(given, Mapping):
        raise BrokenLine('input 应为一组键值，例如 {"rate": "95%"}')
    return Question(
        text, _weight(tree.get("weight")), _cell(tree.get("target")), _criteria(tree.get("criteria")), given
    )


def _tree(line: bytes) -> Mapping[str, object]:
    try:
        tree = json.loads(line.decode("utf-8-sig"), parse_float=_exactly, parse_int=_exactly, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise BrokenLine("这一行不是 UTF-8 文字") from None
    except BrokenLine:
        raise
    except RecursionError:
        raise BrokenLine("这一行的括号套得太深") from None
    except ValueError as error:
        raise BrokenLine(f"这一行不是 JSON：{error}") from None
    if not isinstance(tree, Mapping):
        raise BrokenLine('这一行应为一组键值：{"text": …, "weight": …, "input": …}')
    return tree


def _exactly(text: str) -> int | Decimal:
    """A number of JSON as written; one beyond all measure is refused before anything is computed with it."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise BrokenLine(f"数字“{text[:20]}…”过大") from None
    if len(text) > _LONGEST or abs(number.adjusted()) > _LONGEST:
        raise BrokenLine(f"数字“{text[:20]}…”过大")
    return int(number) if text.lstrip("-").isdecimal() else number


def _no_number(text: str) -> object:
    raise BrokenLine(f"“{text}”不是数字")


def _weight(given: object) -> Fraction | None:
    if given is None:
        return None
    try:
        weight = parse_number(given) if isinstance(given, str) else _number(given)
    except NumberError as error:
        raise BrokenLine(f"权重（weight）{error}") from None
    if weight <= 0:
        raise BrokenLine(f"权重（weight）应大于 0，读到 {given}")
    return weight


def _number(given: object) -> Fraction:
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise BrokenLine(f"权重（weight）应为数字，读到 {given}")
    return Fraction(given)


def _cell(given: object) -> str:
    if given is None or isinstance(given, str):
        return given or ""
    if isinstance(given, int | Decimal) and not isinstance(given, bool):
        return f"{given:f}" if isinstance(given, Decimal) else str(given)
    raise BrokenLine(f"目标值（target）应为文字，读到 {given}")


def _criteria(given: object) -> tuple[str, ...]:
    if given is None:
        return ()
    if isinstance(given, str):
        return (given,)
    if isinstance(given, list) and all(isinstance(each, str) for each in given):
        return tuple(given)
    raise BrokenLine("评价要点（criteria）应为文字的列表")
