"""What an evaluation plan usually asks for: documents by the words of an indicator, and whom to interview."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jixiao.packs.complaints import wrong
from jixiao.packs.datafile import load


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...] = ()

    def fits(self, *texts: str) -> bool:
        """Whether one of the texts holds one of the words."""
        return any(word in text for word in self.words for text in texts)


class UsualDocument(_Asked):
    """A document that is usually asked for."""

    title: str = Field(min_length=1)
    kind: Literal["正式资料", "工作资料", "原始凭证", "说明材料"]
    words: tuple[str, ...] = Field(min_length=1)


class Interviewee(_Asked):
    """Somebody to be interviewed; without words, about all that nobody else is asked about."""

    who: str = Field(min_length=1)
    asks: str = Field(min_length=1)
    measured: str = Field(min_length=1)


class UsualPlan(BaseModel):
    """The content of planning.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    documents: tuple[UsualDocument, ...] = Field(min_length=1)
    interviewees: tuple[Interviewee, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _asks_somebody_about_everything(self) -> "UsualPlan":
        if [bool(each.words) for each in self.interviewees].count(False) != 1:
            raise wrong("恰有一个没有 words 的访谈对象", "请让一个访谈对象回答其余指标的问题")
        return self

    def documents_for(self, name: str, more: Iterable[str] = ()) -> tuple[UsualDocument, ...]:
        """The documents for an indicator of that name; where none fits it, those that fit what `more` is said of it.

        >>> [document.title for document in usual_plan().documents_for("预决算信息公开性")][-1]
        '预算、决算公开的网址、截图和公开日期'
        >>> [document.title for document in usual_plan().documents_for("规范性", ["按规定公开"])]
        ['预算、决算公开的网址、截图和公开日期']
        """
        by_name = tuple(document for document in self.documents if document.fits(name))
        return by_name or tuple(document for document in self.documents if document.fits(*more))

    def interviewee_for(self, name: str) -> Interviewee:
        """Who is asked about an indicator of that name.

        >>> usual_plan().interviewee_for("预算执行率").who, usual_plan().interviewee_for("社会效益").who
        ('财务、资产和采购管理人员', '业务科室人员')
        """
        anybody = next(each for each in self.interviewees if not each.words)
        return next((each for each in self.interviewees if each.fits(name)), anybody)


@cache
def usual_plan() -> UsualPlan:
    """What comes with Jixiao."""
    with as_file(files("jixiao.packs") / "data" / "planning.yaml") as path:
        return load(path, UsualPlan)
