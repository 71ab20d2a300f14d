"""The packet: a bag that anybody's validator accepts, in which one flipped byte shows, with redactions that cannot be got round."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from sanctions.casework.archive import unpack, write_archive
from sanctions.casework.checking import verify, verify_case
from sanctions.casework.exhibits import check
from sanctions.casework.packet import Packed, pack
from sanctions.casework.reading import read_case
from sanctions.errors import CaseError
from tests.casework.making import FRAMEWORKS, NOW, collect, fact, link, new_case, with_facts


def packed(folder: Path, path: Path) -> Packed:
    def derive(stage: Path) -> None:
        case = read_case(stage, FRAMEWORKS)
        (stage / "case.json").write_text(case.case.title + " " + " ".join(one.source for one in case.facts), "utf-8")

    return pack(read_case(folder, FRAMEWORKS), path, by="A. Author", now=NOW, derive=derive)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = new_case(tmp_path / "case")
    collect(folder, b"The source is Kim Min-su of Hyesan, phone 010-555.", "interview.txt")
    collect(folder, b"\x89PNG\r\n\x1a\n\0\0", "photo.png")
    with_facts(folder, fact("F1", link("support"), source="Kim Min-su"))
    return folder


def test_a_packet_is_sound_by_our_word_and_the_librarys(case: Path, tmp_path: Path) -> None:
    one = packed(case, tmp_path / "C.zip")
    verdict = verify(one.path)
    assert verdict.sound
    assert any("3 originals of 3 exhibits" in sentence for sentence in verdict.proved)
    assert any("not facts" in sentence for sentence in verdict.not_proved)
    folder = unpack(one.path, new(tmp_path / "out"))
    assert verify(folder).sound
    library = subprocess.run([sys.executable, "-W", "error", "-m", "bagit", "--validate", str(folder)], capture_output=True, check=False)
    assert library.returncode == 0, library.stderr
    assert {path.name for path in folder.iterdir()} >= {"manifest-sha256.txt", "manifest-sha512.txt", "bag-info.txt", "bagit.txt"}
    assert one.sha256[:12] in (case / "custody.jsonl").read_text("utf-8")
    check(case)


def test_the_same_case_packs_to_the_same_bytes(case: Path, tmp_path: Path) -> None:
    folder = unpack(packed(case, tmp_path / "C.zip").path, new(tmp_path / "out"))
    write_archive(folder, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "C.zip").read_bytes()


def test_one_flipped_byte_anywhere_is_found(case: Path, tmp_path: Path) -> None:
    """In every file of the packet and in every part of the archive's own bookkeeping, at places drawn by chance and at their ends."""
    data = packed(case, tmp_path / "C.zip").path.read_bytes()
    flipped = tmp_path / "flipped.zip"
    unseen = []
    for what, place, bit in flips(tmp_path / "C.zip", len(data)):
        flipped.write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
        if verify(flipped).sound:
            unseen.append((what, place, bit))
    assert not unseen


def flips(path: Path, size: int) -> Iterator[tuple[str, int, int]]:
    """Where to flip which bit: in each member's header and contents, in each entry of the directory, and in the end record."""
    chance = random.Random(2014)
    with zipfile.ZipFile(path) as archive:
        members, directory = archive.infolist(), archive.start_dir
    starts = [member.header_offset for member in members] + [directory]
    for member, (start, end) in zip(members, pairwise(starts), strict=True):
        content = end - member.file_size
        for first, last in ((start, content), (content, end)):
            for place in {first, last - 1, *(chance.randrange(first, last) for _ in range(3))} if last > first else ():
                yield member.filename, place, 1 << chance.randrange(8)
    for place in {directory, size - 1, *(chance.randrange(directory, size) for _ in range(60)), *range(size - 22, size)}:
        yield "directory", place, 1 << chance.randrange(8)


@pytest.mark.parametrize("cut", [1, 22, 4096])
def test_a_packet_that_is_cut_or_has_something_behind_it_is_told(case: Path, tmp_path: Path, cut: int) -> None:
    path = packed(case, tmp_path / "C.zip").path
    data = path.read_bytes()
    path.write_bytes(data[:-cut])
    assert not verify(path).sound
    path.write_bytes(data + b"x" * cut)
    assert not verify(path).sound
    path.write_bytes(b"x" * cut + data)
    assert not verify(path).sound


@pytest.mark.parametrize(
    "place", ["data/facts.toml", "data/exhibits/originals/E1-note.txt", "manifest-sha256.txt", "bag-info.txt", "data/custody.jsonl"]
)
def test_a_changed_file_of_an_unpacked_packet_is_found(case: Path, tmp_path: Path, place: str) -> None:
    folder = unpack(packed(case, tmp_path / "C.zip").path, new(tmp_path / "out"))
    path = folder / place
    path.write_bytes(path.read_bytes().replace(b"e", b"f", 1))
    assert not verify(folder).sound


def test_a_forged_bag_with_a_changed_original_is_found(case: Path, tmp_path: Path) -> None:
    """Somebody makes a new, valid bag around a changed original: the custody log gives it away."""
    import bagit

    folder = unpack(packed(case, tmp_path / "C.zip").path, new(tmp_path / "out"))
    (folder / "data/exhibits/originals/E1-note.txt").write_bytes(b"Another note.")
    bagit.Bag(str(folder)).save(manifests=True)
    verdict = verify(folder)
    assert [sentence for sentence in verdict.faults if sentence.startswith("Exhibit E1")] == list(verdict.faults)


RULES = """
[[rules]]
id = "R1"
reason = "protects a source"
pattern = "Kim Min-su( of Hyesan)?|010-\\\\d+"

[[rules]]
id = "R2"
reason = "shows a face"
exhibits = ["E3"]

[[rules]]
id = "R3"
reason = "the author asked for it"
field = "people.name"
"""


def test_what_is_redacted_is_nowhere_in_the_packet(case: Path, tmp_path: Path) -> None:
    (case / "redactions.toml").write_text(RULES, "utf-8")
    one = packed(case, tmp_path / "C.zip")
    folder = unpack(one.path, new(tmp_path / "out"))
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for secret in (b"Kim Min-su", b"010-555", b"\x89PNG", b"A. Author"):
        assert secret not in everything
    assert b"[redacted: R1]" in (folder / "data/case.json").read_bytes()
    assert "redacted: R1" in (folder / "data/exhibits/redacted/E2-interview.txt").read_text("utf-8")
    verdict = verify(one.path)
    assert verdict.sound
    assert any("E2: its original is kept apart" in sentence for sentence in verdict.not_proved)
    assert any("redacted line" in sentence for sentence in verdict.not_proved)
    assert one.apart
    assert verify(one.apart).sound
    assert b"Kim Min-su" in one.apart.read_bytes()


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ('id = "R"\nreason = "x"', "exactly one of"),
        ('id = "R"\nreason = "x"\npattern = "("', "not a regular expression"),
        ('id = "R"\nreason = "x"\npattern = "a*"', "matches the empty text"),
        ('id = "R"\nreason = "x"\nfield = "people.shoe"', "has no value"),
    ],
)
def test_a_rule_that_cannot_be_used_stops_the_packing(case: Path, tmp_path: Path, rule: str, sentence: str) -> None:
    (case / "redactions.toml").write_text(f"[[rules]]\n{rule}\n", "utf-8")
    with pytest.raises(CaseError, match=sentence):
        packed(case, tmp_path / "C.zip")
    assert not (tmp_path / "C.zip").exists()


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "C:/out.txt"])
def test_a_hostile_archive_touches_nothing(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(name, "x")
    verdict = verify(tmp_path / "bad.zip")
    assert "outside the folder" in verdict.faults[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.zip"]


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("no")
    assert "not a ZIP file" in verify(tmp_path / "no.zip").faults[0]
    with pytest.raises(CaseError, match="there is no such packet"):
        verify(tmp_path / "none.zip")


def test_an_unpacked_case_is_checked_too(case: Path) -> None:
    assert verify_case(case).sound
    original = case / "exhibits/originals/E1-note.txt"
    original.chmod(0o644)
    original.write_bytes(b"x")
    assert not verify_case(case).sound


def new(folder: Path) -> Path:
    folder.mkdir()
    return folder
