"""What can be said of a packet that somebody hands over: what is wrong, what is proved, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec.structs import replace

from sanctions.acquisition.moments import count
from sanctions.casework.archive import same_bytes, unpack, write_archive
from sanctions.casework.custody import LOG, chain_faults, read_log
from sanctions.casework.exhibits import digests, faults
from sanctions.casework.packet import AGENT, REDACTIONS
from sanctions.casework.reading import exhibits_of
from sanctions.casework.records import Exhibit
from sanctions.casework.signing import Signature, check_signature, signature_of
from sanctions.errors import CaseError


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a packet, what is proved, and what is not; each a sentence."""

    faults: tuple[str, ...]
    proved: tuple[str, ...]
    not_proved: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.faults


_UNSIGNED = (
    "Who packed it: there is no signature beside it. Ask the sender for its SHA-256 by another way, "
    "or for a detached signature over the file."
)
_NOT_PROVED = (
    "That the clock of the collecting machine was right: no outside time-stamp is held.",
    "That no line was cut off the end of the custody log: compare its last digest with one that the sender kept elsewhere.",
    "That a page said what a note about it says, or that any statement is true: the digests prove bytes, not facts.",
)


def verify(path: Path, *, signature: Path | None = None, signers: Path | None = None) -> Verdict:
    """Check a packet, a ZIP or a folder, in every way there is. Raises CaseError if there is no such file.

    ``signature`` is that over the ZIP, by default the one that lies beside it (``signing``); ``signers`` says whose keys are whose.
    """
    if path.is_dir():
        if signature:
            raise CaseError(f"{path}: a signature is over the packet's ZIP; give that, not the unpacked folder.")
        return _judge(path, ())
    if not path.is_file():
        raise CaseError(f"{path}: there is no such packet.")
    with TemporaryDirectory(prefix="sanctions-verify-", ignore_cleanup_errors=True) as place:
        inside = Path(place) / "inside"
        inside.mkdir()
        try:
            folder = unpack(path, inside)
        except CaseError as problem:
            return Verdict(faults=(str(problem),), proved=(), not_proved=("Anything: the archive could not be read whole.",))
        verdict = _judge(folder, tuple(_archive_faults(path, folder, Path(place) / "again.zip")))
    found = signature or signature_of(path)
    return _signed(verdict, check_signature(path, found, signers)) if found else verdict


def _signed(verdict: Verdict, found: Signature) -> Verdict:
    if found.fault:
        return replace(verdict, faults=(*verdict.faults, found.fault))
    if found.unchecked:
        return replace(verdict, not_proved=(found.unchecked, *(one for one in verdict.not_proved if one != _UNSIGNED)))
    whose = f"that key is {found.signer}" if found.signer else "whose key that is, only its owner can tell you by another way"
    proved = f"Whoever holds {found.words} signed these very bytes ({found.path.name}); {whose}."
    rest = tuple(one for one in verdict.not_proved if one != _UNSIGNED)
    return replace(verdict, proved=(*verdict.proved, proved), not_proved=(*rest, "When it was signed: a signature carries no proved time."))


def verify_case(folder: Path) -> Verdict:
    """The same for a case folder that is not packed: its custody log and its originals."""
    proved, not_proved = list[str](), list(_NOT_PROVED)
    log = read_log(folder)
    found = _log_words(log, proved, not_proved)
    found += _original_words(folder, list(exhibits_of(log)), proved, not_proved)
    found += [fault for fault in faults(folder) if fault not in found and "no line of" in fault]
    not_proved.append("That case.toml, facts.toml and the working copies are as they were: they are meant to be written on.")
    return Verdict(faults=tuple(found), proved=tuple(proved), not_proved=tuple(not_proved))


def _archive_faults(path: Path, folder: Path, again: Path) -> Iterator[str]:
    """Whether an archive that says it was packed here is the one that would be packed from its contents."""
    about = folder / "bag-info.txt"
    if about.is_file() and f"{AGENT}: sanctions-toolkit" in about.read_text("utf-8", errors="replace"):
        write_archive(folder, again)
        if not same_bytes(path, again):
            yield (
                "The archive's own bookkeeping is not as it was written here: a byte was changed, or another program packed it again. "
                "If you packed it again yourself, unpack it and verify the folder."
            )


def _judge(folder: Path, known: tuple[str, ...]) -> Verdict:
    found, proved, not_proved = list(known), list[str](), [_UNSIGNED, *_NOT_PROVED]
    if bag_faults := list(_bag_faults(folder)):
        found += bag_faults
    else:
        files = sum(1 for file in (folder / "data").rglob("*") if file.is_file())
        proved.append(
            f"Every one of the {count(files, 'file')} is as it was when the packet was made (BagIt manifests, SHA-256 and SHA-512)."
        )
    data = folder / "data"
    try:
        log = read_log(data)
        exhibits = list(exhibits_of(log))
    except CaseError as problem:
        return Verdict(faults=(*found, str(problem)), proved=tuple(proved), not_proved=tuple(not_proved))
    found += _log_words(log, proved, not_proved)
    found += _original_words(data, exhibits, proved, not_proved)
    return Verdict(faults=tuple(found), proved=tuple(proved), not_proved=tuple(not_proved))


def _bag_faults(folder: Path) -> Iterator[str]:
    import bagit

    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagValidationError as problem:
        yield from (f"Bag: {one}." for one in getattr(problem, "details", None) or [problem])
    except (bagit.BagError, OSError, ValueError, UnicodeError, RuntimeError) as problem:
        yield f"Bag: this is not a bag as RFC 8493 describes it: {problem}."


def _log_words(log: list[dict[str, Any]], proved: list[str], not_proved: list[str]) -> list[str]:
    broken = list(chain_faults(log))
    redacted = sum(1 for line in log if line.get("redacted"))
    if not broken:
        last = log[-1]["sha256"] if log else "none"
        proved.append(f"The custody log is unbroken: {count(len(log), 'line')}, the last with the digest {last}.")
    if redacted:
        not_proved.append(f"The content of {count(redacted, 'redacted line')} of the custody log: only their place in the chain is proved.")
    return broken


def _original_words(data: Path, exhibits: Sequence[Exhibit], proved: list[str], not_proved: list[str]) -> list[str]:
    withheld = _withheld(data)
    found, sound = [], 0
    for exhibit in exhibits:
        path = data / exhibit.file
        if not path.is_file() and exhibit.file in withheld:
            not_proved.append(f"Exhibit {exhibit.id}: its original is kept apart (redaction); its digests stand in the custody log.")
        elif not path.is_file():
            found.append(
                f"Exhibit {exhibit.id}: its original {exhibit.file} is missing from the packet, and no redaction is listed for it."
            )
        elif digests(path) != (exhibit.sha256, exhibit.sha512):
            found.append(f"Exhibit {exhibit.id}: {exhibit.file} is not the original that was collected; its digests differ.")
        else:
            sound += 1
    if sound:
        of = f"{count(sound, 'original')} of {count(len(exhibits), 'exhibit')}"
        proved.append(f"{of} {'is' if sound == 1 else 'are'}, byte for byte, what {LOG} says was collected.")
    return found


def _withheld(data: Path) -> set[str]:
    try:
        listed = msgspec.json.decode((data / REDACTIONS).read_bytes())["redactions"]
        return {str(one["file"]) for one in listed}
    except (OSError, msgspec.DecodeError, KeyError, TypeError):
        return set()
