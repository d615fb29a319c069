"""What one build gives: the tables that the graph is made of, the options, and an account of the input."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.records import Mention, Paper
from extractors.sources.intake import FileReport, Skipped
from graph.model.records import Link, Resolution
from graph.resolve.pins import NO_PINS, Pins

__all__ = ["BuildOptions", "BuildReport", "Lattice"]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options that a graph was built with: what its content depends on beside the papers.

    `extractor_version` speaks of plug-ins too; `generic`: generic terms are nodes, and marked.
    """

    extractor_version: str
    hub_limit: int
    min_confidence: float
    generic: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The account of a build.

    `entries` counts the papers as the input lists them, `papers` the distinct ones; `without_entities` of
    those name nothing that was found. `entities` counts by kind. `skipped` is what could not be taken, and
    why.
    """

    entries: int
    papers: int
    duplicates: int
    without_entities: int
    entities: dict[str, int]
    links: int
    skipped: tuple[Skipped, ...] = ()
    files: tuple[FileReport, ...] = ()


@dataclass(frozen=True, slots=True)
class Lattice:
    """Papers in id order, mentions by paper and place, entities in id order, links by pair.

    `pins` are those that names were resolved by. `entries` are the papers as their sources gave them, not
    merged; empty where nothing more is known than the papers.
    """

    papers: tuple[Paper, ...]
    mentions: tuple[Mention, ...]
    resolution: Resolution
    links: tuple[Link, ...]
    options: BuildOptions
    report: BuildReport
    pins: Pins = NO_PINS
    entries: tuple[Paper, ...] = field(default=(), compare=False, repr=False)
