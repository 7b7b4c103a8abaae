"""What is raised for a tag that a template cannot have; its file and paragraph are added where it is caught."""


class Unfit(Exception):
    """A tag that is refused: what was found, what is expected, what to do."""

    def __init__(self, found: str, expected: str, mend: str) -> None:
        super().__init__(found, expected, mend)
        self.found, self.expected, self.mend = found, expected, mend
