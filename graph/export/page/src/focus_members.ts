// Who is in a focused neighbourhood: papers with a weight, which decides their ring, and what is named, in groups. It
// holds what the filters leave.

import * as lines from "./lines";
import { edges, isBackground, isPaper, KINDS, nodes, RELATIONS, topic } from "./model";
import { company, linked, strongest } from "./naming";
import { shown } from "./scene";
import type { State } from "./types";

/** A paper around the middle; `weight` is from 0 to 1, `edge` leads to the middle, or is -1. */
export interface Around {
  node: number;
  weight: number;
  edge: number;
  /** In a few words what the weight is: "91 %", "proposes it". */
  says: string;
}
/** What stands outside, under one heading. */
export interface Outer {
  title: string;
  members: Around[];
}
export interface Members {
  papers: Around[];
  groups: Outer[];
}
const heaviest = (a: Around, b: Around) =>
  b.weight - a.weight || nodes.papers[b.node] - nodes.papers[a.node] || a.node - b.node;
const OWN = ["proposes", "introduces"];

// Papers that propose an entity are nearest to it, those that only mention it farthest.
const closeness = (edge: number) => {
  const relation = edges.relation[edge];
  if (OWN.includes(relation)) return 1;
  return (isBackground(edge) ? 0 : 0.4) + 0.5 * edges.salience[edge];
};
const naming = (node: number, list: number[]): Around => {
  const own = list.find((edge) => OWN.includes(edges.relation[edge]));
  const edge = own ?? strongest(list);
  const says = (RELATIONS[edges.relation[edge]]?.edge ?? edges.relation[edge]).toLowerCase();
  return { node, edge, weight: closeness(edge), says };
};
const ofPaper = (chosen: State, paper: number): Members => {
  const papers = lines
    .at(paper)
    .filter((line) => isPaper(lines.across(line, paper)))
    .map((line): Around => {
      const weight = lines.now.weight[line];
      return {
        node: lines.across(line, paper),
        weight: Math.min(1, weight),
        edge: lines.now.edge[line],
        says: `${Math.round(100 * weight)} %`,
      };
    });
  const groups = new Map<string, Around[]>();
  for (const [entity, list] of linked(chosen, paper)) {
    if (!shown[entity]) continue;
    const found = naming(entity, list);
    const { group, edge } = RELATIONS[edges.relation[found.edge]] ?? {
      group: edges.relation[found.edge],
      edge: "",
    };
    const title = group || edge;
    groups.set(title, [...(groups.get(title) ?? []), found]);
  }
  const order = Object.values(RELATIONS).map(({ group, edge }) => group || edge);
  const sorted = [...groups].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
  return { papers, groups: sorted.map(([title, members]) => ({ title, members })) };
};
// Repositories are left out: what else stands in a paper's code says little.
const byKind = (titleOf: (many: string) => string, members: Around[]): Outer[] =>
  Object.entries(KINDS)
    .filter(([, { worded }]) => worded)
    .map(([kind, { many }]) => ({
      title: titleOf(many),
      members: members.filter(({ node }) => nodes.kind[node] === kind),
    }))
    .filter((group) => group.members.length);
const counted = (node: number, count: number, most: number): Around => ({
  ...{ node, edge: -1, weight: count / Math.max(1, most) },
  says: `in ${count.toLocaleString("en")} ${count === 1 ? "paper" : "papers"}`,
});
const ofEntity = (chosen: State, entity: number): Members => {
  const papers = [...linked(chosen, entity)]
    .filter(([paper]) => shown[paper])
    .map(([paper, list]) => naming(paper, list));
  const found = [...company(chosen, entity)].filter(([peer]) => shown[peer]);
  const most = Math.max(...found.map(([, count]) => count));
  return {
    papers,
    groups: byKind(
      (many) => `With ${many.toLowerCase()}`,
      found.map(([peer, count]) => counted(peer, count, most)),
    ),
  };
};
const ofTopic = (name: string): Members => {
  const found = topic.get(name);
  if (!found) return { papers: [], groups: [] };
  const { members, central, particular } = found;
  const alive = members.filter((node) => shown[node]);
  const most = Math.max(1, ...alive.filter(isPaper).map((node) => nodes.papers[node]));
  const papers = alive.filter(isPaper).map((node): Around => {
    const rank = central.indexOf(node);
    const weight =
      rank < 0 ? (0.6 * nodes.papers[node]) / most : 1 - (0.3 * rank) / Math.max(1, central.length);
    return { node, edge: -1, weight, says: rank < 0 ? "" : "central" };
  });
  const entities = alive.filter((node) => !isPaper(node));
  const first = new Set(particular);
  const size = Math.max(1, ...entities.map((node) => nodes.papers[node]));
  const named = entities.map((node) => {
    const one = counted(node, nodes.papers[node], size);
    return { ...one, weight: one.weight + Number(first.has(nodes.label[node])) };
  });
  return { papers, groups: byKind((many) => many, named) };
};
/** What is around a node, or in a topic where no node is chosen, the heaviest first. */
export const membersOf = (chosen: State): Members => {
  const { selected, topic: name } = chosen;
  const found =
    selected < 0 ? ofTopic(name) : isPaper(selected) ? ofPaper(chosen, selected) : ofEntity(chosen, selected);
  found.papers.sort(heaviest);
  for (const group of found.groups) group.members.sort(heaviest);
  return found;
};

/** As many of them as can be read at once, the heaviest of each group, and how many are left out. */
export const readable = ({ papers, groups }: Members, most: number): Members & { left: Around[] } => {
  const outer = groups.reduce((sum, group) => sum + group.members.length, 0);
  const quota = Math.min(papers.length, Math.max(Math.ceil(0.55 * most), most - outer));
  // One of each group in turn, so that a large group leaves room for the others.
  const taken = new Map(groups.map((group) => [group, 0]));
  let room = most - quota;
  while (room > 0 && groups.some((group) => (taken.get(group) ?? 0) < group.members.length))
    for (const group of groups) {
      const count = taken.get(group) ?? 0;
      if (room <= 0 || count >= group.members.length) continue;
      taken.set(group, count + 1);
      room -= 1;
    }
  return {
    papers: papers.slice(0, quota),
    groups: groups
      .map((group) => ({ ...group, members: group.members.slice(0, taken.get(group)) }))
      .filter((group) => group.members.length),
    left: [...papers.slice(quota), ...groups.flatMap((group) => group.members.slice(taken.get(group)))],
  };
};
