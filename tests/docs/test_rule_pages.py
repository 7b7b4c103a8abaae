"""docs/rules: what is committed is what the script writes, and commands shown print what stands below them."""

import re
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from scripts.rule_pages import FOLDER, pages

from jixiao.language import Read, parse_rule
from jixiao.packs.forms import forms

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"```sh\n([^\n]*jixiao rule[^\n]*)\n```\n\n```console\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return pages()


def test_the_committed_pages_are_what_the_script_writes(written: dict[str, str]) -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert set(committed) == set(written)
    assert [name for name in written if committed[name] != written[name]] == [], "run `make pages` and look at it"


def test_every_form_has_its_page_with_a_sentence_that_people_write(written: dict[str, str]) -> None:
    bare = [form.id for form in forms() if "## 人们的写法" not in written[f"{form.id}.md"]]
    assert bare == []


def test_every_link_leads_to_a_page() -> None:
    texts = [*FOLDER.glob("*.md"), ROOT / "docs/rules.md"]
    links = [(path, link) for path in texts for link in re.findall(r"\]\(([^)]+\.md)\)", path.read_text("utf-8"))]
    assert links
    assert [f"{path.name}: {link}" for path, link in links if not (path.parent / link).is_file()] == []


@pytest.mark.parametrize(
    ("sentence", "weight", "target"),
    [
        ("预算调整率为0得3分，每超过5%扣5%，扣完为止。", 3, ""),
        ("达到90%的得满分，每低1%扣除2%权重分，直至扣完。", 10, ""),
        ("满意度90%以上得满分，80%以下不得分。", 5, ""),
        ("①制度健全得2分；②制度合规得2分；③执行有效得2分。", 5, ""),
        ("满意度达到90%得满分，每低1个百分点扣权重分的5%。", 4, "≥95%"),
    ],
)
def test_every_note_that_is_explained_is_one_that_is_given(sentence: str, weight: int, target: str) -> None:
    page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| (.+?) \|", page.partition("## 提醒")[2], re.MULTILINE))
    assert len(explained) == 5 + len({"提醒", "---"})
    reading = parse_rule(sentence, target=target, weight=Fraction(weight))
    assert isinstance(reading, Read)
    assert set(reading.notes) & explained


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "docs/rules.md"])
def test_a_rule_shown_with_its_reading_is_read_so(page: str) -> None:
    shown = SHOWN.findall((ROOT / page).read_text(encoding="utf-8"))
    assert shown
    for command, below in shown:
        printed = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True).stdout
        assert [line.rstrip() for line in printed.splitlines()] == below.splitlines(), command
