"""An indicator system without scores, as a plan has it: its codes, as checked when it was read."""

from collections.abc import Iterator

from jixiao.audit.material import Material
from jixiao.checking import Checked
from jixiao.reading.checks import REPEATED_CODE


def system(material: Material) -> Iterator[Checked]:
    """The findings on the codes of a system that states no scores; with scores it is an annex."""
    read = material.system
    if read is None or material.annex is not None:
        return
    found = [each for each in read.findings if each.check == REPEATED_CODE.id]
    for finding in found:
        yield Checked(REPEATED_CODE, finding, place=finding.places[0] if finding.places else None)
    if not found:
        yield Checked.held(REPEATED_CODE, read.place)
