"""The engine on Apache Spark: it moves rows between the stages, which are those of a local build."""

from __future__ import annotations

__all__: list[str] = []
