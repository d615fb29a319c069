"""The graph as people use it in Python: built or opened, asked, written; and the store that it grows in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, Unpack

import duckdb
import networkx

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.records import ENTITY_KINDS, Kind
from paperlattice.graph.errors import StoreError
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.model.options import BuildOptions, BuildReport, Changes, OptionKeywords
from paperlattice.graph.query.indexed import IndexedLookup
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.questions import Questions, common_kind
from paperlattice.graph.query.subgraph import PART_BUDGET, part_tables, select_part
from paperlattice.graph.store.codec import insert, options_in, read_meta
from paperlattice.graph.store.schema import create_tables
from paperlattice.graph.store.staging import replace_file
from paperlattice.graph.store.tables import GraphTables, copy_tables
from paperlattice.graph.store.transaction import Draft, changing, open_store, open_tables

if TYPE_CHECKING:
    import pandas as pd

    from paperlattice.extractors.sources.intake import Progress
    from paperlattice.graph.executors.duckdb import DuckDBExecutor
    from paperlattice.graph.pipeline.build import Source
    from paperlattice.graph.resolve.explain import Explanation

__all__ = ["Frames", "KnowledgeGraph", "Store"]

PathLike = str | os.PathLike[str]

_INDEXED: Final = 2_000
_INDEXED_IN_MEMORY: Final = 50_000
"""Up to so many papers questions are answered by indexes in memory, which is 2,000 times as fast as SQL.

To make them takes time, which a large graph that was opened for one question should not wait for.
"""


class Frames(NamedTuple):
    """The tables of a graph as pandas DataFrames; `mentions.entity_id` joins papers with entities."""

    papers: pd.DataFrame
    entities: pd.DataFrame
    mentions: pd.DataFrame
    links: pd.DataFrame


class KnowledgeGraph(Questions):
    """Papers, the methods, datasets and repositories that they name, and the links between them.

    Made by `build` or `open`. Its tables never change; equal inputs give equal graphs, in any order. Names in
    questions may be written in any way that the graph knows: label, alias, long form, a form that a paper
    uses, or a node id.
    """

    def __init__(self, tables: GraphTables, *, note: str = "", in_memory: bool = False) -> None:
        self.tables = tables
        self._note = note
        self._in_memory = in_memory

    @classmethod
    def build(
        cls,
        source: Source,
        *,
        source_format: str | None = None,
        n_process: int = 1,
        on_progress: Progress | None = None,
        **options: Unpack[OptionKeywords],
    ) -> KnowledgeGraph:
        """Return the graph of all papers in a file, folder, glob or `-`, in several, or of given papers.

        `options` are `pins`, `hub_limit`, `min_confidence`, `generic` and `components`, see
        `graph.model.options.OptionKeywords`. `on_progress` is called with what is being done, how many papers
        are done and of how many. Raises SourceError, PinError, PluginError.
        """
        from paperlattice.graph.executors.duckdb import DuckDBExecutor
        from paperlattice.graph.pipeline.build import build_graph

        connection = duckdb.connect()
        connection.execute(create_tables())
        executor = DuckDBExecutor(connection, n_process=n_process, on_progress=on_progress)
        build_graph(executor, source, BuildOptions.given(**options), source_format=source_format)
        return cls(GraphTables(connection), in_memory=True)

    @classmethod
    def open(cls, path: PathLike) -> KnowledgeGraph:
        """Return the graph of a store, or of a folder of tables that the Spark engine wrote.

        Nothing is read before it is asked for, so a large store opens as fast as a small one. What others
        change in the store meanwhile is not seen. Raises StoreError.
        """
        connection = open_tables(path) if Path(path).is_dir() else open_store(path)
        return cls(GraphTables(connection, str(path)))

    @cached_property
    def lookup(self) -> Lookup:
        """What answers questions: by indexes in memory or by SQL."""
        most = _INDEXED_IN_MEMORY if self._in_memory else _INDEXED
        return (IndexedLookup if len(self) <= most else Lookup)(self.tables)

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
        papers, entities = self.nodes([around] if isinstance(around, str) else around)
        selection = select_part(
            self.tables,
            around_papers=papers,
            around_entities=entities,
            depth=depth,
            naming=self.named(method=method, dataset=dataset, repo=repo),
            since=since,
            until=until,
            budget=budget,
        )
        return KnowledgeGraph(part_tables(self.tables, selection), note=selection.note)

    def save(self, path: PathLike) -> Path:
        """Write everything to a DuckDB file, in place of what is there, and return its path.

        Raises StoreError; the old file is then untouched.
        """
        self.place()
        with changing(path, fresh=True, resumable=False) as draft:
            copy_tables(self.tables, draft.connection)
            return draft.commit()

    def place(self) -> None:
        """Have communities and positions of all nodes computed, unless they are, and kept."""
        from paperlattice.graph.layout.layout import with_places

        self.tables = with_places(self.tables)

    @cached_property
    def nx(self) -> networkx.MultiDiGraph[str]:
        """The graph for networkx, put together when first asked for.

        A change to it stays in it, and `write` writes it; questions and `save` go by the tables.
        """
        self.place()
        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        rows = TableRows(self.tables)
        graph.add_nodes_from(rows.nodes())
        for source, target, relation, attributes in rows.edges():
            graph.add_edge(source, target, key=relation, **attributes)
        return graph

    @property
    def report(self) -> BuildReport:
        """The account of the build: papers read, duplicates, entities by kind, links, what was skipped."""
        return self.tables.report()

    def explain(self, a: str, b: str, kind: Kind | None = None) -> Explanation:
        """Return why two names are one entity, or two; pins that the graph was built with are reasons.

        Without `kind`, that of the best known entity that either name means. Raises UnknownNode for an
        unknown name.
        """
        from paperlattice.graph.resolve.explain import explain_names

        meant = common_kind(self.lookup, a, b) if kind is None else kind
        return explain_names(self.lookup.bearers, meant, a, b, pins=self.tables.options().pins)

    def to_pandas(self) -> Frames:
        """Return papers, entities, mentions and links as DataFrames.

        Raises PaperlatticeError where pandas, an optional extra, is missing.
        """
        try:
            import pandas  # noqa: F401
        except ImportError as error:
            raise PaperlatticeError(
                "to_pandas needs pandas, which is not installed; run: pip install pandas"
            ) from error
        found = (self.tables.arrow(f"SELECT * FROM {{{name}}} ORDER BY ALL") for name in Frames._fields)
        return Frames(*(table.to_pandas() for table in found))

    def write(self, path: PathLike, format: str | None = None, **options: Any) -> tuple[Path, ...]:
        """Write the graph to a file (HTML, GraphML, ...) and return the files written.

        The suffix chooses the format where `format` does not; `options` go to the writer. Raises
        UnknownFormat, ExportError.
        """
        from paperlattice.graph.export import format_of, write_graph

        if self._note and format_of(path if format is None else format) == "html":
            options = {"note": self._note} | options
        return write_graph(self._rows, path, format=format, **options)

    @property
    def _rows(self) -> networkx.MultiDiGraph[str] | TableRows:
        """What is written: the networkx graph where somebody may have changed it, else the tables."""
        if "nx" in self.__dict__:
            return self.nx
        self.place()
        return TableRows(self.tables)

    def _repr_html_(self) -> str:
        """Return the page in a frame, which a notebook shows for a graph at the end of a cell."""
        from paperlattice.graph.export.html import notebook_html

        return notebook_html(self._rows)

    def __repr__(self) -> str:
        report = self.report
        kinds = ", ".join(f"{report.entities.get(kind, 0):,} {kind}s" for kind in ENTITY_KINDS)
        return f"<KnowledgeGraph: {report.papers:,} papers, {kinds}, {report.links:,} links>"

    def __len__(self) -> int:
        return int(self.tables.rows("SELECT count(*) FROM {papers}")[0][0])


class Store:
    """A store that is being made or changed: one step, which happens as a whole or not at all.

    Used in a `with` block, at whose end the new state takes the place of the old one; after an error, or
    where the process is killed, the old one stays. Others may read the store meanwhile, but not change it.

    >>> from paperlattice import Paper, Store
    >>> with Store.create("/tmp/papers.duckdb") as store:
    ...     changes = store.add([Paper("1", "LoRA revisited", "We test LoRA on ImageNet.")])
    >>> changes.new, store.graph.entity("LoRA")
    (1, <method LoRA: 1 paper>)
    """

    def __init__(self, path: PathLike, *, fresh: bool, **options: Unpack[OptionKeywords]) -> None:
        self.path = Path(path)
        self._fresh = fresh
        self._options = options
        self._components = options.get("components", ())
        self._draft: Draft | None = None
        self._ending = ExitStack()

    @classmethod
    def create(cls, path: PathLike, **options: Unpack[OptionKeywords]) -> Store:
        """Return a new, empty store that is to take the place of what is at `path`; options as of a build.

        In its block raises StoreError if something else than a store is there, if it is being changed by
        another, or cannot be written; PinError, PluginError.
        """
        return cls(path, fresh=True, **options)

    @classmethod
    def open(cls, path: PathLike) -> Store:
        """Return the store at `path`, to be changed; one of an earlier version is brought up to date.

        In its block raises StoreError if there is no store, if it is damaged, being changed by another, or
        cannot be written.
        """
        return cls(path, fresh=False)

    def __enter__(self) -> Self:
        from paperlattice.graph.pipeline.stages import write_meta

        options = BuildOptions.given(**self._options) if self._fresh else None
        with ExitStack() as ending:
            self._draft = ending.enter_context(changing(self.path, fresh=self._fresh))
            ending.push(self._end)
            if options is not None:
                write_meta(self._executor(), options, BuildReport())
            self._ending = ending.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.__exit__(kind, error, trace)

    def _end(self, kind: type[BaseException] | None, *_error: object) -> None:
        if kind is None and self._draft is not None:
            self.commit()
        self._draft = None

    def add(
        self,
        source: Source,
        *,
        source_format: str | None = None,
        n_process: int = 1,
        on_progress: Progress | None = None,
        **options: Unpack[OptionKeywords],
    ) -> Changes:
        """Add the papers of a source, and return what that changed.

        The graph is the one that a build of all papers gives. Papers that the store has cost next to nothing;
        one with another text replaces what the store has under its id. Options that are not given stay what
        they are; another one applies to all papers. Plug-ins are not stored: they hold for the block.

        Raises SourceError, PinError, PluginError, and StoreError if the store was built with plug-ins and
        none are given.
        """
        from paperlattice.graph.pipeline.build import build_graph
        from paperlattice.graph.pipeline.update import add_papers

        executor = self._executor(n_process=n_process, on_progress=on_progress)
        options["components"] = self._components = options.get("components", ()) or self._components
        old = options_in(read_meta(executor.connection))
        wanted = BuildOptions.given(old, **options)
        leftovers = self._opened.leftovers
        if not self._fresh:
            return add_papers(executor, source, wanted, source_format=source_format, leftovers=leftovers)
        self._fresh = False
        report = build_graph(executor, source, wanted, source_format=source_format, leftovers=leftovers)
        return Changes(new=report.papers, read=report.papers, report=report)

    def remove(self, papers: str | Iterable[str], *, on_progress: Progress | None = None) -> Changes:
        """Remove papers, given by title, id or node id; the graph is the one that a build without them gives.

        Raises UnknownNode for a name that no paper has; nothing is then removed.
        """
        from paperlattice.graph.pipeline.update import remove_papers

        executor = self._executor(on_progress=on_progress)
        lookup = Lookup(GraphTables(executor.connection, str(self.path)))
        names = [papers] if isinstance(papers, str) else list(papers)
        return remove_papers(executor, {lookup.paper(name).id for name in names})

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph as it is now; after the block, that of the store."""
        if self._draft is None:
            return KnowledgeGraph.open(self.path)
        return KnowledgeGraph(GraphTables(self._draft.connection, str(self.path)))

    def place(self) -> None:
        """Have the positions of all nodes computed, unless they are, and kept in the store."""
        from paperlattice.graph.layout.layout import place_tables

        tables = GraphTables(self._opened.connection, str(self.path))
        if not tables.rows("SELECT 1 FROM {positions} LIMIT 1"):
            insert(self._opened.connection, "positions", place_tables(tables))

    def commit(self, put: Callable[[Path, Path], None] = replace_file) -> Path:
        """Put the new state in the place of the old one and return its path; the end of the block does so.

        `put` is called with both paths when the new state is complete and on disk.
        """
        draft, self._draft = self._opened, None
        return draft.commit(put)

    @property
    def _opened(self) -> Draft:
        if self._draft is None:
            raise StoreError(f"{self.path}: is not open; change a store inside of its `with` block")
        return self._draft

    def _executor(self, **how: Any) -> DuckDBExecutor:
        from paperlattice.graph.executors.duckdb import DuckDBExecutor

        return DuckDBExecutor(self._opened.connection, **how)
