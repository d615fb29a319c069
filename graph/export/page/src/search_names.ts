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
  /** 0 for the label, 1 for an alias, 2 for an id: that is only found by its beginning. */
  rank: number[];
  /** The last query, and which names answered it: what is typed on to it is answered by some of these. */
  last: { query: string; answered: number[] };
}
const ALIAS = 1;
const ID = 2;
const SHORTEST_ID = 4;
const LIKE = 0.4;

const empty = (): Names => ({
  of: [],
  name: [],
  folded: [],
  rank: [],
  last: { query: "", answered: [] },
});
const add = (names: Names, of: number, name: string, rank: number) => {
  if (!name) return;
  names.of.push(of);
  names.name.push(name);
  names.folded.push(fold(name));
  names.rank.push(rank);
};
// The id of a paper in its node: a slash is a colon there, other signs are _ and their bytes in hex ("a_5Fb").
const idOf = (key: string) => {
  const id = key.replace(/^paper:/, "").replaceAll(":", "/");
  if (!id.includes("_")) return id;
  try {
    return decodeURIComponent(id.replaceAll("%", "%25").replace(/_([0-9A-F]{2})/g, "%$1"));
  } catch {
    return id;
  }
};
/** Something that grows item by item: in slices by `upTo`, or at once when it is asked for. */
export const growing = <Made>(made: Made, size: number, add: (made: Made, at: number) => unknown) => {
  let next = 0;
  const upTo = (end: number) => {
    for (; next < end; next += 1) add(made, next);
  };
  return {
    ...{ size, upTo },
    get whole() {
      upTo(size);
      return made;
    },
  };
};
export const entities = growing(empty(), nodes.id.length, (names, node) => {
  if (isPaper(node)) return;
  add(names, node, nodes.label[node], 0);
  for (const alias of model.split(nodes.aliases[node])) add(names, node, alias, ALIAS);
});
export const papers = growing(empty(), corpus.size, (names, row) => {
  add(names, row, corpus.title[row], 0);
  for (const id of new Set([idOf(corpus.key[row]), corpus.arxiv[row], corpus.doi[row]]))
    add(names, row, id, ID);
});
const topicNames = [...model.topic.keys()];
export const topics = growing(empty(), topicNames.length, (names, at) => add(names, at, topicNames[at], 0));

// Insertion into the few best: what answers a single letter is half of the graph, and is not sorted for twelve of it.
const keep = (best: Hit[], hit: Hit, most: number) => {
  const before = (a: Hit, b: Hit) => a.score - b.score || b.weight - a.weight || a.of - b.of;
  let at = best.length;
  while (at > 0 && before(hit, best[at - 1]) < 0) at -= 1;
  if (at >= most) return;
  best.splice(at, 0, hit);
  if (best.length > most) best.pop();
};
const candidates = ({ last, of }: Names, query: string) =>
  loose(last.query) !== "" && query.startsWith(last.query) ? last.answered : of.keys();
/** The best `most` of what a folded query names, and every one that it does (`all`). */
export const find = (names: Names, query: string, most: number, weigh: (of: number) => number) => {
  const words = query.split(/\s+/);
  const looseQuery = loose(query);
  const [best, all, answered]: [Hit[], number[], number[]] = [[], [], []];
  let current: Hit | null = null;
  const close = () => {
    if (!current) return;
    all.push(current.of);
    current.weight = weigh(current.of);
    keep(best, current, most);
    current = null;
  };
  for (const at of candidates(names, query)) {
    const [of, rank] = [names.of[at], names.rank[at]];
    if (current && current.of !== of) close();
    const found = grade(names.folded[at], query, words, rank === ID ? "" : looseQuery);
    if (found < 0 || (rank === ID && found > 1)) continue;
    answered.push(at);
    if (rank === ID && query.length < SHORTEST_ID) continue;
    const score = found * 2 + Number(rank > 0);
    if (!current || score < current.score)
      current = { of, score, alias: rank ? names.name[at] : "", weight: 0 };
  }
  close();
  names.last = { query, answered };
  return { best, all };
};

const pairAt = (text: string, at: number) => text.charCodeAt(at - 1) * 65536 + text.charCodeAt(at);
/** The names that share most pairs of letters with a query, at least two fifths (the coefficient of Dice). */
export const nearest = (names: Names, query: string, most: number) => {
  const text = loose(query);
  const own = new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => pairAt(text, at + 1)));
  const best: Hit[] = [];
  for (let row = 0; row < names.of.length; row += 1) {
    const name = loose(names.folded[row]);
    if (name.length > 3 * text.length || 3 * name.length < text.length) continue;
    let shared = 0;
    for (let at = 1; at < name.length; at += 1) if (own.has(pairAt(name, at))) shared += 1;
    const share = (2 * shared) / (own.size + Math.max(name.length - 1, 1));
    if (share < LIKE || best.some(({ of }) => of === names.of[row])) continue;
    const alias = names.rank[row] ? names.name[row] : "";
    keep(best, { of: names.of[row], score: 1 - share, alias, weight: 0 }, most);
  }
  return best;
};
