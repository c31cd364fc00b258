"""No payload does more at any door than be read. ``python -m tests.fuzz`` looks longer."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.doors import QUICK, SLOW, WHOLE
from tests.fuzz.payloads import CLASSES, payloads

# What Jinja says of a payload in a template.
pytestmark = pytest.mark.filterwarnings("ignore:invalid escape sequence")
BEARABLE = " ".join(piece for name in CLASSES if name != "huge" for piece in CLASSES[name])


def doors(*some):
    return pytest.mark.parametrize("door", some, ids=lambda door: door.__name__)


@doors(*QUICK)
@pytest.mark.parametrize("name", CLASSES)
def test_no_class_of_payload_gets_through(door, name, tmp_path):
    for number, piece in enumerate(CLASSES[name]):
        folder = tmp_path / str(number)
        folder.mkdir()
        door(piece, folder)


@doors(*SLOW)
@pytest.mark.parametrize("name", CLASSES)
def test_no_class_of_payload_gets_through_all_at_once(door, name, tmp_path):
    door(" ".join(CLASSES[name]), tmp_path)


@doors(*WHOLE)
def test_nothing_gets_through_the_whole_program(door, tmp_path):
    door(BEARABLE, tmp_path)


@doors(*QUICK)
@given(payload=payloads)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mixture_of_payloads_gets_through(door, payload, tmp_path_factory):
    door(payload, tmp_path_factory.mktemp("door"))
