"""Writing the files of a command into a folder: each whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from jixiao.packs.filing import write_whole
from jixiao.refusals import Problem, Refusal


def write_files(out: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write the contents under their names into `out`, which is made where it is missing; returns where they are.

    A name may lead into a folder below (`case/tables.yaml`). Refusal where the folder cannot be written to.
    """
    try:
        for name, content in contents.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(out / name, content)
    except (FileExistsError, NotADirectoryError):
        raise Refusal(Problem(str(out), "", "一个文件", "可以写入的目录", "请换一个目录名")) from None
    except OSError as error:
        found = f"不能写入的目录（{error.strerror}）"
        raise Refusal(Problem(str(out), "", found, "可以写入的目录", "请换一个目录，或检查权限和磁盘空间")) from error
    return [out / name for name in contents]
