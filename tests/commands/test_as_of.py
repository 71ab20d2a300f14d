"""``--as-of``: what is answered today of a day is, to the byte, what was answered on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.commands.test_screening_commands import BOOK, run
from tests.home import ROWS, small_home, take_list

DAY = datetime(2026, 5, 2, 12, tzinfo=UTC)


def test_later_copies_change_nothing_of_an_earlier_day(tmp_path: Path) -> None:
    home = small_home(tmp_path / "home", rows=ROWS[:2], when=DAY)
    book = tmp_path / "book.csv"
    book.write_text(BOOK, "utf-8")

    def answer(name: str) -> bytes:
        file = tmp_path / name
        assert run(home, "batch", str(book), "-o", str(file), "--as-of", "2026-05-03").returncode == 0
        return file.read_bytes()

    before = answer("before.jsonl")
    held = (home.root / "list.csv").read_text("utf-8")
    newer = tmp_path / "list.csv"
    newer.write_text(held.replace("KIM, Won Hong", "KIM, Changed") + "\n".join(ROWS[2:]) + "\n", "utf-8")
    take_list(home, "test_list", newer, DAY + timedelta(days=5))
    assert answer("after.jsonl") == before
    assert b"KIM, Won Hong" in before
