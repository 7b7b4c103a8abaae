"""The commands that turn a case into its other form, or begin a new one."""

from pathlib import Path

from jixiao.packs.registry import standard_registry
from jixiao.workbook import convert, new_case

DONE = 0


def run_convert(case: Path, target: Path) -> int:
    """Write the case at `case` as `target`: a workbook where it ends in .xlsx, else a folder."""
    convert(case, target)
    print(f"已写出 {target}")
    return DONE


def run_new(target: Path, pack: str) -> int:
    """Write an empty case from a pack; without a pack, list those there are."""
    if not pack:
        print("请用 --pack 选择指标体系模板：")
        for header in standard_registry().headers.values():
            kind = "示例模板，已设权重和规则" if header.kind == "ready" else "框架，权重和规则待填"
            print(f"  {header.id:<18} {header.name}（{kind}）")
        return DONE
    new_case(target, pack)
    print(f"已写出 {target}")
    return DONE
