"""The theme of a Word file: colours and fonts that a firm may choose from. Our styles name their own fonts."""

from lxml import etree
from scripts.wordtemplates.markup import Element
from scripts.wordtemplates.stylesheet import FANGSONG, HEITI

from jixiao.reports.word.markup import A

COLOURS = {
    "dk2": "1F4E79",
    "lt2": "EDEDED",
    "accent1": "1F4E79",
    "accent2": "9DB5D3",
    "accent3": "7F7F7F",
    "accent4": "C55A11",
    "accent5": "548235",
    "accent6": "BF9000",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme() -> Element:
    """word/theme/theme1.xml, as small as the schema lets it be."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    return etree.fromstring(
        f'<a:theme xmlns:a="{A}" name="绩效"><a:themeElements><a:clrScheme name="绩效">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
        f'{colours}</a:clrScheme><a:fontScheme name="绩效">{_fonts("majorFont", HEITI)}'
        f"{_fonts('minorFont', FANGSONG)}</a:fontScheme>"
        f'<a:fmtScheme name="绩效"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _fonts(kind: str, chinese: str) -> str:
    fonts = f'<a:latin typeface="Times New Roman"/><a:ea typeface="{chinese}"/><a:cs typeface=""/>'
    return f"<a:{kind}>{fonts}</a:{kind}>"
