"""The list that counts the headings: 一、 then （一） then 1. then （1）."""

from scripts.wordtemplates.markup import Element, w

CHINESE = "chineseCountingThousand"
LEVELS = ((CHINESE, "%1、"), (CHINESE, "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))


def numbering() -> Element:
    """word/numbering.xml."""
    levels = (_level(level, form, text) for level, (form, text) in enumerate(LEVELS))
    kind = (w("nsid", val="4A580001"), w("multiLevelType", val="multilevel"), w("tmpl", val="4A580002"))
    return w(
        "numbering",
        w("abstractNum", *kind, *levels, abstractNumId=0),
        w("num", w("abstractNumId", val=0), numId=1),
    )


def _level(level: int, form: str, text: str) -> Element:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=f"Heading{level + 1}"),
        w("suff", val="nothing"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=640)),
        ilvl=level,
    )
