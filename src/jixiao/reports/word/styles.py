"""The styles of a document that we write, and those that another document lends it."""

from copy import deepcopy

from jixiao.documents.word import styles as reading
from jixiao.reports.word.markup import w

_REFERENCES = tuple(w(name) for name in ("basedOn", "next", "link"))


class Styles(reading.Styles):
    """The styles part of a document, which takes in styles of another one."""

    def adopt(self, identity: str, lender: "Styles") -> str:
        """The id under which a style of the lender's stands here: the one of that name, or else a copy.

        A document that Word has saved keeps the names of its styles, not their ids. What a copied style is based on
        comes with it; a style the lender does not have either keeps its id.
        """
        name = lender.name(identity)
        if identity in self._by_id and (not name or self.name(identity) == name):
            return identity
        known = self.named(name) if name else None
        if known is not None or not name:
            return known or identity
        copy = deepcopy(lender._by_id[identity])
        while identity in self._by_id:
            identity += "x"
        copy.set(w("styleId"), identity)
        copy.attrib.pop(w("default"), None)
        self._by_id[identity], self._by_name[name] = copy, identity
        self.root.append(copy)
        for reference in copy.iterchildren(*_REFERENCES):
            reference.set(w("val"), self.adopt(reference.get(w("val"), ""), lender))
        return identity
