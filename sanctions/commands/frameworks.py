"""``sanctions frameworks``: list, show and check the statutes and orders that the toolkit holds as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.framework_words import NO_ADVICE, WIDTH, framework_lines, provision_lines, table_lines
from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option
from sanctions.errors import DefinitionError, UsageError

if TYPE_CHECKING:  # reading frameworks is for the body: the group's help must not wait for it
    from sanctions.frameworks import Framework, Frameworks, Provision

LIST_SCHEMA = "sanctions.frameworks/1"
SHOW_SCHEMA = "sanctions.framework/1"
CHECK_SCHEMA = "sanctions.frameworks-check/1"
TAGS_SCHEMA = "sanctions.frameworks-tags/1"


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
@click.option("--tag", metavar="TAG", help="Only those that stand behind this programme tag, written as the list writes it.")
@as_of_option
@json_option
@click.pass_context
def list_command(context: click.Context, tag: str | None, as_of: date, *, json: bool) -> None:
    """List the frameworks with state and tags.

    Id, title, whose law it is, status on the day, how many of its provisions were read against a text, programme tags.
    """
    frameworks = _loaded(context)
    rows = [_summary(one, as_of) for one in frameworks.values() if tag is None or tag in {programme.tag for programme in one.programmes}]
    if json:
        emit_json({"schema": LIST_SCHEMA, "as_of": as_of.isoformat(), "frameworks": rows})
        return
    if not rows:
        click.echo(f"No framework stands behind the programme {tag!r}; read the publisher's own description of it.")
        return
    for line in table_lines(rows):
        click.echo(line)
    click.echo(f"\nREAD: provisions read against a copy of the text. One in full: sanctions frameworks show ID\n{NO_ADVICE}")


@command.command(name="show")
@click.argument("law", metavar="ID|TAG|CITATION")
@click.argument("provision", required=False, metavar="[PROVISION]")
@as_of_option
@json_option
@click.pass_context
def show_command(context: click.Context, law: str, provision: str | None, as_of: date, *, json: bool) -> None:
    """Print a framework, or one provision.

    Status over time, each provision, its elements as questions, what follows, what was read. The framework is named by
    its id or by a programme tag ("DPRK3"), a provision by its id ("us_nkspea" "104(a)(4)") or by its citation alone
    ("E.O. 13687 s.1(a)(iv)").
    """
    from sanctions.frameworks import find_law, still_counting

    frameworks = _loaded(context)
    found, one = find_law(frameworks, law, provision)
    if json:
        emit_json(_document(found, as_of, one))
        return
    earlier = still_counting(frameworks, found, as_of)
    for line in provision_lines(found, one, as_of, earlier) if one else framework_lines(found, as_of, earlier):
        click.echo(line)


@command.command(name="check")
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--lists", is_flag=True, help="Check instead which programme tags of the lists held have a framework behind them.")
@json_option
@click.pass_context
def check_command(context: click.Context, path: Path | None, *, lists: bool, json: bool) -> None:
    """Check framework files, or the lists' tags.

    One file, a folder of them, or, without PATH, all that are in use. Every fault is named with its file and provision.
    The exit code is 1 if there is one. With --lists: each tag on the lists held, on how many entries it stands, and the
    instrument behind it, or that there is none here.
    """
    if lists and path:
        raise UsageError("Give a path, or --lists, not both: --lists looks at the lists held with all frameworks in use.")
    if lists:
        _check_lists(context, json=json)
        return
    rows = list(_checked(context, path))
    if json:
        emit_json({"schema": CHECK_SCHEMA, "files": rows})
    for row in rows if not json else ():
        click.echo(f"{row['file']}: " + ("ok, " + row["state"] if not row["problems"] else f"{len(row['problems'])} to mend"))
        for problem in row["problems"]:
            click.echo(textwrap.fill(problem, WIDTH, initial_indent="  - ", subsequent_indent="    "))
    if any(row["problems"] for row in rows):
        context.exit(1)


@command.command(name="copy")
@click.argument("framework", metavar="ID")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_context
def copy_command(context: click.Context, framework: str, target: Path) -> None:
    """Begin a framework of your own.

    Writes the file of the framework ID, comments and all, to FILE, whose name becomes its id.
    """
    from sanctions.frameworks import copy_framework

    copy_framework(framework, target, home_of(context).frameworks)
    click.echo(f"Written: {target}, with the text of {framework}. Change it; then: sanctions frameworks check {target}")


@command.command(name="add")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in the place of your own file of that id.")
@click.pass_context
def add_command(context: click.Context, path: Path, *, replace: bool) -> None:
    """Add a framework of your own.

    Only once nothing is wrong in it; from then on reports and cases use it.
    """
    from sanctions.frameworks import add_framework

    place = add_framework(path, home_of(context).frameworks, replace=replace)
    click.echo(f"Added: {place}. Read it with: sanctions frameworks show {path.stem}. To take it out again, delete that file.")


def _check_lists(context: click.Context, *, json: bool) -> None:
    from sanctions.commands.framework_tags import tag_document, tag_lines, tags_held

    home = home_of(context)
    frameworks = _loaded(context)
    found = tags_held(home, catalogue_of(home), frameworks)
    if json:
        emit_json({"schema": TAGS_SCHEMA, **tag_document(found, frameworks)})
        return
    for line in tag_lines(found, frameworks):
        click.echo(line)


def _loaded(context: click.Context) -> Frameworks:
    from sanctions.frameworks import load_frameworks

    return load_frameworks(home_of(context).frameworks)


# --- list and show ---------------------------------------------------------------------------------------------------


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


def _document(framework: Framework, on: date, only: Provision | None) -> dict[str, Any]:
    """The framework as data; with ``only`` no provision but that one."""
    import msgspec

    from sanctions.frameworks import provisions_at, status_at, status_words

    law = {provision.id for provision in provisions_at(framework, on)}
    document: dict[str, Any] = {"schema": SHOW_SCHEMA, "as_of": on.isoformat(), "standing": status_at(framework, on)}
    document |= {"status_words": status_words(framework, on), **msgspec.to_builtins(framework)}
    document["provisions"] = [{**provision, "law_as_of": provision["id"] in law} for provision in document["provisions"]]
    if only:
        document["provisions"] = [provision for provision in document["provisions"] if provision["id"] == only.id]
    return document


# --- check -----------------------------------------------------------------------------------------------------------


def _checked(context: click.Context, path: Path | None) -> Iterator[dict[str, Any]]:
    """One mapping a file: its name, what state it is in, and its problems."""
    from sanctions.frameworks import framework_files, sound_frameworks

    overlay = home_of(context).frameworks
    if path is None:
        files = [*framework_files().values(), *sorted(overlay.glob("*.toml"))]
    else:
        files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"There is no framework file (*.toml) in {path}.")
    held = sound_frameworks(overlay, files)
    for file in files:
        yield _check_one(file, held)


def _check_one(file: Path, held: Frameworks) -> dict[str, Any]:
    from sanctions.frameworks import problems_among, read_framework, verification_words

    try:
        framework = read_framework(file)
    except DefinitionError as problem:
        lines = [line.removeprefix(f"{file}: ") for line in str(problem).splitlines()]
        return {"file": file.name, "state": "faulty", "problems": lines}
    return {"file": file.name, "state": verification_words(framework), "problems": list(problems_among(file, framework, held))}
