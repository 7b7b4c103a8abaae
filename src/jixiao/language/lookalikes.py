"""Letters that stand for digits where a machine read a printed page: O.5分, 每l个百分点, 9O%."""

import re

_DIGITS = str.maketrans("OolI", "0011")
_MEASURED = "(?:分(?![类级档段])|%|个百分点|个点|[个项点次处笔件条天日人名起例])"
_FIGURE = re.compile(
    rf"(?<![A-WYZa-wyz\d.])(?:(?=[OolI.]*\d)[\dOolI.]*[OolI][\dOolI.]*(?![A-Za-z])|[OolI](?:\.[\dOolI]+)?(?={_MEASURED}))"
)


def with_digits(text: str) -> str:
    """The text with every such letter as its digit, of the same length; an x before it may be a times sign.

    >>> with_digits("O.5分"), with_digits("每l个百分点扣O.l分"), with_digits("完成率x1O分"), with_digits("CO2下降")
    ('0.5分', '每1个百分点扣0.1分', '完成率x10分', 'CO2下降')
    """
    return _FIGURE.sub(lambda figure: figure.group().translate(_DIGITS), text)
