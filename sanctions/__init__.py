"""Provable copies of the public sanctions lists, explained matching, and Excel due-diligence reports."""

__version__ = "0.1.0"
