// Areas around discs of several groups: smooth outlines that hold all discs of a group and never cross another.
//
// Discs grow by `reach`, as far as no other group is nearer, and shrink again to `pad` around them: what lies
// between discs of one group is filled, its outer bays are rounded (a morphological closing).
/*! d3-contour and d3-array, which draw the outlines of areas:
 *
 * Copyright 2010-2026 Mike Bostock
 *
 * Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
 * granted, provided that the above copyright notice and this permission notice appear in all copies.
 *
 * THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
 * INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
 * ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
 * THIS SOFTWARE.
 */
import { contours } from "d3-contour";
import { type Grid, nearest } from "./distance";
import type { Rect } from "./types";

export interface Disc {
  x: number;
  y: number;
  radius: number;
  group: number;
}
/** The corners of a closed curve, x and y by turns. */
export type Ring = Float64Array;
/** The part of a grid around a group: `level` is above 0 inside. */
export interface Shape extends Grid {
  group: number;
  level: Float32Array;
  rings: Ring[];
}
export interface Looks {
  cell: number;
  pad: number;
  reach: number;
}

const gridAround = (discs: Disc[], { cell, reach }: Looks): Grid => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, radius } of discs) {
    left = Math.min(left, x - radius);
    top = Math.min(top, y - radius);
    right = Math.max(right, x + radius);
    bottom = Math.max(bottom, y + radius);
  }
  const edge = reach + 3 * cell;
  const cells = (from: number, to: number) => Math.ceil((to - from + 2 * edge) / cell) + 1;
  return { left: left - edge, top: top - edge, cell, wide: cells(left, right), high: cells(top, bottom) };
};

/** How deep each cell is inside the area of its group, in cells and at most one; the group of each cell. */
const depths = (grid: Grid, discs: Disc[], { cell, pad, reach }: Looks) => {
  const { wide, high, left, top } = grid;
  const total = wide * high;
  const seeds = new Int32Array(total).fill(-1);
  // Loops, in which no pairs are made: the first time `from` with a function, and garbage, take longer than the rest.
  const radius = new Float64Array(discs.length);
  const px = new Float64Array(discs.length);
  const py = new Float64Array(discs.length);
  for (let i = 0; i < discs.length; i += 1) {
    const disc = discs[i];
    radius[i] = disc.radius / cell;
    px[i] = (disc.x - left) / cell;
    py[i] = (disc.y - top) / cell;
    const at = Math.round(py[i]) * wide + Math.round(px[i]);
    if (seeds[at] < 0 || radius[seeds[at]] < radius[i]) seeds[at] = i;
  }
  const owner = nearest(grid, seeds, radius);
  const group = new Int16Array(total).fill(-1);
  const gap = new Float32Array(total); // To the nearest disc, in cells.
  const free = new Int32Array(total).fill(-1);
  for (let cy = 0, at = 0; cy < high; cy += 1)
    for (let cx = 0; cx < wide; cx += 1, at += 1) {
      const i = owner[at];
      const dx = cx - px[i];
      const dy = cy - py[i];
      gap[at] = Math.sqrt(dx * dx + dy * dy) - radius[i];
      if (gap[at] < reach / cell) group[at] = discs[i].group;
      else free[at] = at;
    }
  const outside = nearest(grid, free, new Float64Array(total));
  const depth = new Float32Array(total).fill(-1);
  for (let cy = 0, at = 0; cy < high; cy += 1)
    for (let cx = 0; cx < wide; cx += 1, at += 1) {
      if (group[at] < 0) continue;
      const out = outside[at];
      const dx = cx - (out % wide);
      const dy = cy - Math.floor(out / wide);
      const far = Math.sqrt(dx * dx + dy * dy);
      const deep = Math.max(far - (reach - pad) / cell, pad / cell - gap[at]);
      depth[at] = Math.max(-1, Math.min(1, deep));
    }
  return { depth, group };
};

// Each value becomes the mean of it and its neighbours, in both directions.
const blur = (level: Float32Array, wide: number, high: number) => {
  const next = new Float32Array(level.length);
  for (let cy = 1; cy < high - 1; cy += 1)
    for (let cx = 1; cx < wide - 1; cx += 1) {
      const at = cy * wide + cx;
      const sides = level[at - 1] + level[at + 1] + level[at - wide] + level[at + wide];
      const corners =
        level[at - wide - 1] + level[at - wide + 1] + level[at + wide - 1] + level[at + wide + 1];
      next[at] = (4 * level[at] + 2 * sides + corners) / 16;
    }
  for (let cx = 0; cx < wide; cx += 1) next[cx] = next[(high - 1) * wide + cx] = -1;
  for (let cy = 0; cy < high; cy += 1) next[cy * wide] = next[cy * wide + wide - 1] = -1;
  return next;
};

const areaOf = (ring: number[][]) => {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[(i + 1) % ring.length]];
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice) / 2;
};
const ringsOf = ({ left, top, cell, wide, high }: Grid, level: Float32Array, least: number): Ring[] => {
  const [{ coordinates }] = contours().size([wide, high]).thresholds([0])(level as unknown as number[]);
  return coordinates.flatMap((polygon) =>
    polygon
      .filter((ring, at) => at === 0 || areaOf(ring) > least) // Small holes are filled.
      .map((ring) => {
        const open = ring.slice(0, -1);
        const kept = open.length > 24 ? open.filter((_, i) => i % 2 === 0) : open;
        // d3-contour has the middle of cell (0, 0) at (0.5, 0.5).
        return Float64Array.from(
          kept.flatMap(([px, py]) => [left + (px - 0.5) * cell, top + (py - 0.5) * cell]),
        );
      }),
  );
};

const boxesOf = ({ wide, high }: Grid, group: Int16Array) => {
  const boxes = new Map<number, Rect>();
  for (let cy = 0; cy < high; cy += 1)
    for (let cx = 0; cx < wide; cx += 1) {
      const own = group[cy * wide + cx];
      if (own < 0) continue;
      const box = boxes.get(own);
      if (!box) boxes.set(own, [cx, cy, cx, cy]);
      else {
        box[0] = Math.min(box[0], cx);
        box[2] = Math.max(box[2], cx);
        box[3] = cy;
      }
    }
  return boxes;
};
/** The area of each group that has discs; pauses now and then, so that a caller may let others work. */
export function* outlining(discs: Disc[], looks: Looks): Generator<void, Shape[]> {
  if (!discs.length) return [];
  const grid = gridAround(discs, looks);
  const { depth, group } = depths(grid, discs, looks);
  yield;
  const found: Shape[] = [];
  for (const [own, [west, north, east, south]] of boxesOf(grid, group)) {
    const part: Grid = {
      left: grid.left + (west - 2) * grid.cell,
      top: grid.top + (north - 2) * grid.cell,
      cell: grid.cell,
      wide: east - west + 5,
      high: south - north + 5,
    };
    const level = new Float32Array(part.wide * part.high).fill(-1);
    for (let cy = north; cy <= south; cy += 1)
      for (let cx = west; cx <= east; cx += 1) {
        const at = cy * grid.wide + cx;
        if (group[at] === own) level[(cy - north + 2) * part.wide + cx - west + 2] = depth[at];
      }
    const smooth = blur(blur(level, part.wide, part.high), part.wide, part.high);
    const rings = ringsOf(part, smooth, (3 * looks.pad) ** 2 / grid.cell ** 2);
    found.push({ ...part, group: own, level: smooth, rings });
    yield;
  }
  return found;
}
/** The area of each group that has discs. */
export const outlines = (discs: Disc[], looks: Looks): Shape[] => finish(outlining(discs, looks));
/** What comes out of work in steps, done in one go. */
export const finish = <Value>(work: Generator<void, Value>): Value => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
