"""Print how fast a store answers.

    python tests/benchmarks/measure_queries.py [--store FILE] [--papers N] [--rounds N]

Without a store one of invented papers is made for the run: 160,000 papers, entities whose degrees fall off by
Zipf's law, and the links that follow. A row is a sort of question, asked `rounds` times of other papers and
entities that a seed draws: the first answer, which may have to read from the disk, the median and the slowest
of the others in milliseconds, the median of the processor time (of all threads; it counts on a machine that
does other work too), how many records came back at most, and the peak memory of the process so far.
Asking begins in a process of its own, so that the making of the store does not count.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice.extractors.records import Mention, Paper
from paperlattice.graph.errors import UnknownNode
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.model.options import FIRST_KINDS, HUB_LIMIT, BuildOptions, BuildReport
from paperlattice.graph.model.records import Entity, Merge
from paperlattice.graph.pipeline import stages
from paperlattice.graph.pipeline.link import find_vectors, write_links, write_rarities
from paperlattice.graph.pipeline.text_index import index_texts
from paperlattice.graph.store.codec import mention_row, paper_row, table_of
from paperlattice.graph.store.schema import TABLES, create_indexes, create_tables

WORDS = (
    "sparse dense graph adapter vision token market robust prompt large study model of the for in a we and "
    "on latent causal neural spectral policy reward sample bound kernel tensor image text audio speech signal"
)
SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo zu lor ven tal mir dun quo fex"
KINDS = ("method", "method", "method", "dataset", "dataset", "repo")


def made_names(draw: random.Random, count: int) -> list[str]:
    """Distinct coined names, some with a number or a second word."""
    syllables = SYLLABLES.split()
    found: dict[str, None] = {}
    while len(found) < count:
        name = "".join(draw.choices(syllables, k=draw.choice((2, 3, 3, 4)))).capitalize()
        tail = draw.choice(
            ("", "", f"-{draw.randint(2, 400)}", "Net", f" {draw.choice(syllables).capitalize()}")
        )
        found[name + tail] = None
    return list(found)


def make_store(file: Path, papers: int) -> None:
    """Write a store of invented papers, with about 4 names a paper and 1.1 entities for each paper."""
    draw, dice, words = random.Random(papers), np.random.default_rng(papers), WORDS.split()
    kinds = [KINDS[number % len(KINDS)] for number in range(papers * 9 // 8)]
    names = made_names(draw, len(kinds))
    ids = [f"{kind}:{name.lower().replace(' ', '-')}" for kind, name in zip(kinds, names, strict=True)]
    # The first fifth is named again and again, the others once or never.
    shares = 1.0 / (np.arange(len(ids) // 5) + 3.0) ** 0.75
    drawn = dice.choice(len(shares), size=papers * 5, p=shares / shares.sum())
    sentences = [" ".join(draw.choices(words, k=24)).capitalize() + "." for _ in range(4000)]
    made, mentions = [], []
    lone = iter(sorted(set(range(len(ids))) - set(drawn.tolist())))
    for number in range(papers):
        paper_id = f"{2001 + number * 60 // papers}.{number:06}"
        own = sorted(set(drawn[5 * number : 5 * number + draw.choice((2, 3, 3, 4, 5))].tolist()))
        own = sorted({*own, *(one for one in [next(lone, None)] if one is not None)})
        first = names[own[0]]
        title = f"{first}{number}: {' '.join(draw.choices(words, k=7))}"
        said = "We propose " + ", ".join(names[e] for e in own) + "."
        abstract = " ".join((said, *draw.choices(sentences, k=7)))
        made.append(Paper(paper_id, title, abstract, date="2025-01"))
        at = len(title) + 1 + len("We propose ")
        for e in own:
            role = "code" if kinds[e] == "repo" else "uses"
            end = at + len(names[e])
            found = Mention(paper_id, kinds[e], names[e], names[e], at, end, role, "list", 0.9)
            mentions += [(found, ids[e])] * 2
            at = end + 2
    entities = []
    for i, k, n in zip(ids, kinds, names, strict=True):
        aliases = (f"{n} of {n[::-1].lower()}",) if draw.random() < 0.6 else ()
        merges = tuple(Merge(n, alias, "abbreviation", 1.0, "1 paper") for alias in aliases)
        entities.append(Entity(i, k, n, aliases, merges))
    entities.sort(key=lambda e: e.id)
    rows = {
        "papers": map(paper_row, made),
        "mentions": (mention_row(mention, entity_id=entity) for mention, entity in mentions),
        "entities": map(stages.entity_row, entities),
        "merges": (row for entity in entities for row in stages.merge_rows(entity)),
    }
    options = BuildOptions("made up", HUB_LIMIT, 0.5, kinds=FIRST_KINDS, links="shared")
    with duckdb.connect(str(file)) as connection:
        connection.execute(create_tables())
        executor = DuckDBExecutor(connection)
        for name, found in rows.items():
            executor.write(name, table_of(found, TABLES[name]))
        write_rarities(executor)
        executor.write("vectors", find_vectors(executor))
        executor.write("incidence", stages.incidence_sql())
        executor.write("name_index", stages.index_names(executor))
        executor.write("title_index", stages.index_titles(executor))
        write_links(executor, options)
        executor.write("arrivals", "SELECT id AS paper_id, '' AS added FROM papers")
        index_texts(executor)
        stages.write_meta(executor, options, BuildReport(entries=papers))
        executor.drop()
        connection.execute(create_indexes())


class Asked:
    """What to ask of: papers and names that a seed draws from a store."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        def column(sql: str) -> list:
            return [value for (value,) in connection.execute(sql).fetchall()]

        self.papers = column("SELECT id FROM papers USING SAMPLE reservoir(500 ROWS) REPEATABLE (1)")
        self.titles = column("SELECT title FROM papers USING SAMPLE reservoir(500 ROWS) REPEATABLE (2)")
        self.pairs = connection.execute(
            "SELECT paper_id, label FROM incidence JOIN entities ON id = entity_id"
            " USING SAMPLE reservoir(500 ROWS) REPEATABLE (3)"
        ).fetchall()
        self.aliases = column(
            "SELECT aliases[1] FROM (SELECT aliases FROM entities WHERE kind = 'method' AND len(aliases) > 0)"
            " USING SAMPLE reservoir(500 ROWS) REPEATABLE (4)"
        )
        self.hubs = connection.execute(
            "SELECT label, kind FROM (SELECT entity_id, count(*) AS n FROM incidence GROUP BY 1)"
            " JOIN entities ON id = entity_id ORDER BY n DESC, id LIMIT 40"
        ).fetchall()
        self.methods = [label for label, kind in self.hubs if kind == "method"]
        self.datasets = [label for label, kind in self.hubs if kind == "dataset"]
        self.linked = column(
            "SELECT source FROM (SELECT source, count(*) AS n FROM links GROUP BY 1)"
            " ORDER BY n DESC, source LIMIT 40"
        )


def questions(graph, asked: Asked) -> list[tuple[str, Callable[[int], object]]]:
    """Each question with what asks it for the n-th time."""

    def of(values: list, n: int):
        return values[n % len(values)]

    def unknown(ask: Callable[[str], object]) -> Callable[[int], object]:
        def asking(n: int) -> object:
            try:
                return ask(of(asked.titles, n)[1:9] + "xq")
            except UnknownNode as error:
                return str(error).split(",")

        return asking

    return [
        ("entity by alias", lambda n: [graph.entity(of(asked.aliases, n))]),
        ("entity, a hub", lambda n: graph.entity(of(asked.hubs, n)[0]).papers),
        ("entity, unknown", unknown(lambda name: graph.entity(name))),
        ("paper by title", lambda n: [graph.paper(of(asked.titles, n))]),
        ("paper, unknown", unknown(graph.paper)),
        ("related", lambda n: graph.related(of(asked.papers, n))),
        ("related, most links", lambda n: graph.related(of(asked.linked, n), k=None)),
        ("path, near", lambda n: graph.path(*of(asked.pairs, n))),
        ("path, far", lambda n: graph.path(of(asked.papers, n), of(asked.papers, n + 99))),
        ("papers, method", lambda n: graph.papers(method=of(asked.methods, n))),
        (
            "papers, method and dataset",
            lambda n: graph.papers(method=of(asked.methods, n), dataset=of(asked.datasets, n)),
        ),
        ("papers, rare text", lambda n: graph.papers(text=of(asked.titles, n)[:24])),
        ("papers, frequent text", lambda n: graph.papers(text="model of")),
        ("papers, text not ASCII", lambda n: graph.papers(text="modèle")),
        (
            "papers, method and text",
            lambda n: graph.papers(method=of(asked.methods, n), text="model of"),
        ),
        ("search, title", lambda n: graph.search(of(asked.titles, n))),
        ("search, name and words", lambda n: graph.search(f"{of(asked.aliases, n)} for images")),
        ("search, frequent words", lambda n: graph.search("a new model of the data")),
        ("SQL, entities", lambda n: graph.sql("FROM entities ORDER BY papers DESC, id LIMIT 20").rows),
        ("entities, top 20", lambda n: graph.entities(top=20)),
        ("datasets, top 20", lambda n: graph.entities(kind="dataset", top=20)),
        ("evidence", lambda n: graph.evidence(*of(asked.pairs, n))),
        ("what a paper names", lambda n: graph.names(of(asked.papers, n))),
        ("places of a hub, 20 papers", lambda n: hub_places(graph, of(asked.hubs, n)[0])),
        ("explain", lambda n: [graph.explain(of(asked.aliases, n), of(asked.aliases, n + 1))]),
        ("explain, spelt otherwise", lambda n: [graph.explain(*otherwise(of(asked.aliases, n)))]),
    ]


def hub_places(graph, name: str):
    found = graph.entity(name)
    return graph.places(found.id, [row.id for row in found.papers[:20]])


def otherwise(name: str) -> tuple[str, str]:
    return name, name.swapcase().replace(" ", "-")


def ask_all(store: Path, rounds: int) -> None:
    start = time.perf_counter()
    from paperlattice.graph.api import KnowledgeGraph
    from paperlattice.graph.store.transaction import open_store

    imported = time.perf_counter()
    graph = KnowledgeGraph.open(store)
    opened = time.perf_counter()
    print(f"imports {imported - start:.2f} s, open {opened - imported:.3f} s, {memory()} MB")
    asked = Asked(open_store(store))
    heads = ("first ms", "median", "slowest", "cpu ms", "records", "peak MB")
    print(f"{'question':<28}" + "".join(f"{head:>10}" for head in heads))
    for name, ask in questions(graph, asked):
        took, worked, most = [], [], 0
        for number in range(rounds):
            begun, busy = time.perf_counter(), time.process_time()
            most = max(most, len(ask(number)))
            took.append(1000 * (time.perf_counter() - begun))
            worked.append(1000 * (time.process_time() - busy))
        later = took[1:] or took
        row = (took[0], statistics.median(later), max(later), statistics.median(worked))
        times = "".join(f"{value:>10.1f}" for value in row)
        print(f"{name:<28}{times}{most:>10,}{memory():>10}", flush=True)


def memory() -> int:
    """Return the peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 // 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--store", type=Path, help="a store that `paperlattice build` wrote")
    parser.add_argument("--papers", type=int, default=160_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    if options.store is not None:
        ask_all(options.store, options.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "made.duckdb")
        make_store(store, options.papers)
        counts = {}
        with duckdb.connect(str(store), read_only=True) as connection:
            for name in ("papers", "mentions", "entities", "incidence", "name_index", "links"):
                counts[name] = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        said = ", ".join(f"{count:,} {name}" for name, count in counts.items())
        print(f"{said}; {store.stat().st_size / 1e6:.0f} MB", flush=True)
        again = [sys.executable, __file__, "--store", str(store), "--rounds", str(options.rounds)]
        subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
