"""The front door as a fixture."""

import pytest
from tests.cli.front_door import FrontDoor


@pytest.fixture
def jixiao(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> FrontDoor:
    """Runs the command with arguments."""
    return FrontDoor(monkeypatch, capsys)
