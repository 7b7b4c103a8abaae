"""Files as LibreOffice saves them: Word files printed as .pdf, workbooks as .xls of old."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from jixiao.documents.libreoffice import libreoffice

FROM = {".pdf": ".docx", ".xls": ".xlsx"}
"""What each format is saved from."""
_TIMEOUT = 900


def saved(files: Sequence[Path], folder: Path) -> list[Path]:
    """The files in their other format, all saved at once; ends the program where LibreOffice is missing or fails."""
    program = libreoffice()
    if program is None:
        raise SystemExit("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made: list[Path] = []
    for target, source in FROM.items():
        own = [file for file in files if file.suffix == source]
        command = [program, profile, "--headless", "--convert-to", target[1:], "--outdir", str(folder), *map(str, own)]
        if own:
            subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)
        made += [folder / file.with_suffix(target).name for file in own]
    return made
