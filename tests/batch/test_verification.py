"""From forms to findings, statistics and second looks, against values worked by hand."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import polars
import pytest
from tests.forms.sheets import as_text, changed

from jixiao.batch.checking import Rows, Verdict
from jixiao.batch.checks import CHECKS
from jixiao.batch.embedded import DuckDB
from jixiao.batch.output import write_findings
from jixiao.batch.rows import Source, masked, rows_of, unread_row
from jixiao.batch.scopes import Forms
from jixiao.batch.statistics import By, candidates, score_distribution, second_looks, statistics, summarise
from jixiao.batch.store import StoreWriter, read_all
from jixiao.batch.verification import failures, verify
from jixiao.batch.wording import EnginesDisagree, findings, worded
from jixiao.documents import document_of
from jixiao.findings import Severity
from jixiao.forms import read_forms
from jixiao.forms.profiles import profile
from jixiao.refusals import Refusal

FAULTLESS = as_text()
WRONG_RATE = as_text(changed("95.00%", "85.00%"))
"""85.50 ÷ 90.00 is 95%: the rate is wrong, and 9.5 of 10 points follow from the amounts."""
TOO_MUCH = as_text(changed("98.5", "99.5"))
"""9.5 + 89 = 98.5."""
FILES = {"甲/一.txt": FAULTLESS, "甲/二.txt": WRONG_RATE, "乙/三.txt": TOO_MUCH}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    with StoreWriter(folder) as writer:
        for name, text in FILES.items():
            book = read_forms(document_of(text.encode(), "自评.txt"))
            writer.add(rows_of(book, Source(name, place=name[0]), lambda _: profile("A")))
        writer.add(unread_row(Source("丙/四.pdf", place="丙"), "没有文字层", profile("A")))
    return folder


@pytest.fixture(scope="module")
def engine(store: Path) -> Iterator[DuckDB]:
    with DuckDB(store) as opened:
        verify(opened)
        summarise(opened)
        yield opened


def test_what_fails_is_told_with_its_arithmetic(engine: DuckDB) -> None:
    told = {(failure.form, failure.key): finding for failure, finding in findings(engine)}
    assert set(told) == {(2, "form.rate"), (3, "form.score_total")}
    rate, total = told[2, "form.rate"], told[3, "form.score_total"]
    assert (rate.stated, rate.expected) == ("85.00%", "95.00%")
    assert rate.explanation == (
        "全年执行数 85.50万元，预算数 90.00万元，85.50万元÷90.00万元＝95.00%，执行率却印作 85.00%。"
    )
    assert (total.stated, total.expected) == ("99.5分", "98.5分")
    assert str(total.places[0]) == "乙/三.txt，高标准农田管护经费"


def test_failures_come_in_the_order_of_forms(engine: DuckDB) -> None:
    assert [(each.form, each.nth, each.key, each.severity) for each in failures(engine)] == [
        (2, 0, "form.rate", Severity.ERROR),
        (3, 0, "form.score_total", Severity.ERROR),
    ]


def test_groups_are_counted_with_their_money_and_scores(engine: DuckDB) -> None:
    by_place = {group.name: group for group in statistics(engine, By.PLACE)}
    first = by_place["甲"]
    assert (first.forms, first.faulty, first.errors, first.unread) == (2, 1, 1, 0)
    assert (first.budget, first.executed) == (Fraction(1_800_000), Fraction(1_710_000))
    assert (first.scored, first.mean_score) == (2, Fraction("98.5"))
    unread = by_place["丙"]
    assert (unread.forms, unread.unread, unread.known_money, unread.mean_score) == (1, 1, 0, None)


def test_scores_fall_into_whole_points(engine: DuckDB) -> None:
    assert score_distribution(engine) == {"": {98: 2, 99: 1}}
    assert score_distribution(engine, By.PLACE) == {"甲": {98: 2}, "乙": {99: 1}}


def test_an_error_weighs_a_hundred_times_its_budget(engine: DuckDB) -> None:
    looks = second_looks(engine, 10)
    assert [(look.form, look.risk, look.attention) for look in looks] == [
        (2, 100, Fraction(90_000_000)),
        (3, 100, Fraction(90_000_000)),
    ]


def test_every_form_may_be_drawn_in_its_stratum(engine: DuckDB) -> None:
    assert [(each.form, each.stratum, each.size) for each in candidates(engine)] == [
        (1, "其余", Fraction(900_000)),
        (2, "有错误", Fraction(900_000)),
        (3, "有错误", Fraction(900_000)),
        (4, "其余", None),
    ]


def test_a_file_that_was_not_read_passes_no_check(store: Path) -> None:
    row = next(row for row in Forms(read_all(store)).over(Rows.FORM) if row["form"] == 4)
    over_form = [check for check in CHECKS if check.over is Rows.FORM]
    from jixiao.batch.scopes import SCOPES

    verdicts = {check.verdict(SCOPES[Rows.FORM], row) for check in over_form}
    assert verdicts == {Verdict.NOT_APPLICABLE}
    assert row["why"] == "没有文字层"


def test_a_row_that_does_not_fail_is_not_worded(store: Path) -> None:
    row = next(iter(Forms(read_all(store)).over(Rows.FORM)))
    with pytest.raises(EnginesDisagree):
        worded(CHECKS[0], row)


def test_equal_settings_are_kept_once(store: Path) -> None:
    assert len(read_all(store)["settings"]) == 1


def test_a_store_that_was_not_finished_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="断电"), StoreWriter(tmp_path):
        raise RuntimeError("断电")
    with pytest.raises(Refusal, match="没有写完"):
        DuckDB(tmp_path)


def test_a_store_of_another_version_is_refused(store: Path, tmp_path: Path) -> None:
    (tmp_path / "schema").write_text("0123456789ab", encoding="utf-8")
    with pytest.raises(Refusal, match="另一版本"):
        DuckDB(tmp_path)


def test_what_hangs_on_words_is_kept_as_it_was_found_while_reading(tmp_path: Path) -> None:
    text = as_text(changed("柳溪县农业农村局", ""))
    book = read_forms(document_of(text.encode(), "自评.txt"))
    with StoreWriter(tmp_path) as writer:
        writer.add(rows_of(book, Source("一.txt"), lambda _: profile("A")))
    (row,) = polars.read_parquet(tmp_path / "noted" / "*.parquet").to_dicts()
    assert (row["check_id"], row["severity"], row["stated"]) == ("form.fields", 1, "空白")
    with DuckDB(tmp_path) as engine:
        verify(engine)
        summarise(engine)
        (group,) = statistics(engine, By.DEPARTMENT)
    assert (group.errors, group.warnings) == (0, 1)


def test_a_contact_is_masked() -> None:
    assert masked("李伟 0371-65432109转12") == "李* 0371-654***09转12"


def test_every_finding_is_a_line_of_one_table_and_is_put_into_words_on_demand(engine: DuckDB, tmp_path: Path) -> None:
    write_findings(engine, tmp_path / "findings.parquet")
    bare = polars.read_parquet(tmp_path / "findings.parquet").sort("form").to_dicts()
    assert [(row["file"], row["rule"], row["severity"], row["title"]) for row in bare] == [
        ("甲/二.txt", "form.rate", "error", None),
        ("乙/三.txt", "form.score_total", "error", None),
    ]
    told = {finding.check: finding.title for _, finding in findings(engine)}
    assert told["form.rate"] == "《高标准农田管护经费》自评表：执行率与执行数÷预算数"
