// How nodes look, in groups of one colour, and which of them are drawn where too many are for the screen.
import { isPaper, nodes, size } from "./model";
import { hot, radius, shown, view, x, y } from "./scene";
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
const order = [...nodes.id].sort(
  (a, b) => Number(isPaper(b)) - Number(isPaper(a)) || radius[b] - radius[a] || a - b,
);

/** The nodes of which none covers another at this zoom: a sample where they are crowded. */
const thinned = (zoom: number) => {
  const cell = APART / zoom;
  const taken = new Set<number>();
  return order.filter((i) => {
    if (!shown[i]) return false;
    if (radius[i] > cell) return true;
    const key = Math.round(x[i] / cell) * 100_003 + Math.round(y[i] / cell);
    return !taken.has(key) && taken.add(key);
  });
};
const looksAt = (zoom: number): Look[] => {
  const found = new Map<string, Look>();
  for (const i of thinned(zoom)) {
    const colour = theme.ofNode(i);
    const paper = isPaper(i);
    const faded = view.emphasis && !hot[i];
    const key = `${faded ? 0 : 1}${paper ? 1 : 0}${colour}`;
    const look = found.get(key);
    if (look) look.members.push(i);
    else found.set(key, { colour, paper, faded, members: [i] });
  }
  return [...found].sort((p, q) => (p[0] < q[0] ? -1 : 1)).map(([, look]) => look);
};
const kept = new Map<number, Look[]>();
/** Forget how nodes look: something other than the camera has changed. */
export const stale = () => kept.clear();
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
