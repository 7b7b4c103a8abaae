"""Schemes of satisfaction as data: what comes with Jixiao, and which files are refused."""

from pathlib import Path

import pytest

from jixiao.facts import survey_scheme
from jixiao.packs.schemes import lettered_scheme, read_schemes, satisfaction_schemes
from jixiao.refusals import Refusal
from jixiao.surveys.schemes import SCHEMES, scheme_of

ONE = "schemes:\n- {letters: [A], name: 甲, percent: [100, 50, 0], note: 无}\n"


def test_a_case_and_a_study_mean_the_same_by_a_letter() -> None:
    for letter in "ABCDE":
        of_case, of_study = survey_scheme(letter), scheme_of(letter, 5)
        assert of_case is not None
        assert of_study is not None
        assert tuple(weight * 100 for weight in of_case.weights) == of_study.weights


def test_audits_try_every_scheme_that_a_letter_names() -> None:
    named = {scheme.percent for scheme in satisfaction_schemes() if scheme.letters}
    assert named <= {scheme.weights for scheme in SCHEMES}


@pytest.mark.parametrize(("letter", "answers"), [("A", 4), ("B", 3), ("F", 5), ("E", 2), ("X", 5)])
def test_a_letter_has_no_weights_for_a_number_of_answers_that_it_does_not_list(letter: str, answers: int) -> None:
    assert lettered_scheme(letter, answers) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ONE.replace("100,", "90,"), "从 100 起逐档不升的赋值"),
        (ONE.replace("50, 0", "50, 60"), "从 100 起逐档不升的赋值"),
        (ONE.replace("50", "五十"), "0 到 100 之间的分数线"),
        (ONE + ONE.removeprefix("schemes:\n").replace("甲", "乙"), "各不相同的赋值办法"),
        (ONE + ONE.removeprefix("schemes:\n").replace("50", "60"), "各不相同的赋值办法"),
        (ONE.replace("[A]", "[Z]"), "Z"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "schemes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match=message):
        read_schemes(path)
