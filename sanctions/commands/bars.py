"""Progress bars, on stderr and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rich.progress


@contextmanager
def bars() -> Iterator[Bars | NoBars]:
    """Progress bars on stderr if that is a terminal, else nothing."""
    made = Bars() if sys.stderr.isatty() else NoBars()
    try:
        yield made
    finally:
        made.clear()


@contextmanager
def counting(title: str, whole: int | None = None) -> Iterator[Callable[[], None]]:
    """A count of what is done, of ``whole`` where that is known."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=whole)
        yield lambda: progress.advance(task)


class NoBars:
    """Progress that nobody looks at."""

    def receiving(self, key: str, name: str, done: int, whole: int | None) -> None:
        return

    def reading(self, key: str) -> None:
        return

    def clear(self) -> None:
        return


class Bars:
    """One bar a file while it comes, and one while it is read; cleared before a line is printed."""

    def __init__(self) -> None:
        self._progress: rich.progress.Progress | None = None
        self._tasks: dict[str, rich.progress.TaskID] = {}

    def receiving(self, key: str, name: str, done: int, whole: int | None) -> None:
        self._show(f"{key} {name}", done, whole)

    def reading(self, key: str) -> None:
        self._show(f"{key} reading", 0, None)

    def clear(self) -> None:
        if self._progress:
            self._progress.stop()
        self._progress, self._tasks = None, {}

    def _show(self, text: str, done: int, whole: int | None) -> None:
        progress = self._progress or self._start()
        if text not in self._tasks:
            self._tasks[text] = progress.add_task(text, total=whole)
        progress.update(self._tasks[text], completed=done, total=whole)

    def _start(self) -> rich.progress.Progress:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
        # stdout stays what it is: data may be piped from it while the bars are on the terminal
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
        self._progress.start()
        return self._progress
