"""`jixiao audit` on one file: what is printed, in which form, what is accepted, what changed since."""

import json
import re
from pathlib import Path

from tests.cli.audit_samples import HALF_MENDED, REPORT, SOUND, write_text, write_word
from tests.cli.front_door import FrontDoor

from jixiao.text.widths import width_of


def test_the_terminal_shows_place_stated_and_recomputed_value_in_80_columns(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("audit", write_text(tmp_path / "报告.txt"))
    assert answer.code == 1
    assert "写的是 91.00%，应为 90.00%" in answer.out
    assert "写的是 65.00%，应为 60.00%" in answer.out
    assert "表4-1，A 决策，得分率“91.00%”" in answer.out
    assert max(width_of(line) for line in answer.out.splitlines()) <= 80
    assert re.search(r"核查规则 jixiao \S+ sha256:[0-9a-f]{16}", answer.out)


def test_the_count_of_relations_adds_up(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("audit", write_text(tmp_path / "报告.txt"))
    counted = re.search(r"核对了 (\d+) 个关系：成立 (\d+) 个.*?不成立 (\d+) 个", answer.out)
    assert counted is not None
    checked, held, failed = map(int, counted.groups())
    assert checked == held + failed
    assert failed == 2


def test_errors_stand_before_notes_and_roundings_in_one_line(jixiao: FrontDoor, tmp_path: Path) -> None:
    # three times 33.33 % is 99.99 %, which rounding explains
    rows = "".join(f"{name}\t2.00\t33.33%\n" for name in "甲乙丙")
    extra = f"\n表2-1 支出构成\n\n项目\t金额（万元）\t占比\n{rows}合计\t6.00\t100.00%\n"
    out = jixiao("audit", write_text(tmp_path / "报告.txt", REPORT + extra)).out
    assert "处只有舍入尾差，印出的数都可能成立，不逐一列出：F" in out
    assert out.index("━━ 错误") < out.index("只有舍入尾差")


def test_a_sound_document_gives_nothing_and_exit_code_zero(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("audit", write_text(tmp_path / "报告.txt", SOUND))
    assert answer.code == 0
    assert "不成立 0 个" in answer.out


def test_the_json_has_the_keys_of_the_interface_and_no_others(jixiao: FrontDoor, tmp_path: Path) -> None:
    answer = jixiao("audit", write_text(tmp_path / "报告.txt"), "--format", "json")
    told = json.loads(answer.out)
    assert list(told) == ["document", "summary", "findings", "ruleset"]
    assert list(told["document"]) == ["name", "sha256", "format"]
    assert list(told["summary"]) == ["relations", "not_checked", "findings"]
    relations = told["summary"]["relations"]
    assert list(relations) == ["checked", "exact", "rounding", "strained", "impossible", "undecided"]
    assert relations["checked"] == sum(relations[each] for each in ("exact", "rounding", "strained", "impossible"))
    assert list(told["summary"]["findings"]) == ["error", "warning", "note"]
    errors = [each for each in told["findings"] if each["severity"] == "error"]
    assert {(each["stated"], each["expected"]) for each in errors} == {
        ("91.00%", "90.00%"),
        ("65.00%", "60.00%"),
    }


def test_the_json_names_the_ruleset_as_the_terminal_does(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = write_text(tmp_path / "报告.txt")
    ruleset = json.loads(jixiao("audit", report, "--format", "json").out)["ruleset"]
    assert re.fullmatch(r"jixiao \S+ sha256:[0-9a-f]{16}", ruleset)
    assert f"核查规则 {ruleset}\n" in jixiao("audit", report).out


def test_an_accepted_finding_stays_listed_and_does_not_count(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = write_text(tmp_path / "报告.txt")
    first = jixiao("audit", report, "--accept", "F1", "--reason", "口径不同", "--author", "张三")
    assert first.code == 1  # F2 is still open
    kept = (tmp_path / "报告.txt.accepted.yaml").read_text(encoding="utf-8")
    assert "reason: 口径不同" in kept
    assert "author: 张三" in kept
    again = jixiao("audit", report, "--accept", "f2", "--reason", "另有说明", "--author", "李四")
    assert again.code == 0
    later = jixiao("audit", report)
    assert later.code == 0
    assert later.out.count("已认可（") == 2
    assert "口径不同" in later.out
    told = json.loads(jixiao("audit", report, "--format", "json").out)
    assert [(each["id"], each["author"]) for each in told["accepted"]] == [("F1", "张三"), ("F2", "李四")]
    assert told["summary"]["findings"]["error"] == 2


def test_what_was_accepted_is_an_error_again_when_the_number_changes(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = write_text(tmp_path / "报告.txt", HALF_MENDED)
    jixiao("audit", report, "--accept", "F1", "--reason", "口径不同", "--author", "张三")
    assert jixiao("audit", report).code == 0
    write_text(report, HALF_MENDED.replace("65.00%", "64.00%"))
    assert jixiao("audit", report).code == 1


def test_accepting_wants_a_finding_that_exists_a_reason_and_an_author(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = write_text(tmp_path / "报告.txt")
    for arguments, said in (
        (("--accept", "F9", "--reason", "甲", "--author", "乙"), "F1 到 F2"),
        (("--accept", "F1", "--author", "乙"), "--reason"),
        (("--accept", "F1", "--reason", " ", "--author", "乙"), "--reason"),
        (("--accept", "F1", "--reason", "甲"), "--author"),
    ):
        answer = jixiao("audit", report, *arguments)
        assert answer.code == 2
        assert said in answer.err
    assert not (tmp_path / "报告.txt.accepted.yaml").exists()


def test_acceptances_that_cannot_be_read_are_refused_with_their_line(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = write_text(tmp_path / "报告.txt")
    (tmp_path / "报告.txt.accepted.yaml").write_text("- fingerprint: 短\n  reason: 甲\n", encoding="utf-8")
    answer = jixiao("audit", report)
    assert answer.code == 2
    assert "报告.txt.accepted.yaml，第 1 行" in answer.err


def test_since_tells_what_is_gone_what_is_still_there_and_what_is_new(jixiao: FrontDoor, tmp_path: Path) -> None:
    old = tmp_path / "旧.json"
    jixiao("audit", write_text(tmp_path / "报告.txt"), "--format", "json", "--out", old)
    # the rate of A is mended, lines stand above, and the rate of C is now wrong
    changed = HALF_MENDED.replace("90.00%\n合计", "92.00%\n合计").replace("一、", "说明\n\n又一段\n\n一、")
    new = write_text(tmp_path / "报告.txt", changed)
    out = jixiao("audit", new, "--since", old).out
    assert "已消除 1 处，仍存在 1 处，新出现 1 处" in out
    assert "〔错误·仍存在〕占比" in out
    assert re.search("已消除：\n    原 F[12] 比率：“A 决策得分率”不成立", out)
    told = json.loads(jixiao("audit", new, "--since", old, "--format", "json").out)
    assert (len(told["since"]["gone"]), len(told["since"]["still"]), len(told["since"]["new"])) == (1, 1, 1)
    page = jixiao("audit", new, "--since", old, "--format", "html").out
    assert "新出现" in page


def test_since_takes_only_results_of_an_audit(jixiao: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"findings": 3}', encoding="utf-8")
    answer = jixiao("audit", write_text(tmp_path / "报告.txt"), "--since", tmp_path / "x.json")
    assert answer.code == 2
    assert "x.json：读到不是核查结果的文件" in answer.err


def test_a_form_that_does_not_exist_and_a_list_without_a_file_are_refused(jixiao: FrontDoor, tmp_path: Path) -> None:
    report = write_text(tmp_path / "报告.txt")
    assert "text、json、html、docx 之一" in jixiao("audit", report, "--format", "pdf").err
    assert "--out" in jixiao("audit", report, "--format", "docx").err
    assert jixiao("audit", report, "--out", tmp_path / "没有" / "x.txt").code == 2
    assert jixiao("audit", report, "--comments", tmp_path / "x.docx").code == 2
    assert not (tmp_path / "x.docx").exists()


def test_text_can_be_written_to_a_file(jixiao: FrontDoor, tmp_path: Path) -> None:
    report, out = write_word(tmp_path / "报告.docx"), tmp_path / "结果.txt"
    shown = jixiao("audit", report).out
    jixiao("audit", report, "--out", out)
    assert out.read_text(encoding="utf-8").split() == shown.split()
