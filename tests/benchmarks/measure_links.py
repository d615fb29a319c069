"""Print what links are worth at other thresholds and numbers of best ones than the graph was built with.

    python tests/benchmarks/measure_links.py PAIRS.jsonl STORE [--threshold 0.2 ...] [--top 8 ...]

PAIRS.jsonl holds rated pairs, as `paperlattice evaluate` takes them, STORE a graph that has their papers. For
each choice: precision and recall of the drawn links on the rated pairs, with 95 % intervals over the queries,
links a paper and the share of papers with a link. What the default of a build draws is marked;
`--json FILE` writes all figures.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice import KnowledgeGraph
from paperlattice.graph.evaluation.ranking import Estimate
from paperlattice.graph.evaluation.rated_pairs import (
    LinkedPapers,
    LinkEvaluation,
    evaluate_links,
    read_ratings,
    stored_papers,
)
from paperlattice.graph.link.pairs import Pairs, all_pairs, borders, drawn
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.model.options import LINK_THRESHOLD, LINK_TOP, MILLION

THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
TOPS = (3, 5, 8, 12)


def with_links(papers: LinkedPapers, pairs: Pairs, *, threshold: float, top: int) -> LinkedPapers:
    """Return papers with the links that a build with these options draws."""
    assert papers.collection is not None
    pairs = pairs.take(pairs.weight >= round(threshold * MILLION))
    pairs = pairs.take(drawn(pairs, borders(pairs, len(papers.collection), top=top)))
    nodes = [paper_node(paper) for paper in papers.collection.ids]
    columns = (pairs.left.tolist(), pairs.right.tolist(), pairs.weight.tolist())
    ends = ((tuple(sorted((nodes[i], nodes[j]))), w / MILLION) for i, j, w in zip(*columns, strict=True))
    return replace(papers, links=dict(ends))


def measured(options: argparse.Namespace) -> Iterator[tuple[float, int, LinkEvaluation]]:
    """Yield each choice with its figures."""
    queries = read_ratings(options.pairs)
    papers = stored_papers(KnowledgeGraph.open(options.store).tables)
    assert papers.collection is not None
    pairs, _ = all_pairs(papers.collection, threshold=round(min(options.threshold) * MILLION))
    for threshold in options.threshold:
        for top in options.top:
            linked = with_links(papers, pairs, threshold=threshold, top=top)
            yield threshold, top, evaluate_links(queries, linked)


def shown(one: Estimate) -> str:
    return f"{one.value:.3f} ({one.low:.2f}-{one.high:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--threshold", type=float, nargs="+", default=THRESHOLDS)
    parser.add_argument("--top", type=int, nargs="+", default=TOPS)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows: list[dict[str, Any]] = []
    print("threshold  top  precision          recall             F1     links a paper  linked")
    for threshold, top, found in measured(options):
        precision, recall, f1 = (found.figures[name] for name in ("precision", "recall", "f1"))
        mark = "  default" if (threshold, top) == (LINK_THRESHOLD, LINK_TOP) else ""
        print(
            f"{threshold:9.2f} {top:4}  {shown(precision)}  {shown(recall)}  {f1.value:.3f}"
            f"  {found.links_per_paper:13.2f}  {found.linked:6.3f}{mark}"
        )
        rows.append({"threshold": threshold, "top": top} | found.as_dict())
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
