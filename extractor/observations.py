"""Indicators as statistical observations: queried from a DuckDB of results, as SDMX-CSV, as a chart.

The columns are SDMX's concepts: MEASURE, REF_AREA, TIME_PERIOD, UNIT_MEASURE, OBS_VALUE, OBS_STATUS.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, NamedTuple

STRUCTURE = ("dataflow", "EXTRACTOR:INDICATORS(1.0)", "I")


class Observation(NamedTuple):
    """One row of the view `observations`; every number with the article and the place it was read from.

    What stands before OBS_VALUE are the dimensions, which tell one observation from all others: PART is `value`, or the
    `low` and the `high` end of a range.
    """

    MEASURE: str
    REF_AREA: str | None
    TIME_PERIOD: str | None
    UNIT_MEASURE: str
    RELATION: str
    BASELINE: str | None
    article_id: str
    start: int
    PART: str
    OBS_VALUE: Decimal
    OBS_STATUS: str
    end: int
    text: str
    published: str | None
    url: str | None


class ObservationError(ValueError):
    """A question that cannot be answered; the message says what to do."""


# SDMX writes halves as semesters, and a range of time as its first day and its length; it has no parts of the day, and
# a period of which a digit is unknown is none.
_PERIOD = r"""
    CASE
        WHEN contains(period, 'X') OR regexp_full_match(period, '\d{1,3}') THEN NULL
        WHEN regexp_full_match(period, '\d{4}-\d{2}-\d{2}T.*') THEN period[1:10]
        WHEN regexp_full_match(period, '\d{4}-H[12]') THEN replace(period, 'H', 'S')
        WHEN regexp_full_match(period, '\d{4}/\d{4}')
            THEN period[1:4] || '-01-01/P' || (period[6:9]::INT - period[1:4]::INT + 1) || 'Y'
        WHEN regexp_full_match(period, '\d{4}-\d{2}/\d{4}-\d{2}')
            THEN period[1:7] || '-01/P'
                || ((period[9:12]::INT - period[1:4]::INT) * 12 + period[14:15]::INT - period[6:7]::INT + 1) || 'M'
        WHEN regexp_full_match(period, '\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}')
            THEN period[1:10] || '/P' || (date_diff('day', period[1:10]::DATE, period[12:21]::DATE) + 1) || 'D'
        ELSE period
    END"""


def view(table: str) -> str:
    """The query that makes observations of `indicators`, what pages state, or of `derived`, what follows from it.

    A range counts as two observations, its low and its high end. OBS_STATUS by SDMX's code list: A as stated,
    E estimated, F forecast or planned, I imputed, that is derived.
    """
    return f"""
        SELECT coalesce(i."of", i.unit) AS "MEASURE", i.area AS "REF_AREA", {_PERIOD} AS "TIME_PERIOD",
               i.unit AS "UNIT_MEASURE", i.relation AS "RELATION", i.baseline AS "BASELINE",
               part.name AS "PART", part.number AS "OBS_VALUE",
               CASE WHEN i.derived = 'yes' THEN 'I' WHEN i.planned = 'yes' THEN 'F' WHEN i.bound = '~' THEN 'E'
                    ELSE 'A' END AS "OBS_STATUS",
               i.article_id, i.start, i."end", i.text, a.published, a.url
        FROM {table} i JOIN articles a ON a.id = i.article_id,
             unnest([{{'name': 'value', 'number': i.value}}, {{'name': 'low', 'number': i.low}},
                     {{'name': 'high', 'number': i.high}}]) AS parts(part)
        WHERE part.number IS NOT NULL"""  # noqa: S608


def query(
    database: Path,
    *,
    of: str | None = None,
    area: str | None = None,
    unit: str | None = None,
    since: str | None = None,
    until: str | None = None,
    derived: bool = False,
) -> list[Observation]:
    """The observations whose measure and area hold these words, in order of time.

    since, until: years or ISO dates, both included; what has no period is then left out
    derived:      the rows computed from what pages state, instead of those they state
    Raises `ObservationError` when the file is no database of a run.
    """
    import duckdb

    for day in (since, until):
        if day and not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", day):
            raise ObservationError(f"{day}: not a year or date; write it as 2021, 2021-11 or 2021-11-18")
    conditions, values = [], []
    for column, wanted in (("MEASURE", of), ("REF_AREA", area), ("UNIT_MEASURE", unit)):
        if wanted:
            conditions.append(f'contains(lower("{column}"), lower(?))')
            values.append(wanted)
    if since:
        conditions.append('"TIME_PERIOD" >= ?')
        values.append(since)
    if until:
        # Every day of 2021 is included by "2021", every day of October by "2021-10".
        conditions.append('"TIME_PERIOD"[1:length(?)] <= ?')
        values += [until, until]
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    source = "derived_observations" if derived else "observations"
    columns = ", ".join(f'"{name}"' for name in Observation._fields)
    statement = (
        f'SELECT {columns} FROM {source} {where} ORDER BY "TIME_PERIOD" NULLS LAST, article_id, start, "PART" DESC'  # noqa: S608
    )
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            return [Observation(*row) for row in connection.execute(statement, values).fetchall()]
    except duckdb.Error:
        raise ObservationError(
            f"{database}: no results of a run; make them with: extractor run PAGES -o {database.stem}.duckdb"
        ) from None


def write_csv(observations: Iterable[Observation], stream: IO[str]) -> None:
    """SDMX-CSV 2.0: the structure, then dimensions, the observation and its attributes."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *(name.upper() for name in Observation._fields)])
    for observation in observations:
        writer.writerow([*STRUCTURE, *("" if value is None else _plain(value) for value in observation)])


def _plain(value: Any) -> Any:
    """Decimals without the zeros that the database pads them with."""
    if not isinstance(value, Decimal):
        return value
    return f"{value.normalize():f}" if value else "0"


def plot(observations: Sequence[Observation], output: Path) -> int:
    """Draws what has a known period into an .html (stands alone) or .png file; returns how many points it drew.

    A line joins observations of one measure, unit and relation in one named area; where the page names none ("toàn
    tỉnh"), in one article: figures of two provinces are never joined. Raises `ObservationError` for another ending, or
    nothing to draw.
    """
    if output.suffix not in {".html", ".png"}:
        raise ObservationError(f"{output}: a chart ends in .html or .png")
    rows = [_point(observation, day) for observation in observations if (day := first_day(observation.TIME_PERIOD))]
    if not rows:
        raise ObservationError("none of these observations has a period; there is nothing to draw")
    try:
        import altair
    except ImportError:
        raise ObservationError("charts need altair: pip install 'extractor[plot]'") from None

    legend = altair.Legend(labelLimit=600, orient="bottom", columns=1, symbolLimit=60)
    chart = (
        altair.Chart(altair.Data(values=rows))  # type: ignore[no-untyped-call]
        .mark_line(point={"size": 60})
        .encode(
            x=altair.X("day:T", title=None),
            y=altair.Y("value:Q", title=None),
            color=altair.Color("series:N", title=None, legend=legend),
            shape=altair.Shape("status:N", title=None),
            tooltip=["series:N", "period:N", "shown:N", "status:N", "article:N"],
        )
        .properties(width=700, height=240)
        .facet(facet=altair.Facet("unit:N", title=None), columns=1)
        .resolve_scale(y="independent", color="independent")
        .resolve_axis(x="independent")
    )
    if output.suffix == ".html":
        output.write_text(chart.to_html(inline=True), encoding="utf-8")
    else:
        chart.save(str(output), scale_factor=2)
    return len(rows)


def _point(observation: Observation, day: str) -> dict[str, Any]:
    area = observation.REF_AREA
    place = (area,) if area and area != area.lower() else (area, observation.article_id)
    return {
        "series": " · ".join(part for part in (observation.MEASURE, *place, observation.RELATION) if part),
        "day": day,
        "period": observation.TIME_PERIOD,
        "value": float(observation.OBS_VALUE),
        "shown": f"{_plain(observation.OBS_VALUE)} {observation.UNIT_MEASURE}",
        "unit": observation.UNIT_MEASURE,
        "article": observation.article_id,
        "status": {"F": "planned", "E": "estimated", "I": "derived"}.get(observation.OBS_STATUS, "stated"),
    }


_FIRST_DAY = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?|-Q(?P<quarter>\d)|-S(?P<half>\d))?(?:[/T].*)?"
)


def first_day(period: str | None) -> str | None:
    """The ISO date of the first day of an SDMX period; None where a digit of it is unknown, and for weeks."""
    match = _FIRST_DAY.fullmatch(period or "")
    if match is None:
        return None
    month = int(match["month"] or 1)
    if match["quarter"]:
        month = 3 * int(match["quarter"]) - 2
    elif match["half"]:
        month = 6 * int(match["half"]) - 5
    return f"{match['year']}-{month:02d}-{match['day'] or '01'}"
