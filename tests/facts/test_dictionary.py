"""The data dictionary: names lead to one quantity, and a dictionary that contradicts itself is refused."""

from pathlib import Path

import pytest

from jixiao.facts import standard_dictionary
from jixiao.facts.dictionary import read_dictionary
from jixiao.refusals import Refusal

GOOD = """\
stages: [{name: 年初, synonyms: [年初数]}, {name: 决算}]
funds: [{name: 单位资金}]
entries:
  - {name: 支出总额, kind: amount, unit: 万元, definition: 全部支出, source: 决算, shorthands: {年初预算数: 年初}}
"""


def refused(tmp_path: Path, text: str) -> str:
    path = tmp_path / "dictionary.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        read_dictionary(path)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("text", "name", "qualifiers"),
    [
        ("支出总额", "支出总额", ()),
        ("年初预算数", "支出总额", ("年初",)),
        ("预算执行数", "支出总额", ("决算",)),
        ("决算支出", "支出总额", ("决算",)),
        ("编制人数", "编制数", ()),
        ("三公经费", "“三公”经费", ()),
        ("上年度“三公”经费总额", "“三公”经费", ("上年", "年初")),
        ("实际政府采购金额", "政府采购金额", ("实际",)),
        ("年末结转和结余", "结转结余", ()),
        ("一般公共预算财政拨款收入", "收入总额", ("一般公共预算",)),
        ("因公出国(境)费", "因公出国境费", ()),
    ],
)
def test_the_names_reports_use_lead_to_the_standard_name_and_what_they_say(
    text: str, name: str, qualifiers: tuple[str, ...]
) -> None:
    meaning = standard_dictionary().meaning(text)
    assert meaning is not None
    assert (meaning.entry.name, meaning.qualifiers) == (name, qualifiers)


def test_every_standard_entry_says_what_counts_and_where_the_wording_comes_from() -> None:
    entries = standard_dictionary().entries
    assert len(entries) >= 60
    assert all(len(entry.definition) >= 7 and entry.source for entry in entries)


def test_every_shorthand_says_only_stages_years_and_funds_that_are_known() -> None:
    dictionary = standard_dictionary()
    words = [word for entry in dictionary.entries for said in entry.shorthands.values() for word in said]
    assert all(dictionary.stage(w) == w or dictionary.fund(w) == w or w in ("本年", "上年") for w in words)


def test_an_unknown_name_is_answered_with_the_names_that_look_like_it() -> None:
    dictionary = standard_dictionary()
    assert dictionary.meaning("支出总数") is None
    assert "支出总额" in dictionary.nearest("支出总数")
    assert dictionary.nearest("qwerty") == ()


def test_a_synonym_that_is_already_the_name_of_another_quantity_is_refused_with_both(tmp_path: Path) -> None:
    more = "  - {name: 项目支出, kind: amount, unit: 万元, definition: 项目, source: 决算, synonyms: [年初预算数]}\n"
    message = refused(tmp_path, GOOD + more)
    assert "“年初预算数”既属于“支出总额”，又属于“项目支出”" in message


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    more = "  - {name: 支出总额, kind: amount, unit: 万元, definition: 再来, source: 决算}\n"
    assert "“支出总额”既属于“支出总额”" in refused(tmp_path, GOOD + more)


def test_a_unit_nobody_registered_is_refused(tmp_path: Path) -> None:
    message = refused(tmp_path, GOOD.replace("unit: 万元", "unit: 斤"))
    assert "“斤”" in message
    assert "已登记的单位" in message


def test_an_amount_counted_in_persons_is_refused(tmp_path: Path) -> None:
    assert "单位“人”，应为“万元”" in refused(tmp_path, GOOD.replace("unit: 万元", "unit: 人"))


def test_a_stage_word_that_stands_twice_is_refused(tmp_path: Path) -> None:
    assert "“年初数”出现两次" in refused(tmp_path, GOOD.replace("{name: 决算}", "{name: 决算, synonyms: [年初数]}"))
