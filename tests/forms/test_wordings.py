"""The same form in other words: whatever a province calls a cell, however a clerk writes a figure, nothing changes."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import ReadingStatus, read_forms
from jixiao.forms.verifying import VerifiedForm, verified

WORDINGS: Mapping[str, tuple[str, ...]] = {
    "title": ("项目支出绩效自评表", "2023年度项目支出绩效自评表", "附件2：项目支出绩效自评表（2023年度）"),
    "project": ("项目名称", "项目名称：", "项 目 名 称"),
    "department": ("主管部门", "主管部门及代码", "主管部门（盖章）", "预算部门", "主管单位"),
    "unit": ("实施单位", "项目实施单位", "预算单位", "实施单位（盖章）"),
    "money": ("项目资金（万元）", "资金情况（万元）", "项目资金（单位：万元）", "预算执行情况（万元）"),
    "initial": ("年初预算数", "年初预算", "年初预算数（A）", "年初预算安排数"),
    "adjusted": ("全年预算数", "全年预算数（A）", "调整后预算数", "全年预算"),
    "executed": ("全年执行数", "全年执行数（B）", "实际执行数", "全年支出数"),
    "execution_points": ("分值", "分值（10分）", "权重"),
    "rate": ("执行率", "执行率（B/A）", "预算执行率", "执行率（%）", "预算执行率（B/A×100%）"),
    "execution_score": ("得分", "自评得分", "执行率得分"),
    "total_money": ("年度资金总额", "年度资金总额：", "资金总额", "合计", "年度资金 总额", "总额"),
    "source": ("其中：当年财政拨款", "1.财政拨款", "当年财政拨款", "其中：一般公共预算拨款"),
    "carried_over": ("上年结转资金", "结转资金", "2.上年结转"),
    "other": ("其他资金", "其他", "单位资金", "3.其他资金"),
    "blank": ("—", "/", "-", "", "——"),
    "nothing": ("0", "0.00", "—", "/", "", "无"),
    "budget": ("84", "84.00", "84.00万元", "８４"),
    "outturn": ("79.80", "79.80万元", "79.8"),
    "share": ("95%", "95", "95.00%", "95％", "0.95"),
    "ten": ("10", "10分", "10.00"),
    "nine_and_a_half": ("9.5", "9.5分", "9.50"),
    "objective": ("预期目标\t\t实际完成情况", "年初设定目标\t\t全年实际完成情况", "年度目标\t\t年度目标完成情况"),
    "level1": ("一级指标", "一级指标名称"),
    "level3": ("三级指标", "三级指标名称"),
    "target": ("年度指标值", "指标值", "目标值", "年初指标值", "预期指标值"),
    "actual": ("实际完成值", "全年完成值", "完成值", "全年实际完成值"),
    "points": ("分值", "权重", "标准分值", "指标分值"),
    "score": ("得分", "自评得分", "实际得分"),
    "reason": ("偏差原因分析及改进措施", "未完成原因及改进措施", "偏差原因分析", "备注"),
    "output": ("产出指标", "产出指标（50分）", "产 出 指 标", "产出（50分）"),
    "at_least": ("≥200人次", ">=200人次", "不少于200人次", "200人次以上", "≥ 200 人次", "大于等于200人次"),
    "more": ("206人次", "206 人次", "200余人次"),
    "all": ("100%", "＝100%", "=100%", "100％"),
    "at_most": ("≤5天", "5天以内", "不超过5天"),
    "total": ("总分", "合计", "总 分", "总计"),
    "hundred": ("100", "100分", "100.00"),
    "sum": ("99.5", "99.5分", "99.50"),
}


def text_of(words: Mapping[str, str]) -> str:
    """A sound form of the ministry's layout in these words: 95 of 100 executed, every target met."""
    return """\
{title}
{project}\t\t社区培训\t\t\t\t\t\t
{department}\t\t清溪县人社局\t\t{unit}\t\t清溪县培训中心\t\t
{money}\t\t\t{initial}\t{adjusted}\t{executed}\t{execution_points}\t{rate}\t{execution_score}
\t{total_money}\t\t{budget}\t{budget}\t{outturn}\t{ten}\t{share}\t{nine_and_a_half}
\t{source}\t\t{budget}\t{budget}\t{outturn}\t{blank}\t{share}\t{blank}
\t{carried_over}\t\t{nothing}\t{nothing}\t{nothing}\t{blank}\t{blank}\t{blank}
\t{other}\t\t{nothing}\t{nothing}\t{nothing}\t{blank}\t{blank}\t{blank}
年度总体目标\t{objective}
\t开展社区培训200人次。\t\t已培训206人次，学员多数就业。
绩效指标\t{level1}\t二级指标\t{level3}\t{target}\t{actual}\t{points}\t{score}\t{reason}
\t{output}\t数量指标\t培训人次\t{at_least}\t{more}\t20\t20\t
\t\t质量指标\t培训合格率\t{all}\t{all}\t20\t20\t
\t\t时效指标\t证书发放时限\t{at_most}\t4天\t10\t10\t
\t效益指标\t社会效益指标\t就业率\t≥60%\t66%\t30\t30\t
\t满意度指标\t服务对象满意度指标\t学员满意度\t≥90%\t96%\t10\t10\t
{total}\t\t\t\t\t\t{hundred}\t{sum}\t
""".format(**words)


def only_form(words: Mapping[str, str]) -> VerifiedForm:
    document = document_of(text_of(words).encode(), "自评表.txt")
    (form,) = verified(read_forms(document), document).forms
    return form


def must_be_the_same(words: Mapping[str, str]) -> None:
    found = only_form(words)
    form = found.form
    assert found.reading.status is ReadingStatus.READ, found.reading.why
    assert [each.title for each in found.checkup.findings if each.severity is Severity.ERROR] == []
    assert (form.project.text, form.fields["主管部门"][1].text) == ("社区培训", "清溪县人社局")
    assert form.fields["实施单位"][1].text == "清溪县培训中心"
    assert len(form.money) == 4
    assert [str(line.name) for line in form.lines] == ["培训人次", "培训合格率", "证书发放时限", "就业率", "学员满意度"]
    assert found.scored.stated_total is not None
    assert found.scored.stated_total.known.value * 2 == 199
    assert found.scored.computed.exact is not None
    assert found.scored.computed.exact * 2 == 199


USUAL = {cell: wordings[0] for cell, wordings in WORDINGS.items()}


@pytest.mark.parametrize(
    ("cell", "words"), [(cell, words) for cell, wordings in WORDINGS.items() for words in wordings]
)
def test_a_cell_in_other_words_changes_nothing(cell: str, words: str) -> None:
    must_be_the_same({**USUAL, cell: words})


@settings(max_examples=60, deadline=None)
@given(words=st.fixed_dictionaries({cell: st.sampled_from(wordings) for cell, wordings in WORDINGS.items()}))
def test_all_cells_in_other_words_change_nothing(words: dict[str, str]) -> None:
    must_be_the_same(words)


@pytest.mark.parametrize("heading", WORDINGS["rate"])
def test_a_wrong_rate_is_found_under_every_heading(heading: str) -> None:
    found = only_form({**USUAL, "rate": heading, "share": "96%"})
    assert "form.rate" in {each.check for each in found.checkup.findings}
