"""OFD files as documents."""

from jixiao.documents.ofd.reading import read_ofd

__all__ = ["read_ofd"]
