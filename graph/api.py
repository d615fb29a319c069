"""The graph that Python users build, open, query and write, and the store that it grows in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, Unpack

import duckdb

from paperlattice.extractors.records import Kind, Paper
from paperlattice.graph.errors import StoreError
from paperlattice.graph.model.options import BuildOptions, BuildReport, Changes, OptionKeywords
from paperlattice.graph.model.pins import Pins
from paperlattice.graph.query.filters import Names, NamesByKind, PaperFilter, keywords_by_kind
from paperlattice.graph.query.frames import pandas
from paperlattice.graph.query.indexed import IndexedLookup
from paperlattice.graph.query.lookup import Lookup
from paperlattice.graph.query.reports import Reports
from paperlattice.graph.query.sql import MOST_ROWS, SECONDS, Answer
from paperlattice.graph.query.subgraph import PART_BUDGET, part_tables, select_part
from paperlattice.graph.query.topics import TopicView
from paperlattice.graph.store.errors import errors_named
from paperlattice.graph.store.meta import options_in, read_meta, report_in
from paperlattice.graph.store.schema import create_tables
from paperlattice.graph.store.staging import replace_file
from paperlattice.graph.store.tables import GraphTables, copy_tables
from paperlattice.graph.store.transaction import Transaction, open_store, open_tables, write_transaction

if TYPE_CHECKING:
    import networkx
    import pandas as pd
    import pyarrow as pa

    from paperlattice.extractors.plugins import PlugIn
    from paperlattice.extractors.sources.read_result import Progress
    from paperlattice.graph.executors.duckdb import DuckDBExecutor
    from paperlattice.graph.export import Needs
    from paperlattice.graph.export.projection import View
    from paperlattice.graph.export.rows import GraphRows
    from paperlattice.graph.pipeline.build import Source
    from paperlattice.graph.query.pairs import PairExplanation
    from paperlattice.graph.resolve.explain import Explanation

__all__ = ["ArrowTables", "Frames", "KnowledgeGraph", "Store"]

PathLike = str | os.PathLike[str]

_INDEXED: Final = 2_000
_INDEXED_IN_MEMORY: Final = 50_000
"""Up to this many papers, indexes in memory answer questions, which is 2,000 times as fast as SQL.

Building them takes time, which a large graph that was opened for one question should not spend.
"""


class Frames(NamedTuple):
    """The tables of a graph as pandas DataFrames, as `KnowledgeGraph.to_pandas` returns them.

    `mentions.paper_id` joins mentions with `papers.id`, `mentions.entity_id` with `entities.id`;
    `links.source` and `links.target` are ids of papers.
    """

    papers: pd.DataFrame
    entities: pd.DataFrame
    mentions: pd.DataFrame
    links: pd.DataFrame


class ArrowTables(NamedTuple):
    """The tables of a graph as `pyarrow.Table`s, as `KnowledgeGraph.to_arrow` returns them.

    The first four are joined as those of `Frames`. `memberships` has the topic and subtopic of each paper and
    entity: `memberships.id` is `papers.id` where `kind` is "paper", else `entities.id`; `topic_id` and
    `subtopic_id` are `topics.id`, as `topics.parent` of a subtopic is. `topics.central` lists ids of papers.
    """

    papers: pa.Table
    entities: pa.Table
    mentions: pa.Table
    links: pa.Table
    topics: pa.Table
    memberships: pa.Table


class KnowledgeGraph(Reports):
    """Papers, the links between them, and what they name: methods, datasets, repositories, tasks, techniques.

    `KnowledgeGraph.build` makes one from papers, `KnowledgeGraph.open` reads one from a store. Its tables
    never change; equal inputs give equal graphs, in any order. A question may write a name in any way that
    the graph knows: label, alias, long form, a form that a paper uses, or a node id. `len(kg)` is the number
    of papers, iteration gives them in the order of their ids, and `name in kg` says whether the graph knows
    a paper or entity by a name.

    Example:
        >>> from paperlattice import KnowledgeGraph, Paper
        >>> kg = KnowledgeGraph.build([
        ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
        ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
        ... ])
        >>> kg
        <KnowledgeGraph: 2 papers, 2 methods, 1 datasets, 0 repos, 0 tasks, 0 techniques, 1 links>
        >>> kg.entity("QuillNet").papers[0].relation
        'proposes'
    """

    def __init__(self, tables: GraphTables, *, note: str = "", in_memory: bool = False) -> None:
        self.tables = tables
        self._note = note
        self._in_memory = in_memory
        self._opened: tuple[Path, int, int] | None = None

    @classmethod
    def build(
        cls,
        source: Source,
        *,
        source_format: str | None = None,
        date: str = "",
        n_process: int = 1,
        on_progress: Progress | None = None,
        **options: Unpack[OptionKeywords],
    ) -> KnowledgeGraph:
        """Return the graph of the papers in files, folders, globs or `-`, or of given papers.

        Args:
            source: A path, a glob, `-` for standard input, an iterable of those, or an iterable of `Paper`.
            source_format: The format of all files, one of `extractors.sources.SOURCES`; None recognises the
                format of each file by its content.
            date: The date of papers whose source has none: "2025", "2025-06" or "2025-06-17". Without it,
                such papers get the date that their file's name consists of ("2025-06-17.txt",
                "daily-2025-06.json"), if it does.
            n_process: The number of processes that read abstracts; it does not change the result.
            on_progress: Called with what is being done, the number of papers done, and the number of all
                papers, 0 where that is not known.
            pins: Corrections: a TOML file, what `read_pins` returned, or `Pins`; no pins by default.
            hub_limit: Entities that more papers name link no papers; 50 by default.
            min_confidence: Names below this probability (0 to 1) are left out; 0.45 by default.
            kinds: The kinds of entities to find, as names or as one text with commas; all five by default:
                method, dataset, repo, task and technique.
            links: "shared" links papers that share an entity of these kinds, "none" links none; "shared" by
                default.
            generic: Deprecated, without effect: techniques are found by default, and `kinds` chooses.
            components: Plug-ins that find further names, see `extractors.PlugIn`; none by default.

        Raises:
            SourceError: Nothing can be read (InputNotFound, UnknownSource), or the source mixes paths and
                papers.
            DateError: `date` is not a year, month or day.
            PinError: The pins cannot be read or contradict each other.
            UnknownKind: One of `kinds` is not a kind of entity.
            OptionError: `links` is neither "shared" nor "none".
            PluginError: A component is unknown, fails or fills nothing.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> KnowledgeGraph.build([Paper("1", "Quiet Quills", "We train QuillNet.")], hub_limit=20)
            <KnowledgeGraph: 1 papers, 1 methods, 0 datasets, 0 repos, 0 tasks, 0 techniques, 0 links>
        """
        from paperlattice.graph.executors.duckdb import DuckDBExecutor
        from paperlattice.graph.pipeline.build import build_graph

        connection = duckdb.connect()
        connection.execute(create_tables())
        executor = DuckDBExecutor(connection, n_process=n_process, on_progress=on_progress)
        wanted = BuildOptions.given(**options)
        build_graph(executor, source, wanted, source_format=source_format, date=date)
        return cls(GraphTables(connection), in_memory=True)

    @classmethod
    def open(cls, path: PathLike) -> KnowledgeGraph:
        """Return the graph of a store, or of a folder of tables that the Spark engine wrote.

        Nothing is read before it is asked for, so a large store opens as fast as a small one. The graph does
        not see later changes to the store.

        Args:
            path: A store file, as `KnowledgeGraph.save`, `Store` or `paperlattice build` writes it, or such a
                folder.

        Raises:
            StoreError: There is no store, it is damaged, or another version wrote it.

        Example:
            >>> import tempfile
            >>> from pathlib import Path
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     KnowledgeGraph.open(kg.save(Path(folder, "papers.duckdb")))
            <KnowledgeGraph: 2 papers, 2 methods, 1 datasets, 0 repos, 0 tasks, 0 techniques, 1 links>
        """
        opened = _file_of(Path(path).absolute())
        connection = open_tables(path) if Path(path).is_dir() else open_store(path)
        graph = cls(GraphTables(connection, str(path)))
        graph._opened = opened
        return graph

    def close(self) -> None:
        """Close the store that the graph is read from; nothing can be asked after that.

        The end of a `with` block does the same. A graph that is not closed is when nothing refers to it.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> with KnowledgeGraph.build([Paper("1", "Quiet Quills", "We train QuillNet.")]) as kg:
            ...     len(kg)
            1
        """
        self.tables.connection.close()
        if "_views" in self.__dict__:
            self._views.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __reduce__(self) -> tuple[Callable[[Path], KnowledgeGraph], tuple[Path]]:
        """Pickle the path of the store: another process opens it anew, as it is then."""
        if self._opened is None:
            raise TypeError("a graph in memory or a part of one is not pickled: `save` it and open the file")
        return KnowledgeGraph.open, self._opened[:1]

    @cached_property
    def lookup(self) -> Lookup:
        """The lookup that answers questions, by indexes in memory or by SQL."""
        most = _INDEXED_IN_MEMORY if self._in_memory else _INDEXED
        return (IndexedLookup if len(self) <= most else Lookup)(self.tables)

    @keywords_by_kind(before="topic")
    def part(
        self,
        *,
        around: str | Iterable[str] = (),
        depth: int = 2,
        topic: str = "",
        text: str | None = None,
        author: Names = None,
        venue: str | None = None,
        since: str = "",
        until: str = "",
        budget: int | None = PART_BUDGET,
        **names: Unpack[NamesByKind],
    ) -> KnowledgeGraph:
        """Return a subgraph: the part around some nodes, or of the papers that `papers` finds.

        Papers must fit all that is asked. Names mean what they mean in the whole graph; counts, links and
        positions are those of the part.

        Args:
            around: Names of entities or papers, one or several; the part is what `depth` steps reach from
                them.
            depth: The number of steps between papers and what they name: one step from an entity leads to its
                papers, two to what else these name.
            topic: A topic or subtopic by name or id, as in `papers`, like the following.
            text: A text in title or abstract.
            author: One author or several.
            venue: A part of the name of a journal or conference.
            since: The earliest date, included: "2025", "2025-06" or "2025-06-15". Papers without a date never
                fit.
            until: The latest date, included, in the same forms.
            budget: The most nodes that a neighbourhood grows to; None for no limit. A page of the part says
                what was left out.
            **names: What each paper of the part must name, by kind, each one or several: `method`, `dataset`,
                `repo`, `task` and `technique`.

        Raises:
            UnknownNode: A name means nothing in the graph.
            UnknownKind: There is no such kind.
            DateError: `since` or `until` is not a year, month or day, or no paper of the graph has a date.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> [entity.label for entity in kg.part(around="CLIP", depth=1).entities()]
            ['CLIP']
            >>> len(kg.part(method="QuillNet", dataset="ImageNet"))
            2
        """
        papers, entities = self.nodes([around] if isinstance(around, str) else around)
        wanted = self.paper_filter(
            topic=topic, text=text, author=author, venue=venue, since=since, until=until, **names
        )
        selection = select_part(
            self.tables,
            around_papers=papers,
            around_entities=entities,
            depth=depth,
            fitting=None if wanted == PaperFilter() else self.lookup.select_ids(wanted),
            budget=budget,
        )
        return KnowledgeGraph(part_tables(self.tables, selection), note=selection.note)

    def save(self, path: PathLike) -> Path:
        """Write everything to a DuckDB file, in place of what is there, and return its path.

        Args:
            path: The store to write; `KnowledgeGraph.open` and the command line read it.

        Raises:
            StoreError: The file cannot be written, is not a store, or is being changed; the old file then
                stays.

        Example:
            >>> import tempfile
            >>> from pathlib import Path
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     kg.save(Path(folder, "papers.duckdb")).name
            'papers.duckdb'
        """
        self.place()
        with write_transaction(path, fresh=True, resumable=False) as transaction:
            copy_tables(self.tables, transaction.connection)
            return transaction.commit()

    def place(self) -> None:
        """Find topics and compute the positions of all nodes, unless the graph has them, and keep them.

        `nx` and `write` do this on their own. It takes the time of a layout, some seconds for thousands of
        papers.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.place()
            >>> kg.tables.rows("SELECT count(*) FROM {positions}")
            [(5,)]
        """
        from paperlattice.graph.layout.mapping import with_map

        self.tables = with_map(self.tables)

    def topics(self) -> list[TopicView]:
        """Return the topics of the papers, the largest first, each with its subtopics.

        They are found first unless the graph has them. Graphs of fewer than 100 papers have no
        subtopics.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We study text summarization with QuillNet."),
            ...     Paper("2", "A Second Look", "We compare QuillNet with CLIP in text summarization."),
            ... ])
            >>> kg.topics()
            [<topic text summarization: 2 papers>]
            >>> [paper.title for paper in kg.topics()[0].central]
            ['Quiet Quills', 'A Second Look']
        """
        return [*self._held_of(self.topical).topics]

    @cached_property
    def nx(self) -> networkx.MultiDiGraph[str]:
        """The graph as a `networkx.MultiDiGraph`, made when first asked for.

        The key of an edge is its relation. `write` writes a change to it; questions and `save` go by the
        tables.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> sorted(kg.nx)
            ['dataset:imagenet', 'method:clip', 'method:quillnet', 'paper:1', 'paper:2']
            >>> list(kg.nx["paper:1"]["method:quillnet"])
            ['proposes']
        """
        import networkx

        from paperlattice.graph.export.table_rows import TableRows

        self.place()
        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        rows = TableRows(self.tables)
        graph.add_nodes_from(rows.nodes())
        for source, target, relation, attributes in rows.edges():
            graph.add_edge(source, target, key=relation, **attributes)
        return graph

    def sql(self, question: str, *, most: int = MOST_ROWS, seconds: float = SECONDS) -> Answer:
        """Return the answer to a question in SQL: one SELECT over the views of the graph.

        Nothing else can be reached, and nothing changed. Of a graph in memory, a part, and a folder of tables
        the views are copied first.

        Args:
            question: One SELECT, in the dialect of DuckDB, over `papers`, `entities`, `names`, `mentions`,
                `merges`, `links`, `topics`, `members` and `arrivals`.
            most: The most rows to return.
            seconds: How long the answer may take.

        Raises:
            QueryError: The question is not one SELECT, reaches for something else, or takes too long.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.sql("SELECT kind, label, papers FROM entities ORDER BY papers DESC, label LIMIT 2").rows
            (('dataset', 'ImageNet', 2), ('method', 'QuillNet', 2))
        """
        from paperlattice.graph.query.sql import ask

        with errors_named(Path(self.tables.source), "read"):
            return ask(self._views, question, most=most, seconds=seconds)

    @cached_property
    def _views(self) -> duckdb.DuckDBPyConnection:
        """The views of the graph: of its file if that is the one that was opened, else copies."""
        from paperlattice.graph.store.views import copy_views, open_views

        home = self._opened and self._opened[0]
        if home and home.is_file() and self._opened == _file_of(home):
            return open_views(home)
        return copy_views(self.tables)

    @property
    def report(self) -> BuildReport:
        """The report of the build: papers read, duplicates, entities by kind, links, skipped input.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> kg.report.papers, kg.report.entities, kg.report.skipped
            (2, {'method': 2, 'dataset': 1, 'repo': 0, 'task': 0, 'technique': 0}, ())
        """
        return self.tables.report()

    @property
    def pins(self) -> Pins:
        """The corrections that the graph was built with.

        Example:
            >>> from paperlattice import Drop, KnowledgeGraph, Paper, Pins
            >>> paper = Paper("1", "Quiet Quills", "We train QuillNet on ImageNet.")
            >>> kg = KnowledgeGraph.build([paper], pins=Pins(drop=(Drop(("ImageNet",)),)))
            >>> [entity.label for entity in kg.entities()], kg.pins.drop[0].names
            (['QuillNet'], ('ImageNet',))
        """
        return self.tables.options().pins

    def write_pins(self, path: PathLike) -> Path:
        """Write the corrections that the graph was built with as a TOML file, and return its path.

        Args:
            path: The file, which `--pins`, `pins=` and `read_pins` read.

        Raises:
            PinError: The file cannot be written; what was there stays.

        Example:
            >>> import tempfile
            >>> from paperlattice import Drop, KnowledgeGraph, Paper, Pins, read_pins
            >>> paper = Paper("1", "Quiet Quills", "We train QuillNet on ImageNet.")
            >>> kg = KnowledgeGraph.build([paper], pins=Pins(drop=(Drop(("ImageNet",)),)))
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     read_pins(kg.write_pins(f"{folder}/pins.toml")).drop[0].names
            ('ImageNet',)
        """
        from paperlattice.graph.model.pin_files import write_pins

        return write_pins(self.pins, path)

    def explain(self, a: str, b: str, kind: Kind | None = None) -> Explanation | PairExplanation:
        """Return why two names are one entity, or two, or why two papers belong together.

        Of entities, an `Explanation`: the chain of `merges`, and a `reason` in words. Pins that the graph was
        built with are reasons too. Of papers, a `PairExplanation`: the probability, what adds to it, what
        both share, and why the graph draws a link between them, or not.

        Args:
            a: An entity by name or id, or a paper by title or id.
            b: Another one. Names that fit both entities of one kind and papers mean the entities.
            kind: "method", "dataset", "repo", "task" or "technique"; None chooses a kind that both names
                have, of several the one whose entity most papers mention.

        Raises:
            UnknownNode: The graph has nothing of one of the names, both mean one paper, or one means an
                entity and the other a paper.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Small Updates", "We use low-rank adaptation (LoRA) of DINOv2."),
            ...     Paper("2", "Wide Views", "We compare LoRA on DINO."),
            ... ])
            >>> found = kg.explain("LoRA", "low-rank adaptation")
            >>> found.same, found.merges[0].evidence
            (True, '1 paper writes both for one thing')
            >>> kg.explain("DINO", "DINOv2").reason
            'the digits differ: none and 2'
            >>> kg.explain("Small Updates", "Wide Views").reason
            'Both use LoRA.'
        """
        from paperlattice.graph.query.pairs import explain_papers
        from paperlattice.graph.resolve.explain import explain_names

        papers = () if kind else self.lookup.pair_of_papers(a, b)
        if papers:
            return explain_papers(self.lookup, self.tables.options(), *papers)
        meant = self.lookup.common_kind(a, b) if kind is None else kind
        return explain_names(self.lookup.name_index, meant, a, b, pins=self.tables.options().pins)

    def project(self, view: View) -> networkx.Graph[str]:
        """Return an undirected, weighted graph of papers only, or of entities only.

        Nodes are those of `nx` with their attributes, also those without an edge. It goes by the tables: a
        change to `nx` is not in it. Memory and time grow with the square of what a paper names.

        Args:
            view: "papers" joins papers by their links, with `weight`, `reason`, `shared` and the other
                attributes of links. "entities" joins what some paper names together. Two kinds, as
                ("method", "dataset") or "method-dataset", join entities of the one with those of the other;
                one kind given twice joins its own.

                Between entities, `papers` is the number of papers that name both, `weight` the sum over them
                of the product of both saliences divided by n - 1 (M. Newman, Scientific collaboration
                networks II, Physical Review E 64, 2001), where n counts what the paper names of these kinds:
                a paper that names much says little of each pair.

        Raises:
            UnknownKind: There is no such view.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> together = kg.project(("method", "dataset"))
            >>> [(one, other, data["papers"]) for one, other, data in together.edges(data=True)]
            [('dataset:imagenet', 'method:clip', 1), ('dataset:imagenet', 'method:quillnet', 2)]
            >>> sorted(kg.project("papers"))
            ['paper:1', 'paper:2']
        """
        from paperlattice.graph.export.projection import projected

        self.place()
        return projected(self.tables, view)

    def to_pandas(self) -> Frames:
        """Return papers, entities, mentions and links as pandas DataFrames, each sorted by its columns.

        Raises:
            PaperlatticeError: pandas, an optional extra, is not installed.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> frames = kg.to_pandas()
            >>> frames.entities["label"].tolist()
            ['ImageNet', 'CLIP', 'QuillNet']
            >>> len(frames.mentions), frames.links.columns.tolist()
            (5, ['source', 'target', 'weight', 'shared', 'terms'])
        """
        pandas()  # The tables ask for it themselves, but say less.
        return Frames(*(_arrow(self.tables, name).to_pandas() for name in Frames._fields))

    def to_arrow(self) -> ArrowTables:
        """Return papers, entities, mentions, links, topics and who is in them as Arrow tables, each sorted.

        DuckDB, Polars, pandas and PyArrow itself read them without a copy. Topics are found first unless the
        graph has them.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> tables = kg.to_arrow()
            >>> tables.entities["label"].to_pylist()
            ['ImageNet', 'CLIP', 'QuillNet']
            >>> tables.mentions.group_by("entity_id").aggregate([("kind", "count")]).num_rows
            3
        """
        from paperlattice.graph.query.frames import memberships

        tables = self.topical
        found = {name: _arrow(tables, name) for name in ArrowTables._fields if name != "memberships"}
        return ArrowTables(**found, memberships=memberships(tables))

    def write(self, path: PathLike, format: str | None = None, **options: Any) -> tuple[Path, ...]:
        """Write the graph to a file (HTML, GraphML, ...) or a folder and return the files written.

        Args:
            path: The file or folder; tables of CSV are two files, with `.nodes` and `.edges` before the
                suffix.
            format: One of `graph.export.FORMATS`, as "graphml"; None takes the format of the suffix.
            **options: For the format: `name` and `note` are texts on an HTML page; `strict=True` keeps
                GraphML to its schema, without the edge labels that Gephi reads; `base` begins IRIs in Turtle
                and JSON-LD.

        Raises:
            UnknownFormat: No format has the name or the suffix.
            ExportError: A file cannot be written; then no file has changed.

        Example:
            >>> import tempfile
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     [path.name for path in kg.write(f"{folder}/graph.csv")]
            ['graph.nodes.csv', 'graph.edges.csv']
        """
        from paperlattice.graph.export import format_of, needs_of, write_graph

        name = format_of(path if format is None else format)
        if self._note and name == "html":
            options = {"note": self._note} | options
        return write_graph(self._rows(needs_of(name)), path, format=name, **options)

    def _rows(self, needs: Needs = "map") -> GraphRows:
        """Return what is written: the networkx graph if somebody may have changed it, else the tables."""
        from paperlattice.graph.export.table_rows import TableRows

        if "nx" in self.__dict__:
            from paperlattice.graph.export.rows import NetworkxRows

            return NetworkxRows(self.nx, TableRows(self.tables).topics, tables=self.tables)
        if needs == "map":
            self.place()
        return TableRows(self.topical if needs == "topics" else self.tables)

    def _repr_html_(self) -> str:
        """Return the page in a frame, which a notebook shows for a graph at the end of a cell."""
        from paperlattice.graph.export.html import notebook_html

        return notebook_html(self._rows())

    def __repr__(self) -> str:
        report = self.report
        kinds = ", ".join(f"{count:,} {kind}s" for kind, count in report.entities.items())
        return f"<KnowledgeGraph: {report.papers:,} papers, {kinds}, {report.links:,} links>"

    def __len__(self) -> int:
        return int(self.tables.rows("SELECT count(*) FROM {papers}")[0][0])

    def __iter__(self) -> Iterator[Paper]:
        return iter(self.papers())

    def __contains__(self, name: object) -> bool:
        if isinstance(name, Paper):
            return bool(self.lookup.papers_with([name.id]))
        if not isinstance(name, str):
            return False
        return bool(self.lookup.find_entities(name)) or self.lookup.find_paper(name) is not None


def _arrow(tables: GraphTables, name: str) -> pa.Table:
    return tables.arrow(f"SELECT * FROM {{{name}}} ORDER BY ALL")


def _file_of(path: Path) -> tuple[Path, int, int] | None:
    """Return what tells a file from another that takes its place, None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return path, found.st_ino, found.st_mtime_ns


class Store:
    """A store on disk that is made or changed in one step, which happens as a whole or not at all.

    Use it in a `with` block. At the end of the block the new state replaces the old one; after an error, or
    if the process is killed, the old one stays. Others may read the store meanwhile, but not change it.

    Example:
        >>> import tempfile
        >>> from paperlattice import Paper, Store
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Store.create(f"{folder}/papers.duckdb") as store:
        ...         changes = store.add([Paper("1", "LoRA revisited", "We test LoRA on ImageNet.")])
        ...     changes.new, store.graph.entity("LoRA")
        (1, <method LoRA: 1 paper>)
    """

    def __init__(self, path: PathLike, *, fresh: bool, **options: Unpack[OptionKeywords]) -> None:
        self.path = Path(path)
        self._fresh = fresh
        self._options = options
        self._components = options.get("components", ())
        self._transaction: Transaction | None = None
        self._ending = ExitStack()

    @classmethod
    def create(cls, path: PathLike, **options: Unpack[OptionKeywords]) -> Store:
        """Return a new, empty store that is to replace what is at `path`.

        Args:
            path: The file of the store.
            **options: `pins`, `hub_limit`, `min_confidence`, `kinds`, `links` and `components`, as in
                `KnowledgeGraph.build`.

        Raises, at the start or the end of the block:
            StoreError: The path holds something that is not a store, another process is changing it, or it
                cannot be written.
            PinError: The pins cannot be read or contradict each other.
            PluginError: A component cannot be used.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb", hub_limit=20) as store:
            ...         store.add([Paper("1", "Quiet Quills", "We train QuillNet on ImageNet.")]).new
            1
        """
        return cls(path, fresh=True, **options)

    @classmethod
    def open(cls, path: PathLike) -> Store:
        """Return the store at `path`, to be changed; a store of an earlier version is brought up to date.

        Its tables are, at once; its papers are read and linked again by the first `add`, or by `upgrade`.

        Args:
            path: The file of the store.

        Raises, at the start or the end of the block:
            StoreError: There is no store, it is damaged, another process is changing it, or it cannot be
                written.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         _ = store.add([Paper("1", "Quiet Quills", "We train QuillNet on ImageNet.")])
            ...     with Store.open(f"{folder}/papers.duckdb") as store:
            ...         store.add([Paper("2", "A Second Look", "We try CLIP.")]).report.papers
            2
        """
        return cls(path, fresh=False)

    def __enter__(self) -> Self:
        from paperlattice.graph.pipeline.stages import write_meta

        options = BuildOptions.given(**self._options) if self._fresh else None
        with ExitStack() as ending:
            self._transaction = ending.enter_context(write_transaction(self.path, fresh=self._fresh))
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
        if kind is None and self._transaction is not None:
            self.commit()
        self._transaction = None

    def add(
        self,
        source: Source,
        *,
        source_format: str | None = None,
        date: str = "",
        n_process: int = 1,
        on_progress: Progress | None = None,
        **options: Unpack[OptionKeywords],
    ) -> Changes:
        """Add the papers of a source and return what that changed, counted in papers.

        The graph is the one that a build of all papers gives. Papers that the store already has cost next to
        nothing; a paper with a new title or abstract replaces the one with its id.

        Args:
            source: As in `KnowledgeGraph.build`.
            source_format: As in `KnowledgeGraph.build`.
            date: As in `KnowledgeGraph.build`.
            n_process: As in `KnowledgeGraph.build`.
            on_progress: As in `KnowledgeGraph.build`.
            **options: As in `KnowledgeGraph.build`. Options that are not given keep their values; another
                value applies to all papers. Plug-ins are not stored: they hold for the block.

        Raises:
            SourceError: Nothing can be read.
            DateError: `date` is not a year, month or day.
            PinError: The pins cannot be read or contradict each other.
            PluginError: A component cannot be used.
            StoreError: The store is not open, or was built with plug-ins and none are given.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         paper = Paper("1", "Quiet Quills", "We train QuillNet on ImageNet.")
            ...         store.add([paper]).new, store.add([paper]).unchanged
            (1, 1)
        """
        from paperlattice.graph.pipeline.build import build_graph
        from paperlattice.graph.pipeline.update import add_papers

        executor = self._executor(n_process=n_process, on_progress=on_progress)
        options["components"] = self._components = options.get("components", ()) or self._components
        old = options_in(read_meta(executor.connection))
        wanted = BuildOptions.given(old, **options)
        how: dict[str, Any] = {"source_format": source_format, "date": date}
        how["unfinished"] = self._opened.unfinished
        if not self._fresh:
            return add_papers(executor, source, wanted, **how)
        self._fresh = False
        report = build_graph(executor, source, wanted, **how)
        return Changes(new=report.papers, read=report.papers, report=report)

    @property
    def is_outdated(self) -> bool:
        """Whether an earlier version read or linked the papers: `add` or `upgrade` does it again.

        Papers are read again only if the extractors are others than then.

        Raises:
            StoreError: The store is not open.

        Example:
            >>> import tempfile
            >>> from paperlattice import Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         store.is_outdated
            False
        """
        return options_in(read_meta(self._opened.connection)).is_outdated

    def upgrade(
        self,
        *,
        n_process: int = 1,
        on_progress: Progress | None = None,
        components: Sequence[PlugIn] = (),
    ) -> Changes:
        """Read and link the papers of a store of an earlier version again, and return what that changed.

        The graph is then the one that a build of all papers gives with the options of the store; one that
        was written before there were tasks and techniques gets all kinds, and one that linked papers by
        shared entities alone, because there was no other way, links those that likely belong together. Papers
        are linked without reading them if the extractors are those of then; nothing happens to a store of
        this version. If the run is interrupted, the next one resumes from what it had read.

        Args:
            n_process: As in `KnowledgeGraph.build`.
            on_progress: As in `KnowledgeGraph.build`.
            components: The plug-ins with which the store was built.

        Raises:
            PluginError: A component cannot be used.
            StoreError: The store is not open, or was built with plug-ins and none are given.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         _ = store.add([Paper("1", "Quiet Quills", "We train QuillNet.")])
            ...     with Store.open(f"{folder}/papers.duckdb") as store:
            ...         store.upgrade().read
            0
        """
        from paperlattice.graph.pipeline.text_index import add_to_index
        from paperlattice.graph.pipeline.update import upgrade_papers

        executor = self._executor(n_process=n_process, on_progress=on_progress)
        meta = read_meta(executor.connection)
        old = options_in(meta)
        if not old.is_outdated:
            add_to_index(executor, ())
            executor.drop()
            return Changes(report=report_in(meta))
        self._components = components or self._components
        wanted = BuildOptions.given(old, components=self._components)
        return upgrade_papers(executor, wanted, unfinished=self._opened.unfinished)

    def remove(self, papers: str | Iterable[str], *, on_progress: Progress | None = None) -> Changes:
        """Remove papers and return what that changed; the graph is the one that a build without them gives.

        Args:
            papers: Titles, ids or node ids, one or several.
            on_progress: As in `KnowledgeGraph.build`.

        Raises:
            UnknownNode: No paper has one of the names; nothing is then removed.
            StoreError: The store is not open.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         _ = store.add([Paper("1", "Quiet Quills"), Paper("2", "A Second Look")])
            ...         store.remove("Quiet Quills").removed, len(store.graph)
            (1, 1)
        """
        from paperlattice.graph.pipeline.update import remove_papers

        executor = self._executor(on_progress=on_progress)
        lookup = Lookup(GraphTables(executor.connection, str(self.path)))
        names = [papers] if isinstance(papers, str) else list(papers)
        return remove_papers(executor, {lookup.paper(name).id for name in names})

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph of the store: inside the block as it is now, after it as it was saved.

        Raises:
            StoreError: The block is over and the store is gone.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         _ = store.add([Paper("1", "Quiet Quills", "We train QuillNet.")])
            ...         store.graph.entity("QuillNet")
            <method QuillNet: 1 paper>
        """
        if self._transaction is None:
            return KnowledgeGraph.open(self.path)
        return KnowledgeGraph(GraphTables(self._transaction.connection, str(self.path)))

    def place(self) -> None:
        """Find topics and compute the positions of all nodes, unless the store has them, and keep them in it.

        Raises:
            StoreError: The store is not open.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         _ = store.add([Paper("1", "Quiet Quills", "We train QuillNet.")])
            ...         store.place()
            ...     "x" in store.graph.nx.nodes["paper:1"]
            True
        """
        from paperlattice.graph.layout.mapping import map_tables
        from paperlattice.graph.store.codec import insert

        connection = self._opened.connection
        tables = GraphTables(connection, str(self.path))
        if not tables.has_map():
            for name, rows in map_tables(tables).items():
                connection.execute(f"DELETE FROM {name}")
                insert(connection, name, rows)

    def commit(self, put: Callable[[Path, Path], None] = replace_file) -> Path:
        """Replace the old state with the new one, as the end of the block does too, and return the path.

        Args:
            put: Called with the path of the new state, complete and on disk, and the path of the store; it
                must move the one to the other.

        Raises:
            StoreError: The store is not open or cannot be written.

        Example:
            >>> import tempfile
            >>> from paperlattice import Paper, Store
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     with Store.create(f"{folder}/papers.duckdb") as store:
            ...         _ = store.add([Paper("1", "Quiet Quills", "We train QuillNet.")])
            ...         store.commit().name
            'papers.duckdb'
        """
        transaction, self._transaction = self._opened, None
        return transaction.commit(put)

    @property
    def _opened(self) -> Transaction:
        if self._transaction is None:
            raise StoreError(f"{self.path}: is not open; change a store inside its `with` block")
        return self._transaction

    def _executor(self, **how: Any) -> DuckDBExecutor:
        from paperlattice.graph.executors.duckdb import DuckDBExecutor

        return DuckDBExecutor(self._opened.connection, **how)
