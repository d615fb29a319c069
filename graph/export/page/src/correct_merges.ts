// What corrections merge: for each target the one that stands for all that are the same.
import type { Graph } from "./correct_graph";
import type { Places } from "./correct_places";
import type { Pin } from "./pins";

/** Find the target that a target is merged in. */
export const mergesOf = (graph: Graph, pins: Pin[], { targets, moves, home }: Places, effects: boolean[]) => {
  const up = targets.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while ((up[root] ?? root) !== root) root = up[root]; // Later targets, which are merged in none, are not in it.
    up[at] = root;
    return root;
  };
  const papers = (graph.nodes.papers ?? []) as number[];
  const rank = (at: number) => (at < graph.size ? papers[at] : -1);
  const union = (a: number, b: number) => {
    const [one, other] = [find(a), find(b)];
    if (one === other) return;
    const first = rank(one) > rank(other) || (rank(one) === rank(other) && one < other);
    if (first) up[other] = one;
    else up[one] = other;
  };
  const isWhole = (node: number) => !home.has(node);
  const holders = (kind: string, name: string) => {
    const found = graph.named(kind, name).filter(isWhole);
    // What pins have parted has the names of its own forms only, those of before are of its parts.
    for (let at = 0; at < targets.length; at += 1) {
      const { kind: own, label, forms } = targets[at];
      if ((at >= graph.size || home.has(at)) && own === kind && (label === name || forms.has(name)))
        found.push(at);
    }
    return found;
  };
  pins.forEach((pin, number) => {
    if (pin.table !== "same") return;
    const names = pin.names ?? [pin.name ?? ""];
    for (const kind of pin.kind ? [pin.kind] : graph.kinds) {
      const wanted = new Set(((pin.papers as string[] | undefined) ?? []).flatMap(graph.papersOf));
      const ofPapers = (node: number) =>
        graph.own[node]
          .filter((e) => wanted.has(graph.from[e]))
          .flatMap((e) => moves.get(e)?.map(([target]) => target) ?? [node]);
      const all = pin.papers
        ? names.flatMap((name) => graph.named(kind, name)).flatMap(ofPapers)
        : names.flatMap((name) => holders(kind, name));
      const [first, ...others] = new Set(all);
      for (const other of others) union(first, other);
      if (first !== undefined) effects[number] = true;
    }
  });
  return find;
};
