"""Evidence and formal forms on one line, as YAML writes them between braces: `{met: [true, false]}`."""

import json
import re
from collections.abc import Mapping, Sequence

from jixiao.packs.datafile import parse_yaml

_PLAIN = re.compile(r"-?[\w（）][\w.%/（）·-]*")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_WRITTEN = {True: "true", False: "false", None: "null"}


def flow(tree: object) -> str:
    """A tree on one line; what is no plain word stands in quotes.

    >>> flow({"when": ">10%", "line": [["0%", "100%"]], "met": True})
    '{when: ">10%", line: [[0%, 100%]], met: true}'
    """
    if isinstance(tree, Mapping):
        return f"{{{', '.join(f'{_scalar(key)}: {flow(value)}' for key, value in tree.items())}}}"
    if isinstance(tree, bool) or tree is None:
        return _WRITTEN[tree]
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        return f"[{', '.join(flow(value) for value in tree)}]"
    return _scalar(tree)


def _scalar(value: object) -> str:
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def values(tree: object) -> object:
    """A tree of texts as evidence: yes, no and nothing as such, figures as written.

    >>> values(["true", "95%", "null"])
    [True, '95%', None]
    """
    if isinstance(tree, list):
        return [values(item) for item in tree]
    if isinstance(tree, dict):
        return {str(key): values(value) for key, value in tree.items()}
    return _WORDS.get(tree, tree) if isinstance(tree, str) else tree


def read_flow(text: str, place: str) -> object:
    """What `flow` wrote (JSON too), with or without its outer braces; Refusal naming `place` where it is no YAML.

    >>> read_flow("rate: 95%, met: [true]", "--input")
    {'rate': '95%', 'met': [True]}
    """
    braced = text if text.lstrip().startswith("{") else f"{{{text}}}"
    return values(parse_yaml(braced, place).tree)
