"""``python -m tests.pictures``: takes the README's pictures anew."""

from __future__ import annotations

from tests.pictures.taking import FOLDER, PICTURES, take


def main() -> None:
    """Write every picture beside this file."""
    for name in PICTURES:
        path = FOLDER / f"{name}.svg"
        path.write_text(take(name), "utf-8")
        print(path)


if __name__ == "__main__":
    main()
