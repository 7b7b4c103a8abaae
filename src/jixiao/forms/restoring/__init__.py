"""Forms whose tables fell apart on the way: their cells stand in paragraphs, and are put back into rows here."""

from jixiao.forms.restoring.regions import Torn, restored

__all__ = ["Torn", "restored"]
