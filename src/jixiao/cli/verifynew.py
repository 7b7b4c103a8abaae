"""Empty forms of projects, drawn from their objectives."""

import sys
from pathlib import Path

from jixiao.cli.verifywanted import DONE, Wanted, must_not_replace, put, refused
from jixiao.forms.completing import completed
from jixiao.forms.objectives import read_objectives
from jixiao.forms.profiles import profile
from jixiao.reports.verified.forms.files import empty_files, points_note


def draw_new(wanted: Wanted, objectives: Path) -> int:
    """Write the empty forms, in Excel and in Word; what was completed or does not add up is said on standard error."""
    if wanted.out is None:
        raise refused("--out", "空白", "存放空白自评表的文件夹", "请写成 --new 目标.yaml --out 文件夹")
    planned = read_objectives(objectives)
    name = wanted.profile or planned[0].profile or "A"
    own = profile(name)
    if own.audited:
        raise refused("--profile", f"“{name}”（{own.name}）", "有表格的表样", "请换一个表样，如 A")
    forms = [completed(each, own) for each in planned]
    files = empty_files(forms, own)
    must_not_replace(wanted.out, files, "--out")
    for form in forms:
        for note in filter(
            None,
            (*(f"《{form.objectives.project}》：{each}" for each in form.notes), points_note(form.objectives, own)),
        ):
            print(note, file=sys.stderr)
    put(wanted.out, files)
    return DONE
