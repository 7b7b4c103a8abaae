"""Texts that are no rules and try a reader's patience: signs and words of every kind, over and over."""

from collections.abc import Iterator

LONG = 10_000
LONGEST_CELL = 799
"""As long as a cell may be that is still looked at as a rule."""

KINDS: dict[str, tuple[str, ...]] = {
    "words": (
        *("每", "扣", "得", "超过", "不低于", "达到", "以上", "以下", "之间", "的", "分", "个百分点", "权重分"),
        *("按比例", "酌情", "不得分", "满分", "要点", "扣完为止", "最多", "其中", "全部", "不符合", "任选一项"),
        *("取最低", "优良中差"),
    ),
    "marks": ("①", "①②③", "（1）", "1.", "一、", "第一项、", "要点①②", "⑳"),
    "brackets": ("（", "）", "(", "[", "【", "】", "按【", "“", "”", "《", "{", "（含）", "（不含）", "[70%,", "(0,1)"),
    "digits": ("1", "0", "9.", "1/", "1%", "１", "三成", "十百千万", "零", "1-", "1~", "95%-", "1,000,", "1e9"),
    "clauses": (
        *("超过10%", "100%", "每低1%扣1分，", "每低1个百分点扣0.5分；", "90%（含）以上得5分，", "达到95%得满分；"),
        *("80%-90%得3分，", "“甲”每次扣1分；", "甲占1%、", "①有制度得1分；", "优得5分，", "逾期1天扣1分，"),
        *("否则不得分；", "第1-3名得5分，", "每增加1项加1分，", "对每个单位分别按【", "总分达到80分的，"),
    ),
    "formulas": ("得分=(", "得分＝", "A×B×", "(1+", "÷", "/2", "×权重分", "实际值÷目标值×", "-(", "≥", "≤x<"),
    "blanks": (" ", "\n", "\t", "\u3000", "\u200b", "\ufeff", " \n"),
    "strangers": ("\x00", "\u0301", "😀", "\u202e", "㎡", "℃", "\ud800", "�", "abc ", "🈵分", "𠮷"),
}
AROUND = "执行率达到95%的得满分，每低1个百分点扣0.5分，扣完为止。"


def hostile(kind: str, length: int) -> Iterator[str]:
    """The texts of a kind: alone, before a rule, behind one, and within.

    >>> next(hostile("words", 3))
    '每每每'
    """
    half = len(AROUND) // 2
    for piece in KINDS[kind]:
        alone = (piece * length)[:length]
        rest = alone[: max(length - len(AROUND), 0)]
        yield from (alone, rest + AROUND, AROUND + rest, AROUND[:half] + rest + AROUND[half:])
