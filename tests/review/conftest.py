from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.home import Home
from tests.home import small_home
from tests.review.desk import LIST


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with a list of three targets."""
    return small_home(tmp_path / "home", rows=LIST)
