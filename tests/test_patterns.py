"""Every regular expression of the package compiles, and one that is compiled late behaves as one that is compiled at once."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import sanctions
from sanctions.patterns import _Regex, regex


def late(value: Any, depth: int = 3) -> Iterator[Any]:
    """The expressions in a module's value, those in tables included."""
    if isinstance(value, _Regex):
        yield value
    elif depth and isinstance(value, (dict, list, tuple, set, frozenset)):
        for part in (*value, *(value.values() if isinstance(value, dict) else ())):
            yield from late(part, depth - 1)


def test_every_expression_compiles() -> None:
    seen = 0
    for module in walk_packages(sanctions.__path__, "sanctions."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                for found in late(value):
                    assert isinstance(found.pattern, (str, bytes)), f"{module.name}.{name}"
                    seen += 1
    assert seen > 150


def test_a_late_expression_is_as_any_other() -> None:
    late, early = regex(r"(?P<day>\d+)\.\s*", re.I), re.compile(r"(?P<day>\d+)\.\s*", re.I)
    for text in ("", "3. Jan", "a 12. b 4.", "12"):
        assert [m.group("day") for m in late.finditer(text)] == [m.group("day") for m in early.finditer(text)]
        assert late.sub("x", text) == early.sub("x", text)
        assert late.split(text) == early.split(text)
        assert bool(late.match(text)) == bool(early.match(text))
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (early.pattern, early.flags, early.groups, early.groupindex)


def test_an_expression_is_not_compiled_before_its_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def told(text: str, flags: int) -> re.Pattern[str]:
        compiled.append(text)
        return compile_now(text, flags)

    monkeypatch.setattr("sanctions.patterns.re.compile", told)
    expression = regex("never used before")
    copies = [copy.copy(expression), pickle.loads(pickle.dumps(expression))]
    assert not compiled
    assert expression.search("it was never used before")
    assert not expression.search("it was")
    assert compiled == ["never used before"]
    assert all(one.search("never used before") for one in copies)


def test_a_faulty_expression_is_told_at_its_use() -> None:
    with pytest.raises(re.error):
        regex("(").search("")
