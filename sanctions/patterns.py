"""Regular expressions that are compiled when they are first used.

The package has two hundred of them, and compiling them all takes as long as searching all lists for a name, which needs few
of them. ``tests/test_patterns.py`` compiles every one, so that a wrong one cannot hide until somebody needs it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Regex(Generic[AnyStr]):
    """Stands for a compiled pattern: looks like one, and after its first use costs what one costs."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what copying and pickling ask for is no part of a pattern
            raise AttributeError(name)
        compiled = re.compile(self._text, self._flags)
        # from now on each is an attribute of this object, and this method is not called for it again
        for method in ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "pattern", "flags", "groups"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, but compiled at the first use, which raises re.error if the expression is faulty."""
    return cast("re.Pattern[AnyStr]", _Regex(text, flags))
