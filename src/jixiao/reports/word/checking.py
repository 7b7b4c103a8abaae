"""The check of a template before anything is rendered: its tags against the declared variables, whatever the case.

Every problem is named with its paragraph. What passes can be rendered with any content of its kind, also where a list
is empty.
"""

from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from jixiao.packs.complaints import refusal_of
from jixiao.refusals import Problem
from jixiao.reports.content.plan import Plan
from jixiao.reports.content.report import Report
from jixiao.reports.word.expressions import LOOP, View, path_of, shape_of
from jixiao.reports.word.language import Environment, Unfit, printing, statement
from jixiao.reports.word.opening import check_harmless, open_package
from jixiao.reports.word.places import Paragraph
from jixiao.reports.word.schema import FLAG, Many, Maybe, Plain, Record, Shape, kind_of, variables_of
from jixiao.reports.word.stories import Story, stories_of
from jixiao.reports.word.tags import Tag


def check(template: bytes, file: str, content: type[Report] | type[Plan]) -> None:
    """Refuse a template that is no harmless .docx, or whose tags cannot be filled from the content; all at once."""
    package = open_package(template, file)
    check_harmless(package, file)
    stories = stories_of(package, file)
    view = View({name: variable.shape for name, variable in variables_of(content).items()})
    environment = Environment()
    problems = [problem for story in stories for problem in _StoryCheck(file, environment, view).problems_of(story)]
    if not problems and not any(story.tags for story in stories):
        problems = [Problem(file, "", "没有一个变量的文件", "写有 {{ cover.title }} 等变量的模板", _BEGIN)]
    if problems:
        raise refusal_of(file, list(dict.fromkeys(problems)))


_BEGIN = "可用 jixiao new --template 写出一份默认模板，在它上面改"


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open: its word (for, if), its opening tag, and the view outside it."""

    word: str
    tag: Tag
    outside: View


class _StoryCheck:
    """Goes through the tags of one story in order, with the view and the open blocks at each."""

    def __init__(self, file: str, environment: Environment, view: View) -> None:
        self._file = file
        self._environment = environment
        self._view = view
        self._open: list[_Block] = []

    def problems_of(self, story: Story) -> list[Problem]:
        """Every problem of the story's tags."""
        problems = [self._problem(each.paragraph, each.reason) for each in story.misplaced]
        for tag in story.tags:
            try:
                self._take(tag)
            except Unfit as reason:
                problems.append(self._problem(tag.paragraph, reason))
        return problems + [self._problem(block.tag.paragraph, _unclosed(block)) for block in self._open]

    def _problem(self, paragraph: Paragraph, reason: Unfit) -> Problem:
        return Problem(self._file, paragraph.place(), reason.found, reason.expected, reason.mend)

    def _take(self, tag: Tag) -> None:
        if tag.kind == "print":
            _check_printed(tag, shape_of(self._printed(tag), self._view))
        elif tag.kind == "control":
            word, _, rest = tag.words.partition(" ")
            self._control(tag, word, rest.strip())

    def _control(self, tag: Tag, word: str, rest: str) -> None:
        match word:
            case "for":
                self._enter_loop(tag)
            case "if":
                self._open.append(_Block("if", tag, self._view))
                self._view = self._where(tag, rest)
            case "elif":
                self._view = self._innermost(tag, word, "if").outside
                self._view = self._where(tag, rest)
            case "else":
                self._view = self._innermost(tag, word, "if", "for").outside
                _check_bare(tag, rest)
            case "endif" | "endfor":
                self._view = self._innermost(tag, word, word.removeprefix("end")).outside
                self._open.pop()
                _check_bare(tag, rest)
            case _:
                raise Unfit(f"不认识的标签“{tag.written}”", "for、endfor、if、elif、else、endif 之一", "请改用其中一个")

    def _enter_loop(self, tag: Tag) -> None:
        """Whatever is wrong with the loop, it is entered: what follows is about other things."""
        outside, self._open = self._view, [*self._open, _Block("for", tag, self._view)]
        loop = self._parsed(tag, statement(tag.words) + statement("endfor"))
        if not isinstance(loop, nodes.For) or not isinstance(loop.target, nodes.Name) or loop.recursive:
            raise Unfit(f"“{tag.written}”", "for 变量 in 列表", "请写成 {%p for x in problems %} 的样子")
        name = loop.target.name
        self._view = outside.choosing(name, None).looping()
        if name == LOOP:
            raise Unfit(f"“{tag.written}”", "另一个变量名", f"{LOOP} 另有所指，请换一个名称，如 x")
        listed = shape_of(loop.iter, outside)
        if listed is None:
            return
        if not isinstance(listed, Many):
            path = path_of(loop.iter)
            raise Unfit(f"逐项列出“{path}”（{kind_of(listed)}）", "逐项列出一个列表", "请改用一个列表变量")
        choosing = outside.choosing(name, listed.item)
        self._view = choosing.looping()
        if loop.test is not None:
            shape_of(loop.test, choosing)
            self._view = self._view.given(loop.test)

    def _where(self, tag: Tag, test: str) -> View:
        choice = self._parsed(tag, statement(f"if {test}") + statement("endif"))
        assert isinstance(choice, nodes.If)
        shape_of(choice.test, self._view)
        return self._view.given(choice.test)

    def _innermost(self, tag: Tag, word: str, *openings: str) -> _Block:
        """The innermost open block, which the tag continues or closes."""
        needed = "或".join(f"{{% {opening} … %}}" for opening in openings)
        if not self._open or self._open[-1].word not in openings:
            raise Unfit(f"没有开头的“{tag.written}”", f"前面有与“{word}”成对的 {needed}", "请补上开头，或删去这个标签")
        block = self._open[-1]
        if block.tag.container is not tag.container:
            mend = "请用同一种标签（{% %}、{%p %}、{%tr %}），都写在同一段、同一个单元格或同一个表格里"
            raise Unfit(f"与“{block.tag.written}”不在一处的“{tag.written}”", "在同一处开头和结尾的标签", mend)
        return block

    def _printed(self, tag: Tag) -> nodes.Node:
        output = self._parsed(tag, printing(tag.words))
        if isinstance(output, nodes.Output) and len(output.nodes) == 1:
            return output.nodes[0]
        raise _unreadable(tag)

    def _parsed(self, tag: Tag, source: str) -> nodes.Node:
        try:
            body = self._environment.parse(source).body
        except (TemplateSyntaxError, RecursionError):
            raise _unreadable(tag) from None
        if len(body) != 1:
            raise _unreadable(tag)
        return body[0]


def _check_printed(tag: Tag, shape: Shape | None) -> None:
    """Whether what a tag prints can stand where the tag stands."""
    inner = shape.shape if isinstance(shape, Maybe) else shape
    words = tag.words
    match inner:
        case None:
            return
        case Record(_, block) if block and tag.scope == "p":
            if not tag.paragraph.takes_blocks:
                raise Unfit(
                    f"不在正文段落里的“{tag.written}”", "单独成段、不在表格和页眉里的标签", f"请把{block}移到正文中"
                )
        case Record(_, block) if block:
            raise Unfit(f"“{tag.written}”", f"单独成段的“{{{{p {words} }}}}”（{block}）", "请这样写，并让它自成一段")
        case Plain() if inner == FLAG:
            raise Unfit(
                f"“{tag.written}”（是否）", "文字或数", f"请改用 {{% if {words} %}} … {{% endif %}} 写出两种说法"
            )
        case Plain() if tag.scope == "p":
            raise Unfit(f"“{tag.written}”（{kind_of(inner)}）", f"“{{{{ {words} }}}}”", "p 只用于表、图和目录")
        case Many():
            mend = f"请用 for x in {words} 逐项写出，或在文字列表后加 | join('、')"
            raise Unfit(f"“{tag.written}”（{kind_of(inner)}）", "一段文字", mend)
        case Record(fields):
            expected = "、".join(f"{words}.{name}" for name in fields) + " 之一"
            raise Unfit(f"“{tag.written}”（不是一段文字）", expected, "请写明是其中哪一个")


def _check_bare(tag: Tag, rest: str) -> None:
    if rest:
        raise Unfit(f"“{tag.written}”", f"“{tag.words.split()[0]}”后没有别的文字", "请删去多余的文字")


def _unclosed(block: _Block) -> Unfit:
    closing = "{%" + block.tag.scope + f" end{block.word} %}}"
    return Unfit(f"没有结尾的“{block.tag.written}”", f"后面有与它成对的“{closing}”", "请补上结尾")


def _unreadable(tag: Tag) -> Unfit:
    return Unfit(
        f"读不懂的标签“{tag.written}”", "{{ 变量 }}、{% for x in 列表 %}、{% if 条件 %} 等", "请核对标点和拼写"
    )
