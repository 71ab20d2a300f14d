"""Every error the toolkit raises on purpose, in one tree.

    SanctionsError            1   something the user can mend; the message says how
    ├── DefinitionError       1   a list or framework definition (TOML) is wrong
    ├── SourceError           1   a publisher's file is not what it claims to be
    ├── FetchError            1   a publisher could not be reached, or answered with something else
    ├── StoreError            1   the home folder cannot be read, written or locked
    ├── BookError             1   an officer's book cannot be read
    ├── OutputError           1   a report cannot be written where it was asked for
    ├── ReviewError           1   a workbook of decisions is not one that can be taken in
    ├── DocumentError         1   a document to be scanned cannot be read
    ├── CaseError             1   a case folder, one of its files, or a packet is not as it should be
    ├── UsageError            2   the command or call asks for something that does not exist
    │   ├── UnknownListError       2
    │   └── UnknownEntityError     2
    └── CoverageError         3   a list that is needed is missing, stale or shrunken

The number is the exit code of the command line. An error's text is one or more full sentences:
what is wrong, where (file, row, column), and what to do about it.
"""


class SanctionsError(Exception):
    """Base of the tree. ``exit_code`` is what the command line exits with."""

    exit_code = 1


class DefinitionError(SanctionsError):
    """A definition file under ``lists/`` or ``reports/`` (or an overlay) cannot be used."""


class SourceError(SanctionsError):
    """A publisher's file is damaged, truncated, or not in the format that it should be in."""


class FetchError(SanctionsError):
    """A download failed, or what came back is not the list."""


class StoreError(SanctionsError):
    """The home folder is read-only, full, locked by another process, or not as it was written."""


class BookError(SanctionsError):
    """A book of parties cannot be read at all. A bad row is no error: it is a rejected row."""


class OutputError(SanctionsError):
    """A report or an export cannot be written."""


class CaseError(SanctionsError):
    """A case folder, one of its files, or a packet is not as it should be. The message names file and key."""


class ReviewError(SanctionsError):
    """A workbook of decisions is of another home, was changed where it may not be, or is none at all. Nothing of it is recorded."""


class DocumentError(SanctionsError):
    """A document that is to be scanned is damaged, hostile, too large, or of a kind that is not read."""


class UsageError(SanctionsError):
    """A call names something that does not exist or contradicts itself."""

    exit_code = 2


class UnknownListError(UsageError):
    """No list of that key is defined."""


class UnknownEntityError(UsageError):
    """No entity of that id is on the lists held."""


class CoverageError(SanctionsError):
    """An answer would rest on a list that is missing, stale or shrunken, so none is given."""

    exit_code = 3
