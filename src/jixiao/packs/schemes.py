"""Schemes of satisfaction as data: what the answers to a question count, under the letters a case or study names."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load
from jixiao.packs.scales import Points
from jixiao.packs.strict import Strict

Letter = Literal["A", "B", "C", "D", "E", "F"]


class SatisfactionScheme(Strict):
    """What each answer counts, the best first, in percent; without `letters` only reports name it."""

    letters: tuple[Letter, ...] = ()
    name: str = Field(min_length=1)
    percent: tuple[Points, ...] = Field(min_length=2)
    note: str = Field(min_length=1)

    @model_validator(mode="after")
    def _falls_from_the_whole(self) -> Self:
        if self.percent[0] != 100 or list(self.percent) != sorted(self.percent, reverse=True):
            raise wrong("从 100 起逐档不升的赋值", "请从最满意的一档写起")
        return self

    @property
    def weights(self) -> tuple[Fraction, ...]:
        """What each answer counts, as fractions of one."""
        return tuple(percent / 100 for percent in self.percent)


class SchemesFile(Strict):
    """The content of satisfaction-schemes.yaml: no scheme twice, no letter twice for one number of answers."""

    schemes: tuple[SatisfactionScheme, ...]

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        _refuse_repeated(scheme.percent for scheme in self.schemes)
        _refuse_repeated((letter, len(scheme.weights)) for scheme in self.schemes for letter in scheme.letters)
        return self


def satisfaction_schemes() -> tuple[SatisfactionScheme, ...]:
    """All schemes that come with Jixiao, those of more answers and greater use first."""
    return _standard().schemes


def lettered_scheme(letter: str, answers: int) -> SatisfactionScheme | None:
    """The scheme of that letter for so many answers, or None.

    >>> [str(weight) for weight in lettered_scheme("A", 3).weights], lettered_scheme("A", 4)
    (['1', '1/2', '0'], None)
    """
    named = (each for each in satisfaction_schemes() if letter in each.letters)
    return next((scheme for scheme in named if len(scheme.percent) == answers), None)


def read_schemes(path: Path) -> SchemesFile:
    """The schemes in the file at `path`; Refusal where it is none of this kind."""
    return load(path, SchemesFile)


@cache
def _standard() -> SchemesFile:
    with as_file(files("jixiao.packs") / "data" / "satisfaction-schemes.yaml") as path:
        return read_schemes(path)


def _refuse_repeated(keys: Iterable[object]) -> None:
    listed = list(keys)
    if len(set(listed)) < len(listed):
        raise wrong("各不相同的赋值办法", "请删去重复的一条")
