"""Settings of the property tests: the machine may be busy, so no example has a time limit."""

from hypothesis import settings

settings.register_profile("paperlattice", deadline=None)
settings.load_profile("paperlattice")
