"""The ``sanctions`` command: global options, exit codes, and commands loaded when they are called.

Exit codes: 0 done · 1 error · 2 usage · 3 refused because a list needed is missing, stale or shrunken ·
4 hits found, only with ``--fail-on-hit`` · 130 interrupted.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from importlib import import_module

import click

from sanctions.commands import COMMANDS
from sanctions.errors import SanctionsError
from sanctions.home import VARIABLE, Home
from sanctions.version import __version__


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is needed; its own help needs none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"sanctions.commands.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "SANCTIONS"})
@click.version_option(__version__, prog_name="sanctions")
@click.option(
    "--home", metavar="FOLDER", envvar=VARIABLE, show_envvar=True, help="Where snapshots are kept.  [default: the user's data folder]"
)
@click.pass_context
def cli(context: click.Context, home: str | None) -> None:
    """Keep the public sanctions lists, screen names against them, and write reports that explain themselves."""
    context.obj = Home.find(home)
    if os.environ.get("NO_COLOR"):
        context.color = False


def start() -> None:
    """Entry point of the installed command: ``main``, and then an end that does not take the process apart.

    Freeing a hundred thousand objects one by one is a twentieth of what a name takes to screen, and the system frees them
    at once. What others have registered for the end is done before: this is registered first, and so comes last.
    """
    codes: list[int] = []
    atexit.register(_leave, codes)
    try:
        main()
    except SystemExit as end:
        codes += [end.code] if isinstance(end.code, int) else []
        raise


def _leave(codes: list[int]) -> None:
    """End the process with the code that the command ended with; without one (an error that nobody foresaw) it ends by itself."""
    with contextlib.suppress(OSError, ValueError):  # a pipe that was closed, a full disk: Python says so in its own way
        for stream in filter(None, (sys.stdout, sys.stderr)):  # None where the caller closed it
            stream.flush()
        for code in codes:
            os._exit(code)


def main() -> None:
    """Run the command: turns every error made on purpose into one sentence and its exit code, and ends with SystemExit."""
    # numpy's linear algebra is never used, and its threads take a twentieth of a second to start
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # nearly all that a start makes lives until the end: looking for what can be freed at every 700 objects takes a sixth of it
    gc.set_threshold(200_000)
    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        click.echo("Interrupted. Nothing that was held before has changed.", err=True)
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except SanctionsError as problem:
        click.echo(f"Error: {problem}", err=True)
        sys.exit(problem.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
