// Which papers that pass the filters name what: what the matrix, comparisons and focused neighbourhoods count.
import { fresh } from "./address";
import { rowOf } from "./corpus";
import { around, edges, isPaper, nodes, other } from "./model";
import * as result from "./result";
import type { State } from "./types";

const background = fresh().hiddenRelations;

/** Whether an edge counts: a paper that passes names an entity. What is only in the background counts as well, as in
 * the counts of Python (graph/query/matrix.py), but no relation that the reader has hidden. */
export const counts =
  ({ confidence, hiddenRelations }: State) =>
  (edge: number) => {
    const [from, relation] = [edges.from[edge], edges.relation[edge]];
    if (!isPaper(from) || isPaper(edges.to[edge]) || !result.now.passes[rowOf(from)]) return false;
    const hidden = hiddenRelations.has(relation) && !background.has(relation);
    return !hidden && edges.confidence[edge] >= confidence;
  };
/** The papers that name an entity, or the entities that a paper names: with the edges of each. */
export const linked = (chosen: State, node: number) => {
  const found = new Map<number, number[]>();
  for (const edge of around[node].filter(counts(chosen))) {
    const end = other(edge, node);
    found.set(end, [...(found.get(end) ?? []), edge]);
  }
  return found;
};
/** How many of these papers name each other entity. */
export const company = (chosen: State, entity: number) => {
  const found = new Map<number, number>();
  for (const paper of linked(chosen, entity).keys())
    for (const peer of linked(chosen, paper).keys())
      if (peer !== entity) found.set(peer, (found.get(peer) ?? 0) + 1);
  return found;
};
/** The edge that says most of how two nodes are linked: of several the most salient. */
export const strongest = (list: number[]) =>
  [...list].sort(
    (a, b) => edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b,
  )[0];
/** The edge between two papers, or -1. */
export const linkOf = (a: number, b: number) =>
  around[a].find((edge) => other(edge, a) === b && isPaper(a) && isPaper(b)) ?? -1;
/** The first paper of some by date; -1 without dates. */
export const earliest = (papers: Iterable<number>) =>
  [...papers]
    .filter((paper) => /^\d{4}/.test(nodes.date[paper]))
    .sort((a, b) => (nodes.date[a] < nodes.date[b] ? -1 : nodes.date[a] > nodes.date[b] ? 1 : a - b))[0] ??
  -1;
