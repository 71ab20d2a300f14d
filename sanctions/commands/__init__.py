"""The commands, one thin module each; a module is imported only when its command is called or its help asked for."""

COMMANDS = {
    "refresh": "Fetch the lists, or take them from a file, folder or ZIP.",
    "schedule": "Print ready files that refresh the lists by cron, systemd, Windows or CI.",
    "lists": "Show the lists: publisher, entries, dates, age, state.",
    "changes": "Show what was added, removed and changed on the lists.",
    "screen": "Screen one or more names against the lists held.",
    "compare": "Compare two names and say why they are alike or not.",
    "show": "Show a listed entity as its publisher describes it.",
    "batch": "Screen a whole book (CSV, XLSX, JSON Lines) and write a report.",
    "book": "Keep parties under your own ids: add, import, list, remove.",
    "rescreen": "Screen the book kept again and write what is new, changed and closed.",
    "scan": "Find every listed name in documents: text, HTML, PDF, DOCX.",
    "report": "Write a report of a past screening, from the ledger alone.",
    "review": "Decide hits in Excel and take the decisions in; check, list and sample them.",
    "policy": "Write, show, check and record the screening policy.",
    "audit": "Verify, read and export the ledger of what was screened and decided.",
    "case": "Keep a case: exhibits, facts, what they show of the law, report and packet.",
    "calibrate": "Measure how well the lists held are searched, and write the study.",
    "frameworks": "Show the statutes and orders behind the programmes.",
    "demo": "Screen two small embedded books and build a worked case, offline.",
}
"""Command name → the line shown in ``sanctions --help``. The module is ``sanctions.commands.<name>``, its command ``command``."""
