"""How well the lists held are searched: recall by class of changed names, false alerts on ordinary names, what a score
is worth, and samples about the threshold. The evidence that an examiner asks for each year."""

from sanctions.calibration.labelled import Labelled, LabelledBook, decided_hits, read_labelled
from sanctions.calibration.meaning import measure, sharpened
from sanctions.calibration.recall import Answer, Case, ClassRecall, ask, cases_of, drawn, is_tuning, recall, searched_entities
from sanctions.calibration.shares import Share, wilson
from sanctions.calibration.study import Calibration, OrdinarySet, Sampled, calibrate

__all__ = [
    "Answer",
    "Calibration",
    "Case",
    "ClassRecall",
    "Labelled",
    "LabelledBook",
    "OrdinarySet",
    "Sampled",
    "Share",
    "ask",
    "calibrate",
    "cases_of",
    "decided_hits",
    "drawn",
    "is_tuning",
    "measure",
    "read_labelled",
    "recall",
    "searched_entities",
    "sharpened",
    "wilson",
]
