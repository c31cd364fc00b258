"""``python -m tests.bench``: how fast Reader is, beside what one would compare it with."""

from __future__ import annotations

from tests.bench import notes, pairing, start


def main() -> None:
    """Print a table; the figures of a line are measured in turn, several times, in this run."""
    ours, bare = start.measure()
    opened, alone, difflib = pairing.measure()
    kept = notes.measure()
    rival = f"difflib's ratio of all sentence pairs: {difflib * 1000:.0f} ms"
    lines = [
        ("", "Reader", "beside it", "ratio"),
        ("---", "---", "---", "---"),
        (
            "start to first paint of the library",
            f"{ours * 1000:.0f} ms",
            f"a bare Textual app: {bare * 1000:.0f} ms",
            f"{ours / bare:.2f} times as long",
        ),
        (
            "two articles of 40 sentences, in an open story",
            f"{opened * 1000:.1f} ms",
            rival,
            f"{difflib / opened:.1f} times as fast",
        ),
        (
            "the same on their own, first weighed and encoded",
            f"{alone * 1000:.1f} ms",
            rival,
            f"{difflib / alone:.1f} times as fast",
        ),
        *(
            (
                f"{notes.NOTES:,} notes in a file of {kept.megabytes:.1f} MB, {what}",
                f"{seconds * 1000:.0f} ms",
                f"writing the same bytes to the disk: {kept.written * 1000:.0f} ms",
                f"{seconds / kept.written:.1f} times as long",
            )
            for what, seconds in (
                ("opened", kept.opened),
                ("opened and all read", kept.read),
                ("one of them saved", kept.saved),
            )
        ),
    ]
    for line in lines:
        print("| " + " | ".join(line) + " |")


if __name__ == "__main__":
    main()
