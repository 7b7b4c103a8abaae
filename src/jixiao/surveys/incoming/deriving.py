"""A questionnaire made from the answers, where none is given: questions from headings, options from texts."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jixiao.findings import Finding, Place, Severity
from jixiao.refusals import Problem, Refusal
from jixiao.surveys.incoming.checks import DERIVED, UNCLEAR_CODES
from jixiao.surveys.incoming.choices import JOINED, RANKED, special_code
from jixiao.surveys.incoming.headings import Heading
from jixiao.surveys.incoming.labels import bare, shown_words, squeezed, without_letter
from jixiao.surveys.incoming.sections import Section
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.wordings import DEGREES, degree_of, is_no_opinion

_PERSONAL = re.compile(
    "^(?:姓名|名字|联系人|电话|手机|微信号?)(?:选填|可不填)?$|姓名$|联系方式|联系电话|手机号|身份证|留.{0,8}电话"
)
_OPEN = re.compile("建议|意见|原因|理由|说明|姓名|电话|联系|填写|具体|哪些方面.*[?？]?$|补充|其他想说")
_IDENTITY = re.compile(
    "性别|年龄|身份|学历|文化程度|职业|职务|岗位|户籍|居住|所在|收入|行业|类型|属于|您是|工龄|民族|规模"
)
_KNOWLEDGE = re.compile("了解|知晓|知道|听说")
_OVERALL = re.compile("总体|整体|综合|总的")
_POINTS = re.compile("打分|评分|几分|多少分|分值")
_RANGE = re.compile(r"(\d{1,3})(?:分)?(?:-|~|—|至|到)(\d{1,3})分?")
_MOST_POINTS = re.compile(r"满分(?:为|是)?([1-9]\d{0,2})分?|([1-9]\d{0,2})分(?:为)?(?:满分|最高|制)")
_FIGURE = re.compile(r"\d{1,6}(?:\.\d{1,3})?")
_TYPED = re.compile("〖.*?〗")
_MOST_OPTIONS = 15
_MOST_CHOSEN = 60
_LONGEST_OPTION = 25
_LONGEST_DEGREE = 12
_MOST_CODES = 20

_STANDARD = ("非常满意", "满意", "一般", "不满意", "非常不满意")
_ALL_DEGREES = frozenset(range(1, DEGREES + 1))
_ENDS = frozenset({1, DEGREES})
_GOOD_AND_BAD = frozenset({2, 4})
_ANOTHER = "其他"


@dataclass
class _Asked:
    """What is known of one question: its heading, its rows, and how many of them have each text, as these appear.

    `options` are those of the columns that belong to it, where each option has a column of its own.
    """

    heading: Heading
    answers: int = 0
    texts: Counter[str] = field(default_factory=Counter)
    options: dict[str, None] = field(default_factory=dict)

    @property
    def degrees(self) -> list[str]:
        """The options on satisfaction where nearly all answers are such; a few others (a note below the table, a slip)
        are answers that cannot be read, and no reason to leave the question out."""
        said = [
            text for text in self.texts if len(text) <= _LONGEST_DEGREE and (degree_of(text) or is_no_opinion(text))
        ]
        rows = sum(self.texts[text] for text in said)
        return said if any(map(degree_of, said)) and rows * 5 >= self.texts.total() * 4 else []


def derived(sections: Sequence[Section], group: str) -> tuple[Questionnaire, list[Finding]]:
    """The questionnaire of the first section that has questions, with the options that all like it show.

    Refusal where no column is a question.
    """
    first = sections[0]
    words = {bare(heading.text) for heading in _questions(first)}
    alike = [each for each in sections if len(words & {bare(h.text) for h in _questions(each)}) * 2 >= len(words)]
    asked = _gathered(alike)
    if not asked:
        mend = "请把各题的题目写在第一行，每列一题"
        raise Refusal(Problem(first.body.file, "", "没有题目列的表格", "每题一列的答卷", mend))
    degrees = _degrees(asked.values())
    questions = [_question(each, degrees) for each in asked.values()]
    ids = [question["id"] for question in questions]
    for number, question in enumerate(questions, 1):
        if ids.count(question["id"]) > 1 or not question["id"]:
            question["id"] = f"第{number}列题"
    title = f"由“{first.body.file}”整理的问卷"
    made = Questionnaire.model_validate({"title": title, "group": group or "受访者", "questions": questions})
    return made, _findings(first, made)


def _questions(section: Section) -> list[Heading]:
    """The headings of questions; who answered is nobody's business, and would be listed with what people wrote."""
    return [heading for heading in section.headings if heading.meta is None and not _is_personal(heading)]


def _is_personal(heading: Heading) -> bool:
    words = bare(heading.label.words)
    return bool(_PERSONAL.search(words)) and "满意" not in words


def _gathered(sections: Iterable[Section]) -> dict[str, _Asked]:
    """The questions by the bare words of their headings; columns of one number and with items in brackets are one."""
    asked: dict[str, _Asked] = {}
    for section in sections:
        for heading in _questions(section):
            column = section.column(heading)
            texts = {text: rows for text, rows in column.counted().items() if special_code(text) is None}
            if _is_part(heading, texts):
                label = heading.label
                known = asked.setdefault(f"{label.number}#{bare(label.words)}", _Asked(heading))
                known.options[label.item] = None
                continue
            known = asked.setdefault(bare(heading.text), _Asked(heading))
            known.answers += section.body.height
            known.texts.update(texts)
    return asked


def _is_part(heading: Heading, texts: Collection[str]) -> bool:
    """Whether the column is that of one option: 0 and 1, and the option in brackets."""
    return bool(heading.label.item) and bool(texts) and {squeezed(text) for text in texts} <= {"0", "1"}


def _question(asked: _Asked, degrees: Mapping[int, str]) -> dict[str, object]:
    label = asked.heading.label
    item = "" if asked.options else label.item
    text = label.words if asked.options else shown_words(asked.heading.text)
    text = text or asked.heading.text
    id_ = "" if label.number is None else f"第{label.number}题" + (f"（{item}）" if item else "")
    question: dict[str, object] = {"id": id_, "text": text}
    if asked.options:
        return question | {"kind": "多选", "options": _at_least_two(list(asked.options))}
    texts = list(asked.texts)
    if any(mark in each for mark in (JOINED, RANKED) for each in texts):
        parts = (part.strip() for each in texts for part in re.split(f"[{JOINED}{RANKED}]", each))
        chosen = dict.fromkeys(_TYPED.sub("", part) for part in parts if special_code(part) is None)
        if len(chosen) <= _MOST_CHOSEN:
            return question | {"kind": "多选", "options": _at_least_two(_in_order(chosen))}
    if all(_FIGURE.fullmatch(squeezed(each)) for each in texts):
        return question | _of_figures(text, [squeezed(each) for each in texts])
    options = list(dict.fromkeys(_TYPED.sub("", each).strip() for each in texts))
    if not _OPEN.search(text) and (said := list(dict.fromkeys(_TYPED.sub("", each).strip() for each in asked.degrees))):
        said += [text for degree, text in degrees.items() if degree not in map(degree_of, said)]
        role = "总体满意度" if _OVERALL.search(text) else "满意度"
        return question | {"options": _of_degrees(said), "role": role}
    if _is_open(text, options, asked.answers):
        return question | {"kind": "填空", "required": "否"}
    role = "了解程度" if _KNOWLEDGE.search(text) else "身份" if _IDENTITY.search(text) else "其他"
    return question | {"options": _at_least_two(_in_order(options)), "role": role}


def _of_figures(text: str, figures: Sequence[str]) -> dict[str, object]:
    """A scale where the heading speaks of points, else options known by their number only, else a number."""
    if not figures:
        return {"kind": "填空", "required": "否"}
    if _POINTS.search(text):
        ends = _ends(squeezed(text))
        return {"kind": "量表", "scale": ends} if ends else {"kind": "数字"}
    codes = {int(figure) for figure in figures if figure.isdecimal()}
    if len(codes) == len(set(figures)) and codes <= set(range(1, _MOST_CODES + 1)):
        return {"options": [str(code) for code in range(1, max(*codes, 2) + 1)], "role": "其他"}
    return {"kind": "数字"}


def _ends(text: str) -> dict[str, str] | None:
    """The least and the most points that a heading names; from 0 where it says only how many are the most.

    >>> _ends("请打分(1-10分)"), _ends("请打分(10分最高)"), _ends("请打分")
    ({'low': '1', 'high': '10'}, {'low': '0', 'high': '10'}, None)
    """
    found = _RANGE.search(text)
    if found and int(found[1]) < int(found[2]):
        return {"low": found[1], "high": found[2]}
    most = _MOST_POINTS.search(text)
    return (
        {"low": "0", "high": most[1] or most[2]} if most else {"low": "0", "high": "100"} if "百分制" in text else None
    )


def _is_open(text: str, options: Sequence[str], answers: int) -> bool:
    if all(without_letter(option)[0] for option in options):
        return len(options) > _MOST_OPTIONS
    is_short = len(options) <= _MOST_OPTIONS and all(len(option) <= _LONGEST_OPTION for option in options)
    if not options or not is_short:
        return True
    if any(degree_of(option) or is_no_opinion(option) for option in options):
        return False
    most = answers - 1 if _IDENTITY.search(text) or _KNOWLEDGE.search(text) else answers // 2
    return bool(_OPEN.search(text)) or len(options) > max(most, 2)


def _degrees(asked: Iterable[_Asked]) -> dict[int, str]:
    """The wording of each degree, where all questions of satisfaction use one and the same."""
    found: dict[int, set[str]] = {}
    for each in asked:
        for text in each.degrees:
            if not is_no_opinion(text):
                found.setdefault(degree_of(text) or 0, set()).add(text)
    if any(len(texts) > 1 for texts in found.values()):
        return {}
    return {degree: next(iter(texts)) for degree, texts in found.items()}


def _of_degrees(options: Sequence[str]) -> list[str]:
    """The options from the best to the worst, then those without an opinion, with those that nobody chose.

    What an option counts depends on how many there are, so the ones never seen belong to the scale: whoever could be
    非常满意 could be 非常不满意 too, and beside 满意 stood 不满意.
    """
    known = {degree for option in options if not is_no_opinion(option) and (degree := degree_of(option))}
    whole = _ALL_DEGREES if known & _ENDS else {*known, *_GOOD_AND_BAD}
    unseen = [_STANDARD[degree - 1] for degree in whole - known]
    return sorted([*options, *unseen], key=lambda option: (is_no_opinion(option), degree_of(option) or 0))


def _in_order(options: Iterable[str]) -> list[str]:
    """The options by their letters, else by their first figures, else as they came."""
    listed = [option for option in options if option]
    letters = [without_letter(option)[0] for option in listed]
    if all(letters) and len(set(letters)) == len(letters):
        return [option for _, option in sorted(zip(letters, listed, strict=True))]
    figures = [re.search(r"\d+", option) for option in listed]
    if all(figures):
        return sorted(listed, key=_by_figures)
    return sorted(listed, key=lambda option: option.startswith(_ANOTHER))


def _by_figures(option: str) -> tuple[int, int]:
    """By the first figure; 以下 stands before and 以上 behind a range that begins with it."""
    found = re.search(r"\d+", option)
    return int(found[0]) if found else 0, 0 if "下" in option else 2 if "上" in option and "-" not in option else 1


def _at_least_two(options: Sequence[str]) -> list[str]:
    return [*options, _ANOTHER] if len(options) == 1 else list(options)


def _findings(section: Section, made: Questionnaire) -> list[Finding]:
    place = Place(file=section.body.file)
    explanation = (
        f"没有给出问卷。{len(made.questions)} 道题取自“{section.body.file}”的表头，选项取自出现过的回答，"
        "满意程度按措辞排列，没有人选的档次照五级（没有“非常”“很”的照满意、不满意两端）补齐。请核对各题的选项和档次，最好另给问卷。"
    )
    title = "题目和选项由答卷整理"
    found = [Finding(DERIVED.id, Severity.WARNING, DERIVED.kind, title, explanation, places=(place,))]
    by_code = [q.id for q in made.questions if q.kind == "单选" and all(_is_code(option.text) for option in q.options)]
    if by_code:
        title = f"{len(by_code)} 道题只有数字或字母，不知是什么选项"
        explanation = (
            f"“{section.body.file}”的{_listed(by_code)}只写选项的序号或字母，没有问卷就不知道是什么选项，不能计算满意度。"
            "请给出问卷，或改按选项文本导出。"
        )
        found.append(_unclear(title, explanation, place))
    by_points = [q.id for q in made.questions if q.kind == "数字" and _POINTS.search(q.text)]
    if by_points:
        title = f"{len(by_points)} 道题是打分，不知满分是多少"
        explanation = (
            f"“{section.body.file}”的{_listed(by_points)}没有写明分值的范围，没有计入满意度。"
            "请在题目中写明（例如“1-10分”），或给出问卷。"
        )
        found.append(_unclear(title, explanation, place))
    return found


def _is_code(option: str) -> bool:
    return option.isdecimal() or (len(option) == 1 and option.isascii() and option.isalpha())


def _listed(ids: Sequence[str]) -> str:
    return "、".join(ids[:_MOST_CODES]) + (f"等 {len(ids)} 题" if len(ids) > _MOST_CODES else "")


def _unclear(title: str, explanation: str, place: Place) -> Finding:
    return Finding(UNCLEAR_CODES.id, Severity.ERROR, UNCLEAR_CODES.kind, title, explanation, places=(place,))
