"""``python -m sanctions``."""

from sanctions.cli import main

if __name__ == "__main__":
    main()
