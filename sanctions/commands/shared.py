"""What all commands share: the home option, the JSON option, and the two ways to say something.

Data goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sanctions.home import Home

if TYPE_CHECKING:
    from sanctions.catalogue import Catalogue

json_option = click.option("--json", "json", is_flag=True, help="Print one JSON document.")


def home_of(context: click.Context) -> Home:
    """The home that the group's ``--home`` names."""
    found = context.find_object(Home)
    return found or Home.find()


def catalogue_of(home: Home) -> Catalogue:
    """The shipped definitions with those of the home's overlay folder."""
    from sanctions.acquisition.definitions import open_catalogue

    return open_catalogue(home)


def emit_json(document: Any) -> None:
    """One JSON document on stdout, indented, in UTF-8 whatever the terminal's encoding."""
    import msgspec

    stream = sys.stdout.buffer
    stream.write(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")
    stream.flush()


def note(text: str) -> None:
    """A line for the person, on stderr."""
    click.echo(text, err=True)
