"""A data file says what it seems to say, or is refused in one clear sentence per mistake."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, get_args

import pydantic_core
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, field_validator

from jixiao.packs.complaints import problems_of, wrong
from jixiao.packs.datafile import DEPTH_LIMIT, SIZE_LIMIT, load, parse_yaml, read_yaml, validate
from jixiao.refusals import Refusal


class Unreadable(ValueError):
    """An error like those of the number readers."""

    found = "“95”"
    expected = "带百分号的比率"


class Node(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    weight: Decimal
    kind: Literal["定量", "定性"] = "定量"
    children: list[Annotated["Node", "a child"]] = []
    rule: "Node | list[str] | None" = None

    @field_validator("name")
    @classmethod
    def _named(cls, name: str) -> str:
        if name == "无":
            raise wrong("指标的名称", "请填写名称")
        if name == "乱":
            raise ValueError("名称不能是“乱”")
        if name == "95":
            raise Unreadable
        return name


def _refusal_of(text: str) -> str:
    with pytest.raises(Refusal) as caught:
        validate(parse_yaml(text, "x.yaml"), Node)
    return str(caught.value)


def test_every_scalar_stays_as_written() -> None:
    text = "a: 207.90\nb: 1.10\nc: yes\nd: 2023-01-01\ne: null\nf: ~\ng:\nh: 0x1F\ni: 1_000\nj: 12:30\nk: '5'\n"
    assert parse_yaml(text, "x.yaml").tree == {
        "a": "207.90",
        "b": "1.10",
        "c": "yes",
        "d": "2023-01-01",
        "e": "null",
        "f": "~",
        "g": "",
        "h": "0x1F",
        "i": "1_000",
        "j": "12:30",
        "k": "5",
    }


@given(st.text(alphabet="0123456789.-+eExo_:naulyso", min_size=1, max_size=8).filter(lambda t: re.match(r"[^-:.]", t)))
def test_no_plain_text_is_turned_into_a_number_a_date_or_a_truth_value(text: str) -> None:
    document = parse_yaml(f"a: {text}\n", "x.yaml") if ":" not in text else None
    assert document is None or document.tree == {"a": text}


def test_an_empty_file_is_an_empty_text() -> None:
    assert parse_yaml("", "x.yaml").tree == ""


def test_the_line_of_every_key_and_item_is_known() -> None:
    document = parse_yaml("a: 1\nb:\n  - c: 2\n    d: [x,\n      y]\n", "x.yaml")
    assert {path: line for path, line in document.lines.items() if path} == {
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 0, "c"): 3,
        ("b", 0, "d"): 4,
        ("b", 0, "d", 0): 4,
        ("b", 0, "d", 1): 5,
    }
    assert document.line(("b", 0, "missing", "deeper")) == 3


def test_a_place_names_items_by_their_code_or_name() -> None:
    document = parse_yaml("children:\n- code: B2.1\n  rule:\n    text: 句子\n", "x.yaml")
    assert document.place(("children", 0, "rule", "text")) == "第 4 行 children 第 1 项（B2.1）的 rule 的 text"


SYNTAX = {
    "tab": ("name: 甲\n\tweight: 1", "第 2 行：读到制表符（Tab）缩进，应为空格缩进。请把行首的制表符换成空格。"),
    "wide blank": (
        "name: 甲\n　weight: 1",
        "第 2 行：读到以减号或全角空格开头的键“weight”，应为“- ”开头的列表项或半角空格缩进的键。"
        "请在减号后加一个空格，并改用半角空格缩进。",
    ),
    "wide blank before an item": (
        "children:\n　- 甲\n　- 乙\nname 甲: [",
        "第 3 行：读到全角空格缩进，应为半角空格缩进。请把行首的全角空格换成半角空格。",
    ),
    "wide blank before a text": (
        "name: |\n  甲\n　乙\nweight: 1",
        "第 3 行：读到全角空格缩进，应为半角空格缩进。请把行首的全角空格换成半角空格。",
    ),
    "no blank after the dash of a text": (
        "children:\n  - 甲\n  -乙: 1",
        "第 3 行：读到“-乙: 1”，应为“- ”开头的列表项。请写英文减号，后面加一个空格。",
    ),
    "special": (
        "name: >10%",
        "第 1 行：读到以“>”开头的文字“>10%”，应为不以特殊符号开头的文字。请用英文双引号把这段文字括起来。",
    ),
    "percent": (
        "name: %5",
        "第 1 行：读到以“%”开头的文字“%5”，应为不以特殊符号开头的文字。请用英文双引号把这段文字括起来。",
    ),
    "colon in a value": (
        "name: 说明: 如下",
        "第 1 行：读到值里又有冒号的文字“说明: 如下”，应为一行只有一个“键: 值”。请用英文双引号把这段文字括起来。",
    ),
    "Chinese colon": (
        "name：甲\nweight: 1",
        "第 1 行：读到中文冒号（“name：甲”），应为英文冒号加一个空格。请把“：”改成“: ”。",
    ),
    "no blank after the colon": (
        "name:甲\nweight: 1",
        "第 1 行：读到冒号后没有空格的“name:甲”，应为英文冒号加一个空格。请在冒号后加一个空格。",
    ),
    "no blank after the dash": (
        "children:\n- name: 甲\n-name: 乙",
        "第 3 行：读到以减号或全角空格开头的键“-name”，应为“- ”开头的列表项或半角空格缩进的键。"
        "请在减号后加一个空格，并改用半角空格缩进。",
    ),
    "list beside its key": (
        "name: - 甲",
        "第 1 行：读到与键写在同一行的列表，应为列表另起一行。请把“- ”各项写在下一行。",
    ),
    "open quote": ('name: "甲', '第 1 行：读到没有配对的引号（“name: "甲”），应为成对的英文引号。请补上另一个引号。'),
    "open bracket": (
        "name: [甲",
        "第 1 行：读到没有配对的括号（“name: [甲”），应为成对的括号。请补上另一个括号；若是普通文字，请加英文双引号。",
    ),
    "indentation": (
        "name: 甲\n  weight: 1",
        "第 2 行：读到“weight: 1”，应为“键: 值”或“- 项”，同层的行左边对齐。"
        "请检查这一行和上一行的缩进、冒号、引号和括号是否成对。",
    ),
    "duplicate": (
        "name: 甲\nchildren:\n- name: 乙\n  name: 丙",
        "第 4 行 children 第 1 项的 name：读到第二个“name”（第一个在第 3 行），"
        "应为同一处每个键只写一次。请合并或删去其中一个。",
    ),
    "anchor": ("name: &a 甲", "第 1 行 name：读到锚点“&a”，应为直接写出的内容。若是普通文字，请加英文双引号。"),
    "alias": ("name: *a", "第 1 行 name：读到引用“*a”，应为直接写出的内容。若是普通文字，请加英文双引号。"),
    "tag": ("name: !a 甲", "第 1 行 name：读到标签“!a”，应为直接写出的内容。若是普通文字，请加英文双引号。"),
    "merge key": ("<<: 甲", "第 1 行：读到合并键“<<”，应为直接写出的内容。请把要合并的内容写在这里。"),
    "key that is a list": ("? [a]\n: 甲", "第 1 行：读到用列表或一组键值作键，应为文字作键。请检查冒号和括号的位置。"),
    "two documents": (
        "name: 甲\n---\nname: 乙",
        "第 2 行：读到第二个“---”，应为一个文件只写一份数据。请删去“---”或拆成两个文件。",
    ),
    "invisible": ("name: 甲\u200b\x07", "第 1 行：读到控制字符 U+0007，应为可见的文字。请删去这个看不见的字符。"),
    "depth": (
        "name: " + "[" * (DEPTH_LIMIT + 2),
        f"第 1 行：读到超过 {DEPTH_LIMIT} 层的嵌套，应为层次较浅的数据。请检查缩进和括号。",
    ),
    "key too long": (
        f"{'长' * 101}: 1",
        f"第 1 行：读到“{'长' * 40}…”，应为不超过 100 个字的键。请检查冒号的位置。",
    ),
}

SHAPE = {
    "missing": ("name: 甲", "第 1 行：读到没有“weight”的一项，应为必填项“weight”。请补上“weight: …”。"),
    "unknown": (
        "name: 甲\nweight: 1\nremark: 2",
        "第 3 行 remark：读到不认识的键“remark”，应为name、weight、kind、children、rule。"
        "请改用其中一个键，或删去这一项。",
    ),
    "misspelt": (
        "name: 甲\nweight: 1\nchildren:\n- name: 乙\n  wieght: 1",
        "第 5 行 children 第 1 项（乙）的 wieght：读到不认识的键“wieght”，应为“weight”。请改为“weight”，或删去这一项。",
    ),
    "text wanted": (
        "name: [甲]\nweight: 1",
        "第 1 行 name：读到一个列表（1 项），应为一段文字。请写成“键: 文字”；文字里有冒号时请加英文双引号。",
    ),
    "list wanted": (
        "name: 甲\nweight: 1\nchildren: 乙",
        "第 3 行 children：读到“乙”，应为一个列表。请每项一行，以“- ”开头。",
    ),
    "mapping wanted": (
        "name: 甲\nweight: 1\nchildren:\n- name：乙",
        "第 4 行 children 第 1 项：读到“name：乙”，应为一组“键: 值”。请每个键一行，用英文冒号加一个空格。",
    ),
    "number wanted": ("name: 甲\nweight: 五", "第 2 行 weight：读到“五”，应为一个数。请只写数字，例如 12.5。"),
    "empty": ("name: 甲\nweight:", "第 2 行 weight：读到空白，应为一个数。请只写数字，例如 12.5。"),
    "one of": (
        "name: 甲\nweight: 1\nkind: 定性的",
        "第 3 行 kind：读到“定性的”，应为“定量”、“定性”之一。请改为“定性”。",
    ),
    "own sentence": ("name: 无\nweight: 1", "第 1 行 name：读到“无”，应为指标的名称。请填写名称。"),
    "own ValueError": ("name: 乱\nweight: 1", "第 1 行 name：读到“乱”，应为符合要求的内容。名称不能是“乱”。"),
    "error that says what it expected": (
        "name: 95\nweight: 1",
        "第 1 行 name：读到“95”，应为带百分号的比率。请改写。",
    ),
    "union, deepest branch": (
        "name: 甲\nweight: 1\nrule:\n  name: 乙",
        "第 3 行 rule：读到没有“weight”的一项，应为必填项“weight”。请补上“weight: …”。",
    ),
    "empty file": ("", "第 1 行：读到空白，应为一组“键: 值”。请每个键一行，用英文冒号加一个空格。"),
}


@pytest.mark.parametrize("mistake", list(SYNTAX))
def test_a_mistake_in_the_writing_is_named_with_its_line_and_mend(mistake: str) -> None:
    text, message = SYNTAX[mistake]
    assert _refusal_of(text) == f"x.yaml，{message}"


@pytest.mark.parametrize("mistake", list(SHAPE))
def test_a_mistake_in_the_content_is_named_with_its_key_and_mend(mistake: str) -> None:
    text, message = SHAPE[mistake]
    assert _refusal_of(text) == f"x.yaml，{message}"


def test_every_mistake_of_a_file_is_reported_at_once() -> None:
    refusal = _refusal_of("weight: x\nchildren: 乙\nremark: 1\n")
    assert [line.split("：")[0] for line in refusal.splitlines()] == [
        "x.yaml，第 1 行",
        "x.yaml，第 1 行 weight",
        "x.yaml，第 2 行 children",
        "x.yaml，第 3 行 remark",
    ]


@pytest.mark.parametrize("kind", get_args(pydantic_core.core_schema.ErrorType))
def test_no_kind_of_error_shows_the_library_s_english(kind: str) -> None:
    numbers = dict.fromkeys(["min_length", "max_length", "gt", "ge", "lt", "le", "expected", "expected_tags"], "9")
    error: pydantic_core.ErrorDetails = {
        "type": kind,
        "loc": ("weight",),
        "msg": "Input should be wrong",
        "input": "五",
        "ctx": {**numbers, "error": ValueError("丙")},
    }
    problems = problems_of([error], {"weight": "五"}, Node)
    text = "".join(f"{p.found}{p.expected}{p.mend}" for p in problems)
    assert problems or kind == "missing"
    assert not re.search("[A-Za-z]", text.replace("weight", "")) or kind == "extra_forbidden"


def test_a_file_is_loaded_into_its_model(tmp_path: Path) -> None:
    path = tmp_path / "node.yaml"
    path.write_text("- name: 甲\n  weight: 1.10\n", encoding="utf-8-sig")
    assert load(path, list[Node]) == [Node(name="甲", weight=Decimal("1.10"))]


def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    other = tmp_path / "gbk.yaml"
    other.write_bytes("# 说明\nname: 甲\n".encode("gbk"))
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (SIZE_LIMIT + 1))
    for path, message in [
        (tmp_path / "none.yaml", "none.yaml：读到不存在的文件，应为一个已有的文件。请检查文件名和所在文件夹。"),
        (
            tmp_path,
            f"{tmp_path.name}：读到打不开的文件，应为一个可以读取的文件。请检查它是不是文件夹、有没有读取权限。",
        ),
        (large, "large.yaml：读到过大的文件，应为不超过 5 MB 的文件。请拆分文件。"),
        (other, "gbk.yaml，第 1 行：读到不是 UTF-8 编码的文字，应为UTF-8 编码的文本。请用编辑器另存为 UTF-8。"),
    ]:
        with pytest.raises(Refusal) as caught:
            read_yaml(path)
        assert str(caught.value) == message


@given(st.text(alphabet="ab: -#?,[]{}&*!|>'\"%@\n\t：“甲", max_size=30))
def test_whatever_is_written_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        parse_yaml(text, "x.yaml")
    except Refusal as refusal:
        places = [problem.place for problem in refusal.problems]
    else:
        places = ["第 1 行"]
    assert all(re.match(r"第 \d+ 行", place) for place in places)


def test_a_file_full_of_mistakes_is_refused_with_the_first_fifty() -> None:
    problems = [f"- name: 第{number}个\n" for number in range(200)]
    with pytest.raises(Refusal) as caught:
        validate(parse_yaml("".join(problems), "x.yaml"), list[Node])
    assert len(caught.value.problems) == 51
    assert str(caught.value.problems[-1]) == "x.yaml：读到另外 150 处问题，应为没有问题的内容。请先改正以上各处。"


@pytest.mark.parametrize(
    "text",
    ["[" * 1_000_000, "{" * 1_000_000, "- " * 1_000_000, f"x\n{'- ' * 1_000_000}: @", f"a: {'b: ' * 1_000_000}"],
    ids=["lists", "mappings", "items", "items and a mistake", "colons"],
)
def test_a_file_made_to_exhaust_the_reader_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"第 [12] 行"):
        parse_yaml(text, "x.yaml")
