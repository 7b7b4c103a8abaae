"""docs/profiles.md: what is committed is what the script writes, and the profile it shows is accepted."""

import re
from fractions import Fraction
from pathlib import Path

from scripts.profiles_page import PAGE, page

from jixiao.forms.profiles import Profile, profile, profiles
from jixiao.forms.profiles.model import IndicatorLayout, MoneyLayout
from jixiao.forms.profiles.scores import Execution, Scoring


def test_the_committed_page_is_what_the_script_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make pages`"


def test_the_profile_shown_is_accepted(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "本县.yaml").write_text(shown, encoding="utf-8")
    own = profile(tmp_path / "本县.yaml")
    assert own.grades.in_force.grade_of(Fraction("74.9")) == "合格"
    assert own.blocks == profile("A").blocks


def test_every_setting_and_every_profile_is_named() -> None:
    text = page()
    for model in (Profile, Execution, Scoring, MoneyLayout, IndicatorLayout):
        for name in model.model_fields:
            if name not in ("id", "name", "like", "note", "full_points"):
                assert f"`{name}`" in text, name
    assert all(f"| {each.id} | {each.name} |" in text for each in profiles())
