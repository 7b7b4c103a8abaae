"""`jixiao new --template`: the default template as a file to restyle."""

from pathlib import Path

import pytest
from tests.cli.front_door import FrontDoor

from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.checking import check


@pytest.mark.parametrize(("options", "content"), [((), Report), (("--plan",), Plan)])
def test_the_default_template_is_written_and_passes_the_check_of_templates(
    options: tuple[str, ...], content: type[Report] | type[Plan], jixiao: FrontDoor, tmp_path: Path
) -> None:
    target = tmp_path / "模板.docx"
    answer = jixiao("new", "--template", target, *options)
    assert (answer.code, answer.out, answer.err) == (0, f"已写出 {target}\n", "")
    check(target.read_bytes(), target.name, content)


def test_a_file_that_exists_is_not_overwritten(jixiao: FrontDoor, tmp_path: Path) -> None:
    target = tmp_path / "模板.docx"
    target.write_bytes(b"mine")
    answer = jixiao("new", "--template", target)
    assert answer.code == 2
    assert "已经存在的文件" in answer.err
    assert target.read_bytes() == b"mine"


@pytest.mark.parametrize(("name", "words"), [("模板.doc", "以 .docx 结尾"), ("没有/模板.docx", "上级文件夹")])
def test_a_target_that_cannot_be_is_refused(name: str, words: str, jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("new", "--template", tmp_path / name)
    assert answer.code == 2
    assert words in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_new_case_without_a_target_is_asked_for_one(jixiao: FrontDoor) -> None:
    answer = jixiao("new", "--pack", "project-2020")
    assert answer.code == 2
    assert "请写成 jixiao new 目标 --pack project-2020" in answer.err


def test_without_anything_the_packs_are_listed(jixiao: FrontDoor) -> None:
    answer = jixiao("new")
    assert answer.code == 0
    assert "project-2020-ready" in answer.out


@pytest.mark.parametrize(
    "options", [("--plan",), ("--plan", "--pack", "project-2020"), ("案例", "--template", "模板.docx")]
)
def test_a_case_and_a_template_are_not_begun_at_once(
    options: tuple[str, ...], jixiao: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = jixiao("new", *options)
    assert answer.code == 2
    assert "jixiao new --template 文件.docx [--plan]" in answer.err
    assert list(tmp_path.iterdir()) == []
