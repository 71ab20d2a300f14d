"""Which listed names a name could be: candidates kept by a pairwise bound, never by rank.

    files       arrays and lines as they are kept
    readings    the rows of one reading, in flat files beside it: a row is one form of one name of one entity
    joining     the rows of all lists that are searched together, with what they are looked up by
    shelf       where such an index is kept
    latin       rows of words: who shares a word, a spelling of one or a part of one, and what that is worth at most
    sharing     which rows share enough to be worth a look
    building    the arrays that rows are searched by
    asked       the asked names as arrays, and bound, which holds the rows that latin leaves to the costs of their kinds
    partners    the words of rows that asked words may be spellings of, and what each pair costs at least
    worth       what each word weighs, and what its absence costs
    syllables   rows of Korean and Chinese readings
    words       the distinct words, and those that a word could be a spelling of
    known       what is known of asked words, the usual ones beforehand
    filing      what words are filed under
    likeness    how alike two words are at most
    runs        words side by side, as they read when they are written as one
    edits       words a few slips of the pen apart

Nothing is ever cut off by rank, so no name on a list can push another out, and a list cut in two answers as one.
"""

from sanctions.matching.index.filing import key_number
from sanctions.matching.index.joining import NameIndex, Rows, in_memory
from sanctions.matching.index.readings import LAYOUT, ReadingRows, listed_forms, open_index
from sanctions.matching.index.shelf import joined
from sanctions.matching.index.worth import ANY

__all__ = [
    "ANY",
    "LAYOUT",
    "NameIndex",
    "ReadingRows",
    "Rows",
    "in_memory",
    "joined",
    "key_number",
    "listed_forms",
    "open_index",
]
