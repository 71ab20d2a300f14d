"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")  # no property depends on how busy the machine is

REAL = Path(os.environ.get("SANCTIONS_REAL_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
"""Real list files, kept beside the project and never in it."""


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real list files; the test is skipped where it is absent."""
    if not REAL.is_dir():
        pytest.skip(f"the real list files are not here (looked in {REAL}; SANCTIONS_REAL_DATA names another folder)")
    return REAL
