"""Reader: several outlets' reports of one event, side by side, in a terminal."""

import os

# One thread for matrices: ours are small, their sums never vary then, and cores are for processes.
# Here, since numpy asks only once, and nothing of Reader is imported before this.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def __getattr__(name: str) -> str:
    # Late, for importlib.metadata takes longer to load than all that prints the notes.
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("story-reader")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+source"
