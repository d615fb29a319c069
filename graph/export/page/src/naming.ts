// Which papers that pass the filters name what: what the matrix, comparisons and focused neighbourhoods count.
import { fresh } from "./address";
import { corpus, rowOf } from "./corpus";
import { around, counts, edges, isPaper, origin, other, rest } from "./model";
import * as result from "./result";
import type { State } from "./types";

const background = fresh().hiddenRelations;

/** Whether an edge counts: a paper that passes names an entity. What is only in the background counts as well, as in
 * the counts of Python (graph/query/matrix.py), but no relation that the reader has hidden. */
export const isCounted =
  ({ confidence, hiddenRelations }: State) =>
  (edge: number) => {
    const [from, relation] = [edges.from[edge], edges.relation[edge]];
    if (!isPaper(from) || isPaper(edges.to[edge]) || !result.now.passes[rowOf(from)]) return false;
    const hidden = hiddenRelations.has(relation) && !background.has(relation);
    return !hidden && edges.confidence[edge] >= confidence;
  };
// What papers that are not drawn name of what is: for each paper the nodes, as distances from one to the next.
const unpack = () =>
  ((rest.named ?? []) as string[]).map((steps) => {
    let at = 0;
    const found = Int32Array.from(steps ? steps.split(" ") : [], (step) => {
      at += Number(step);
      return at;
    });
    return origin ? new Set(found.map((row) => origin?.heirs[row] ?? -1)) : found;
  });
let unpacked: Iterable<number>[] | null = null;
/** Call `act` with each entity that papers name which pass but are not drawn, by the row of the paper. How sure a find
 * is there is not known: where the reader asks for sure ones, none of them counts. */
export const eachUndrawn = ({ confidence }: State, act: (row: number, entity: number) => void) => {
  if (confidence > 0) return;
  unpacked ??= unpack();
  unpacked.forEach((named, at) => {
    if (result.now.passes[corpus.drawn + at])
      for (const entity of named) if (entity >= 0) act(corpus.drawn + at, entity);
  });
};
/** How many of the papers that pass are counted: all, or those that are drawn. */
export const countedPapers = ({ confidence }: State) => {
  const known = confidence === 0 && rest.named !== undefined;
  return known ? result.now.rows.length : result.now.rows.filter((row) => row < corpus.drawn).length;
};
/** Which papers of the corpus are not counted, in words; "" where all are. */
export const uncounted = (chosen: State) => {
  const undrawn = result.now.rows.length - countedPapers(chosen);
  const unknown = (counts.paper ?? 0) - corpus.size;
  const say = (count: number, why: string) =>
    count > 0 ? `Not counted: ${count.toLocaleString("en")} ${why}.` : "";
  return [
    say(
      undrawn,
      "of the papers that the map does not draw, as the page does not know how sure their names are",
    ),
    say(unknown, "of the papers, which are not in this page"),
  ]
    .filter(Boolean)
    .join(" ");
};
/** The rows of the papers that name an entity, drawn or not. */
export const rowsNaming = (chosen: State, entity: number) => {
  const found = new Set([...linked(chosen, entity).keys()].map(rowOf));
  eachUndrawn(chosen, (row, named) => {
    if (named === entity) found.add(row);
  });
  return found;
};
/** The papers that name an entity, or the entities that a paper names: with the edges of each. */
export const linked = (chosen: State, node: number) => {
  const found = new Map<number, number[]>();
  for (const edge of around[node].filter(isCounted(chosen))) {
    const end = other(edge, node);
    found.set(end, [...(found.get(end) ?? []), edge]);
  }
  return found;
};
/** How many of the drawn papers among these name each other entity. */
export const company = (chosen: State, entity: number) => {
  const found = new Map<number, number>();
  for (const paper of linked(chosen, entity).keys())
    for (const peer of linked(chosen, paper).keys())
      if (peer !== entity) found.set(peer, (found.get(peer) ?? 0) + 1);
  return found;
};
/** The same of all papers. */
export const wholeCompany = (chosen: State, entity: number) => {
  const found = company(chosen, entity);
  const rows = rowsNaming(chosen, entity);
  eachUndrawn(chosen, (row, peer) => {
    if (peer !== entity && rows.has(row)) found.set(peer, (found.get(peer) ?? 0) + 1);
  });
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
/** The row of the first of some papers by date; -1 without dates. */
export const earliest = (rows: Iterable<number>) =>
  [...rows]
    .filter((row) => /^\d{4}/.test(corpus.date[row]))
    .sort((a, b) =>
      corpus.date[a] < corpus.date[b] ? -1 : corpus.date[a] > corpus.date[b] ? 1 : a - b,
    )[0] ?? -1;
