"""`jixiao evaluate --template`: a firm's own Word file decides how the report looks, and nothing else."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from tests.cli.front_door import FrontDoor
from tests.evaluation.cases import EXAMPLES, copy_of, rewrite

XINXIANG = "xinxiang-hitech-2023"


def template(folder: Path, *paragraphs: str) -> Path:
    """A Word file of these paragraphs, made with another program than ours."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = folder / "模板.docx"
    document.save(str(path))
    return path


def paragraphs_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def test_a_template_says_what_the_report_says(jixiao: FrontDoor, tmp_path: Path) -> None:
    firm = template(
        tmp_path,
        "{{ cover.department }}得{{ result.total }}分，等级为{{ result.grade }}。",
        "{%p for problem in problems %}",
        "问题{{ loop.index|chinese }}：{{ problem.title }}",
        "{%p endfor %}",
    )
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path / "结果", "--no-pages", "--template", firm)
    assert answer.code == 0
    assert paragraphs_of(tmp_path / "结果/report.docx") == [
        "新乡高新技术产业开发区管理委员会行政审批服务局得94.40分，等级为优。",
        "问题一：资产管理不够规范",
        "问题二：绩效目标编报质量不高",
    ]


def test_a_title_in_angle_brackets_survives(jixiao: FrontDoor, tmp_path: Path) -> None:
    case = copy_of(XINXIANG, tmp_path)
    rewrite(case, "narrative.yaml", "title: 资产管理不够规范", "title: 没有落实《关于印发<某指南>的通知》&附件")
    firm = template(tmp_path, "{%p for problem in problems %}", "{{ problem.title }}", "{%p endfor %}")
    jixiao("evaluate", case, "--out", tmp_path / "结果", "--no-pages", "--template", firm)
    assert paragraphs_of(tmp_path / "结果/report.docx")[0] == "没有落实《关于印发<某指南>的通知》&附件"
    document = zipfile.ZipFile(io.BytesIO((tmp_path / "结果/report.docx").read_bytes())).read("word/document.xml")
    assert "关于印发&lt;某指南&gt;的通知" in document.decode()


def test_a_misspelt_variable_is_refused_by_name_and_paragraph(jixiao: FrontDoor, tmp_path: Path) -> None:
    firm = template(tmp_path, "绩效评价报告", "总分{{ result.totl }}分")
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path / "结果", "--template", firm)
    assert answer.code == 2
    assert answer.out == ""
    (message,) = answer.err.splitlines()
    for words in ("模板.docx", "正文第 2 段", "result.totl", "result.total"):
        assert words in message
    assert not (tmp_path / "结果").exists()


@pytest.mark.parametrize(
    "reaching",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cover.title.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ result|attr('__class__') }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_that_reaches_for_the_operating_system_is_stopped(
    reaching: str, jixiao: FrontDoor, tmp_path: Path
) -> None:
    answer = jixiao(
        "evaluate", EXAMPLES / XINXIANG, "--out", tmp_path / "结果", "--template", template(tmp_path, reaching)
    )
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("模板.docx")
    assert not (tmp_path / "结果").exists()


def test_nested_loops_without_end_are_stopped(jixiao: FrontDoor, tmp_path: Path) -> None:
    depth = 8
    loops = [f"{{% for a{n} in work.basis %}}{{% for b{n} in a{n}.documents %}}" for n in range(depth)]
    ends = ["{% endfor %}{% endfor %}"] * depth
    firm = template(tmp_path, "".join([*loops, "{{ cover.title }}", *ends]))
    begun = time.monotonic()
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path / "结果", "--template", firm)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert answer.err.startswith("模板.docx")
    assert time.monotonic() - begun < 120
    assert not (tmp_path / "结果").exists()


def test_a_template_without_a_directory_to_write_to_is_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--template", template(tmp_path, "报告"))
    assert (answer.code, answer.out) == (2, "")
    assert "请加上 --out 目录" in answer.err


def test_a_template_that_is_not_there_is_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("evaluate", EXAMPLES / XINXIANG, "--out", tmp_path, "--template", tmp_path / "没有.docx")
    assert (answer.code, answer.out) == (2, "")
    assert "不存在的文件" in answer.err
