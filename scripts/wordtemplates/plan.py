"""The template of the evaluation plan: the twelve elements of 财监〔2021〕4号, articles 15 and 16."""

from scripts.wordtemplates.common import (
    basis,
    beginning,
    contents,
    cover,
    methods,
    numbered,
    overview,
    signature,
    system,
)
from scripts.wordtemplates.sections import section, section_break
from scripts.wordtemplates.writing import (
    Blocks,
    block,
    body,
    given,
    heading,
    paragraph,
    repeated,
    tag,
    texts,
    together,
)

TITLE = "部门整体支出绩效评价工作方案"
ANNEXES = ("附件1  评价指标体系", "附件2  满意度调查问卷", "附件3  访谈提纲", "附件4  资料清单")


def plan() -> Blocks:
    """The body of plan.docx."""
    return [
        *cover("编制时间"),
        *contents(),
        section_break("roman from I"),
        *beginning(),
        *_chapters(),
        *together(paragraph("JxAttachment", title) for title in ANNEXES),
        *signature(),
        section_break("arabic from 1"),
        *paragraph("JxAnnex", ANNEXES[0]),
        *block("indicator_table"),
        section_break("arabic", turned=True),
        *_questionnaires(),
        *_interviews(),
        *paragraph("JxAnnex", ANNEXES[3]),
        *block("data_list"),
        *given("pending", paragraph("JxAnnex", "待填写的内容"), numbered("pending")),
        section("arabic"),
    ]


def _chapters() -> Blocks:
    parts = (
        overview(),
        heading(1, "评价目的"),
        body("{{ purpose }}"),
        heading(1, "评价对象、范围和内容"),
        texts("content"),
        heading(1, "评价依据"),
        basis("basis"),
        heading(1, "评价原则和方法"),
        heading(2, "评价原则"),
        numbered("principles"),
        heading(2, "评价方法"),
        methods("methods"),
        heading(1, "评价指标体系"),
        system(),
        heading(1, "评价标准"),
        texts("standards"),
        heading(1, "抽样与现场核查安排"),
        texts("sample"),
        heading(1, "人员分工"),
        block("team"),
        heading(1, "进度安排"),
        block("schedule"),
        heading(1, "工作纪律"),
        numbered("discipline"),
    )
    return together(parts)


def _questionnaires() -> Blocks:
    options = "{% for option in question.options %}□{{ option }}　{% endfor %}"
    question = (
        body("{{ loop.index }}.{{ question.text }}"),
        tag("if question.options"),
        paragraph("JxOption", options),
        tag("else"),
        paragraph("JxOption", "答："),
        tag("endif"),
    )
    questionnaire = (
        paragraph("JxAnnexSection", "{{ questionnaire.title }}"),
        body("{{ questionnaire.intro }}"),
        repeated("question", "questionnaire.questions", *question),
    )
    return [
        *paragraph("JxAnnex", ANNEXES[1]),
        *repeated("questionnaire", "questionnaires", *questionnaire),
        *given("not questionnaires", body("本方案没有列出问卷。")),
    ]


def _interviews() -> Blocks:
    interview = (paragraph("JxAnnexSection", "{{ interview.who }}"), numbered("interview.questions"))
    return [
        *paragraph("JxAnnex", ANNEXES[2]),
        *repeated("interview", "interviews", *interview),
        *given("not interviews", body("本方案没有列出访谈。")),
    ]
