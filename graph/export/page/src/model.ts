// The graph in the page: columns unpacked, neighbours found; it never changes.
import { pageData, unpackTable } from "./data";
import type { EdgeColumns, NodeColumns, Topic } from "./types";

export { split } from "./data";

const data = pageData();
// An empty graph has no columns.
export const nodes: NodeColumns = {
  ...{ id: [], key: [], kind: [], label: [], shape: [], x: [], y: [], size: [], papers: [] },
  ...{ topic: [], topic_id: [], subtopic: [], subtopic_id: [] },
  ...{ aliases: [], broader: [], date: [], sources: [], url: [] },
  ...unpackTable(data.nodes),
};
export const edges: EdgeColumns = {
  ...{ from: [], to: [], relation: [], weight: [], confidence: [], salience: [], mentions: [], origin: [] },
  ...unpackTable(data.edges),
};
/** Papers of the graph that are not drawn, in columns. */
export const rest = unpackTable(data.rest ?? {});
export const size = nodes.id.length;
export const links = edges.from.length;
export const { colours, options, origin } = data;
export const { kinds: KINDS, relations: RELATIONS, entities, matrices, asked } = data.facts;

/** The row of each key. */
export const at = new Map<string, number>();
/** The edges at each node. */
export const around: number[][] = Array.from({ length: size }, () => []);
for (const [key, row] of data.moved ?? []) at.set(key, row); // What is another node now, still opens.
for (let i = 0; i < size; i += 1) at.set(nodes.key[i], i);
for (let e = 0; e < links; e += 1) {
  around[edges.from[e]].push(e);
  if (edges.to[e] !== edges.from[e]) around[edges.to[e]].push(e);
}

// Relations that say little of what a paper is about: drawn on request, listed last.
export const isBackground = (edge: number) => RELATIONS[edges.relation[edge]]?.background === true;
export const isPaper = (node: number) => nodes.kind[node] === "paper";
/** Whether an edge joins two papers, as 0 or 1. */
export const isRelated = new Uint8Array(links);
for (let e = 0; e < links; e += 1) isRelated[e] = isPaper(edges.from[e]) && isPaper(edges.to[e]) ? 1 : 0;
export const other = (edge: number, node: number) =>
  edges.from[edge] === node ? edges.to[edge] : edges.from[edge];
export const neighbours = (node: number, wanted: (edge: number) => boolean = () => true) =>
  new Set(around[node].filter(wanted).map((edge) => other(edge, node)));
const count = (column: string[]) => {
  const found = new Map<string, number>();
  for (const value of column) found.set(value, (found.get(value) || 0) + 1);
  return found;
};
export const kinds = count(nodes.kind);
export const relations = count(edges.relation);
export const figures = data.figures ?? null;
const readable = new Map(Object.entries(data.readable ?? {}));
/** A name or written form as texts show it, without LaTeX. */
export const shownAs = (form: string) => readable.get(form) ?? form;
/** How many nodes of each kind the whole graph has, of which the page may hold a part. */
export const counts: Record<string, number> =
  data.figures?.counts ?? data.counts ?? Object.fromEntries(kinds);
export const { compare } = new Intl.Collator("en");
export const named = (a: number, b: number) => compare(nodes.label[a], nodes.label[b]) || a - b;

// Topics and subtopics by name: no two of them have one.
export const topic = new Map<string, Topic>();
const join = (name: string, parent: string, node: number) => {
  if (name === "") return;
  const found: Topic = topic.get(name) ?? {
    ...{ name, parent, members: [], papers: 0, particular: [], central: [], subtopics: [], rank: 0 },
  };
  if (found.parent !== parent) return;
  topic.set(name, found);
  found.members.push(node);
  if (isPaper(node)) found.papers += 1;
};
nodes.topic.forEach((name, node) => {
  join(name, "", node);
});
nodes.subtopic.forEach((name, node) => {
  if (nodes.topic[node]) join(name, nodes.topic[node], node);
});
// The page may hold a part only: what is said of topics is said of the whole.
for (const facts of data.topics || []) Object.assign(topic.get(facts.name) ?? {}, facts);
// The largest first. A colour is an index in the palette of the style sheet, that of its topic for a subtopic.
const ordered = (parent: string) =>
  [...topic.values()]
    .filter((item) => item.parent === parent)
    .sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
export const topics = ordered("");
topics.forEach((item, rank) => {
  item.subtopics = ordered(item.name);
  for (const each of [item, ...item.subtopics]) each.rank = rank;
});

/** Whether topics tell papers apart: one that holds all of them says nothing. */
export const isDivided = topics.length > 1 || topics.some(({ subtopics }) => subtopics.length > 1);

/** The names of all topics but one: "" is what has none. Of a subtopic its siblings, beside the other topics. */
export const topicsBut = (name: string) => {
  const parent = topic.get(name)?.parent ?? "";
  const siblings = topic.get(parent)?.subtopics ?? [];
  const all = ["", ...topics.map((item) => item.name)].filter((other) => other !== (parent || name));
  return new Set([...all, ...siblings.map((item) => item.name).filter((other) => other !== name)]);
};
