"""``python -m sanctions``."""

from sanctions.cli import start

if __name__ == "__main__":
    start()
