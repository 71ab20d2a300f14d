"""Law as data: one TOML file an instrument (statute, order, regulation, resolution, bill), read strictly.

``reports/frameworks/<id>.toml`` ship with the package; a user's own folder adds instruments, or replaces a
shipped one where the file says ``replaces = true``. A framework holds provisions, a provision holds elements:
the questions that must be answered "yes" before its consequences follow. What nobody has read against the
text is marked so, and every report made from it says so. ``reports/README.md`` explains each key.
"""

from __future__ import annotations

from sanctions.frameworks.asking import (
    LegalBasis,
    consequence_words,
    find_framework,
    find_law,
    for_programme,
    grounds_of,
    legal_basis,
    one_consequence,
    provisions_at,
    section_ranges,
    status_at,
    status_words,
    still_counting,
    verification_words,
)
from sanctions.frameworks.coverage import TagUse, tags_on_list, unseen_tags
from sanctions.frameworks.own import add_framework, copy_framework, problems_among, sound_frameworks
from sanctions.frameworks.reading import framework_files, load_frameworks, read_framework
from sanctions.frameworks.records import (
    NOT_REVIEWED,
    Consequence,
    Element,
    Framework,
    Frameworks,
    Period,
    Programme,
    Provision,
    Rule,
    Source,
    StatusEvent,
    Term,
)
from sanctions.frameworks.words import VOCABULARIES, ConsequenceKind, Designation, ElementKind, Event, MentalState, Standing, Word

__all__ = [
    "NOT_REVIEWED",
    "VOCABULARIES",
    "Consequence",
    "ConsequenceKind",
    "Designation",
    "Element",
    "ElementKind",
    "Event",
    "Framework",
    "Frameworks",
    "LegalBasis",
    "MentalState",
    "Period",
    "Programme",
    "Provision",
    "Rule",
    "Source",
    "Standing",
    "StatusEvent",
    "TagUse",
    "Term",
    "Word",
    "add_framework",
    "consequence_words",
    "copy_framework",
    "find_framework",
    "find_law",
    "for_programme",
    "framework_files",
    "grounds_of",
    "legal_basis",
    "load_frameworks",
    "one_consequence",
    "problems_among",
    "provisions_at",
    "read_framework",
    "section_ranges",
    "sound_frameworks",
    "status_at",
    "status_words",
    "still_counting",
    "tags_on_list",
    "unseen_tags",
    "verification_words",
]
