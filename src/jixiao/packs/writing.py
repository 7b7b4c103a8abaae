"""Write a tree as YAML in the style people write it: block style, quotes only where they are needed.

The law is `read(dump(tree)) == tree` for every tree of texts, lists and mappings. A long Chinese text stays on
one line: it has no blanks to fold at, and a fold would put one into it. A text of several lines becomes a
literal block.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from jixiao.packs.filing import write_whole
from jixiao.packs.trees import Tree

_SHOWN = "\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff"
_PRINTABLE = re.compile(f"[{_SHOWN}]*")
_LITERAL = re.compile(f"[\n{_SHOWN}]*[{_SHOWN}][\n{_SHOWN}]*")
_INDICATOR = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]")
_DASHED = re.compile(r"-[^\s-]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump(tree: Tree) -> str:
    """The tree as YAML text, ending with a line break.

    >>> print(dump({"name": "支出", "when": ">10%", "weight": "1.10", "criteria": ["合法", "合规\\n完整"]}), end="")
    name: 支出
    when: ">10%"
    weight: 1.10
    criteria:
      - 合法
      - |-
        合规
        完整
    """
    lines = _leaf(tree, "  ") if isinstance(tree, str) or not tree else _block(tree, "")
    return "".join(line + "\n" for line in lines)


def write_yaml(path: Path, tree: Tree) -> None:
    """Write the tree to `path` as UTF-8, whole or not at all."""
    write_whole(path, dump(tree).encode("utf-8"))


def _block(tree: Tree, indent: str) -> Iterator[str]:
    """The lines of a list or mapping that is not empty."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _entry(f"{indent}{_on_one_line(key, key=True)}:", value, indent)
    else:
        for item in tree:
            if isinstance(item, str) or not item:
                yield from _entry(f"{indent}-", item, indent)
            else:
                first, *rest = _block(item, indent + "  ")
                yield f"{indent}- {first.lstrip(' ')}"
                yield from rest


def _entry(head: str, value: Tree, indent: str) -> Iterator[str]:
    if isinstance(value, str) or not value:
        first, *rest = _leaf(value, indent + "  ")
        yield f"{head} {first}"
        yield from rest
    else:
        yield head
        yield from _block(value, indent + "  ")


def _leaf(value: Tree, indent: str) -> list[str]:
    """A text or something empty: what stands behind the key, then the indented lines of a literal block."""
    if not isinstance(value, str):
        return ["[]" if isinstance(value, list) else "{}"]
    if "\n" not in value or not _LITERAL.fullmatch(value):
        return [_on_one_line(value)]
    breaks = len(value) - len(value.rstrip("\n"))
    chomping = "-" if breaks == 0 else "" if breaks == 1 else "+"
    explicit = "2" if value[0] in " \n" else ""
    lines = value.removesuffix("\n").split("\n")
    return [f"|{explicit}{chomping}", *(indent + line if line else "" for line in lines)]


def _on_one_line(text: str, *, key: bool = False) -> str:
    if _plain(text) and not (key and (text == "<<" or text.startswith("-"))):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _plain(text: str) -> bool:
    """Whether the text may stand without quotes anywhere in a block, as a value and as a key.

    >>> [_plain(text) for text in ("≥90%", "-3", "- 3", "甲: 乙", "第1项 #2", "1.10", ">10%", "")]
    [True, True, False, False, False, True, False, False]
    """
    return (
        bool(_PRINTABLE.fullmatch(text))
        and text == text.strip()
        and text != ""
        and not (_INDICATOR.match(text) and not _DASHED.match(text))
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not text.startswith("...")
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _PRINTABLE.fullmatch(character) or "\ud800" <= character <= "\udfff":
        return character  # half a surrogate pair is no character: encoding the file fails, as it should
    return f"\\u{ord(character):04x}"
