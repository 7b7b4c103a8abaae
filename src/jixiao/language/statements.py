"""What a sentence fails to state: the reason why it was not understood."""


class NotUnderstood(Exception):
    """The words do not make a rule; the text says why, in Chinese. `words` are those that were not understood."""

    def __init__(self, why: str, words: str = "") -> None:
        super().__init__(why)
        self.words = words
