"""From relations posed and comparisons made to findings in order: what every room that checks something shares."""

from jixiao.checking.posing import Checked, Posed
from jixiao.checking.weighing import Checkup, NotChecked, weighed

__all__ = ["Checked", "Checkup", "NotChecked", "Posed", "weighed"]
