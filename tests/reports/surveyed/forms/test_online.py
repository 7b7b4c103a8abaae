"""The text for 问卷星: a block for each question, and nothing that would be taken for another."""

from tests.reports.surveyed.forms.asking import EVERY_KIND, READY, asked, files

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.reports.surveyed.forms.online import online_text
from jixiao.surveys.questionnaire import Questionnaire


def blocks(text: str, group: str) -> list[list[str]]:
    content = files(text)[f"questionnaire-{group}.txt"].decode()
    return [block.split("\n") for block in content.removesuffix("\n").split("\n\n")]


def test_questions_of_every_kind_are_marked_with_it() -> None:
    assert blocks(EVERY_KIND, "群众") == [
        ["1. 您用过哪些服务？[多选题]", "窗口", "网站", "手机", "没有用过"],
        ["第2题请第1题选“窗口”、“网站”的人填写，其他人请跳过。[段落说明]"],
        ["2. 去过窗口几次？[填空题]"],
        ["3. 您给窗口打几分？[量表题]", "1~5"],
        ["4. 您给网站打几分？[量表题]", "0~100"],
        ["5. 您对态度是否满意？[单选题]", "满意", "一般", "不满意"],
        ["6. 您对效率是否满意？[单选题]", "满意", "一般", "不满意"],
        ["7. 您对环境是否满意？[单选题]", "满意", "一般", "不满意"],
        ["第8题请第1题选“手机”的人填写，其他人请跳过。[段落说明]"],
        ["8. 手机上哪里不好用？[填空题]"],
    ]


def test_one_note_stands_before_all_questions_of_one_condition() -> None:
    notes = [block[0] for block in blocks(READY, "办事群众") if block[0].endswith("[段落说明]")]
    assert len(notes) == 1
    assert notes[0].startswith("第6题至第13题请第5题选“在窗口办过”、")


def test_every_question_keeps_its_own_words() -> None:
    questions = [block for block in blocks(READY, "企业") if not block[0].endswith("[段落说明]")]
    expected = asked(READY.replace("办事群众, questionnaire: 服务对象", "甲县企业, questionnaire: 企业")).questions
    for number, (block, question) in enumerate(zip(questions, expected, strict=True), 1):
        assert block[0].startswith(f"{number}. {question.text}[")
        assert block[1:] == [option.text for option in question.options]


def test_line_breaks_and_brackets_of_its_own_begin_no_other_question() -> None:
    text = 'title: 甲\ngroup: 乙\nquestions:\n- {text: "好\\n\\n2. 坏[多选题]", options: ["一\\n二", "[单选题]"]}\n'
    questionnaire = validate(parse_yaml(text, "q.yaml"), Questionnaire)
    assert online_text(questionnaire) == "1. 好 2. 坏［多选题］[单选题]\n一 二\n［单选题］\n"
