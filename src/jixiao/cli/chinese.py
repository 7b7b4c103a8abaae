"""The words that the library for command lines says in English, in Chinese: help, and what was typed wrongly."""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP = (
    ("Usage: ", "用法："),
    ("[OPTIONS] COMMAND [ARGS]...", "命令 …"),
    ("[OPTIONS]", "[选项]"),
    ("Arguments:", "参数："),
    ("Options:", "选项："),
    ("Commands:", "命令："),
    ("Show this message and exit.", "显示这段说明"),
)
_KIND = re.compile(r" <[\w\[\]]+>| +\[required\]")
_DEFAULT = re.compile(r"\s+\[default:\s+([^\]]+)\]")
_SEVERAL = re.compile(r"…\}\.\.\.")
_SAID = (
    (re.compile(r"Missing argument '(.+?)'"), "没有写“{}”"),
    (re.compile(r"Missing option '(.+?)'"), "没有写“{}”"),
    (re.compile(r"No such option: (\S+)"), "没有“{}”这个选项"),
    (re.compile(r"No such command '(.+?)'"), "没有“{}”这个命令"),
    (re.compile(r"unexpected extra argument\(s\) \((.*)\)", re.DOTALL), "多写了“{}”（有空格的内容要加引号）"),
    (re.compile(r"Option '(.+?)' requires an argument"), "“{}”后面没有写内容"),
    (re.compile(r"Option '(.+?)' does not take a value"), "“{}”后面不能写内容"),
    (re.compile(r"Invalid value for '(.+?)'"), "“{}”的内容不对"),
)
_LONGEST = 60


def in_chinese(help_text: str) -> str:
    """A help text, or a line of one.

    >>> in_chinese("Usage: jixiao rule [OPTIONS] [句子]")
    '用法：jixiao rule [选项] [句子]'
    """
    for english, chinese in _HELP:
        help_text = help_text.replace(english, chinese)
    return _SEVERAL.sub("…}", _DEFAULT.sub(r"（不写时为 \1）", _KIND.sub("", help_text)))


class Command(TyperCommand):
    """A command whose help is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The help in Chinese."""
        return in_chinese(super().get_help(ctx))


class Group(TyperGroup):
    """Commands whose common help is Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The help in Chinese."""
        return in_chinese(super().get_help(ctx))


def mistyped(message: str, context: typer.Context | None) -> str:
    """One line about a command line that cannot be understood: what is wrong, and how it is written.

    >>> mistyped("No such option: --wieght", None)
    'jixiao：没有“--wieght”这个选项。用法见 jixiao --help'
    """
    said = next((words.format(_short(found[1])) for sign, words in _SAID if (found := sign.search(message))), None)
    command = "jixiao" if context is None else context.command_path
    usage = "用法" if context is None else f"{in_chinese(context.get_usage())}，详"
    return f"{command}：{said or f'命令写得不对（{_short(message)}）'}。{usage}见 {command} --help"


def _short(text: str) -> str:
    """The text on one line, and not all of a long one."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
