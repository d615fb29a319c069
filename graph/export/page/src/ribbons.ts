// From afar a ribbon for the links between two topics: only the strongest of each topic.
import * as lines from "./lines";
import { isPaper, nodes, topic, topics } from "./model";

/** Two topics, by rank, and how strongly they are linked, from 0 to 1. */
export interface Ribbon {
  from: number;
  to: number;
  strength: number;
}
const MOST = 2; // Of each topic.

const rankAt = Int32Array.from(nodes.topic, (name) => topic.get(name)?.rank ?? -1);
const paper = Uint8Array.from(nodes.id, (i) => Number(isPaper(i)));

/** Probable links between papers of two topics; where no papers are linked, all lines between the topics. */
const linked = () => {
  const { count, a, b, weight, apart } = lines.now;
  const sums = new Float64Array(topics.length ** 2);
  const counts = new Float64Array(topics.length ** 2);
  let found = 0;
  for (let line = 0; line < count; line += 1) {
    if (!apart[line]) continue;
    const p = rankAt[a[line]];
    const q = rankAt[b[line]];
    if (p < 0 || q < 0) continue;
    const pair = Math.min(p, q) * topics.length + Math.max(p, q);
    counts[pair] += 1;
    if (!paper[a[line]] || !paper[b[line]]) continue;
    sums[pair] += weight[line];
    found += 1;
  }
  return found ? sums : counts;
};
export const compute = (): Ribbon[] => {
  const sums = linked();
  const own: Ribbon[][] = topics.map(() => []);
  sums.forEach((strength, pair) => {
    if (!strength) return;
    const ribbon = { from: Math.floor(pair / topics.length), to: pair % topics.length, strength };
    own[ribbon.from].push(ribbon);
    own[ribbon.to].push(ribbon);
  });
  const kept = new Set(own.flatMap((list) => list.sort((p, q) => q.strength - p.strength).slice(0, MOST)));
  const most = Math.max(...[...kept].map(({ strength }) => strength));
  return [...kept]
    .map((ribbon) => ({ ...ribbon, strength: ribbon.strength / most }))
    .sort((p, q) => p.strength - q.strength);
};
let made: { of: Int32Array; ribbons: Ribbon[] } | null = null;
/** The ribbons of the lines that there are now. */
export const current = () => {
  const { a: of } = lines.now;
  if (made?.of !== of) made = { of, ribbons: compute() };
  return made.ribbons;
};
