"""The data of what regulations ask: strict, registered, never an error; places by name."""

from pathlib import Path

import pytest

from jixiao.packs.datafile import load
from jixiao.packs.places import Locality, places
from jixiao.packs.regulations import RegulationFile, regulations
from jixiao.refusals import Refusal

WRITTEN = (Path(__file__).parents[2] / "src/jixiao/packs/data/regulation-checks.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity: warning", "severity: error", "error"),
        ("document: 财预〔2020〕10号", "document: 财预〔2020〕99号", "未登记的文件“财预〔2020〕99号”"),
        ("id: effect_share_department", "id: effect_share_project", "重复的“effect_share_project”"),
        ("  self_report_outline:", "  nobodys_outline:", "没有核查使用的提纲“nobodys_outline”"),
        ("kinds: [评价报告, 评价方案]", "kinds: [总结]", "总结"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in WRITTEN
    file = tmp_path / "regulation-checks.yaml"
    file.write_text(WRITTEN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        load(file, RegulationFile)
    assert said in str(refused.value)


def test_every_check_names_document_and_article() -> None:
    sources = {regulation.id: regulation.source for regulation in regulations().checks}
    assert sources["disclosure"] == "《中华人民共和国预算法实施条例》第六条"
    assert sources["outline"] == "财预〔2020〕10号附件3"


def test_a_document_that_ended_is_not_asked_for_later_years() -> None:
    one = regulations().checks[0].model_dump(by_alias=True) | {"valid": {"from": "2016-05", "to": "2020-02"}}
    regulation = type(regulations().checks[0]).model_validate(one)
    assert [regulation.holds_for(year) for year in (2014, 2015, 2020, 2021)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("郑州", Locality("河南", "郑州")),
        ("郑州市", Locality("河南", "郑州")),
        ("广西壮族自治区", Locality("广西")),
        ("湘西自治州", Locality("湖南", "湘西")),
        ("北京市", Locality("北京")),
        ("云溪县", None),
    ],
)
def test_a_place_is_known_by_its_short_and_its_full_name(name: str, expected: Locality | None) -> None:
    assert places().locality(name) == expected


def test_words_that_only_look_like_a_place_are_none() -> None:
    assert list(places().named_in("城市建设、省级单位、超市、中山大学、来宾接待、各省区市")) == []


def test_places_that_may_be_one_within_another_do_not_exclude_each_other() -> None:
    henan, zhengzhou, luoyang = Locality("河南"), Locality("河南", "郑州"), Locality("河南", "洛阳")
    assert zhengzhou.may_be_within(henan)
    assert Locality().may_be_within(zhengzhou)
    assert not luoyang.may_be_within(zhengzhou)
    assert not Locality("湖北").may_be_within(zhengzhou)
