"""docs/questionnaires.md: what is committed is what the script writes, and what it shows is accepted."""

import re
from pathlib import Path

from scripts.questionnaires_page import PAGE, page

from jixiao.surveys.resolving import resolved
from jixiao.surveys.study import read_study


def test_the_committed_page_is_what_the_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make pages`"


def test_the_study_and_the_questionnaire_shown_are_accepted_and_nothing_in_them_is_odd(tmp_path: Path) -> None:
    study, questionnaire = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "study.yaml").write_text(study, encoding="utf-8")
    (tmp_path / "窗口问卷.yaml").write_text(questionnaire, encoding="utf-8")
    read, document = read_study(tmp_path / "study.yaml")
    found = resolved(read, document, tmp_path)
    assert [each.questionnaire and each.questionnaire.title for each in found.groups] == [
        "甲县某局服务对象满意度调查问卷",
        "甲县某局窗口人员满意度调查问卷",
    ]
    assert found.findings == ()
