"""Beginning a case: an empty folder with its files, or a copy of a worked example."""

from __future__ import annotations

import shutil
import stat
from datetime import datetime
from pathlib import Path

import msgspec

from sanctions.acquisition.disk import writing
from sanctions.casework.custody import append, read_log
from sanctions.casework.exhibits import ORIGINALS, WORKING, faults
from sanctions.casework.reading import CASE, FACTS
from sanctions.data import data_folder
from sanctions.errors import CaseError, UsageError

_CASE = """\
# What the case asks, of whom, by whom. reports/README.md explains each key.
id = {id}
title = {title}
question = {question}
# as_of = 2020-01-31  # assess as of this day; without it, as of the day of asking

[subject]
name = {subject}
identity = "{identity}"  # known, not_proved, unknown
description = ""

[[people]]
name = {author}
role = "author"

# A related party: an end user, an intermediary, a lead.
# [[parties]]
# id = "ministry"
# name = "Ministry of State Security"
# role = "end user"
# identity = "known"
# designations = [{{ entity = "us_ofac_sdn:20129", programme = "DPRK3", on = 2016-07-06, source = "where the date was read" }}]

# A provision to be assessed; see: sanctions frameworks list, sanctions frameworks show ID
# [[scope]]
# framework = "us_eo_13687"
# provision = "1(a)(iv)"
"""
_FACTS = """\
# Dated statements, each tied to exhibits. Add them here, or with: sanctions case add-fact
"""


def examples() -> dict[str, Path]:
    """The worked cases that ship with the toolkit, by name."""
    folder = data_folder("reports") / "examples"
    return {path.name: path for path in sorted(folder.iterdir()) if (path / CASE).is_file()} if folder.is_dir() else {}


def begin(folder: Path, *, subject: str, known: bool, question: str, author: str, now: datetime) -> None:
    """A new case in ``folder``. Raises CaseError if something is there already."""
    _refuse_full(folder)
    with writing(folder):
        for place in (ORIGINALS, WORKING):
            (folder / place).mkdir(parents=True, exist_ok=True)
        text = _CASE.format(
            id=_quoted(folder.resolve().name),
            title=_quoted(subject),
            question=_quoted(question),
            subject=_quoted(subject),
            identity="known" if known else "unknown",
            author=_quoted(author),
        )
        (folder / CASE).write_text(text, "utf-8")
        (folder / FACTS).write_text(_FACTS, "utf-8")
    append(folder, "opened", author, now, {"subject": subject})


def copy_example(folder: Path, name: str, now: datetime) -> None:
    """A worked case as a case of one's own. Raises UsageError for an unknown one, CaseError if something is there already."""
    known = examples()
    if name not in known:
        raise UsageError(f"There is no example {name!r}. The examples are: {', '.join(known) or 'none'}.")
    _refuse_full(folder)
    with writing(folder):
        shutil.copytree(known[name], folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
        for path in (folder / ORIGINALS).iterdir():
            path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    if found := list(faults(folder)):
        raise CaseError("\n".join(found))
    append(folder, "copied", read_log(folder)[0]["by"], now, {"example": name})


def _refuse_full(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseError(f"{folder}: something is there already. Give the name of a new or empty folder.")


def _quoted(text: str) -> str:
    return msgspec.json.encode(" ".join(text.split())).decode()
