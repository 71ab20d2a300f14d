"""The packet: a case as a BagIt bag (RFC 8493) in one file with an index and what is made from it."""

from __future__ import annotations

import logging
import os
import shutil
import stat
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from sanctions.acquisition.moments import count
from sanctions.casework.archive import write_archive
from sanctions.casework.custody import TOOL, append
from sanctions.casework.exhibits import check, digests
from sanctions.casework.reading import CASE, read_toml
from sanctions.casework.records import Case, CaseFile
from sanctions.casework.redaction import RULES, Redaction, read_rules, redact
from sanctions.errors import CaseError, OutputError

REDACTIONS, INDEX, MACHINE, WORKBOOK = "redactions.json", "INDEX.txt", "case.json", "report.xlsx"
AGENT = "Packed-By"

logging.getLogger("bagit").addHandler(logging.NullHandler())
logging.getLogger("bagit").propagate = False  # what it has to say comes as an error, which is told in our words


class Packed(msgspec.Struct, frozen=True, kw_only=True):
    """What ``pack`` wrote. ``apart`` is the packet with everything unredacted, if a rule took something out."""

    path: Path
    sha256: str
    files: int
    redactions: tuple[Redaction, ...]
    unsearched: tuple[str, ...]
    apart: Path | None


Derive = Callable[[Path], None]
"""Writes into a copy of a case what is made from it: the machine's JSON, the workbook."""


def pack(found: CaseFile, path: Path, *, by: str, now: datetime, derive: Derive) -> Packed:
    """Write the case as a packet to ``path`` and record it in the custody log.

    Whatever is derived is made from the redacted copy, so that no rule can be got round. Raises CaseError if the log
    or an original is not as recorded, OutputError if the file cannot be written.
    """
    check(found.folder)
    if not found.case.scope:
        raise CaseError(f"{found.folder / CASE}: there is no [[scope]], so there is nothing to report on. Name framework and provision.")
    rules = read_rules(found.folder)
    with TemporaryDirectory(prefix="sanctions-packet-", ignore_cleanup_errors=True) as place:
        stage = Path(place) / "open" / found.case.id
        _copy(found.folder, stage, leave_out={RULES} if rules else set())
        done, unsearched = redact(stage, rules, found.exhibits) if rules else ([], [])
        derive(stage)
        _list_redactions(stage, done, unsearched)
        _index(stage, found, done)
        apart = _pack_apart(found, path, Path(place), now) if done else None
        files = _bag(stage, now)
        _write(stage, path)
    sha256 = digests(path)[0]
    append(found.folder, "packed", by, now, {"packet": path.name, "sha256_of_packet": sha256, "redactions": len(done)})
    return Packed(path=path, sha256=sha256, files=files, redactions=tuple(done), unsearched=tuple(unsearched), apart=apart)


def _pack_apart(found: CaseFile, path: Path, place: Path, now: datetime) -> Path:
    """The whole case, unredacted, as a packet of its own beside the other."""
    stage = place / "apart" / f"{found.case.id}-unredacted"
    _copy(found.folder, stage, leave_out=set())
    _index(stage, found, [])
    _bag(stage, now)
    apart = path.with_name(f"{path.stem}-unredacted{path.suffix}")
    _write(stage, apart)
    return apart


def _copy(folder: Path, stage: Path, leave_out: set[str]) -> None:
    """The files of a case; hidden ones (a version control's) and what was derived earlier stay behind."""
    skipped = leave_out | {REDACTIONS, INDEX, MACHINE, WORKBOOK}
    for file in sorted(folder.rglob("*")):
        inner = file.relative_to(folder)
        if any(part.startswith((".", "~$")) for part in inner.parts) or inner.as_posix() in skipped or file.is_dir():
            continue
        if file.is_symlink():
            raise CaseError(f"{file}: this is a link; a packet holds files alone. Put the file itself there, or take the link out.")
        target = stage / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _list_redactions(stage: Path, done: Sequence[Redaction], unsearched: Sequence[str]) -> None:
    if done or unsearched:
        document = {"schema": "sanctions.redactions/1", "redactions": done, "not_searched_since_no_text": unsearched}
        (stage / REDACTIONS).write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")


def _index(stage: Path, found: CaseFile, done: Sequence[Redaction]) -> None:
    """``INDEX.txt``: what lies where, for a person who opens the packet with nothing but a text editor."""
    case = found.case
    lines = [
        "EVIDENCE PACKET" + (" – CONFIDENTIAL" if case.confidential else ""),
        f"Case {case.id}: the question and the subject stand in case.toml.",
        "",
        "case.toml               subject, question, people, parties, provisions in scope",
        "facts.toml              dated statements, each graded and tied to exhibits and elements",
        "custody.jsonl           the custody log, each line chained to the one before",
        "exhibits/originals      exhibits as they were collected",
        "exhibits/working        copies that may have been written on",
        "report.xlsx, case.json  the report, for people and for machines",
        "",
        f"{'FILE':<64}{'BYTES':>12}  SHA-256",
    ]
    lines += [
        f"{file.relative_to(stage).as_posix():<64}{file.stat().st_size:>12,}  {digests(file)[0]}"
        for file in sorted(stage.rglob("*"))
        if file.is_file()
    ]
    if done:
        lines += ["", f"REDACTED BY RULE: {count(len(done), 'file')}; see {REDACTIONS}. The unredacted packet is kept apart."]
        lines += [f"  {one.file}: {', '.join(one.rules)} – {one.what}" for one in done]
    lines += ["", "Check it with: sanctions case verify PACKET.zip, or unpack it and run any BagIt validator.", "Not legal advice."]
    (stage / INDEX).write_text("\n".join(lines) + "\n", "utf-8")


def _bag(stage: Path, now: datetime) -> int:
    """Make a bag of the folder, in place; gives the number of its payload files."""
    import bagit

    for path in stage.rglob("*"):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    case = read_toml(stage / CASE, Case)  # the copy's, in which names may be redacted
    about = {
        "Source-Organization": "; ".join(f"{person.name} ({person.role})" for person in case.people),
        "External-Identifier": case.id,
        "External-Description": "A case: statements, exhibits and what they show of each element of the law. Not legal advice.",
        "Bagging-Date": now.date().isoformat(),
        AGENT: TOOL,
    }
    bag = bagit.make_bag(str(stage), about, checksums=["sha256", "sha512"])
    return sum(1 for _ in bag.payload_files())


def _write(stage: Path, path: Path) -> None:
    """The bag as a file, put in its place whole."""
    if path.is_dir() or not path.resolve().parent.is_dir():
        raise OutputError(f"{path}: give the name of a file in a folder that exists, such as CASE.zip.")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        write_archive(stage, part)
        part.replace(path)
    except OSError as problem:
        raise OutputError(f"{path}: the packet could not be written: {problem.strerror or problem}. Choose another place.") from None
    finally:
        part.unlink(missing_ok=True)
