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

/** Buffers of one line of the grid. */
interface Line {
  value: Float64Array;
  index: Int32Array;
  starts: Float64Array;
}
const line = (length: number): Line => ({
  value: new Float64Array(length),
  index: new Int32Array(length),
  starts: new Float64Array(length + 1),
});
// The lower envelope of parabolas (q - p)² + value[p]: `act` gets each q with the p of its lowest one.
const envelope = (length: number, { value, index, starts }: Line, act: (q: number, p: number) => void) => {
  let top = -1;
  for (let q = 0; q < length; q += 1) {
    if (value[q] >= NONE) continue;
    let start = -Infinity;
    while (top >= 0) {
      const p = index[top];
      start = (value[q] + q * q - value[p] - p * p) / (2 * (q - p));
      if (start > starts[top]) break;
      top -= 1;
    }
    if (top < 0) start = -Infinity;
    top += 1;
    index[top] = q;
    starts[top] = start;
  }
  if (top < 0) return;
  let at = 0;
  for (let q = 0; q < length; q += 1) {
    while (at < top && starts[at + 1] < q) at += 1;
    act(q, index[at]);
  }
};

/**
 * For each cell the disc of least power (d² - r²), or -1 where there is none at all.
 *
 * `seeds` has a disc for each cell or -1, `radius` the radius of each disc in cells.
 */
export const nearest = ({ wide, high }: Grid, seeds: Int32Array, radius: ArrayLike<number>): Int32Array => {
  const found = new Int32Array(wide * high).fill(-1);
  const power = new Float64Array(wide * high).fill(NONE);
  const down = line(high);
  for (let cx = 0; cx < wide; cx += 1) {
    for (let cy = 0; cy < high; cy += 1) {
      const seed = seeds[cy * wide + cx];
      down.value[cy] = seed < 0 ? NONE : -(radius[seed] ** 2);
    }
    envelope(high, down, (q, p) => {
      found[q * wide + cx] = seeds[p * wide + cx];
      power[q * wide + cx] = (q - p) ** 2 + down.value[p];
    });
  }
  const across = line(wide);
  const row = new Int32Array(wide);
  for (let cy = 0; cy < high; cy += 1) {
    const first = cy * wide;
    for (let cx = 0; cx < wide; cx += 1) {
      across.value[cx] = power[first + cx];
      row[cx] = found[first + cx];
    }
    envelope(wide, across, (q, p) => {
      found[first + q] = row[p];
    });
  }
  return found;
};
