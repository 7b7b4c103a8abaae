"""What a report says, as the plain values that JSON knows."""

from dataclasses import fields, is_dataclass
from decimal import Decimal


def plain(value: object) -> object:
    """The value for JSON: parts by the names of their fields, lists, numbers of any size as text.

    >>> from jixiao.reports.content.parts import Series
    >>> plain(Series("得分率", (Decimal("80.00"), None)))
    {'name': '得分率', 'values': ['80.00', None]}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value
