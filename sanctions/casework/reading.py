"""Reading a case folder, strictly: every complaint names the file and the key, and all of a file's faults are told at once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from sanctions.casework.custody import read_log
from sanctions.casework.records import Case, CaseFile, Exhibit, Fact, Facts
from sanctions.casework.words import Identity
from sanctions.dates import parse_date
from sanctions.errors import CaseError
from sanctions.frameworks import Framework, Frameworks, Provision
from sanctions.patterns import regex

CASE, FACTS = "case.toml", "facts.toml"
_ID = regex(r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")
_EXHIBIT_FIELDS = frozenset(Exhibit.__struct_fields__)
T = TypeVar("T")


def read_case(folder: Path, frameworks: Frameworks) -> CaseFile:
    """A case, its facts and its exhibits, checked against each other and against the law held.

    Raises CaseError with a line for each fault.
    """
    if not (folder / CASE).is_file():
        begin = f"sanctions case init {folder} --subject … --question … --author …, or with --example german-device-vendor"
        raise CaseError(f"{folder}: this is not a case folder, since it holds no {CASE}. Begin one with: {begin}")
    case = read_toml(folder / CASE, Case)
    facts = read_toml(folder / FACTS, Facts).facts if (folder / FACTS).is_file() else ()
    log = read_log(folder)
    found = CaseFile(
        folder=folder, case=case, facts=facts, exhibits=tuple(exhibits_of(log)), redacted=any(line.get("redacted") for line in log)
    )
    problems = [f"{folder / CASE}: {problem}" for problem in _case_problems(found, frameworks)]
    problems += [f"{folder / FACTS}: {problem}" for problem in _fact_problems(found, frameworks)]
    if problems:
        raise CaseError("\n".join(problems))
    return found


def read_toml(path: Path, type: type[T]) -> T:
    """One file of a case. Raises CaseError naming the file and the key."""
    try:
        return parse_toml(path.read_text("utf-8"), type, path)
    except (UnicodeDecodeError, OSError) as problem:
        raise CaseError(f"{path}: this cannot be read: {problem}.") from None


def parse_toml(text: str, type: type[T], path: Path) -> T:
    """The text of ``path`` as a record. Raises CaseError."""
    try:
        raw = _graded(tidied(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as problem:
        raise CaseError(f"{path}: this cannot be read as TOML: {problem}.") from None
    try:
        return msgspec.convert(raw, type=type, builtin_types=(date,))
    except msgspec.ValidationError as problem:
        raise CaseError(f"{path}: {_in_words(str(problem), raw)}.") from None


def tidied(value: Any) -> Any:
    """The same with every run of spaces and line ends in its texts made one space, so that a file may break lines anywhere."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [tidied(item) for item in value]
        case dict():
            return {key: tidied(item) for key, item in value.items()}
    return value


def _graded(raw: dict[str, Any]) -> dict[str, Any]:
    """Lets a person write ``credibility = 3`` as well as ``"3"``."""
    for fact in raw.get("facts", []) if isinstance(raw.get("facts"), list) else []:
        if isinstance(fact, dict) and type(fact.get("credibility")) is int:
            fact["credibility"] = str(fact["credibility"])
    return raw


def _in_words(problem: str, raw: Any) -> str:
    """msgspec's complaint with the fact's or party's own id beside its number in the file."""
    place = re.search(r"\$\.(facts|parties)\[(\d+)\]", problem)
    if not place:
        return problem
    entry = raw[place[1]][int(place[2])]
    name = entry.get("id") if isinstance(entry, dict) else None
    return problem.replace(place[0], f"{place[0]} ({name})") if name else problem


def exhibits_of(log: Iterable[dict[str, Any]]) -> Iterator[Exhibit]:
    """The exhibits that a custody log records as collected, in order. Raises CaseError for a line that lacks a key."""
    for line in log:
        if line.get("event") == "collected":
            try:
                yield msgspec.convert(line.get("exhibit"), type=Exhibit)
            except msgspec.ValidationError as problem:
                raise CaseError(f"custody.jsonl, line {line.get('n')}: the exhibit is not complete: {problem}.") from None


def _case_problems(found: CaseFile, frameworks: Frameworks) -> Iterator[str]:
    case = found.case
    if not _ID.match(case.id):
        yield f"'id' is {case.id!r}; use letters, digits, - and _, beginning with a letter."
    if not case.people:
        yield "'people' is empty; name at least the author."
    yield from _repeated("the party", (party.id for party in case.parties))
    yield from _repeated("the provision", (f"{scope.framework} {scope.provision}" for scope in case.scope))
    if case.subject.identity is Identity.UNKNOWN and (case.subject.aliases or case.subject.countries):
        yield "'subject' is unknown and yet has aliases or countries; put candidates under [[parties]]."
    for scope in case.scope:
        where = f"[[scope]] {scope.framework} {scope.provision}"
        try:
            provision = find_provision(frameworks, scope.framework, scope.provision)[1]
        except CaseError as problem:
            yield f"{where}: {problem}"
            continue
        for aside in scope.set_aside:
            if aside.element not in {element.id for element in provision.elements}:
                yield f"{where}: set_aside names {aside.element!r}; its elements are {_elements(provision)}."


def _fact_problems(found: CaseFile, frameworks: Frameworks) -> Iterator[str]:
    ids = {fact.id for fact in found.facts}
    exhibits = {exhibit.id for exhibit in found.exhibits}
    yield from _repeated("the fact", (fact.id for fact in found.facts))
    yield from _circles(found.facts)
    for fact in found.facts:
        yield from (f"fact {fact.id}: {problem}" for problem in fact_problems(fact, found, frameworks, ids, exhibits))


def _circles(facts: Iterable[Fact]) -> Iterator[str]:
    """Facts that derive, in the end, from themselves."""
    origins = {fact.id: set(fact.derived_from) for fact in facts}
    for key, direct in origins.items():
        reached, new = set[str](), set(direct)
        while new:
            reached |= new
            new = {further for one in new for further in origins.get(one, ())} - reached
        if key in reached and key not in direct:
            yield f"fact {key}: 'derived_from' leads back to the fact itself; say which of them came first."


def fact_problems(fact: Fact, found: CaseFile, frameworks: Frameworks, ids: set[str], exhibits: set[str]) -> Iterator[str]:
    """What is wrong with one fact, each as a sentence."""
    if not _ID.match(fact.id):
        yield f"'id' is {fact.id!r}; use letters, digits, - and _, beginning with a letter."
    if not fact.exhibits:
        yield "'exhibits' is empty; a statement must be tied to at least one exhibit."
    for key in fact.exhibits:
        if key not in exhibits:
            yield f"'exhibits' names {key!r}, which the custody log does not hold. Add it with: sanctions case add-exhibit"
    for key in fact.derived_from:
        if key not in ids or key == fact.id:
            yield f"'derived_from' names {key!r}, which is not another fact of the case."
    for name in ("when", "published"):
        try:
            parse_date(getattr(fact, name) or "2000")
        except ValueError as problem:
            yield f"{name!r}: {problem}. Write 2014-11-12, 2014-11, 2014 or 2013/2014."
    for link in fact.links:
        where = f"link to {link.framework} {link.provision}"
        try:
            provision = find_provision(frameworks, link.framework, link.provision)[1]
        except CaseError as problem:
            yield f"{where}: {problem}"
            continue
        if link.element not in {element.id for element in provision.elements}:
            yield f"{where}: there is no element {link.element!r}; its elements are {_elements(provision)}."
        if link.listed and found.party(link.listed) is None:
            yield f"{where}: 'listed' names {link.listed!r}, which is no party of the case."


def find_provision(frameworks: Frameworks, framework: str, provision: str) -> tuple[Framework, Provision]:
    """The provision of that id. Raises CaseError naming those there are."""
    found = frameworks.get(framework)
    if found is None:
        raise CaseError(f"there is no framework {framework!r}; see: sanctions frameworks list.")
    for one in found.provisions:
        if one.id == provision:
            return found, one
    raise CaseError(f"{framework} has no provision {provision!r}; see: sanctions frameworks show {framework}.")


def _elements(provision: Provision) -> str:
    return ", ".join(element.id for element in provision.elements) or "none"


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{what} {value!r} stands {count} times; it must be unique."
