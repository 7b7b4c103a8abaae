"""A survey as JSON: the keys that the command promises, numbers as texts exactly as shown."""

import json
from typing import Any

from jixiao.quantities import exact_text
from jixiao.reports.surveyed.figures import percent
from jixiao.reports.surveyed.findings import findings_of
from jixiao.surveys.results import (
    CrossTable,
    GroupResult,
    Interval,
    OptionResult,
    QuestionResult,
    Sampling,
    Scored,
    StudyResult,
    VoiceResult,
)

Json = dict[str, Any]


def survey_json(result: StudyResult) -> Json:
    """Everything the survey came to; what was not computed is null, with `why` beside it."""
    return {
        "name": result.study.name,
        "groups": [_group(group) for group in result.groups],
        "composite": _percent(result.composite),
        "combination": result.study.combination,
        "voices": [_voice(voice) for voice in result.voices],
        "findings": [finding.as_json() for finding in findings_of(result)],
    }


def survey_text(result: StudyResult) -> str:
    """The same as text."""
    return json.dumps(survey_json(result), ensure_ascii=False, indent=2)


def _group(group: GroupResult) -> Json:
    return {
        "name": group.group.name,
        "questions": [_question(question) for question in group.questions],
        "composite": _percent(group.composite),
        "scheme": None if group.scheme is None else group.scheme.name,
        "interval": _interval(group.interval),
        "why": group.why or None,
        "alpha": None if group.alpha is None else exact_text(group.alpha),
        "sampling": _sampling(group.sampling),
        "crosses": [_cross(cross) for cross in group.crosses],
        "scored": [_scored(scored) for scored in group.scored],
        "excluded": [
            {"file": each.file, "row": each.row, "reason": each.reason, "detail": each.detail}
            for each in group.excluded
        ],
    }


def _question(result: QuestionResult) -> Json:
    return {
        "id": result.question.id,
        "text": result.question.text,
        "base": result.base,
        "counts": {option.text: option.count for option in result.options},
        "composite": _percent(result.composite),
        "interval": _interval(result.interval),
        "why": result.why or None,
        "kind": result.question.kind,
        "role": result.question.role,
        "answered": result.answered,
        "no_opinion": result.no_opinion,
        "blank": result.blank,
        "not_asked": result.not_asked,
        "mean": None if result.mean is None else exact_text(result.mean),
        "options": [_option(option) for option in result.options],
        "remarks": [
            {"text": remark.text, "count": remark.count, "alike": list(remark.alike)} for remark in result.remarks
        ],
    }


def _option(option: OptionResult) -> Json:
    return {
        "text": option.text,
        "count": option.count,
        "share": _percent(option.share),
        "interval": _interval(option.interval),
        "weight": None if option.weight is None else exact_text(option.weight),
        "contribution": _percent(option.contribution),
    }


def _sampling(sampling: Sampling) -> Json:
    return {
        "population": sampling.population,
        "issued": sampling.issued,
        "returned": sampling.returned,
        "valid": sampling.valid,
        "recovery_rate": _percent(sampling.recovery_rate),
        "valid_rate": _percent(sampling.valid_rate),
        "non_response": _percent(sampling.non_response),
        "needed": sampling.needed,
    }


def _cross(cross: CrossTable) -> Json:
    return {
        "question": cross.question.id,
        "subgroups": [
            {
                "answer": each.answer,
                "size": each.size,
                "composite": _percent(each.composite),
                "interval": _interval(each.interval),
                "by_question": [_percent(value) for value in each.by_question],
            }
            for each in cross.subgroups
        ],
    }


def _scored(scored: Scored) -> Json:
    return {
        "indicator": scored.rule.indicator,
        "rule": scored.rule.text,
        "value": _percent(scored.value),
        "score": _exact(scored.score),
        "low_score": _exact(scored.low_score),
        "high_score": _exact(scored.high_score),
        "is_settled": scored.is_settled,
        "why": scored.why or None,
    }


def _voice(voice: VoiceResult) -> Json:
    return {
        "kind": voice.kind,
        "title": voice.title,
        "rows": [
            {
                "label": row.label,
                "counts": dict(zip(voice.columns, row.counts, strict=True)),
                "stated_rate": row.stated_rate or None,
            }
            for row in (*voice.rows, voice.total)
        ],
        "rates": [
            {"name": rate.name, "part": rate.part, "base": rate.base, "value": _percent(rate.value)}
            for rate in voice.rates
        ],
    }


def _interval(interval: Interval | None) -> Json | None:
    if interval is None:
        return None
    return {
        "low": _percent(interval.low),
        "high": _percent(interval.high),
        "confidence": exact_text(interval.confidence),
        "method": interval.method.value,
    }


def _percent(value: Any) -> str | None:
    return None if value is None else percent(value)


def _exact(value: Any) -> str | None:
    return None if value is None else exact_text(value)
