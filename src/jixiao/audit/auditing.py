"""The audit itself: every family looks at the document, and what they pose and compare is weighed together."""

from collections.abc import Iterable

from jixiao.audit.families import FAMILIES, Family
from jixiao.audit.material import Material
from jixiao.checking import Checkup, weighed

Audit = Checkup
"""What an audit found: the findings in the order of their consequence, how much was checked, what was not."""


def audit(material: Material, families: Iterable[Family] = FAMILIES) -> Audit:
    """Audit a document with all families of checks, or some. What could not be compared is listed, never passed."""
    return weighed(one for family in families for one in family(material))
