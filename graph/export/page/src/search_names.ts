// Names that a query is compared with as a whole: labels and aliases of entities, titles and ids of all papers, topics.
import { corpus } from "./corpus";
import { fold, grade, loose } from "./grade";
import * as model from "./model";
import { isPaper, nodes } from "./model";

/** What answers a query by a name: a node, a row of the corpus or a topic, `alias` if by another name. */
export interface Hit {
  of: number;
  score: number;
  alias: string;
  weight: number;
}
interface Names {
  of: number[];
  name: string[];
  folded: string[];
  loose: string[];
  /** 0 for the label, 1 for an alias, 2 for an id: that is only found by its beginning. */
  rank: number[];
}
const ALIAS = 1;
const ID = 2;
const SHORTEST_ID = 4;

const empty = (): Names => ({ of: [], name: [], folded: [], loose: [], rank: [] });
const add = (names: Names, of: number, name: string, rank: number) => {
  if (!name) return;
  const folded = fold(name);
  names.of.push(of);
  names.name.push(name);
  names.folded.push(folded);
  names.loose.push(rank === ID ? "" : loose(folded));
  names.rank.push(rank);
};
// The id of a paper in its node: a slash is a colon there, other signs are _ and their bytes in hex ("a_5Fb").
const idOf = (key: string) => {
  const id = key.replace(/^paper:/, "").replaceAll(":", "/");
  try {
    return decodeURIComponent(id.replaceAll("%", "%25").replace(/_([0-9A-F]{2})/g, "%$1"));
  } catch {
    return id;
  }
};
const once = <Value>(make: () => Value) => {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
};
export const entities = once(() => {
  const names = empty();
  for (const node of nodes.id) {
    if (isPaper(node)) continue;
    add(names, node, nodes.label[node], 0);
    for (const alias of model.split(nodes.aliases[node])) add(names, node, alias, ALIAS);
  }
  return names;
});
export const papers = once(() => {
  const names = empty();
  for (let row = 0; row < corpus.size; row += 1) {
    const ids = new Set([idOf(corpus.key[row]), corpus.arxiv[row], corpus.doi[row]]);
    add(names, row, corpus.title[row], 0);
    for (const id of ids) add(names, row, id, ID);
  }
  return names;
});
export const topics = once(() => {
  const names = empty();
  [...model.topic.keys()].forEach((name, at) => {
    add(names, at, name, 0);
  });
  return names;
});

// Insertion into the few best: what answers a single letter is half of the graph, and is not sorted for twelve of it.
const keep = (best: Hit[], hit: Hit, most: number) => {
  const before = (a: Hit, b: Hit) => a.score - b.score || b.weight - a.weight || a.of - b.of;
  let at = best.length;
  while (at > 0 && before(hit, best[at - 1]) < 0) at -= 1;
  if (at >= most) return;
  best.splice(at, 0, hit);
  if (best.length > most) best.pop();
};
/** The best `most` of what a folded query names, and every one that it does (`all`). */
export const find = (names: Names, query: string, most: number, weigh: (of: number) => number) => {
  const words = query.split(/\s+/);
  const looseQuery = loose(query);
  const [best, all]: [Hit[], number[]] = [[], []];
  let current: Hit | null = null;
  const close = () => {
    if (!current) return;
    all.push(current.of);
    current.weight = weigh(current.of);
    keep(best, current, most);
    current = null;
  };
  for (let at = 0; at < names.of.length; at += 1) {
    const [of, rank] = [names.of[at], names.rank[at]];
    if (current && current.of !== of) close();
    if (rank === ID && query.length < SHORTEST_ID) continue;
    const found = grade(names.folded[at], query, words, [names.loose[at], looseQuery]);
    if (found < 0 || (rank === ID && found > 1)) continue;
    const score = found * 2 + Number(rank > 0);
    if (!current || score < current.score)
      current = { of, score, alias: rank ? names.name[at] : "", weight: 0 };
  }
  close();
  return { best, all };
};

const pairsOf = (text: string) => {
  const found = new Set<number>();
  for (let at = 1; at < text.length; at += 1)
    found.add(text.charCodeAt(at - 1) * 65536 + text.charCodeAt(at));
  return found;
};
/** The names that share most pairs of letters with a query, at least two fifths (the coefficient of Dice). */
export const nearest = (names: Names, query: string, most: number) => {
  const own = pairsOf(loose(query));
  const best: Hit[] = [];
  for (let at = 0; at < names.of.length; at += 1) {
    const text = names.loose[at];
    if (text.length > 3 * query.length || best.some(({ of }) => of === names.of[at])) continue;
    let shared = 0;
    for (const pair of pairsOf(text)) if (own.has(pair)) shared += 1;
    const share = (2 * shared) / (own.size + Math.max(text.length - 1, 1));
    const alias = names.rank[at] ? names.name[at] : "";
    if (share >= 0.4) keep(best, { of: names.of[at], score: 1 - share, alias, weight: 0 }, most);
  }
  return best;
};
