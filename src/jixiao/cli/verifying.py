"""The command that verifies self-evaluation forms: a file, many files, a store; draws empty and prints filled ones."""

import json
import sys
from pathlib import Path

from rich.console import Console

from jixiao.cli.verifywanted import Wanted, exit_code, refused

ENGINES = ("duckdb", "spark")
_WIDTH = 80


def run_verify(wanted: Wanted) -> int:
    """Do what was asked for; the exit code says whether findings of severity error were made."""
    _check(wanted)
    if wanted.new is not None:
        from jixiao.cli.verifynew import draw_new

        return draw_new(wanted, wanted.new)
    if not wanted.paths:
        mend = "请写成 jixiao verify 自评表.xlsx，或 jixiao verify 文件夹"
        raise refused("", "空白", "自评表、文件夹或自评表库", mend)
    if wanted.printed is not None:
        from jixiao.cli.verifyprint import print_forms

        return print_forms(wanted, wanted.printed)
    if wanted.department is not None:
        from jixiao.cli.verifydepartment import run_department

        return run_department(wanted, wanted.department)
    from jixiao.cli.verifystore import is_store, run_store

    if any(is_store(path) for path in wanted.paths):
        return run_store(wanted, _console(stderr=wanted.as_json))
    alone = len(wanted.paths) == 1 and not wanted.paths[0].is_dir()
    if alone and wanted.out is None and wanted.store is None and wanted.engine == ENGINES[0]:
        return _run_one(wanted.paths[0], wanted)
    from jixiao.cli.verifymany import run_many

    return run_many(wanted, _console(stderr=wanted.as_json))


def _check(wanted: Wanted) -> None:
    """Refuse what was mistyped before any file is opened."""
    _check_together(wanted)
    if wanted.engine not in ENGINES:
        raise refused("--engine", f"“{wanted.engine}”", f"{'、'.join(ENGINES)} 之一", "请改写这一项")
    if wanted.out is not None and wanted.out.is_file():
        raise refused("--out", f"文件“{wanted.out}”", "一个文件夹", "请写成 --out 结果文件夹")
    if wanted.profile:
        from jixiao.forms.profiles import profile

        profile(wanted.profile)


def _check_together(wanted: Wanted) -> None:
    """Refuse what would do nothing beside the rest, rather than leave it out in silence."""
    ways = {"--new": wanted.new, "--print": wanted.printed, "--department": wanted.department}
    asked = [option for option, value in ways.items() if value is not None]
    if len(asked) > 1:
        raise refused("", f"{'、'.join(asked)}写在一起", "其中一项", "请分几次运行")
    beside = {
        "--store": bool(asked) and wanted.store is not None,
        "--json": bool(asked) and wanted.as_json,
        "--out": wanted.printed is not None and wanted.out is not None,
        "自评表": wanted.new is not None and bool(wanted.paths),
    }
    if idle := [what for what, is_given in beside.items() if is_given]:
        raise refused(asked[0], f"另外写的{'、'.join(idle)}", f"单独的 {asked[0]}", "请去掉用不上的再运行")


def _run_one(path: Path, wanted: Wanted) -> int:
    from jixiao.cli.verifyjobs import verified_bytes
    from jixiao.documents.opening import FILE_LIMIT
    from jixiao.packs.filing import bytes_of
    from jixiao.reports.verified.terminal import print_file
    from jixiao.reports.verified.told import verify_json

    file = verified_bytes(bytes_of(path, path.name, FILE_LIMIT), path.name, wanted.profile)
    if wanted.as_json:
        print(json.dumps(verify_json([file.told]), ensure_ascii=False, indent=2))
    elif file.verified.audited:
        print(f"{path.name}：没有读到自评表（{file.verified.audited}）。以下按 jixiao audit 核查。", file=sys.stderr)
        return _audit(path)
    else:
        print_file(path.name, file.told, _console())
    return exit_code([file.told])


def _audit(path: Path) -> int:
    from jixiao.cli.auditing import Wanted as AuditWanted
    from jixiao.cli.auditing import run_audit
    from jixiao.cli.auditjobs import Setting

    return run_audit(AuditWanted([path], Setting(), time_limit=0))


def _console(*, stderr: bool = False) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, width=None if stream.isatty() else _WIDTH, highlight=False)
