"""`jixiao survey`: from answers to figures and files, from a study to questionnaires, one message for what fails."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from tests.cli.front_door import FrontDoor

from jixiao.packs.datafile import validate
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.ready import ready_documents
from jixiao.surveys.study import OwnScheme, ScoringRule, Study, StudyGroup, Validity, Voice

EXAMPLES = Path(__file__).parents[2] / "examples/surveys"
XINXIANG = EXAMPLES / "xinxiang-2023/study.yaml"
YANJIN = EXAMPLES / "yanjin-2022/study.yaml"


def told(jixiao: FrontDoor, *arguments: str | Path) -> Any:
    answer = jixiao("survey", *arguments, "--json")
    return json.loads(answer.out)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def sheets(path: Path, rows: int = 40) -> Path:
    """Forty sheets of two questions: 30 very satisfied and 10 satisfied, 20 and 20."""
    lines = ["1、您的身份,2、您对服务态度是否满意？,3、您对办事效率是否满意？"]
    for number in range(rows):
        first, second = "非常满意" if number < 30 else "满意", "非常满意" if number < 20 else "满意"
        lines.append(f"{'企业' if number % 2 else '个人'},{first},{second}")
    return write(path, "\n".join(lines) + "\n")


def test_the_published_figures_of_137_answers_follow_from_their_counts(jixiao: FrontDoor) -> None:
    [group] = told(jixiao, XINXIANG)["groups"]
    assert [each["composite"] for each in group["questions"]] == [
        "98.36%",
        "98.36%",
        "98.18%",
        "98.18%",
        "98.18%",
        "98.36%",
        "98.18%",
    ]
    assert group["composite"] == "98.25%"
    assert group["scheme"] == "100/75/50/25/0"
    assert group["interval"]["method"] == "只有各选项份数，按各题完全相关保守估计"
    assert group["questions"][0]["counts"] == {
        "非常满意": 132,
        "比较满意": 1,
        "一般": 4,
        "不太满意": 0,
        "非常不满意": 0,
    }
    assert [each["score"] for each in group["scored"]] == ["10"]
    assert group["scored"][0]["is_settled"] is True


def test_a_printed_figure_that_no_scheme_gives_is_said(jixiao: FrontDoor) -> None:
    result = told(jixiao, YANJIN)
    public, staff = result["groups"]
    assert (public["composite"], staff["composite"]) == ("92.31%", "97.88%")
    [doubt] = [each for each in result["findings"] if "93.32%" in each["title"]]
    assert doubt["severity"] == "warning"
    assert "都得不到这个数" in doubt["explanation"]
    assert not any("97.88%" in each["title"] for each in result["findings"])


def test_an_interval_that_ends_at_the_whole_is_told_by_its_ends(jixiao: FrontDoor) -> None:
    """97.88 % ± 2.96 points would reach beyond 100 %."""
    told_of_both = jixiao("survey", YANJIN).out
    assert "92.31%（±5.72个百分点）" in told_of_both
    assert "97.88%（94.08%～100.00%）" in told_of_both


def test_answers_without_a_study_are_taken_as_they_stand(jixiao: FrontDoor, tmp_path: Path) -> None:
    [group] = told(jixiao, sheets(tmp_path / "办事群众.csv"))["groups"]
    assert group["name"] == "办事群众"
    assert {each["text"]: each["composite"] for each in group["questions"]} == {
        "您的身份": None,
        "您对服务态度是否满意？": "93.75%",
        "您对办事效率是否满意？": "87.50%",
    }
    assert group["composite"] == "90.63%"
    assert group["interval"]["method"] == "按答卷自助抽样"
    assert [each["size"] for each in group["crosses"][0]["subgroups"]] == [20, 20]


def test_the_answer_says_when_the_score_depends_on_who_was_asked(jixiao: FrontDoor, tmp_path: Path) -> None:
    study = write(
        tmp_path / "方案.yaml",
        "name: 调查\ngroups:\n- name: 群众\n  rules:\n  - {text: 满意度≥90%得满分；满意度＜90%不得分。, weight: 5}\n",
    )
    answer = jixiao("survey", sheets(tmp_path / "答卷.csv"), "--study", study)
    assert "得5.00分，取决于抽到哪些人" in answer.out
    assert answer.code == 0


def test_files_hold_the_same_figures_as_the_answer(jixiao: FrontDoor, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    answer = jixiao("survey", XINXIANG, "--out", out)
    assert answer.code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "case",
        "entry-服务对象.xlsx",
        "questionnaire-服务对象.docx",
        "questionnaire-服务对象.html",
        "questionnaire-服务对象.txt",
        "survey.docx",
        "survey.html",
        "survey.json",
        "survey.xlsx",
    ]
    document = Document(str(out / "survey.docx"))
    cells = [cell.text for row in document.tables[-2].rows for cell in row.cells]
    assert cells[-5:] == ["综合满意度", "137", "", "98.25%", "96.77%～99.74%"]
    assert "98.25%（±1.49个百分点）" in (out / "survey.html").read_text(encoding="utf-8")
    assert json.loads((out / "survey.json").read_text(encoding="utf-8"))["composite"] == "98.25%"
    with ZipFile(out / "survey.docx") as archive:
        assert sum(name.startswith("word/charts/chart") for name in archive.namelist()) == 8


def test_every_share_in_the_workbook_is_a_formula_over_the_counts(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("survey", XINXIANG, "--out", tmp_path)
    formulas = load_workbook(tmp_path / "survey.xlsx")["统计"]
    values = load_workbook(tmp_path / "survey.xlsx", data_only=True)["统计"]
    row = next(cell.row for cell in formulas["A"] if cell.value == "政策宣传")
    assert [formulas.cell(row, column).value for column in (3, 4, 6)] == [132, "=C5/C10", "=D5*E5"]
    assert formulas.cell(row + 5, 6).value == "=SUM(F5:F9)"
    last = formulas.max_row
    assert formulas.cell(last, 1).value == "综合满意度"
    assert str(values.cell(last, 6).value).startswith("0.98253")


def test_what_a_survey_gives_to_a_case_scores_there_as_its_own_table_did(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("survey", XINXIANG, "--out", tmp_path)
    case = tmp_path / "xinxiang"
    copytree(EXAMPLES.parent / "xinxiang-hitech-2023", case)
    (case / "tables/满意度调查.csv").write_bytes((tmp_path / "case/tables/满意度统计.csv").read_bytes())
    sheet = json.loads(jixiao("evaluate", case, "--json").out)
    assert sheet["total"] == "94.40"
    told = (tmp_path / "case/facts.yaml").read_text(encoding="utf-8")
    assert "name: 有效问卷数\n  body: 服务对象\n  value: 137" in told
    assert "综合满意度下限" not in told  # only counts are known


def test_an_interval_from_sheets_goes_into_the_case(jixiao: FrontDoor, tmp_path: Path) -> None:
    jixiao("survey", sheets(tmp_path / "群众.csv"), "--out", tmp_path / "结果")
    told = (tmp_path / "结果/case/facts.yaml").read_text(encoding="utf-8")
    assert "name: 综合满意度下限\n  body: 群众\n" in told
    table = (tmp_path / "结果/case/tables/满意度统计.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[1] == "群众,您对服务态度是否满意？,您对服务态度是否满意？,是,30,10,0,0,0,-"


def test_a_study_without_answers_gives_the_questionnaires_to_ask_with(jixiao: FrontDoor, tmp_path: Path) -> None:
    study = write(
        tmp_path / "方案.yaml",
        "name: 调查\nyear: 2024\ndepartment: 某县某局\ngroups:\n- {name: 企业, questionnaire: 企业}\n",
    )
    assert jixiao("survey", study, "--out", tmp_path / "问卷").code == 0
    assert sorted(path.name for path in (tmp_path / "问卷").iterdir()) == [
        "entry-企业.xlsx",
        "questionnaire-企业.docx",
        "questionnaire-企业.html",
        "questionnaire-企业.txt",
    ]
    refused = jixiao("survey", study)
    assert refused.code == 2
    assert refused.err.strip() == (
        "方案.yaml，groups：读到还没有答卷的调查方案，应为答卷文件，或写出问卷的文件夹。"
        "请加 --out 文件夹写出问卷，或在 answers 中写明答卷文件。"
    )


def test_several_groups_are_put_together_as_the_study_says(jixiao: FrontDoor, tmp_path: Path) -> None:
    sheets(tmp_path / "甲.csv"), sheets(tmp_path / "乙.csv", 20)
    study = write(
        tmp_path / "方案.yaml",
        "name: 调查\ncombination: 按权重\ngroups:\n"
        "- {name: 甲, answers: 甲.csv, weight: 3}\n- {name: 乙, answers: 乙.csv}\n",
    )
    result = told(jixiao, study)
    assert [group["composite"] for group in result["groups"]] == ["90.63%", "100.00%"]
    assert result["composite"] == "92.97%"  # (3 × 90.625% + 100%) ÷ 4


@pytest.mark.parametrize(
    ("study", "files", "message"),
    [
        ("name: 调查\ngroups:\n- {name: 甲}\n- {name: 乙}\n", 1, "2 个调查对象和另外给出的 1 个文件"),
        ("name: 调查\ngroups:\n- {name: 甲, answers: 没有.csv}\n", 0, "没有.csv"),
        ("name: 调查\ngroups:\n- {name: 甲, answers: 答卷.csv, counts: 答卷.csv}\n", 0, "两种数据"),
        ("name: 调查\ngroups:\n- {name: 甲, answers: 答卷.csv}\n- {name: 乙}\n", 0, "没有数据文件的一组"),
        ("name: 调查\n分组: 甲\n", 0, "分组"),
        ("name: 调查\nscheme: Z\ngroups:\n- {name: 甲}\n", 0, "读到“Z”，应为A、B、C、D、E、F 之一"),
        ("name: 调查\ngroups:\n- {name: 甲}\n- {name: 甲}\n", 0, "方案.yaml，第 4 行 groups 第 2 项（甲）的 name"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(
    jixiao: FrontDoor, tmp_path: Path, study: str, files: int, message: str
) -> None:
    answers = sheets(tmp_path / "答卷.csv")
    path = write(tmp_path / "方案.yaml", study)
    answer = jixiao("survey", *[answers] * files, "--study", path, "--out", tmp_path / "结果")
    assert answer.code == 2
    assert message in answer.err
    assert not (tmp_path / "结果").exists()


def test_without_a_file_the_command_says_what_it_takes(jixiao: FrontDoor) -> None:
    answer = jixiao("survey")
    assert answer.code == 2
    assert "没有给出文件" in answer.err


def test_questions_left_out_for_one_reason_are_told_once(jixiao: FrontDoor, tmp_path: Path) -> None:
    sheets(tmp_path / "答卷.csv")
    text = "name: 调查\nscheme: {name: 三档, weights: [100, 60, 0]}\ngroups:\n- {name: 甲, answers: 答卷.csv}\n"
    [group] = told(jixiao, write(tmp_path / "方案.yaml", text))["groups"]
    assert group["composite"] is None
    assert group["why"] == (
        "“您对服务态度是否满意？”等2题：自定的赋值办法“三档”没有规定 5 个选项的赋值，请在方案的 scheme 中写明 weights"
    )


def test_more_answers_than_people_are_an_error_and_no_census(jixiao: FrontDoor, tmp_path: Path) -> None:
    sheets(tmp_path / "答卷.csv")
    study = write(tmp_path / "方案.yaml", "name: 调查\ngroups:\n- {name: 甲, answers: 答卷.csv, population: 30}\n")
    result = told(jixiao, study)
    assert result["groups"][0]["interval"]["method"] == "按答卷自助抽样"
    assert [each["title"] for each in result["findings"] if each["severity"] == "error"] == [
        "有效 40 份，多于总体的 30"
    ]


def test_one_file_of_two_groups_gives_each_its_sheets_and_the_questions_it_was_asked(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    lines = ["1、您的身份是？,2、您对服务态度是否满意？,3、您对办公环境是否满意？"]
    lines += ["办事群众,非常满意,(跳过)"] * 20 + ["窗口人员,满意,非常满意"] * 12
    write(tmp_path / "答卷.csv", "\n".join(lines))
    groups = "".join(f"- {{name: {name}, answers: 答卷.csv}}\n" for name in ("办事群众", "窗口人员"))
    result = told(jixiao, write(tmp_path / "方案.yaml", f"name: 调查\ngroups:\n{groups}"))
    public, staff = result["groups"]
    assert (public["sampling"]["valid"], public["composite"], len(public["excluded"])) == (20, "100.00%", 12)
    assert (staff["sampling"]["valid"], staff["composite"]) == (12, "87.50%")
    assert "1 道题没有问办事群众" in [each["title"] for each in result["findings"]]


def test_the_study_of_the_manual_is_carried_out_and_all_its_keys_are_explained(
    jixiao: FrontDoor, tmp_path: Path
) -> None:
    manual = (Path(__file__).parents[2] / "docs/surveys.md").read_text(encoding="utf-8")
    study = write(tmp_path / "study.yaml", manual.split("```yaml\n")[1].split("```")[0])
    for model in (Study, StudyGroup, Validity, ScoringRule, Voice, OwnScheme):
        assert [name for name in model.model_fields if f"`{name}`" not in manual and f"{{{name}:" not in manual] == []
    asked = ready_documents()["服务对象"]
    questions = validate(asked, Questionnaire).questions
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([question.topic for question in questions])
    for number in range(40):
        sheet.append([question.options[number % 2].text if question.options else "" for question in questions])
    book.save(tmp_path / "办事群众.xlsx")
    counts = "题目,非常满意,比较满意,一般,不太满意,非常不满意\n办公环境,46,9,1,0,0\n"
    write(tmp_path / "工作人员.csv", counts)
    write(tmp_path / "回访.csv", "月份,回访数,有效回访数,满意数\n1月,120,100,98\n2月,80,70,69\n")
    public, staff = (result := told(jixiao, study, "--out", tmp_path / "结果"))["groups"]
    assert (public["composite"], staff["composite"]) == ("87.50%", "95.09%")  # (100 + 75) ÷ 2; 5325 ÷ 56
    assert result["composite"] == "89.40%"  # (3 × 87.5 + 5325 ÷ 56) ÷ 4
    assert [rate["value"] for rate in result["voices"][0]["rates"]][:2] == ["98.24%", "85.00%"]
    assert {cross["question"] for cross in public["crosses"]} == {"第3题"}


def test_a_result_that_no_case_can_hold_is_said_to_be_left_out(jixiao: FrontDoor, tmp_path: Path) -> None:
    answers = sheets(tmp_path / "答卷.csv")
    own = "name: 调查\nscheme: {name: 自定, weights: [100, 95, 60, 30, 0]}\ngroups:\n- {name: 甲, answers: 答卷.csv}\n"
    left_out = jixiao("survey", write(tmp_path / "方案.yaml", own), "--out", tmp_path / "一")
    assert "没有写出案例数据" in left_out.err
    assert not (tmp_path / "一/case").exists()
    assert "没有写出案例数据" not in jixiao("survey", answers, "--out", tmp_path / "二").err
    assert (tmp_path / "二/case/tables.yaml").is_file()
