"""Resolution: which names of which papers are one entity, and why."""
