"""The commands, one thin module each; a module is imported only when its command is called or its help asked for."""

COMMANDS = {
    "refresh": "Fetch the lists, or take them from a file, folder or ZIP.",
    "lists": "Show the lists: publisher, entries, dates, age, state.",
    "screen": "Screen one or more names against the lists held.",
    "show": "Show a listed entity as its publisher describes it.",
    "batch": "Screen a whole book (CSV, XLSX, JSON Lines) and write a report.",
    "frameworks": "Show the statutes and orders behind the programmes.",
    "demo": "Screen a small embedded book against an embedded extract, offline.",
}
"""Command name → the line shown in ``sanctions --help``. The module is ``sanctions.commands.<name>``, its command ``command``."""
