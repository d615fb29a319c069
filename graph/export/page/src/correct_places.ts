// Where corrections put what papers name: a form of an entity in a paper stays, is dropped, is of another kind or name,
// or belongs to a part of the entity.
import type { Graph, Surfaces } from "./correct_graph";
import type { Pin } from "./pins";

/** An entity as corrections leave it. Those before `graph.size` are the nodes of the page. */
export interface Target {
  kind: string;
  /** The node that it is made from. */
  base: number;
  /** What it is called, "" where its forms decide. */
  label: string;
  key: string;
  /** How many edges have each form. */
  forms: Map<string, number>;
  /** Whether a pin gave the name. */
  isNamed?: boolean;
}
/** The forms of an edge that go to one target. */
export type Move = [target: number, forms: string[]];
export const DROPPED = -1;

const CHANGING = ["drop", "retype", "different"];
const namesOf = (pin: Pin) => pin.names ?? (pin.name ? [pin.name] : []);
const changes = (pin: Pin) => CHANGING.includes(pin.table) || (pin.table === "rename" && Boolean(pin.paper));
/** The nodes whose edges have to be looked at one by one. */
export const touched = (graph: Graph, pins: Pin[]) => {
  const found = new Set<number>();
  for (const pin of pins.filter(changes))
    for (const name of namesOf(pin))
      for (const node of graph.named(pin.kind ?? pin.from ?? "", name)) found.add(node);
  // What is retyped is found under its kind, and may be dropped under the one that it gets.
  for (const pin of pins)
    if (pin.table === "drop")
      for (const name of namesOf(pin)) for (const node of graph.named("", name)) found.add(node);
  return [...found].sort((a, b) => a - b);
};

interface Verdict {
  dropped?: number;
  kind?: string;
  name?: string;
}
// Pins of a table by name, paper ("" everywhere) and kind ("" any): the first of equal ones.
const indexed = (graph: Graph, pins: Pin[], table: Pin["table"]) => {
  const found = new Map<string, number>();
  pins.forEach((pin, at) => {
    if (pin.table !== table || (table === "rename" && !pin.paper)) return;
    const scopes = pin.paper ? graph.papersOf(pin.paper) : [""];
    for (const name of namesOf(pin))
      for (const scope of scopes) {
        const key = [name, scope, pin.kind ?? pin.from ?? ""].join("\n");
        if (!found.has(key)) found.set(key, at);
      }
  });
  return (kind: string, name: string, paper: number) => {
    for (const scope of [paper, ""])
      for (const each of [kind, ""]) {
        const at = found.get([name, scope, each].join("\n"));
        if (at !== undefined) return at;
      }
    return -1;
  };
};

// The parts of an entity that pins tell apart, by form: the part of the label is 0.
const formParts = (graph: Graph, pins: Pin[], node: number, effects: boolean[]) => {
  const names = new Set(graph.names(node));
  const root = new Map([...names].map((name) => [name, name]));
  const find = (name: string): string => {
    const up = root.get(name) ?? name;
    return up === name ? name : find(up);
  };
  const meant = (pin: Pin) => !pin.kind || pin.kind === graph.kind[node];
  const inside = (pin: Pin) => (meant(pin) ? (pin.names ?? []).filter((name) => names.has(name)) : []);
  for (const pin of pins)
    if (pin.table === "same") {
      const [first, ...others] = inside(pin);
      for (const name of others) root.set(find(name), find(first));
    }
  const apart: [string, string, number][] = [];
  pins.forEach((pin, at) => {
    if (pin.table !== "different") return;
    const own = inside(pin);
    for (const [i, one] of own.entries())
      for (const other of own.slice(i + 1)) apart.push([find(one), find(other), at]);
  });
  const part = new Map<string, number>([[find(graph.label[node]), 0]]);
  const order = [find(graph.label[node]), ...apart.flatMap((pair) => pair.slice(0, 2) as string[])];
  for (const name of order) {
    if (part.has(name)) continue;
    const foes = apart.filter((pair) => pair.slice(0, 2).includes(name));
    const taken = new Set(foes.flatMap(([one, other]) => [part.get(one), part.get(other)]));
    let free = 0;
    while (taken.has(free)) free += 1;
    part.set(name, free);
  }
  for (const [one, other, at] of apart) if (one !== other) effects[at] = true;
  return (form: string) => (names.has(form) ? (part.get(find(form)) ?? 0) : 0);
};
// The same by paper: the lists of the first pin that has the paper.
const paperParts = (graph: Graph, pins: Pin[], node: number, effects: boolean[]) => {
  const names = new Set(graph.names(node));
  const part = new Map<number, number>();
  const own = new Set(graph.own[node].map((e) => graph.from[e]));
  pins.forEach((pin, at) => {
    const meant = pin.table === "different" && pin.name && names.has(pin.name);
    if (!meant || (pin.kind && pin.kind !== graph.kind[node])) return;
    (pin.papers as string[][]).forEach((group, number) => {
      for (const paper of group.flatMap(graph.papersOf))
        if (own.has(paper) && !part.has(paper)) part.set(paper, number);
    });
    effects[at] = true;
  });
  return (paper: number) => part.get(paper) ?? 0;
};

/** What becomes of the edges of touched nodes, and the targets that come of it. */
export const placesOf = (graph: Graph, pins: Pin[], surfaces: Surfaces, effects: boolean[]) => {
  const [dropAt, retypeAt, renameAt] = (["drop", "retype", "rename"] as const).map((table) =>
    indexed(graph, pins, table),
  );
  const targets: Target[] = graph.key.map((key, base) => ({
    ...{ kind: graph.kind[base], base, label: graph.label[base], key, forms: new Map<string, number>() },
  }));
  const made = new Map<string, number>();
  const make = (key: string, target: Omit<Target, "key" | "forms">) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    targets.push({ ...target, key, forms: new Map() });
    made.set(key, targets.length - 1);
    return targets.length - 1;
  };
  const judged = (
    kind: string,
    form: string,
    paper: number,
  ): { said: string; verdict: Verdict; by: number[] } => {
    const [rename, retype] = [renameAt(kind, form, paper), retypeAt(kind, form, paper)];
    const [name, wanted] = [pins[rename]?.to, pins[retype]?.to];
    const first = dropAt(kind, form, paper);
    const dropped = first >= 0 ? first : dropAt(wanted ?? kind, name ?? form, paper);
    const by = [rename, retype, dropped].filter((at) => at >= 0);
    const verdict = { ...(dropped >= 0 ? { dropped } : {}), kind: wanted, name };
    return { said: by.length ? `${dropped >= 0}\n${wanted}\n${name}` : "", verdict, by };
  };
  // A form that no pin names goes where all names of the entity go.
  const verdictOf = (node: number, form: string, paper: number) => {
    const own = judged(graph.kind[node], form, paper);
    if (own.said || graph.names(node).includes(form)) return own;
    const all = graph.names(node).map((name) => judged(graph.kind[node], name, paper));
    return all.every(({ said }) => said && said === all[0].said) ? all[0] : own;
  };
  const retyped = (node: number, kind: string, name?: string) => {
    const known = (name ? [name] : graph.names(node)).flatMap((each) => graph.named(kind, each));
    if (known.length) return known[0];
    if (name) return make(`${kind}:~${name}`, { kind, base: node, label: name, isNamed: true });
    return make(`${graph.key[node]}~${kind}`, { kind, base: node, label: "" });
  };
  const place = (node: number, byForm: (form: string) => number, byPaper: (paper: number) => number) => {
    const { kind, key, label } = graph;
    return (form: string, paper: number) => {
      const { verdict, by } = verdictOf(node, form, paper);
      for (const at of by) effects[at] = true;
      if (verdict.dropped !== undefined) return DROPPED;
      const wanted = verdict.kind ?? kind[node];
      if (wanted !== kind[node] || verdict.name) return retyped(node, wanted, verdict.name);
      const [one, other] = [byForm(form), byPaper(paper)];
      if (!one && !other) return node;
      return make(`${key[node]}~${one}.${other}`, {
        kind: kind[node],
        base: node,
        label: one ? "" : label[node],
      });
    };
  };
  // What a paper means by another name has that name, whatever it writes.
  const count = (target: number, form: string, more: number) => {
    const { forms, label, isNamed } = targets[target];
    const name = isNamed ? label : form;
    forms.set(name, (forms.get(name) ?? 0) + more);
  };
  const moves = new Map<number, Move[]>();
  /** Where the papers of a node go that the page does not draw. */
  const home = new Map<number, number>();
  for (const node of touched(graph, pins)) {
    const byForm = formParts(graph, pins, node, effects);
    const at = place(node, byForm, paperParts(graph, pins, node, effects));
    home.set(node, at(graph.label[node], -1));
    for (const name of graph.names(node)) {
      const target = at(name, -1);
      if (target >= 0) count(target, name, 0);
    }
    for (const e of graph.own[node]) {
      const written = surfaces(e);
      const own = new Map<number, string[]>();
      for (const form of written.length ? written : [graph.label[node]]) {
        const target = at(form, graph.from[e]);
        own.set(target, [...(own.get(target) ?? []), form]);
        if (target >= 0) count(target, form, 1);
      }
      moves.set(
        e,
        [...own].filter(([target]) => target !== DROPPED),
      );
    }
  }
  return { targets, moves, home };
};
export type Places = ReturnType<typeof placesOf>;
