// The arithmetic of the crossfilter: each row has a bit for every facet that it fails, so that the counts of one
// facet can leave its own bit out and say what a choice in it would bring.

/** `chosen` is the topic whose card is open: it narrows lists and files, while the map shows what is around it. */
export const BITS = { topic: 1, time: 2, text: 4, lasso: 8, links: 16, chosen: 32 } as const;
export type Facet = keyof typeof BITS;

/** Set the bit of a facet at the rows that fail it, and clear it at the others. */
export const judge = (mask: Uint8Array, facet: Facet, fails: ((row: number) => unknown) | null) => {
  const bit = BITS[facet];
  for (let row = 0; row < mask.length; row += 1) {
    mask[row] = fails?.(row) ? mask[row] | bit : mask[row] & ~bit;
  }
};
/** The rows that pass all facets, or all but those that are left out. */
export const passing = (mask: Uint8Array, ...without: Facet[]) => {
  const kept = keptBits(without);
  const found = new Int32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row += 1) {
    if (!(mask[row] & kept)) {
      found[count] = row;
      count += 1;
    }
  }
  return found.slice(0, count);
};
export const keptBits = (without: Facet[]) => without.reduce((bits, facet) => bits & ~BITS[facet], 0xff);

/** How many rows have each code; negative codes count nowhere. */
export const countBy = (rows: Int32Array, codes: Int32Array, size: number) => {
  const found = new Int32Array(size);
  for (const row of rows) if (codes[row] >= 0) found[codes[row]] += 1;
  return found;
};

/** Whether a point is inside a polygon [x, y, x, y, ...], by the even-odd rule. */
export const isInside = (polygon: number[], x: number, y: number) => {
  let inside = false;
  for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [polygon[i], polygon[i + 1], polygon[j], polygon[j + 1]];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
};
