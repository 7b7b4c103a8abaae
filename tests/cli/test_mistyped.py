"""A command line that cannot be understood is refused in one Chinese line."""

import re

import pytest
from tests.cli.front_door import FrontDoor

ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["evaluate"],
            "jixiao evaluate：没有写“案例”。用法：jixiao evaluate [选项] {案例}，详见 jixiao evaluate --help",
        ),
        (["convert", "x"], "没有写“目标”"),
        (["evaluate", "a", "b", "c"], "多写了“b c”"),
        (["rule", "a", "--wieght", "5"], "没有“--wieght”这个选项"),
        (["rule", "a", "--weight"], "“--weight”后面没有写内容"),
        (["rule", "a", "--json=5"], "“--json”后面不能写内容"),
        (["nosuch"], "没有“nosuch”这个命令"),
        (["--nosuch"], "没有“--nosuch”这个选项"),
        (["rule", "a", "第一行\n第二行"], "多写了“第一行"),
    ],
)
def test_what_was_typed_wrongly_is_said_in_one_line(jixiao: FrontDoor, arguments: list[str], said: str) -> None:
    answer = jixiao(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert said in answer.err
    assert answer.err.count("\n") == 1
    ours = {"jixiao", "help", "json", "evaluate", "convert", "rule", *ENGLISH.findall(" ".join(arguments))}
    assert set(ENGLISH.findall(answer.err)) <= ours


def test_no_command_at_all_shows_the_help(jixiao: FrontDoor) -> None:
    answer = jixiao()
    assert answer.code == 2
    assert "命令：" in answer.out


@pytest.mark.parametrize("arguments", [["--help"], ["rule", "--help"], ["evaluate", "--help"], ["new", "--help"]])
def test_help_is_chinese(jixiao: FrontDoor, arguments: list[str]) -> None:
    answer = jixiao(*arguments)
    assert answer.code == 0
    assert answer.out.startswith("用法：")
    assert not re.search("Usage|Options|Arguments|Commands|Show|OPTIONS|COMMAND", answer.out)
