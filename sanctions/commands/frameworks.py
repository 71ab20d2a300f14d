"""``sanctions frameworks``: list, show and check the statutes and orders that the toolkit holds as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.shared import emit_json, home_of, json_option
from sanctions.errors import DefinitionError, UsageError

if TYPE_CHECKING:  # reading frameworks is for the body: the group's help must not wait for it
    from sanctions.frameworks import Framework, Frameworks, Provision

LIST_SCHEMA = "sanctions.frameworks/1"
SHOW_SCHEMA = "sanctions.framework/1"
CHECK_SCHEMA = "sanctions.frameworks-check/1"

WIDTH = 100
_NO_ADVICE = "A guide in our own words, not legal advice: the text of the instrument decides."


@click.group(name="frameworks")
def command() -> None:
    """Show the statutes and orders behind the programmes.

    Each is a file of data: provisions, the elements of each as questions, what follows, and how far all of
    it was checked against the text. A guide, not legal advice.
    """


def _day(context: click.Context, parameter: click.Parameter, value: datetime | None) -> date:
    """The day asked about; today where none is given."""
    return value.date() if value else datetime.now(UTC).date()


as_of_option = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="DATE", help="The law of that day.  [default: today]"
)


@command.command(name="list")
@as_of_option
@json_option
@click.pass_context
def list_command(context: click.Context, as_of: date, *, json: bool) -> None:
    """List the frameworks: id, title, status, provisions, how many were read against the text, programme tags."""
    frameworks = _loaded(context)
    rows = [_summary(framework, as_of) for framework in frameworks.values()]
    if json:
        emit_json({"schema": LIST_SCHEMA, "as_of": as_of.isoformat(), "frameworks": rows})
        return
    for line in _table(rows):
        click.echo(line)
    click.echo(f"\nREAD: provisions read against a copy of the text.\n{_NO_ADVICE}")


@command.command(name="show")
@click.argument("framework", metavar="ID")
@as_of_option
@json_option
@click.pass_context
def show_command(context: click.Context, framework: str, as_of: date, *, json: bool) -> None:
    """Print one framework in full: status over time, each provision, its elements as questions, what follows."""
    from sanctions.frameworks import find_framework

    found = find_framework(_loaded(context), framework)
    if json:
        emit_json(_document(found, as_of))
        return
    for line in _lines(found, as_of):
        click.echo(line)


@command.command(name="check")
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@json_option
@click.pass_context
def check_command(context: click.Context, path: Path | None, *, json: bool) -> None:
    """Check framework files: one file, a folder of them, or, without PATH, all that are in use.

    Every fault is named with its file and provision. The exit code is 1 if there is one.
    """
    rows = list(_checked(context, path))
    if json:
        emit_json({"schema": CHECK_SCHEMA, "files": rows})
    for row in rows if not json else ():
        click.echo(f"{row['file']}: " + ("ok, " + row["state"] if not row["problems"] else f"{len(row['problems'])} to mend"))
        for problem in row["problems"]:
            click.echo(textwrap.fill(problem, WIDTH, initial_indent="  - ", subsequent_indent="    "))
    if any(row["problems"] for row in rows):
        context.exit(1)


def _loaded(context: click.Context) -> Frameworks:
    from sanctions.frameworks import load_frameworks

    return load_frameworks(home_of(context).frameworks)


# --- list ------------------------------------------------------------------------------------------------------------


def _summary(framework: Framework, on: date) -> dict[str, Any]:
    from sanctions.frameworks import status_at, status_words

    return {
        "id": framework.id,
        "title": framework.title,
        "short_title": framework.short_title,
        "jurisdiction": framework.jurisdiction,
        "citations": framework.citations,
        "status": status_at(framework, on),
        "status_words": status_words(framework, on),
        "provisions": len(framework.provisions),
        "verified": framework.verified_count,
        "reviewed_by": framework.reviewed_by,
        "programmes": [{"tag": p.tag, "lists": p.lists, "verified": p.verified} for p in framework.programmes],
        "overlay": framework.overlay,
    }


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    cells = [("ID", "TITLE", "LAW OF", "STATUS", "READ", "TAGS")]
    for row in rows:
        mark = " *" if row["overlay"] else ""
        tags = ", ".join(programme["tag"] for programme in row["programmes"])
        read = f"{row['verified']}/{row['provisions']}"
        cells.append((row["id"] + mark, row["short_title"], row["jurisdiction"], row["status"].replace("_", " "), read, tags))
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
    if any(row["overlay"] for row in rows):
        yield "* your own"


# --- show ------------------------------------------------------------------------------------------------------------


def _document(framework: Framework, on: date) -> dict[str, Any]:
    import msgspec

    from sanctions.frameworks import provisions_at, status_at, status_words

    law = {provision.id for provision in provisions_at(framework, on)}
    document: dict[str, Any] = {"schema": SHOW_SCHEMA, "as_of": on.isoformat(), "standing": status_at(framework, on)}
    document |= {"status_words": status_words(framework, on), **msgspec.to_builtins(framework)}
    document["provisions"] = [{**provision, "law_as_of": provision["id"] in law} for provision in document["provisions"]]
    return document


def _lines(framework: Framework, on: date) -> Iterator[str]:
    from sanctions.frameworks import status_words, verification_words

    yield from _wrapped(framework.title)
    yield "=" * min(len(framework.title), WIDTH)
    yield from _field("Id", framework.id + (" (your own)" if framework.overlay else ""))
    yield from _field("Law of", framework.jurisdiction_name)
    yield from _field("Citations", "; ".join(framework.citations))
    yield from _field("Status", f"{status_words(framework, on)} (as of {on})")
    for event in framework.status:
        words = f"{event.date!s:<10}  {event.event.replace('_', ' ')}" + (f", {event.by}" if event.by else "")
        yield from _wrapped(words + (f" ({event.note})" if event.note else "") + ("" if event.verified else " [unverified]"), 14, 26)
    for programme in framework.programmes:
        state = "" if programme.verified else " [unverified]"
        yield from _field("Programme", f"[{programme.tag}] on {', '.join(programme.lists)}{state}. {programme.verification}")
    yield from _field("Checked", verification_words(framework))
    yield from ("", *_wrapped(framework.summary), "", *_wrapped(framework.scope), "", *_wrapped(_NO_ADVICE))
    told: dict[tuple[str, ...], str] = {}
    for provision in framework.provisions:
        yield from ("", *_provision_lines(framework, provision, on, told))
    yield from _appendix(framework)


def _provision_lines(framework: Framework, provision: Provision, on: date, told: dict[tuple[str, ...], str]) -> Iterator[str]:
    """One provision; consequences that an earlier one has in the same words (``told``: which → where) are referred to."""
    head = f"{provision.id}  {provision.title}"
    yield from _wrapped(head)
    yield "-" * min(len(head), WIDTH)
    yield from _field("Citation", provision.citation)
    yield from _field("Kind", f"{provision.designation}: {provision.designation.meaning}")
    yield from _field("Reaches", provision.reaches)
    yield from _field("In short", provision.criterion)
    yield from _field("Mind", provision.mental_state.meaning)
    for number, element in enumerate(provision.elements, 1):
        yield from _field("Questions" if number == 1 else "", f"{number}. ({element.kind}) {element.question}", hang=3)
    yield from _consequence_lines(framework, provision, told)
    for label, names, held in (
        ("Exceptions", provision.exceptions, framework.exceptions),
        ("Waivers", provision.waivers, framework.waivers),
        ("Terms", provision.terms, framework.terms),
    ):
        if names:
            yield from _field(label, ", ".join(name.replace("_", " ") for name in names if name in held))
    if provision.related:
        yield from _field("See also", "; ".join(provision.related))
    yield from _field("In force", _period_words(provision, on))
    read = "read against the text" if provision.verified else "NOT VERIFIED"
    yield from _field("Checked", f"{read}. {provision.verification} Source: {framework.sources[provision.source].title}.")


def _consequence_lines(framework: Framework, provision: Provision, told: dict[tuple[str, ...], str]) -> Iterator[str]:
    from sanctions.frameworks import one_consequence

    if provision.consequences in told:
        yield from _field("What follows", f"as under {told[provision.consequences]}")
        return
    for number, name in enumerate(provision.consequences):
        yield from _field("" if number else "What follows", f"- {one_consequence(framework.consequences[name])}", hang=2)
    if provision.consequences:
        told[provision.consequences] = provision.citation


def _period_words(provision: Provision, on: date) -> str:
    period = provision.in_force
    if period is None:
        return "never law"
    words = f"from {period.start}" + (f" to {period.end}" if period.end else "") + (f" ({period.note})" if period.note else "")
    return words if period.covers(on) else f"{words}: NOT LAW on {on}"


def _appendix(framework: Framework) -> Iterator[str]:
    """Terms, exceptions, waivers and sources, each once, after all provisions."""
    for heading, entries in (("Terms", framework.terms), ("Exceptions", framework.exceptions), ("Waivers", framework.waivers)):
        yield from _entries(heading, {name: (e.meaning if hasattr(e, "meaning") else e.text, e.citation) for name, e in entries.items()})
    yield from _entries("Sources", {name: (f"{s.title}. Read: {s.read}.", s.locator) for name, s in framework.sources.items()})


def _entries(heading: str, entries: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    if not entries:
        return
    yield from ("", heading, "-" * len(heading))
    for name, (text, citation) in entries.items():
        yield from _wrapped(f"{name.replace('_', ' ')}: {text}" + (f" ({citation})" if citation else ""), 0, 4)


def _field(label: str, text: str, hang: int = 0) -> Iterator[str]:
    return _wrapped(f"{label:<14}{text}", 0, 14 + hang)


def _wrapped(text: str, indent: int = 0, hang: int = 0) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * hang, break_on_hyphens=False)


# --- check -----------------------------------------------------------------------------------------------------------


def _checked(context: click.Context, path: Path | None) -> Iterator[dict[str, Any]]:
    """One mapping a file: its name, what state it is in, and its problems."""
    from sanctions.data import data_folder

    overlay = home_of(context).frameworks
    if path is None:
        files = [*sorted((data_folder("reports") / "frameworks").glob("*.toml")), *sorted(overlay.glob("*.toml"))]
    else:
        files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"There is no framework file (*.toml) in {path}.")
    held = _sound(sorted((data_folder("reports") / "frameworks").glob("*.toml"))) | _sound(sorted(overlay.glob("*.toml"))) | _sound(files)
    for file in files:
        yield _check_one(file, held)


def _sound(files: list[Path]) -> dict[str, Framework]:
    """The frameworks of those files that can be read by themselves, by id."""
    from sanctions.frameworks import read_framework

    found = {}
    for file in files:
        try:
            found[file.stem] = read_framework(file)
        except DefinitionError:
            continue  # its faults are told when the file itself is checked
    return found


def _check_one(file: Path, held: Mapping[str, Framework]) -> dict[str, Any]:
    from sanctions.frameworks import cross_problems, read_framework, verification_words

    try:
        framework = read_framework(file)
    except DefinitionError as problem:
        lines = [line.removeprefix(f"{file}: ") for line in str(problem).splitlines()]
        return {"file": file.name, "state": "faulty", "problems": lines}
    problems = [sentence for key, sentence in cross_problems(held) if key == framework.id]
    return {"file": file.name, "state": verification_words(framework), "problems": problems}
