"""The template of the evaluation report, in the order reports have (domain: department evaluation reports)."""

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
    Lead,
    block,
    body,
    exhibits,
    given,
    heading,
    paragraph,
    repeated,
    texts,
    together,
)

TITLE = "部门整体支出绩效评价报告"


def report() -> Blocks:
    """The body of report.docx."""
    text = (
        beginning(),
        overview(),
        _work(),
        _conclusion(),
        _analysis(),
        _practices(),
        _problems(),
        _recommendations(),
        given("other", heading(1, "其他需要说明的问题"), texts("other")),
        _attachments(),
        signature(),
    )
    return [
        *cover("评价时间"),
        *_abstract(),
        section_break("roman from I"),
        *contents(),
        section_break("roman"),
        *together(text),
        section_break("arabic from 1"),
        *paragraph("JxAnnex", "{{ indicator_annex }}"),
        *block("indicator_table"),
        section_break("arabic", turned=True),
        *_annexes(),
        section("arabic"),
    ]


def _abstract() -> Blocks:
    parts = (
        paragraph("JxFront", "摘　要"),
        body("{{ abstract.commission }}"),
        given("abstract.money", body("{{ abstract.money }}")),
        body("{{ abstract.result }}"),
        texts("abstract.levels"),
        _titles("practices", "主要经验做法："),
        _titles("problems", "评价发现的主要问题："),
        _titles("recommendations", "针对上述问题，提出以下建议："),
    )
    return together(parts)


def _titles(field: str, lead: str) -> Blocks:
    """The titles of practices, problems or recommendations in one paragraph."""
    items = "{{ loop.index }}.{{ title }}{% if loop.last %}。{% else %}；{% endif %}"
    return given(f"abstract.{field}", body(Lead(lead), f"{{% for title in abstract.{field} %}}{items}{{% endfor %}}"))


def _work() -> Blocks:
    scope = (
        given("work.object", body(Lead("评价对象："), "{{ work.object }}")),
        given("work.scope", body(Lead("评价范围："), "{{ work.scope }}")),
        given("work.funds", body("{{ work.funds }}")),
    )
    process = (given("work.process", body("{{ work.process }}")), given("work.schedule", block("work.schedule")))
    parts = (
        heading(1, "评价工作开展情况"),
        given("work.purpose", heading(2, "评价目的"), body("{{ work.purpose }}")),
        given("work.object or work.scope or work.funds", heading(2, "评价对象和范围"), *scope),
        given("work.basis", heading(2, "评价依据"), basis("work.basis")),
        given("work.principles", heading(2, "评价原则"), numbered("work.principles")),
        given("work.methods", heading(2, "评价方法"), methods("work.methods")),
        given("work.process or work.schedule", heading(2, "评价过程"), *process),
        heading(2, "评价指标体系与等级标准"),
        system(),
    )
    return together(parts)


def _conclusion() -> Blocks:
    parts = (
        heading(1, "综合评价情况及评价结论"),
        heading(2, "评价得分和等级"),
        texts("conclusion.paragraphs"),
        repeated("table", "conclusion.tables", block("table")),
        repeated("chart", "conclusion.charts", block("chart")),
        heading(2, "各一级指标评价结论"),
        repeated("level", "conclusion.levels", body(Lead("{{ level.title }}。"), "{{ level.text }}")),
    )
    return together(parts)


def _analysis() -> Blocks:
    indicator = (heading(4, "{{ indicator.heading }}"), texts("indicator.paragraphs"), exhibits("indicator"))
    group = (
        heading(3, "{{ group.name }}"),
        body("{{ group.sentence }}"),
        repeated("indicator", "group.indicators", *indicator),
    )
    level = (
        heading(2, "{{ level.name }}分析"),
        body("{{ level.sentence }}"),
        block("level.table"),
        repeated("group", "level.groups", *group),
    )
    return [*heading(1, "指标分析"), *repeated("level", "analysis", *level)]


def _practices() -> Blocks:
    practice = (heading(2, "{{ practice.title }}"), given("practice.text", body("{{ practice.text }}")))
    return given("practices", heading(1, "主要经验做法"), repeated("practice", "practices", *practice))


def _problems() -> Blocks:
    problem = (
        heading(2, "{{ problem.title }}"),
        given("problem.text", body("{{ problem.text }}")),
        given("problem.cause", body(Lead("原因分析："), "{{ problem.cause }}")),
        given("problem.indicators", body(Lead("涉及指标："), "{{ problem.indicators }}。")),
    )
    return given("problems", heading(1, "存在的问题及原因分析"), repeated("problem", "problems", *problem))


def _recommendations() -> Blocks:
    recommendation = (
        heading(2, "{{ recommendation.title }}"),
        given("recommendation.text", body("{{ recommendation.text }}")),
    )
    return given(
        "recommendations",
        heading(1, "有关建议"),
        repeated("recommendation", "recommendations", *recommendation),
    )


def _attachments() -> Blocks:
    """What is annexed, in a list below the text."""
    return [
        *paragraph("JxAttachment", "{{ indicator_annex }}"),
        *repeated("annex", "annexes", paragraph("JxAttachment", "{{ annex.title }}")),
    ]


def _annexes() -> Blocks:
    part = (
        given("section.heading", paragraph("JxAnnexSection", "{{ section.heading }}")),
        texts("section.paragraphs"),
        exhibits("section"),
    )
    annex = (paragraph("JxAnnex", "{{ annex.title }}"), repeated("section", "annex.sections", *part))
    return [*repeated("annex", "annexes", *annex), *given("not annexes", body("没有其他附件。"))]
