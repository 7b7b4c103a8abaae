"""How names and places are written inside the sentences a user reads."""


def nested(text: str) -> str:
    """The text as it stands inside quotation marks: its own become single ones.

    >>> nested("“三公”经费合计")
    '‘三公’经费合计'
    """
    return text.translate(_SINGLE)


def cited(text: str) -> str:
    """The text in quotation marks.

    >>> cited("“三公”经费"), cited("支出总额")
    ('“‘三公’经费”', '“支出总额”')
    """
    return f"“{nested(text)}”"


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


_SINGLE = str.maketrans("“”", "‘’")
