"""Redaction by rule: what ``redactions.toml`` says is replaced in every text of a packet, and the original kept apart.

A rule replaces what a ``pattern`` (a regular expression) matches, or the value of a ``field`` wherever that value stands,
or withholds whole ``exhibits``. Texts alone are searched; a file that is no text is listed as not searched, so that
somebody looks at it.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sanctions.casework.custody import LOG
from sanctions.casework.exhibits import ORIGINALS
from sanctions.casework.reading import CASE, FACTS, read_toml
from sanctions.casework.records import Exhibit
from sanctions.errors import CaseError
from sanctions.patterns import regex

RULES = "redactions.toml"
REDACTED = Path("exhibits/redacted")


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule. Exactly one of ``pattern``, ``field`` (``people.contact`` of case.toml or facts.toml) and ``exhibits`` is given."""

    id: str
    reason: str
    pattern: str = ""
    field: str = ""
    exhibits: tuple[str, ...] = ()


class _Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    rules: tuple[Rule, ...] = ()


class Redaction(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to one file: the rules that matched, in how many places, and the digests before and after."""

    file: str
    rules: tuple[str, ...]
    reasons: tuple[str, ...]
    places: int
    sha256_original: str
    sha256_redacted: str
    what: str


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules of a case; none if it has no ``redactions.toml``. Raises CaseError for a rule that cannot be used."""
    path = folder / RULES
    if not path.is_file():
        return ()
    rules = read_toml(path, _Rules).rules
    for rule in rules:
        if sum(map(bool, (rule.pattern, rule.field, rule.exhibits))) != 1:
            raise CaseError(f"{path}: rule {rule.id!r} must have exactly one of 'pattern', 'field' and 'exhibits'.")
        try:
            if re.compile(rule.pattern).match("") and rule.pattern:
                raise CaseError(f"{path}: the pattern of rule {rule.id!r} matches the empty text, so it would match everywhere.")
        except re.error as problem:
            raise CaseError(f"{path}: the pattern of rule {rule.id!r} is not a regular expression: {problem}.") from None
    return rules


def redact(stage: Path, rules: tuple[Rule, ...], exhibits: tuple[Exhibit, ...]) -> tuple[list[Redaction], list[str]]:
    """Carry out the rules on a copy of a case. Gives what was done, and the files that are no text and were not searched.

    An original that a rule touches is taken out of the copy; its redacted text, if it is a text, stands in
    ``exhibits/redacted``.
    """
    patterns = [(rule, regex(expression)) for rule in rules for expression in _expressions(stage, rule)]
    withheld = {exhibit.file: rule for rule in rules for exhibit in exhibits if exhibit.id in rule.exhibits}
    done: list[Redaction] = []
    unsearched: list[str] = []
    for path in sorted(path for path in stage.rglob("*") if path.is_file()):
        name = path.relative_to(stage).as_posix()
        rule = withheld.get(name) or withheld.get(name.replace("exhibits/working", ORIGINALS.as_posix(), 1))
        if rule:
            done.append(_entry(name, [rule], 1, (path.read_bytes(), b""), "withheld whole"))
            path.unlink()
        elif name == LOG:
            done += _log(path, patterns)
        elif (text := _text(path)) is None:
            unsearched.append(name)
        else:
            done += _file(stage, path, name, text, patterns)
    return done, unsearched


def _expressions(stage: Path, rule: Rule) -> Iterator[str]:
    if rule.pattern:
        yield rule.pattern
    elif rule.field:
        values = {value for name in (CASE, FACTS) if (stage / name).is_file() for value in _values(stage / name, rule.field)}
        if not values:
            raise CaseError(
                f"{stage.name}/{RULES}: rule {rule.id!r} names the field {rule.field!r}, which has no value in {CASE} or {FACTS}."
            )
        yield from (re.escape(value) for value in sorted(values, key=len, reverse=True))


def _values(path: Path, field: str) -> Iterator[str]:
    """Every non-empty text at a dotted path of a TOML file; a list on the way is gone through."""
    found: list[Any] = [tomllib.loads(path.read_text("utf-8"))]
    for key in field.split("."):
        found = [one[key] for one in _flat(found) if isinstance(one, dict) and key in one]
    yield from (one for one in _flat(found) if isinstance(one, str) and one.strip())


def _flat(values: list[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        else:
            yield value


def _text(path: Path) -> str | None:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


Patterns = list[tuple[Rule, re.Pattern[str]]]


def _replaced(text: str, patterns: Patterns) -> tuple[str, list[Rule], int]:
    used: list[Rule] = []
    places = 0
    for rule, pattern in patterns:
        text, count = pattern.subn(f"[redacted: {rule.id}]", text)
        places += count
        if count and rule not in used:
            used.append(rule)
    return text, used, places


def _file(stage: Path, path: Path, name: str, text: str, patterns: Patterns) -> Iterator[Redaction]:
    changed, used, places = _replaced(text, patterns)
    if not used:
        return
    before, after = path.read_bytes(), changed.encode()
    if name.startswith(ORIGINALS.as_posix()):
        path.unlink()
        target = stage / REDACTED / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(after)
        yield _entry(name, used, places, (before, after), f"original withheld; redacted text in {(REDACTED / path.name).as_posix()}")
    else:
        path.write_bytes(after)
        yield _entry(name, used, places, (before, after), "replaced in this copy")


def _log(path: Path, patterns: Patterns) -> Iterator[Redaction]:
    """Lines of the custody log keep their number and digests; one that is redacted says so."""
    before, lines, rules, places = path.read_bytes(), [], [], 0
    for text in before.decode("utf-8").splitlines():
        changed, used, count = _replaced(text, patterns)
        if used:
            line, held = json.loads(changed), json.loads(text)
            changed = json.dumps({**line, "redacted": True, **{key: held[key] for key in ("n", "previous", "sha256")}}, ensure_ascii=False)
        lines.append(changed)
        rules += [rule for rule in used if rule not in rules]
        places += count
    if rules:
        after = ("\n".join(lines) + "\n").encode()
        path.write_bytes(after)
        yield _entry(LOG, rules, places, (before, after), "replaced in this copy; the lines concerned are marked")


def _entry(name: str, rules: list[Rule], places: int, digested: tuple[bytes, bytes], what: str) -> Redaction:
    before, after = digested
    return Redaction(
        file=name,
        rules=tuple(rule.id for rule in rules),
        reasons=tuple(rule.reason for rule in rules),
        places=places,
        sha256_original=hashlib.sha256(before).hexdigest(),
        sha256_redacted=hashlib.sha256(after).hexdigest() if after else "",
        what=what,
    )
