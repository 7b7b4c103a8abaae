"""An indicator system without scores, as a plan has it: its weights and codes, as checked when it was read."""

from collections.abc import Iterator

from jixiao.audit.material import Material
from jixiao.audit.posing import Checked
from jixiao.findings import Severity
from jixiao.reading.checks import IMPORT_CHECKS, REPEATED_CODE, WEIGHT_SUM

_ASKED = {WEIGHT_SUM.id, REPEATED_CODE.id}


def system(material: Material) -> Iterator[Checked]:
    """The findings on the weights and codes of a system that states no scores; with scores it is an annex."""
    read = material.system
    if read is None or material.annex is not None:
        return
    found = [each for each in read.findings if each.check in _ASKED and each.severity is Severity.ERROR]
    for finding in found:
        yield Checked(IMPORT_CHECKS[finding.check], finding, place=finding.places[0] if finding.places else None)
    if not found:
        yield Checked.held(WEIGHT_SUM, read.place)
