"""Studies to be put: one with a ready questionnaire, one with a question of every kind."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jixiao.packs.datafile import parse_yaml, validate
from jixiao.reports.surveyed.forms.files import form_files
from jixiao.surveys.questionnaire import Questionnaire
from jixiao.surveys.resolving import ResolvedStudy, resolved
from jixiao.surveys.study import Study

READY = """
name: 满意度调查
year: 2023
department: 甲县某局
project: 饮水工程
client: 甲县财政局
evaluator: 某事务所
groups:
- {name: 办事群众, questionnaire: 服务对象}
- {name: 企业, questionnaire: 企业}
- {name: 工作人员, questionnaire: 工作人员}
- {name: 受益群众, questionnaire: 受益群众}
"""
EVERY_KIND = """
name: 各种题型
groups:
- name: 群众
  questionnaire:
    title: 各种题型的问卷
    group: 群众
    intro: |-
      第一段。
      第二段。
    closing: 谢谢您！
    questions:
    - {text: 您用过哪些服务？, topic: 渠道, kind: 多选, options: [窗口, 网站, 手机, 没有用过]}
    - {text: 去过窗口几次？, kind: 数字, unit: 次, only_if: {question: 第1题, among: [窗口, 网站]}}
    - {text: 您给窗口打几分？, kind: 量表, scale: {low: 1, high: 5}}
    - {text: 您给网站打几分？, kind: 量表, scale: {low: 0, high: 100}, unit: 分}
    - {text: 您对态度是否满意？, options: [满意, 一般, 不满意]}
    - {text: 您对效率是否满意？, options: [满意, 一般, 不满意]}
    - {text: 您对环境是否满意？, options: [满意, 一般, 不满意]}
    - {text: 手机上哪里不好用？, kind: 填空, required: 否, only_if: {question: 第1题, among: [手机]}}
"""


def study(text: str) -> ResolvedStudy:
    """The study in a text."""
    document = parse_yaml(text, "study.yaml")
    return resolved(validate(document, Study), document, Path("."))


def asked(text: str) -> Questionnaire:
    """The questionnaire of the first group of the study."""
    questionnaire = study(text).groups[0].questionnaire
    assert questionnaire is not None
    return questionnaire


@cache
def files(text: str) -> Mapping[str, bytes]:
    """The files of the study in a text."""
    return form_files(study(text))
