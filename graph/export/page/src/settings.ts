// The ways to break a name into lines.

const waysOf = (name: string): string[][] => {
  const breaks = [...name.matchAll(/[ -]/g)].map(({ index, 0: sign }) => {
    const [first, second] = [name.slice(0, index + (sign === "-" ? 1 : 0)), name.slice(index + 1)];
    return { lines: [first, second], cost: Math.max(first.length, second.length) + (sign === "-" ? 2 : 0) };
  });
  const best = breaks.filter(({ lines }) => lines[0] && lines[1]).sort((a, b) => a.cost - b.cost)[0];
  const parts = name.split(/(?<=-)| /).filter(Boolean);
  return [[name], ...(best ? [best.lines] : []), ...(parts.length === 3 ? [parts] : [])];
};
const known = new Map<string, string[][]>();
/** The ways to set a name: in one line, in the two that are most alike, and, if nothing else fits, in three. */
export const settings = (name: string): string[][] => {
  const found = known.get(name) ?? waysOf(name);
  known.set(name, found);
  return found;
};
