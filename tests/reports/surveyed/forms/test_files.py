"""A study becomes the files it is put with."""

from tests.reports.surveyed.forms.asking import EVERY_KIND, READY, files, study

from jixiao.reports.surveyed.forms.files import form_files


def test_every_group_gets_a_form_a_page_a_text_for_the_site_and_a_workbook() -> None:
    groups = ("办事群众", "企业", "工作人员", "受益群众")
    assert sorted(files(READY)) == sorted(
        name
        for group in groups
        for name in (*(f"questionnaire-{group}.{kind}" for kind in ("docx", "html", "txt")), f"entry-{group}.xlsx")
    )


def test_the_same_study_gives_the_same_bytes() -> None:
    assert form_files(study(EVERY_KIND)) == files(EVERY_KIND)


def test_a_group_whose_questions_are_not_known_gets_none() -> None:
    assert files("name: 调查\ngroups:\n- {name: 群众}\n") == {}


def test_names_of_groups_become_names_that_every_system_takes_and_none_is_lost() -> None:
    names = ('"企业/个体 户"', '"企业:个体 户"', '"..."', '".."')
    own = "{title: 甲, group: 乙, questions: [{text: 好吗？, kind: 填空}]}"
    groups = "".join(f"- {{name: {name}, questionnaire: {own}}}\n" for name in names)
    texts = [name for name in files(f"name: 调查\ngroups:\n{groups}") if name.endswith(".txt")]
    assert texts == [
        "questionnaire-企业_个体_户.txt",
        "questionnaire-企业_个体_户-2.txt",
        "questionnaire-问卷.txt",
        "questionnaire-问卷-2.txt",
    ]
