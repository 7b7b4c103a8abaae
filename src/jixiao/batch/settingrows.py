"""The settings of a profile as a row of the store."""

from fractions import Fraction

from jixiao.batch.schema import BANDS, DENOMINATOR, EXECUTION_RULE, SETTINGS, SHORTFALL, TIERS
from jixiao.batch.settings import FormSettings
from jixiao.batch.stored import Cells, millionths
from jixiao.forms.profiles import Decreasing


def setting_row(settings: FormSettings, number: int) -> Cells:
    """The row; `ValueError` for more tiers or grades than the store has columns for."""
    if len(settings.tiers) > TIERS or len(settings.bands) > BANDS:
        raise ValueError(f"{settings.profile} has more than {TIERS} tiers or {BANDS} grades")
    numbers: dict[str, Fraction | None] = {
        "floor": settings.floor,
        "rule_points": settings.rule_points,
        "full_points": settings.full_points,
        "pass_mark": settings.pass_mark,
        "far_above": settings.far_above,
        "explained_from": settings.explained_from,
    }
    for at, tier in enumerate(settings.tiers, 1):
        numbers |= {f"tier_{at}_from": tier.from_, f"tier_{at}_share": tier.share}
    numbers |= {f"band_{at}_from": band.low for at, band in enumerate(settings.bands, 1)}
    columns = {column.name: column for column in SETTINGS.columns}
    row: Cells = dict.fromkeys(columns)
    return row | {
        "setting": number,
        "profile": settings.profile,
        "denominator": DENOMINATOR[settings.denominator.value],
        "execution_rule": EXECUTION_RULE[settings.execution.value],
        "rule_stated": int(settings.rule_stated),
        "apart": int(settings.apart),
        "headings_bind": int(settings.headings_bind),
        "even": int(settings.even),
        "bonus": int(settings.bonus),
        "shortfall": SHORTFALL[settings.shortfall.value],
        "decreasing": list(Decreasing).index(settings.decreasing),
        "reduces": int(settings.reduces),
        "bands_stated": int(settings.bands_stated),
        "whole_bands": int(settings.whole_bands),
        **{name: millionths(value, columns[name]) for name, value in numbers.items() if value is not None},
    }
