"""Where the data folders ``lists/`` and ``reports/`` are: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path


def data_folder(kind: str) -> Path:
    """The folder of shipped data called ``kind`` ("lists" or "reports").

    Raises FileNotFoundError if the installation is incomplete.
    """
    package = Path(__file__).parent  # importlib.resources would be a hundredth of a second, for packages in ZIPs that this one is not
    for folder in (package / "_data" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The data folder {kind!r} is missing from this installation; install the package again.")
