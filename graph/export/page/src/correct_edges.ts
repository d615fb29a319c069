// The edges as corrections leave them: moved, merged where two say the same, left out, added.
import type { Graph, Surfaces } from "./correct_graph";
import { DROPPED, type Places } from "./correct_places";
import type { Pin } from "./pins";

/** An edge between targets, with the rows of the file that it comes from, and which of their forms, if not all. */
export interface Edge {
  from: number;
  to: number;
  relation: string;
  origins: Map<number, string[] | undefined>;
}
// The relation of a kind that says what one of another kind says: "proposes" is "introduces".
const likeRole = (graph: Graph, kind: string, wanted: string, relation: string) => {
  const [one, other] = [kind, wanted].map((name) => graph.data.facts.kinds[name]?.relations ?? []);
  if (kind === wanted || !other.length) return relation;
  const rank = one.indexOf(relation);
  return other[Math.min(rank < 0 ? other.length : rank, other.length - 1)];
};
const parted = (graph: Graph, pins: Pin[], effects: boolean[]) => {
  const pairs = new Set<string>();
  pins.forEach((pin, at) => {
    if (pin.table !== "unrelated") return;
    const [ones, others] = (pin.papers as string[]).map(graph.papersOf);
    for (const one of ones) for (const other of others) pairs.add(`${one}\n${other}`).add(`${other}\n${one}`);
    effects[at] = ones.length > 0 && others.length > 0;
  });
  return (a: number, b: number) => pairs.has(`${a}\n${b}`);
};
// What a pin adds to a paper: to an entity that is there, or to a new one.
const addTo = (graph: Graph, pins: Pin[], places: Places, effects: boolean[]) => {
  const found: Edge[] = [];
  pins.forEach((pin, at) => {
    if (pin.table !== "add") return;
    const { name = "", kind = "", paper = "" } = pin;
    const relation = pin.relation ?? graph.data.facts.kinds[kind]?.relations?.at(-1) ?? "uses";
    for (const from of graph.papersOf(paper)) {
      const [known] = graph.named(kind, name);
      const key = `${kind}:~${name}`;
      let to = known ?? places.targets.findIndex((target) => target.key === key);
      if (to < 0) {
        const forms = new Map([[name, 1]]);
        to = places.targets.push({ kind, base: from, label: name, key, forms }) - 1;
      }
      found.push({ from, to, relation, origins: new Map() });
      effects[at] = true;
    }
  });
  return found;
};

/** The edges, those of a paper together; `find` is where a target is merged in. */
export const edgesOf = (
  graph: Graph,
  pins: Pin[],
  places: Places,
  surfaces: Surfaces,
  find: (target: number) => number,
  effects: boolean[],
) => {
  const found = new Map<string, Edge>();
  const relations = (graph.edges.relation ?? []) as string[];
  const areParted = parted(graph, pins, effects);
  const put = (edge: Edge) => {
    const key = `${edge.from}\n${edge.to}\n${edge.relation}`;
    const known = found.get(key);
    if (!known) found.set(key, edge);
    else
      for (const [e, forms] of edge.origins) {
        const before = known.origins.get(e);
        known.origins.set(e, before && forms ? [...before, ...forms] : forms);
      }
  };
  graph.from.forEach((from, e) => {
    const [to, relation] = [graph.to[e], relations[e]];
    if (graph.isPaper[to]) {
      if (relation !== "related" || !areParted(from, to))
        put({ from, to, relation, origins: new Map([[e, undefined]]) });
      return;
    }
    const whole = surfaces(e).length;
    for (const [target, forms] of places.moves.get(e) ?? [[to, [] as string[]]]) {
      const root = find(target);
      const own = likeRole(graph, graph.kind[to], places.targets[root].kind, relation);
      const part = places.moves.has(e) && forms.length < whole ? forms : undefined;
      put({ from, to: root, relation: own, origins: new Map([[e, part]]) });
    }
  });
  for (const edge of addTo(graph, pins, places, effects)) put({ ...edge, to: find(edge.to) ?? edge.to });
  return [...found.values()].filter(({ to }) => to !== DROPPED).sort((a, b) => a.from - b.from);
};
