"""Names in quotation marks, also those that have some of their own."""

_SINGLE = str.maketrans("“”", "‘’")


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
