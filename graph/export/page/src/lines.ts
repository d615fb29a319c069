// The lines between the nodes that are shown. In the entities view a line is not an edge of the graph but the number
// of papers that name both its ends.
import * as model from "./model";
import { edges, isPaper, isRelated, links, nodes, size } from "./model";
import * as result from "./result";
import * as scene from "./scene";
import type { Range, State } from "./types";

export const BESIDE = "beside";
const names = [...model.relations.keys(), BESIDE];
const code = new Map(names.map((name, at) => [name, at]));
const likely = code.get("related") ?? -1;
const relation = new Uint8Array(links);
/** All edges in the order of lines, once: by relation, links of papers by weight, else as in the graph. */
const inOrder = () => {
  const groups: number[][] = names.map(() => []);
  for (let e = 0; e < links; e += 1) {
    relation[e] = code.get(edges.relation[e]) ?? 0;
    groups[relation[e]].push(e);
  }
  groups[likely]?.sort((p, q) => edges.weight[p] - edges.weight[q] || p - q);
  return Int32Array.from(groups.flat());
};
const order = inOrder();
const topicAt = new Map<string, number>();
const topic = Int32Array.from(nodes.topic, (name) => {
  if (!topicAt.has(name)) topicAt.set(name, topicAt.size);
  return topicAt.get(name) ?? 0;
});
// Grouped by relation: `ranges` holds [first, end) of each; links of papers are in several, the likeliest last.
export const now = {
  count: 0,
  a: new Int32Array(0),
  b: new Int32Array(0),
  edge: new Int32Array(0),
  weight: new Float64Array(0),
  ranges: [] as Range[],
  hot: new Uint8Array(0),
  apart: new Uint8Array(0),
};
let adjacency: number[][] | null = null;

// A loop: functions for each line would take many times longer.
const ofGraph = () => {
  const [kept, a, b] = [new Int32Array(links), new Int32Array(links), new Int32Array(links)];
  const weight = new Float64Array(links);
  let count = 0;
  for (let at = 0; at < links; at += 1) {
    const e = order[at];
    const [from, to] = [edges.from[e], edges.to[e]];
    if (!result.now.edges[e] || !scene.shown[from] || !scene.shown[to]) continue;
    kept[count] = e;
    a[count] = from;
    b[count] = to;
    weight[count] = edges.weight[e];
    count += 1;
  }
  now.edge = kept.slice(0, count);
  now.a = a.slice(0, count);
  now.b = b.slice(0, count);
  now.weight = weight.slice(0, count);
  return inRanges(now.edge);
};
const inRanges = (kept: Int32Array) => {
  const found: Omit<Range, "strength">[] = [];
  let first = 0;
  while (first < kept.length) {
    const own = relation[kept[first]];
    let end = first + 1;
    while (end < kept.length && relation[kept[end]] === own) end += 1;
    found.push({ name: names[own], first, end });
    first = end;
  }
  return found;
};
const coMentions = ({ together }: State) => {
  const pairs = new Map<number, number>();
  for (let paper = 0; paper < size; paper += 1) {
    if (!isPaper(paper)) continue;
    const own = model.around[paper].filter(
      (e) => result.now.edges[e] && !isRelated[e] && scene.shown[edges.to[e]],
    );
    const named = [...new Set(own.map((e) => edges.to[e]))].sort((a, b) => a - b);
    for (let i = 0; i < named.length; i += 1) {
      for (let j = i + 1; j < named.length; j += 1) {
        const pair = named[i] * size + named[j];
        pairs.set(pair, (pairs.get(pair) || 0) + 1);
      }
    }
  }
  const kept = [...pairs].filter(([, count]) => count >= together).sort((p, q) => p[0] - q[0]);
  now.edge = new Int32Array(kept.length).fill(-1);
  now.a = Int32Array.from(kept, ([pair]) => Math.floor(pair / size));
  now.b = Int32Array.from(kept, ([pair]) => pair % size);
  now.weight = Float64Array.from(kept, ([, count]) => count);
  return kept.length ? [{ name: BESIDE, first: 0, end: kept.length }] : [];
};

const BANDS = 4;
// `strength` says how likely the links of a range are, from 0 to 1, compared with the others.
const inBands = (range: Omit<Range, "strength">): Range[] => {
  const { name, first, end } = range;
  const [least, most] = [now.weight[first], now.weight[end - 1]];
  if (name !== "related" || least === most) return [{ ...range, strength: 1 }];
  const bandOf = (line: number) => Math.floor((BANDS * (now.weight[line] - least)) / (most - least));
  let next = first;
  return Array.from({ length: BANDS }, (_, band) => {
    const start = next;
    while (next < end && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
    return { name, first: start, end: next, strength: band / (BANDS - 1) };
  }).filter((band) => band.first < band.end);
};
/** Make the lines of a state whose result is computed. */
export const compute = (chosen: State) => {
  const ranges = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
  now.count = now.edge.length;
  now.hot = new Uint8Array(now.count);
  now.apart = new Uint8Array(now.count);
  for (let line = 0; line < now.count; line += 1)
    now.apart[line] = topic[now.a[line]] === topic[now.b[line]] ? 0 : 1;
  now.ranges = ranges.flatMap(inBands);
  adjacency = null;
};
/** Whether lists and files hold a line: both its ends. */
export const isListed = (line: number) =>
  result.now.listed[now.a[line]] === 1 && result.now.listed[now.b[line]] === 1;
// The visible lines at each node, made when first asked for after a change.
export const at = (node: number) => {
  if (!adjacency) {
    adjacency = Array.from({ length: size }, () => []);
    for (let line = 0; line < now.count; line += 1) {
      adjacency[now.a[line]].push(line);
      if (now.a[line] !== now.b[line]) adjacency[now.b[line]].push(line);
    }
  }
  return adjacency[node];
};
export const across = (line: number, node: number) => (now.a[line] === node ? now.b[line] : now.a[line]);
export const nameOf = (line: number) => (now.edge[line] < 0 ? BESIDE : edges.relation[now.edge[line]]);
