"""The front door in a test: the command with its arguments, and what came out of it."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from jixiao.cli import main


@dataclass(frozen=True)
class Answer:
    """What the command answered."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class FrontDoor:
    """Runs `jixiao …` in this process, as its entry point does."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Answer:
        self.monkeypatch.setattr(sys, "argv", ["jixiao", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = self.capsys.readouterr()
        code = stop.value.code
        assert isinstance(code, int)
        return Answer(code, captured.out, captured.err)
