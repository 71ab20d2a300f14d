"""Reading framework files, strictly: every sentence of complaint names the file and the provision."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from sanctions.countries import country_code
from sanctions.data import data_folder
from sanctions.errors import DefinitionError
from sanctions.frameworks.records import UNIONS, Framework, Frameworks, Provision
from sanctions.frameworks.shape import shape_problems
from sanctions.frameworks.words import WITHOUT_ELEMENTS, Designation, Event


def framework_files(overlay: Path | None = None) -> dict[str, Path]:
    """The shipped framework files by id, and those of ``overlay`` (if that folder exists) in their place or besides."""
    folders = [data_folder("reports") / "frameworks", *([overlay] if overlay else [])]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def load_frameworks(overlay: Path | None = None) -> Frameworks:
    """The shipped frameworks by id, with those of ``overlay`` (if that folder exists) added.

    Raises DefinitionError, naming the file, for a file that is not exactly as it should be.
    """
    paths = framework_files()
    found = {key: read_framework(path) for key, path in paths.items()}
    if overlay is not None and overlay.is_dir():
        for path in sorted(overlay.glob("*.toml")):
            own = read_framework(path)
            if own.id in found and not own.replaces:
                raise DefinitionError(
                    f"{path}: the framework {own.id!r} is already defined. Give the file another id, or write "
                    f"'replaces = true' in it if it is meant to replace the shipped one."
                )
            found[own.id], paths[own.id] = msgspec.structs.replace(own, overlay=True), path
    if problems := list(cross_problems(found)):
        raise DefinitionError("\n".join(f"{paths[key]}: {problem}" for key, problem in problems))
    return dict(sorted(found.items()))


def read_framework(path: Path) -> Framework:
    """One framework file. Raises DefinitionError naming the file and everything that is wrong in it."""
    try:
        raw = _tidied(tomllib.loads(path.read_bytes().decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise DefinitionError(f"{path}: this cannot be read as TOML: {problem}.") from None
    if problems := list(shape_problems(raw)):
        raise DefinitionError("\n".join(f"{path}: {problem}" for problem in problems))
    framework = msgspec.convert(raw, type=Framework, builtin_types=(date,))
    if problems := list(_problems(framework, path)):
        raise DefinitionError("\n".join(f"{path}: {problem}" for problem in problems))
    return framework


def _tidied(value: Any) -> Any:
    """The same with every run of spaces and line ends in its texts made one space, so that a file may break lines anywhere."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [_tidied(item) for item in value]
        case dict():
            return {key: _tidied(item) for key, item in value.items()}
    return value


def _problems(framework: Framework, path: Path) -> Iterator[str]:
    """What is wrong inside one file, each as a sentence."""
    if framework.id != path.stem:
        yield f"the id is {framework.id!r} but the file is called {path.name!r}; make the two the same."
    if framework.overlay:
        yield "'overlay' is not for files to say; take it out."
    code = framework.jurisdiction
    if code not in UNIONS and country_code(code) != code:
        yield f"the jurisdiction {code!r} is neither an ISO 3166-1 alpha-2 code nor {' nor '.join(UNIONS)}."
    if not framework.citations or not framework.status or not framework.provisions:
        yield "a framework needs at least one of each: citations, [[status]], [[provisions]]."
    yield from _status_problems(framework)
    yield from _law_problems(framework)
    yield from _repeated("the provision id", (p.id for p in framework.provisions))
    yield from _repeated("the citation", (p.citation for p in framework.provisions))
    yield from _repeated("the programme", (p.tag for p in framework.programmes))
    for programme in framework.programmes:
        if not programme.lists or not programme.verification:
            yield f"the programme {programme.tag!r} needs the keys of the lists that write it, and a 'verification'."
        for stem in programme.grounds:
            if not any(provision.id.startswith(stem) for provision in framework.provisions):
                yield f"the programme {programme.tag!r} names the ground {stem!r}, with which no provision id begins."
    for provision in framework.provisions:
        yield from (f"provision {provision.id}: {problem}" for problem in _provision_problems(framework, provision))
    yield from _unused(framework)


def _status_problems(framework: Framework) -> Iterator[str]:
    for event in framework.status:
        if isinstance(event.on, int) and not 1700 <= event.on <= 2200:
            yield f"the event {event.event!s} is dated {event.on}, which is no year."
            return
        if event.source not in framework.sources:
            yield f"the event {event.event!s} rests on the source {event.source!r}, which [sources] does not hold."
    for before, after in pairwise(framework.status):
        if after.date.last < before.date.first:
            yield f"the event {after.event!s} ({after.date}) stands after {before.event!s} ({before.date}); put them in order of time."


def _law_problems(framework: Framework) -> Iterator[str]:
    """Where the life of the instrument and the time of its provisions do not go together."""
    was_law = any(event.event is Event.IN_FORCE for event in framework.status)
    for provision in framework.provisions:
        if was_law and not provision.in_force:
            yield f"provision {provision.id}: 'in_force' is missing, though the instrument is or was in force."
        if provision.in_force and not was_law:
            yield f"provision {provision.id}: it has an 'in_force', but no [[status]] says that the instrument took effect."


def _provision_problems(framework: Framework, provision: Provision) -> Iterator[str]:
    if provision.source not in framework.sources:
        yield f"the source {provision.source!r} is not in [sources]."
    if not provision.verified and not provision.verification:
        yield "it is not verified, so 'verification' must say what was not read."
    if provision.designation is Designation.AMENDMENT and not provision.related:
        yield "an amendment must name under 'related' the provisions that it made or changed."
    if provision.designation not in WITHOUT_ELEMENTS and not provision.elements:
        yield f"a {provision.designation!s} provision needs at least one [[provisions.elements]]."
    if provision.in_force and provision.in_force.end and provision.in_force.end < provision.in_force.start:
        yield "in_force ends before it begins."
    for key in ("terms", "consequences", "exceptions", "waivers"):
        for name in getattr(provision, key):
            if name not in getattr(framework, key):
                yield f"it names {name!r} among its {key}, but there is no [{key}.{name}]."
    yield from _repeated("the element id", (element.id for element in provision.elements))
    for element in provision.elements:
        if not element.question.endswith("?"):
            yield f"the element {element.id!r} must be put as a question."


def _unused(framework: Framework) -> Iterator[str]:
    for key in ("terms", "consequences", "exceptions", "waivers"):
        used = {name for provision in framework.provisions for name in getattr(provision, key)}
        for name in getattr(framework, key):
            if name not in used:
                yield f"[{key}.{name}] is named by no provision; name it or take it out."
    used_sources = {p.source for p in framework.provisions} | {event.source for event in framework.status}
    for name in framework.sources:
        if name not in used_sources:
            yield f"[sources.{name}] is rested on by nothing; use it or take it out."


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{what} {value!r} stands {count} times; it must be unique."


def cross_problems(frameworks: Frameworks) -> Iterator[tuple[str, str]]:
    """What is wrong between files, as (framework id, sentence): a citation twice, a pointer to nothing."""
    holders: dict[str, str] = {}
    for framework in frameworks.values():
        for provision in framework.provisions:
            if provision.citation in holders:
                yield framework.id, f"the citation {provision.citation!r} already stands in {holders[provision.citation]}.toml."
            holders.setdefault(provision.citation, framework.id)
    for framework in frameworks.values():
        for other in (*framework.related, *([framework.supersedes] if framework.supersedes else [])):
            if other not in frameworks:
                yield framework.id, f"it points to the framework {other!r}, which does not exist."
        for provision in framework.provisions:
            for citation in provision.related:
                if citation not in holders:
                    yield framework.id, f"provision {provision.id} is related to {citation!r}, which no framework holds."
