"""What is raised when a file, a rule, a pack or a template cannot be accepted.

A wrong *document* under audit yields findings, which are data. A wrong *input* (a case that cannot be
scored, a pack that contradicts itself) is refused as a whole before anything is computed or written,
with one sentence per problem: which file, which place, what was found, what was expected, what to do.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason for a refusal; every text is Chinese and names things as the user sees them.

    >>> print(Problem("facts.yaml", "第 3 行 value", "“95”", "带单位的比率", "请写成 95%"))
    facts.yaml，第 3 行 value：读到“95”，应为带单位的比率。请写成 95%。
    >>> print(Problem("甲", "", "“E1”", "佐证材料中的编号", "是否要写 E01？"))
    甲：读到“E1”，应为佐证材料中的编号。是否要写 E01？
    """

    file: str
    place: str
    found: str
    expected: str
    mend: str

    def __str__(self) -> str:
        where = "，".join(part for part in (self.file, self.place) if part)
        mend = self.mend.rstrip("。")
        end = "" if mend.endswith(("？", "！")) else "。"
        return f"{where}：读到{self.found}，应为{self.expected}。" + (f"{mend}{end}" if mend else "")


class Refusal(Exception):
    """Raised when input is refused; carries every problem found, at least one."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("a refusal needs at least one problem")
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def in_file(refusal: Refusal, file: str) -> Refusal:
    """The same refusal, its problems placed in `file` where they name no file yet."""
    return Refusal(*(p if p.file else replace(p, file=file) for p in refusal.problems))


__all__ = ["Problem", "Refusal", "in_file"]
