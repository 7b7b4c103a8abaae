"""The page of a form: complete, escaped, without anything to load or run."""

import pytest
from lxml import html
from tests.reports.surveyed.forms.asking import EVERY_KIND, READY, asked, files


def page(text: str, group: str) -> html.HtmlElement:
    return html.fromstring(files(text)[f"questionnaire-{group}.html"].decode())


@pytest.mark.parametrize(("text", "group"), [(READY, "办事群众"), (EVERY_KIND, "群众")])
def test_every_question_has_its_boxes(text: str, group: str) -> None:
    opened = page(text, group)
    heads = [*opened.iter("h2"), *opened.xpath("//tbody//th")]
    by_number = {head.text_content().split(".")[0]: head for head in heads}
    for number, question in enumerate(asked(text).questions, 1):
        head = by_number[str(number)]
        assert head.text_content().startswith(f"{number}.{question.text}")
        boxes = head.getparent().xpath(".//*[@class='box']")
        marks = 5 if question.kind == "量表" and question.scale.high == 5 else 0
        assert len(boxes) == len(question.options) + marks
    assert len(heads) == len(asked(text).questions)


def test_nothing_is_loaded_or_run_and_texts_are_escaped() -> None:
    own = "{title: '<script>1</script>', group: 乙, questions: [{text: '<img src=x>', options: ['<b>', 乙]}]}"
    opened = page(f"name: 甲\ngroups:\n- {{name: 群众, questionnaire: {own}}}\n", "群众")
    assert not opened.xpath("//script | //img | //link | //b | //iframe | //@src | //@href")
    assert opened.findtext(".//h1") == "<script>1</script>"
