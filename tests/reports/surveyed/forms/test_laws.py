"""Whatever is asked, every file can be opened and holds every question."""

from io import BytesIO
from typing import Any

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.reports.word.package import check_package

from jixiao.reports.surveyed.forms.files import form_files
from jixiao.surveys.entrysheet import LEADING, SHEET
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.resolving import ResolvedGroup, ResolvedStudy
from jixiao.surveys.study import Study

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cs", "Zl", "Zp")), min_size=1, max_size=60
).filter(str.strip)
SATISFIED = ("非常满意", "比较满意", "一般", "不太满意", "非常不满意", "不了解")


@st.composite
def questions(draw: st.DrawFn, earlier: list[dict[str, Any]]) -> dict[str, Any]:
    kind: str = draw(st.sampled_from(["单选", "多选", "量表", "数字", "填空", "满意"]))
    question: dict[str, Any] = {"text": draw(TEXTS), "kind": kind, "required": draw(st.booleans())}
    if kind == "满意":
        question |= {"kind": "单选", "options": SATISFIED[: draw(st.integers(2, 6))], "required": True}
    elif kind in ("单选", "多选"):
        question["options"] = tuple(draw(st.lists(TEXTS, min_size=2, max_size=28, unique=True)))
    elif kind in ("量表", "数字") and draw(st.booleans()):
        low = draw(st.integers(-5, 5))
        question |= {
            "scale": {"low": str(low), "high": str(low + draw(st.integers(1, 200)))},
            "unit": draw(st.sampled_from(["", "次"])),
        }
    sources = [number for number, each in enumerate(earlier, 1) if "options" in each]
    if draw(st.booleans()) and sources:
        source = draw(st.sampled_from(sources))
        among = draw(st.lists(st.sampled_from(earlier[source - 1]["options"]), min_size=1, unique=True))
        question["only_if"] = {"question": f"第{source}题", "among": tuple(among)}
    return question


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    asked: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 8))):
        asked.append(draw(questions(asked)))
    head = {"title": draw(TEXTS), "group": "群众", "intro": draw(TEXTS), "closing": draw(TEXTS)}
    return Questionnaire.model_validate({**head, "questions": asked})


@settings(max_examples=15, deadline=None)
@given(questionnaires())
def test_every_file_opens_and_holds_every_question(questionnaire: Questionnaire) -> None:
    study = Study.model_validate({"name": "调查", "groups": [{"name": "群众"}]})
    files = form_files(ResolvedStudy(study, (ResolvedGroup(study.groups[0], questionnaire),), ()))
    questions = questionnaire.questions
    word = check_package(files["questionnaire-群众.docx"])
    boxes = "".join(map(str, word.document.itertext())).count("□")
    assert boxes >= sum(len(question.options) for question in questions)
    page = html.fromstring(files["questionnaire-群众.html"].decode())
    assert len(page.xpath("//h2 | //tbody//th")) == len(questions)
    online = files["questionnaire-群众.txt"].decode().removesuffix("\n").split("\n\n")
    assert sum(not block.endswith("[段落说明]") for block in online) == len(questions)
    entry = openpyxl.load_workbook(BytesIO(files["entry-群众.xlsx"]))[SHEET]
    assert entry.max_column == len(LEADING) + len(questions)
