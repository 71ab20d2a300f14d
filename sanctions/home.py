"""Where the toolkit keeps its state: ``$SANCTIONS_HOME``, or the platform's user data folder.

home/
  lists/                 the user's own list definitions (overlay)
  snapshots/<key>/       immutable copies of the lists
  quarantine/<key>/      copies that were refused, with the reasons
  readings/              what readers and the index made of them; can be deleted at any time
  readings/.joined/      the indexes of lists that are searched together
  readings/definitions.json  the shipped list definitions, read and checked
  policy.toml            the policy in force, where there is one
  meaning.toml           what scores have been worth on the user's own lists and labelled hits, where that was adopted
  book.sqlite            the parties that are kept, and the state of their last re-screening
  ledger.sqlite          what was asked, found and decided; ledger.head is its anchor, ledger.key its key for names
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

VARIABLE = "SANCTIONS_HOME"


class Home(msgspec.Struct, frozen=True):
    """The folders of one home. Nothing is created until something is written."""

    root: Path

    @classmethod
    def find(cls, given: str | os.PathLike[str] | None = None) -> Home:
        """The home that was given, else that of the environment, else the platform's."""
        chosen = given or os.environ.get(VARIABLE)
        if chosen:
            return cls(Path(chosen).expanduser().absolute())
        import platformdirs

        return cls(Path(platformdirs.user_data_dir("sanctions", appauthor=False)))

    @property
    def overlay(self) -> Path:
        return self.root / "lists"

    @property
    def frameworks(self) -> Path:
        return self.root / "frameworks"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    @property
    def quarantine(self) -> Path:
        return self.root / "quarantine"

    @property
    def readings(self) -> Path:
        return self.root / "readings"

    @property
    def joined(self) -> Path:
        return self.readings / ".joined"

    @property
    def policy(self) -> Path:
        return self.root / "policy.toml"

    @property
    def meaning(self) -> Path:
        return self.root / "meaning.toml"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.sqlite"

    @property
    def ledger_head(self) -> Path:
        return self.root / "ledger.head"

    @property
    def ledger_key(self) -> Path:
        return self.root / "ledger.key"
