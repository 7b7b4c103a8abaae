"""The command line: `jixiao …`."""

from jixiao.cli.app import main

__all__ = ["main"]
