"""A detached signature over a packet, made and checked by the user's own programs: OpenSSH's ssh-keygen, or GnuPG.

The key never passes through here, and nothing needs to be installed that Windows, macOS and Linux do not have. An SSH
signature (``PACKET.sig``) is in the format of OpenSSH's PROTOCOL.sshsig under the namespace ``sanctions-packet``, so that
it cannot be taken for one over anything else; GnuPG's is an armoured detached signature (``PACKET.asc``).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from sanctions.errors import CaseError
from sanctions.patterns import regex

NAMESPACE = "sanctions-packet"
SSH, GPG = ".sig", ".asc"
_MOST_SECONDS = 120
_FINGERPRINT = regex(r"SHA256:[A-Za-z0-9+/]+")


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """What a signature shows: ``words`` say by which key it is, ``signer`` whose that is.

    ``fault`` says why it is none of the packet, ``unchecked`` why that cannot be told.
    """

    path: Path
    words: str = ""
    signer: str = ""
    fault: str = ""
    unchecked: str = ""


def sign(packet: Path, key: str) -> Path:
    """Sign a packet with the user's key: the path of an SSH key, or ``gpg:`` and a key's id. Gives the signature's path.

    Raises CaseError if the program is missing or refuses.
    """
    kind, _, name = key.partition(":")
    if kind == "gpg":
        target = packet.with_name(packet.name + GPG)
        arguments = ["gpg", "--batch", "--yes", "--armor", "--detach-sign", "--output", str(target), "--local-user", name, str(packet)]
    else:
        target = packet.with_name(packet.name + SSH)
        if not Path(key).is_file():
            raise CaseError(f"{key}: there is no such key file. Give the path of an SSH key (~/.ssh/id_ed25519), or gpg:KEYID.")
        target.unlink(missing_ok=True)
        arguments = ["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", NAMESPACE, str(packet)]
    done = _run(arguments)
    if done.returncode or not target.is_file():
        raise CaseError(f"{packet}: it was written and not signed; {arguments[0]} says: {_said(done)}")
    return target


def signature_of(packet: Path) -> Path | None:
    """The signature that lies beside a packet, if one does."""
    return next((path for suffix in (SSH, GPG) if (path := packet.with_name(packet.name + suffix)).is_file()), None)


def check_signature(packet: Path, path: Path, signers: Path | None = None) -> Signature:
    """Whether a signature belongs to the packet's bytes. ``signers``: OpenSSH's allowed-signers file, which says whose keys are whose.

    Raises CaseError if the signature cannot be read or the program that checks it is missing.
    """
    try:
        head = path.read_bytes()[:64]
    except OSError as problem:
        raise CaseError(f"{path}: the signature cannot be read: {problem.strerror}.") from None
    if head.startswith(b"-----BEGIN SSH SIGNATURE"):
        return _ssh(packet, path, signers)
    if head.startswith(b"-----BEGIN PGP SIGNATURE"):
        return _gpg(packet, path)
    raise CaseError(f"{path}: this is no signature of ssh-keygen or GnuPG (it begins with neither's first line).")


def _ssh(packet: Path, path: Path, signers: Path | None) -> Signature:
    done = _run(["ssh-keygen", "-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(path)], packet)
    key = _FINGERPRINT.search(_said(done))
    if done.returncode or not key:
        return Signature(path=path, fault=f"The signature {path.name} does not belong to these bytes ({_said(done)}).")
    signer = _principal(packet, path, signers) if signers else ""
    if signers and not signer:
        return Signature(path=path, fault=f"The key {key[0]} that signed is not among those in {signers.name}.")
    return Signature(path=path, words=f"the SSH key {key[0]}", signer=f"{signer}'s by {signers.name}" if signers else "")


def _principal(packet: Path, path: Path, signers: Path) -> str:
    """Whose key it is by the allowed-signers file, if it is somebody's there and verifies for that person."""
    found = _run(["ssh-keygen", "-Y", "find-principals", "-s", str(path), "-f", str(signers)])
    for name in found.stdout.decode("utf-8", "replace").splitlines() if not found.returncode else ():
        verify = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", name, "-n", NAMESPACE, "-s", str(path)]
        if not _run(verify, packet).returncode:
            return name
    return ""


def _gpg(packet: Path, path: Path) -> Signature:
    done = _run(["gpg", "--batch", "--status-fd", "1", "--verify", str(path), str(packet)])
    status = {words[1]: words[2:] for line in done.stdout.decode("utf-8", "replace").splitlines() if len(words := line.split()) > 1}
    if "REVKEYSIG" in status:
        return Signature(path=path, fault=f"The key {status['REVKEYSIG'][0]} that signed was revoked by its owner.")
    if "VALIDSIG" in status:
        signer = " ".join(status.get("GOODSIG", [])[1:])
        whose = f"{signer}'s in your own keyring" if signer else "expired"
        return Signature(path=path, words=f"the GnuPG key {status['VALIDSIG'][0]}", signer=whose)
    if "NO_PUBKEY" in status:
        missing = status["NO_PUBKEY"][0]
        return Signature(path=path, unchecked=f"Who signed it: the key {missing} is not in your keyring, so {path.name} was not checked.")
    return Signature(path=path, fault=f"The signature {path.name} does not belong to these bytes ({_said(done)}).")


def _run(arguments: Sequence[str], stdin: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which(arguments[0])
    if program is None:
        raise CaseError(
            f"{arguments[0]} is not installed here, so no such signature can be made or checked. It comes with "
            + ("OpenSSH." if arguments[0] == "ssh-keygen" else "GnuPG.")
        )
    with TemporaryDirectory(prefix="sanctions-sign-") as place:
        source = stdin or Path(place) / "nothing"
        if stdin is None:
            source.touch()
        try:
            with source.open("rb") as stream:
                # the user's own key program, without a shell; what is signed is the packet alone
                return subprocess.run([program, *arguments[1:]], stdin=stream, capture_output=True, check=False, timeout=_MOST_SECONDS)  # noqa: S603
        except subprocess.TimeoutExpired:
            raise CaseError(f"{arguments[0]} did not end within {_MOST_SECONDS} seconds; does it wait for a passphrase?") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = (done.stderr + done.stdout).decode("utf-8", "replace").strip().splitlines()
    return " ".join(line.strip() for line in lines)[:300] or f"it ended with {done.returncode}"
