"""`jixiao audit` on many files: in processes, resumable, one broken file never stopping the rest."""

import json
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.audit_samples import HALF_MENDED, SOUND, write_text, write_word
from tests.cli.front_door import FrontDoor

from jixiao.cli.auditjobs import Job, Setting
from jixiao.cli.auditmany import gathered, jobs_of
from jixiao.cli.auditprocesses import in_processes


def folder_of_reports(folder: Path) -> Path:
    (folder / "甲").mkdir(parents=True)
    write_text(folder / "甲" / "报告.txt")
    write_word(folder / "报告.docx", SOUND)
    (folder / "断.docx").write_bytes((folder / "报告.docx").read_bytes()[:3000])
    (folder / "~$报告.docx").write_bytes(b"lock")
    (folder / "照片.png").write_bytes(b"png")
    return folder


def test_a_folder_gives_a_line_for_each_file_and_the_checks_that_fail_most(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("audit", folder_of_reports(tmp_path / "年报"))
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert [line.split()[:3] for line in lines if line.lstrip().startswith("甲/报告.txt")] == [
        ["甲/报告.txt", "19", "2"]
    ]
    assert any("合计 2 份" in line for line in lines)
    assert any(line.startswith("断.docx：读到损坏") for line in lines)
    assert "占比：1 处，1 份文件" in answer.out
    assert "照片" not in answer.out
    assert "~$" not in answer.out


def test_several_files_give_a_json_array_with_the_refusal_of_the_broken_one(jixiao: FrontDoor, tmp_path: Path) -> None:
    told = json.loads(jixiao("audit", folder_of_reports(tmp_path / "年报"), "--format", "json").out)
    assert [each["document"]["name"] for each in told] == ["报告.docx", "断.docx", "甲/报告.txt"]
    assert "损坏" in told[1]["refused"][0]
    assert [each["summary"]["findings"]["error"] for each in (told[0], told[2])] == [0, 2]


def test_what_was_done_is_not_done_again_until_the_file_changes(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder, out = folder_of_reports(tmp_path / "年报"), tmp_path / "结果"
    first = jixiao("audit", folder, "--out", out)
    kept = {path: path.stat().st_mtime_ns for path in out.glob("*.json")}
    assert len(kept) == 2
    again = jixiao("audit", folder, "--out", out)
    assert "其中 2 份以前已核查" in again.out
    assert {path: path.stat().st_mtime_ns for path in out.glob("*.json")} == kept
    assert first.out.splitlines()[:8] == again.out.splitlines()[:8]
    write_text(folder / "甲" / "报告.txt", HALF_MENDED)
    assert "其中 1 份以前已核查" in jixiao("audit", folder, "--out", out).out
    assert "其中" not in jixiao("audit", folder, "--out", out, "--year", "2024").out  # another setting, other results


def test_pages_for_many_files_are_named_after_them(jixiao: FrontDoor, tmp_path: Path) -> None:
    folder = folder_of_reports(tmp_path / "年报")
    jixiao("audit", folder, "--out", folder / "结果", "--format", "html")
    assert sorted(path.name.split(".")[0] for path in (folder / "结果").glob("*.html")) == ["报告", "报告"]
    again = jixiao("audit", folder, "--out", folder / "结果", "--format", "html")
    assert "合计 2 份" in again.out  # the pages themselves are no documents to audit


def test_accepted_findings_count_in_no_table_and_no_exit_code(jixiao: FrontDoor, tmp_path: Path) -> None:
    one, other = write_text(tmp_path / "一.txt", HALF_MENDED), write_text(tmp_path / "二.txt", SOUND)
    assert jixiao("audit", one, other).code == 1
    jixiao("audit", one, "--accept", "F1", "--reason", "口径不同", "--author", "张三")
    assert jixiao("audit", one, other).code == 0
    told = json.loads(jixiao("audit", one, other, "--format", "json").out)
    assert [len(each.get("accepted", [])) for each in told] == [1, 0]


def test_acceptances_that_cannot_be_read_refuse_their_file_alone(jixiao: FrontDoor, tmp_path: Path) -> None:
    one, other, out = write_text(tmp_path / "一.txt", SOUND), write_text(tmp_path / "二.txt"), tmp_path / "结果"
    assert jixiao("audit", one, other, "--out", out).code == 1
    (tmp_path / "一.txt.accepted.yaml").write_text("- 甲", encoding="utf-8")
    answer = jixiao("audit", one, other, "--out", out)  # what was kept does not hide it
    assert answer.code == 1
    assert "一.txt.accepted.yaml" in answer.out
    assert "合计 1 份" in answer.out


def test_exit_code_two_where_a_file_was_not_read_and_no_error_found(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("audit", write_text(tmp_path / "一.txt", SOUND), tmp_path / "没有.docx")
    assert answer.code == 2
    assert "没有.docx：读到不存在的文件" in answer.out


def test_what_only_one_file_can_have_is_refused_for_many(jixiao: FrontDoor, tmp_path: Path) -> None:
    files = (write_text(tmp_path / "一.txt"), write_text(tmp_path / "二.txt"))
    for option in (("--comments", "x.docx"), ("--accept", "F1"), ("--since", "x.json"), ("--format", "docx")):
        answer = jixiao("audit", *files, *option)
        assert answer.code == 2
        assert answer.out == ""
    (tmp_path / "空").mkdir()
    assert "没有可读文件的文件夹" in jixiao("audit", tmp_path / "空").err


class Deadly(str):
    """A path that ends the process it is handed to."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_a_file_that_ends_its_process_is_refused_and_the_others_are_audited(tmp_path: Path) -> None:
    good = [Job(str(write_text(tmp_path / f"{n}.txt", SOUND)), f"{n}.txt", Setting()) for n in range(3)]
    bad = Job(Deadly("坏.xls"), "坏.xls", Setting())
    outcomes = {each.job.name: each for each in in_processes([good[0], bad, *good[1:]], limit=60)}
    assert sorted(outcomes) == ["0.txt", "1.txt", "2.txt", "坏.xls"]
    assert "意外结束" in outcomes["坏.xls"].refused[0]
    assert all(outcomes[f"{n}.txt"].told for n in range(3))


class Slow(str):
    """A path that keeps the process it is handed to for a minute."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return time.sleep, (60,)


def test_a_file_that_takes_too_long_is_given_up_and_the_others_are_audited(tmp_path: Path) -> None:
    good = [Job(str(write_text(tmp_path / f"{n}.txt", SOUND)), f"{n}.txt", Setting()) for n in range(3)]
    slow = [Job(Slow(name), name, Setting()) for name in ("慢.pdf", "也慢.pdf")]
    begun = time.monotonic()
    outcomes = {each.job.name: each for each in in_processes([*slow, *good], limit=8, workers=2)}
    assert time.monotonic() - begun < 40
    assert sorted(outcomes) == ["0.txt", "1.txt", "2.txt", "也慢.pdf", "慢.pdf"]
    assert [outcomes[name].overdue for name in sorted(outcomes)] == [False, False, False, True, True]
    assert outcomes["慢.pdf"].refused == (
        "慢.pdf：核查超过 8 秒仍未完成，已停止。请单独核查这份文件，或放宽时限，例如 --time-limit 32。",
    )
    assert all(outcomes[f"{n}.txt"].told for n in range(3))


def jobs_of_which_the_text_is_slow(*given: Any) -> list[Job]:
    jobs = jobs_of(*given)
    return [replace(job, path=Slow(job.path)) if job.name.endswith(".txt") else job for job in jobs]


def test_a_file_given_up_is_counted_beside_the_total_and_tried_again_by_the_next_run(
    jixiao: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = folder_of_reports(tmp_path / "年报"), tmp_path / "结果"
    with monkeypatch.context() as patched:
        patched.setattr("jixiao.cli.auditmany.jobs_of", jobs_of_which_the_text_is_slow)
        first = jixiao("audit", folder, "--out", out, "--time-limit", "9")
    lines = [" ".join(line.split()) for line in first.out.splitlines()]
    assert "甲/报告.txt 超时 — — — —" in lines
    assert "另有 1 份没有读成，1 份超时，没有计入合计。" in lines
    assert any(line.startswith("甲/报告.txt：核查超过 9 秒仍未完成") for line in lines)
    again = jixiao("audit", folder, "--out", out)
    assert "其中 1 份以前已核查" in again.out
    assert "超时" not in again.out


def test_the_folder_of_results_is_passed_over_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "结果").mkdir()
    write_text(tmp_path / "报告.txt")
    write_text(tmp_path / "结果" / "报告.html")
    monkeypatch.chdir(tmp_path)
    for folder, results in (
        (Path(), tmp_path / "结果"),
        (tmp_path, Path("结果")),
        (tmp_path, Path("../") / tmp_path.name / "结果"),
    ):
        assert [name for _, name in gathered([folder], results)] == ["报告.txt"]
