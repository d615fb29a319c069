"""The graph as people use it in Python: build or open it, ask it, write it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from extractors.errors import PaperlatticeError
from extractors.records import Kind, Mention, Paper
from extractors.sources import Intake
from graph.export.table_rows import TableRows
from graph.layout.placing import place_tables, with_places
from graph.model.options import BuildReport, Lattice
from graph.model.records import Join
from graph.pipeline.assemble import Placement, assemble_graph
from graph.pipeline.build import Progress, Source, account_of, build_lattice
from graph.query import questions as query
from graph.query.indexed import LatticeLookup
from graph.query.lookup import Lookup
from graph.query.sql import StoredLookup
from graph.query.subgraph import PART_BUDGET, part_tables, read_part, select_part
from graph.store.codec import insert
from graph.store.tables import StoredTables
from graph.store.transaction import open_store, read_meta
from graph.store.whole import (
    read_lattice,
    read_options,
    read_pins,
    read_report,
    tables_in_memory,
    tables_of,
    write_store,
)

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

    from extractors.plugins import PlugIn
    from graph.resolve.explain import Explanation
    from graph.resolve.pins import Pins

__all__ = ["Frames", "KnowledgeGraph"]

PathLike = str | os.PathLike[str]


class Frames(NamedTuple):
    """The tables of a graph as pandas DataFrames; `mentions.entity_id` joins papers with entities."""

    papers: pd.DataFrame
    entities: pd.DataFrame
    mentions: pd.DataFrame
    links: pd.DataFrame


class KnowledgeGraph:
    """Papers, the methods, datasets and repositories that they name, and the links between them.

    Made by `build` or `open`. It never changes; equal inputs give equal graphs, in any order. Names in
    questions may be written in any way that the graph knows: label, alias, long form, a form that a paper
    uses, or a node id.
    """

    def __init__(self, lattice: Lattice, *, placement: Mapping[str, Placement] | None = None) -> None:
        self._stored: StoredTables | None = None
        self._note = ""
        self._placement = placement
        self.lattice = lattice

    @classmethod
    def build(
        cls,
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
    ) -> KnowledgeGraph:
        """Return the graph of all papers in a file, folder, glob or `-`, in several, or of given papers.

        `pins` is a TOML file, or what `read_pins` made of one. Entities that more than `hub_limit` papers
        name link no papers (default: `graph.pipeline.link.HUB_LIMIT`). `generic` keeps terms such as LLM as
        nodes that are marked so and link no papers. `components` are plug-ins, see `extractors.PlugIn`.
        `on_progress` is called with what is being done and the number of papers done. Raises SourceError,
        PinError, PluginError.
        """
        lattice = build_lattice(
            source,
            source_format=source_format,
            pins=pins,
            hub_limit=hub_limit,
            min_confidence=min_confidence,
            generic=generic,
            components=components,
            n_process=n_process,
            on_progress=on_progress,
        )
        return cls(lattice)

    @classmethod
    def open(cls, path: PathLike) -> KnowledgeGraph:
        """Return the graph of a store, or of a folder of tables that the Spark engine wrote.

        Nothing is read before it is asked for, so a large store opens as fast as a small one. What others
        change in the store meanwhile is not seen. Raises StoreError.
        """
        from graph.store.folder import open_tables

        return cls.of_tables(open_tables(path) if Path(path).is_dir() else open_store(path), source=str(path))

    @classmethod
    def of_tables(cls, connection: DuckDBPyConnection, *, source: str = "the store") -> KnowledgeGraph:
        """Return the graph whose tables, those of a store, a database holds; it must stay open meanwhile.

        `source` is what errors call it.
        """
        return cls._of(StoredTables(connection), StoredLookup(connection, source=source))

    @classmethod
    def _of(cls, stored: StoredTables, lookup: Lookup | None, note: str = "") -> KnowledgeGraph:
        graph = cls.__new__(cls)
        graph._stored, graph._note = stored, note
        if lookup is not None:
            graph._lookup = lookup
        return graph

    @cached_property
    def _lookup(self) -> Lookup:
        return LatticeLookup(self.lattice)

    def part(
        self,
        *,
        around: str | Iterable[str] = (),
        depth: int = 2,
        method: str | Iterable[str] = (),
        dataset: str | Iterable[str] = (),
        repo: str | Iterable[str] = (),
        since: str = "",
        until: str = "",
        budget: int | None = PART_BUDGET,
    ) -> KnowledgeGraph:
        """Return the graph of a part: what lies around something, names something, or is of some time.

        `around` are entities or papers, `depth` the steps between papers and what they name; papers must name
        all of `method`, `dataset` and `repo`, and be of the time from `since` to `until` ("2025", "2025-06",
        "2025-06-15"). What is asked together must hold together. A neighbourhood grows to `budget` nodes at
        most, None for no bound; a page of the part says what was left out. Counts, links and places are those
        of the part.

        Raises UnknownNode, DateError.
        """
        stored = StoredTables(tables_in_memory(self.lattice)) if self._stored is None else self._stored
        papers, entities = query.nodes(self._lookup, [around] if isinstance(around, str) else around)
        wanted: tuple[tuple[Kind, str | Iterable[str]], ...] = (
            ("method", method),
            ("dataset", dataset),
            ("repo", repo),
        )
        selection = select_part(
            stored,
            around_papers=papers,
            around_entities=entities,
            depth=depth,
            naming=[
                self._lookup.entity(name, kind=kind).id
                for kind, names in wanted
                for name in ([names] if isinstance(names, str) else names)
            ],
            since=since,
            until=until,
            budget=budget,
        )
        return self._of(part_tables(stored, selection), None, selection.note)

    def save(self, path: PathLike) -> Path:
        """Write everything to a DuckDB file, in place of what stood there, and return its path.

        Raises StoreError; the old file is then untouched.
        """
        nodes = self.nx.nodes(data=True)
        placement = {node: Placement(data["cluster"], data["x"], data["y"]) for node, data in nodes}
        return write_store(path, self.lattice, placement=placement)

    def place(self) -> None:
        """Have communities and places of all nodes computed and kept where the graph has its tables.

        Exports of a graph that has none compute them each time.
        """
        if self._stored is None:
            self.nx  # noqa: B018  (places are part of it)
        elif not self._stored.rows("SELECT 1 FROM {nodes} LIMIT 1"):
            insert(self._stored.connection, "nodes", place_tables(self._stored))

    @cached_property
    def nx(self) -> nx.MultiDiGraph[str]:
        """The graph for networkx, put together when first asked for; a change to it stays in it."""
        lattice = self.lattice
        return assemble_graph(
            lattice.papers,
            lattice.mentions,
            lattice.resolution,
            lattice.links,
            placement=self._placement or None,
            generic=lattice.options.generic,
        )

    @property
    def report(self) -> BuildReport:
        """The account of the build: papers read, duplicates, entities by kind, links, what was skipped."""
        if self._stored is None or self._is_part:
            return self.lattice.report
        return read_report(read_meta(self._stored.connection))

    @cached_property
    def lattice(self) -> Lattice:
        """The tables behind the graph: papers, mentions, resolution, links, options; all in memory."""
        return self._read_all[0]

    @cached_property
    def _placement(self) -> Mapping[str, Placement] | None:
        return self._read_all[1]

    @cached_property
    def _read_all(self) -> tuple[Lattice, Mapping[str, Placement]]:
        if self._stored is None:
            raise AssertionError("a graph in memory has its tables")
        if not self._is_part:
            return read_lattice(self._stored.connection)
        meta = read_meta(self._stored.connection)
        papers, mentions, resolution, links = read_part(self._stored)
        report = account_of(Intake(papers, (), (), len(papers), 0), resolution, links)
        options, pins = read_options(meta), read_pins(meta)
        return Lattice(papers, mentions, resolution, links, options, report, pins), {}

    @property
    def _is_part(self) -> bool:
        return self._stored is not None and self._stored.papers != "papers"

    def papers(
        self,
        *,
        method: str | Iterable[str] | None = None,
        dataset: str | Iterable[str] | None = None,
        repo: str | Iterable[str] | None = None,
        text: str | None = None,
    ) -> list[Paper]:
        """Return the papers that name all given entities and hold `text` (case aside), in id order.

        Raises UnknownNode with suggestions for a name that the graph does not know.
        """
        return query.papers(self._lookup, method=method, dataset=dataset, repo=repo, text=text)

    def paper(self, title_or_id: str | Paper) -> Paper:
        """Return one paper by title (case and signs aside), id or node id. Raises UnknownNode."""
        return self._lookup.paper(title_or_id)

    def entity(self, name: str, kind: Kind | None = None) -> query.EntityView:
        """Return an entity with its aliases and the papers that name it.

        Between equally good entities the one named by most papers, then method before dataset before repo.
        Raises UnknownNode with the nearest names.
        """
        return query.entity(self._lookup, name, kind=kind)

    def entities(self, kind: Kind | None = None, top: int | None = None) -> list[query.EntityView]:
        """Return the entities, those named by most papers first, then by kind and label.

        `top` cuts the list. Raises UnknownKind.
        """
        return query.entities(self._lookup, kind=kind, top=top)

    def related(self, paper: str | Paper, k: int | None = 10) -> list[query.Related]:
        """Return the `k` papers that share most with one, each with weight and shared entities.

        All of them for None. Raises UnknownNode.
        """
        return query.related(self._lookup, paper, k=k)

    def path(self, a: str, b: str) -> list[query.Step]:
        """Return a shortest way from `a` to `b`, entities or papers, with the evidence of each step.

        Empty if the two do not hang together. Raises UnknownNode.
        """
        return query.path(self._lookup, a, b)

    def evidence(self, paper: str | Paper, entity: str) -> list[query.Evidence]:
        """Return each sentence in which a paper names an entity. Raises UnknownNode if it does not."""
        return query.evidence(self._lookup, paper, entity)

    def explain(self, a: str, b: str, kind: Kind | None = None) -> Explanation:
        """Return why two names are one entity, or two; pins that the graph was built with are reasons.

        Without `kind`, that of the best known entity that either name means. Raises UnknownNode for an
        unknown name.
        """
        stored = self._stored
        pins = self.lattice.pins if stored is None else read_pins(read_meta(stored.connection))
        return query.explain(self._lookup, a, b, kind=kind, pins=pins)

    def to_pandas(self) -> Frames:
        """Return papers, entities, mentions and links as DataFrames.

        Raises PaperlatticeError where pandas, an optional extra, is missing.
        """
        try:
            import pandas  # noqa: F401
        except ImportError as error:
            raise PaperlatticeError(
                "to_pandas needs pandas, which is not installed; run: pip install 'paperlattice[pandas]'"
            ) from error
        tables = tables_of(self.lattice)
        return Frames(*(tables[name].to_pandas() for name in Frames._fields))

    def write(self, path: PathLike, format: str | None = None, **options: Any) -> tuple[Path, ...]:
        """Write the graph to a file (HTML, GraphML, ...) and return the files written.

        The suffix chooses the format where `format` does not; `options` go to the writer. Raises
        UnknownFormat, ExportError.
        """
        from graph.export import format_of, write_graph

        if self._note and format_of(path if format is None else format) == "html":
            options = {"note": self._note} | options
        graph = self.nx if self._stored is None else TableRows(with_places(self._stored))
        return write_graph(graph, path, format=format, **options)

    def mentions(self, paper: str | Paper) -> list[Mention]:
        """Return all mentions in a paper, in the order of the text. Raises UnknownNode."""
        return query.mentions(self._lookup, paper)

    def names(self, paper: str | Paper) -> list[query.Named]:
        """Return the entities that a paper names, by id, each with its places. Raises UnknownNode."""
        return query.names(self._lookup, paper)

    def places(
        self, entity: str, paper_ids: Collection[str] | None = None
    ) -> dict[str, list[query.Evidence]]:
        """Return by paper id every place that names an entity, in the order of the text.

        Of the given papers, or of all that name it. Raises UnknownNode.
        """
        return query.places(self._lookup, self._lookup.entity(entity).id, paper_ids=paper_ids)

    def joins(self, entity: str) -> tuple[Join, ...]:
        """Return why the forms of an entity are one. Raises UnknownNode."""
        return query.joins(self._lookup, self._lookup.entity(entity).id)

    def _repr_html_(self) -> str:
        """Return the page in a frame, which a notebook shows for a graph at the end of a cell."""
        from graph.export.notebook import notebook_html

        return notebook_html(self.nx)

    def __repr__(self) -> str:
        counts = self.report.entities
        parts = [f"{self.report.papers:,} papers"]
        parts += [f"{counts.get(kind, 0):,} {kind}s" for kind in ("method", "dataset", "repo")]
        return f"<KnowledgeGraph: {', '.join(parts)}, {self.report.links:,} links>"

    def __len__(self) -> int:
        return self.report.papers
