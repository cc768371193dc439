"""The command line. Results go to files or standard output, everything said to people to standard error."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor import __version__
from extractor.article import json_schema
from extractor.patterns import PatternError

WRONG_USE, SOME_FAILED, INTERRUPTED = 2, 1, 130

# What is printed may hold names of files and words of pages: nothing in it is markup.
errors = Console(stderr=True, markup=False, highlight=False)


class Fail(click.ClickException):
    """Wrong use: one line that says what to do, exit code 2."""

    exit_code = WRONG_USE


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def main() -> None:
    """Read scraped Vietnamese news pages; get documents, officials, dates and indicators as data.

    \b
    Try:  extractor run pages/ -o articles.duckdb
          extractor show page.txt
    """
    # Vietnamese is printed whatever the terminal's locale says.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


patterns_option = click.option(
    "--patterns", type=click.Path(file_okay=False), help="A folder of your own patterns, added to ours."
)
published_option = click.option(
    "--published", metavar="DATE", help="Publication date (2021-11-18) of all pages that bring none."
)
source_option = click.option("--source", metavar="SITE", help="Site that all pages without a source come from.")


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--output", required=True, help="articles.jsonl, articles.duckdb, or - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite an output that exists.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes to use.")
@published_option
@source_option
@patterns_option
@click.option("--text-field", metavar="KEY", help="Where JSONL records hold the text, if not in `text`.")
@click.option("--html-field", metavar="KEY", help="Where they hold HTML, if not in `html`.")
@click.option("--id-field", metavar="KEY", help="Likewise the id.")
@click.option("--url-field", metavar="KEY", help="Likewise the address.")
@click.option("--source-field", metavar="KEY", help="Likewise the site.")
@click.option("--published-field", metavar="KEY", help="Likewise the publication date.")
@click.option("--title-field", metavar="KEY", help="Likewise the title.")
def run(
    paths: Sequence[str],
    output: str,
    force: bool,
    jobs: int,
    published: str | None,
    source: str | None,
    patterns: str | None,
    **fields: str | None,
) -> None:
    """Extract from .txt, .html and .jsonl files (also .jsonl.gz), folders of them, or - for standard input.

    \b
    Exit code: 0 all pages were handled; 1 some could not be read (they are listed in the
    errors table, or in OUT.errors.jsonl); 2 wrong use.
    """
    import duckdb

    from extractor.batch.parallel import handle_in_processes
    from extractor.batch.readers import STDIN, InputError, ReadOptions, find_files, read_files
    from extractor.batch.run import handle
    from extractor.batch.run import run as run_batch
    from extractor.batch.writers import OutputError, open_writer

    _check_published(published)
    keys = {name.removesuffix("_field"): key for name, key in fields.items() if key}
    options = ReadOptions(fields=keys, published=published, source=source)
    try:
        files = [file for file in find_files(paths) if not _same(file, output)]
        if any(_same(path, output) for path in paths):
            raise Fail(f"{output}: is an input too; choose another name for the output")
        extractor = _extractor(patterns)
        with _stop_on_terminate(), open_writer(output, force=force) as writer, _progress(files) as advance:
            inputs = read_files(files, options, advance=advance)
            several = jobs > 1
            outcomes = (
                handle_in_processes(inputs, jobs=jobs, patterns=patterns) if several else handle(inputs, extractor)
            )
            summary = run_batch(outcomes, writer)
    except (InputError, OutputError) as error:
        raise Fail(str(error)) from None
    except KeyboardInterrupt:
        left = "the records end here" if output == STDIN else f"nothing was written to {output}"
        errors.print(f"\nstopped; {left}", style="yellow")
        sys.stderr.flush()
        # Not by way of the interpreter's end, which would wait for workers in the middle of a page.
        os._exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (OSError, duckdb.Error) as error:
        raise Fail(f"{output}: cannot be written: {error}") from None
    errors.print(_summary_table(summary))
    if summary.errors:
        where = _errors_place(output)
        failed = f"{summary.errors} of {summary.errors + summary.pages} pages failed; see {where}"
        errors.print(failed, style="yellow")
    if writer.repeated:
        message = f"{writer.repeated} articles have an id that another one has too; views count their rows together"
        errors.print(message, style="yellow")
    if output != "-":
        errors.print(f"results: {output}" + _hint(output))
    sys.exit(SOME_FAILED if summary.errors else 0)


def _same(file: str, output: str) -> bool:
    """Whether `file` is the output of a run, or its errors."""
    from extractor.batch.writers import errors_path

    if "-" in (file, output):
        return False
    return Path(file).resolve() in {Path(output).resolve(), errors_path(Path(output)).resolve()}


def _writable(name: str, *, force: bool) -> Path:
    """The path of a file to write. Says what to do where it exists, or has no folder to stand in."""
    path = Path(name)
    if path.exists() and not force:
        raise Fail(f"{name}: exists already; choose another name, or overwrite it with --force")
    if not path.parent.is_dir():
        raise Fail(f"{name}: its folder {path.parent} does not exist")
    return path


def _errors_place(output: str) -> str:
    from extractor.batch.writers import errors_path

    if output == "-":
        return "standard error"
    return f"the errors table of {output}" if output.endswith(".duckdb") else str(errors_path(Path(output)))


def _hint(output: str) -> str:
    if output.endswith(".duckdb"):
        return " (views: cited_documents, held_posts, indicator_periods)"
    return ""


def _summary_table(summary: Any) -> Table:
    table = Table(title="extractor run", title_justify="left", show_header=False)
    table.add_row("pages", f"{summary.pages:,}")
    for kind, count in summary.entities.items():
        table.add_row(kind, f"{count:,}")
    warned = ", ".join(f"{code} {count:,}" for code, count in summary.warnings.most_common())
    table.add_row("warnings", f"{summary.warnings.total():,}" + (f" ({warned})" if warned else ""))
    table.add_row("errors", f"{summary.errors:,}")
    if summary.seconds:
        table.add_row("pages per second", f"{summary.pages / summary.seconds:,.1f}")
    return table


@contextmanager
def _progress(files: Sequence[str]) -> Iterator[Any]:
    """Yields a function told the bytes read: a bar on a terminal, nothing in a pipe."""
    if not errors.is_terminal:
        yield lambda _: None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    total = sum(Path(name).stat().st_size for name in files if name != "-")
    columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        # Compressed files read more bytes than they hold: no total then.
        unknown = any(name == "-" or name.endswith(".gz") for name in files)
        task = progress.add_task("reading", total=None if unknown else total)
        yield lambda size: progress.advance(task, size)


@contextmanager
def _stop_on_terminate() -> Iterator[None]:
    """A termination signal ends the run like Ctrl-C, so that no temporary file is left."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _extractor(patterns: str | None) -> Any:
    from extractor.pipeline import Extractor

    try:
        return Extractor(patterns=patterns)
    except PatternError as error:
        raise Fail(str(error)) from None


def _check_published(published: str | None) -> None:
    from extractor.calendars import read_timestamp

    if published is not None and read_timestamp(published) is None:
        raise Fail(f"--published {published}: not a date; write it as 2021-11-18 or 2021-11-18T19:35")


@main.command()
@click.argument("page")
@click.option("--html", "html_file", type=click.Path(dir_okay=False), help="Write a page for the browser instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON instead.")
@click.option("--force", is_flag=True, help="Overwrite an HTML file that exists.")
@published_option
@source_option
@patterns_option
def show(
    page: str,
    html_file: str | None,
    force: bool,
    as_json: bool,
    published: str | None,
    source: str | None,
    patterns: str | None,
) -> None:
    """Show one PAGE (a .txt or .html file, or - for standard input) with its entities coloured."""
    from extractor.batch.readers import Failure, InputError, ReadOptions, find_files, read_files
    from extractor.batch.run import handle
    from extractor.render import to_html, to_terminal

    _check_published(published)
    html_path = _writable(html_file, force=force) if html_file else None
    try:
        inputs = read_files(find_files([page]), ReadOptions(published=published, source=source))
        outcome = next(handle(islice(inputs, 1), _extractor(patterns)), None)
    except InputError as error:
        raise Fail(str(error)) from None
    if outcome is None:
        raise Fail(f"{page}: there is no page in it")
    if isinstance(outcome, Failure):
        raise Fail(f"{outcome.place}: {outcome.message}")
    if html_path:
        html_path.write_text(to_html(outcome), encoding="utf-8")
        errors.print(f"open {html_file} in a browser")
    elif as_json:
        click.echo(outcome.to_json())
    else:
        Console().print(to_terminal(outcome))


@main.command()
def schema() -> None:
    """Print the JSON Schema of the records that `run` writes."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@main.command()
@click.argument("number")
@patterns_option
def documents(number: str, patterns: str | None) -> None:
    """Look NUMBER up in the registry of known documents: 22-NQ/TW, 30/2020/NĐ-CP, or only 22.

    Exit code 1 when none is known: most documents are not in the registry, so that says nothing about them.
    """
    from extractor.patterns import Patterns
    from extractor.resolve.registry import Registry

    try:
        rows = Registry(Patterns(*([patterns] if patterns else []))).look_up(number)
    except PatternError as error:
        raise Fail(str(error)) from None
    if not rows:
        errors.print(f"{number}: not in the registry")
        sys.exit(1)
    table = Table(title=f"{len(rows)} known", title_justify="left")
    for column in ("id", "kind", "issuer", "term", "date", "title"):
        table.add_column(column, overflow="fold", no_wrap=column in {"id", "date"})
    for row in rows:
        table.add_row(row.id, row.kind, row.issuer, row.term or "", row.date or "", row.title)
    Console().print(table)


@main.command()
@click.argument("results", type=click.Path(exists=True, dir_okay=False), metavar="RESULTS.duckdb")
@click.option("--of", metavar="WORDS", help="What is measured, e.g. 'thu ngân sách'.")
@click.option("--area", metavar="WORDS", help="The place or body it describes.")
@click.option("--unit", metavar="UNIT", help="The unit, e.g. % or VND.")
@click.option("--from", "since", metavar="DATE", help="From this year or date, e.g. 2018.")
@click.option("--to", "until", metavar="DATE", help="To this year or date.")
@click.option("--derived", is_flag=True, help="The rows computed from what pages state, instead of those they state.")
@click.option("--csv", "csv_file", metavar="FILE", help="Write them as SDMX-CSV (- for standard output).")
@click.option("--plot", "plot_file", metavar="FILE", help="Draw them into an .html or .png file.")
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
def indicators(
    results: str,
    of: str | None,
    area: str | None,
    unit: str | None,
    since: str | None,
    until: str | None,
    derived: bool,
    csv_file: str | None,
    plot_file: str | None,
    force: bool,
) -> None:
    """List the indicators of RESULTS.duckdb as observations, one row each; write or draw them."""
    from extractor import observations

    csv_path = _writable(csv_file, force=force) if csv_file and csv_file != "-" else None
    plot_path = _writable(plot_file, force=force) if plot_file else None
    try:
        found = observations.query(
            Path(results), of=of, area=area, unit=unit, since=since, until=until, derived=derived
        )
        if plot_path:
            points = observations.plot(found, plot_path)
            errors.print(f"{points} of {len(found)} observations (those with a period): {plot_file}")
    except observations.ObservationError as error:
        raise Fail(str(error)) from None
    if csv_file == "-":
        observations.write_csv(found, sys.stdout)
    elif csv_path:
        with csv_path.open("w", encoding="utf-8", newline="") as stream:
            observations.write_csv(found, stream)
        errors.print(f"{len(found)} observations: {csv_file}")
    elif not plot_path:
        Console().print(_observation_table(found))


def _observation_table(found: Sequence[Any]) -> Table:
    from extractor.render import visible

    table = Table(title=f"{len(found)} observations", title_justify="left")
    for column in ("measure", "area", "period", "value", "relation", "article"):
        whole = column in {"value", "period"}
        table.add_column(column, justify="right" if column == "value" else "left", overflow="fold", no_wrap=whole)
    for o in found:
        value = f"{o.OBS_VALUE.normalize():,f} {o.UNIT_MEASURE}"
        status = {"F": "planned", "E": "about", "I": "derived"}.get(o.OBS_STATUS)
        relation = ", ".join(part for part in (o.RELATION, o.BASELINE and f"to {o.BASELINE}", status) if part)
        said = (o.MEASURE, o.REF_AREA or "", o.TIME_PERIOD or "", value, relation, o.article_id)
        table.add_row(*(Text(visible(part)) for part in said))
    return table


@main.command()
@click.argument("gold", type=click.Path(exists=True))
@click.option("--errors", "label", help="List what is missed, extra or wrong for a label, e.g. documents.")
@click.option("--against", type=click.Path(exists=True), help="Score this annotator's files instead of the extractor.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@patterns_option
def evaluate(gold: str, label: str | None, against: str | None, as_json: bool, patterns: str | None) -> None:
    """Score the extractor on GOLD, a gold page or a folder of them."""
    from extractor import evaluate as scoring
    from extractor.gold import GoldError, read_folder

    try:
        parts = scoring.split(read_folder(gold), Path(gold))
        if against:
            other = read_folder(against)
            results = {part: scoring.compare(pages, other) for part, pages in parts.items()}
        else:
            extractor = _extractor(patterns)
            results = {part: scoring.evaluate(pages, extractor) for part, pages in parts.items()}
    except GoldError as error:
        raise Fail(str(error)) from None
    if as_json:
        click.echo(json.dumps({part: scoring.figures(scores) for part, scores in results.items()}, indent=2))
        return
    for part, scores in results.items():
        Console().print(_score_table(part, len(parts[part]), scores))
    if label:
        _print_faults(results, label)


def _score_table(part: str, pages: int, scores: Any) -> Table:
    table = Table(title=f"{part}: {pages} pages", title_justify="left")
    for column in ("", "precision", "recall", "F1", "gold", "found"):
        table.add_column(column, justify="left" if column == "" else "right")
    for name, count in scores.counts.items():
        measures = (count.precision, count.recall, count.f1)
        table.add_row(name, *(f"{m:.3f}" for m in measures), f"{count.gold:.0f}", f"{count.found:.0f}")
    return table


def _print_faults(results: dict[str, Any], label: str) -> None:
    from extractor.evaluate import FAULT_LABELS
    from extractor.render import visible

    if label not in FAULT_LABELS:
        raise Fail(f"--errors {label}: no such label; one of {', '.join(FAULT_LABELS)}")
    console = Console(soft_wrap=True, highlight=False, markup=False)
    for part, scores in results.items():
        if part == "test":
            console.print("(faults of the test pages are not shown: rules are not tuned on them)")
            continue
        for fault in scores.faults:
            if fault.label == label:
                console.print(f"{fault.page}:{fault.start} {fault.kind}")
                for name, said in (("gold ", fault.gold), ("found", fault.found), ("     ", fault.context)):
                    if said:
                        console.print(visible(f"   {name} {said}"))


@main.command()
@click.argument("old", type=click.Path(exists=True, dir_okay=False))
@click.argument("new", type=click.Path(exists=True, dir_okay=False))
@click.option("--most", default=20, show_default=True, help="How many items to list for each rule.")
def diff(old: str, new: str, most: int) -> None:
    """Compare two runs (OLD.jsonl NEW.jsonl): what is gained, lost and changed, by rule.

    Read it before you merge a change of patterns. Exit code 1 when the runs differ.
    """
    from extractor.difference import Difference, compare_runs, count
    from extractor.render import visible

    try:
        found = list(compare_runs(Path(old), Path(new)))
    except ValueError as error:
        raise Fail(str(error)) from None
    console = Console(soft_wrap=True, highlight=False, markup=False)
    changed = [item for item in found if isinstance(item, Difference)]
    for (label, rule, kind), number in sorted(count(changed).items()):
        console.print(f"{label} · {rule}: {kind} {number}")
        items = [item for item in changed if (item.label, item.rule, item.kind) == (label, rule, kind)]
        for item in items[:most]:
            console.print(visible(f"   {item.page} {item.context}"))
            for sign, said in (("-", item.old), ("+", item.new)):
                if said:
                    console.print(visible(f"      {sign} {said}"))
        if number > most:
            console.print(f"   … and {number - most} more (--most {number})")
    for missing in found:
        if not isinstance(missing, Difference):
            console.print(f"{missing.page}: {missing.reason}")
    if not found:
        console.print("no differences")
    sys.exit(1 if found else 0)


@main.command()
@click.argument("gold", type=click.Path(exists=True))
@click.option("--to", "kind", required=True, type=click.Choice(["conll", "brat", "labelstudio", "spacy"]))
@click.option("-o", "--output", required=True, help="The file to write; for brat, the folder.")
@click.option("--force", is_flag=True, help="Overwrite an output that exists.")
def export(gold: str, kind: str, output: str, force: bool) -> None:
    """Write GOLD, a gold page or a folder of them, in the format of another tool."""
    from extractor.exchange import write_export
    from extractor.gold import GoldError, read_folder

    path = _writable(output, force=force)
    try:
        articles = [page.article for page in read_folder(gold)]
    except GoldError as error:
        raise Fail(str(error)) from None
    write_export(articles, kind, path)
    errors.print(f"{len(articles)} pages: {output}")


@main.command(name="import")
@click.argument("source", type=click.Path(exists=True))
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False), help="The folder for gold pages.")
@click.option("--force", is_flag=True, help="Overwrite gold pages that exist.")
def import_(source: str, output: str, force: bool) -> None:
    """Read SOURCE, a brat folder or a Label Studio export, back as gold pages."""
    from extractor.exchange import ExchangeError, read_import

    try:
        articles = read_import(Path(source))
    except ExchangeError as error:
        raise Fail(str(error)) from None
    _write_gold(articles, Path(output), force=force)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PAGE…")
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False), help="The folder for gold pages.")
@click.option("--force", is_flag=True, help="Overwrite gold pages that exist.")
@published_option
@patterns_option
def annotate(paths: Sequence[str], output: str, force: bool, published: str | None, patterns: str | None) -> None:
    """Write pages as gold pages, annotated by the extractor, for a person to correct."""
    from extractor.batch.readers import Failure, InputError, ReadOptions, find_files, read_files
    from extractor.batch.run import handle

    _check_published(published)
    try:
        outcomes = list(handle(read_files(find_files(paths), ReadOptions(published=published)), _extractor(patterns)))
    except InputError as error:
        raise Fail(str(error)) from None
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    articles = [outcome for outcome in outcomes if not isinstance(outcome, Failure)]
    _write_gold(articles, Path(output), force=force, published=published)
    for failure in failures:
        errors.print(f"{failure.place}: {failure.message}", markup=False)
    sys.exit(SOME_FAILED if failures else 0)


@main.command(name="patterns")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False))
def patterns_(folder: str | None) -> None:
    """Check patterns, ours and those of FOLDER: every example is found, every reject is not."""
    from extractor.examples import check_examples, count_entries

    extractor = _extractor(folder)
    broken = list(check_examples(extractor))
    for promise in broken:
        click.echo(f"{promise.file}: {promise.entry}: {promise.text}\n   {promise.message}")
    errors.print(f"{count_entries(extractor.patterns)} entries, {len(broken)} broken promises")
    sys.exit(1 if broken else 0)


def _file_name(id: str | None) -> str:
    """An article's id as the name of a file, whatever stands in it."""
    return re.sub(r"[^\w.~-]+", "-", id or "page").strip(".-")[:120] or "page"


def _write_gold(articles: Sequence[Any], folder: Path, *, force: bool, published: str | None = None) -> None:
    from extractor.gold import to_xml

    paths = [folder / f"{_file_name(article.id)}.xml" for article in articles]
    if twice := [path for path, count in Counter(paths).items() if count > 1]:
        raise Fail(f"{twice[0].name}: several pages would have this name; give them ids that differ")
    folder.mkdir(parents=True, exist_ok=True)
    if (there := [path for path in paths if path.exists()]) and not force:
        raise Fail(f"{there[0]}: exists already; choose another folder, or overwrite with --force")
    for article, path in zip(articles, paths, strict=True):
        path.write_text(to_xml(article, published=published), encoding="utf-8")
    errors.print(f"{len(articles)} gold pages: {folder}")


if __name__ == "__main__":
    main()
