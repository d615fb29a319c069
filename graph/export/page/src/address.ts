// The state as a URL hash and back: "#method:lora&steps=2&view=papers&at=12,-30,0.8". A field that makes no
// sense is ignored, so that a link from another graph, or a malicious one, opens the page all the same.
import * as model from "./model";
import { at, nodes } from "./model";
import type { Camera, Colour, Field, State, TableName, View } from "./types";

const COLOURS: Colour[] = ["kind", "topic"];
const VIEWS: View[] = ["full", "papers", "entities"];
const TABLES: TableName[] = ["", "nodes", "links"];
// What papers only mention in the background is hidden at first: half a field mentions its hubs.
const background = [...model.relations.keys()].filter((name) => model.RELATIONS[name]?.background);
export const fresh = (): State => ({
  selected: -1,
  target: -1,
  steps: 1,
  topic: "",
  colour: model.topics.length > 1 ? "topic" : "kind",
  view: "full",
  table: "",
  hiddenKinds: new Set(),
  hiddenRelations: new Set(background),
  hiddenTopics: new Set(),
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
export const same = (a: unknown, b: unknown) =>
  a instanceof Set && b instanceof Set ? a.size === b.size && [...a].every((one) => b.has(one)) : a === b;
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
const CODECS: Record<string, Codec> = {
  to: codec("target", (value) => encode(nodes.key[value]), node),
  steps: codec("steps", String, (text) => (text === "2" ? 2 : 1)),
  topic: codec("topic", encode, topic),
  colour: codec("colour", String, among(COLOURS, fresh().colour)),
  view: codec("view", String, among(VIEWS, "full")),
  table: codec("table", String, among(TABLES, "")),
  hide: codec("hiddenKinds", list, known(model.kinds)),
  drop: codec("hiddenRelations", list, known(model.relations)),
  without: codec("hiddenTopics", list, known(model.topic)),
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
    parts.push(`at=${Math.round(camera.x)},${Math.round(camera.y)},${Number(camera.zoom.toPrecision(3))}`);
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
    const [x, y, zoom] = name === "at" ? text.split(",").map(Number) : [];
    if ([x, y, zoom].every(Number.isFinite) && zoom > 0) found.camera = { x, y, zoom };
  }
  return found;
};
export const ofNode = (selected: number) => `#${encode(nodes.key[selected])}`;
