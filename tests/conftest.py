"""What holds for every property test: tried often enough to find faults, however slow the machine."""

from hypothesis import settings

settings.register_profile("reader", max_examples=60, deadline=None)
settings.load_profile("reader")
