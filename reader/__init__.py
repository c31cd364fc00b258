"""Reader: several outlets' reports of one event, side by side, in a terminal."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("story-reader")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+source"
