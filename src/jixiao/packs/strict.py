"""What the models of data files share: unknown keys are refused, and yes and no are written as people write them."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from jixiao.packs.complaints import wrong

_ANSWERS = {"是": True, "true": True, "否": False, "false": False}


def _yes_or_no(value: object) -> object:
    """是 and 否 as a Chinese file writes them, true and false as YAML does."""
    if isinstance(value, str):
        if value not in _ANSWERS:
            raise wrong("“是”或“否”", "请改为“是”或“否”")
        return _ANSWERS[value]
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""是 or 否."""


class Strict(BaseModel):
    """A model of a data file: frozen, and a key it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
