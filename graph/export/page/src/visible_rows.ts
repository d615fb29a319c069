// Which of many rows of one height a scrolled box has to hold: only those in sight exist as elements.

const SPARE = 6; // Rows above and below, so that slow scrolling finds them there.

/** The first row to hold, and the end. */
export const windowOf = (top: number, height: number, row: number, count: number): [number, number] => {
  const first = Math.max(0, Math.min(count, Math.floor(top / row) - SPARE));
  return [first, Math.min(count, Math.max(first, Math.ceil((top + height) / row) + SPARE))];
};
/** Where to scroll so that a row is in sight, with the least movement; `above` is covered by a header. */
export const topFor = (at: number, top: number, height: number, row: number, above = 0) => {
  if (at * row < top) return at * row;
  return Math.max(top, (at + 1) * row + above - height);
};
/** The row that a key leads to from another, or -1 if it is not such a key. */
export const rowByKey = (key: string, at: number, count: number, page: number) => {
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  return count > 0 && Object.hasOwn(to, key) ? Math.min(count - 1, Math.max(0, to[key])) : -1;
};
