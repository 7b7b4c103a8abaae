"""What a copied template leaves behind: placeholders, other places in headings, paragraphs that stop short."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.audit.checks.regulation.asking import Asked
from jixiao.checking import Checked
from jixiao.documents import Paragraph
from jixiao.findings import Place
from jixiao.packs.places import Locality, places
from jixiao.packs.regulations import regulations

_CAPTION = re.compile("^(?:表|附表|图)\\d")
_OUTWARD = re.compile(
    "招商|公司|基地|考察|对口|援|帮扶|合作|学习|交流|调研|协作|驻|展|赴|项目|企业|经验|案例|线路|高速|铁路|公路"
)
_UNIT = re.compile("部门|单位|财政|绩效|预算|决算|支出|收入|评价|局|委员会|政府")
_OPEN_ENDS = ("、", "，", ",", "（", "(", "“", "《", "；的", "以及", "包括")
_LONG = 25  # characters of a paragraph that is no item of a list
_SHOWN = 40


def placeholders(asked: Asked) -> Iterator[Checked]:
    """Words of the template, outside of forms: one finding."""
    words = regulations().placeholder
    found = [
        replace(place, text=each.group())
        for text, place in _texts(asked)
        if len(text) > 1
        for each in words.finditer(text)
    ]
    if not found:
        yield asked.held()
        return
    listed = "、".join(dict.fromkeys(f"“{place.text}”" for place in found))
    why = f"{listed}像是模板里没有替换的文字，定稿前应写明或删去。"
    yield asked.failed(f"留有 {len(found)} 处模板文字", why, *found, stated=found[0].text)


def other_places(asked: Asked) -> Iterator[Checked]:
    """Places in headings and captions about the unit itself that are not its own."""
    own = asked.setting.where
    for text, place in _titles(asked):
        if _OUTWARD.search(text) or not _UNIT.search(text):
            continue
        for named, start, end in places().named_in(text):
            if not own.province:
                yield asked.not_made("看不出被评价单位在哪个省、市，没有核对标题里的地名", place)
            elif named.may_be_within(own):
                yield asked.held(place)
            else:
                yield _foreign(asked, own, text, text[start:end], place)


def cut_text(asked: Asked) -> Iterator[Checked]:
    """Paragraphs that stop at a comma or an open bracket: one finding."""
    cut = [
        passage.place(max(0, len(passage.text) - _SHOWN))
        for passage in asked.material.passages
        if len(passage.text) >= _LONG and passage.text.endswith(_OPEN_ENDS)
    ]
    if cut:
        why = "段落停在逗号、顿号或左括号上，像是没有写完或被截断，请对照原件补全。"
        yield asked.failed(f"有 {len(cut)} 个段落像是没有写完", why, *cut, stated=cut[0].text)
    else:
        yield asked.held()


def _foreign(asked: Asked, own: Locality, title: str, named: str, place: Place) -> Checked:
    why = f"被评价单位在{own}，标题“{title}”写的是{named}，可能是从别的报告带来的。"
    return asked.failed(f"标题里写的是{named}", why, place, stated=named, expected=str(own))


def _titles(asked: Asked) -> Iterator[tuple[str, Place]]:
    for heading in asked.material.headings:
        yield heading.title, heading.place
    for block in asked.material.document.blocks:
        if isinstance(block, Paragraph) and _CAPTION.match(text := "".join(block.text.split())):
            yield text, block.place


def _texts(asked: Asked) -> Iterator[tuple[str, Place]]:
    """Every paragraph and every cell outside of forms, a merged cell once."""
    forms = asked.material.forms.grids
    for block in asked.material.document.blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.place
        elif block.number not in forms:
            yield from (
                (cell.text, cell.place)
                for at, row in enumerate(block.rows)
                for column, cell in enumerate(row)
                if (cell.row, cell.column) == (at, column)
            )
