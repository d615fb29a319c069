"""What the page says of the whole corpus: counts, time, what rises and fades, what is taken up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.markup import readable
from paperlattice.extractors.records import ENTITY_KINDS
from paperlattice.graph.export.rows import NetworkxRows, rows_of
from paperlattice.graph.query.bins import bins_of
from paperlattice.graph.query.corpus import TOPIC, Corpus, Item, corpus_from, read_corpus
from paperlattice.graph.query.taken_up import TakenUp, taken_up_of
from paperlattice.graph.query.trends import Trend, Trends, trends_of

if TYPE_CHECKING:
    from paperlattice.graph.export.rows import Graph

_MOST_TRENDS: Final = 40
_MOST_TAKEN: Final = 40
_MOST_TAKERS: Final = 20


def page_figures(graph: Graph) -> dict[str, Any]:
    """Return what a page says of the whole corpus, also of what it does not draw, as columns for JSON.

    `counts` has papers and entities by kind. `time` has `unit`, `bins` (first days), `corpus` (papers in
    each), `split` (the first bin of the last third), `first` and `last` date, how many papers are `undated`
    or `outside`, and a `note` where nothing can be told. `series` has `id`, `kind`, `label` and, where there
    are dates, the papers in each bin (`bins`) of what the other tables list, by `row`. `rising` and `fading`
    have papers before and late, `change` of the share, and `q` (see `Trend`). `taken_up` has the entities
    that papers propose or introduce and others use, with their `first` paper and the number of `takers`, of
    which `by` lists up to 20. Papers are given by node.
    """
    corpus = corpus_of(graph)
    taken = taken_up_of(corpus)[:_MOST_TAKEN]
    taken_ids = [row.id for row in taken]
    trends = trends_of(corpus, also=taken_ids)
    rising, fading = trends.rising[:_MOST_TRENDS], trends.fading[:_MOST_TRENDS]
    listed = {*taken_ids, *(row.id for row in (*rising, *fading))}
    rows = [row for row in trends.rows if row.id in listed]
    number = {row.id: at for at, row in enumerate(rows)}
    return {
        "counts": _counts(corpus),
        "time": _time(corpus, trends),
        "series": _series(rows, has_bins=bool(trends.bins)),
        "rising": _trend_columns(rising, number),
        "fading": _trend_columns(fading, number),
        "taken_up": _taken_columns(taken, number),
    }


def corpus_of(graph: Graph) -> Corpus:
    """Return the corpus of a graph in memory or of tables, the same one for the same graph, by node."""
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


def _counts(corpus: Corpus) -> dict[str, int]:
    found = Counter(corpus.entities[i].kind for i in set(corpus.named.tolist()))
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


def _series(rows: Sequence[Trend], *, has_bins: bool) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {
        "id": [row.id for row in rows],
        "kind": [row.kind for row in rows],
        "label": [row.label for row in rows],
    }
    return found | ({"bins": [list(row.series) for row in rows]} if has_bins else {})


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
        "title": [readable(row.title) for row in rows],
        "date": [row.date for row in rows],
        "takers": [len(row.takers) for row in rows],
        "by": [list(row.takers[:_MOST_TAKERS]) for row in rows],
    }
