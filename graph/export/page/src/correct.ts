// The data of the page as the reader's corrections leave them: made before any other part of the page reads them, so
// that all parts show the same. What a build does with a file of pins is done here with the names that the page has.
import { type Edge, edgesOf } from "./correct_edges";
import { type Graph, graphOf, type Surfaces } from "./correct_graph";
import { mergesOf } from "./correct_merges";
import { type Places, placesOf, touched } from "./correct_places";
import { correctFigures, correctRest, correctTopics, type Fate } from "./correct_topics";
import { split } from "./data";
import type { Pin } from "./pins";
import type { Origin, PageData } from "./types";

export interface Corrected {
  data: PageData;
  /** For each pin whether something here is what it names. */
  effects: boolean[];
}
type Row = Record<string, unknown>;

/** The edges whose written forms `correct` asks for. */
export const asked = (data: PageData, pins: Pin[]) => {
  const graph = graphOf(data);
  return [...new Set(touched(graph, pins).flatMap((node) => graph.own[node]))];
};

interface Built {
  graph: Graph;
  places: Places;
  find: (target: number) => number;
  edges: Edge[];
  /** The targets that stay, in the order of rows. */
  kept: number[];
}
const keptTargets = (
  graph: Graph,
  { targets, home }: Places,
  find: (target: number) => number,
  edges: Edge[],
) => {
  const used = new Set(edges.map(({ to }) => to));
  for (const at of home.values()) if (at >= 0) used.add(find(at));
  return targets
    .map((_, at) => at)
    .filter((at) => {
      if (at < graph.size && graph.isPaper[at]) return true;
      if (find(at) !== at) return false;
      return used.has(at) || (at < graph.size && !home.has(at));
    });
};
const most = (forms: Map<string, number>) =>
  [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
// What is merged, parted, or gets something of another one.
const mayDiffer = ({ graph, places, find }: Built) => {
  const changed = new Set<number>();
  places.targets.forEach((_, at) => {
    if (find(at) !== at) changed.add(find(at));
  });
  for (const at of places.home.values()) changed.add(find(at));
  for (const own of places.moves.values()) for (const [at] of own) changed.add(find(at));
  return (at: number) => at >= graph.size || places.home.has(at) || changed.has(at);
};
// Papers that name a node but are not drawn go with its label.
const hiddenPapers = (graph: Graph, node: number) => {
  const papers = Number(graph.nodes.papers?.[node] ?? 0);
  return Math.max(0, papers - new Set(graph.own[node].map((e) => graph.from[e])).size);
};
const patches = (built: Built) => {
  const { graph, places, find, edges, kept } = built;
  const { targets, home } = places;
  const [drawn, hidden, names] = [
    new Map<number, Set<number>>(),
    new Map<number, number>(),
    new Map<number, Set<string>>(),
  ];
  for (const { from, to } of edges) drawn.set(to, (drawn.get(to) ?? new Set()).add(from));
  targets.forEach((target, at) => {
    const root = find(at);
    const own = names.get(root) ?? new Set<string>();
    if (at < graph.size && !graph.isPaper[at]) {
      const place = home.get(at) ?? at;
      if (place >= 0) hidden.set(find(place), (hidden.get(find(place)) ?? 0) + hiddenPapers(graph, at));
    }
    const isWhole = at < graph.size && !home.has(at);
    for (const name of isWhole ? graph.names(at) : target.forms.keys()) own.add(name);
    names.set(root, own);
  });
  const differs = mayDiffer(built);
  return kept.map((at): Row => {
    if (!differs(at)) return {};
    const { kind, base, key, forms } = targets[at];
    const first = targets[at].label;
    const label =
      first && (!forms.size || forms.has(first) || !home.has(at))
        ? first
        : (most(forms) ?? graph.label[base]);
    const aliases = [...(names.get(at) ?? [])].filter((name) => name !== label).sort();
    const apart = at >= graph.size && kept.includes(base) ? 2 * Number(graph.nodes.size?.[base] ?? 10) : 0;
    return {
      ...{ key, kind, label, aliases: aliases.join(" | "), shape: graph.data.facts.kinds[kind]?.shape },
      papers: (drawn.get(at)?.size ?? 0) + (hidden.get(at) ?? 0),
      x: Number(graph.nodes.x?.[base] ?? 0) + apart,
      ...(graph.isPaper[base] && at >= graph.size ? { ...NEW, size: 8 } : {}),
    };
  });
};
const NEW = {
  written: "",
  date: "",
  sources: "",
  url: "",
  authors: "",
  given: "",
  venue: "",
  doi: "",
  arxiv: "",
  broader: "",
};
// The label comes before other names, a pin of the kind before one of all kinds.
const rename = (pins: Pin[], rows: Row[], effects: boolean[]) => {
  const to = new Map<string, number>();
  pins.forEach((pin, at) => {
    const key = `${pin.kind ?? ""}\n${pin.name}`;
    if (pin.table === "rename" && !pin.paper && !to.has(key)) to.set(key, at);
  });
  for (const row of to.size ? rows : []) {
    if (row.kind === "paper") continue;
    const [label, aliases] = [row.label as string, split(row.aliases as string)];
    const names = [label, ...aliases].flatMap((name) => [`${row.kind}\n${name}`, `\n${name}`]);
    const at = names.map((name) => to.get(name)).find((found) => found !== undefined);
    if (at === undefined) continue;
    effects[at] = true;
    const now = pins[at].to as string;
    Object.assign(row, {
      label: now,
      aliases: [...new Set([...aliases, label])]
        .filter((name) => name !== now)
        .sort()
        .join(" | "),
    });
  }
};
const columnsOf = (names: string[], rows: Row[]) =>
  Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
const rowAt = (columns: Record<string, unknown[]>, at: number): Row =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[at]]));
const edgeRow = (graph: Graph, { from, to, relation, origins }: Edge, row: Map<number, number>): Row => {
  const all = [...origins.keys()];
  const numbers = (name: string) => all.map((e) => Number(graph.edges[name]?.[e] ?? 0));
  const own = all.length
    ? rowAt(graph.edges, all[0])
    : { weight: 1, confidence: 1, salience: 0, mentions: 1, origin: "" };
  const best = Object.fromEntries(
    ["weight", "confidence", "salience"].map((name) => [name, Math.max(...numbers(name))]),
  );
  return {
    ...own,
    ...(all.length > 1
      ? { ...best, mentions: numbers("mentions").reduce((sum, each) => sum + each, 0) }
      : {}),
    ...{ from: row.get(from), to: row.get(to), relation },
  };
};
const originOf = ({ graph, places, edges, kept }: Built, heirs: number[]): Origin => ({
  heirs,
  isPaper: graph.isPaper,
  from: graph.from,
  nodes: kept.map((at) =>
    places.targets[at].base >= 0 && !graph.isPaper[places.targets[at].base]
      ? places.targets[at].base
      : at < graph.size
        ? at
        : -1,
  ),
  edges: edges.map(({ origins }) => [...origins.keys()]),
  forms: edges.map(({ origins }) => [...origins.values()]),
});
const counts = (data: PageData, graph: Graph, rows: Row[], edges: number) => {
  if (!data.counts) return undefined;
  const found = { ...data.counts };
  for (const kind of graph.kind) found[kind] = (found[kind] ?? 0) - 1;
  for (const { kind } of rows) found[kind as string] = (found[kind as string] ?? 0) + 1;
  if ("links" in found) found.links += edges - graph.from.length;
  return found;
};
const fatesOf = ({ graph, kept, places, find }: Built, rows: Row[]) => {
  const at = new Map(kept.map((target, row) => [target, row]));
  const fates = new Map<string, Fate | null>();
  const moved: [string, number][] = [];
  const heirs = new Array<number>(graph.size).fill(-1);
  for (let i = 0; i < graph.size; i += 1) {
    if (graph.isPaper[i]) continue;
    const place = places.home.get(i) ?? i;
    const row = at.get(i) ?? (place < 0 ? undefined : at.get(find(place)));
    heirs[i] = row ?? -1;
    if (row === undefined) fates.set(graph.key[i], null);
    else if (at.get(i) === row) fates.set(graph.key[i], rows[row] as unknown as Fate);
    else {
      // Merged: one of the two stands for both. Of another kind: still itself.
      fates.set(graph.key[i], kept[row] >= graph.size ? (rows[row] as unknown as Fate) : null);
      moved.push([graph.key[i], row]);
    }
  }
  return { fates, moved, heirs };
};

/** The data as pins leave them; `surfaces` knows the forms of the edges that `asked` names. */
export const correct = (data: PageData, pins: Pin[], surfaces: Surfaces): Corrected => {
  const effects = pins.map(() => false);
  const graph = graphOf(data);
  const places = placesOf(graph, pins, surfaces, effects);
  const merged = mergesOf(graph, pins, places, effects);
  const find = (target: number) => (target < 0 ? target : merged(target));
  const edges = edgesOf(graph, pins, places, surfaces, find, effects);
  const built: Built = { graph, places, find, edges, kept: keptTargets(graph, places, find, edges) };
  const own = patches(built);
  const rows = built.kept.map(
    (at, id): Row => ({ ...rowAt(graph.nodes, places.targets[at].base), ...own[id], id }),
  );
  rename(pins, rows, effects);
  const row = new Map(built.kept.map((at, id) => [at, id]));
  const topics = correctTopics(graph, pins, effects);
  const { fates, moved, heirs } = fatesOf(built, rows);
  const lines = edges.filter(({ from, to }) => row.has(from) && row.has(to));
  return {
    effects,
    data: {
      ...data,
      nodes: topics.columns(columnsOf(Object.keys(graph.nodes), rows)),
      edges: columnsOf(
        Object.keys(graph.edges),
        lines.map((edge) => edgeRow(graph, edge, row)),
      ),
      rest: correctRest(data, topics.columns),
      topics: topics.facts(data.topics)?.map((item) => ({
        ...item,
        central: item.central.flatMap((node) => row.get(node) ?? []),
      })),
      counts: counts(data, graph, rows, lines.length),
      figures: correctFigures(data.figures, fates, topics.nameOf),
      origin: originOf({ ...built, edges: lines }, heirs),
      moved,
    },
  };
};
