"""Rules about the source itself that no linter knows."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src/jixiao").rglob("*.py"))


NO_QUANTITY = {"cutoff", "timeout"}  # arguments of the standard library: a likeness of two words, seconds to wait


# A workbook stores numbers as binary floats: there, and only there, they come in and go out; its margins are inches.
BORDER = {ROOT / "src/jixiao/documents/sheets/figures.py", ROOT / "src/jixiao/workbook/painting.py"}


def floats(tree: ast.AST) -> Iterator[int]:
    """The lines on which a binary floating point number is written or made."""
    settings = {node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg in NO_QUANTITY}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and node not in settings:
            yield node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield node.lineno


def host_language_calls(tree: ast.AST) -> Iterator[int]:
    """The lines on which a text would be run as Python."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"}:
            yield node.lineno


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = 0.5", [1]),
        ("x = 1\ny = float(x)", [2]),
        ("f(rate=0.5)", [1]),
        ("x: float | Decimal = read()\ny = Fraction(1, 2)", []),
        ("get_close_matches(word, known, cutoff=0.5)", []),
    ],
)
def test_a_float_written_or_made_is_seen_and_a_mere_type_is_not(source: str, lines: list[int]) -> None:
    assert list(floats(ast.parse(source))) == lines


@pytest.mark.parametrize("module", [m for m in MODULES if m not in BORDER], ids=lambda m: str(m.relative_to(ROOT)))
def test_no_number_in_the_program_is_a_float(module: Path) -> None:
    assert list(floats(ast.parse(module.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_no_text_is_run_as_python(module: Path) -> None:
    assert list(host_language_calls(ast.parse(module.read_text(encoding="utf-8")))) == []


def test_the_locked_requirements_name_no_address_of_an_index() -> None:
    locks = sorted(ROOT.glob("requirements*.txt"))
    extras = [f"requirements-{extra}.txt" for extra in ("bench", "dev", "spark")]
    assert [lock.name for lock in locks] == [*extras, "requirements.txt"]
    for lock in locks:
        assert re.findall(r".*(?:://|--(?:extra-)?index-url|--find-links).*", lock.read_text(encoding="utf-8")) == []


def test_the_packages_of_the_program_are_locked_at_one_version_everywhere() -> None:
    runtime, dev, bench, spark = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt", "requirements-spark.txt")
    )
    assert {name: spark[name] for name in runtime} == runtime
    assert {name: dev[name] for name in runtime} == runtime
    assert {name: bench[name] for name in runtime} == runtime


def test_no_file_names_a_place_of_one_machine() -> None:
    folders = (".ci", "benchmarks", "docs", "examples", "scripts", "src", "tests")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")] + list(ROOT.glob("*.*"))
    home = re.compile(r"/(?:home|Users|root|work)/[\w.-]+/")
    texts = {
        path for path in files if path.suffix in {"", ".csv", ".md", ".py", ".sh", ".svg", ".toml", ".txt", ".yaml"}
    }
    naming = [path for path in sorted(texts) if path.is_file() and home.search(path.read_text(encoding="utf-8"))]
    assert naming == []


def asked_for(extra: str | None) -> set[str]:
    """The packages that pyproject.toml names for the program, and with `extra` for those who work on it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    return {re.split(r"[^\w.-]", name)[0].lower() for name in wanted}


@pytest.mark.parametrize(
    ("lock", "extra"),
    [("requirements.txt", None), *((f"requirements-{extra}.txt", extra) for extra in ("dev", "bench", "spark"))],
)
def test_the_lock_holds_what_the_project_asks_for(lock: str, extra: str | None) -> None:
    entries = re.split(r"^(?=\S)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    asked = {entry.split("==")[0] for entry in entries if "jixiao (pyproject.toml)" in entry}
    assert asked == asked_for(extra), "run `make lock`"


def test_the_notice_lists_every_package_the_program_needs() -> None:
    listed = re.findall(r"^ {4}(\S+)", (ROOT / "NOTICE").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name.lower() for name in listed} == asked_for(None)
