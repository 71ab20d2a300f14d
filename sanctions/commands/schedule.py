"""``sanctions schedule``: ready files that let a machine refresh the lists by itself, hour by hour, and re-screen the book.

Each runs ``sanctions refresh --due`` once an hour; which lists are fetched then is their cadence's affair. With a folder
``sanctions rescreen`` follows, whatever came of the refresh: lists that did change are compared with the book. The minute
is drawn from the machine, the user and the home, so that not everybody asks a publisher on the hour.
"""

from __future__ import annotations

import getpass
import hashlib
import platform
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import click

from sanctions.commands.shared import home_of, note
from sanctions.errors import OutputError
from sanctions.home import Home

FIRST, LAST = 4, 56
"""Minutes between which the run is put: on the hour, and about it, everybody else's jobs run."""


def minute_of(*what: str) -> int:
    """The minute of the hour for this machine, user and home: always the same, spread over all who do so."""
    digest = hashlib.sha256("\n".join(what).encode()).digest()
    return FIRST + int.from_bytes(digest[:4], "big") % (LAST - FIRST + 1)


def program() -> list[str]:
    """The words that start this very installation."""
    started = Path(sys.argv[0])
    if started.stem == "sanctions" and started.is_file():
        return [str(started.absolute())]
    found = shutil.which("sanctions")
    return [found] if found else [sys.executable, "-m", "sanctions"]


def words(home: Home) -> list[str]:
    return [*program(), "--home", str(home.root), "refresh", "--due"]


def words_after(home: Home, folder: Path) -> list[str]:
    """The words of the re-screening that follows; it writes into ``folder`` only if anything came of it."""
    return [*program(), "--home", str(home.root), "rescreen", "--into", str(folder.absolute())]


def _minute(home: Home) -> int:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return minute_of(platform.node(), user, str(home.root))


def cron(home: Home, minute: int, folder: Path | None = None) -> dict[str, str]:
    """A line for ``crontab -e``. In a crontab a percent sign is a new line unless a backslash stands before it."""
    steps = [words(home), *([words_after(home, folder)] if folder else [])]
    line = " > /dev/null; ".join(shlex.join(step) for step in steps).replace("%", r"\%")
    return {
        "sanctions.cron": "# The sanctions lists that are due, once an hour. Add it with: crontab -e\n"
        "# Failures are mailed to MAILTO; what came of each list is in runs.jsonl of the home.\n"
        f"{minute} * * * * {line} > /dev/null\n"
    }


def systemd(home: Home, minute: int, folder: Path | None = None) -> dict[str, str]:
    """A service and its timer, for a user (``systemctl --user``) or the whole machine."""
    command = " ".join(_quoted(word) for word in words(home))
    then = f"OnSuccess={_RESCREEN}\nOnFailure={_RESCREEN}\n" if folder else ""
    service = f"""\
[Unit]
Description=Refresh the sanctions lists that are due
Documentation=man:systemd.service(5)
Wants=network-online.target
After=network-online.target
{then}
[Service]
Type=oneshot
ExecStart={command}
# 3: a list has no copy at all; 1: a list stays on its last good copy. Both are failures of the unit, as they should be.
TimeoutStartSec=3h
Nice=10
"""
    timer = f"""\
[Unit]
Description=Refresh the sanctions lists that are due, once an hour

[Timer]
OnCalendar=*-*-* *:{minute:02d}:00
Persistent=true
AccuracySec=1min

[Install]
WantedBy=timers.target
"""
    files = {"sanctions-refresh.service": service, "sanctions-refresh.timer": timer}
    if folder:
        files[_RESCREEN] = f"""\
[Unit]
Description=Compare what changed on the sanctions lists with the book kept
After=sanctions-refresh.service

[Service]
Type=oneshot
ExecStart={" ".join(_quoted(word) for word in words_after(home, folder))}
TimeoutStartSec=3h
Nice=10
"""
    return files


_RESCREEN = "sanctions-rescreen.service"


def _quoted(word: str) -> str:
    """A word of ExecStart: quoted, with systemd's own specifiers (%) and variables ($) taken literally."""
    inner = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{inner}"' if inner != word or " " in word or "'" in word else word


def windows(home: Home, minute: int, folder: Path | None = None) -> dict[str, str]:
    """A task for ``schtasks /Create /TN "Sanctions refresh" /XML FILE``. Without an encoding in its head it may be saved in any."""
    import subprocess

    steps = [words(home), *([words_after(home, folder)] if folder else [])]
    actions = "".join(
        f"""\
    <Exec>
      <Command>{escape(start)}</Command>
      <Arguments>{escape(subprocess.list2cmdline(arguments))}</Arguments>
    </Exec>
"""
        for start, *arguments in steps
    )
    return {
        "sanctions-refresh.xml": f"""\
<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Refresh the sanctions lists that are due, once an hour</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>PT1H</Interval>
      </Repetition>
      <StartBoundary>2026-01-01T00:{minute:02d}:00</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
    <ExecutionTimeLimit>PT3H</ExecutionTimeLimit>
    <Enabled>true</Enabled>
  </Settings>
  <Actions>
{actions}  </Actions>
</Task>
"""
    }


def ci(home: Home, minute: int, folder: Path | None = None) -> dict[str, str]:
    """A workflow of a code host: the home is kept in its cache, and the run's lines are kept as its artefact."""
    rescreen = "      - if: always()\n        run: sanctions rescreen --into rescreened\n" if folder else ""
    kept = "|\n            sanctions-home/runs.jsonl\n            rescreened" if folder else "sanctions-home/runs.jsonl"
    return {
        "sanctions-refresh.yml": f"""\
name: Refresh the sanctions lists

on:
  schedule:
    - cron: "{minute} */6 * * *"
  workflow_dispatch: {{}}

concurrency: sanctions-refresh

permissions:
  contents: read

jobs:
  refresh:
    runs-on: ubuntu-latest
    timeout-minutes: 180
    env:
      SANCTIONS_HOME: "${{{{ github.workspace }}}}/sanctions-home"
    steps:
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install sanctions-toolkit
      - uses: actions/cache@v4
        with:
          path: sanctions-home
          key: "sanctions-home-${{{{ github.run_id }}}}"
          restore-keys: sanctions-home-
      - run: sanctions refresh --due
{rescreen}      - if: always()
        run: sanctions lists
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: runs
          path: {kept}
"""
    }


MAKERS = {"cron": cron, "systemd": systemd, "windows": windows, "ci": ci}

_HINTS = {
    "cron": "Add the line with: crontab -e",
    "systemd": "Put the files into ~/.config/systemd/user, then: systemctl --user daemon-reload && "
    "systemctl --user enable --now sanctions-refresh.timer && loginctl enable-linger",
    "windows": 'Then: schtasks /Create /TN "Sanctions refresh" /XML sanctions-refresh.xml',
    "ci": "Put the file into .github/workflows of a repository of your own.",
}


@click.command(name="schedule")
@click.argument("kind", type=click.Choice(list(MAKERS)))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Write the files there.")
@click.option(
    "--rescreen",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Re-screen the book after each refresh; a workbook is written into FOLDER if anything is new, changed or closed.",
)
@click.pass_context
def command(context: click.Context, kind: str, output: Path | None, rescreen: Path | None) -> None:
    """Print ready files that refresh the lists by cron, systemd, Windows or CI.

    They run 'sanctions refresh --due' once an hour (in CI every six hours), with this installation and this home; only
    the lists whose cadence has passed are fetched. SANCTIONS_HOOK, or --hook added by hand, tells a command of yours of
    each run. Nothing is installed: that is yours to do.

    Exit codes: 0 done; 1 the files cannot be written.
    """
    home = home_of(context)
    files = MAKERS[kind](home, _minute(home), rescreen)
    if output is None:
        _print(files)
    else:
        _write(files, output, encoding="utf-16" if kind == "windows" else "utf-8")
    note(_HINTS[kind])


def _print(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        if len(files) > 1:
            click.echo(f"# ---- {name}")
        click.echo(text, nl=False)


def _write(files: Mapping[str, str], folder: Path, encoding: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding=encoding)
            click.echo(str(folder / name))
    except OSError as problem:
        raise OutputError(f"{folder} cannot be written: {problem.strerror}. Give another folder with -o.") from None
