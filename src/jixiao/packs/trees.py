"""The plain tree a data file is read into, and how its parts are named to a user."""

from typing import TypeAlias

Tree: TypeAlias = str | list["Tree"] | dict[str, "Tree"]
"""A scalar as written, a list, or a mapping; nothing else comes out of a data file."""
KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and 0-based item numbers from the root."""

_LABELS = ("code", "id", "name", "title")
_SHOWN = 40


def at(tree: Tree, path: KeyPath) -> Tree | None:
    """The part of the tree at `path`, or None if the tree does not go there.

    >>> at({"a": ["x", "y"]}, ("a", 1))
    'y'
    """
    node: Tree = tree
    for step in path:
        if isinstance(node, dict):
            if not isinstance(step, str) or step not in node:
                return None
            node = node[step]
        elif isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            node = node[step]
        else:
            return None
    return node


def readable(tree: Tree, path: KeyPath) -> str:
    """A key path in words; items are counted from one and carry their code or name when the tree has one.

    >>> readable({"bands": [{"name": "优", "from": "90"}]}, ("bands", 0, "from"))
    'bands 第 1 项（优）的 from'
    """
    text = ""
    for depth, step in enumerate(path):
        if isinstance(step, str):
            text += ("的 " if text.endswith(("项", "）")) else " 的 " if text else "") + step
        else:
            node = at(tree, path[: depth + 1])
            label = next((node[key] for key in _LABELS if key in node), "") if isinstance(node, dict) else ""
            named = f"（{shortened(label)}）" if isinstance(label, str) and label else ""
            text += (" " if text else "") + f"第 {step + 1} 项{named}"
    return text


def describe(node: object) -> str:
    """What was found, in a few words.

    >>> describe("95"), describe(""), describe(["a", "b"]), describe({"from": "1"})
    ('“95”', '空白', '一个列表（2 项）', '一组键值（from）')
    """
    if isinstance(node, dict):
        return f"一组键值（{shortened('、'.join(map(str, node)))}）" if node else "一组空的键值"
    if isinstance(node, (list, tuple)):
        return f"一个列表（{len(node)} 项）" if node else "一个空列表"
    text = str(node)
    return f"“{shortened(text)}”" if text.strip() else "空白"


def shortened(text: str) -> str:
    """The text on one line, cut after forty characters.

    >>> shortened("一\\n二")
    '一 二'
    """
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
