"""The self-evaluation of a department from the forms of its projects and a file of what is told."""

import sys
from pathlib import Path

from jixiao.cli.auditjobs import Job, Setting
from jixiao.cli.auditmany import gathered
from jixiao.cli.verifymany import told_of, verified_on
from jixiao.cli.verifywanted import DONE, FOUND_ERRORS, Wanted, put, refused
from jixiao.forms.departments import DepartmentTold
from jixiao.forms.profiles import profile
from jixiao.packs.datafile import load
from jixiao.reports.verified.department.files import department_files
from jixiao.reports.verified.department.projects import Projects


def run_department(wanted: Wanted, file: Path) -> int:
    """Write form, list and report; what was not read, is wrong or lacking, or does not agree is said on the screen."""
    if wanted.out is None:
        mend = "请写成 jixiao verify 文件夹 --department 部门.yaml --out 结果文件夹"
        raise refused("--out", "空白", "存放部门自评材料的文件夹", mend)
    told = load(file, DepartmentTold)
    own = profile(wanted.profile or told.profile)
    paths = [(path, name) for path, name in gathered(wanted.paths, wanted.out) if path.resolve() != file.resolve()]
    jobs = [Job(str(path), name, Setting()) for path, name in paths]
    files = told_of(verified_on(wanted.engine, jobs, wanted.time_limit)).told
    projects = Projects.of(files)
    if not projects.forms:
        mend = "请给出存放各项目自评表的文件夹"
        raise refused("", "没有自评表的文件", "各项目的自评表", mend)
    made = department_files(told, projects, own)
    put(wanted.out, made.files)
    unread = (f"没有读出：{form.source}，没有计入：{form.why}" for form in projects.unread)
    faulty = (f"《{form.label}》自评表有错误，请先更正（{form.source}）。" for form in projects.faulty)
    pending = (f"报告中待填写：{what}" for what in made.pending)
    for line in (*unread, *faulty, *made.disagreements, *pending):
        print(line, file=sys.stderr)
    return FOUND_ERRORS if made.disagreements or projects.faulty else DONE
