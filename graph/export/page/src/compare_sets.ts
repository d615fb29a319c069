// What two to four papers or entities have in common and what sets them apart. The sets that are compared are the
// papers that name an entity, as rows of the corpus, or the entities that a paper names, as nodes.
import { corpus } from "./corpus";
import { edges, isBackground, isPaper, nodes } from "./model";
import { linked, rowsNaming, strongest, wholeCompany } from "./naming";
import type { State } from "./types";

/** The members that are in exactly these sets; `sets` are numbers of the compared. */
export interface Share {
  sets: number[];
  members: number[];
}
/** An entity beside the compared: in how many papers with each, or the edge of each paper to it, -1 for none. */
export interface Line {
  node: number;
  cells: number[];
}

/** What can be compared with the first: papers with papers, entities with entities. */
export const alike = (chosen: number[]) => chosen.filter((node) => isPaper(node) === isPaper(chosen[0]));
export const setsOf = (chosen: State, items: number[]) =>
  items.map((item) => (isPaper(item) ? new Set(linked(chosen, item).keys()) : rowsNaming(chosen, item)));

/** The members of sets by the sets that they are in, the largest part first; what is in all comes first of equals,
 * and is there also when it is empty. */
export const shares = (sets: Set<number>[]): Share[] => {
  const found = new Map<number, number[]>([[2 ** sets.length - 1, []]]);
  for (const member of new Set(sets.flatMap((set) => [...set]))) {
    const bits = sets.reduce((sum, set, at) => sum + (set.has(member) ? 2 ** at : 0), 0);
    found.set(bits, [...(found.get(bits) ?? []), member]);
  }
  return [...found]
    .sort((a, b) => b[1].length - a[1].length || b[0] - a[0])
    .map(([bits, members]) => ({
      sets: sets.map((_, at) => at).filter((at) => Math.floor(bits / 2 ** at) % 2),
      members,
    }));
};

const isShared = (cells: number[], least: number) => cells.filter((value) => value > least).length > 1;
/** Entities that papers of at least two of the compared entities name, the most evenly shared first. */
export const sharedCompany = (chosen: State, items: number[]): Line[] => {
  const counts = items.map((item) => wholeCompany(chosen, item));
  const all = new Set(counts.flatMap((found) => [...found.keys()]));
  const rank = ({ cells }: Line) => [...cells].sort((a, b) => b - a)[1];
  const sum = ({ cells }: Line) => cells.reduce((total, value) => total + value, 0);
  return [...all]
    .filter((node) => !items.includes(node))
    .map((node) => ({ node, cells: counts.map((found) => found.get(node) ?? 0) }))
    .filter(({ cells }) => isShared(cells, 0))
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        sum(b) - sum(a) ||
        nodes.papers[a.node] - nodes.papers[b.node] ||
        a.node - b.node,
    );
};
/** Entities that at least two of the compared papers name; what they only mention comes last, frequent names later. */
export const sharedNames = (chosen: State, papers: number[]): Line[] => {
  const found = papers.map((paper) => linked(chosen, paper));
  const slight = ({ cells }: Line) => Number(cells.filter((edge) => edge >= 0).every(isBackground));
  const about = ({ cells }: Line) => cells.reduce((sum, edge) => sum + (edges.salience[edge] ?? 0), 0);
  return [...new Set(found.flatMap((own) => [...own.keys()]))]
    .map((node) => ({
      node,
      cells: found.map((own) => (own.has(node) ? strongest(own.get(node) ?? []) : -1)),
    }))
    .filter(({ cells }) => isShared(cells, -1))
    .sort(
      (a, b) =>
        slight(a) - slight(b) ||
        about(b) - about(a) ||
        nodes.papers[a.node] - nodes.papers[b.node] ||
        a.node - b.node,
    );
};
/** The edges of an entity whose sentences say most: of papers that are most about it. */
export const tellingEdges = (chosen: State, entity: number, most: number) =>
  [...linked(chosen, entity).values()]
    .map(strongest)
    .sort(
      (a, b) =>
        Number(isBackground(a)) - Number(isBackground(b)) ||
        edges.salience[b] - edges.salience[a] ||
        edges.confidence[b] - edges.confidence[a] ||
        a - b,
    )
    .slice(0, most);
/** How many of these papers, by their rows, are in each bin of time. */
export const byTime = (rows: Iterable<number>) => {
  const found = new Array<number>(corpus.bins.names.length).fill(0);
  for (const row of rows) {
    const bin = corpus.bins.of[row];
    if (bin >= 0) found[bin] += 1;
  }
  return found;
};
