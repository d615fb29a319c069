"""The graph as people use it in Python: build or open it, ask it, write it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from extractors.errors import PaperlatticeError
from extractors.records import Kind, Mention, Paper
from graph import query
from graph.assemble import Placement, assemble_graph
from graph.build import Progress, Source, build_lattice
from graph.lattice import BuildReport, Lattice
from graph.lattice_lookup import LatticeLookup
from graph.lookup import Lookup
from graph.store.files import open_store, read_meta
from graph.store.rows import insert
from graph.store.whole import read_lattice, read_pins, read_report, tables_of, write_store
from graph.stored_lookup import StoredLookup
from graph.stored_sketch import place_tables
from graph.stored_tables import StoredTables

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection

    from extractors.plugins import PlugIn
    from graph.resolve import Explanation, Pins

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
        self._tables: DuckDBPyConnection | None = None
        self._placement = placement
        self._lookup: Lookup = LatticeLookup(lattice)
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
        name link no papers (default: `graph.link.HUB_LIMIT`). `generic` keeps terms such as LLM as nodes
        that are marked so and link no papers. `components` are plug-ins, see `extractors.PlugIn`.
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
        from graph.engines.folder import open_tables

        return cls.of_tables(open_tables(path) if Path(path).is_dir() else open_store(path))

    @classmethod
    def of_tables(cls, connection: DuckDBPyConnection) -> KnowledgeGraph:
        """Return the graph whose tables, those of a store, a database holds; it must stay open meanwhile."""
        graph = cls.__new__(cls)
        graph._tables = connection
        graph._lookup = StoredLookup(connection)
        return graph

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
        if self._tables is None:
            self.nx  # noqa: B018  (places are part of it)
            return
        tables = StoredTables(self._tables)
        if not tables.rows("SELECT 1 FROM {nodes} LIMIT 1"):
            insert(self._tables, "nodes", place_tables(tables))

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
        return self.lattice.report if self._tables is None else read_report(read_meta(self._tables))

    @cached_property
    def lattice(self) -> Lattice:
        """The tables behind the graph: papers, mentions, resolution, links, options; all in memory."""
        return self._read_all[0]

    @cached_property
    def _placement(self) -> Mapping[str, Placement] | None:
        return self._read_all[1]

    @cached_property
    def _read_all(self) -> tuple[Lattice, Mapping[str, Placement]]:
        if self._tables is None:
            raise AssertionError("a graph in memory has its tables")
        return read_lattice(self._tables)

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
        from graph.resolve import explain_names

        if kind is None:
            kind = self._common_kind(a, b)
        pins = self.lattice.pins if self._tables is None else read_pins(read_meta(self._tables))
        return explain_names(self._lookup.bearers, kind, a, b, pins=pins)

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
        from graph.export import write_graph

        return write_graph(self.nx, path, format=format, **options)

    def mentions(self, paper: str | Paper) -> list[Mention]:
        """Return all mentions in a paper, in the order of the text. Raises UnknownNode."""
        return [mention for _, mention in self._lookup.mentions_in(self._lookup.paper(paper).id)]

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

    def _common_kind(self, a: str, b: str) -> Kind:
        """Return the kind under which both names are known best, else that of `a`."""
        left, right = self._lookup.entity(a), self._lookup.entity(b)
        theirs = {entity.kind for entity in self._lookup.find_entities(b)}
        both = [entity.kind for entity in self._lookup.find_entities(a) if entity.kind in theirs]
        return both[0] if both else min(left, right, key=self._lookup.fame).kind
