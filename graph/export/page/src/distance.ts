// Distances on a grid: for each cell the nearest of many discs (Felzenszwalb and Huttenlocher, "Distance
// Transforms of Sampled Functions", 2012), in time linear in the cells.

/** A grid of `wide` by `high` cells; the middle of cell (0, 0) is at (`left`, `top`). */
export interface Grid {
  left: number;
  top: number;
  cell: number;
  wide: number;
  high: number;
}
const NONE = 1e20;

/** Buffers of one line of the grid: `lowest` has what was found. */
interface Line {
  value: Float64Array;
  lowest: Int32Array;
  index: Int32Array;
  starts: Float64Array;
}
const line = (length: number): Line => ({
  value: new Float64Array(length),
  lowest: new Int32Array(length),
  index: new Int32Array(length),
  starts: new Float64Array(length),
});
// The lower envelope of the parabolas (q - p)² + value[p]: the p of the lowest at each q, -1 without any.
const envelope = (length: number, { value, lowest, index, starts }: Line) => {
  let top = -1;
  for (let q = 0; q < length; q += 1) {
    const own = value[q];
    if (own >= NONE) continue;
    let start = -Infinity;
    while (top >= 0) {
      const p = index[top];
      start = (own + q * q - value[p] - p * p) / (2 * (q - p));
      if (start > starts[top]) break;
      top -= 1;
      start = -Infinity;
    }
    top += 1;
    index[top] = q;
    starts[top] = start;
  }
  let at = 0;
  for (let q = 0; q < length; q += 1) {
    while (at < top && starts[at + 1] < q) at += 1;
    lowest[q] = top < 0 ? -1 : index[at];
  }
};

/**
 * For each cell the disc of least power (d² - r²), or -1 where there is none at all.
 *
 * `seeds` has a disc for each cell or -1, `radius` the radius of each disc in cells.
 */
export const nearest = ({ wide, high }: Grid, seeds: Int32Array, radius: Float64Array): Int32Array => {
  const found = new Int32Array(wide * high);
  const power = new Float64Array(wide * high);
  const down = line(high);
  for (let cx = 0; cx < wide; cx += 1) {
    for (let cy = 0, at = cx; cy < high; cy += 1, at += wide) {
      const seed = seeds[at];
      down.value[cy] = seed < 0 ? NONE : -radius[seed] * radius[seed];
    }
    envelope(high, down);
    for (let cy = 0, at = cx; cy < high; cy += 1, at += wide) {
      const p = down.lowest[cy];
      found[at] = p < 0 ? -1 : seeds[p * wide + cx];
      power[at] = p < 0 ? NONE : (cy - p) * (cy - p) + down.value[p];
    }
  }
  const across = line(wide);
  const row = new Int32Array(wide);
  for (let cy = 0; cy < high; cy += 1) {
    const first = cy * wide;
    for (let cx = 0; cx < wide; cx += 1) {
      across.value[cx] = power[first + cx];
      row[cx] = found[first + cx];
    }
    envelope(wide, across);
    for (let cx = 0; cx < wide; cx += 1)
      found[first + cx] = across.lowest[cx] < 0 ? -1 : row[across.lowest[cx]];
  }
  return found;
};
