"""A terminal that goes away, as when a connection over SSH breaks."""

import pytest

from tests.terminal.screen import READER, Terminal


@pytest.mark.parametrize("controlling", [True, False])
def test_reader_ends_with_its_terminal(home, controlling):
    with Terminal(READER, home, controlling=controlling) as terminal:
        terminal.wait_for("headline")
        terminal.hang_up()
