"""`jixiao verify --print`: forms as they were filled in, in the layout of their profile, read back as what they say."""

import json
from pathlib import Path

import pytest
from tests.cli.front_door import FrontDoor
from tests.cli.verify_samples import SOUND, TOO_MUCH
from tests.forms.drawn import as_word
from tests.forms.notation import noted
from tests.forms.provinces import ARRANGED
from tests.forms.test_layouts import PROFILES

from jixiao.documents import document_of
from jixiao.forms import Form, read_forms

DRAWN = [layout for layout in ARRANGED if layout not in ("K", "M")]
"""The layouts that have a table of indicators."""


def form_in(path: Path) -> Form:
    (form,) = read_forms(document_of(path.read_bytes(), path.name), score_tables=True).forms
    return form


@pytest.mark.parametrize("layout", DRAWN)
def test_what_is_printed_says_what_the_form_says(jixiao: FrontDoor, tmp_path: Path, layout: str) -> None:
    (tmp_path / "表.docx").write_bytes(as_word(ARRANGED[layout]))
    answer = jixiao("verify", tmp_path / "表.docx", "--print", tmp_path / "印出", "--profile", PROFILES[layout])
    assert answer.code == 0
    before = noted(form_in(tmp_path / "表.docx")).replace("总额 预算数：", "总额 年度资金总额：").strip()
    for ending in ("docx", "xlsx"):
        assert noted(form_in(tmp_path / "印出" / f"表.{ending}")).strip() == before


def test_who_filled_a_form_in_stands_below_it_again(jixiao: FrontDoor, tmp_path: Path) -> None:
    foot = "<tr><td>填表人</td><td>李明</td><td>联系电话</td><td>0373-1234567</td></tr></table>"
    (tmp_path / "护路.html").write_text(SOUND.html().replace("</table>", foot), encoding="utf-8")
    jixiao("verify", tmp_path / "护路.html", "--print", tmp_path / "印出")
    for ending in ("docx", "xlsx"):
        fields = form_in(tmp_path / "印出" / f"护路.{ending}").fields
        assert (fields["填表人"][1].text, fields["联系电话"][1].text) == ("李明", "0373-1234567")


def test_nothing_is_corrected_in_what_is_printed(jixiao: FrontDoor, tmp_path: Path) -> None:
    path = TOO_MUCH.write(tmp_path / "设备.html")
    jixiao("verify", path, "--print", tmp_path / "印出")
    before = json.loads(jixiao("verify", path, "--json").out)["forms"][0]
    for name in ("设备.docx", "设备.xlsx"):
        after = json.loads(jixiao("verify", tmp_path / "印出" / name, "--json").out)["forms"][0]
        for key in ("profile", "project", "department", "stated", "computed", "corrected", "budget", "executed"):
            assert after[key] == before[key], (name, key)
        assert [each["check"] for each in after["findings"]] == [each["check"] for each in before["findings"]]


def test_every_form_of_a_folder_is_printed_where_its_file_stands(jixiao: FrontDoor, tmp_path: Path) -> None:
    SOUND.write(tmp_path / "表" / "甲" / "培训.html")
    SOUND.write(tmp_path / "表" / "乙" / "培训.html")
    SOUND.write(tmp_path / "表" / "乙" / "培训.htm")
    both = SOUND.html().replace("</body></html>", "") + TOO_MUCH.html().replace("<html><body>", "")
    (tmp_path / "表" / "两份.html").write_text(both, encoding="utf-8")
    (tmp_path / "表" / "坏.xlsx").write_bytes(b"PK\3\4")
    (tmp_path / "表" / "通知.txt").write_text("关于开展自评的通知", encoding="utf-8")
    answer = jixiao("verify", tmp_path / "表", "--print", tmp_path / "印出")
    assert answer.code == 0
    written = sorted(str(path.relative_to(tmp_path / "印出")) for path in (tmp_path / "印出").rglob("*.docx"))
    assert written == sorted(
        ["甲/培训.docx", "乙/培训.html.docx", "乙/培训.htm.docx", "两份/社区培训.docx", "两份/设备购置.docx"]
    )
    assert "没有印出 坏.xlsx：" in answer.err
    assert "没有印出 通知.txt：没有读到自评表" in answer.err


def test_where_nothing_could_be_printed_that_is_the_answer(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text("关于开展自评的通知", encoding="utf-8")
    assert jixiao("verify", tmp_path / "通知.txt", "--print", tmp_path / "印出").code == 2
    assert not (tmp_path / "印出").exists()


def test_what_is_there_already_is_not_replaced(jixiao: FrontDoor, tmp_path: Path) -> None:
    filled = tmp_path / "填好的.docx"
    filled.write_bytes(as_word(ARRANGED["A"]))
    before = filled.read_bytes()
    answer = jixiao("verify", filled, "--print", tmp_path)
    assert (answer.code, filled.read_bytes() == before) == (2, True), "the form itself stands under that name"
    assert "不覆盖" in answer.err
    assert not (tmp_path / "填好的.xlsx").exists()
    for _ in range(2):
        assert jixiao("verify", filled, "--print", tmp_path / "印").code == 0, "the same again is no loss"
