"""The words of the world: places, departments, projects and what their indicators count."""

from dataclasses import dataclass

from tests.world.truth import Kind

PLACES = ("清河县", "临江区", "东陵市", "白石县", "青阳区", "永宁市", "南屏县", "北辰区")
DEPARTMENTS = (
    "教育局", "水利局", "民政局", "农业农村局", "卫生健康局", "交通运输局", "文化和旅游局", "生态环境局",
    "人力资源和社会保障局", "住房和城乡建设局", "应急管理局", "科学技术局",
)  # fmt: skip
UNITS = ("机关", "综合服务中心", "事务中心", "执法大队", "信息中心", "监测站")
PROJECTS = (
    "乡村道路养护", "中小学校舍维修", "农村饮水安全巩固提升", "基层卫生服务能力建设", "公共文化场馆免费开放",
    "高标准农田建设", "困难群众救助补助", "老旧小区改造", "职业技能提升培训", "大气污染防治", "防汛抗旱物资储备",
    "森林病虫害防治", "社区养老服务", "食品安全抽检", "应急救援队伍建设", "政务信息系统运维", "城区绿化管护",
    "地质灾害隐患治理", "义务教育营养改善", "科技特派员工作", "残疾人康复服务", "公共法律服务", "河道清淤疏浚",
    "图书馆文献购置",
)  # fmt: skip
PROJECT_ENDINGS = ("项目", "专项资金项目", "经费项目", "补助资金项目")


@dataclass(frozen=True, slots=True)
class Measure:
    """Something an indicator states: its name, its kind of target, its unit, and the whole numbers it is set from."""

    name: str
    kind: Kind
    unit: str = ""
    low: int = 0
    high: int = 0


def _counted(unit: str, low: int, high: int, *names: str) -> tuple[Measure, ...]:
    kinds = (Kind.AT_LEAST, Kind.EXACT, Kind.BARE, Kind.AT_LEAST, Kind.INTERVAL)
    return tuple(Measure(name, kinds[at % 5], unit, low, high) for at, name in enumerate(names))


def _rates(*names: str) -> tuple[Measure, ...]:
    return tuple(Measure(name, Kind.AT_LEAST, "%", 80, 100) for name in names)


def _words(*names: str) -> tuple[Measure, ...]:
    return tuple(Measure(name, Kind.WORDS) for name in names)


_COSTS = (
    Measure("单项工程造价", Kind.AT_MOST, "万元", 50, 900),
    Measure("单位面积成本", Kind.AT_MOST, "元/平方米", 80, 600),
    Measure("人均培训费用", Kind.AT_MOST, "元/人", 200, 900),
)
_QUANTITIES = (
    *_counted("人次", 200, 5000, "培训人次", "服务群众人次", "救助人次"),
    *_counted("公里", 10, 300, "养护道路里程", "疏浚河道长度"),
    *_counted("台", 5, 120, "购置设备数量", "维护设备数量", "更新终端数量"),
    *_counted("次", 4, 60, "开展检查次数", "组织活动次数", "开展宣传次数", "召开现场会次数", "演练次数"),
    *_counted("户", 30, 800, "改造户数", "补助户数"),
    *_counted("份", 100, 9000, "发放宣传材料份数", "抽检样品份数", "建立档案份数"),
)
MEASURES: dict[str, tuple[Measure, ...]] = {
    "数量指标": _QUANTITIES,
    "质量指标": _rates("工程验收合格率", "设备完好率", "培训合格率", "档案完整率", "抽检结果准确率", "物资合格率"),
    "时效指标": (
        Measure("项目完成时间", Kind.DATE),
        Measure("资金拨付时间", Kind.DATE),
        *_rates("任务按时完成率", "资金拨付及时率", "问题按期处置率"),
    ),
    "成本指标": _COSTS,
    "经济成本指标": _COSTS,
    "社会成本指标": (
        Measure("施工扰民投诉数", Kind.AT_MOST, "件", 3, 20),
        Measure("占用公共场地天数", Kind.AT_MOST, "天", 5, 40),
    ),
    "经济效益指标": (
        *_counted("万元", 20, 900, "带动农户增收金额", "带动社会投资"),
        *_counted("人", 20, 400, "带动就业人数"),
    ),
    "社会效益指标": (
        Measure("安全责任事故数", Kind.ZERO, "起"),
        Measure("重大舆情事件数", Kind.ZERO, "件"),
        *_words("公共服务水平", "群众生产生活条件", "社会知晓度"),
        *_rates("受益群众覆盖率", "政策知晓率"),
    ),
    "生态效益指标": (*_words("生态环境质量", "人居环境"), *_rates("垃圾无害化处理率", "水质达标率")),
    "可持续影响指标": (*_words("长效管理机制", "对行业发展的影响"), *_rates("设施持续运行率")),
    "服务对象满意度指标": _rates("服务对象满意度", "受益群众满意度", "参训人员满意度"),
    "资金管理": (*_rates("资金使用合规率", "资金到位率"), *_words("财务管理制度")),
    "工作目标管理": _words("绩效目标合理性", "工作任务科学性"),
    "项目立项": _words("立项依据充分性", "立项程序规范性"),
    "绩效目标": _words("绩效目标明确性", "绩效指标合理性"),
    "组织实施": _words("管理制度健全性", "制度执行有效性"),
}
"""What indicators of a kind of the second level can measure."""

KINDS_OF: dict[str, tuple[str, ...]] = {
    "成本": ("经济成本指标", "社会成本指标"),
    "产出": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度": ("服务对象满意度指标",),
    "资金管理": ("资金管理",),
    "投入管理": ("工作目标管理", "资金管理"),
    "投入": ("项目立项",),
    "决策": ("项目立项", "绩效目标"),
    "过程": ("资金管理", "组织实施"),
}
"""The kinds of the second level under a block of the first."""

QUALITIES = (
    ("有所提升", "较上年有所提升"),
    ("明显改善", "改善明显"),
    ("持续完善", "已建立并持续完善"),
    ("规范", "执行规范"),
    ("长期", "持续发挥作用"),
)
"""A target in words and what a form says when it is met."""
PARTLY = ("基本达到预期，部分环节仍需加强", "部分达到预期")
REASONS = (
    "受天气影响部分工程推迟，下一步加快进度", "部分项目尚在验收，验收后支付尾款", "参与人数少于预计，今后加强组织",
    "前期测算不够准确，今后科学设定目标", "原材料价格上涨，今后加强成本控制",
)  # fmt: skip
