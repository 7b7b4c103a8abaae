"""Draws docs/pictures/ from what the program really prints, so that a picture never shows what it no longer does.

The command runs at a fixed width with colours on, and its output becomes an SVG of plain text, without a font or a
style sheet from elsewhere. The same output gives the same file. (rich can export SVG itself, but gives a Chinese
character the width of a Latin one.)
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
COLUMNS, HEAD, TAIL = 100, 27, 21  # width; lines shown of the beginning and of the end
CELL, LINE, MARGIN, BAR = 8, 19, 14, 34  # pixels
FONTS = "'Sarasa Mono SC', 'Noto Sans Mono CJK SC', 'Microsoft YaHei', Menlo, Consolas, monospace"
TERMINAL_OWN = {"NO_COLOR", "COLORTERM", "LINES"}  # settings of the terminal this is run from
PAPER, INK = "#1f2328", "#e6e6e6"


def printed(arguments: list[str]) -> str:
    """What `jixiao arguments` writes to a terminal of COLUMNS columns, colours included."""
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"}
    program = Path(sys.executable).with_name("jixiao")
    environment = {**{key: value for key, value in os.environ.items() if key not in TERMINAL_OWN}, **terminal}
    done = subprocess.run([program, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1) or done.stderr:
        raise SystemExit(f"jixiao {' '.join(arguments)} ended with {done.returncode}\n{done.stderr}")
    return done.stdout


def shortened(output: str) -> str:
    """The beginning and the end of a long output, a mark between them."""
    lines = output.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= HEAD + TAIL else [*lines[:HEAD], " ⋮", *lines[-TAIL:]])


def runs(line: list[Segment]) -> Iterator[tuple[int, str, Style]]:
    """The pieces of one line, each with its first cell; gaps of two blanks and more are only stepped over."""
    column = 0
    for segment in line:
        for piece in re.split("( {2,})", segment.text):
            if piece.strip():
                yield column, piece, segment.style or Style.null()
            column += cell_len(piece)


def look(style: Style) -> str:
    """The SVG attributes of a terminal style."""
    colour = style.color.get_truecolor(MONOKAI).hex if style.color and not style.color.is_default else INK
    faded = ' opacity="0.6"' if style.dim else ""
    return f'fill="{colour}"' + (' font-weight="bold"' if style.bold else "") + faded


def drawn(output: str, title: str) -> str:
    """The SVG of a terminal window that shows `output`."""
    console = Console(width=COLUMNS, file=StringIO(), force_terminal=True)
    lines = list(Segment.split_lines(console.render(Text.from_ansi(output, no_wrap=True))))
    width, height = 2 * MARGIN + COLUMNS * CELL, BAR + MARGIN + len(lines) * LINE
    texts = [
        f'<text x="{MARGIN + start * CELL}" y="{BAR + (row + 1) * LINE - 5}" textLength="{cell_len(text) * CELL}"'
        f' lengthAdjust="spacingAndGlyphs" {look(style)}>{escape(text).replace(" ", "&#160;")}</text>'
        for row, line in enumerate(lines)
        for start, text, style in runs(line)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
            f' font-family="{FONTS}" font-size="14">',
            f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>',
            f'<text x="{width // 2}" y="22" text-anchor="middle" fill="{INK}" opacity="0.7">{escape(title)}</text>',
            *texts,
            "</svg>\n",
        ]
    )


def drawn_pictures() -> Iterator[tuple[Path, str]]:
    """Every picture: its file and the SVG it should hold."""
    arguments = ["evaluate", "examples/xinxiang-hitech-2023"]
    yield PICTURES / "score-table.svg", drawn(shortened(printed(arguments)), f"jixiao {' '.join(arguments)}")


def main() -> None:
    for picture, svg in drawn_pictures():
        picture.write_text(svg, encoding="utf-8")
        print(picture.relative_to(ROOT))


if __name__ == "__main__":
    main()
