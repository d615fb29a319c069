// The reader's corrections of this graph: kept in this browser, applied when the page is loaded, which it is again after
// each change, so that every part of it shows the same.
import { asked, correct } from "./correct";
import { settled } from "./corrections_settle";
import { split, unpackTable } from "./data";
import { type Pin, pinsText, readPins } from "./pins";
import * as storage from "./storage";
import { edgeChunks } from "./text_chunks";
import type { PackedTable, PageData } from "./types";
import { content, unpack } from "./unpack";

/** A step of the reader's: pins that came together, and are undone together. */
export interface Step {
  said: string;
  pins: Pin[];
}
let name = "";
let kinds: string[] = [];
let steps: Step[] = [];
let effects: boolean[] = [];

// A deflated text ends with a checksum of it, which tells graphs apart.
const sumOf = (packed: string) => {
  const bytes = atob(packed.trim().slice(-8));
  return [...bytes.slice(-4)].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, "0")).join("");
};
const isSteps = (value: unknown): value is Step[] =>
  Array.isArray(value) && value.every((step) => typeof step?.said === "string" && Array.isArray(step?.pins));
const current = () => steps.flatMap((step) => step.pins);

// The written forms of the edges that corrections look at, by unpacking the chunks that have them.
const surfacesOf = async (data: PageData, pins: Pin[]) => {
  const found = new Map<number, string[]>();
  const wanted = new Set(asked(data, pins));
  if (!wanted.size) return found;
  const packed = content("text-data").split("\n");
  for (const [chunk, edges] of edgeChunks(data)) {
    if (!edges.some((e) => wanted.has(e))) continue;
    const { surfaces = [] } = unpackTable(await unpack<PackedTable>(packed[chunk]));
    edges.forEach((e, at) => {
      const text = surfaces[at];
      if (wanted.has(e) && typeof text === "string") found.set(e, split(text));
    });
  }
  return found;
};
/** The data of the page as the corrections leave them that are kept for it. */
export const applied = async (data: PageData, packed: string): Promise<PageData> => {
  name = `corrections:${sumOf(packed)}`;
  kinds = Object.keys(data.facts.kinds).filter((kind) => kind !== "paper");
  steps = storage.keptJson(name, isSteps, []);
  if (!steps.length) return data;
  try {
    const forms = await surfacesOf(data, current());
    const corrected = correct(data, current(), (edge) => forms.get(edge) ?? []);
    effects = corrected.effects;
    return corrected.data;
  } catch {
    storage.keep(name, ""); // What is kept is broken: the page without it is better than none.
    steps = [];
    return data;
  }
};

const listeners: (() => unknown)[] = [];
/** Called before the page is loaded again. */
export const onLeaving = (listener: () => unknown) => {
  listeners.push(listener);
};
const keep = (next: Step[]) => {
  storage.keep(name, next.length ? JSON.stringify(next) : "");
  for (const listener of listeners) listener();
  location.reload();
};
/** Add pins, under the words that the list says them in. */
export const add = (said: string, pins: Pin[]) => {
  const all = settled(current(), pins);
  const kept = new Set(all.map((pin) => JSON.stringify(pin)));
  const old = steps
    .map((step) => ({ ...step, pins: step.pins.filter((pin) => kept.delete(JSON.stringify(pin))) }))
    .filter((step) => step.pins.length);
  const own = all.filter((pin) => kept.has(JSON.stringify(pin)));
  keep(own.length ? [...old, { said, pins: own }] : old);
};
export const undo = (step: number) => keep(steps.filter((_, at) => at !== step));
export const reset = () => keep([]);
/** The steps, each with whether the page has what it corrects. */
export const list = () => {
  let at = 0;
  return steps.map(({ said, pins }) => {
    const own = effects.slice(at, at + pins.length);
    at += pins.length;
    return { said, seen: own.some(Boolean) };
  });
};
/** The file that `--pins` reads. */
export const toToml = () => pinsText(current());
const inWords = ({ table, ...values }: Pin) => {
  const texts = Object.values(values).flat(3).filter(Boolean) as string[];
  const shown = texts.slice(0, 4).join(", ");
  return `${table}: ${shown}${texts.length > 4 ? " …" : ""}`;
};
/** Take over the pins of a file, after those that are there. Throws one line if it is broken. */
export const takeToml = (text: string) => {
  const pins = readPins(text, kinds);
  const known = new Set(current().map((pin) => JSON.stringify(pin)));
  const more = pins.filter((pin) => !known.has(JSON.stringify(pin)));
  if (!more.length) return pins.length;
  const next = [...steps];
  for (const pin of more) next.push({ said: inWords(pin), pins: [pin] });
  keep(next);
  return pins.length;
};
/** What names an entity was found by: not one that a correction gave it. */
export const foundNames = (names: string[]) => {
  const given = new Map(
    current().flatMap((pin) => (pin.table === "rename" && !pin.paper ? [[pin.to, pin.name]] : [])),
  );
  const found = names.map((each) => given.get(each) ?? each) as string[];
  return [...new Set(found)];
};
