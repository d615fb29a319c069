// What the tables count of each node, over the whole page and once: it does not change with the filters.
import * as model from "./model";
import { edges, isPaper, links, nodes, size } from "./model";

interface Figures {
  /** Of a paper, by kind, how many entities it names. */
  named: Map<string, Int32Array>;
  /** Of a paper, how many papers are related to it. */
  related: Int32Array;
  /** Of an entity, in how many topics the papers are that name it, and the date of the first. */
  topics: Int32Array;
  first: string[];
}

const make = (): Figures => {
  const named = new Map(
    [...model.kinds.keys()].filter((kind) => kind !== "paper").map((kind) => [kind, new Int32Array(size)]),
  );
  const [related, topics] = [new Int32Array(size), new Int32Array(size)];
  const first: string[] = Array(size).fill("");
  const seen = new Set<string>();
  const pairs = new Set<number>();
  for (let e = 0; e < links; e += 1) {
    const [from, to] = [edges.from[e], edges.to[e]];
    if (isPaper(from) && isPaper(to)) {
      related[from] += 1;
      related[to] += 1;
      continue;
    }
    // A paper may name an entity by several relations.
    if (pairs.has(from * size + to)) continue;
    pairs.add(from * size + to);
    const counts = named.get(nodes.kind[to]);
    if (counts) counts[from] += 1;
    const date = nodes.date[from];
    if (date && (!first[to] || date < first[to])) first[to] = date;
    const place = `${to} ${nodes.topic[from]}`;
    if (nodes.topic[from] && !seen.has(place)) {
      seen.add(place);
      topics[to] += 1;
    }
  }
  return { named, related, topics, first };
};
let made: Figures | null = null;
export const figures = () => {
  made = made ?? make();
  return made;
};
