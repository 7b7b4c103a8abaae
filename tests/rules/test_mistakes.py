"""A rule that is written wrongly is refused with its place, what was found, and what was expected."""

import pytest
from tests.rules.reading import mistake, mistake_in

from jixiao.packs.trees import Tree
from jixiao.rules import RuleError, read_total_rules

PIECE: Tree = {"when": "any", "gives": "100%"}
UNKNOWN_GRADE: Tree = {"word": "优", "gives": "1分", "need": "2", "at_least": "良"}
NEED_OF_NOTHING: Tree = {"word": "优", "gives": "1分", "need": "2"}


def test_a_misspelt_key_is_refused_with_the_nearest_known_one() -> None:
    error = mistake_in(checklist={"poinst": "equal"})
    assert error.path == ("checklist", "poinst")
    assert str(error) == "读到不认识的键“poinst”，应为points、count、partly、by、tolerance 之一（是否要写 points？）"


def test_a_misspelt_key_of_the_rule_itself_is_refused_likewise() -> None:
    error = mistake({"text": "一", "source": "ours", "fixed": "100%", "not_aplicable": "full"})
    assert error.path == ("not_aplicable",)
    assert "是否要写 not_applicable？" in error.expected


def test_an_unknown_key_far_from_all_others_gets_no_guess() -> None:
    assert "是否" not in mistake_in(fixed="100%", zzz="1").expected


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ({"source": "ours", "fixed": "100%"}, "没有 text"),
        ({"text": "一", "fixed": "100%"}, "没有 source"),
        ({"text": "一", "source": "ours"}, "一个也没有"),
        ({"text": "一", "source": "ours", "fixed": "100%", "levels": {"优": "1分", "差": "0"}}, "levels、fixed"),
        ({"text": "一", "source": "hearsay", "fixed": "100%"}, "“hearsay”"),
        ({"text": "一", "source": "ours", "fixed": "100%", "not_applicable": "half"}, "“half”"),
        ("按比例计分", "“按比例计分”"),
    ],
)
def test_a_rule_states_its_sentence_its_source_and_exactly_one_part(tree: Tree, said: str) -> None:
    assert said in mistake(tree).found


@pytest.mark.parametrize(
    ("piece", "path", "said"),
    [
        ({"when": "≥95", "gives": "100%"}, "when", "是 95% 还是 9500%？"),
        ({"when": "any", "gives": "5"}, "gives", "是权重分的 5% 还是 5分？"),
        ({"when": "any", "loses": "5%", "per": "1", "from": "0"}, "per", "是 1% 还是 100%？"),
        ({"when": "any", "loses": "5%", "per": "1%", "from": "0.95"}, "from", "是 0.95% 还是 95%？"),
        ({"when": ">0%", "inverse": "30"}, "inverse", "是 30% 还是 3000%？"),
    ],
)
def test_a_bare_figure_in_a_rate_rule_is_refused_with_both_readings(piece: Tree, path: str, said: str) -> None:
    error = mistake_in(curve={"of": "rate", "pieces": [piece]})
    assert error.path == ("curve", "pieces", 0, path)
    assert said in error.expected


def test_a_bare_anchor_is_refused_with_both_readings_and_its_place() -> None:
    error = mistake_in(curve={"of": "rate", "pieces": [{"when": "any", "line": [["0%", "0%"], ["90", "100%"]]}]})
    assert error.path == ("curve", "pieces", 0, "line", 1, 0)
    assert "是 90% 还是 9000%？" in error.expected


def test_zero_and_fractions_and_percentage_points_need_no_sign() -> None:
    for per in ("1%", "1/100", "1个百分点"):
        with pytest.raises(AssertionError, match="accepted"):
            mistake_in(curve={"of": "rate", "pieces": [{"when": "≥0", "loses": "1/3", "per": per, "from": "0"}]})


def test_a_percentage_where_things_are_counted_is_refused() -> None:
    error = mistake_in(curve={"of": "faults", "pieces": [{"when": "≤5%", "gives": "100%"}]})
    assert error.path == ("curve", "pieces", 0, "when")
    assert "不带单位" in error.expected


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("90%以上", "这样的范围"),
        ("≠100%", "“≠”请分写成“<”和“>”两档"),
        ("≥80%, ≥90%", "每一端只写一个界限"),
        ("=80%, <90%", "每一端只写一个界限"),
    ],
)
def test_a_range_says_each_of_its_ends_once(when: str, said: str) -> None:
    assert said in mistake_in(curve={"of": "rate", "pieces": [{"when": when, "gives": "100%"}]}).expected


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        ({"when": "any"}, "一个也没有"),
        ({"when": "any", "gives": "1分", "line": []}, "gives、line"),
        ({"gives": "1分"}, "没有 when"),
        ({"when": "any", "loses": "1分", "per": "1%"}, "没有 from"),
        ({"when": "any", "gives": "1分", "per": "1%"}, "不认识的键“per”"),
        ({"when": "any", "line": [["0%", "0%"]]}, "一个列表（1 项）"),
        ({"when": "any", "line": [["0%", "0%"], ["1%"]]}, "一个列表（1 项）"),
        ({"when": "any", "loses": "1分", "per": "1%", "from": "0%", "steps": "hole"}, "“hole”"),
        ({"when": "any", "gives": "许多"}, "“许多”"),
        ({"when": "any", "gives": ""}, "空白"),
    ],
)
def test_a_piece_gives_in_exactly_one_way(piece: Tree, said: str) -> None:
    assert said in mistake_in(curve={"of": "rate", "pieces": [piece]}).found


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"curve": {"of": "speed", "pieces": [PIECE]}}, "“speed”"),
        ({"curve": {"of": "rate", "pieces": []}}, "一个空列表"),
        ({"curve": {"of": "rate", "pieces": [PIECE], "count": "3"}}, "“3”"),
        ({"curve": {"of": "rate", "pieces": [PIECE], "absolute": "perhaps"}}, "“perhaps”"),
        ({"checklist": {"points": "equal"}}, "equal，但没有要点"),
        ({"checklist": {"points": ["1分"], "by": "luck"}}, "“luck”"),
        ({"checklist": {"points": ["1分"], "by": "completion", "partly": "50%"}}, "partly、by"),
        ({"switch": {"on": "hold", "then": {"fixed": "1分"}, "else": {"fixed": "0"}}}, "“hold”"),
        ({"guard": {"points": ["0"], "rule": {"fixed": "1分"}}}, "一个列表（1 项）"),
        ({"guard": {"points": ["-1"], "rule": {"fixed": "1分"}}}, "“-1”"),
        ({"each": {"mean": "median", "rule": {"fixed": "1分"}}}, "“median”"),
        ({"lowest": [{"fixed": "1分"}]}, "只有一项"),
        ({"choose": [{"fixed": "1分"}]}, "只有一项"),
        ({"levels": {"优": "100%"}}, "一组键值（优）"),
        ({"levels": {"优": "≥80", "差": "0%"}}, "“80”"),
        ({"deductions": [{"of": "迟报", "void": "true", "each": "1分"}]}, "不认识的键“each”"),
        ({"experts": {"scale": "许多"}}, "“许多”"),
        ({"grade_count": {"aspects": "2", "scale": ["优", "差"], "bars": [UNKNOWN_GRADE]}}, "“良”"),
        ({"grade_count": {"aspects": "2", "scale": ["优"], "bars": [NEED_OF_NOTHING]}}, "need"),
        ({"parts": [{"name": "甲"}]}, "一个列表（1 项）"),
    ],
)
def test_every_part_says_what_it_does_not_understand(part: dict[str, Tree], said: str) -> None:
    assert said in mistake({"text": "按规定计分。", "source": "ours", **part}).found


def test_a_guard_cannot_need_a_point_that_does_not_exist() -> None:
    guard: Tree = {"points": ["4"], "rule": {"checklist": {"points": "equal"}}}
    error = mistake({"text": "按规定计分。", "source": "ours", "guard": guard}, criteria=3)
    assert error.expected == "1 到 3 的要点序号"


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ([{"name": "甲", "penalty": "2"}], "“2”"),
        ([{"name": "甲", "penalty": "2%"}], "“2%”"),
        ([{"name": "甲", "bonus": "1分", "at_most": "5%"}], "“5%”"),
        ([{"name": "甲", "penalty": "0分"}], "“0分”"),
        ([{"name": "甲"}], "一个也没有"),
        ([{"name": "甲", "penalty": "1分", "cap": "良"}], "penalty、cap"),
        ([{"name": "甲", "cap": "良", "at_most": "1分"}], "不认识的键“at_most”"),
        ([{"name": "甲", "cap": "良"}, {"name": "甲", "cap": "中"}], "“甲”出现两次"),
        ([{"cap": "良"}], "没有 name"),
    ],
)
def test_rules_about_the_total_are_refused_likewise(rules: Tree, said: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_total_rules(rules)
    assert said in raised.value.found


def test_no_rules_about_the_total_are_no_mistake() -> None:
    assert read_total_rules([]) == ()
    assert read_total_rules("") == ()
