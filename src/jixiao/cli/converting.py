"""The commands that turn a case into its other form, or begin a new case or template."""

from pathlib import Path

from jixiao.packs.filing import write_whole
from jixiao.packs.registry import standard_registry
from jixiao.refusals import Problem, Refusal
from jixiao.reports.word.defaults import default_template
from jixiao.workbook import convert, new_case

DONE = 0


def run_convert(case: Path, target: Path) -> int:
    """Write the case at `case` as `target`: a workbook where it ends in .xlsx, else a folder."""
    convert(case, target)
    print(f"已写出 {target}")
    return DONE


def run_new(target: Path | None, pack: str) -> int:
    """Write an empty case from a pack; without a pack, list those there are."""
    if not pack:
        print("请用 --pack 选择指标体系模板：")
        for header in standard_registry().headers.values():
            kind = "示例模板，已设权重和规则" if header.kind == "ready" else "框架，权重和规则待填"
            print(f"  {header.id:<18} {header.name}（{kind}）")
        return DONE
    if target is None:
        expected = "新案例的文件夹，或 .xlsx 工作簿"
        raise Refusal(Problem("jixiao new", "", "没有目标的命令", expected, f"请写成 jixiao new 目标 --pack {pack}"))
    new_case(target, pack)
    print(f"已写出 {target}")
    return DONE


def run_new_template(target: Path, plan: bool) -> int:
    """Write the default template of the report, or of the plan, to be restyled; a target that exists is refused."""
    if target.suffix.lower() != ".docx":
        raise Refusal(Problem(str(target), "", f"“{target.name}”", "以 .docx 结尾的文件名", "请改写文件名"))
    if target.exists():
        raise Refusal(Problem(str(target), "", "已经存在的文件", "还不存在的目标", "请换一个名称，或先移走原有文件"))
    try:
        write_whole(target, default_template("plan" if plan else "report"))
    except OSError as error:
        found = f"不能写入的位置（{error.strerror}）"
        mend = "请先建立上级文件夹，或检查权限和磁盘空间"
        raise Refusal(Problem(str(target), "", found, "可以写入的位置", mend)) from error
    print(f"已写出 {target}")
    return DONE
