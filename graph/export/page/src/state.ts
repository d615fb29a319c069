// What the reader chose. Every part of the page reads it here and listens to changes here; the URL hash follows.
// What a reader would want to undo is a step in the history; filters and the camera amend the last step.
import * as address from "./address";
import { MOST_COMPARED, same } from "./address";
import * as model from "./model";
import type { Camera, Colour, Field, Left, Main, State, TableName, View } from "./types";

export type Group = "selection" | "filter" | "colour" | "main" | "left" | "focus" | "compare";
type Listener = (now: State, changed: Field[]) => unknown;
type Way = "pushState" | "replaceState";

const listeners: [Group[], Listener][] = [];
const arrivals: ((camera: Camera) => unknown)[] = [];
export const now = address.fresh();
const AMEND_AFTER = 250; // Browsers drop updates that are too frequent.
const GROUPS: Record<Group, Field[]> = {
  selection: ["selected", "target", "steps", "topic"],
  filter: [
    "view",
    "hiddenKinds",
    "hiddenRelations",
    "hiddenTopics",
    "text",
    "lasso",
    "confidence",
    "papers",
    "weight",
    "together",
    "since",
    "until",
  ],
  colour: ["colour"],
  main: ["main", "table"],
  left: ["left"],
  focus: ["focus"],
  compare: ["compare"],
};
let camera: () => Camera | null = () => null;
let timer = 0;
let mute = false; // A sandboxed frame has no address of its own to write to.

const write = (way: Way) => {
  clearTimeout(timer);
  timer = 0;
  const hash = address.write(now, way === "replaceState" ? camera() : null);
  if (mute || (way === "replaceState" && hash === location.hash)) return;
  try {
    history[way](null, "", hash || location.pathname + location.search);
  } catch {
    mute = true;
  }
};
const amend = () => {
  clearTimeout(timer);
  timer = window.setTimeout(write, AMEND_AFTER, "replaceState");
};
// Applies what differs and notifies each listener once; returns whether anything did.
const apply = (changes: Partial<State>) => {
  const changed = (Object.keys(changes) as Field[]).filter((field) => !same(now[field], changes[field]));
  Object.assign(now, changes);
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) =>
    GROUPS[group].some((field) => changed.includes(field)),
  );
  for (const [wanted, listener] of listeners)
    if (wanted.some((group) => groups.includes(group))) listener(now, changed);
  return changed.length > 0;
};
const step = (changes: Partial<State>) => {
  if (timer) write("replaceState"); // The pending update belongs to the step before.
  if (apply(changes)) write("pushState");
};
const adjust = (changes: Partial<State>) => {
  if (apply(changes)) amend();
};

// A node that is asked for by name is shown, even if it was hidden before.
const revealing = (node: number): Partial<State> => {
  if (node < 0) return {};
  const without = (set: Set<string>, value: string) => new Set([...set].filter((item) => item !== value));
  const { kind, topic, subtopic } = model.nodes;
  const fits = now.view === "full" || (now.view === "papers") === model.isPaper(node);
  // What only hidden relations lead to would stand there alone.
  const own = model.around[node];
  const alone = own.length > 0 && own.every((edge) => now.hiddenRelations.has(model.edges.relation[edge]));
  const shown = new Set(alone ? own.map((edge) => model.edges.relation[edge]) : []);
  return {
    view: fits ? now.view : "full",
    hiddenRelations: new Set([...now.hiddenRelations].filter((relation) => !shown.has(relation))),
    hiddenKinds: without(now.hiddenKinds, kind[node]),
    hiddenTopics: without(without(now.hiddenTopics, topic[node]), subtopic[node]),
  };
};
const toggled = (set: Set<string>, value: string) => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};
const follow = () => {
  const found = address.read(location.hash);
  clearTimeout(timer);
  timer = 0;
  apply(found.now);
  if (found.camera) for (const listener of arrivals) listener(found.camera);
};

/** Listen to groups of fields: once a change, in the order of asking. */
export const on = (groups: Group[], listener: Listener) => {
  listeners.push([groups, listener]);
};
/** An act that is asked for by several listeners of one change is done once, after all of them. */
export const once = (act: () => unknown) => {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      act();
    });
  };
};
export const onArrival = (listener: (camera: Camera) => unknown) => {
  arrivals.push(listener);
};
export const select = (node: number) => step({ selected: node, target: -1, topic: "", ...revealing(node) });
export const pathTo = (node: number) => step({ target: node, topic: "", ...revealing(node) });
export const showSteps = (steps: number) => step({ steps });
export const clear = () => step({ selected: -1, target: -1, topic: "" });
export const showTopic = (name: string) =>
  step({ selected: -1, target: -1, topic: now.topic === name ? "" : name });
export const view = (chosen: View) => {
  const fits = (node: number) =>
    node < 0 || chosen === "full" || (chosen === "papers") === model.isPaper(node);
  const keep = fits(now.selected) && fits(now.target);
  step({ view: chosen, ...(keep ? {} : { selected: -1, target: -1 }) });
};
/** Put something else in the middle. */
export const show = (main: Main) => step({ main });
export const table = (table: TableName) => step({ main: "table", table });
export const tab = (left: Left) => adjust({ left });
export const focusOn = (focus: boolean) => step({ focus });
/** The nodes to compare: the last four of those that are given. */
export const compare = (nodes: number[]) => adjust({ compare: [...new Set(nodes)].slice(-MOST_COMPARED) });
export const toggleKind = (kind: string) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
export const toggleRelation = (relation: string) =>
  adjust({ hiddenRelations: toggled(now.hiddenRelations, relation) });
export const toggleTopic = (name: string) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name) });
/** Hide all others of a facet; a second time, none. */
const only = (all: Iterable<string>, value: string, now: Set<string>) => {
  const others = new Set([...all].filter((other) => other !== value));
  return same(now, others) ? null : others;
};
export const onlyKind = (kind: string) =>
  adjust({ hiddenKinds: only(model.kinds.keys(), kind, now.hiddenKinds) ?? new Set() });
export const onlyRelation = (relation: string) => {
  const first = address.fresh().hiddenRelations;
  adjust({ hiddenRelations: only(model.relations.keys(), relation, now.hiddenRelations) ?? first });
};
export const isOnlyTopic = (name: string) => same(now.hiddenTopics, model.topicsBut(name));
export const isOnlyKind = (kind: string) => only(model.kinds.keys(), kind, now.hiddenKinds) === null;
export const isOnlyRelation = (relation: string) =>
  only(model.relations.keys(), relation, now.hiddenRelations) === null;
/** Of a subtopic also its siblings are hidden, but not its topic. */
export const onlyTopic = (name: string) => {
  adjust({ hiddenTopics: isOnlyTopic(name) ? new Set() : model.topicsBut(name) });
};
/** Change several filters at once. */
export const refine = (changes: Partial<State>) => adjust(changes);
/** A question that the page itself asks: a step in the history, whatever it chooses and filters. */
export const answer = (changes: Partial<State>) =>
  step({ selected: -1, target: -1, topic: "", ...revealing(changes.target ?? -1), ...changes });
export const narrow = <Name extends Field>(field: Name, value: State[Name]) => adjust({ [field]: value });
/** Take back all filters but the view. */
export const widen = () => {
  const first = address.fresh();
  const fields = GROUPS.filter.filter((field) => field !== "view");
  adjust(Object.fromEntries(fields.map((field) => [field, first[field]])));
};
/** Whether a field of this name is a filter, the view among them. */
export const isFilter = (field: Field) => GROUPS.filter.includes(field);
export const isNarrowed = () => {
  const first = address.fresh();
  return GROUPS.filter.some((field) => field !== "view" && !same(now[field], first[field]));
};
export const colourBy = (colour: Colour) => adjust({ colour });
export const cameraMoved = amend;
/** Let the address hold all of it at once. */
export const flush = () => write("replaceState");
/** Whether the address holds all of it. */
export const isWritten = () => !timer;
export const start = (readCamera: () => Camera | null) => {
  camera = readCamera;
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  follow();
};
