"""LibreOffice, where it is installed, as a program that saves a file in another format."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def libreoffice() -> str | None:
    """The program, or None where it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def converted(program: str, content: bytes, suffix: str, target: str, timeout: int) -> bytes | None:
    """The file in another format; None where LibreOffice fails or takes more than `timeout` seconds.

    `target` is what --convert-to takes: a suffix, perhaps with the name of a filter. No macro is run, no link
    followed, and nothing is left behind: profile and files stand in a folder that is removed.
    """
    with TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder, f"document{suffix}"), Path(folder, "profile")
        source.write_bytes(content)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command = [program, *options, "--convert-to", target, "--outdir", folder, str(source)]
        if _ended_well(command, timeout):
            result = source.with_suffix(f".{target.partition(':')[0]}")
            return result.read_bytes() if result.is_file() else None
        return None


def _ended_well(command: list[str], timeout: int) -> bool:
    """Run the command, for at most so many seconds; whether it succeeded."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return process.returncode == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all it started, where it still runs: LibreOffice is started by a script."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
