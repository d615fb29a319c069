// The ways to break a name into lines.

const MOST_LINES = 4;
const MOST_PARTS = 9;

/** The parts of a name that no line divides: words, and what a hyphen ends. */
const partsOf = (name: string) => name.split(/(?<=-)| /).filter(Boolean);
const joined = (parts: string[]) =>
  parts.reduce((line, part) => line + (line.endsWith("-") ? "" : " ") + part);
// How wide lines are, in letters; those that end with a hyphen are dearer.
const costOf = (lines: string[]) =>
  Math.max(...lines.map((line) => line.length)) + 2 * lines.filter((line) => line.endsWith("-")).length;
/** All ways to set parts in so many lines. */
const broken = (parts: string[], count: number): string[][] => {
  if (count === 1) return [[joined(parts)]];
  const ends = Array.from({ length: parts.length - count + 1 }, (_, at) => at + 1);
  return ends.flatMap((end) =>
    broken(parts.slice(end), count - 1).map((rest) => [joined(parts.slice(0, end)), ...rest]),
  );
};
const waysOf = (name: string): string[][] => {
  const parts = partsOf(name);
  if (parts.length < 2 || parts.length > MOST_PARTS) return [[name]];
  const counts = Array.from({ length: Math.min(MOST_LINES, parts.length) - 1 }, (_, at) => at + 2);
  const narrowest = (count: number) =>
    broken(parts, count).reduce((best, other) => (costOf(other) < costOf(best) ? other : best));
  return [[name], ...counts.map(narrowest)];
};
const known = new Map<string, string[][]>();
/** The ways to set a name: in one line, and in two, three and four, each as narrow as it can be. */
export const settings = (name: string): string[][] => {
  const found = known.get(name) ?? waysOf(name);
  known.set(name, found);
  return found;
};
