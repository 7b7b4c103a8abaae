"""What plans usually ask for: every document and every person once, and somebody for every indicator."""

import pytest
from pydantic import ValidationError

from jixiao.packs.planning import UsualPlan, usual_plan


def test_every_document_and_everybody_interviewed_is_named_once() -> None:
    plan = usual_plan()
    assert len({document.title for document in plan.documents}) == len(plan.documents)
    assert len({each.who for each in plan.interviewees}) == len(plan.interviewees)


def test_an_indicator_that_fits_nobody_is_asked_of_those_without_words() -> None:
    assert usual_plan().interviewee_for("城市绿化面积").words == ()
    assert "资产" in usual_plan().interviewee_for("固定资产利用率").words


def test_the_name_decides_which_documents_are_asked_for_before_what_is_said_of_the_indicator() -> None:
    titles = [document.title for document in usual_plan().documents_for("政府采购执行率", ["按预算公开"])]
    assert titles == ["政府采购预算、计划备案、公告、合同和验收资料"]
    assert usual_plan().documents_for("城市绿化面积", ["全年新增绿地"]) == ()


@pytest.mark.parametrize("words", [["甲"], []])
def test_a_plan_in_which_nobody_or_two_answer_for_the_rest_is_refused(words: list[str]) -> None:
    asked = [{"who": who, "words": words, "asks": "怎样？", "measured": "多少？"} for who in ("甲", "乙")]
    documents = [{"title": "台账", "kind": "工作资料", "words": ["甲"]}]
    with pytest.raises(ValidationError, match="恰有一个没有 words 的访谈对象"):
        UsualPlan.model_validate({"documents": documents, "interviewees": asked})
