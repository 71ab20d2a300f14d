"""A user's own frameworks: a draft copied from one that is held, checked, and put where it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sanctions.errors import DefinitionError, UsageError
from sanctions.frameworks.reading import cross_problems, framework_files, read_framework
from sanctions.frameworks.records import Framework, Frameworks
from sanctions.patterns import regex

_ID = regex(r"[a-z][a-z0-9_]*")
_ID_LINE = regex(r'^id = "[^"]*"', re.MULTILINE)


def copy_framework(key: str, target: Path, overlay: Path | None) -> None:
    """Writes the file of a framework that is held, comments and all, to ``target``, whose stem becomes its id.

    Raises UsageError for an unknown framework, a name that cannot be an id, or a file that is there already.
    """
    files = framework_files(overlay)
    if key not in files:
        raise UsageError(f"There is no framework {key!r}. The frameworks are: {', '.join(sorted(files))}.")
    if target.suffix != ".toml" or not _ID.fullmatch(target.stem):
        raise UsageError(
            f"{target.name} cannot be a framework's file. Name it by its id, in lower-case letters, digits and underscores, "
            f"the jurisdiction first, and .toml: us_eo_14000.toml, say."
        )
    text = _ID_LINE.sub(f'id = "{target.stem}"', files[key].read_text("utf-8"), count=1)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise UsageError(f"{target} is there already; nothing was written.") from None
    except OSError as problem:
        raise UsageError(f"{target} cannot be written: {problem.strerror}.") from None


def add_framework(path: Path, overlay: Path, *, replace: bool = False) -> Path:
    """Puts a framework file, once nothing is wrong in it, into the folder of the user's own, and says where.

    Raises DefinitionError with every fault, and UsageError if an own one of that id is there and ``replace`` is not set.
    """
    framework = read_framework(path)
    if problems := list(problems_among(path, framework, sound_frameworks(overlay))):
        raise DefinitionError("\n".join(f"{path}: {problem}" for problem in problems))
    place = overlay / path.name
    if place.exists() and not replace:
        raise UsageError(f"You have a framework {framework.id!r} of your own already ({place}). To put this one in its place: --replace")
    half = place.with_suffix(".half")
    try:
        overlay.mkdir(parents=True, exist_ok=True)
        half.write_bytes(path.read_bytes())
        half.replace(place)
    except OSError as problem:
        raise DefinitionError(f"{place} cannot be written: {problem.strerror}.") from None
    return place


def problems_among(path: Path, framework: Framework, held: Frameworks) -> Iterator[str]:
    """What would be wrong between this framework and those held, were it one of them; each as a sentence."""
    shipped = framework_files().get(framework.id)
    if shipped and shipped.resolve() != path.resolve() and not framework.replaces:
        yield f"a framework {framework.id!r} is shipped. Take another id, or write 'replaces = true' if this one is meant to replace it."
    yield from (sentence for key, sentence in cross_problems({**held, framework.id: framework}) if key == framework.id)


def sound_frameworks(overlay: Path, more: Iterable[Path] = ()) -> Frameworks:
    """All frameworks in use, and those of ``more``, that can be read by themselves; a later file goes before an earlier one."""
    found = {}
    for file in (*framework_files().values(), *sorted(overlay.glob("*.toml")), *more):
        try:
            found[file.stem] = read_framework(file)
        except DefinitionError:
            continue  # its faults are told when the file itself is checked
    return found
