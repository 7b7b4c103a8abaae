"""Rules about points, parts, faults, grades and the total in other words, and what must not be read as such a rule."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from jixiao.cli.ruleanswers import Question, answer

SENTENCES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("other_words.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("said", SENTENCES, ids=lambda said: said["text"][:24])
def test_the_score_is_the_one_worked_by_hand(said: dict[str, Any]) -> None:
    question = Question(said["text"], Fraction(said["weight"]), "", tuple(said.get("criteria", ())), said["input"])
    given = answer(question)
    assert given.score == said["score"], given.why


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("方案经批准的得4分，招标程序合规的得3分，合同规范的得3分，各项分别计分，累计得分不超过8分。", 10),
        ("①②③各占1/3，符合得分，否则本指标不得分。", 6),
        ("①有办法；②程序清楚；③公示。其中①是前提条件，没有的扣1分；①得1分，②得2分，③得2分。", 5),
        ("未开展自评的，得2分；已开展的，按下列要点计分，每符合一项得2分：①全覆盖；②有佐证；③结论一致。", 6),
        ("①采购制度；②合同制度；③资产办法；④档案规定。每缺一项制度扣1分。", 4),
        ("无论①②③完成如何，发生事故的扣2分；①②③④各占25%。", 8),
        ("各子项目按执行率乘以10分分别计分（最高8分），再以各子项目预算金额为权数加权平均。", 10),
        (
            "培训出勤率、培训合格率各占二分之一权重。出勤率达到90%得满分；合格率达到95%得满分。"
            "培训弄虚作假的，合格率部分不得分。",
            10,
        ),
        (
            "①截至6月30日，执行率≥45%，得1分；②截至12月31日，执行率≥95%，得3分。哪个节点未达标，哪个节点扣一半分。",
            4,
        ),
        ("6月底支付进度不低于50%得2分；9月底不低于75%得4分，任一时点不达标扣2分。", 6),
        ("计划完成率、资金支付率分别乘以4分计分，最高均为4分，以得分低者作为本指标得分。", 5),
        ("每获得一项省级表彰加1分，最多加3分，加分后总得分不超过本指标满分12分。", 10),
        ("绩效得分90分以上的，服务费全额拨付；90分以下的，不予拨付。", 100),
        ("每有1人次迟到扣0.1分，每有1人次旷工扣1分，扣完4分为止。", 6),
        ("以8分为基础分，每出现一次违规扣1分。", 10),
        ("每项任务的得分为该项分值乘以完成比例再打八折：①修路占60%；②架桥占40%。", 10),
        ("完成率不低于95%的任务认定为达标任务，低于95%的按比例折算，按达标任务数量占任务总数的比例计算得分。", 6),
    ],
)
def test_what_other_clauses_change_is_not_read(text: str, weight: int) -> None:
    assert answer(Question(text, Fraction(weight), "", (), {})).status == "unread"
