"""The failure of a reader: the words do not make a rule, and why."""


class NotUnderstood(Exception):
    """The words do not make a rule; the text says why, in Chinese. `words` are those that were not understood."""

    def __init__(self, why: str, words: str = "") -> None:
        super().__init__(why)
        self.words = words
