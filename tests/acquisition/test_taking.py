"""``refresh --from``: a file of any name, a folder, a ZIP; and what is refused, with its sentence."""

from __future__ import annotations

import hashlib
import io
import os
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from sanctions.acquisition import archives
from sanctions.acquisition.refresh import Options, Outcome
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.sources import is_web_page
from sanctions.acquisition.taking import take
from sanctions.catalogue import ListDefinition, load_catalogue
from sanctions.errors import SourceError
from tests.acquisition.samples import TOWNS, towns_csv, write
from tests.readers.reading import SAMPLES


def take_one(store: SnapshotStore, definition: ListDefinition, path: Path, options: Options, *, named: bool = True) -> Outcome:
    [outcome] = take(store, [definition], path, options, named=named)
    return outcome


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def packed(path: Path, members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


OFFERS: dict[str, Callable[[Path], Path]] = {
    "the publisher's file": lambda at: write(at / "towns.csv"),
    "a file of another name": lambda at: write(at / "Towns 2026-02-27.csv"),
    "a folder with the publisher's name in capitals": lambda at: write(at / "all" / "TOWNS.CSV").parent,
    "a folder with one file of another name": lambda at: write(at / "all" / "copy (1).csv").parent,
    "a sub-folder of the list's key": lambda at: write(at / "all" / "towns" / "t.csv").parent.parent,
    "the publisher's name among others": lambda at: write(at / "all" / "towns.csv").with_name("all2.csv").write_bytes(TOWNS) and at / "all",
    "a ZIP": lambda at: packed(at / "a.zip", {"towns.csv": TOWNS}),
    "a ZIP with a folder in it": lambda at: packed(at / "a.zip", {"export/towns.csv": TOWNS, "__MACOSX/._towns.csv": b"x"}),
    "a ZIP with folders in folders": lambda at: packed(at / "a.zip", {"work/lists/of today/t.csv": TOWNS}),
    "a ZIP with a folder of the list's key": lambda at: packed(at / "a.zip", {"towns/x.csv": TOWNS, "other/y.csv": TOWNS}),
    "a ZIP without a suffix": lambda at: packed(at / "download", {"towns.csv": TOWNS}),
}


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize("named", [True, False], ids=["asked for", "whatever there is"])
def test_taken(offer: str, named: bool, tmp_path: Path, store: SnapshotStore, towns: ListDefinition, options: Options) -> None:
    outcome = take_one(store, towns, OFFERS[offer](tmp_path), options, named=named)
    assert (outcome.status, outcome.sentence) == ("refreshed", None)
    copy = store.current("towns")
    assert copy is not None
    assert [file.name for file in copy.files] == ["towns.csv"]
    assert copy.path(copy.files[0]).read_bytes() == TOWNS
    assert not Path(copy.origin).is_absolute()
    assert list(store.home.root.rglob(".half-*")) == []


def bomb(at: Path) -> Path:
    return packed(at / "bomb.zip", {"towns.csv": b"0" * 40_000_000})


def lying(at: Path) -> Path:
    """A bomb whose directory says that it is small."""
    path = bomb(at)
    data = path.read_bytes()
    path.write_bytes(data.replace((40_000_000).to_bytes(4, "little"), (4_000).to_bytes(4, "little")))
    return path


def encrypted(at: Path) -> Path:
    path = packed(at / "a.zip", {"towns.csv": TOWNS})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    path.write_bytes(data)
    return path


def truncated(at: Path) -> Path:
    path = packed(at / "a.zip", {"towns.csv": os.urandom(5_000)})
    path.write_bytes(path.read_bytes()[:3_000])
    return path


def altered(at: Path) -> Path:
    path = packed(at / "a.zip", {"towns.csv": TOWNS}, method=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Town 3", b"Town X"))
    return path


BAD_PATHS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "nothing there": (lambda at: at / "absent", "There is no file or folder"),
    "a zip bomb": (bomb, "ZIP bomb"),
    "a zip bomb whose directory lies": (lying, "a.zip is a damaged or truncated ZIP".replace("a.zip", "bomb.zip")),
    "an encrypted ZIP": (encrypted, "towns.csv is encrypted"),
    "a truncated ZIP": (truncated, "damaged or truncated ZIP"),
    "a ZIP with altered content": (altered, "damaged or truncated ZIP"),
    "an empty ZIP": (lambda at: packed(at / "a.zip", {}), "an empty ZIP"),
    "a ZIP that climbs out": (lambda at: packed(at / "a.zip", {"../towns.csv": TOWNS}), "points outside the archive"),
    "a ZIP with an absolute path": (lambda at: packed(at / "a.zip", {"/tmp/towns.csv": TOWNS}), "points outside the archive"),
    "a ZIP with a Windows path": (lambda at: packed(at / "a.zip", {"C:\\towns.csv": TOWNS}), "points outside the archive"),
    "a ZIP of too many files": (lambda at: packed(at / "a.zip", {f"{i}.txt": b"" for i in range(1_001)}), "holds 1,001 files"),
    "a ZIP with a name twice": (lambda at: packed(at / "a.zip", {"towns.csv": TOWNS, "TOWNS.CSV": TOWNS}), "is in it twice"),
}


@pytest.mark.parametrize("case", BAD_PATHS)
def test_a_path_that_cannot_be_used(case: str, tmp_path: Path, store: SnapshotStore, towns: ListDefinition, options: Options) -> None:
    make, said = BAD_PATHS[case]
    before = sorted(tmp_path.rglob("*"))
    path = make(tmp_path)
    with pytest.raises(SourceError, match=re.escape(said)):
        take_one(store, towns, path, options, named=False)
    outcome = take_one(store, towns, path, options, named=True)
    assert outcome.status == "failed"
    assert said in str(outcome.sentence)
    assert store.current("towns") is None
    assert [each for each in tmp_path.rglob("towns.csv") if each not in before] == []


LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE list [<!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<list><name>&c;</name></list>"""

BAD_COPIES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an empty file": (lambda at: write(at / "towns.csv", b""), "towns.csv is empty (0 bytes)"),
    "HTML saved under the list's name": (lambda at: write(at / "towns.csv", b"<html><body>Log in"), "towns.csv is a web page (HTML)"),
    "a billion laughs": (lambda at: write(at / "towns.xml", LAUGHS), "towns.xml declares a document type"),
    "a billion laughs in UTF-16": (
        lambda at: write(at / "towns.xml", LAUGHS.decode().encode("utf-16")),
        "towns.xml declares a document type",
    ),
    "another format": (lambda at: write(at / "towns.xml", b"<x/>"), "towns.xml is not recognised as towns"),
    "another table": (lambda at: write(at / "towns.csv", b"a,b\n1,2\n"), "towns.csv"),
    "too large": (lambda at: write(at / "towns.csv", towns_csv(60_000)), "towns.csv may have at most 1 MB"),
    "several candidates": (
        lambda at: write(write(at / "all" / "a.csv").with_name("b.csv")).parent,
        "several copies that may be towns: a.csv, b.csv",
    ),
    "a sub-folder with nothing in it": (
        lambda at: write(at / "all" / "towns" / "x.txt", b"hello").parent.parent,
        "all/towns holds nothing",
    ),
    "an empty folder": (lambda at: folder(at / "empty"), "empty is not recognised as towns"),
}


@pytest.mark.parametrize("case", BAD_COPIES)
def test_a_copy_that_is_refused(case: str, tmp_path: Path, store: SnapshotStore, towns: ListDefinition, options: Options) -> None:
    take_one(store, towns, write(tmp_path / "good.csv"), options)
    good = store.current("towns")
    make, said = BAD_COPIES[case]
    outcome = take_one(store, towns, make(tmp_path / "case"), options)
    assert outcome.status == "failed"
    assert said in str(outcome.sentence)
    assert store.current("towns") == good
    assert store.state("towns").error == outcome.sentence


def test_a_set_of_files(tmp_path: Path, store: SnapshotStore, towns: ListDefinition, options: Options) -> None:
    """A folder may lack an optional file, which is reported, but not a required one."""
    pair = of_files(towns, ("towns.csv", False), ("more.csv", False), ("notes.csv", True))
    given = write(tmp_path / "set" / "towns.csv").parent
    outcome = take_one(store, pair, given, options)
    assert "holds towns.csv but not more.csv" in str(outcome.sentence)
    write(given / "MORE.csv", towns_csv(3, mark="more"))
    copy = take_one(store, pair, given, options).snapshot
    assert copy is not None
    assert copy.missing == ("notes.csv",)
    assert copy.entries == 13
    listing = "".join(f"{file.sha256}  {file.name}\n" for file in sorted(copy.files, key=lambda file: file.name))
    assert copy.sha256 == hashlib.sha256(listing.encode()).hexdigest()


def of_files(definition: ListDefinition, *files: tuple[str, bool]) -> ListDefinition:
    [layout] = definition.layouts
    made = tuple(msgspec.structs.replace(layout.files[0], name=name, optional=optional) for name, optional in files)
    return msgspec.structs.replace(definition, layouts=(msgspec.structs.replace(layout, files=made),))


def test_whatever_there_is(tmp_path: Path, store: SnapshotStore, towns: ListDefinition, options: Options) -> None:
    """Each list is taken that the folder has something for; a file that two lists could claim goes to the one it is plausible for."""
    cities = msgspec.structs.replace(
        towns,
        key="cities",
        bounds=msgspec.structs.replace(towns.bounds, entries=(500, 1_000)),
        layouts=of_files(towns, ("cities.csv", False)).layouts,
    )
    ports = msgspec.structs.replace(towns, key="ports", layouts=of_files(towns, ("ports.xlsx", False)).layouts)
    given = write(tmp_path / "all" / "unnamed.csv").parent
    outcomes = list(take(store, [cities, ports, towns], given, options, named=False))
    assert [(outcome.list, outcome.status) for outcome in outcomes] == [("cities", "absent"), ("ports", "absent"), ("towns", "refreshed")]
    assert store.state("cities").error is None


def test_a_copy_of_the_past_is_history(tmp_path: Path, store: SnapshotStore, towns: ListDefinition, options: Options) -> None:
    now = take_one(store, towns, write(tmp_path / "now.csv"), options).snapshot
    past = datetime(2025, 6, 1, 12, tzinfo=UTC)
    outcome = take_one(store, towns, write(tmp_path / "past.csv", towns_csv(30, published="2025-05-30")), replace(options, stated=past))
    assert outcome.status == "refreshed"
    assert store.current("towns") == now == outcome.held
    held = store.as_of("towns", datetime(2025, 7, 1, tzinfo=UTC))
    assert held == outcome.snapshot
    assert held is not None
    assert (held.entries, held.stated, held.retrieved, held.loaded.year) == (30, True, past, 2026)
    assert store.as_of("towns", datetime(2025, 5, 1, tzinfo=UTC)) is None
    assert len(store.entities(held)) == 30


@pytest.mark.parametrize(
    ("head", "page"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\r\n <HTML lang=en>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html>', True),
        ("<html>".encode("utf-16"), True),
        (b"<!-- served by x --><html>", True),
        (b'<?xml version="1.0"?><sdnList>', False),
        (b"ent_num,html\n", False),
        (b"", False),
    ],
)
def test_web_pages_are_known_by_their_first_bytes(head: bytes, page: bool) -> None:
    assert is_web_page(head) is page


def test_a_workbook_is_no_archive(tmp_path: Path) -> None:
    book = packed(tmp_path / "list.xlsx", {"[Content_Types].xml": b"<x/>"})
    assert not archives.is_archive(book)
    assert archives.is_archive(packed(tmp_path / "list.zip", {"a.csv": b"x"}))
    assert not archives.is_archive(write(tmp_path / "list.csv"))


def test_every_truncation_of_a_zip_ends_in_a_sentence(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("towns.csv", TOWNS)
    data = whole.getvalue()
    for length in range(4, len(data)):
        path = write(tmp_path / "cut.zip", data[:length])
        into = tmp_path / f"into{length}"
        into.mkdir()
        with pytest.raises(SourceError, match=r"cut\.zip"):
            archives.unpack(path, into)


def test_a_workbook_of_any_name_goes_to_the_list_whose_columns_it_has(tmp_path: Path, store: SnapshotStore, options: Options) -> None:
    """Any workbook may be Japan's, Australia's or the UK's: each is tried, and only that which has its columns takes it."""
    file = write(tmp_path / "20260115.xlsx", (SAMPLES / "jp-mof-xlsx" / "jp_mof.xlsx").read_bytes())
    definitions = load_catalogue()
    wanted = [definitions[key] for key in ("au_dfat", "gb_uksl", "jp_mof", "un_sc")]
    outcomes = {outcome.list: outcome.status for outcome in take(store, wanted, file, options, named=False)}
    assert outcomes == {"au_dfat": "absent", "gb_uksl": "absent", "jp_mof": "refreshed", "un_sc": "absent"}
