"""Indicators as observations: queried, as SDMX-CSV, as a chart."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article, Indicator
from extractor.batch.writers import open_writer
from extractor.observations import ObservationError, first_day, plot, query, write_csv
from tests.test_cli import call

D = Decimal


def row(**fields: object) -> Indicator:
    return Indicator(start=0, end=2, text="ab", rule="r", **{"unit": "VND", "value": D(1), **fields})  # type: ignore[arg-type]


INDICATORS = (
    row(of="thu ngân sách", area="tỉnh An Bình", period="2018", value=D("44123000000000")),
    row(of="thu ngân sách", area="tỉnh An Bình", period="2019-H1", value=D("20.5"), unit="%", relation="attainment"),
    row(of="thu ngân sách", area="huyện Đông", period="2021-01/2021-09", value=D(0)),
    row(of="chi đầu tư", area="tỉnh An Bình", period="2020/2025", value=None, low=D(12), high=D(21), planned="yes"),
    row(unit="đảng viên", period="2021-10-20", value=D(8320), bound="~"),
    row(unit="xã", period="2021-11-01/2021-11-10"),
    row(of="thu ngân sách"),
    row(of="số ca", period="XXXX-10"),
    row(of="số ca", period="2021-11-18TAF"),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("results") / "out.duckdb"
    with open_writer(str(path)) as writer:
        derived = (row(of="thu ngân sách", period="2017", derived="yes"),)
        writer.write(
            Article(id="a", url="http://x", published="2021-11-18", text="ab", indicators=INDICATORS, derived=derived)
        )
    return path


QUESTIONS = [
    ({}, 10),
    ({"of": "Thu ngân"}, 4),
    ({"of": "thu ngân sách", "area": "An Bình"}, 2),
    ({"unit": "%"}, 1),
    ({"since": "2019"}, 7),
    ({"since": "2019", "until": "2020"}, 3),
    ({"until": "2018"}, 1),
    ({"until": "2021-10"}, 6),
    ({"derived": True}, 1),
    ({"of": "'; DROP TABLE articles; --"}, 0),
]


@pytest.mark.parametrize(("question", "count"), QUESTIONS)
def test_query(database: Path, question: dict[str, Any], count: int) -> None:
    assert len(query(database, **question)) == count


def test_periods_and_status_are_sdmx(database: Path) -> None:
    assert [(o.TIME_PERIOD, o.OBS_STATUS) for o in query(database)] == [
        ("2018", "A"),
        ("2019-S1", "A"),
        ("2020-01-01/P6Y", "F"),
        ("2020-01-01/P6Y", "F"),
        ("2021-01-01/P9M", "A"),
        ("2021-10-20", "E"),
        ("2021-11-01/P10D", "A"),
        ("2021-11-18", "A"),
        (None, "A"),
        (None, "A"),
    ]


def test_csv_has_the_sdmx_layout_and_exact_numbers(database: Path) -> None:
    stream = io.StringIO()
    write_csv(query(database), stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert list(rows[0])[:6] == ["STRUCTURE", "STRUCTURE_ID", "ACTION", "MEASURE", "REF_AREA", "TIME_PERIOD"]
    assert [r["OBS_VALUE"] for r in rows] == ["44123000000000", "20.5", "12", "21", "0", "8320", "1", "1", "1", "1"]
    assert {r["STRUCTURE"] for r in rows} == {"dataflow"}
    dimensions = list(rows[0])[3 : list(rows[0]).index("OBS_VALUE")]
    assert len({tuple(r[name] for name in dimensions) for r in rows}) == len(rows)


def test_a_day_that_is_none_is_refused(database: Path) -> None:
    with pytest.raises(ObservationError, match="write it as 2021"):
        query(database, since="garbage")


@pytest.mark.parametrize("name", ["chart.html", "chart.png"])
def test_plot(database: Path, tmp_path: Path, name: str) -> None:
    assert plot(query(database), tmp_path / name) == 8
    data = (tmp_path / name).read_bytes()
    assert (
        data.startswith(b"\x89PNG")
        if name.endswith("png")
        else b"thu ng\\u00e2n" in data or "thu ngân".encode() in data
    )


def test_each_panel_of_a_plot_has_its_years_and_its_legend(database: Path, tmp_path: Path) -> None:
    plot(query(database), tmp_path / "chart.html")
    page = (tmp_path / "chart.html").read_text(encoding="utf-8")
    resolve = json.loads(page[page.index('"resolve":') + len('"resolve":') :].partition("}}")[0] + "}}")
    assert resolve == {"scale": {"y": "independent", "color": "independent"}, "axis": {"x": "independent"}}


PERIODS = [
    ("2021", "2021-01-01"),
    ("2021-10", "2021-10-01"),
    ("2021-10-20", "2021-10-20"),
    ("2021-Q3", "2021-07-01"),
    ("2021-S2", "2021-07-01"),
    ("2021-01-01/P9M", "2021-01-01"),
    ("XXXX", None),
    ("XXXX-10-20", None),
    ("2021-W46", None),
    (None, None),
]


@pytest.mark.parametrize(("period", "day"), PERIODS)
def test_first_day(period: str | None, day: str | None) -> None:
    assert first_day(period) == day


def test_a_chart_needs_a_known_ending_and_something_to_draw(database: Path, tmp_path: Path) -> None:
    with pytest.raises(ObservationError, match=r"ends in \.html or \.png"):
        plot(query(database), tmp_path / "chart.gif")
    with pytest.raises(ObservationError, match="nothing to draw"):
        plot([], tmp_path / "chart.html")


def test_command_line(database: Path, tmp_path: Path) -> None:
    code, out, _ = call("indicators", database, "--of", "thu ngân sách", "--from", "2018")
    assert code == 0
    assert "44,123,000,000,000" in out
    assert call("indicators", database, "--csv", "-")[1].count("\n") == 11
    assert call("indicators", database, "--plot", tmp_path / "c.html")[0] == 0


def test_another_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("no database")
    code, _, said = call("indicators", tmp_path / "x.duckdb")
    assert code == 2
    assert "no results of a run" in said
