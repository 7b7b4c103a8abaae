"""What a report must hold: the parts of its outline, its tables, principles, methods and grades, its lead evaluator."""

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.checks.regulation.asking import Asked
from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.documents import Paragraph
from jixiao.findings import Place
from jixiao.packs.regulations import Part, regulations
from jixiao.reading.gradesentences import grade_bands
from jixiao.reading.outline import Heading
from jixiao.reading.tables import Meaning

_HIGHEST_RANKS = 2
_LISTED_ANNEX = re.compile("指标体系|评分|得分")
_PRINCIPLES = re.compile("原则")
_METHODS = re.compile("比较法|成本效益分析|因素分析|最低成本|公众评判|标杆管理|评价方法")
_GRADES = re.compile("(?:优|好)[^。]{0,12}90|90[^。]{0,20}(?:优|好)|等级(?:划分|标准)[^。]{0,40}\\d{2}分")
_GRADE = re.compile("等级|级别|评级")
_LEAD = re.compile("主评人|首席评价师|项目负责人:|项目主评")
_FIRM = re.compile("公司|事务所|研究院|大学|学院|中心")


def parts(asked: Asked) -> Iterator[Checked]:
    """The parts of the outline that no heading names; nothing is concluded where few were recognised."""
    headings = _high(asked.material)
    listed = regulations().outlines[asked.regulation.id]
    missing = _missing(headings, listed)
    if 2 * len(missing) > len(listed):
        yield asked.not_made("标题多数没有认出，无法核对提纲")
    elif missing:
        names = "、".join(f"“{name}”" for name in missing)
        why = f"提纲要求有这{'几' if len(missing) > 1 else '一'}部分，各级标题中没有找到；内容写在别处的可以不理会。"
        yield asked.failed(f"没有找到{names}部分", why, *_last(headings), expected="、".join(missing))
    else:
        yield asked.held()


def tables(asked: Asked) -> Iterator[Checked]:
    """The score table and the indicator table."""
    material = asked.material
    if not is_whole(material):
        return
    has_system = material.system is not None
    has_scores = material.annex is not None or any(table.of(Meaning.SCORE) for table in material.tables)
    if has_system and has_scores:
        yield asked.held()
        return
    named = [heading for heading in material.headings if heading.rank == 0 and _LISTED_ANNEX.search(heading.title)]
    if named:
        yield asked.not_made("列出了指标体系的附件，没有附在文中或没有读出", named[-1].place)
        return
    lacking = " 和".join(name for name, has in (("评分表", has_scores), ("指标体系表", has_system)) if not has)
    yield asked.failed(f"报告没有附{lacking}", f"全文没有找到{lacking}，也没有列出这样的附件。", expected=lacking)


def principles(asked: Asked) -> Iterator[Checked]:
    """Principles, methods and the bands of the grades: in a heading or in a sentence."""
    material = asked.material
    if not is_whole(material):
        return
    texts = [heading.title for heading in material.headings] + [passage.text for passage in material.passages]
    has_bands = grade_bands(material.passages) is not None
    found = {
        "评价原则": any(_PRINCIPLES.search(text) for text in texts),
        "评价方法": any(_METHODS.search(text) for text in texts),
        "等级的分数线": any(_GRADES.search(text) for text in texts) or _has_grade_table(material) or has_bands,
    }
    missing = [name for name, is_there in found.items() if not is_there]
    if missing:
        names = "、".join(missing)
        yield asked.failed(f"没有写明{names}", f"全文没有找到{names}。", expected=names)
    else:
        yield asked.held()


def lead_evaluator(asked: Asked) -> Iterator[Checked]:
    """Whether a firm's report names its lead evaluator."""
    evaluator = asked.setting.cover.evaluator
    if not (_FIRM.search(evaluator) and is_whole(asked.material)):
        return
    paragraphs = (block.text for block in asked.material.document.blocks if isinstance(block, Paragraph))
    cells = (cell.text for grid in asked.material.document.grids() for row in grid.rows for cell in row)
    if any("评人" in text or _LEAD.search(text) for texts in (paragraphs, cells) for text in texts):
        yield asked.held()
    else:
        why = "报告由第三方机构出具，全文没有写明主评人；正式报告应由主评人签名。签名页没有附在这份文件里的可以不理会。"
        yield asked.failed("没有写明主评人", why, expected="主评人姓名和签名")


def is_whole(material: Material) -> bool:
    """Whether the document is a whole report, of which a part that is missing can be said to be missing."""
    listed = regulations().outlines["outline"]
    return 2 * len(_missing(_high(material), listed)) < len(listed)


def _has_grade_table(material: Material) -> bool:
    """Whether a table tells what earns the best grade."""
    return any(
        any(_GRADE.search(text) for text in grid.texts(0))
        and any("优" in cell.text for row in grid.rows for cell in row)
        for grid in material.document.grids()
    )


def _high(material: Material) -> list[Heading]:
    return [heading for heading in material.headings if heading.rank <= _HIGHEST_RANKS]


def _missing(headings: Sequence[Heading], listed: Sequence[Part]) -> list[str]:
    return [part.name for part in listed if not any(_holds(heading, part.words) for heading in headings)]


def _holds(heading: Heading, words: tuple[str, ...]) -> bool:
    return any(word in heading.title for word in words)


def _last(headings: list[Heading]) -> tuple[Place, ...]:
    """Where a part would stand that is missing: behind the last heading of the first rank."""
    return tuple(heading.place for heading in headings if heading.rank == 1)[-1:]
