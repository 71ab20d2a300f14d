"""What is added to a case: the case itself, exhibits, facts, links. Commands of the group ``sanctions case``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from sanctions.commands.case_shared import case_argument, load, moment, read
from sanctions.commands.shared import emit_json, json_option
from sanctions.errors import CaseError, FetchError, UsageError

if TYPE_CHECKING:
    from sanctions.casework.records import CaseFile, Fact

F = TypeVar("F", bound=Callable[..., Any])
MOST_OF_A_PAGE = 512 * 1024**2


@click.command(name="init")
@case_argument
@click.option("--subject", default="", metavar="NAME", help='Whom it is about; "unnamed German vendor" is a proper subject.')
@click.option("--known", is_flag=True, help="The subject is known by its name; otherwise its identity is open.")
@click.option("--question", default="", metavar="TEXT", help="What the case asks.")
@click.option("--author", default="", metavar="NAME", help="Who keeps the case.")
@click.option("--example", default="", metavar="NAME", help="Copy a worked example instead: german-device-vendor.")
def init_command(folder: Path, *, subject: str, known: bool, question: str, author: str, example: str) -> None:
    """Begin a case in a new folder, or copy a worked example."""
    from sanctions.casework.beginning import begin, copy_example

    if example:
        copy_example(folder, example, moment())
        click.echo(f"{folder}: a copy of the example {example}. Read case.toml and facts.toml, then: sanctions case assess {folder}")
        return
    if missing := [name for name, value in (("--subject", subject), ("--question", question), ("--author", author)) if not value.strip()]:
        raise UsageError(
            f"A case needs {' and '.join(missing)}. To see one first: sanctions case init FOLDER --example german-device-vendor"
        )
    begin(folder, subject=subject, known=known, question=question, author=author, now=moment())
    click.echo(f"{folder}: a new case. Add exhibits with: sanctions case add-exhibit {folder} FILE")


@click.command(name="add-exhibit")
@case_argument
@click.argument("what", metavar="FILE|-|URL")
@click.option("--title", default="", metavar="TEXT", help="What it is.  [default: the file's name or the address]")
@click.option("--collector", default="", metavar="NAME", help="Who collected it.  [default: the case's first person]")
@click.option("--source", default="", metavar="TEXT", help="Where it comes from: an address, an archive, a person's code name.")
@click.option("--archived-at", default="", metavar="URL", help="Where an archive keeps a copy.")
@click.option("--language", default="", metavar="CODE", help="Its language, as ISO 639-1: en, ko, de.")
@click.option("--translation-of", default="", metavar="EXHIBIT", help="The exhibit that this one translates.")
@click.option("--note", "remark", default="", metavar="TEXT", help="What a reader must know of it.")
@click.option("--name", default="", metavar="NAME", help="The file name to keep it under.")
@json_option
@click.pass_context
def add_exhibit_command(context: click.Context, /, folder: Path, what: str, *, json: bool, **given: str) -> None:
    """Take a file, standard input (-) or a web address, fetched once, into the case.

    Its digests, size, type, collector and time go into the custody log; the original is never touched again, and a
    working copy lies beside it. The same bytes twice are noticed.
    """
    import msgspec

    from sanctions.casework.exhibits import Description, add_exhibit, check

    found = read(context, folder)
    check(folder)
    with _opened(what) as (stream, name, headers):
        description = Description(
            title=given["title"],
            collector=given["collector"] or found.case.people[0].name,
            source=given["source"] or (what if headers else ""),
            archived_at=given["archived_at"],
            language=given["language"],
            translation_of=given["translation_of"],
            note=given["remark"],
            url=what if headers else "",
            headers=headers,
        )
        exhibit, new = add_exhibit(folder, stream, given["name"] or name, description, moment())
    if json:
        emit_json({"schema": "sanctions.exhibit/1", "new": new, **msgspec.to_builtins(exhibit)})
        return
    if not new:
        click.echo(f"{exhibit.id}: these very bytes are in the case already, as {exhibit.file}. Nothing was added.")
        return
    click.echo(
        f"{exhibit.id}: {exhibit.file}, {exhibit.bytes:,} bytes, {exhibit.media_type}\n  sha256 {exhibit.sha256}\n  sha512 {exhibit.sha512}"
    )


@contextmanager
def _opened(what: str) -> Iterator[tuple[BinaryIO, str, dict[str, str]]]:
    """The bytes of a file, of stdin or of an address, with a name and, of an address, the answer's headers."""
    if what == "-":
        yield sys.stdin.buffer, "stdin.bin", {}
    elif what.startswith(("http://", "https://")):
        with TemporaryDirectory(prefix="sanctions-fetch-", ignore_cleanup_errors=True) as place:
            path = Path(place) / "page"
            headers = _fetched(what, path)
            with path.open("rb") as stream:
                yield stream, what.split("?", maxsplit=1)[0].rstrip("/").rpartition("/")[2] or "page.html", headers
    else:
        try:
            stream = Path(what).open("rb")  # noqa: SIM115 - closed below, once what is done with it is done
        except OSError as problem:
            raise CaseError(f"{what}: this file cannot be opened: {problem.strerror}.") from None
        with stream:
            yield stream, Path(what).name, {}


def _fetched(url: str, place: Path) -> dict[str, str]:
    from sanctions.acquisition.fetch import Fetcher

    try:
        with Fetcher(page=True) as fetcher:
            return dict(fetcher.fetch(url, place, most=MOST_OF_A_PAGE).headers)
    except FetchError as problem:
        mend = str(problem).replace("give the file with --from", "save the page yourself and add the file")
        raise FetchError(mend.replace("correct the URL in the list's definition, or ", "")) from None


def graded(command: F) -> F:
    """The options of whoever grades a statement and dates it."""
    for option in reversed(
        (
            click.option("--source", required=True, metavar="TEXT", help="Who originally says it; two facts of one source count as one."),
            click.option("--reliability", required=True, type=click.Choice(list("ABCDEF")), help="Of the source, by the Admiralty code."),
            click.option(
                "--credibility", required=True, type=click.Choice(list("123456")), help="Of the statement, by the Admiralty code."
            ),
            click.option("--stance", required=True, type=click.Choice(["for", "against"]), help="Which way it tells, taken as a whole."),
            click.option("--when", default="", metavar="DATE", help="When what it tells happened: 2014-11-12, 2014-11, 2014 or 2013/2014."),
            click.option("--published", default="", metavar="DATE", help="When it was published."),
            click.option("--derived-from", multiple=True, metavar="FACT", help="The fact that this one repeats. May be repeated."),
            click.option("--id", "key", default="", metavar="ID", help="Its id.  [default: F and the next number]"),
            click.option("--note", "remark", default="", metavar="TEXT", help="What a reader must know of it."),
        )
    ):
        command = option(command)
    return command


@click.command(name="add-fact")
@case_argument
@click.option("--statement", required=True, metavar="TEXT", help="What is stated, in one or two sentences of your own.")
@click.option("--exhibit", "exhibits", required=True, multiple=True, metavar="ID", help="What it rests on. May be repeated.")
@graded
@click.pass_context
def add_fact_command(context: click.Context, /, folder: Path, *, key: str, remark: str, **given: Any) -> None:
    """Add a dated statement to facts.toml, graded and tied to exhibits."""
    fact = add_graded(context, read(context, folder), key, remark, given)
    click.echo(f"{fact.id}: added to {folder / 'facts.toml'} ({fact.grade_words}).")
    click.echo(f"Tie it to the law with: sanctions case link {folder} {fact.id} …")


def add_graded(context: click.Context, found: CaseFile, key: str, remark: str, given: dict[str, Any]) -> Fact:
    """The fact that the options describe, written to facts.toml; without a key it has the next free one."""
    import msgspec

    from sanctions.casework.editing import add_fact
    from sanctions.casework.records import Fact

    taken = {fact.id for fact in found.facts}
    number = next(f"F{n}" for n in range(1, len(taken) + 2) if f"F{n}" not in taken)
    texts = {name: " ".join(given.pop(name).split()) for name in ("statement", "source")}
    fact = msgspec.convert({"id": key or number, "note": " ".join(remark.split()), **texts, **given}, type=Fact)
    add_fact(found, fact, load(context))
    return fact


@click.command(name="link")
@case_argument
@click.argument("fact")
@click.argument("framework")
@click.argument("provision")
@click.argument("element")
@click.option("--contradicts", is_flag=True, help="The fact tells against the element; otherwise it supports it.")
@click.option("--listed", metavar="PARTY", help="It counts only if this party of the case stood listed at the date of the act.")
@click.option("--programme", "programmes", multiple=True, metavar="TAG", help="With --listed: under this programme. May be repeated.")
@click.option("--note", "remark", default="", metavar="TEXT", help="Why it bears on the element.")
@click.pass_context
def link_command(
    context: click.Context, /, folder: Path, *, contradicts: bool, programmes: tuple[str, ...], remark: str, **given: Any
) -> None:
    """Say which element of which provision a fact bears on: CASE F1 us_eo_13687 "1(a)(iv)" recipient."""
    from sanctions.casework.editing import add_link
    from sanctions.casework.records import Link
    from sanctions.casework.words import Bearing

    link = Link(
        framework=given["framework"],
        provision=given["provision"],
        element=given["element"],
        bearing=Bearing.CONTRADICTS if contradicts else Bearing.SUPPORTS,
        listed=given["listed"],
        programmes=programmes,
        note=" ".join(remark.split()),
    )
    add_link(read(context, folder), given["fact"], link, load(context))
    click.echo(f"{given['fact']}: {link.bearing} {link.framework} {link.provision} {link.element}.")
