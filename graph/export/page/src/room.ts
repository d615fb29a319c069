// Where in an area a rectangle fits: names stand inside their areas, as large as these allow.
import type { Grid } from "./distance";
import type { Point } from "./types";

/** A rectangle of the asked shape: its middle, and how many units of the graph a unit of it may be at most. */
export interface Spot extends Point {
  scale: number;
}
export interface Mask extends Grid {
  level: Float32Array;
}
const STEPS = 7;

/** How many cells are inside, in the rectangle from the first cell to each. */
const sums = ({ wide, high, level }: Mask) => {
  const found = new Int32Array((wide + 1) * (high + 1));
  for (let cy = 0; cy < high; cy += 1) {
    let row = 0;
    for (let cx = 0; cx < wide; cx += 1) {
      row += level[cy * wide + cx] > 0 ? 1 : 0;
      found[(cy + 1) * (wide + 1) + cx + 1] = found[cy * (wide + 1) + cx + 1] + row;
    }
  }
  return found;
};
/** The mean of the cells that are inside, in cells. */
export const middleOf = ({ wide, level }: Mask): Point => {
  let x = 0;
  let y = 0;
  let count = 0;
  level.forEach((value, at) => {
    if (value <= 0) return;
    x += at % wide;
    y += Math.floor(at / wide);
    count += 1;
  });
  return { x: x / Math.max(count, 1), y: y / Math.max(count, 1) };
};
/** A function that finds the largest spot in the area for a rectangle of `width` by `height`; null without any. */
export const roomIn = (mask: Mask) => {
  const { left, top, cell, wide, high } = mask;
  const inside = sums(mask);
  const middle = middleOf(mask);
  // The free place for so many cells that is nearest to the middle.
  const place = (across: number, down: number, stride: number): Point | null => {
    let best: Point | null = null;
    let least = Infinity;
    for (let cy = 0; cy + down <= high; cy += stride)
      for (let cx = 0; cx + across <= wide; cx += stride) {
        const from = cy * (wide + 1) + cx;
        const to = from + down * (wide + 1);
        if (inside[to + across] - inside[to] - inside[from + across] + inside[from] < across * down) continue;
        const x = cx + (across - 1) / 2;
        const y = cy + (down - 1) / 2;
        const off = (x - middle.x) ** 2 + 2 * (y - middle.y) ** 2;
        if (off < least) {
          least = off;
          best = { x, y };
        }
      }
    return best;
  };
  return (width: number, height: number): Spot | null => {
    const at = (scale: number, stride: number) =>
      place(
        Math.max(1, Math.round((width * scale) / cell)),
        Math.max(1, Math.round((height * scale) / cell)),
        stride,
      );
    let [least, most] = [0, Math.min((wide * cell) / width, (high * cell) / height)];
    let found: Point | null = null;
    for (let step = 0; step < STEPS; step += 1) {
      const scale = (least + most) / 2;
      const spot = at(scale, step < STEPS - 2 && wide * high > 1_000 ? 2 : 1);
      if (spot) [least, found] = [scale, spot];
      else most = scale;
    }
    return found && { x: left + found.x * cell, y: top + found.y * cell, scale: least };
  };
};
/** Whether a point is inside, between the middles of cells in proportion. */
export const contains = ({ left, top, cell, wide, high, level }: Mask, x: number, y: number) => {
  const [gx, gy] = [(x - left) / cell, (y - top) / cell];
  const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
  if (cx < 0 || cy < 0 || cx >= wide - 1 || cy >= high - 1) return false;
  const [fx, fy, at] = [gx - cx, gy - cy, cy * wide + cx];
  const upper = level[at] * (1 - fx) + level[at + 1] * fx;
  const lower = level[at + wide] * (1 - fx) + level[at + wide + 1] * fx;
  return upper * (1 - fy) + lower * fy > 0;
};
