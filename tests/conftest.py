"""Property tests try often enough to find faults, and take as long as the machine needs."""

from hypothesis import settings

settings.register_profile("reader", max_examples=60, deadline=None)
settings.load_profile("reader")
