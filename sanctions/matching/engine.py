"""Which engine this is, told by what it is made of.

``compare.ENGINE`` is the number that people raise and read. It can be forgotten; this digest cannot: whatever changes how
names are read or records are compared changes it. Indexes are kept under it, so that one made by other rules is never read,
and it stands in the engine's name, which decisions and re-screenings are compared by.

It is made of the files at every start (two thousandths of a second), not recorded beside the number: a recorded one would
be wrong between a change and its recording, which is when an old index does harm. A changed comment changes it, too; that
costs one new index. Not told are changes of the libraries beneath.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

FOLDERS = ("names", "matching", "matching/index")
FILES = ("countries.py", "dates.py", "model.py", "patterns.py", "scripts.py")
"""What names are read by and records compared by: all files of the folders, and what they rest on."""

_SUFFIXES = {".py", ".tsv", ".txt"}
"""``matching/meaning.toml`` is left out: it says what scores were worth, and decides none."""


@cache
def rules_digest() -> str:
    """Eight digits that tell these rules from any others."""
    return digest_of(Path(__file__).parents[1])


def digest_of(package: Path) -> str:
    """The same of the package in that folder. What is not there (modules without their source) is passed over."""
    digest = blake2b(digest_size=4)
    for path in rule_files(package):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(package).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def rule_files(package: Path) -> Iterator[Path]:
    """The files that decide, in a fixed order."""
    for folder in FOLDERS:
        yield from sorted(path for path in (package / folder).iterdir() if path.suffix in _SUFFIXES)
    yield from (path for name in FILES if (path := package / name).is_file())
