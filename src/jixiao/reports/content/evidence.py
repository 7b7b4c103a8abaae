"""How the texts name the evidence of a case."""

from collections.abc import Mapping, Sequence

from jixiao.evaluation.case import Case


def evidence_titles(case: Case) -> Mapping[str, str]:
    """The title of each piece of evidence, by its id."""
    return {entry.id: entry.title for entry in case.content.evidence}


def source_note(ids: Sequence[str], titles: Mapping[str, str]) -> str:
    """Where figures come from, as a note says it; "" without evidence."""
    return f"资料来源：{'；'.join(titles.get(each, each) for each in ids)}。" if ids else ""


def evidence_list(titles: Sequence[str]) -> str:
    """Titles of evidence in one clause; where a title is itself a list, they are parted by commas.

    >>> evidence_list(["“三定”方案", "中长期规划"]), evidence_list(["台账、卡片", "访谈记录", "凭证"])
    ('“三定”方案、中长期规划', '台账、卡片，访谈记录，以及凭证')
    """
    if any("、" in title for title in titles) and len(titles) > 1:
        return f"{'，'.join(titles[:-1])}，以及{titles[-1]}"
    return "、".join(titles)
