// What the filters leave of the corpus, computed once a change: header, lists, map, timeline and files all read it.
import { fresh } from "./address";
import { corpus } from "./corpus";
import { countBy, isInside, judge, keptBits, passing } from "./facets";
import * as model from "./model";
import { edges, isPaper, isRelated, links, nodes, size } from "./model";
import { isIn, ordered } from "./periods";
import * as scene from "./scene";
import * as state from "./state";
import type { Result, State } from "./types";

type Listener = (result: Result) => unknown;
const listeners: Listener[] = [];
const followers: Listener[] = [];
let following = 0; // The frame in which the followers are told.
const names = [...new Set([...model.topic.keys(), ...corpus.topic, ...corpus.subtopic])];
const code = new Map(names.map((name, at) => [name, at]));
const codes = (column: string[]) => Int32Array.from(column, (name) => code.get(name) ?? -1);
const [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
const entities = [...new Set([...model.kinds.keys(), ...Object.keys(model.counts)])].filter(
  (kind) => kind !== "paper",
);
const relations = [...model.relations.keys()];
const relationCode = new Map(relations.map((name, at) => [name, at]));
const relationAt = Int32Array.from(edges.relation, (name) => relationCode.get(name) ?? 0);
let matching: Uint8Array | null = null; // The rows that a query of the text filter matches.
let revealed = false; // Whether a node is shown only because it is chosen.

export const now: Result = {
  rows: Int32Array.from(corpus.title, (_, row) => row),
  passes: new Uint8Array(corpus.size).fill(1),
  mask: new Uint8Array(corpus.size),
  shown: scene.shown,
  listed: scene.shown,
  edges: new Uint8Array(links).fill(1),
  named: new Int32Array(size),
  count: { papers: corpus.size, of: Math.max(corpus.size, model.counts.paper ?? 0), kinds: new Map() },
  topics: new Map(),
  times: new Int32Array(corpus.bins.names.length),
  relations: new Map(),
  ranks: null,
};

// The links that are likely enough, whatever becomes of their ends.
const strongEdges = (chosen: State) => {
  const wanted = new Uint8Array(links);
  for (let e = 0; e < links; e += 1) {
    const strong = isRelated[e] ? edges.weight[e] >= chosen.weight : edges.confidence[e] >= chosen.confidence;
    wanted[e] = strong ? 1 : 0;
  }
  return wanted;
};
// A paper that had links and keeps none fails. Where relations are chosen, one without any link fails as well.
const judgeLinks = (chosen: State, strong: Uint8Array) => {
  const first = fresh();
  const related = [...chosen.hiddenRelations].some((name) => !first.hiddenRelations.has(name));
  if (!related && !chosen.confidence && !chosen.weight) return null;
  const [had, has] = [new Uint8Array(size), new Uint8Array(size)];
  for (let e = 0; e < links; e += 1) {
    const before = first.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
    const after = chosen.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
    for (const end of [edges.from[e], edges.to[e]]) {
      had[end] |= before;
      has[end] |= after;
    }
  }
  return (row: number) => {
    const node = corpus.node[row];
    return node < 0 ? related : !has[node] && (related || had[node]);
  };
};
const judgeAll = (chosen: State, strong: Uint8Array) => {
  const { mask } = now;
  const { date, node, drawn, subtopic } = corpus;
  const { hiddenTopics, lasso } = chosen;
  const hidden = Uint8Array.from(names, (name) => Number(hiddenTopics.has(name)));
  const isHidden = (row: number) => hidden[topicAt[row]] || (subtopic[row] && hidden[subtopicAt[row]]);
  const topic = chosen.topic ? (code.get(chosen.topic) ?? -1) : -1;
  const isOther = (row: number) => topicAt[row] !== topic && subtopicAt[row] !== topic;
  const [since, until] = ordered(chosen.since, chosen.until);
  const isOutside = (row: number) => row >= drawn || !isInside(lasso, nodes.x[node[row]], nodes.y[node[row]]);
  judge(mask, "topic", hiddenTopics.size ? isHidden : null);
  judge(mask, "chosen", topic < 0 ? null : isOther);
  judge(mask, "time", since || until ? (row) => !isIn(date[row], since, until) : null);
  judge(mask, "text", chosen.text && matching ? (row) => !matching?.[row] : null);
  judge(mask, "lasso", lasso.length ? isOutside : null);
  judge(mask, "links", judgeLinks(chosen, strong));
};

// What is on the map: papers that pass, whatever topic is open, and what enough of them name.
const aliveNodes = ({ hiddenTopics }: State) => {
  const alive = new Uint8Array(size);
  const kept = keptBits(["chosen"]);
  for (let i = 0; i < size; i += 1) {
    const hidden =
      hiddenTopics.size > 0 && (hiddenTopics.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics));
    alive[i] = hidden || isPaper(i) ? 0 : 1;
  }
  for (let row = 0; row < corpus.drawn; row += 1) alive[corpus.node[row]] = now.mask[row] & kept ? 0 : 1;
  return alive;
};
const isSubHidden = (node: number, hidden: Set<string>) =>
  nodes.subtopic[node] !== "" && hidden.has(nodes.subtopic[node]);
// Counts what a choice of relations would bring, then keeps those that are chosen.
const keepEdges = (chosen: State, strong: Uint8Array, alive: Uint8Array) => {
  const found = new Int32Array(relations.length);
  const wanted = Uint8Array.from(relations, (name) => Number(!chosen.hiddenRelations.has(name)));
  for (let e = 0; e < links; e += 1) {
    const possible = strong[e] && alive[edges.from[e]] && (!isRelated[e] || alive[edges.to[e]]);
    if (possible) found[relationAt[e]] += 1;
    now.edges[e] = possible ? wanted[relationAt[e]] : 0;
  }
  now.relations = new Map(relations.map((name, at) => [name, found[at]]));
};
// How many of the papers that are left name an entity, by the links that are left.
const countNamed = () => {
  const last = new Int32Array(size).fill(-1); // Edges are sorted by paper, so two of one pair are neighbours.
  now.named.fill(0);
  for (let e = 0; e < links; e += 1) {
    if (isRelated[e] || !now.edges[e] || last[edges.to[e]] === edges.from[e]) continue;
    last[edges.to[e]] = edges.from[e];
    now.named[edges.to[e]] += 1;
  }
};
const isThinned = (chosen: State) =>
  chosen.hiddenRelations.size > 0 ||
  chosen.hiddenTopics.size > 0 ||
  chosen.confidence > 0 ||
  chosen.lasso.length > 0 ||
  Boolean(chosen.since || chosen.until || chosen.text);
const showNodes = (chosen: State, alive: Uint8Array) => {
  const thinned = isThinned(chosen);
  const needed = chosen.papers > 1 || thinned ? chosen.papers : 0; // A graph may lack the number of papers.
  const found = thinned ? now.named : nodes.papers;
  const left = new Map<string, number>();
  revealed = false;
  for (let i = 0; i < size; i += 1) {
    const [kind, paper] = [nodes.kind[i], isPaper(i)];
    const passes = alive[i] && (paper || found[i] >= needed);
    if (passes && !paper) left.set(kind, (left.get(kind) ?? 0) + 1);
    const inView = chosen.view === "full" || (chosen.view === "papers") === paper;
    const asked = i === chosen.selected || i === chosen.target;
    scene.shown[i] = inView && !chosen.hiddenKinds.has(kind) && (passes || asked) ? 1 : 0;
    revealed ||= asked && !passes;
  }
  return left;
};
const listNodes = ({ topic }: State) => {
  if (!topic) return scene.shown;
  return scene.shown.map(
    (shown, i) => shown && Number(nodes.topic[i] === topic || nodes.subtopic[i] === topic),
  );
};
const countRows = (left: Map<string, number>) => {
  now.rows = passing(now.mask);
  now.passes.fill(0);
  for (const row of now.rows) now.passes[row] = 1;
  now.count.papers = now.rows.length;
  now.count.kinds = new Map(entities.map((kind) => [kind, [left.get(kind) ?? 0, model.counts[kind] ?? 0]]));
  now.count.kinds.set("paper", [now.rows.length, now.count.of]);
  const byTopic = passing(now.mask, "topic", "chosen");
  const [first, second] = [topicAt, subtopicAt].map((column) => countBy(byTopic, column, names.length));
  // A page without the rest of the papers knows how many a topic has, while nothing else narrows.
  const whole = byTopic.length === corpus.size;
  const known = (name: string) => (whole ? (model.topic.get(name)?.papers ?? 0) : 0);
  now.topics = new Map(
    names.map((name, at) => [name, Math.max(known(name), first[at] + (name ? second[at] : 0))]),
  );
  now.times = countBy(passing(now.mask, "time"), corpus.bins.of, corpus.bins.names.length);
};

/** Compute the result of a state, without telling anybody. */
export const compute = (chosen: State) => {
  const strong = strongEdges(chosen);
  judgeAll(chosen, strong);
  const alive = aliveNodes(chosen);
  keepEdges(chosen, strong, alive);
  countNamed();
  countRows(showNodes(chosen, alive));
  now.listed = listNodes(chosen);
};
export const on = (listener: Listener) => {
  listeners.push(listener);
};
/** Listen for what is beside the map: it follows in the frame after that of the map, once for changes in between. */
export const onFollowing = (listener: Listener) => {
  followers.push(listener);
};
/** Whether the followers know of the last change. */
export const isFollowed = () => !following;
/** Tell the followers of the last change now, unless they know. */
export const catchUp = () => {
  if (!following) return;
  cancelAnimationFrame(following);
  following = 0;
  for (const follower of followers) follower(now);
};
const renew = () => {
  compute(state.now);
  for (const listener of listeners) listener(now);
  following ||= requestAnimationFrame(() => {
    following = requestAnimationFrame(catchUp);
  });
};
/** Say which rows of the corpus the query in `state.now.text` matches, the best first; null while that is not known. */
export const match = (rows: Iterable<number> | null) => {
  matching = rows && new Uint8Array(corpus.size);
  now.ranks = rows && new Map();
  for (const row of rows ?? []) {
    if (matching) matching[row] = 1;
    now.ranks?.set(row, now.ranks.size);
  }
};
/** The same, at once. */
export const setText = (rows: Iterable<number> | null) => {
  match(rows);
  renew();
};
/** Follow the state: call it before other parts listen to a choice, which may need a node that was hidden. */
export const start = () =>
  state.on(["filter", "selection"], (chosen, changed) => {
    const asked = [chosen.selected, chosen.target].some((node) => node >= 0 && !scene.shown[node]);
    if (asked || revealed || changed.includes("topic") || changed.some(state.isFilter)) renew();
  });
