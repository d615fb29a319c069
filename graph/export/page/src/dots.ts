// How nodes look, in groups of one colour, and which of them are drawn where too many are for the screen.
import { isPaper, KINDS, nodes, size, topic, topics } from "./model";
import { hot, radius, shown, view, x, y } from "./scene";
import * as state from "./state";
import * as theme from "./theme";

/** Nodes of one look, drawn as one path; `strength` is how much of the colour there is, the rest is ground. */
export interface Look {
  colour: string;
  paper: boolean;
  faded: boolean;
  members: number[];
}
const APART = 2.9; // Dots that are nearer, in CSS pixels, would be one.
// Papers first, then entities, the larger first.
const paper = Uint8Array.from(nodes.id, (i) => Number(isPaper(i)));
const order = Int32Array.from(nodes.id).sort((a, b) => paper[b] - paper[a] || radius[b] - radius[a] || a - b);
const kinds = Object.keys(KINDS);
// What a colour may depend on.
const topicAt = Int32Array.from(nodes.topic, (name) => topic.get(name)?.rank ?? topics.length);
const kindAt = Int32Array.from(nodes.kind, (kind) => kinds.indexOf(kind) + 1);

/** The nodes of which none covers another at this zoom: a sample where they are crowded. */
const sample = (zoom: number) => {
  const cell = APART / zoom;
  const taken = new Set<number>();
  return order.filter((i) => {
    if (!shown[i]) return false;
    if (radius[i] > cell) return true;
    const key = Math.round(x[i] / cell) * 100_003 + Math.round(y[i] / cell);
    return !taken.has(key) && taken.add(key);
  });
};
// They depend on what is shown only, not on what is emphasised or on colours.
let of = shown.slice();
const samples = new Map<number, Int32Array>();
const thinned = (zoom: number) => {
  const known = samples.get(zoom);
  if (known) return known;
  const made = sample(zoom);
  samples.set(zoom, made);
  return made;
};
const looksAt = (zoom: number): Look[] => {
  const found = new Map<number, Look>();
  const group = state.now.colour === "topic" ? topicAt : kindAt;
  for (const i of thinned(zoom)) {
    const faded = view.emphasis && !hot[i];
    const key = 4 * group[i] + 2 * paper[i] + Number(faded);
    const look = found.get(key);
    if (look) look.members.push(i);
    else found.set(key, { colour: theme.ofNode(i), paper: paper[i] === 1, faded, members: [i] });
  }
  const before = (p: Look, q: Look) =>
    Number(q.faded) - Number(p.faded) ||
    Number(p.paper) - Number(q.paper) ||
    (p.colour < q.colour ? -1 : Number(p.colour > q.colour));
  return [...found.values()].sort(before);
};
const kept = new Map<number, Look[]>();
/** Forget how nodes look: something other than the camera has changed. */
export const stale = () => {
  kept.clear();
  if (of.every((value, i) => value === shown[i])) return;
  of = shown.slice();
  samples.clear();
};
/** The looks of what is drawn at a zoom; papers come after entities, what is emphasised last. */
export const at = (zoom: number): Look[] => {
  // Beyond some zoom no dots are near each other.
  const step = Math.min(4, Math.floor(2 * Math.log2(Math.max(zoom, 1e-6))));
  const known = kept.get(step);
  if (known) return known;
  const made = looksAt(2 ** (step / 2));
  kept.set(step, made);
  return made;
};
export const drawn = (zoom: number) => at(zoom).reduce((sum, { members }) => sum + members.length, 0);
export const total = size;
