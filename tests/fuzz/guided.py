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

EXAMPLES = (
    "---\noutlet: AP\ntags: [a, 'b']\nauthors:\n  - A\npublished: 2024-06-18\n---\nText\n",
    "+++\noutlet = 'AP'\npublished = 2024-06-18\n+++\nText\n",
    "[[note]]\nid = 'n1'\ntext = 'a'\n[[note.passage]]\nexact = 'x'\nstart = 1\n[[note]]\n",
    "[[override]]\nkind = 'none'\n[override.a]\nexact = 'x'\n[override.b]\nexact = 'y'\n",
    "name = 'The visit'\n[article.'ap.txt']\noutlet = 'AP'\npublished = 2024-06-18\n",
    "[own]\nsigns = ['bridge']\nstory = '(?P<head>.*)\\n(?P<body>.*)'\nheadline = '(.*)'\n",
    'status:open outlet:"AP News" #arms word',
    "At 6:40 p.m. on June 18, 2024, 24 to 25 percent, two-thirds, €3.5m or 7-8 “of” it.",
)
"""Something that each parser knows how to read."""
with atheris.instrument_imports(include=["reader", "tomllib"]):
    from tests.fuzz.parsers import PARSERS
    from tests.fuzz.payloads import CLASSES

    # What is imported late is to be followed too.
    for parser in PARSERS:
        for text in EXAMPLES:
            parser(text)

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
    texts = (*EXAMPLES, *(piece for pieces in CLASSES.values() for piece in pieces))
    for number, text in enumerate(texts):
        (corpus / f"text-{number}").write_bytes(text.encode("utf-8", "surrogatepass"))
    for sample in SAMPLES:
        for file in sorted(sample.iterdir()) if sample.is_dir() else [sample]:
            (corpus / file.name).write_bytes(file.read_bytes())

    def attempt(data: bytes) -> None:
        parser(data.decode("utf-8", "surrogateescape"))

    limits = [f"-max_total_time={seconds}", "-max_len=1000", "-timeout=20"]
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
