"""What the page says of the whole corpus: counts, time, what rises, what goes together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import ENTITY_KINDS, Kind
from paperlattice.graph.export.rows import NetworkxRows, rows_of
from paperlattice.graph.query.bins import bins_of
from paperlattice.graph.query.corpus import TOPIC, Corpus, Item, corpus_from, read_corpus
from paperlattice.graph.query.matrix import Matrix, matrix_of
from paperlattice.graph.query.taken_up import TakenUp, taken_up_of
from paperlattice.graph.query.trends import Trend, Trends, trends_of

if TYPE_CHECKING:
    from paperlattice.graph.export.rows import Graph

_MOST_USED: Final = 300
_MOST_TRENDS: Final = 40
_MOST_TAKEN: Final = 40
_MOST_TAKERS: Final = 20
_MATRIX_TOP: Final = 40
_MATRICES: Final[tuple[tuple[Kind, Kind], ...]] = (("method", "dataset"), ("method", "task"))


def page_figures(graph: Graph) -> dict[str, Any]:
    """Return what a page says of the whole corpus, also of what it does not draw, as columns for JSON.

    `counts` has papers and entities by kind. `time` has `unit`, `bins` (first days), `corpus` (papers in
    each), `split` (the first bin of the last third), `first` and `last` date, how many papers are `undated`
    or `outside`, and a `note` where nothing can be told. `series` has `id`, `kind`, `label`, `papers` and,
    where there are dates, the papers in each bin (`bins`) of all topics, of the 300 most named entities, and
    of what the other tables list. `rising` and `fading` have the numbers of their rows in `series` (`row`),
    papers before and late, `change` of the share, and `q` (see `Trend`). `taken_up` has the entities that
    papers propose or introduce and others use, with their `first` paper and the number of `takers`, of which
    `by` lists up to 20. `matrices` have `rows` and `columns` as numbers in `series`, `counts`, `expected`,
    `gaps` and a `caveat` (see `Matrix`). Papers are given by node.
    """
    corpus = _corpus_of(graph)
    degrees = Counter(corpus.named.tolist())
    named = sorted(degrees, key=lambda i: (-degrees[i], corpus.entities[i].id))
    taken = taken_up_of(corpus)[:_MOST_TAKEN]
    matrices = [matrix_of(corpus, rows, columns, top=_MATRIX_TOP) for rows, columns in _MATRICES]
    listed = {corpus.entities[i].id for i in named[:_MOST_USED]} | {row.id for row in taken}
    listed |= {item.id for matrix in matrices for item in (*matrix.rows, *matrix.columns)}
    trends = trends_of(corpus, also=listed)
    rising, fading = trends.rising[:_MOST_TRENDS], trends.fading[:_MOST_TRENDS]
    listed |= {row.id for row in (*rising, *fading)}
    in_topic = Counter(corpus.topic_of.tolist())
    topics = sorted(range(len(corpus.topics)), key=lambda i: (-in_topic[i], corpus.topics[i].id))
    rows = [(corpus.topics[i], in_topic[i]) for i in topics]
    rows += [(corpus.entities[i], degrees[i]) for i in named if corpus.entities[i].id in listed]
    number = {item.id: row for row, (item, _) in enumerate(rows)}
    return {
        "counts": _counts(corpus, named),
        "time": _time(corpus, trends),
        "series": _series(rows, trends),
        "rising": _trend_columns(rising, number),
        "fading": _trend_columns(fading, number),
        "taken_up": _taken_columns(taken, number),
        "matrices": [_matrix_columns(matrix, number) for matrix in matrices],
    }


def _corpus_of(graph: Graph) -> Corpus:
    """Return the corpus of a graph in memory or of tables, the same one for the same graph."""
    rows = rows_of(graph)
    return (
        _corpus_of_nodes(rows) if isinstance(rows, NetworkxRows) else read_corpus(rows.tables, as_nodes=True)
    )


def _corpus_of_nodes(rows: NetworkxRows) -> Corpus:
    papers: list[tuple[str, str, str]] = []
    entities: list[Item] = []
    topic_of: dict[str, str] = {}
    names: dict[str, str] = {}
    for node, data in rows.nodes():
        kind, label = str(data.get("kind") or node.partition(":")[0]), str(data.get("label") or node)
        if kind != "paper":
            entities.append(Item(node, kind, label))
            continue
        papers.append((node, label, str(data.get("date") or "")))
        if topic := str(data.get("topic_id") or ""):
            topic_of[node] = topic
            names[topic] = str(data.get("topic") or topic)
    return corpus_from(
        papers,
        entities,
        ((source, target, str(data.get("relation") or key)) for source, target, key, data in rows.edges()),
        topics=(Item(topic, TOPIC, name) for topic, name in names.items()),
        topic_of=topic_of,
    )


def _counts(corpus: Corpus, named: Iterable[int]) -> dict[str, int]:
    found = Counter(corpus.entities[i].kind for i in named)
    return {"paper": len(corpus.papers)} | {kind: found[kind] for kind in ENTITY_KINDS}


def _time(corpus: Corpus, trends: Trends) -> dict[str, Any]:
    at = bins_of(corpus.dates, trends.unit).bin_of
    dates = [date for date, step in zip(corpus.dates, at, strict=True) if step >= 0]
    return {
        "unit": trends.unit,
        "bins": trends.bins,
        "corpus": trends.corpus,
        "split": trends.split,
        "first": min(dates, default=""),
        "last": max(dates, default=""),
        "undated": trends.undated,
        "outside": trends.outside,
        "note": trends.note,
    }


def _series(rows: Sequence[tuple[Item, int]], trends: Trends) -> dict[str, list[Any]]:
    series = {row.id: list(row.series) for row in trends.rows}
    found: dict[str, list[Any]] = {
        "id": [item.id for item, _ in rows],
        "kind": [item.kind for item, _ in rows],
        "label": [item.label for item, _ in rows],
        "papers": [papers for _, papers in rows],
    }
    if trends.bins:
        found["bins"] = [series.get(item.id) or [0] * len(trends.bins) for item, _ in rows]
    return found


def _trend_columns(rows: Sequence[Trend], number: Mapping[str, int]) -> dict[str, list[Any]]:
    return {
        "row": [number[row.id] for row in rows],
        "before": [row.early for row in rows],
        "late": [row.late for row in rows],
        "change": [round(row.change, 2) for row in rows],
        "q": [round(row.q, 6) for row in rows],
    }


def _taken_columns(rows: Sequence[TakenUp], number: Mapping[str, int]) -> dict[str, list[Any]]:
    return {
        "row": [number[row.id] for row in rows],
        "first": [row.first for row in rows],
        "title": [row.title for row in rows],
        "date": [row.date for row in rows],
        "takers": [len(row.takers) for row in rows],
        "by": [list(row.takers[:_MOST_TAKERS]) for row in rows],
    }


def _matrix_columns(matrix: Matrix, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "row_kind": matrix.row_kind,
        "column_kind": matrix.column_kind,
        "rows": [number[item.id] for item in matrix.rows],
        "columns": [number[item.id] for item in matrix.columns],
        "papers": matrix.papers,
        "counts": [list(line) for line in matrix.counts],
        "expected": [[round(mean, 2) for mean in line] for line in matrix.expected],
        "gaps": {
            "row": [number[gap.row] for gap in matrix.gaps],
            "column": [number[gap.column] for gap in matrix.gaps],
            "p": [round(gap.p, 6) for gap in matrix.gaps],
            "q": [round(gap.q, 6) for gap in matrix.gaps],
        },
        "caveat": matrix.caveat,
    }
