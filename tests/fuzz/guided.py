"""Lets coverage lead to what breaks a parser: ``python -m tests.fuzz.guided PARSER --seconds N``.

Needs atheris (``pip install '.[fuzz]'``), which has no wheels for some Pythons.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["reader", "tomllib"]):
    from tests.fuzz.parsers import PARSERS
    from tests.fuzz.payloads import CLASSES

ROOT = Path(__file__).parents[2]
SAMPLES = (
    ROOT / "seeds",
    ROOT / "tests" / "sources" / "files" / "report.txt",
    ROOT / "reader" / "sources" / "exports.toml",
)


def search(parser: Callable[[str], None], seconds: int, corpus: Path) -> None:
    """Try what leads to lines not yet reached, for so long; the process ends with the first fault.

    `corpus` is a folder; what led further is kept there for the next time.
    """
    for number, text in enumerate(piece for pieces in CLASSES.values() for piece in pieces):
        (corpus / f"payload-{number}").write_bytes(text.encode("utf-8", "surrogatepass"))
    for sample in SAMPLES:
        for file in sorted(sample.iterdir()) if sample.is_dir() else [sample]:
            (corpus / file.name).write_bytes(file.read_bytes())

    def attempt(data: bytes) -> None:
        parser(data.decode("utf-8", "surrogateescape"))

    limits = [f"-max_total_time={seconds}", "-max_len=2000", "-timeout=20"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus}/", str(corpus)], attempt)
    atheris.Fuzz()


def main() -> None:
    parsers = {parser.__name__: parser for parser in PARSERS}
    parser = ArgumentParser(prog="python -m tests.fuzz.guided", description=__doc__)
    parser.add_argument("parser", choices=parsers)
    parser.add_argument("--seconds", type=int, default=60, help="how long; 60 without")
    parser.add_argument("--corpus", type=Path, help="a folder to go on from and to keep finds in")
    arguments = parser.parse_args()
    corpus = arguments.corpus or Path(tempfile.mkdtemp(prefix="reader-fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    search(parsers[arguments.parser], arguments.seconds, corpus)


if __name__ == "__main__":
    main()
