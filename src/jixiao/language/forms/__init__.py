"""Which form of the catalogue a rule is of (domain reference 15.2)."""

from jixiao.language.forms.naming import form_of

__all__ = ["form_of"]
