"""Acquisition: copies of the lists, fetched or given, checked, kept for ever, and read once."""

from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.journal import ListState
from sanctions.acquisition.snapshots import Snapshot, SnapshotFile, SnapshotStore

__all__ = ["EntityStore", "ListState", "Snapshot", "SnapshotFile", "SnapshotStore"]
