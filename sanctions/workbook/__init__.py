"""The Excel due-diligence report. Nothing else in the toolkit imports openpyxl, and importing this does: import it late."""

from sanctions.workbook.contents import BookNotes, Counts, FeatureNote, ReportSummary
from sanctions.workbook.report import write_report

__all__ = ["BookNotes", "Counts", "FeatureNote", "ReportSummary", "write_report"]
