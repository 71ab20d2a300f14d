"""Detached signatures: what a key proves, whose it is, and that no other bytes pass."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sanctions.casework.checking import Verdict, verify
from sanctions.casework.signing import sign
from sanctions.errors import CaseError
from tests.casework.making import new_case
from tests.casework.test_packet import packed

needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="OpenSSH is not installed")
needs_gpg = pytest.mark.skipif(shutil.which("gpg") is None, reason="GnuPG is not installed")


def run(*arguments: str) -> None:
    subprocess.run(arguments, check=True, capture_output=True)


def key(folder: Path, name: str) -> Path:
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name))
    return folder / name


def allowed(folder: Path, name: str, signer: Path) -> Path:
    path = folder / f"signers-{name}"
    path.write_text(f"{name} {' '.join(signer.with_suffix('.pub').read_text().split()[:2])}\n")
    return path


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    return packed(new_case(tmp_path / "case"), tmp_path / "C.zip").path


def proved(verdict: Verdict, words: str) -> bool:
    return verdict.sound and any(words in sentence for sentence in verdict.proved)


@needs_ssh
def test_an_ssh_key_signs_these_bytes_and_no_others(packet: Path, tmp_path: Path) -> None:
    assert any("no signature beside it" in sentence for sentence in verify(packet).not_proved)
    hers, another = key(tmp_path, "hers"), key(tmp_path, "another")
    signature = sign(packet, str(hers))
    assert signature.name == "C.zip.sig"
    verdict = verify(packet)
    assert proved(verdict, "signed these very bytes")
    assert proved(verdict, "only its owner can tell you")
    assert not any("Who packed it" in sentence for sentence in verdict.not_proved)
    assert proved(verify(packet, signers=allowed(tmp_path, "a@example.org", hers)), "that key is a@example.org's")
    assert "not among those" in verify(packet, signers=allowed(tmp_path, "b@example.org", another)).faults[0]
    other = packed(new_case(tmp_path / "other"), tmp_path / "O.zip").path
    assert "does not belong to these bytes" in verify(other, signature=signature).faults[0]


@needs_ssh
def test_a_signature_made_for_something_else_is_none(packet: Path, tmp_path: Path) -> None:
    run("ssh-keygen", "-q", "-Y", "sign", "-f", str(key(tmp_path, "hers")), "-n", "git", str(packet))
    assert "does not belong" in verify(packet).faults[0]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A keyring of its own, in a short place: the agent's socket may not have a long name."""
    with TemporaryDirectory(prefix="gpg-", ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o700)
        monkeypatch.setenv("GNUPGHOME", place)
        run("gpg", "--batch", "-q", "--passphrase", "", "--quick-gen-key", "A. Advocate <a@example.org>", "ed25519")
        yield
        subprocess.run(["gpgconf", "--kill", "gpg-agent"], check=False, capture_output=True, env=dict(os.environ))


@needs_gpg
def test_a_gnupg_key_signs_too(packet: Path, tmp_path: Path, keyring: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sign(packet, "gpg:a@example.org").name == "C.zip.asc"
    assert proved(verify(packet), "A. Advocate <a@example.org>'s in your own keyring")
    other = packed(new_case(tmp_path / "other"), tmp_path / "O.zip").path
    assert "does not belong to these bytes" in verify(other, signature=packet.with_name("C.zip.asc")).faults[0]
    (tmp_path / "empty").mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(tmp_path / "empty"))
    verdict = verify(packet)
    assert verdict.sound
    assert "not in your keyring" in verdict.not_proved[0]


def test_what_cannot_sign_says_so(packet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CaseError, match="no such key file"):
        sign(packet, str(tmp_path / "nokey"))
    (tmp_path / "no.sig").write_text("hello")
    with pytest.raises(CaseError, match="no signature of ssh-keygen or GnuPG"):
        verify(packet, signature=tmp_path / "no.sig")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CaseError, match="gpg is not installed here"):
        sign(packet, "gpg:a@example.org")
