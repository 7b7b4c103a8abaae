"""What a form says in words, and what was left in it: objectives, empty fields, remains of the template, damage."""

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking import Checked
from jixiao.findings import Severity
from jixiao.forms import Form, Objective, Residue, ResidueKind, Said
from jixiao.forms.catalogue import DAMAGE, FIELDS, OBJECTIVE, PLACEHOLDERS, READING, TRUNCATED
from jixiao.forms.execution import budget_of, execution, in_its_unit
from jixiao.forms.profiles import Denominator
from jixiao.forms.values import is_payment, says_all_done
from jixiao.forms.vocabulary import OUTPUT, plain
from jixiao.quantities import fixed_text

_HALF = Fraction(1, 2)
_REQUIRED = ("项目名称", "主管部门", "实施单位")
_CUT_WORDS = re.compile("文字描?|文字描述[:：]?")
_OPEN_END = ("、", "，", ",", "（", "(", "“", "：", ":", "《")


def relations(form: Form, denominator: Denominator) -> Iterator[Checked]:
    """What the words of one form must not say, and what must not be left in it; `denominator` is that of its rate."""
    for objective in form.objectives:
        yield from _objective(form, objective, denominator)
    yield from _fields(form)
    yield from _placeholders(form)
    yield from _damage(form)
    yield from _truncated(form)
    for residue in form.residues_of(ResidueKind.UNREAD):
        yield Checked.not_made(READING, f"{form.label}：“{residue.said}”所在的行没有读出，没有核对", residue.said.place)


def _objective(form: Form, objective: Objective, denominator: Denominator) -> Iterator[Checked]:
    """全部完成 against the money that was paid."""
    row = form.total_money
    row = in_its_unit(row, denominator) if row else None
    done = execution(row, denominator) if row else None
    if row is None or done is None or not says_all_done(objective.actual.text):
        return
    if done >= _HALF:
        yield Checked.held(OBJECTIVE, objective.actual.place)
        return
    percent = f"{fixed_text(done * 100, 2)}%"
    nothing_paid = row.executed.known.value == 0 and is_payment(objective.expected.text)
    paid = f"全年预算 {budget_of(row, denominator)}，执行 {row.executed}（{percent}）"
    yield Checked.failed(
        OBJECTIVE,
        Severity.ERROR if nothing_paid else Severity.WARNING,
        f"{form.label}：总体目标写“{objective.actual}”，资金却{'一分未付' if nothing_paid else '只执行了 ' + percent}",
        f"总体目标是支付款项，完成情况写“{objective.actual}”，而{paid}，两者不能同时成立。"
        if nothing_paid
        else f"完成情况写“{objective.actual}”，而{paid}，又没有说明原因；如果是先完成、后付款，应当写明。",
        objective.actual.place,
        row.executed.place,
        objective.expected.place,
        stated=objective.actual.text,
        expected=f"与执行率 {percent} 相符的完成情况",
    )


def _fields(form: Form) -> Iterator[Checked]:
    blank = [(name, form.fields[name][0]) for name in _REQUIRED if name in form.fields and not form.fields[name][1]]
    if form.objective_heading and not any(one.expected or one.actual for one in form.objectives):
        blank.append(("年度总体目标（预期目标、实际完成情况）", form.objective_heading))
    if not blank:
        yield Checked.held(FIELDS, form.title.place)
        return
    names = "、".join(name for name, _ in blank)
    yield Checked.failed(
        FIELDS,
        Severity.WARNING,
        f"{form.label}：{names}没有填",
        f"{names}是必填内容，表中是空白。",
        *(said.place for _, said in blank),
        stated="空白",
    )


def _placeholders(form: Form) -> Iterator[Checked]:
    """Remains of the template: a warning where nothing else stands for a kind of output, otherwise a note."""
    left = list(form.residues_of(ResidueKind.PLACEHOLDER))
    filled = {line.level2 for line in form.lines}
    filled |= {residue.level2 for residue in form.residues_of(ResidueKind.UNREAD)}
    empty = [kind for kind in form.kinds if kind.block == OUTPUT and kind.level2 not in filled]
    if empty:
        names = "、".join(f"{kind.level2}指标" for kind in empty)
        under = [residue for residue in left if residue.level2 in {kind.level2 for kind in empty}]
        yield Checked.failed(
            PLACEHOLDERS,
            Severity.WARNING,
            f"{form.label}：{names}没有填写指标",
            f"{names}下面只有空白或模板文字（“指标1：”“……”），产出没有完整衡量；不需要的应删去并说明。",
            *(kind.said.place for kind in empty),
            *(residue.said.place for residue in under),
            stated="空白",
        )
        left = [residue for residue in left if residue not in under]
    if left:
        yield _left_over(form, left)


def _left_over(form: Form, left: list[Residue]) -> Checked:
    return Checked.failed(
        PLACEHOLDERS,
        Severity.NOTE,
        f"{form.label}：有 {len(left)} 处模板文字没有删去",
        "表中还留着“指标1：”“……”一类的模板文字，定稿前应删去。",
        *(residue.said.place for residue in left),
        stated=left[0].said.text,
    )


def _damage(form: Form) -> Iterator[Checked]:
    for residue in form.residues_of(ResidueKind.STRAY):
        yield Checked.failed(
            DAMAGE,
            Severity.WARNING,
            f"{form.label}：表头里有无法辨认的数字 {residue.said}",
            f"“项目资金”表头里多出一个数字 {residue.said}，看不出是什么数，请核对原件。",
            residue.said.place,
            stated=residue.said.text,
        )
    for residue in form.residues_of(ResidueKind.HEADING):
        yield Checked.failed(
            DAMAGE,
            Severity.NOTE,
            f"{form.label}：表头一格印作“{residue.said}”",
            "这一格应是“一级指标”一类的表头，可能被别的文字盖住，也可能丢了一个指标，请核对原件。",
            residue.said.place,
            stated=residue.said.text,
        )


def _truncated(form: Form) -> Iterator[Checked]:
    cut = [said for line in form.lines for said in (line.target, line.actual) if said and _is_cut(said)]
    if cut:
        yield Checked.failed(
            TRUNCATED,
            Severity.NOTE,
            f"{form.label}：有 {len(cut)} 格内容不完整",
            f"{'、'.join(f'“{said}”' for said in dict.fromkeys(map(str, cut)))}像是没有写完或被截断，请补全。",
            *(said.place for said in cut),
            stated=cut[0].text,
        )


def _is_cut(said: Said) -> bool:
    words = plain(said.text)
    left_open = words.count("(") > words.count(")") or words.count("“") > words.count("”")
    return _CUT_WORDS.fullmatch(words) is not None or words.endswith(_OPEN_END) or left_open
