"""No payload does more at any door than be read. ``python -m tests.fuzz`` looks longer."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.doors import DOORS
from tests.fuzz.payloads import CLASSES, payloads


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
@pytest.mark.parametrize("name", CLASSES)
def test_no_class_of_payload_gets_through(door, name, tmp_path):
    for number, piece in enumerate(CLASSES[name]):
        folder = tmp_path / str(number)
        folder.mkdir()
        door(piece, folder)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
@given(payload=payloads)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mixture_of_payloads_gets_through(door, payload, tmp_path_factory):
    door(payload, tmp_path_factory.mktemp("door"))
