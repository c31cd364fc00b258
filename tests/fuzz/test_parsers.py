"""Every parser keeps its word for every payload; ``python -m tests.fuzz.guided`` looks longer."""

import pytest

from tests.fuzz.parsers import PARSERS
from tests.fuzz.payloads import CLASSES


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
@pytest.mark.parametrize("name", CLASSES)
def test_every_parser_keeps_its_word(parser, name):
    for text in (*CLASSES[name], " ".join(CLASSES[name])):
        parser(text)
