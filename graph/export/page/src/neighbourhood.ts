// Distances along the lines that are shown: neighbourhoods and shortest paths.
import * as lines from "./lines";
import * as model from "./model";
import { size } from "./model";
import * as scene from "./scene";
import type { State } from "./types";

/** The nodes within `steps` steps, with their distance, in breadth-first order. */
export const within = (node: number, steps: number) => {
  const distance = new Map([[node, 0]]);
  for (const [here, far] of distance) {
    if (far === steps) break; // A map is iterated in the order of insertion: no nearer node follows.
    for (const line of lines.at(here)) {
      const next = lines.across(line, here);
      if (!distance.has(next)) distance.set(next, far + 1);
    }
  }
  return distance;
};

/** The lines of a shortest path, from one end to the other; null without any. Of several, the one
 * whose nodes have the fewest lines: a path through a rare name is more informative. */
export const path = (from: number, to: number): number[] | null => {
  if (from === to) return [];
  const distance = new Int32Array(size).fill(-1);
  const cost = new Float64Array(size).fill(Infinity);
  const via = new Int32Array(size).fill(-1);
  distance[from] = 0;
  cost[from] = 0;
  let ring = [from];
  while (ring.length && distance[to] < 0) {
    const next: number[] = [];
    for (const here of ring) {
      const price = cost[here] + (here === from ? 0 : lines.at(here).length);
      for (const line of lines.at(here)) {
        const there = lines.across(line, here);
        if (distance[there] >= 0 && distance[there] !== distance[here] + 1) continue;
        if (distance[there] < 0) {
          distance[there] = distance[here] + 1;
          next.push(there);
        }
        if (price < cost[there]) [cost[there], via[there]] = [price, line];
      }
    }
    ring = next;
  }
  if (distance[to] < 0) return null;
  const found: number[] = [];
  for (let here = to; here !== from; here = lines.across(via[here], here)) found.unshift(via[here]);
  return found;
};

/** The nodes along a path. */
export const stations = (from: number, found: number[]) => {
  const way = [from];
  for (const line of found) way.push(lines.across(line, way[way.length - 1]));
  return way;
};

/** Emphasise what the state selects: a path, a neighbourhood, a topic, or nothing in particular. */
export const emphasise = (now: State) => {
  const { hot } = lines.now;
  hot.fill(0);
  scene.view.focused = now.selected;
  if (now.selected >= 0 && now.target >= 0) {
    const found = path(now.selected, now.target) || [];
    for (const line of found) hot[line] = 1;
    scene.emphasise([...stations(now.selected, found), now.target]);
  } else if (now.selected >= 0) {
    const near = within(now.selected, now.steps);
    for (const [node, far] of near) {
      if (far < now.steps) for (const line of lines.at(node)) hot[line] = 1;
    }
    scene.emphasise(near.keys());
  } else if (now.topic) {
    scene.emphasise(model.topic.get(now.topic)?.members ?? []);
    for (let line = 0; line < hot.length; line += 1) {
      hot[line] = scene.hot[lines.now.a[line]] && scene.hot[lines.now.b[line]];
    }
  } else scene.emphasise(null);
};
