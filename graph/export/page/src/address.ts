// The state as a URL hash and back: "#method:lora&steps=2&view=papers&see=12,-30,1.8". A field that makes no
// sense is ignored, so that a link from another graph, or a malicious one, opens the page all the same.
import * as model from "./model";
import { at, nodes } from "./model";
import type { Camera, Colour, Field, Left, Main, State, TableName, View } from "./types";

const COLOURS: Colour[] = ["kind", "topic"];
const VIEWS: View[] = ["full", "papers", "entities"];
const TABLES: TableName[] = ["papers", "entities", "links"];
const MAINS: Main[] = ["map", "table", "matrix", "compare"];
const LEFTS: Left[] = ["papers", "filters", ""];
const MOST_TEXT = 500;
const MOST_CORNERS = 200;
export const MOST_COMPARED = 4;
// What papers only mention in the background is hidden at first: half a field mentions its hubs.
const background = [...model.relations.keys()].filter((name) => model.RELATIONS[name]?.background);
export const fresh = (): State => ({
  selected: -1,
  target: -1,
  steps: 1,
  topic: "",
  colour: model.topics.length > 1 ? "topic" : "kind",
  view: "full",
  main: "map",
  table: "papers",
  left: "papers",
  focus: false,
  compare: [],
  hiddenKinds: new Set(),
  hiddenRelations: new Set(background),
  hiddenTopics: new Set(),
  text: "",
  lasso: [],
  confidence: 0,
  papers: 1,
  weight: 0,
  together: 1,
  since: "",
  until: "",
});

const encode = (text: string) => encodeURIComponent(text).replaceAll("%3A", ":");
const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
};
const list = (values: Set<string>) => [...values].map(encode).join(",");
const known = (values: Map<string, unknown>) => (text: string) =>
  new Set(
    text
      .split(",")
      .map(decode)
      .filter((value) => values.has(value)),
  );
const node = (text: string) => at.get(decode(text)) ?? -1;
const among =
  <Value extends string>(values: Value[], fallback: Value) =>
  (text: string) =>
    values.find((value) => value === text) ?? fallback;
const number = (least: number, most: number) => (text: string) => {
  const value = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
};
const whole = (least: number) => (text: string) => Math.round(number(least, 1e6)(text));
const day = (text: string) => (/^[0-9-]{4,10}$/.test(text) ? text : ""); // 2024, 2024-05, 2024-05-31
const topic = (text: string) => (model.topic.has(decode(text)) ? decode(text) : "");

/** How one field of the state is written into the address, if it differs from the first state, and read. */
interface Codec {
  format(now: State, first: State): string | null;
  read(now: State, text: string): void;
}
export const same = (a: unknown, b: unknown) => {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
  return a === b;
};
const codec = <Name extends Field>(
  field: Name,
  format: (value: State[Name]) => string,
  parse: (text: string) => State[Name],
): Codec => ({
  format: (now, first) => (same(now[field], first[field]) ? null : format(now[field])),
  read: (now, text) => {
    now[field] = parse(text);
  },
});
// An address of an earlier version: the table had no place of its own, and papers were among "nodes".
const readTable = (now: State, text: string) => {
  const table = TABLES.find((name) => name === text || (name === "papers" && text === "nodes"));
  if (table) Object.assign(now, { main: "table", table });
};
const several = (text: string) =>
  [...new Set(text.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
const polygon = (text: string) => {
  const found = text.split(",").map((one) => (one === "" ? Number.NaN : Math.round(Number(one))));
  const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
  return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
};
// The topics that are hidden, or those that are left, whatever is shorter: "without=A,B" or "topics=C".
const NONE = "-"; // Stands for "", what has no topic; a topic of that name is written "%2D".
const name = (topic: string) => (topic === "" ? NONE : topic === NONE ? "%2D" : encode(topic));
const topicNames = (text: string) =>
  text
    .split(",")
    .map((part) => (part === NONE ? "" : decode(part) || null))
    .filter((part): part is string => part === "" || (part !== null && model.topic.has(part)));
const tops = ["", ...model.topics.map((item) => item.name)];
const below = (top: string) => (model.topic.get(top)?.subtopics ?? []).map((item) => item.name);
const hiddenBut = (left: string[]) => {
  const kept = new Set(left);
  return new Set(
    tops.flatMap((top) => {
      if (kept.has(top)) return [];
      const some = below(top).some((finer) => kept.has(finer));
      return some ? below(top).filter((finer) => !kept.has(finer)) : [top];
    }),
  );
};
/** The topics that are left, subtopics where only some of a topic are: null where names cannot say it. */
export const topicsLeft = (hidden: Set<string>) => {
  const left = leftOf(hidden);
  return left.length && same(hiddenBut(left), hidden) ? left : null;
};
const leftOf = (hidden: Set<string>) =>
  tops.flatMap((top) => {
    if (hidden.has(top)) return [];
    const finer = below(top);
    return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top];
  });
const formatTopics = (hidden: Set<string>): ["topics" | "without", string] => {
  const left = topicsLeft(hidden);
  const [without, topics] = [[...hidden].map(name).join(","), (left ?? []).map(name).join(",")];
  return left && topics.length < without.length ? ["topics", topics] : ["without", without];
};
const hiddenTopics = (field: "topics" | "without"): Codec => ({
  format: ({ hiddenTopics: hidden }) => {
    const [written, text] = hidden.size ? formatTopics(hidden) : ["", ""];
    return written === field ? text : null;
  },
  read: (now, text) => {
    const named = topicNames(text);
    if (named.length) now.hiddenTopics = field === "topics" ? hiddenBut(named) : new Set(named);
  },
});
const CODECS: Record<string, Codec> = {
  to: codec("target", (value) => encode(nodes.key[value]), node),
  steps: codec("steps", String, (text) => (text === "2" ? 2 : 1)),
  topic: codec("topic", encode, topic),
  colour: codec("colour", String, among(COLOURS, fresh().colour)),
  view: codec("view", String, among(VIEWS, "full")),
  main: codec("main", String, among(MAINS, "map")),
  rows: codec("table", String, among(TABLES, "papers")),
  table: { format: () => null, read: readTable },
  left: codec("left", String, (text) => (text === "" ? "" : among(LEFTS, "papers")(text))),
  focus: codec(
    "focus",
    (value) => String(Number(value)),
    (text) => text === "1",
  ),
  compare: codec("compare", (value) => value.map((one) => encode(nodes.key[one])).join(","), several),
  hide: codec("hiddenKinds", list, known(model.kinds)),
  drop: codec("hiddenRelations", list, known(model.relations)),
  without: hiddenTopics("without"),
  topics: hiddenTopics("topics"),
  text: codec("text", encode, (text) => decode(text).trim().slice(0, MOST_TEXT)),
  lasso: codec("lasso", (value) => value.join(","), polygon),
  confidence: codec("confidence", String, number(0, 1)),
  papers: codec("papers", String, whole(1)),
  weight: codec("weight", String, number(0, 1e6)),
  together: codec("together", String, whole(1)),
  since: codec("since", encode, day),
  until: codec("until", encode, day),
};

export const write = (now: State, camera: Camera | null = null) => {
  const first = fresh();
  const parts = Object.entries(CODECS).flatMap(([name, { format }]) => {
    const text = format(now, first);
    return text === null ? [] : [`${name}=${text}`];
  });
  if (camera)
    parts.push(
      `${camera.relative ? "see" : "at"}=${Math.round(camera.x)},${Math.round(camera.y)},${Number(camera.zoom.toPrecision(3))}`,
    );
  const key = now.selected < 0 ? "" : encode(nodes.key[now.selected]);
  return key || parts.length ? `#${[key, ...parts].join("&")}` : "";
};
export const read = (hash: string) => {
  const [key, ...parts] = hash.replace(/^#/, "").split("&");
  const found: { now: State; camera: Camera | null } = {
    now: { ...fresh(), selected: node(key) },
    camera: null,
  };
  for (const part of parts) {
    const cut = part.indexOf("=");
    const [name, text] = [part.slice(0, cut), part.slice(cut + 1)];
    if (Object.hasOwn(CODECS, name)) CODECS[name].read(found.now, text);
    // Links of earlier versions have "at": the middle of the whole canvas, and a zoom that fits one window only.
    const [x, y, zoom] = name === "at" || name === "see" ? text.split(",").map(Number) : [];
    if ([x, y, zoom].every(Number.isFinite) && zoom > 0)
      found.camera = { x, y, zoom, ...(name === "see" ? { relative: true } : {}) };
  }
  return found;
};
/** Whether an address names a node that this page does not have. */
export const isStranger = (hash: string) => {
  const [key] = hash.replace(/^#/, "").split("&");
  return decode(key).includes(":") && node(key) < 0;
};
export const ofNode = (selected: number) => `#${encode(nodes.key[selected])}`;
