"""Limits that a process sets itself before it works on what anyone may have made."""

import sys


def limit_process(memory: int, seconds: int) -> None:
    """Have the system hold this process to so many bytes and seconds of work, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds + 1)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS knows no limit of memory
            continue
