from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sanctions.home import Home
from tests.home import small_home
from tests.review.desk import LIST, PREPARED, screened


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a list of three targets, the book screened once, and the report in it."""
    folder = tmp_path_factory.mktemp("prepared")
    home = small_home(folder / "home", rows=LIST)
    screened(home, home.root, PREPARED)
    return home.root


@pytest.fixture
def home(prepared: Path, tmp_path: Path) -> Home:
    """A copy of that home, for one test."""
    shutil.copytree(prepared, tmp_path / "home")
    return Home(tmp_path / "home")
