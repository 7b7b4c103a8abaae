"""What an expression in a tag gives, told from the declared variables alone: no value of any case is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from jixiao.packs.complaints import nearest
from jixiao.reports.word.language import LOOP_FIELDS, Unfit
from jixiao.reports.word.schema import FLAG, NUMBER, TEXT, Many, Maybe, Plain, Record, Shape, Variable, kind_of

LOOP = "loop"
"""The name of what a loop says of itself."""

_PAGE = "全部变量见 docs/template-variables.md"
_LOOP = Record({name: Variable("", FLAG if name in ("first", "last") else NUMBER) for name in LOOP_FIELDS})
_ORDER = {"lt", "lteq", "gt", "gteq"}


@dataclass(frozen=True, slots=True)
class View:
    """The names in sight at a tag, and the paths known not to be lacking there.

    A name whose shape is None stands for something refused already: nothing more is said about it.
    """

    names: Mapping[str, Shape | None]
    present: frozenset[str] = field(default=frozenset())

    def choosing(self, name: str, item: Shape | None) -> "View":
        """The view where a loop with the variable `name` chooses its items: there is no `loop` yet."""
        names = {known: shape for known, shape in self.names.items() if known != LOOP}
        present = frozenset(path for path in self.present if path.split(".")[0] != name)
        return View({**names, name: item}, present)

    def looping(self) -> "View":
        """The view inside the loop."""
        return replace(self, names={**self.names, LOOP: _LOOP})

    def given(self, test: nodes.Node) -> "View":
        """The view where the test holds."""
        return replace(self, present=self.present | _told_present(test))


def shape_of(node: nodes.Node, view: View) -> Shape | None:
    """The shape of what the expression gives; None where its variable was refused before. Raises Unfit."""
    match node:
        case nodes.Name() | nodes.Getattr():
            return _variable(node, view)
        case nodes.Const(value=value):
            return _constant(value)
        case nodes.Filter():
            return _filtered(node, view)
        case nodes.Compare():
            return _compared(node, view)
        case nodes.Or():
            return _either(shape_of(node.left, view), shape_of(node.right, view))
        case nodes.CondExpr(expr2=nodes.Expr() as otherwise):
            shape_of(node.test, view)
            return _either(shape_of(node.expr1, view.given(node.test)), shape_of(otherwise, view))
    return _said(node, view)


def _constant(value: object) -> Shape:
    match value:
        case bool():
            return FLAG
        case int():
            return NUMBER
        case str() | None:
            return TEXT
    raise _not_spoken("小数")


def _said(node: nodes.Node, view: View) -> Shape:
    """The shape of what is either so or not; anything else is no part of the language."""
    match node:
        case nodes.Not() | nodes.Test(name="none", args=[]):
            shape_of(node.node, view)
        case nodes.And():
            shape_of(node.left, view)
            shape_of(node.right, view.given(node.left))
        case _:
            raise _not_spoken(_WORDS.get(type(node), "模板里不能用的写法"))
    return FLAG


def _not_spoken(found: str) -> Unfit:
    return Unfit(found, "变量、比较、and、or、not 和规定的过滤器", "请改写这个标签")


_WORDS: dict[type[nodes.Node], str] = {
    nodes.Call: "调用（括号）",
    nodes.Getitem: "方括号",
    nodes.Test: "这里没有的判断（is …）",
    nodes.Concat: "拼接（~）",
    nodes.CondExpr: "没有 else 的 … if …",
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow), "算式"),
}


def path_of(node: nodes.Node) -> str:
    """A variable as written, with its dots; "" for any other expression."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=inner, attr=attribute):
            return f"{path}.{attribute}" if (path := path_of(inner)) else ""
    return ""


def _variable(node: nodes.Name | nodes.Getattr, view: View) -> Shape | None:
    path = path_of(node)
    if isinstance(node, nodes.Name):
        if node.name not in view.names:
            raise _unknown(path, "", node.name, list(view.names))
        found = view.names[node.name]
    else:
        found = _field(node, view)
    return found.shape if isinstance(found, Maybe) and path in view.present else found


def _field(node: nodes.Getattr, view: View) -> Shape | None:
    owner, before = shape_of(node.node, view), path_of(node.node) or "它"
    match owner:
        case None:
            return None
        case Record(fields):
            if node.attr not in fields:
                raise _unknown(f"{before}.{node.attr}", f"{before}.", node.attr, list(fields))
            return fields[node.attr].shape
        case Maybe():
            mend = f"请放在 {{%p if {before} %}} 与 {{%p endif %}} 之间"
            raise Unfit(f"“{before}.{node.attr}”", f"先确认有“{before}”（它可能没有）", mend)
        case Many():
            mend = f"请用 {{%p for x in {before} %}} … {{%p endfor %}} 逐项写出 x.{node.attr}"
            raise Unfit(f"列表的“{before}.{node.attr}”", "列表中一项的变量", mend)
    raise Unfit(f"“{before}.{node.attr}”", f"“{before}”（{kind_of(owner)}，没有下级变量）", f"请删去“.{node.attr}”")


def _unknown(path: str, before: str, name: str, known: Sequence[str]) -> Unfit:
    near = nearest(name, known)
    if near:
        return Unfit(f"不认识的变量“{path}”", f"“{before}{near}”", f"请改为“{before}{near}”；{_PAGE}")
    return Unfit(f"不认识的变量“{path}”", "、".join(f"{before}{each}" for each in known) + " 之一", _PAGE)


def _filtered(node: nodes.Filter, view: View) -> Shape | None:
    assert node.node is not None  # only a filter block, which is a statement, filters no expression
    shape = shape_of(node.node, view)
    texts = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
    plain_arguments = len(texts) == len(node.args) and all(isinstance(text, str) for text in texts)
    if not plain_arguments or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise Unfit(f"“{node.name}”后的括号", "一段加引号的文字", "请写成 join('、')、default('无') 的样子")
    if shape is None:
        return None
    match node.name, shape, len(texts):
        case "length", Many(), 0:
            return NUMBER
        case (("first" | "last"), Many(item), 0):
            return item if isinstance(item, Maybe) else Maybe(item)
        case "join", Many(Plain()), 0 | 1:
            return TEXT
        case "default", (Plain("文字") | Maybe(Plain("文字"))), 1:
            return TEXT
        case "chinese", Plain("数"), 0:
            return TEXT
    if node.name in _FILTERS:
        raise Unfit(f"用在{kind_of(shape)}上的“{node.name}”", _FILTERS[node.name], "请改写这个标签")
    expected = "、".join(_FILTERS) + " 之一"
    raise Unfit(f"不认识的过滤器“{node.name}”", expected, "请改用其中一个")


_FILTERS = {
    "length": "列表后的 length",
    "first": "列表后的 first",
    "last": "列表后的 last",
    "join": "文字列表后的 join('、')",
    "default": "文字后的 default('无')",
    "chinese": "数后的 chinese",
}


def _compared(node: nodes.Compare, view: View) -> Shape:
    left = shape_of(node.expr, view)
    for operand in node.ops:
        right = shape_of(operand.expr, view)
        if left is not None and right is not None and not _comparable(left, operand.op, right):
            mend = "文字与文字、数与数才能比较，大小只比较数（如 loop.index、列表的 length）"
            raise Unfit(f"{kind_of(left)}与{kind_of(right)}的比较", "能比较的两个值", mend)
        left = right
    return FLAG


def _comparable(left: Shape, operator: str, right: Shape) -> bool:
    """Whether the comparison has an answer whatever the values; what may be lacking can only be equal or not."""
    if operator in _ORDER:
        return left == right == NUMBER
    if operator in ("in", "notin"):
        return left == TEXT and right in (TEXT, Many(TEXT))
    return isinstance(_inner(left), Plain) and _inner(left) == _inner(right)


def _either(one: Shape | None, other: Shape | None) -> Shape | None:
    """What an expression gives that is one or the other."""
    if one is None or other is None:
        return None
    if isinstance(_inner(one), Plain) and _inner(one) == _inner(other):
        return Maybe(_inner(one)) if Maybe(_inner(one)) in (one, other) else one
    return one if one == other else FLAG


def _inner(shape: Shape) -> Plain | Many | Record:
    return shape.shape if isinstance(shape, Maybe) else shape


def _told_present(test: nodes.Node) -> frozenset[str]:
    """The paths that are not lacking where the test holds."""
    match test:
        case nodes.Name() | nodes.Getattr():
            return frozenset({path_of(test)} - {""})
        case nodes.And():
            return _told_present(test.left) | _told_present(test.right)
        case nodes.Not(node=nodes.Test(name="none", node=inner)):
            return _told_present(inner)
    return frozenset()
