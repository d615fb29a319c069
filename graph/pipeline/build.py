"""The way from source files to the tables of a graph: read, extract, resolve, link."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.errors import SourceError
from extractors.records import ENTITY_KINDS, Mention, Paper, is_generic
from extractors.repos import canonical_repo
from extractors.sources import FileReport, Intake, Progress, Skipped, iter_entries, merge_papers
from graph.model.options import BuildOptions, BuildReport, Lattice
from graph.model.records import Link, Resolution
from graph.pipeline.assemble import DECLARED
from graph.pipeline.generic import add_generic
from graph.pipeline.link import HUB_LIMIT, link_papers

if TYPE_CHECKING:
    from extractors.plugins import PlugIn
    from graph.resolve.pins import Pins

__all__ = [
    "Progress",
    "Source",
    "Taken",
    "account_of",
    "build_lattice",
    "declared_mentions",
    "lattice_of",
    "load_pins",
    "read_source",
]

PathLike = str | os.PathLike[str]

Source = PathLike | Iterable[PathLike] | Iterable[Paper]
"""A file, folder, glob or `-`; several of them; or papers."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a source gave: the papers as it lists them, not merged, how many those were, and the account."""

    entries: list[Paper]
    count: int
    files: tuple[FileReport, ...] = ()
    skipped: tuple[Skipped, ...] = ()


_PROGRESS_STEP = 50


def build_lattice(
    source: Source,
    *,
    source_format: str | None = None,
    pins: PathLike | Pins | None = None,
    hub_limit: int | None = None,
    min_confidence: float | None = None,
    generic: bool = False,
    components: Sequence[PlugIn] = (),
    n_process: int = 1,
    on_progress: Progress | None = None,
) -> Lattice:
    """Return the tables of the graph of all papers in `source`.

    The order of the input and the number of processes make no difference. Mentions below `min_confidence` are
    dropped before names are resolved. With `generic` terms such as LLM and contrastive learning are entities
    too, which link no papers. `components` are spaCy components of others that take part in the extraction.

    Raises SourceError (InputNotFound, UnknownSource) where nothing can be read, PinError for a faulty pin
    file, PluginError for a component that cannot be used.
    """
    from extractors.names import MIN_CONFIDENCE
    from extractors.pipeline import extract, version_with

    report = on_progress or _say_nothing
    pinned = load_pins(pins)
    intake, entries = _intake(read_source(source, source_format=source_format, on_progress=report))
    mentions: list[Mention] = []
    least = MIN_CONFIDENCE if min_confidence is None else min_confidence
    extracted = extract(
        intake.papers, n_process=n_process, min_confidence=least, generic=generic, components=components
    )
    for done, found in enumerate(extracted, 1):
        mentions += found
        if done % _PROGRESS_STEP == 0 or done == len(intake.papers):
            report("extracting", done, len(intake.papers))
    report("resolving", len(intake.papers), len(intake.papers))
    limit = HUB_LIMIT if hub_limit is None else hub_limit
    options = BuildOptions(version_with(components), limit, least, generic)
    return replace(lattice_of(intake, mentions, options=options, pins=pinned), entries=entries)


def lattice_of(
    intake: Intake, mentions: Iterable[Mention], *, options: BuildOptions, pins: Pins | None = None
) -> Lattice:
    """Return the tables for papers whose mentions are known; repositories that papers declare are added.

    Generic terms are resolved apart from names and add nodes only: names, entities and links are those of a
    graph without them.
    """
    from extractors.gazetteer import load_gazetteer
    from graph.resolve.entities import resolve_entities
    from graph.resolve.pins import NO_PINS

    kept = list(mentions)
    kept += [mention for paper in intake.papers for mention in declared_mentions(paper)]
    kept.sort(key=_place_order)
    pinned, catalogue = NO_PINS if pins is None else pins, load_gazetteer()
    resolution = resolve_entities((m for m in kept if not is_generic(m)), pins=pinned, catalogue=catalogue)
    links = tuple(link_papers(resolution, hub_limit=options.hub_limit))
    if generic := [m for m in kept if is_generic(m)]:
        resolution = add_generic(resolution, resolve_entities(generic, pins=pinned, catalogue=catalogue))
    report = account_of(intake, resolution, links)
    return Lattice(intake.papers, tuple(kept), resolution, links, options, report, pinned)


def declared_mentions(paper: Paper) -> Iterator[Mention]:
    """Yield one mention a repository that the source declares beside the text.

    It has no place there: `start` and `end` are 0 and `surface` is empty, which keeps `text[start:end] ==
    surface` true; `rule` is "declared". URLs that are no repository (project pages, videos) are passed
    over.
    """
    urls = {repo for url in paper.declared if (repo := canonical_repo(url))}
    for url in sorted(urls):
        yield Mention(paper.id, "repo", url, "", 0, 0, "code", DECLARED, 1.0)


def read_source(source: Source, *, source_format: str | None, on_progress: Progress) -> Taken:
    """Return what a source lists. Raises SourceError as `read_papers`."""
    if isinstance(source, str | os.PathLike):
        return _read_files([source], source_format=source_format, on_progress=on_progress)
    given = list(source)
    papers = [item for item in given if isinstance(item, Paper)]
    if papers and len(papers) == len(given):
        return Taken(papers, len(papers))
    paths = [item for item in given if isinstance(item, str | os.PathLike)]
    if not given or len(paths) < len(given):
        what = "nothing at all" if not given else "things that are neither all paths nor all papers"
        raise SourceError(
            f"the source holds {what}: give a file, folder, glob or '-', several of them, or Paper objects"
        )
    return _read_files(paths, source_format=source_format, on_progress=on_progress)


def load_pins(pins: PathLike | Pins | None) -> Pins:
    """Return the pins of a file, those given, or none. Raises PinError."""
    from graph.resolve.pins import NO_PINS, read_pins

    if isinstance(pins, str | os.PathLike):
        return read_pins(pins)
    return NO_PINS if pins is None else pins


def _read_files(paths: list[PathLike], *, source_format: str | None, on_progress: Progress) -> Taken:
    entries = iter_entries(paths, source=source_format, on_progress=on_progress)
    papers = list(entries)
    return Taken(papers, entries.count, tuple(entries.files), tuple(entries.skipped))


def _intake(taken: Taken) -> tuple[Intake, tuple[Paper, ...]]:
    papers = merge_papers(taken.entries)
    duplicates = taken.count - len(papers)
    return Intake(papers, taken.files, taken.skipped, taken.count, duplicates), tuple(taken.entries)


def _place_order(mention: Mention) -> tuple[str, int, int, str, str, str, str, float]:
    return (
        mention.paper_id,
        mention.start,
        mention.end,
        mention.kind,
        mention.name,
        mention.role,
        mention.rule,
        mention.confidence,
    )


def account_of(intake: Intake, resolution: Resolution, links: tuple[Link, ...]) -> BuildReport:
    """Return the account of papers and what was found in them."""
    named = set(resolution.names.values())
    kinds = Counter(entity.kind for entity in resolution.entities if entity.id in named)
    naming = {paper_id for paper_id, _, _ in resolution.names}
    return BuildReport(
        entries=intake.entries,
        papers=len(intake.papers),
        duplicates=intake.duplicates,
        without_entities=sum(paper.id not in naming for paper in intake.papers),
        entities={kind: kinds[kind] for kind in ENTITY_KINDS},
        links=len(links),
        skipped=intake.skipped,
        files=intake.files,
    )


def _say_nothing(_step: str, _done: int, _total: int) -> None: ...
