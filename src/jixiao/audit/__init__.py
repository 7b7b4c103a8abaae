"""Auditing a finished document: what cannot be true in it, where, and why; and how much was checked and held."""

from jixiao.audit.auditing import Audit, audit
from jixiao.audit.material import Material
from jixiao.checking import Checked, NotChecked, Posed

__all__ = ["Audit", "Checked", "Material", "NotChecked", "Posed", "audit"]
