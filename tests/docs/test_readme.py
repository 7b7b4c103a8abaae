"""The two READMEs: what they tell a newcomer to type or open must exist, and both must say the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
PAGES = (
    *READMES,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
)


def commands(page: str) -> list[str]:
    """Every command that a code block marked `sh` tells the reader to type, in order, without its comment."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def code_spans(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("page", READMES)
def test_the_readme_starts_with_the_demo_and_the_tests(page: str) -> None:
    assert commands(page)[:2] == ["make demo", "make test"]


def test_both_readmes_tell_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_named_is_a_target(page: str) -> None:
    named = [text.split()[1] for text in commands(page) + code_spans(page) if text.startswith("make ")]
    assert set(named) <= make_targets()


def test_every_jixiao_command_named_is_one_the_program_has() -> None:
    shown = subprocess.run(
        [Path(sys.executable).with_name("jixiao"), "--help"], capture_output=True, text=True, check=True
    ).stdout
    named = {
        match[1]
        for page in PAGES
        for text in commands(page) + code_spans(page)
        if (match := re.match(r"(?:\.venv/bin/)?jixiao (\w+)", text))
    }
    assert named == {command for command in named if re.search(rf"^\W*{command}\b", shown, re.MULTILINE)}
    assert "evaluate" in named


@pytest.mark.parametrize("page", PAGES)
def test_every_file_linked_to_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    linked = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    missing = [target for target in linked if target and not ((ROOT / page).parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", READMES)
def test_every_file_of_the_case_folder_explained_is_in_the_example(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    block = re.search(r"^```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    named = {line.split()[0] for line in block[1].splitlines()}
    example = ROOT / "examples/xinxiang-hitech-2023"
    present = {path.name for path in example.iterdir() if path.is_file()} | {"tables/*.csv"}
    assert named == present


def test_every_make_target_is_explained_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z-]+):.*  ## \S", makefile, re.MULTILINE)) == make_targets()
