"""How places are written inside the sentences a user reads."""


def inside(file: str, place: str) -> str:
    """A place in a file or a sheet, as a user reads it.

    >>> inside("tables/支出.csv", "第 4 行“决算数”"), inside("工作表“支出预决算表”", "第 4 行“决算数”")
    ('tables/支出.csv 第 4 行“决算数”', '工作表“支出预决算表”第 4 行“决算数”')
    """
    return f"{file}{'' if file.endswith('”') or not place else ' '}{place}"


def apart(file: str) -> str:
    """A file or a sheet between Chinese words: a file name is set apart by spaces.

    >>> f"在{apart('tables/支出.csv')}中", f"在{apart('工作表“支出预决算表”')}中"
    ('在 tables/支出.csv 中', '在工作表“支出预决算表”中')
    """
    return file if file.startswith("工作表") and file.endswith("”") else f" {file} "
