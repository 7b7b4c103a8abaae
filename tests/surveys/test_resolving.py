"""From a study file to the questionnaire of every group, or to a message that names the file and the line."""

from pathlib import Path

import pytest

from jixiao.refusals import Refusal
from jixiao.surveys.resolving import ResolvedStudy, resolved
from jixiao.surveys.study import read_study

OWN = 'title: 问卷\ngroup: 群众\nquestions:\n- {text: "您是否满意？", options: [满意, 不满意]}\n'


def resolve(folder: Path, text: str, **files: str) -> ResolvedStudy:
    (folder / "study.yaml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    study, document = read_study(folder / "study.yaml")
    return resolved(study, document, folder)


def refused(folder: Path, text: str, **files: str) -> str:
    with pytest.raises(Refusal) as caught:
        resolve(folder, text, **files)
    return str(caught.value)


def test_a_questionnaire_is_a_ready_one_a_file_beside_the_study_written_there_or_left_to_the_answers(
    tmp_path: Path,
) -> None:
    study = resolve(
        tmp_path,
        "name: 调查\nyear: 2023\ndepartment: 甲局\ngroups:\n- {name: 一, questionnaire: 服务对象}\n"
        "- {name: 二, questionnaire: own.yaml}\n- name: 三\n  questionnaire:\n    title: 甲\n    group: 乙\n"
        "    questions: [{text: 好吗？, kind: 填空}]\n- {name: 四}\n",
        own=OWN,
    )
    titles = [each.questionnaire and each.questionnaire.title for each in study.groups]
    assert titles == ["甲局服务对象满意度调查问卷", "问卷", "甲", None]
    assert not study.findings


def test_department_year_and_project_are_filled_in_from_the_study(tmp_path: Path) -> None:
    general = "name: 调查\nyear: 2023年\ndepartment: 甲局\nproject: 饮水工程\n"
    text = f"{general}groups:\n- {{name: 一, questionnaire: own.yaml}}\n"
    own = OWN.replace("title: 问卷", 'title: "{项目}问卷"').replace("您是否", "您对{部门}{年度}的工作是否")
    questionnaire = resolve(tmp_path, text, own=own).groups[0].questionnaire
    assert questionnaire is not None
    assert questionnaire.title == "饮水工程问卷"
    assert questionnaire.questions[0].text == "您对甲局2023年度的工作是否满意？"


def test_what_the_study_does_not_say_is_asked_for_once(tmp_path: Path) -> None:
    said = refused(tmp_path, "name: 调查\nyear: 2023\ngroups:\n- {name: 一, questionnaire: 服务对象}\n")
    assert said == (
        "study.yaml，第 1 行：读到没有“department”的调查方案，应为必填项“department”，"
        "用来填写现成问卷“服务对象”的“{部门}”。请补上“department: …”。"
    )


def test_a_blank_that_nobody_knows_is_refused_where_it_stands(tmp_path: Path) -> None:
    text = "name: 调查\ngroups:\n- name: 一\n  questionnaire: own.yaml\n"
    said = refused(tmp_path, text, own=OWN.replace("您是否", "您对{部們}是否"))
    assert "own.yaml，第 4 行" in said
    assert "不认识的“{部們}”" in said
    assert "请改为“{部门}”" in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("服务对像", "请改为“服务对象”"),
        ("问卷", "自己的问卷写文件名"),
        ("../own.yaml", "与调查方案同一文件夹里的文件"),
        ("/own.yaml", "与调查方案同一文件夹里的文件"),
    ],
)
def test_a_questionnaire_that_is_not_there_is_refused_with_its_line(tmp_path: Path, name: str, said: str) -> None:
    message = refused(tmp_path, f"name: 调查\ngroups:\n- name: 一\n  questionnaire: {name}\n")
    assert message.startswith("study.yaml，第 4 行")
    assert said in message


def test_problems_of_all_groups_are_told_at_once_each_with_its_file(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        "name: 调查\ngroups:\n- {name: 一, questionnaire: absent.yaml}\n- {name: 二, questionnaire: own.yaml}\n",
        own=OWN.replace("group:", "gruop:"),
    )
    assert "absent.yaml：读到不存在的文件" in said
    assert "own.yaml，第 2 行 gruop" in said


def test_what_is_written_in_the_study_keeps_its_lines(tmp_path: Path) -> None:
    study = resolve(
        tmp_path,
        "name: 调查\ngroups:\n- name: 一\n  questionnaire:\n    title: 甲\n    group: 乙\n    questions:\n"
        "    - text: 您是否满意？\n      options: [满意, 比较满意, 不满意]\n",
    )
    assert [str(finding.places[0]) for finding in study.findings] == ["study.yaml，第 8 行"]
