// The answer to what is typed: entities, papers by title and author, abstracts, topics, and all papers that match.
import { corpus } from "./corpus";
import { fold } from "./grade";
import * as model from "./model";
import { isPaper, nodes } from "./model";
import * as index from "./search_index";
import { excluded, type Matches, match } from "./search_match";
import type { Hit } from "./search_names";
import * as names from "./search_names";
import * as operators from "./search_operators";
import { parse, type Query } from "./search_query";
import { makeTerms } from "./search_terms";

const MOST = { entities: 6, titles: 5, authors: 3, abstracts: 4, topics: 3, nearest: 4 };

/** A paper and, where it was found by another name, that. */
export interface PaperHit {
  row: number;
  alias: string;
}
export interface Answer {
  query: Query;
  entities: Hit[];
  titles: PaperHit[];
  authors: PaperHit[];
  abstracts: PaperHit[];
  topics: string[];
  /** Whether a title answers better than any entity. */
  titlesFirst: boolean;
  /** All papers that match. */
  rows: number[];
  /** Words of the texts that answered. */
  words: Set<string>;
  notes: string[];
  /** Whether only something like it was found: then all above is that. */
  nearest: boolean;
}

const weighNode = (node: number) => nodes.papers[node];
const weighRow = (row: number) => (corpus.node[row] < 0 ? -1 : nodes.papers[corpus.node[row]]);
const weighTopic = (at: number) => [...model.topic.values()][at].papers;

// Entities whose names have all words, also almost so spelt.
const spelt = names.growing(makeTerms(), nodes.id.length, (terms, node) => {
  if (!isPaper(node)) terms.add(node, `${nodes.label[node]} ${nodes.aliases[node]}`);
});
const almostNamed = (query: Query): Hit[] => {
  const parts = [{ terms: spelt.whole, weight: 1 }];
  const found = match(query.terms, parts, nodes.id.length, () => query.text);
  const best = found.best.sort((a, b) => weighNode(b) - weighNode(a));
  return best.slice(0, MOST.entities).map((of) => ({ of, score: 1, alias: "", weight: 0 }));
};
/** What names are found by, to be made in slices. */
export const steps = [names.entities, names.papers, spelt];
const entitiesFor = (query: Query, folded: string) => {
  const kinds = operators.kindsOf(query);
  const named = operators.namedIn(query).map((of) => ({ of, score: 0, alias: "", weight: 0 }));
  const most = kinds ? nodes.id.length : 4 * MOST.entities; // The best of all may be of other kinds.
  const found = folded ? names.find(names.entities.whole, folded, most, weighNode).best : [];
  const all = named.length || found.length || !folded ? [...named, ...found] : almostNamed(query);
  const seen = new Set<number>();
  return all
    .filter(({ of }) => !seen.has(of) && seen.add(of) && (!kinds || kinds.has(nodes.kind[of])))
    .slice(0, MOST.entities);
};
const isOut = (row: number, allowed: Uint8Array | null, out: Uint8Array) =>
  (allowed !== null && !allowed[row]) || out[row] === 1;

interface Found {
  matches: Matches;
  titled: Hit[];
  rows: number[];
  notes: string[];
}
// Papers by title as a whole and by words anywhere, without those that are excluded.
const papersFor = (query: Query, folded: string): Found => {
  const notes = [...query.notes];
  const allowed = operators.allowed(query, notes);
  const { size } = corpus;
  const matches = match(query.terms, index.parts, size, index.lineOf);
  const out = excluded(query.terms, index.parts, size, index.lineOf);
  const keep = (row: number) => !isOut(row, allowed, out);
  const quoted = query.terms.some((term) => term.quoted && !term.no);
  const titles =
    folded && !quoted ? names.find(names.papers.whole, folded, allowed ? 100 : MOST.titles, weighRow) : null;
  const words = query.terms.some(({ no }) => !no);
  const wanted = new Uint8Array(size).fill(words ? 0 : 1);
  for (const row of matches.rows) wanted[row] = 1;
  for (const row of titles?.all ?? []) wanted[row] = 1;
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) if (wanted[row] && keep(row)) rows.push(row);
  if (rows.length)
    for (const [typed, taken] of matches.spelt) notes.push(`Taken for “${typed}”: “${taken}”.`);
  matches.best = matches.best.filter(keep);
  matches.nearly = matches.nearly.filter(keep);
  return { matches, titled: (titles?.best ?? []).filter(({ of }) => keep(of)), rows, notes };
};

const inGroups = ({ matches, titled }: Found, best: number[]) => {
  const titles = titled.slice(0, MOST.titles).map(({ of, alias }) => ({ row: of, alias }));
  const seen = new Set(titles.map(({ row }) => row));
  const [authors, abstracts]: [PaperHit[], PaperHit[]] = [[], []];
  for (const row of best) {
    if (seen.has(row)) continue;
    const { [row]: bits } = matches.parts;
    const [list, most] =
      matches.whole.has(row) || bits === index.TITLE
        ? [titles, MOST.titles]
        : bits === index.OTHER && !index.namesOf(row)
          ? [authors, MOST.authors]
          : [abstracts, MOST.abstracts];
    if (list.length < most) list.push({ row, alias: "" });
  }
  return { titles, authors, abstracts };
};
const topicsFor = (folded: string) => {
  const all = [...model.topic.keys()];
  return folded
    ? names.find(names.topics.whole, folded, MOST.topics, weighTopic).best.map(({ of }) => all[of])
    : [];
};

const isFirst = ([title]: Hit[], [entity]: Hit[]) => title && (!entity || title.score < entity.score);

export const ask = (typed: string): Answer | null => {
  const query = parse(typed, operators.FIELDS);
  const folded = fold(query.text);
  if (!query.terms.length && !query.operators.length) return null;
  const found = papersFor(query, folded);
  const common = { query, words: found.matches.words, rows: found.rows, notes: found.notes };
  const [entities, topics] = [entitiesFor(query, folded), topicsFor(folded)];
  const groups = inGroups(found, found.matches.best);
  if (found.rows.length || entities.length || topics.length)
    return {
      ...common,
      ...groups,
      entities,
      topics,
      nearest: false,
      titlesFirst: isFirst(found.titled, entities),
    };
  const near = names.nearest(names.entities.whole, folded, MOST.nearest);
  return {
    ...common,
    ...inGroups(found, found.matches.nearly),
    entities: near,
    topics: [],
    nearest: true,
    titlesFirst: false,
  };
};
/** The papers that a query matches, for the filter. */
export const rowsOf = (typed: string) => {
  const query = parse(typed, operators.FIELDS);
  return papersFor(query, fold(query.text)).rows;
};
