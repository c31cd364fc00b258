"""Reader: several outlets' reports of one event, side by side, in a terminal."""

import gc
import os

# One thread for matrices: ours are small, their sums never vary then, and cores are for processes.
# Here, since numpy asks only once, and nothing of Reader is imported before this.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# What is known of a story is a million objects, hardly one of them garbage: to look through them
# as often as Python does by itself takes a fifth of the time.
gc.set_threshold(50_000)


def __getattr__(name: str) -> str:
    # Late, for importlib.metadata takes longer to load than all that prints the notes.
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("story-reader")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+source"
