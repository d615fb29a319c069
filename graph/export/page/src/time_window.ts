// A window of time in bins: [first, last], and what moves it. All of it is null: no filter.
export type Window = [number, number];

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** The window between two bins, in either order; null where that is everything. */
export const windowBetween = (a: number, b: number, count: number): Window | null => {
  const [first, last] = [clamp(Math.min(a, b), count - 1), clamp(Math.max(a, b), count - 1)];
  return first === 0 && last === count - 1 ? null : [first, last];
};
/** A window as wide as before, moved by some bins as far as there are any. */
export const moved = ([first, last]: Window, by: number, count: number): Window => {
  const shift = Math.min(count - 1 - last, Math.max(-first, by));
  return [first + shift, last + shift];
};
/** The window to begin playing with: the first sixth, where none is chosen or the end is reached. */
export const opening = (now: Window | null, count: number): Window => {
  const wide = now ? now[1] - now[0] + 1 : Math.max(1, Math.round(count / 6));
  return now && now[1] < count - 1 ? now : [0, Math.min(wide, count) - 1];
};
/** The bins that bounds of time stand for; null without bounds. A bound may be finer or coarser than bins. */
export const windowOfBounds = (names: string[], since: string, until: string): Window | null => {
  if (!since && !until) return null;
  const first = since ? names.findIndex((name) => name >= since.slice(0, name.length)) : 0;
  const last = until ? names.findLastIndex((name) => name.slice(0, until.length) <= until) : names.length - 1;
  return [first < 0 ? names.length - 1 : first, Math.max(0, last)];
};
/** Bins to write a name under, so that no two come closer than `apart`, a share of all. */
export const labelled = (names: string[], apart: number) => {
  const every = Math.max(1, Math.ceil(names.length * apart));
  // Whole years where the bins are months.
  const starts = names.flatMap((name, at) => (/^\d{4}-01$/.test(name) ? [at] : []));
  if (starts.length > 2 && every <= 12 && every > 3) return starts;
  return names.flatMap((_, at) => (at % every === 0 && at + every / 2 <= names.length ? [at] : []));
};
